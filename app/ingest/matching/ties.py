"""Links between records that remain separate: plan and outcome, denial and denied, what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from app.domain.links import Group, Link, LinkKind, RecordKind, Saying, Telling, Verdict
from app.domain.records import EventStatus, EventType
from app.domain.time import DateSpan
from app.ingest.matching.compare import conflicting_persons, countries, same_event
from app.ingest.matching.grouping import blocked_pairs
from app.ingest.matching.outcomes import Outcomes, is_plan
from app.ingest.matching.touching import pairs_across, pairs_among, touches

#: Two sources that put one event a few days apart differ about it; further apart it is another.
DIFFERING_DAYS = timedelta(days=3)

#: What a denial may speak of: events that are claimed, not narrated.
DENIABLE = frozenset({EventStatus.DENIED, EventStatus.REPORTED})


def pair_links(
    tellings: Sequence[Telling], groups: Sequence[Group], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """Tellings that may be one event, or differ about one; groups say which pairs are one already.

    Given ids that are ``fresh``, only links that one of these is in.
    """
    together = {id_: n for n, g in enumerate(groups) for id_ in g.tellings}
    out: list[Link] = []
    for a, b in blocked_pairs(sorted(tellings, key=lambda t: (t.article, t.id)), fresh):
        if together.get(a.id) == together.get(b.id):
            out += _differing(a, b)
        elif (comparison := same_event(a, b)).verdict is Verdict.POSSIBLY:
            out.append(_between(LinkKind.POSSIBLY_SAME, a, b, comparison.reasons))
        else:
            out += _differing_days(a, b)
    return tuple(out)


def course_links(tellings: Sequence[Telling], fresh: frozenset[str] | None = None) -> tuple[Link, ...]:
    """What came before what, and what came of what was planned.

    Given ids that are ``fresh``, only links that one of these is in, and the outcomes of plans that
    one of these may be the outcome of.
    """
    known = {t.id: t for t in tellings}
    orders = [x for t in tellings for x in _orders(t, known) if touches(fresh, x.source, x.target)]
    return (*orders, *_outcomes(tellings, fresh))


def _between(kind: LinkKind, a: Telling, b: Telling, reasons: tuple[str, ...]) -> Link:
    return Link(kind, a.id, RecordKind.EVENT, b.id, RecordKind.EVENT, reasons)


def _orders(telling: Telling, known: dict[str, Telling]) -> list[Link]:
    later = [known[id_] for id_ in telling.precedes if id_ in known]
    return [_between(LinkKind.BEFORE, telling, t, ("told_in_order",)) for t in later]


def _differing(a: Telling, b: Telling) -> list[Link]:
    """Same event, different account: other numbers for one thing, happened here and denied there."""
    reasons = []
    counted = dict(b.figures)
    if any(unit in counted and counted[unit] != number for unit, number in a.figures):
        reasons.append("number")
    if (a.status is EventStatus.DENIED) != (b.status is EventStatus.DENIED):
        reasons.append("account")
    return [_between(LinkKind.DIFFERS, a, b, tuple(reasons))] if reasons else []


def _differing_days(a: Telling, b: Telling) -> list[Link]:
    """All agrees but the day, and the days are close: two accounts of one event, or two events."""
    if a.type != b.type or not a.date or not b.date:
        return []
    if len(a.slugs & b.slugs) < 2 or a.date.overlaps(b.date) or _gap(a.date, b.date) > DIFFERING_DAYS:
        return []
    if a.status is not b.status or conflicting_persons(a.principals, b.principals):
        return []
    return [_between(LinkKind.DIFFERS, a, b, ("date",))]


def _gap(a: DateSpan, b: DateSpan) -> timedelta:
    first, second = sorted((a, b), key=lambda s: s.earliest or date.min)
    return (second.earliest or date.max) - (first.latest or date.min)


def _outcomes(tellings: Sequence[Telling], fresh: frozenset[str] | None = None) -> list[Link]:
    """Each plan with the first event that may be its outcome."""
    all_told = Outcomes(tellings)
    new = all_told if fresh is None else Outcomes(t for t in tellings if t.id in fresh)
    out = []
    for plan in filter(is_plan, tellings):
        if not touches(fresh, plan.id) and next(new.of(plan), None) is None:
            continue
        outcome = next(all_told.of(plan), None)
        if outcome:
            out.append(_between(LinkKind.PLAN_OUTCOME, plan, outcome, ("principals", "after_the_plan")))
    return out


def denial_links(
    tellings: Sequence[Telling], sayings: Sequence[Saying], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """Each denial with the events and the statements it denies."""
    denials = [s for s in sayings if s.denies]
    out = [_denies_event(d, t) for d, t in pairs_across(denials, tellings, fresh) if _is_denied(d, t)]
    out += [
        Link(LinkKind.DENIAL_OF, d.id, RecordKind.STATEMENT, s.id, RecordKind.STATEMENT, ("same_question",))
        for d, s in pairs_across(denials, sayings, fresh)
        if _contradicts(d, s)
    ]
    formal = [t for t in tellings if t.type is EventType.DENIAL]
    out += [
        _between(LinkKind.DENIAL_OF, d, t, ("principals",))
        for d, t in pairs_across(formal, tellings, fresh)
        if _denied_by(d, t)
    ]
    return tuple(out)


def _denies_event(denial: Saying, telling: Telling) -> Link:
    return Link(
        LinkKind.DENIAL_OF,
        denial.id,
        RecordKind.STATEMENT,
        telling.id,
        RecordKind.EVENT,
        ("type", "principals"),
    )


def _is_denied(denial: Saying, telling: Telling) -> bool:
    """The denial names such an event of the same parties, and the event is claimed, not narrated."""
    if telling.type not in denial.topics or telling.status not in DENIABLE:
        return False
    if not _near(denial.said or denial.published, telling.date or telling.published):
        return False
    parties = countries(telling) | telling.slugs
    return len(parties & denial.about) >= min(2, len(countries(telling)) or 1)


def _near(one: DateSpan | None, other: DateSpan | None) -> bool:
    """Within half a year: a denial speaks of what is in the news."""
    if one is None or other is None:
        return one is other
    first, second = one.earliest or one.latest, other.earliest or other.latest
    return first is None or second is None or abs(first - second) <= timedelta(days=183)


def _denied_by(denial: Telling, telling: Telling) -> bool:
    if telling.status is not EventStatus.DENIED or telling.article != denial.article:
        return False
    return bool(countries(telling) & countries(denial))


def _contradicts(denial: Saying, other: Saying) -> bool:
    """Another speaker, the same words: most of the shorter content recurs in the other."""
    if other.denies or other.speaker == denial.speaker:
        return False
    one, two = set(denial.words), set(other.words)
    short = min(len(one), len(two))
    return short >= 4 and len(one & two) / short >= 0.6 and bool(denial.about & other.about)


def repeated_words(sayings: Sequence[Saying], fresh: frozenset[str] | None = None) -> tuple[Link, ...]:
    """Statements of one speaker in two articles that share most of their runs of four words."""
    by_speaker: dict[str, list[Saying]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda s: (s.article, s.id)):
        by_speaker[saying.speaker].append(saying)
    return tuple(
        Link(LinkKind.SAME_WORDS, a.id, RecordKind.STATEMENT, b.id, RecordKind.STATEMENT, ("words",))
        for own in by_speaker.values()
        for a, b in pairs_among(own, fresh)
        if a.article != b.article and _repeats(a, b)
    )


def _repeats(a: Saying, b: Saying) -> bool:
    if set(a.words).isdisjoint(b.words):
        return False
    one, two = runs(a.words), runs(b.words)
    short = min(len(one), len(two))
    return short >= 2 and len(one & two) / short >= 0.5


@lru_cache(maxsize=4_096)
def runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """All that stand in fours one after the other."""
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
