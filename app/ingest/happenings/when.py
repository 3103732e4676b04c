"""When: a day in the clause, else in the sentence, else where the narrative clearly carries on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.records import DatedWords, EventType
from app.domain.time import DateMention, DateSpan, Relation, TimeKind
from app.ingest.happenings.clauses import AND_INDEED
from app.ingest.happenings.foreign_days import foreign, in_passing
from app.ingest.happenings.targets import deaths_before
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
    clause = view.clauses[found.start]
    dated = [(at, m) for at, m in dated if m.relation is not Relation.SINCE or found.trigger.type in _LASTING]
    mine = {clause, *_telling_it(view, found, words)}
    same = [(at, m) for at, m in dated if view.clauses[at] in mine and at < limit]
    same = [(at, m) for at, m in same if not foreign(view, found, at, m, words)]
    apart = planned and found.governor is not None and not view.has(found.governor, words.cues["deciding"])
    if found.governor is not None and (apart or in_passing(view, found, words)):
        same = [(at, m) for at, m in same if at > found.start]
    if same:
        _, mention = min(same, key=lambda pair: _distance(found, pair[0]))
        return _words(mention, "clause")
    begun = [m for at, m in dated if _begins_it(view, found, at, words)]
    if begun:
        lasting = found.trigger.type is not EventType.VISIT
        return _since(begun[0]) if lasting else _words(begun[0], "begun")
    tied = found.verbal or found.light is not None or deaths_before(view, found) is not None
    while tied and _coordinate(view, clause):
        clause = view.parents[clause]
        outer = [m for at, m in dated if view.clauses[at] == clause and at < found.start]
        if outer:
            return _words(outer[-1], "sentence")
    return None


def _telling_it(view: View, found: Candidate, words: EventWords) -> Iterator[int]:
    """«محادثات فلان وفلان التي جرت قبل أيام»: the relative clause that carries the event."""
    if found.verbal:
        return
    for clause, antecedent in view.antecedents.items():
        if (
            view.parents[clause] != view.clauses[found.start]
            or not found.start <= antecedent <= found.end + 16
        ):
            continue
        first, end = view.bounds[clause]
        verb = next((k for k in range(first, end) if view.verbs[k] is not None), None)
        if verb is not None and view.has(verb, words.cues["self_light"] | words.cues["light"]):
            between = range(found.end, max(found.end, antecedent + 1))
            if not any(words.noun(view.fold(k)) is not None for k in between if k not in view.at):
                yield clause


def _distance(found: Candidate, at: int) -> int:
    """Days stand after what they date more often than before it."""
    return at - found.start if at >= found.start else 2 * (found.start - at) + 3


def _coordinate(view: View, clause: int) -> bool:
    """A clause that و or ف and its verb open goes on with the day of the clause before."""
    if clause not in view.parents or clause in view.antecedents:
        return False
    first, end = view.bounds[clause]
    return view.verbs[first] is not None or (view.fold(first) in AND_INDEED and first + 1 < end)


def _begins_it(view: View, found: Candidate, at: int, words: EventWords) -> bool:
    """«زيارة ...، بدأها منتصف الشهر»: a clause after the noun that says when it began."""
    first, _ = view.clause_range(at)
    if first <= found.start:
        return False
    verb = next((k for k in range(first, at) if view.verbs[k] is not None), None)
    if verb is None or found.verbal:
        return False
    reading = view.verbs[verb]
    begins = view.has(verb, words.cues["begin"])
    relative = view.clauses[at] in view.antecedents and at - found.end <= 12
    return begins and reading is not None and (relative or view.fold(verb).endswith(("ها", "ه")))


def _since(mention: DateMention) -> DatedWords | None:
    """«الذي بدأ عام 2015»: open towards the present."""
    value = mention.value
    if value is None or "/" in value.edtf:
        return _words(mention, "begun")
    return DatedWords(
        DateSpan(f"{value.edtf}/..", value.earliest, None), mention.span.text, f"begun:{mention.rule}"
    )


def _words(mention: DateMention, rule: str) -> DatedWords | None:
    window = mention.window
    if window is None:
        return None
    return DatedWords(window, mention.span.text, f"{rule}:{mention.rule}")


def is_background(date: DatedWords | None, published: DateSpan | None) -> bool:
    if date is None or date.value.latest is None or published is None or published.earliest is None:
        return False
    return date.value.latest + BACKGROUND < published.earliest
