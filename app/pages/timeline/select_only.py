"""Records in which nobody takes part except the actors asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from app.index.gather import lane
from app.index.read import Keys, Reader, united
from app.models import ActorRow


def without_others(reader: Reader, keys: Keys, slugs: Sequence[str]) -> Keys:
    """The keys less the records with a party that neither is one of the actors nor acts for one.

    The parties asked for are counted: a record remains where there are as many as it has parties.
    """
    most = max((int(each.value) for each in reader.values("parties")), default=0)
    at_least = [keys, *(Keys() for _ in range(most))]
    for party in _parties(reader, slugs, most):
        here = party & keys
        for n in range(most, 0, -1):
            at_least[n] |= at_least[n - 1] & here
    sizes = reader.sets("parties", map(str, range(1, most + 1)))
    return united(at_least[n] & sizes[str(n)] for n in range(1, most + 1))


def _parties(reader: Reader, slugs: Sequence[str], most: int) -> Iterator[Keys]:
    """Sets in which a record stands as often, together, as it has parties asked for."""
    rows = reader.session.execute(sa.select(ActorRow.slug, lane()).where(ActorRow.slug.in_(slugs)))
    members = {slug for slug, state in rows if state in slugs}
    yield from reader.sets("actor", [slug for slug in slugs if slug not in members]).values()
    yield from reader.sets("state", slugs).values()
    crowds = [f"{slug}:{n}" for slug in slugs for n in range(2, most + 1)]
    yield from reader.sets("company", crowds).values()
