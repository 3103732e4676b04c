"""The order of the list: by day, or by the values of a filter and within each value by day.

Whatever has no day, or no value, is last in either direction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, dropwhile
from typing import Any

from app.index.order import FEW, Place, latest, listed
from app.index.read import Keys, Reader, united

#: What the value of a filter is put in order by.
Rank = Callable[[str], Any]


def ordered(
    reader: Reader, keys: Keys, sort: str, sets: Mapping[str, Keys], rank: Rank, after: Place | None = None
) -> Iterator[Place]:
    """The places of these keys after one; ``sets`` are the keys under each value of what ``sort`` names."""
    turned, name = sort.startswith("-"), sort.removeprefix("-")
    if name == "day":
        yield from latest(reader, keys, after) if turned else listed(reader, keys, after)
        return
    groups = (sets[value] for value in sorted(sets, key=rank, reverse=turned))
    all_groups = chain((keys & each for each in groups), (_without(keys, sets),))
    here: Iterator[Keys] = filter(None, all_groups)
    if after is not None:
        here = dropwhile(lambda group: after[1] not in group, here)
        yield from listed(reader, next(here, Keys()), after)
    yield from _in_turn(reader, here)


def _in_turn(reader: Reader, groups: Iterator[Keys]) -> Iterator[Place]:
    """Each group in the order of the days; the days of small ones are looked up together."""
    some: list[Keys] = []
    for group in groups:
        if len(group) <= FEW:
            some.append(group)
        if len(group) > FEW or sum(map(len, some)) > FEW:
            yield from _together(reader, some)
            some = []
        if len(group) > FEW:
            yield from listed(reader, group)
    yield from _together(reader, some)


def _together(reader: Reader, groups: list[Keys]) -> Iterator[Place]:
    places = {place[1]: (n, place) for n, place in enumerate(listed(reader, united(groups)))}
    for group in groups:
        yield from (place for _, place in sorted(places[key] for key in group))


def _without(keys: Keys, sets: Mapping[str, Keys]) -> Keys:
    """Those of the keys that have no value."""
    left = keys.copy()
    for each in sets.values():
        left -= each
    return left
