"""Records and passages that match the words of a query, in their text or in the names of their parties.

Every word and every phrase must occur, each anywhere in the record. «Putin» finds records Putin takes part
in, and texts that name him بوتين; «نتنياهو» finds نتانياهو if both are seen for one person; «صاروخ» finds
«صواريخ». An exact query compares the letters as they are, in the texts that fold to the same words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_
from typing import Final

import sqlalchemy as sa

from app.domain.records import MentionHow
from app.errors import TooBroadError
from app.index.common import has_common, keys_of_words
from app.index.keys import PARAGRAPH_BITS, TITLES, passages_of
from app.index.letters import passage_texts, record_texts
from app.index.names import Names, named, names_of, spellings
from app.index.read import Keys, Reader
from app.index.tables import ARTICLES
from app.index.words import Wanted, asked, in_letters, is_telling, sequences, tokens
from app.languages.ar.families import family
from app.models import (
    ActorRow,
    MentionRow,
)
from app.models.search import PASSAGES, Words, keys_with, known_words

#: Questions whose answers are kept for one generation.
KEPT: Final = 64
#: So many texts at most are compared letter by letter for one question, so many read at once.
COMPARED: Final = 5_000
#: So many records where none may be left out.
ALL_COMPARED: Final = 50_000
READ: Final = 2_500
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


@dataclass(frozen=True, slots=True)
class Held:
    """Keys of what holds a question. Not ``whole``: only the first that hold its words in some spelling were
    read letter by letter."""

    keys: Keys
    whole: bool = True


def holding(reader: Reader, question: str, *, exact: bool = False) -> Keys:
    """Keys of all records that hold all that is asked for; all where nothing is. TooBroadError for an exact
    question whose words stand in some spelling in more than ``ALL_COMPARED`` records."""
    if not exact:
        return records(reader, question).keys

    def find() -> Keys:
        wanted = sought(reader, question, exact=True)
        found = _filed(reader, wanted) & reader.all if wanted else reader.all
        if wanted and len(found) > ALL_COMPARED:
            raise TooBroadError("exact", "1", (str(ALL_COMPARED),))
        return _exactly(reader, wanted, found, None, record_texts, len(found)).keys if wanted else found

    return reader.recent("letters", question, find, KEPT)


def records(
    reader: Reader,
    question: str,
    *,
    exact: bool = False,
    within: Callable[[], Keys] | None = None,
) -> Held:
    """The same, and whether all were read that an exact question asks for: of more than ``COMPARED`` only the
    first of those are that stand ``within`` these."""

    def find() -> Held:
        wanted = sought(reader, question, exact=exact)
        found = _filed(reader, wanted) & reader.all if wanted else reader.all
        if not exact:
            return Held(found)
        return _exactly(reader, wanted, found, within, record_texts, COMPARED)

    if within is not None and exact:
        return find()
    return reader.recent("questions", (question, exact), find, KEPT)


def passages(
    reader: Reader, question: str, *, exact: bool = False, within: Callable[[Keys], Keys] | None = None
) -> Held:
    """Keys of the passages that hold all that is asked for, none where nothing is; else as for records."""

    def find() -> Held:
        wanted = sought(reader, question, exact=exact)
        found = _without_gone(reader, _passages(reader, wanted)) if wanted else Keys()
        if not exact:
            return Held(found)
        near = (lambda: within(found)) if within else None
        paragraphs, titles = found.copy(), found.copy()
        paragraphs.remove_range(TITLES, 2 * TITLES)
        titles.remove_range(0, TITLES)
        both = [
            _exactly(reader, wanted, each, near, passage_texts, COMPARED) for each in (paragraphs, titles)
        ]
        return Held(both[0].keys | both[1].keys, all(each.whole for each in both))

    if within is not None and exact:
        return find()
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


def _filed(reader: Reader, wanted: Sequence[Sought]) -> Keys:
    """Records with all of these: rare words are looked up together, names and common words one by one."""
    if not all(each.forms or each.slugs for each in wanted):
        return Keys()
    apart = [each for each in wanted if each.slugs or has_common(reader, _word(each))]
    together = [_word(each) for each in wanted if each not in apart]
    found = [Keys(keys_with(reader.session.connection(), together))] if together else []
    for each in apart:
        named = reader.union("actor", sorted(each.slugs))
        found.append(named | keys_of_words(reader, _word(each)))
    return reduce(and_, found)


def _passages(reader: Reader, wanted: Sequence[Sought]) -> Keys:
    """Those with the words; of a name in Latin letters also those that name the actor."""
    connection = reader.session.connection()
    if not all(each.forms or (each.slugs and each.is_latin) for each in wanted):
        return Keys()
    by_word = [each for each in wanted if not (each.slugs and each.is_latin)]
    found = [Keys(keys_with(connection, map(_word, by_word), PASSAGES))] if by_word else []
    for each in wanted:
        if each.slugs and each.is_latin:
            here = Keys(keys_with(connection, [_word(each)], PASSAGES))
            here.update(reader.session.scalars(_naming(each.slugs)))
            found.append(here)
    return reduce(and_, found)


def _word(each: Sought) -> Words:
    return Words(sorted(each.forms), each.wanted.prefix)


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


def _exactly(
    reader: Reader,
    wanted: Sequence[Sought],
    near: Keys,
    within: Callable[[], Keys] | None,
    read: Callable[[Reader, Sequence[int]], Iterable[tuple[int, str]]],
    most: int,
) -> Held:
    """Of what holds the words folded, ``near``, that which holds them letter by letter."""
    if len(near) > most and within is not None:
        near = near & within()
    letters = [in_letters(each.wanted) for each in wanted]
    found = Keys()
    keys = list(islice(near, most))
    for start in range(0, len(keys), READ):
        held: dict[int, set[int]] = defaultdict(set)
        for key, text in read(reader, keys[start : start + READ]):
            held[key].update(n for n, each in enumerate(letters) if each.search(text))
        found.update(key for key, which in held.items() if len(which) == len(letters))
    return Held(found, len(near) <= most)
