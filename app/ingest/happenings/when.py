"""When: a day in the clause, else in the sentence, else where the narrative clearly continues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from app.domain.records import DatedWords, EventType
from app.domain.time import DateMention, DateSpan, Relation, TimeKind
from app.ingest.happenings.foreign_days import foreign, in_passing
from app.ingest.happenings.nearby_days import counted_back, nearby, since_beginning, told_in, worded
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

#: Older than this at publication is background.
BACKGROUND = timedelta(days=31)


#: What can go on since a day; a meeting or a shootdown cannot.
_LASTING = frozenset(EventType) - frozenset(
    {
        EventType.MEETING,
        EventType.PHONE_CALL,
        EventType.VISIT,
        EventType.AGREEMENT,
        EventType.SHOOTDOWN,
        EventType.SUMMONING,
        EventType.REPORT,
        EventType.DENIAL,
    }
)


def dates_in(view: View, dates: Sequence[DateMention]) -> list[tuple[int, DateMention]]:
    """Calendar dates of the sentence with the token each begins at."""
    found = []
    for mention in dates:
        if not view.sentence.span.contains(mention.span):
            continue
        if mention.kind is not TimeKind.DATE or mention.value is None:
            continue
        at = bisect_right(view.tokens, mention.span.start, key=lambda token: token.span.end)
        if at < len(view.tokens):
            found.append((at, mention))
    return found


def date_of(
    view: View,
    found: Candidate,
    dated: Sequence[tuple[int, DateMention]],
    words: EventWords,
    *,
    planned: bool,
    limit: int,
) -> DatedWords | None:
    """The date of a trigger within its sentence."""
    if found.trigger.type in _LASTING and (begun := since_beginning(view, found, dated, words)):
        return begun
    clause = view.clauses[found.start]
    dated = [(at, m) for at, m in dated if m.relation is not Relation.SINCE or found.trigger.type in _LASTING]
    mine = {clause, *told_in(view, found, words)}
    same = [(at, m) for at, m in dated if view.clauses[at] in mine and at < limit]
    same = [(at, m) for at, m in same if not foreign(view, found, at, m, words)]
    apart = planned and found.governor is not None and not view.has(found.governor, words.cues["deciding"])
    if found.governor is not None and (apart or in_passing(view, found, words)):
        same = [(at, m) for at, m in same if at > found.start]
    if same:
        _, mention = min(same, key=lambda pair: _distance(found, pair[0]))
        return worded(mention, "clause")
    return nearby(view, found, dated, words) or counted_back(view, found, dated)


def _distance(found: Candidate, at: int) -> int:
    """Days stand after what they date more often than before it."""
    return at - found.start if at >= found.start else 2 * (found.start - at) + 3


def is_background(date: DatedWords | None, published: DateSpan | None) -> bool:
    if date is None or date.value.latest is None or published is None or published.earliest is None:
        return False
    return date.value.latest + BACKGROUND < published.earliest
