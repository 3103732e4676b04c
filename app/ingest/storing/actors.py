"""Actors: one row per slug, chosen from its appearances; spellings are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.records import Actor, ActorKind, ChainLink, Extraction, Mention, MentionHow
from app.ingest.storing.rows import Values, ids, insert
from app.knowledge.load import Knowledge
from app.models import ActorRow, AliasRow, AppearanceRow, MentionRow

_DESCRIBED = ("kind", "name_ar", "name_en", "country", "wikidata", "known", "affiliation", "gender", "number")
#: Made once: creating an alias costs more than many queries do.
_ANOTHER: Final = aliased(AppearanceRow)


def scoped(extraction: Extraction, public_id: str) -> Extraction:
    """Anonymous sources made this article's own: nobody knows whether two papers' officer is one man."""
    new = {
        a.slug: f"{a.slug}-{public_id[:6]}"
        for a in extraction.actors
        if a.kind is ActorKind.SOURCE and not a.known
    }
    new |= {
        s.speaker.slug: f"{s.speaker.slug}-{public_id[:6]}"
        for s in extraction.statements
        if s.speaker.slug not in {a.slug for a in extraction.actors} and not s.speaker.named
    }
    if not new:
        return extraction
    return replace(
        extraction,
        actors=tuple(_rescope(a, new) for a in extraction.actors),
        statements=tuple(
            replace(s, speaker=replace(s.speaker, slug=new.get(s.speaker.slug, s.speaker.slug)))
            for s in extraction.statements
        ),
        events=tuple(
            replace(e, participants=tuple(replace(p, slug=new.get(p.slug, p.slug)) for p in e.participants))
            for e in extraction.events
        ),
    )


def _rescope(actor: Actor, new: Mapping[str, str]) -> Actor:
    slug = new.get(actor.slug, actor.slug)
    return replace(actor, slug=slug, mentions=tuple(replace(m, slug=slug) for m in actor.mentions))


def everyone(extraction: Extraction, knowledge: Knowledge) -> dict[str, Actor]:
    """All whom the records name, by slug: the actors found, then outlet, media, speakers, parties."""
    found = {a.slug: a for a in extraction.actors}
    outlet = extraction.document.outlet
    if outlet is not None:
        found.setdefault(outlet.slug, _medium(outlet.slug, outlet.name_ar, outlet.name_en, knowledge))
    chains = [s.chain for s in extraction.statements] + [e.chain for e in extraction.events]
    for link in chain.from_iterable(chains):
        found.setdefault(link.slug, _medium_of(link, knowledge))
    for s in extraction.statements:
        kind = ActorKind.ORGANISATION if s.speaker.named else ActorKind.SOURCE
        who = s.speaker
        found.setdefault(who.slug, Actor(who.slug, kind, who.name_ar, who.name_en, known=False))
    for slug in (p.slug for e in extraction.events for p in e.participants):
        found.setdefault(slug, _party(slug, knowledge))
    return found


def _medium_of(link: ChainLink, knowledge: Knowledge) -> Actor:
    return _medium(link.slug, link.name_ar, link.name_en, knowledge)


def _medium(slug: str, name_ar: str, name_en: str, knowledge: Knowledge) -> Actor:
    row = knowledge.media_by_slug(slug)
    if row is None:
        return Actor(slug, ActorKind.MEDIA, name_ar, name_en, known=False)
    return Actor(slug, ActorKind.MEDIA, row.name_ar, row.name_en, row.country, row.wikidata)


def _party(slug: str, knowledge: Knowledge) -> Actor:
    """A participant without a mention: a state known by its nationality («الطيران الروسي»)."""
    country = knowledge.country(slug)
    if country is None:
        return Actor(slug, ActorKind.ORGANISATION, slug, slug, known=False)
    return Actor(slug, ActorKind.COUNTRY, country.name_ar, country.name_en, country.code, country.wikidata)


def store_actors(
    session: Session, article_id: int, people: Mapping[str, Actor]
) -> tuple[dict[str, int], set[int]]:
    """Store appearances, mentions and spellings of one article.

    Returns the ids by slug, and the ids of actors known before whose records are filed elsewhere now.
    """
    rows = {row.slug: row for row in session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_(people)))}
    missing = [people[slug] for slug in people if slug not in rows]
    insert(session, ActorRow, [_row(a) for a in missing])
    made = ids(session, ActorRow, "slug", people)
    insert(session, AppearanceRow, [_appearance(article_id, made[a.slug], a) for a in people.values()])
    insert(
        session,
        MentionRow,
        [_mention(article_id, made[a.slug], m) for a in people.values() for m in a.mentions],
    )
    count_spellings(session, _spellings(made, people.values()))
    others = [r.id for slug, r in rows.items() if _described(r) != _described(people[slug])]
    return made, choose(session, others)


def _row(actor: Actor) -> Values:
    return {"slug": actor.slug, **_described(actor), "lane": lane(actor.slug, actor.kind, actor.country)}


def lane(slug: str, kind: ActorKind, country: str | None) -> str | None:
    if kind is ActorKind.COUNTRY:
        return slug
    return country.lower() if country else None


def _described(who: Actor | ActorRow) -> Values:
    return {name: getattr(who, name) for name in _DESCRIBED}


def _appearance(article_id: int, actor_id: int, actor: Actor) -> Values:
    return {
        "article_id": article_id,
        "actor_id": actor_id,
        **_described(actor),
        "mentions": len(actor.mentions),
    }


def _mention(article_id: int, actor_id: int, mention: Mention) -> Values:
    return {
        "article_id": article_id,
        "actor_id": actor_id,
        "paragraph": mention.paragraph,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.text,
        "how": mention.how,
        "office": mention.office,
    }


Spelling = tuple[int, str, MentionHow]


def _spellings(made: Mapping[str, int], people: Iterable[Actor]) -> Counter[Spelling]:
    return Counter(
        (made[a.slug], m.span.text, m.how)
        for a in people
        for m in a.mentions
        if m.how is not MentionHow.PRONOUN
    )


def count_spellings(session: Session, change: Mapping[Spelling, int]) -> None:
    """Add to the counts of spellings (or take from them); what reaches zero goes."""
    actors = {actor for actor, _, _ in change}
    texts = {text for _, text, _ in change}
    known = {
        (row.actor_id, row.text, row.how): row
        for row in session.scalars(
            sa.select(AliasRow).where(AliasRow.actor_id.in_(actors), AliasRow.text.in_(texts))
        )
    }
    for spelling, count in change.items():
        row = known.get(spelling)
        if row is None:
            actor_id, text, how = spelling
            session.add(AliasRow(actor_id=actor_id, text=text, how=how, count=count))
        elif row.count + count > 0:
            row.count += count
        else:
            session.delete(row)
    session.flush()


def forget_spellings(session: Session, article_id: int) -> None:
    """Take an article's mentions out of the counts, before it is removed."""
    mentions = session.execute(
        sa.select(MentionRow.actor_id, MentionRow.text, MentionRow.how).where(
            MentionRow.article_id == article_id, MentionRow.how != MentionHow.PRONOUN
        )
    )
    taken: Counter[Spelling] = Counter((m.actor_id, m.text, m.how) for m in mentions)
    count_spellings(session, {spelling: -count for spelling, count in taken.items()})


def choose(session: Session, actor_ids: Iterable[int]) -> set[int]:
    """Describe actors anew from their appearances: known beats unknown, then most mentions.

    Returns those whose records the index files elsewhere now.
    """
    wanted = set(actor_ids)
    if not wanted:
        return set()
    best: dict[int, sa.RowMapping] = {}
    for way in session.execute(_foremost().where(ActorRow.id.in_(wanted))).mappings():
        who = way["actor_id"]
        best[who] = max(way, best.get(who, way), key=_rank)
    changed: set[int] = set()
    for actor in session.scalars(sa.select(ActorRow).where(ActorRow.id.in_(best))):
        description = {name: best[actor.id][name] for name in _DESCRIBED}
        if _filed(_described(actor)) != _filed(description):
            changed.add(actor.id)
        for name, value in description.items():
            setattr(actor, name, value)
        actor.lane = lane(actor.slug, actor.kind, actor.country)
    session.flush()
    return changed


@cache
def _foremost() -> sa.Select[Any]:
    """In which ways actors are described where they are named most, among those known where any is.

    A state is in every article: the index leads to these without a look at the others.
    """
    own = _ANOTHER.actor_id == ActorRow.id
    down = sa.select(_ANOTHER.mentions).where(own).order_by(_ANOTHER.mentions.desc()).limit(1)
    known, any_ = down.where(_ANOTHER.known).scalar_subquery(), down.scalar_subquery()
    ways = (getattr(AppearanceRow, name) for name in _DESCRIBED)
    return (
        sa.select(AppearanceRow.actor_id, *ways)
        .distinct()
        .join(ActorRow, AppearanceRow.actor_id == ActorRow.id)
        .where(
            AppearanceRow.mentions == sa.func.coalesce(known, any_),
            AppearanceRow.known == known.is_not(None),
        )
    )


def _filed(description: Values) -> tuple[str | None, ...]:
    """What the index knows of an actor: the lane, and the words of an unnamed source (``index.gather``)."""
    source = description["kind"] is ActorKind.SOURCE
    names = (description["name_ar"], description["name_en"]) if source else (None, None)
    return description["kind"], description["country"], *names


def _rank(way: sa.RowMapping) -> str:
    return repr(sorted((name, str(way[name])) for name in _DESCRIBED))


def sweep(session: Session, actor_ids: Iterable[int]) -> set[int]:
    """Describe these actors anew; those that appear nowhere any more go. Returns what ``choose`` does."""
    wanted = set(actor_ids)
    left = set(
        session.scalars(
            sa.select(AppearanceRow.actor_id).where(AppearanceRow.actor_id.in_(wanted)).distinct()
        )
    )
    session.execute(sa.delete(ActorRow).where(ActorRow.id.in_(wanted - left)))
    return choose(session, left)
