"""Headings of a table that put it in their order, and turn it round where it is so already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from app.web.i18n import Language


def both_ways(names: Iterable[str]) -> tuple[str, ...]:
    """The values of a ``sort`` parameter: each name, and turned round with a minus sign."""
    return tuple(sign + name for name in names for sign in ("", "-"))


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
