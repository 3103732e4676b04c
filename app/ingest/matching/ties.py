"""Links between records that remain separate: plan and outcome, denial and denied, what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from app.domain.links import Group, Link, LinkKind, RecordKind, Saying, Telling, Verdict
from app.domain.records import EventStatus, EventType
from app.domain.time import DateSpan
from app.ingest.matching.compare import comparable, conflicting_persons, countries, same_event
from app.ingest.matching.grouping import blocked_pairs
from app.ingest.matching.touching import pairs_across, pairs_among, touches

#: How long after its date a plan may come true, and after its telling when it gave no date.
LATE = timedelta(days=14)
UNDATED_PLAN = timedelta(days=60)
#: Two sources that put one event a few days apart differ about it; further apart it is another.
DIFFERING_DAYS = timedelta(days=3)

DONE = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.REPORTED})
#: What a denial may speak of: events that are claimed, not narrated.
DENIABLE = frozenset({EventStatus.DENIED, EventStatus.REPORTED})
_CONTACT = frozenset({EventType.MEETING, EventType.TALKS, EventType.VISIT, EventType.PHONE_CALL})
#: What proposals and invitations come true in.
LEADS_TO = {EventType.INVITATION: _CONTACT, EventType.PROPOSAL: _CONTACT | {EventType.AGREEMENT}}


def event_links(
    tellings: Sequence[Telling], groups: Sequence[Group], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """All links between tellings; groups say which pairs are already one event.

    Given ids that are ``fresh``, only links that one of these is in, and the outcomes of plans that
    one of these may be the outcome of.
    """
    together = {id_: n for n, g in enumerate(groups) for id_ in g.tellings}
    known = {t.id: t for t in tellings}
    out: list[Link] = []
    for a, b in blocked_pairs(sorted(tellings, key=lambda t: (t.article, t.id)), fresh):
        if together.get(a.id) == together.get(b.id):
            out += _differing(a, b)
        elif (comparison := same_event(a, b)).verdict is Verdict.POSSIBLY:
            out.append(_between(LinkKind.POSSIBLY_SAME, a, b, comparison.reasons))
        else:
            out += _differing_days(a, b)
    out += [x for t in tellings for x in _orders(t, known) if touches(fresh, x.source, x.target)]
    out += _outcomes(tellings, fresh)
    return tuple(out)


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
    done = sorted(
        (t for t in tellings if t.status in DONE and t.date and t.date.earliest),
        key=lambda t: (t.date.earliest if t.date and t.date.earliest else date.max, -len(t.principals), t.id),
    )
    new = [t for t in done if touches(fresh, t.id)]
    out = []
    for plan in filter(is_plan, tellings):
        if not touches(fresh, plan.id) and not any(may_be_outcome(plan, t) for t in new):
            continue
        outcome = next((t for t in done if may_be_outcome(plan, t)), None)
        if outcome:
            out.append(_between(LinkKind.PLAN_OUTCOME, plan, outcome, ("principals", "after_the_plan")))
    return out


def is_plan(telling: Telling) -> bool:
    """What is planned, or proposed in a way that leads to something."""
    return telling.status is EventStatus.PLANNED or telling.type in LEADS_TO


def may_be_outcome(plan: Telling, outcome: Telling) -> bool:
    """True where the plan may have come true in this event, if no other does so earlier."""
    return outcome.article != plan.article and outcome.status in DONE and _comes_true(plan, outcome)


def _comes_true(plan: Telling, outcome: Telling) -> bool:
    leads = LEADS_TO.get(plan.type)
    if outcome.type not in leads if leads else not comparable(plan.type, outcome.type):
        return False
    shared = plan.slugs & outcome.slugs
    if len(shared) < 2 and len(countries(plan) & countries(outcome)) < 2:
        return False
    return not conflicting_persons(plan.principals, outcome.principals) and _in_time(plan, outcome)


def _in_time(plan: Telling, outcome: Telling) -> bool:
    told = plan.published.earliest if plan.published else None
    happened = outcome.date
    if told is None or happened is None or happened.earliest is None or happened.earliest < told:
        return False
    if plan.date is None:
        return happened.earliest <= told + UNDATED_PLAN
    first, last = plan.date.earliest or told, plan.date.latest or told + UNDATED_PLAN
    return first - LATE <= happened.earliest <= last + LATE


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
