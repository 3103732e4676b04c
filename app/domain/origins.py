"""Counts the independent sources behind an account: papers that quote one wire or print one text are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

#: Which articles have the same text: each with its copies, in both directions.
Copies = Mapping[str, Collection[str]]


def independent(told: Iterable[tuple[str, str]], copies: Copies) -> tuple[frozenset[str], ...]:
    """Origins that count as one, together; ``told`` are pairs of an origin and an article that has it.

    One origin is one however many articles have it. Where two articles have the same text, so are the
    origins that only one of them names: one paper says whose wire it prints, another signs it itself.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for origin, article in told:
        named[article].add(origin)
    groups = {origin: {origin} for origins in named.values() for origin in origins}
    for article, copy in ((a, b) for a in named for b in copies.get(a, ()) if b in named):
        here, there = named[article] - named[copy], named[copy] - named[article]
        if here and there:
            joined = set().union(*(groups[origin] for origin in here | there))
            groups |= dict.fromkeys(joined, joined)
    return tuple(frozenset(group) for group in {id(group): group for group in groups.values()}.values())
