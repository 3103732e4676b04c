"""Table headings that sort the table by their column, or reverse the order if it is sorted already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar

from app.web.i18n import Language

T = TypeVar("T")


def both_ways(names: Iterable[str]) -> tuple[str, ...]:
    """The values of a ``sort`` parameter: each name, and turned round with a minus sign."""
    return tuple(sign + name for name in names for sign in ("", "-"))


def in_order(usual: Iterable[T], sort: str, rank: Callable[[T], Any]) -> list[T]:
    """In the order of ``rank``, turned round if ``sort`` begins with a minus sign. What has no rank (None)
    stands at the end either way round; equals stay in their usual order."""
    ranked = [(rank(each), each) for each in usual]
    having = [pair for pair in ranked if pair[0] is not None]
    having.sort(key=itemgetter(0), reverse=sort.startswith("-"))
    return [each for _, each in having] + [each for value, each in ranked if value is None]


@dataclass(frozen=True, slots=True)
class Column:
    """What a list can be in order of; ``sorted`` is ``ascending`` or ``descending``, None where it is not;
    ``href`` puts it in this order, or turns it round."""

    name: str
    title: str
    sorted: str | None
    href: str


def columns(
    titles: Mapping[str, str],
    sort: str,
    href: Callable[[str], str],
    spoken: Language,
    falling: Collection[str] = (),
) -> dict[str, Column]:
    """The columns by their names; ``titles`` are messages, those in ``falling`` begin with the greatest."""
    return {name: _column(name, title, sort, href, spoken, falling) for name, title in titles.items()}


def _column(
    name: str,
    title: str,
    sort: str,
    href: Callable[[str], str],
    spoken: Language,
    falling: Collection[str],
) -> Column:
    turned = f"-{name}"
    if sort not in (name, turned):
        following, direction = (turned if name in falling else name), None
    elif sort == name:
        following, direction = turned, "ascending"
    else:
        following, direction = name, "descending"
    return Column(name, spoken.gettext(title), direction, href(following))
