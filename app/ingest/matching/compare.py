"""Do two tellings report one event? Precision first: what is only likely remains a link."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.codes import FAMILY_OF, Family
from app.domain.links import Comparison, Principal, Telling, Verdict
from app.domain.records import ActorKind, EventStatus, EventType, Role
from app.domain.time import DateSpan

#: A window this short or shorter counts as a day that is known; papers differ by a day or two.
PRECISE = timedelta(days=2)
#: Undated tellings of one event stand in articles that are at most this far apart: weeks where
#: place or told order agrees too, otherwise the same news days.
WEEKS = timedelta(days=35)
NEWS_DAYS = timedelta(days=3)

NOT_YET = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
RECIPROCAL = frozenset({Family.CONTACT, Family.ACCORD})
#: Pairs of one family that cannot be the same act, however alike the rest.
_APART = (
    frozenset({EventType.PHONE_CALL, EventType.MEETING}),
    frozenset({EventType.PHONE_CALL, EventType.VISIT}),
    frozenset({EventType.INVASION, EventType.AIRSTRIKE}),
    frozenset({EventType.INVASION, EventType.MISSILE_STRIKE}),
    frozenset({EventType.INVASION, EventType.SHOOTDOWN}),
    frozenset({EventType.SHOOTDOWN, EventType.AIRSTRIKE}),
    frozenset({EventType.SHOOTDOWN, EventType.MISSILE_STRIKE}),
    frozenset({EventType.DEPLOYMENT, EventType.WITHDRAWAL}),
    frozenset({EventType.EXERCISE, EventType.WITHDRAWAL}),
    frozenset({EventType.REPORT, EventType.DENIAL}),
    frozenset({EventType.SUMMONING, EventType.ACCUSATION}),
    frozenset({EventType.SANCTION, EventType.SEVERED_TIES}),
    frozenset({EventType.CEASEFIRE, EventType.COORDINATION}),
)


def same_event(telling: Telling, candidate: Telling) -> Comparison:
    """Compare tellings of two articles; within one article the events stage has merged already."""
    against = _objection(telling, candidate)
    if against:
        return Comparison(Verdict.NO, (against,))
    reasons, score = _agreement(telling, candidate)
    if not {"principals", "actor_and_target"} & set(reasons):
        return Comparison(Verdict.NO, ("no_shared_principals",))
    return Comparison(_verdict(telling, candidate, frozenset(reasons)), tuple(reasons), score)


def _objection(a: Telling, b: Telling) -> str | None:
    """The first thing that speaks against one event, or None."""
    if b.id in a.apart or a.id in b.apart:
        return "curated"
    if a.article == b.article:
        return "same_article"
    if not comparable(a.type, b.type):
        return "type"
    if (a.status in NOT_YET) != (b.status in NOT_YET):
        return "plan_and_outcome"
    if not _windows_meet(a, b):
        return "date"
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return "place"
    if conflicting_persons(a.principals, b.principals):
        return "other_persons"
    return None


def comparable(a: EventType, b: EventType) -> bool:
    """One family and not known to be different acts; an accord may tell the contact it came of."""
    if a == b:
        return True
    if frozenset({a, b}) in _APART:
        return False
    families = {FAMILY_OF[a], FAMILY_OF[b]}
    return (len(families) == 1 and EventType.OTHER not in (a, b)) or (
        families == {Family.CONTACT, Family.ACCORD} and EventType.AGREEMENT in (a, b)
    )


def _windows_meet(a: Telling, b: Telling) -> bool:
    """Stated days must share a day; a missing day must be allowed by the other's window."""
    one, other = a.date or a.window, b.date or b.window
    if one is None or other is None:
        return True
    return one.overlaps(other)


def conflicting_persons(a: tuple[Principal, ...], b: tuple[Principal, ...]) -> bool:
    """Both sides name persons of one country and share none of them."""
    for country in {p.country for p in a if _person(p)} & {p.country for p in b if _person(p)}:
        one = {p.slug for p in a if _person(p) and p.country == country}
        other = {p.slug for p in b if _person(p) and p.country == country}
        if country and not one & other:
            return True
    return False


def _agreement(a: Telling, b: Telling) -> tuple[list[str], int]:
    """What speaks for one event, with a score for ordering: type, principals, date, place."""
    reasons: list[str] = []
    score = 0
    if a.type == b.type:
        reasons.append("type")
        score += 4
    shared = a.slugs & b.slugs
    states = countries(a) & countries(b)
    if _principals_agree(a, b, shared, states):
        reciprocal = FAMILY_OF[a.type] in RECIPROCAL
        reasons.append("principals" if reciprocal else "actor_and_target")
        score += 2 * len(shared) + len(states)
    if len({p.slug for p in a.principals if _person(p)} & shared) >= 2:
        reasons.append("two_persons")
        score += 2
    if a.date and b.date:
        precise = is_precise(a.date) and is_precise(b.date)
        reasons.append("day" if precise else "window")
        score += 4 if precise else 2
    if a.place and a.place == b.place:
        reasons.append("place")
        score += 1
    return reasons, score


def _principals_agree(a: Telling, b: Telling, shared: frozenset[str], states: frozenset[str]) -> bool:
    if FAMILY_OF[a.type] in RECIPROCAL:
        return len(shared) >= 2 or len(states) >= 2
    if not _sides_meet(a, b, Role.SOURCE):
        return False
    return _sides_meet(a, b, Role.TARGET) and bool(shared or states)


def _sides_meet(a: Telling, b: Telling, role: Role) -> bool:
    """A side that one telling leaves out does not object; named on both it must be shared."""
    one = {x for p in a.principals if p.role is role for x in (p.slug, p.country) if x}
    other = {x for p in b.principals if p.role is role for x in (p.slug, p.country) if x}
    return not one or not other or bool(one & other)


def _verdict(a: Telling, b: Telling, reasons: frozenset[str]) -> Verdict:
    if EventStatus.ONGOING in (a.status, b.status) and "day" not in reasons:
        return Verdict.NO
    if a.type != b.type and FAMILY_OF[a.type] is not FAMILY_OF[b.type]:
        near = "two_persons" in reasons and _published_within(a, b, WEEKS)
        return Verdict.POSSIBLY if near or "day" in reasons else Verdict.NO
    if "day" in reasons:
        return Verdict.SAME
    placed = "place" in reasons or bool(a.precedes or b.precedes)
    if (
        "two_persons" in reasons
        and "type" in reasons
        and _published_within(a, b, WEEKS if placed else NEWS_DAYS)
    ):
        return Verdict.SAME
    if reasons & {"window", "two_persons"} and _published_within(a, b, WEEKS):
        return Verdict.POSSIBLY
    return Verdict.NO


def _published_within(a: Telling, b: Telling, limit: timedelta) -> bool:
    days = [_middle(x) for x in (a.published, b.published) if x]
    return len(days) == 2 and abs(days[0] - days[1]) <= limit


def _middle(span: DateSpan) -> date:
    return span.earliest or span.latest or date.min


def block_keys(telling: Telling) -> frozenset[str]:
    """Keys that two tellings of one event, or a plan and its outcome, share at least one of."""
    families = {FAMILY_OF[telling.type].value}
    if families & {Family.ACCORD.value, Family.OFFER.value}:
        families.add(Family.CONTACT.value)
    parties = telling.slugs | countries(telling)
    return frozenset(f"{family}|{party}" for family in families for party in parties)


def is_precise(span: DateSpan) -> bool:
    if span.earliest is None or span.latest is None:
        return False
    return span.latest - span.earliest <= PRECISE


def countries(telling: Telling) -> frozenset[str]:
    return frozenset(p.country for p in telling.principals if p.country)


def _person(principal: Principal) -> bool:
    return principal.kind == ActorKind.PERSON
