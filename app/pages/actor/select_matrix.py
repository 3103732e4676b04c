"""Counts who takes part in events with whom, from the index."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from app.index.facets import EVENT
from app.index.read import Reader
from app.pages.actor.records import Matrix
from app.web.named import Named

#: Actors in the matrix at most, the one of the page included.
BESIDE: Final = 10
#: With fewer there is nothing that the list of company does not say.
FEWEST: Final = 4


def matrix(reader: Reader, actors: Sequence[Named]) -> Matrix | None:
    """In how many events two of these take part together; None where they are few."""
    if len(actors) < FEWEST:
        return None
    events = reader.set("kind", EVENT)
    sets = reader.sets("actor", [actor.slug for actor in actors])
    parts = [sets[actor.slug] & events for actor in actors]
    pairs = combinations(range(len(parts)), 2)
    shared = {(a, b): parts[a].intersection_cardinality(parts[b]) for a, b in pairs}
    return Matrix(tuple(actors), {pair: count for pair, count in shared.items() if count})
