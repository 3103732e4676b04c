"""The names of actors, and whom a word may mean: «Putin» is بوتين, «نتنياهو» also نتانياهو."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from app.domain.records import ActorKind, MentionHow
from app.index.read import Reader
from app.index.words import Wanted, spelled_alike, stands_in, tokens
from app.models import ActorRow, AliasRow

#: Whose names are nobody's words: what looks like another form of one is another word.
_PROPER: Final = (ActorKind.PERSON, ActorKind.COUNTRY)


@dataclass(slots=True)
class Names:
    """What actors are called, as folded words: ``of`` by slug, ``having`` the slugs by word.

    ``same`` leads from a word in Latin letters to the Arabic name that it alone stands for; ``proper``
    are the words of names of persons and countries.
    """

    of: dict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))
    having: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    proper: set[str] = field(default_factory=set)

    def add(self, slug: str, kind: ActorKind, name: str) -> list[str]:
        words = tokens(name)
        self.of[slug].append(words)
        for word in words:
            self.having[word].add(slug)
        if kind in _PROPER:
            self.proper.update(words)
        return words


def names_of(reader: Reader) -> Names:
    """The names of all actors but anonymous sources, read once for each generation."""

    def read() -> Names:
        names = Names()
        known = ActorRow.kind != ActorKind.SOURCE
        rows = reader.session.execute(
            sa.select(ActorRow.slug, ActorRow.kind, ActorRow.name_ar, ActorRow.name_en).where(known)
        )
        for slug, kind, *both in rows:
            arabic, english = (names.add(slug, kind, name) for name in both)
            if arabic and english and (kind is ActorKind.PERSON or len(arabic) == len(english) == 1):
                names.same[english[-1]].add(arabic[-1])
        spellings = reader.session.execute(
            sa.select(ActorRow.slug, ActorRow.kind, AliasRow.text)
            .join(ActorRow, ActorRow.id == AliasRow.actor_id)
            .where(known, AliasRow.how == MentionHow.NAME)
        )
        for slug, kind, name in spellings:
            names.add(slug, kind, name)
        return names

    return reader.once("names of actors", read)


def named(names: Names, wanted: Wanted) -> set[str]:
    """The actors of whose names this is part, with or without the article."""
    first, *rest = wanted.words
    if wanted.prefix:
        having = [slugs for word, slugs in names.having.items() if word.startswith(wanted.words[-1])]
        near = set().union(*having)
    else:
        near = names.having.get(first, set()) | names.having.get("ال" + first, set())
    both = (wanted, Wanted(("ال" + first, *rest), wanted.quoted, wanted.prefix))
    return {slug for slug in near if any(stands_in(each, name) for name in names.of[slug] for each in both)}


def spellings(names: Names, slugs: set[str], wanted: Wanted) -> Iterator[Wanted]:
    """What is looked for, and other ways to write a single name."""
    if len(wanted.words) > 1 or wanted.prefix:
        yield wanted
        return
    seen = {other for slug in slugs for name in names.of[slug] for other in name}
    arabic = {*wanted.words, *names.same.get(wanted.words[0], ())}
    for other in arabic.union(*(spelled_alike(word, seen) for word in arabic)):
        yield Wanted((other,), wanted.quoted)
