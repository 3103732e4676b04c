"""Two sides that judge what they did together in opposite ways: disputes here, «وجهات نظر متطابقة» there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.codes import FAMILY_OF
from app.domain.links import Link, LinkKind, RecordKind, Saying, Telling, Verdict
from app.domain.records import EventStatus, Role
from app.domain.time import DateSpan
from app.ingest.matching.compare import countries, same_event
from app.ingest.matching.touching import pairs_among
from app.languages.ar.judgements import families_of

#: A side judges an event in the days when it is news.
NEWS_DAYS = timedelta(days=3)
_DONE = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.REPORTED})


def judged_links(
    tellings: Sequence[Telling], sayings: Sequence[Saying], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """Statements of two parties to one event that judge it in opposite ways, each pair once."""
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        told[telling.article].append(telling)
    ordered = sorted((s for s in sayings if s.judges and s.country), key=lambda s: (s.article, s.id))
    pairs = ((one, other) for one, other in pairs_among(ordered, fresh) if one.country != other.country)
    found = ((one, other, tuple(sorted(_opposed(one, other, told)))) for one, other in pairs)
    return tuple(_link(one, other, names) for one, other, names in found if names)


def _link(one: Saying, other: Saying, names: tuple[str, ...]) -> Link:
    reasons = ("evaluation", *names)
    return Link(LinkKind.DIFFERS, one.id, RecordKind.STATEMENT, other.id, RecordKind.STATEMENT, reasons)


def _opposed(one: Saying, other: Saying, told: dict[str, list[Telling]]) -> Iterator[str]:
    """Names of the pairs of opposites that they take the two sides of, about one event of theirs."""
    for judged in one.judges:
        name, side = judged[:-1], judged[-1]
        if f"{name}{'-' if side == '+' else '+'}" not in other.judges:
            continue
        mine = [t for t in told[one.article] if _judged(t, name, one, other)]
        theirs = [t for t in told[other.article] if _judged(t, name, one, other)]
        if any(_one_event(a, b) for a in mine for b in theirs):
            yield name


def _judged(telling: Telling, name: str, one: Saying, other: Saying) -> bool:
    """Both speakers' states took part in it, and it was news when each of them spoke."""
    parties = countries(telling)
    return (
        FAMILY_OF[telling.type] in families_of(name)
        and telling.status in _DONE
        and not telling.background
        and {_state(one), _state(other)} <= parties
        and (name != "victory" or _foes(telling, one, other))
        and all(_near(telling.date or telling.published, s.said or s.published) for s in (one, other))
    )


def _foes(telling: Telling, one: Saying, other: Saying) -> bool:
    """One acted on the other; over a third both may have won."""
    sides = [{p.country for p in telling.principals if p.role is role} for role in (Role.SOURCE, Role.TARGET)]
    return any(_state(a) in sides[0] and _state(b) in sides[1] for a, b in ((one, other), (other, one)))


def _state(saying: Saying) -> str:
    return (saying.country or "").lower()


def _near(event: DateSpan | None, spoken: DateSpan | None) -> bool:
    """Spoken within days after the event, or beside it where no day is known."""
    if event is None or spoken is None or event.earliest is None or spoken.earliest is None:
        return event is None and spoken is None
    last = event.latest or event.earliest
    return event.earliest <= spoken.earliest + timedelta(days=1) and spoken.earliest <= last + NEWS_DAYS


def _one_event(a: Telling, b: Telling) -> bool:
    return a.id == b.id or same_event(a, b).verdict is Verdict.SAME
