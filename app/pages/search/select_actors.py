"""Actors that a query names, and the actor that a typed name stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import MentionHow
from app.index import names as index_names
from app.index.marks import held, marks
from app.index.read import Reader
from app.index.text import Sought, sought
from app.index.words import Wanted, tokens
from app.models import ActorRow, AliasRow
from app.pages.search.records import ActorHit, Marked
from app.web.filters import is_slug
from app.web.named import Named, named


def called(reader: Reader, question: str, *, exact: bool = False) -> set[str]:
    """Slugs of the actors whose names hold all that is asked for."""
    wanted = sought(reader, question, exact=exact)
    if not wanted:
        return set()
    slugs = reduce(and_, (set(each.slugs) for each in wanted))
    if exact and slugs:
        spelled = _spellings(reader.session, slugs)
        slugs = {slug for slug in slugs if _held(wanted, spelled.get(slug, ())) == len(wanted)}
    return slugs


def _held(wanted: Iterable[Sought], names: Iterable[str]) -> int:
    """How many of the words stand letter by letter in one of the names."""
    return sum(any(held(name, (each,), exact=True) for name in names) for each in wanted)


def _spellings(session: Session, slugs: Iterable[str]) -> Mapping[str, list[str]]:
    """Both names and every spelling seen of these actors, by slug."""
    rows = session.execute(
        sa.select(ActorRow.slug, ActorRow.name_ar, ActorRow.name_en).where(ActorRow.slug.in_(slugs))
    )
    found = {slug: [arabic, english] for slug, arabic, english in rows}
    seen = session.execute(
        sa.select(ActorRow.slug, AliasRow.text)
        .join(ActorRow, ActorRow.id == AliasRow.actor_id)
        .where(ActorRow.slug.in_(slugs), AliasRow.how == MentionHow.NAME)
        .order_by(AliasRow.count.desc(), AliasRow.text)
    )
    for slug, text in seen:
        found[slug].append(text)
    return found


def actors(
    session: Session, counts: Mapping[str, int], wanted: tuple[Sought, ...], *, exact: bool
) -> tuple[ActorHit, ...]:
    """The actors with these slugs, in the order given."""
    rows = session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_(counts)))
    known = {row.slug: row for row in rows}
    spelled = _spellings(session, counts)
    return tuple(_hit(known[slug], counts[slug], spelled[slug], wanted, exact=exact) for slug in counts)


def _hit(row: ActorRow, count: int, names: list[str], wanted: tuple[Sought, ...], *, exact: bool) -> ActorHit:
    shown = [Marked(name, marks(name, wanted, exact=exact)) for name in dict.fromkeys(names)]
    own = {each.text: each for each in shown}
    both = own[row.name_ar], own[row.name_en]
    other = next((each for each in shown[2:] if each.marks), None)
    return ActorHit(
        named(row), row.kind.value, count, *both, None if both[0].marks or both[1].marks else other
    )


def meant(reader: Reader, typed: str) -> str:
    """The slug of the actor of this name, or else of a name with these words in it, the most told of
    where there are several; what is no name stays as it is."""
    if is_slug(typed) and reader.session.scalar(sa.select(ActorRow.id).where(ActorRow.slug == typed)):
        return typed
    words = tokens(typed)
    if not words:
        return typed
    names = index_names.names_of(reader)
    near = index_names.named(names, Wanted(tuple(words)))
    whole = {slug for slug in near if words in names.of[slug]}
    sets = reader.sets("actor", sorted(whole or near))
    return max(sets, key=lambda slug: len(sets[slug]), default=typed)


def by_slug(session: Session, slugs: Iterable[str]) -> dict[str, Named]:
    wanted = set(slugs)
    rows = session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_(wanted))) if wanted else ()
    return {row.slug: named(row) for row in rows}


def outlets(reader: Reader) -> tuple[Named, ...]:
    """The outlets of the records, by name."""
    slugs = [each.value for each in reader.values("outlet")]
    found = by_slug(reader.session, slugs).values()
    return tuple(sorted(found, key=lambda each: (each.name_ar, each.slug)))
