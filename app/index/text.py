"""Records that hold the words looked for: in their texts, or in the names of their parties.

Every word and every phrase must be found, each anywhere in the record. «Putin» finds what Putin has part
in, and texts that name him بوتين; «نتنياهو» finds نتانياهو where both are seen for one person. An exact
question takes the letters as they are: the texts that fold alike are read and compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from app.domain.records import ActorKind, MentionHow
from app.index.read import Keys, Reader
from app.index.words import Wanted, asked, sequences, spelled_alike, stands_in, tokens
from app.models import ActorRow, AliasRow, IndexEntryRow, ParticipantRow, StatementRow, TellingRow
from app.models.search import is_one_of, keys_with

#: Questions whose answers are kept for one generation.
KEPT: Final = 64
#: Texts read at once to be compared letter by letter.
READ: Final = 10_000


@dataclass(slots=True)
class Names:
    """What actors are called, as folded words: ``of`` by slug, ``having`` the slugs by word.

    ``same`` leads from a word in Latin letters to the Arabic name that it alone stands for.
    """

    of: dict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))
    having: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    same: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, slug: str, name: str) -> list[str]:
        words = tokens(name)
        self.of[slug].append(words)
        for word in words:
            self.having[word].add(slug)
        return words


def holding(reader: Reader, question: str, *, exact: bool = False) -> Keys:
    """Keys of the records that hold all that is asked for; all records where nothing is."""

    def find() -> Keys:
        one = _exactly if exact else _folded
        found = reader.all
        for wanted in asked(question, exact=exact):
            found = found & one(reader, wanted)
        return found

    return reader.recent("questions", (question, exact), find, KEPT)


def _folded(reader: Reader, wanted: Wanted) -> Keys:
    names = names_of(reader)
    slugs = _named(names, wanted)
    forms = {form for each in _spellings(names, slugs, wanted) for form in sequences(each)}
    found = Keys(keys_with(reader.session.connection(), sorted(forms), prefix=wanted.prefix))
    return found | reader.union("actor", sorted(slugs)) if slugs else found


def _named(names: Names, wanted: Wanted) -> set[str]:
    """The actors of whose names this is part, with or without the article."""
    first, *rest = wanted.words
    if wanted.prefix:
        having = [slugs for word, slugs in names.having.items() if word.startswith(wanted.words[-1])]
        near = set().union(*having)
    else:
        near = names.having.get(first, set()) | names.having.get("ال" + first, set())
    both = (wanted, Wanted(("ال" + first, *rest), wanted.quoted, wanted.prefix))
    return {slug for slug in near if any(stands_in(each, name) for name in names.of[slug] for each in both)}


def _spellings(names: Names, slugs: set[str], wanted: Wanted) -> Iterator[Wanted]:
    """What is looked for, and other ways to write a single name."""
    if len(wanted.words) > 1 or wanted.prefix:
        yield wanted
        return
    seen = {other for slug in slugs for name in names.of[slug] for other in name}
    arabic = {*wanted.words, *names.same.get(wanted.words[0], ())}
    for other in arabic.union(*(spelled_alike(word, seen) for word in arabic)):
        yield Wanted((other,), wanted.quoted)


def names_of(reader: Reader) -> Names:
    """The names of all actors but anonymous sources, read once for each generation."""

    def read() -> Names:
        names = Names()
        known = ActorRow.kind != ActorKind.SOURCE
        rows = reader.session.execute(
            sa.select(ActorRow.slug, ActorRow.kind, ActorRow.name_ar, ActorRow.name_en).where(known)
        )
        for slug, kind, *both in rows:
            arabic, english = (names.add(slug, name) for name in both)
            if arabic and english and (kind is ActorKind.PERSON or len(arabic) == len(english) == 1):
                names.same[english[-1]].add(arabic[-1])
        spellings = reader.session.execute(
            sa.select(ActorRow.slug, AliasRow.text)
            .join(ActorRow, ActorRow.id == AliasRow.actor_id)
            .where(known, AliasRow.how == MentionHow.NAME)
        )
        for slug, name in spellings:
            names.add(slug, name)
        return names

    return reader.once("names of actors", read)


def _exactly(reader: Reader, wanted: Wanted) -> Keys:
    """Texts that hold the words letter by letter, among those that hold them folded."""
    folded = Wanted(
        tuple(word for each in wanted.words for word in tokens(each)), wanted.quoted, wanted.prefix
    )
    near = Keys(keys_with(reader.session.connection(), [folded.words], prefix=wanted.prefix))
    near = (near | reader.union("actor", sorted(_named(names_of(reader), folded)))) & reader.all
    found = Keys()
    keys = list(near)
    for start in range(0, len(keys), READ):
        some = keys[start : start + READ]
        found.update(
            {key for key, text in _texts(reader, some) if stands_in(wanted, tokens(text, exact=True))}
        )
    return found


def _texts(reader: Reader, keys: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Key and text of each telling, headline, statement and name behind these keys."""
    entry, session = IndexEntryRow, reader.session
    wanted = is_one_of(entry.key, keys)
    told = (
        sa.select(entry.key, TellingRow.text, TellingRow.headline_ar, TellingRow.headline_en)
        .join(TellingRow, TellingRow.event_id == entry.event_id)
        .where(wanted)
    )
    parties = (
        sa.select(entry.key, ActorRow.name_ar, ActorRow.name_en)
        .join(ParticipantRow, ParticipantRow.event_id == entry.event_id)
        .join(ActorRow, ActorRow.id == ParticipantRow.actor_id)
        .where(wanted)
    )
    said = (
        sa.select(entry.key, StatementRow.text, StatementRow.content, ActorRow.name_ar, ActorRow.name_en)
        .join(StatementRow, StatementRow.id == entry.statement_id)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(wanted)
    )
    for statement in (told, parties, said):
        for key, *texts in session.execute(statement):
            yield from ((key, text) for text in texts)
