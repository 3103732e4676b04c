"""Records and passages that hold the words looked for: in their texts, or in the names of their parties.

Every word and every phrase must be found, each anywhere in the record. «Putin» finds what Putin has part
in, and texts that name him بوتين; «نتنياهو» finds نتانياهو where both are seen for one person; «صاروخ» finds
«صواريخ». An exact question takes the letters as they are: the texts that fold alike are read and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from app.domain.records import MentionHow
from app.index.keys import PARAGRAPH_BITS, article_and_paragraph, passage_key, passages_of
from app.index.names import Names, named, names_of, spellings
from app.index.read import Keys, Reader
from app.index.tables import ARTICLES
from app.index.words import Wanted, asked, is_telling, sequences, stands_in, tokens
from app.languages.ar.families import family
from app.models import (
    ActorRow,
    ArticleRow,
    IndexArticleRow,
    IndexEntryRow,
    MentionRow,
    ParagraphRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from app.models.search import PASSAGES, is_one_of, keys_with, known_words

#: Questions whose answers are kept for one generation.
KEPT: Final = 64
#: Texts read at once to be compared letter by letter.
READ: Final = 10_000
_LATIN: Final = re.compile("[a-z]")
#: Words that name an actor outright.
_BY_NAME: Final = (MentionHow.NAME, MentionHow.ALIAS)


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or phrase of a question with all that it is found by.

    ``forms`` are the folded words that may stand for it, ``slugs`` the actors so named. Of an exact
    question they are only where to look; the letters of ``wanted`` decide.
    """

    wanted: Wanted
    forms: frozenset[tuple[str, ...]]
    slugs: frozenset[str]

    @property
    def is_latin(self) -> bool:
        """True for a name that Arabic texts write in other letters."""
        return bool(_LATIN.match(self.wanted.words[0].casefold()))


def sought(reader: Reader, question: str, *, exact: bool = False) -> tuple[Sought, ...]:
    """Everything that a question asks for, in its order."""

    def read() -> tuple[Sought, ...]:
        one = _letter_by_letter if exact else _in_every_form
        return tuple(one(reader, wanted) for wanted in asked(question, exact=exact))

    return reader.recent("sought", (question, exact), read, KEPT)


def holding(reader: Reader, question: str, *, exact: bool = False) -> Keys:
    """Keys of the records that hold all that is asked for; all records where nothing is."""

    def find() -> Keys:
        found = reader.all
        for each in sought(reader, question, exact=exact):
            near = _filed(reader, each)
            found = found & (_exactly(reader, each.wanted, near & reader.all) if exact else near)
        return found

    return reader.recent("questions", (question, exact), find, KEPT)


def passages(reader: Reader, question: str, *, exact: bool = False) -> Keys:
    """Keys of the passages that hold all that is asked for; none where nothing is."""

    def find() -> Keys:
        found: Keys | None = None
        for each in sought(reader, question, exact=exact):
            here = _passages(reader, each)
            if exact:
                here = _exact_passages(reader, each.wanted, here if found is None else here & found)
            found = here if found is None else found & here
        return _without_gone(reader, found) if found else Keys()

    return reader.recent("passages", (question, exact), find, KEPT)


def _in_every_form(reader: Reader, wanted: Wanted) -> Sought:
    names = names_of(reader)
    slugs = named(names, wanted)
    forms = {
        form for each in spellings(names, slugs, wanted) for form in sequences(each, _family(names, each))
    }
    return Sought(wanted, _occurring(reader, forms, wanted), frozenset(slugs))


def _letter_by_letter(reader: Reader, wanted: Wanted) -> Sought:
    words = tuple(word for each in wanted.words for word in tokens(each))
    if not words:  # mere marks, under which nothing is filed
        return Sought(wanted, frozenset(), frozenset())
    folded = Wanted(words, wanted.quoted, wanted.prefix)
    return Sought(wanted, frozenset({words}), frozenset(named(names_of(reader), folded)))


def _family(names: Names, wanted: Wanted) -> frozenset[str]:
    """Other forms of a single common noun or verb; a name has none."""
    word = wanted.words[0]
    if len(wanted.words) > 1 or wanted.quoted or wanted.prefix or {word, "ال" + word} & names.proper:
        return frozenset()
    return family(word.removeprefix("ال"))


def _occurring(reader: Reader, forms: set[tuple[str, ...]], wanted: Wanted) -> frozenset[tuple[str, ...]]:
    """Those of the forms whose words stand in some text."""
    if wanted.prefix:
        return frozenset(forms)
    words = {word for form in forms for word in form if is_telling(word)}
    missing = words - known_words(reader.session.connection(), words)
    return frozenset(form for form in forms if missing.isdisjoint(form))


def _filed(reader: Reader, each: Sought) -> Keys:
    forms = sorted(each.forms)
    found = Keys(keys_with(reader.session.connection(), forms, prefix=each.wanted.prefix))
    return found | reader.union("actor", sorted(each.slugs)) if each.slugs else found


def _passages(reader: Reader, each: Sought) -> Keys:
    """Those with the words; of a name in Latin letters also those that name the actor."""
    connection, prefix = reader.session.connection(), each.wanted.prefix
    found = Keys(keys_with(connection, sorted(each.forms), prefix=prefix, table=PASSAGES))
    if each.slugs and each.is_latin:
        found.update(reader.session.scalars(_naming(each.slugs)))
    return found


def _naming(slugs: Iterable[str]) -> sa.Select[int]:
    """Keys of the passages in which one of these actors is named."""
    key = ARTICLES.c.key * (1 << PARAGRAPH_BITS) + MentionRow.paragraph  # every database multiplies alike
    return (
        sa.select(sa.cast(key, sa.BigInteger))
        .distinct()
        .select_from(MentionRow)
        .join(ActorRow, ActorRow.id == MentionRow.actor_id)
        .join(ARTICLES, ARTICLES.c.article_id == MentionRow.article_id)
        .where(ActorRow.slug.in_(sorted(slugs)), MentionRow.how.in_(_BY_NAME))
    )


def _without_gone(reader: Reader, found: Keys) -> Keys:
    """Without what is filed under keys of articles that are no more."""

    def read() -> tuple[int, ...]:
        return tuple(reader.session.scalars(sa.select(ARTICLES.c.key).where(ARTICLES.c.article_id.is_(None))))

    kept = found.copy()
    for article in reader.once("articles gone", read):
        for first, end in passages_of(article):
            kept.remove_range(first, end)
    return kept


def _exactly(reader: Reader, wanted: Wanted, near: Keys) -> Keys:
    """Records that hold the words letter by letter, among those that hold them folded."""
    found = Keys()
    keys = list(near)
    for start in range(0, len(keys), READ):
        some = keys[start : start + READ]
        found.update(
            {key for key, text in _texts(reader, some) if stands_in(wanted, tokens(text, exact=True))}
        )
    return found


def _exact_passages(reader: Reader, wanted: Wanted, near: Keys) -> Keys:
    found = Keys()
    keys = list(near)
    for start in range(0, len(keys), READ):
        some = keys[start : start + READ]
        texts = passage_texts(reader, some)
        found.update({key for key, text in texts if stands_in(wanted, tokens(text, exact=True))})
    return found


def passage_texts(reader: Reader, keys: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Key and text of each paragraph, title and heading behind these keys of passages."""
    wanted = set(keys)
    articles = {article_and_paragraph(key)[0] for key in wanted}
    where = is_one_of(IndexArticleRow.key, articles)
    titles = (
        sa.select(ARTICLES.c.key, sa.literal(0), ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
        .where(where, ArticleRow.title.is_not(None))
    )
    line = sa.func.substr(ArticleRow.text, ParagraphRow.start + 1, ParagraphRow.end - ParagraphRow.start)
    lines = (
        sa.select(ARTICLES.c.key, sa.func.coalesce(ParagraphRow.n, 0), line)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
        .join(ParagraphRow, ParagraphRow.article_id == ArticleRow.id)
        .where(where)
        .order_by(ParagraphRow.article_id, ParagraphRow.start)
    )
    for statement in (titles, lines):
        for article, n, text in reader.session.execute(statement):
            if (key := passage_key(article, n)) in wanted:
                yield key, text


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
