"""Days of the generated corpus: 60 bursts of news between 2011 and 2022, told as news tells them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from app.domain.edtf import bounds
from tests.benchmarks.vocabulary import MONTHS

FIRST, LAST = date(2011, 1, 10), date(2022, 12, 20)


def _bursts() -> tuple[list[int], list[float]]:
    random = Random("bursts")
    centres = sorted(random.randint(FIRST.toordinal(), LAST.toordinal()) for _ in range(60))
    return centres, list(accumulate(random.expovariate(1) + 0.1 for _ in centres))


_CENTRES, _WEIGHTS = _bursts()


@dataclass(frozen=True, slots=True)
class Day:
    """``edtf`` with its bounds and the words it is told in; all None where no date is told."""

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    words: str | None = None


def published(random: Random) -> date:
    (centre,) = random.choices(_CENTRES, cum_weights=_WEIGHTS)
    day = date.fromordinal(centre) + timedelta(days=round(random.gauss(0, 18)))
    return min(max(day, FIRST), LAST)


def told(random: Random, paper: date) -> Day:
    """Some days before the paper; one in twelve undated, others of a month, about a day, or a range."""
    day = paper - timedelta(days=min(int(random.expovariate(0.3)), 60))
    kind = random.random()
    if kind < 0.08:
        return Day()
    month = f"{MONTHS[day.month - 1]} {day.year}"
    if kind < 0.16:
        return _day(f"{day:%Y-%m}", f"في {month}")
    if kind < 0.19:
        return _day(f"{day.isoformat()}~", f"نحو {day.day} {month}")
    if kind < 0.23:
        last = day.replace(day=min(day.day + random.randint(1, 9), monthrange(day.year, day.month)[1]))
        if last > day:
            return _day(f"{day.isoformat()}/{last.isoformat()}", f"بين {day.day} و{last.day} {month}")
    return _day(day.isoformat(), f"يوم {day.day} {month}")


def _day(edtf: str, words: str) -> Day:
    earliest, latest = bounds(edtf)
    return Day(edtf, earliest, latest, words)
