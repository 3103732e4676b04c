"""The 400 actors of the generated corpus and its papers: lands, their people, bodies and armies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from tests.benchmarks.vocabulary import Named, named

SIZE = 400
#: The lands stand under codes of states that have a colour, so that pages look as with real articles;
#: what they are called and what they do is invented.
_CODES = "RU US IL TR SY IR LB JO IQ SA EG QA FR GB DE EU UA AE PS CN OM KW YE LY".split()


@dataclass(frozen=True, slots=True)
class Actor:
    slug: str
    kind: str
    name: Named
    country: str | None


def _lands() -> Iterator[Actor]:
    for code, plant in zip(_CODES, named("lands"), strict=True):
        yield Actor(code.lower(), "country", Named(f"بلاد {plant.ar}", f"{plant.en} Land"), code)


def _people(lands: list[Actor]) -> Iterator[Actor]:
    names = [(first, last) for first in named("given") for last in named("family")]
    for n, (first, last) in enumerate(names):
        name = Named(f"{first.ar} {last.ar}", f"{first.en} {last.en}")
        yield Actor(f"{first.en}_{last.en}".lower(), "person", name, lands[n % len(lands)].country)


def _bodies(lands: list[Actor]) -> Iterator[Actor]:
    for n, body in enumerate(named("bodies")):
        for land in lands:
            name = Named(f"{body.ar} {land.name.ar.split()[1]}", f"{body.en} {land.name.en}")
            yield Actor(f"{land.slug}.body_{n}", "organisation", name, land.country)


def _armies(lands: list[Actor]) -> Iterator[Actor]:
    for land in lands:
        name = Named(f"جيش {land.name.ar}", f"Army of {land.name.en}")
        yield Actor(f"{land.slug}.army", "military", name, land.country)


def _cast() -> tuple[Actor, ...]:
    """Lands are the most frequent; behind them the others in an order of no meaning."""
    lands = list(_lands())
    others = [*_people(lands), *_bodies(lands), *_armies(lands)]
    Random("cast").shuffle(others)
    return (*lands, *others)[:SIZE]


def _media(table: str) -> tuple[Actor, ...]:
    return tuple(Actor(name.en.lower().replace(" ", "_"), "media", name, None) for name in named(table))


#: By rank: each is drawn as often as one over its rank.
CAST = _cast()
PAPERS = _media("papers")
AGENCIES = _media("agencies")
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, SIZE + 1)))


def draw(random: Random, count: int) -> list[Actor]:
    """Different actors, as many as asked for."""
    found: dict[str, Actor] = {}
    while len(found) < count:
        (one,) = random.choices(CAST, cum_weights=_WEIGHTS)
        found[one.slug] = one
    return list(found.values())
