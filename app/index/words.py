"""Words of texts and words of queries: folding, attached particles, phrases. Pure.

A text is indexed by its words as they stand, folded; a query lists the forms in which its words
may occur. «روسيا» is looked for as روسيا, وروسيا, بروسيا, لروسيا …, «حكومة» also as الحكومة, للحكومة,
حكومتها; a word written with its article («الأسد») only with it. So no letter is stripped that only looks
like a particle: «وزير» is never taken for «زير» with «و».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from app.languages.ar.normalise import HIDDEN, MARKS, fold_text

_WORD: Final = re.compile(r"[^\W_]+")
#: The same with what folding drops inside a word.
_MARKED: Final = re.compile(rf"(?:[^\W_]|[{MARKS}{HIDDEN}])+")
#: A stretch between quotation marks, folded to one kind, or a run without blanks.
_PIECE: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_ARABIC: Final = re.compile(r"[\u0620-\u064a]")

_CONJUNCTIONS: Final = ("", "و", "ف")
_PREPOSITIONS: Final = ("", "ب", "ل", "ك")
_ARTICLES: Final = ("ال", "بال", "كال", "لل")
_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "هما", "نا", "ي", "ك", "كم")
#: The person letters before which «س» means the future.
_PERSONS: Final = ("ي", "ت", "ن", "ا")
#: Shorter words have nothing written on to their end: too much else would look like them.
_LONG: Final = 3
#: Fewer letters, an article apart, are the beginning of every second word.
_BEGUN: Final = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word, or the words of a phrase in their order; ``prefix``: the last may go on."""

    words: tuple[str, ...]
    quoted: bool = False
    prefix: bool = False


def tokens(text: str, *, exact: bool = False) -> list[str]:
    """The words of a text, folded unless ``exact``."""
    if exact:
        return _WORD.findall(text)
    return [folded for word in _MARKED.findall(text) for folded in _folded(word)]


def places(text: str, *, exact: bool = False) -> Iterator[tuple[str, int, int]]:
    """The words of a text, folded unless ``exact``, with where each stands in its own letters."""
    for match in (_WORD if exact else _MARKED).finditer(text):
        for word in (match[0],) if exact else _folded(match[0]):
            yield word, match.start(), match.end()


def is_telling(word: str) -> bool:
    """True for a word worth proposing to who misspelt it: letters, and not all too many."""
    return 2 <= len(word) <= 40 and word.isalpha()


@lru_cache(maxsize=200_000)
def _folded(word: str) -> tuple[str, ...]:
    """A word folded: the same few thousand come again and again. None is left of mere marks."""
    return tuple(_WORD.findall(fold_text(word).casefold()))


def asked(question: str, *, exact: bool = False) -> tuple[Wanted, ...]:
    """What a question asks for: every word, phrases between quotation marks, ``word*`` for a beginning.

    Anything else has no meaning here, and none can be given to it: only letters and digits are kept.
    """
    found = []
    marked = re.sub("[“”„‟«»″]", '"', question)
    for match in _PIECE.finditer(marked):
        phrase, word = match.groups()
        words = tuple(tokens(phrase if phrase is not None else word, exact=exact))
        if words:
            begun = word is not None and word.endswith("*") and len(words[-1].removeprefix("ال")) >= _BEGUN
            found.append(Wanted(words, phrase is not None, begun))
    return tuple(dict.fromkeys(found))


def too_short(question: str) -> tuple[str, ...]:
    """The words of a question that end with a star, of too few letters to be looked for as beginnings."""
    begun = [word for word in question.split() if word.endswith("*") and '"' not in word]
    return tuple(word for word in begun if not any(each.prefix for each in asked(word)))


def sequences(wanted: Wanted, family: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """The forms in which folded words may stand: particles before the first, pronouns after a single one.

    ``family`` are other forms of a single word, without article («صواريخ» of «الصاروخ»).
    """
    first, *rest = wanted.words
    if not _ARABIC.search(first):
        return [wanted.words]
    if rest or wanted.quoted:
        found = _with_particles(first)
    else:
        article = "ال" if first.startswith("ال") else ""
        found = chain(forms(first), *(forms(article + each) for each in family))
    return [(form, *rest) for form in dict.fromkeys(found)]


def forms(word: str) -> Iterator[str]:
    """A folded Arabic word with all that may be written on to it."""
    yield from _with_particles(word)
    if word.startswith("ال") or len(word) < _LONG:
        return
    for conjunction in _CONJUNCTIONS:
        yield from (conjunction + article + word for article in _ARTICLES)
        for ending in _endings(word):
            yield from (conjunction + preposition + ending for preposition in _PREPOSITIONS)


def _with_particles(word: str) -> Iterator[str]:
    """A word after conjunctions and prepositions; «ل» swallows the letter of the article."""
    bare = word[2:] if word.startswith("ال") and len(word) > _LONG + 1 else None
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            if preposition == "ل" and bare is not None:
                yield conjunction + "لل" + bare
            else:
                yield conjunction + preposition + word
        if word.startswith(_PERSONS):
            yield conjunction + "س" + word


def _endings(word: str) -> Iterator[str]:
    """A word with the pronouns that may end it; «ة» opens into «ت»."""
    stems = (word[:-1] + "ت",) if word.endswith("ه") else (word,)
    return (stem + pronoun for stem in stems for pronoun in _PRONOUNS)


@lru_cache(maxsize=256)
def in_letters(wanted: Wanted) -> re.Pattern[str]:
    """Matches where ``stands_in`` is true of a text's words as they are written, without taking it apart."""
    words = r"[\W_]+".join(map(re.escape, wanted.words))
    return re.compile(rf"(?<![^\W_]){words}" + ("" if wanted.prefix else r"(?![^\W_])"))


def stands_in(wanted: Wanted, words: Sequence[str]) -> bool:
    """True when the words looked for stand in a text, one after the other."""
    size = len(wanted.words)
    return any(_same(wanted, tuple(words[at : at + size])) for at in range(len(words) - size + 1))


def _same(wanted: Wanted, words: tuple[str, ...]) -> bool:
    if wanted.prefix:
        return words[:-1] == wanted.words[:-1] and words[-1].startswith(wanted.words[-1])
    return words == wanted.words


def skeleton(word: str) -> str:
    """A name without the letters that its spellings differ in: نتنياهو and نتانياهو have one."""
    return re.sub("[اوي]", "", word)


def spelled_alike(word: str, others: Iterable[str]) -> Iterator[str]:
    """Those of the other spellings of a name that are this word written otherwise."""
    own = skeleton(word)
    if len(own) >= _LONG:
        yield from (other for other in others if other != word and skeleton(other) == own)
