"""Terms of office on an axis of years: a row per office of a person, or per holder of an office. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.pages.actor.records import Term
from app.web.named import Nameable

#: Where a term that was not over when the tables were written is cut off.
TABLES_END: Final = date(2023, 1, 1)
#: Years written under the axis at most.
YEARS: Final = 8
#: Per cent of the width that even a term of a few days takes.
LEAST: Final = 1.2


@dataclass(frozen=True, slots=True)
class Bar:
    """``x`` and ``width`` in per cent; ``open`` where the term goes on."""

    x: float
    width: float
    open: bool
    term: Term


@dataclass(frozen=True, slots=True)
class Row:
    """Terms under one name; ``href`` leads to who or what is named, None where there is no page."""

    named: Nameable
    href: str | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Year:
    x: float
    year: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows over one axis; ``moments`` are the places of single days, in per cent."""

    rows: tuple[Row, ...]
    years: tuple[Year, ...]
    moments: tuple[float, ...]


def chart(
    terms: Sequence[Term],
    under: Callable[[Term], Nameable],
    href: Callable[[Nameable], str | None],
    *,
    mirrored: bool,
    days: Iterable[int] = (),
) -> Chart | None:
    """The terms by what they stand ``under``, in order of their beginnings; None where there are none.

    ``days`` are ordinals that the axis reaches to as well; ``mirrored`` runs it from right to left.
    """
    if not terms:
        return None
    ordinals = sorted(days)
    first = min([term.first.toordinal() for term in terms] + ordinals[:1])
    last = max([(term.last or TABLES_END).toordinal() for term in terms] + ordinals[-1:])
    begin, end = date.fromordinal(first).year, date.fromordinal(last - 1).year + 1
    start, length = date(begin, 1, 1).toordinal(), date(end, 1, 1).toordinal() - date(begin, 1, 1).toordinal()

    def x(day: float) -> float:
        share = 100 * (day - start) / length
        return round(100 - share if mirrored else share, 2)

    rows: dict[str, tuple[Nameable, list[Bar]]] = {}
    for term in terms:
        named = under(term)
        rows.setdefault(named.slug, (named, []))[1].append(_bar(term, x))
    step = -(-(end - begin) // YEARS)
    return Chart(
        rows=tuple(Row(named, href(named), tuple(bars)) for named, bars in rows.values()),
        years=tuple(Year(x(date(year, 1, 1).toordinal()), year) for year in range(begin, end, step)),
        moments=tuple(dict.fromkeys(x(day) for day in ordinals)),
    )


def _bar(term: Term, x: Callable[[float], float]) -> Bar:
    ends = sorted((x(term.first.toordinal()), x((term.last or TABLES_END).toordinal())))
    width = max(LEAST, round(ends[1] - ends[0], 2))
    return Bar(round(min(ends[0], 100 - width), 2), width, term.last is None, term)
