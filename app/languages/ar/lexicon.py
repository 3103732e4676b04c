"""Is this a word of the language? Simplemma's Arabic dictionary, folded, with clitics removed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from app.cache import kept
from app.languages.ar.normalise import fold, fold_table

_PREFIXES = (
    "",
    "س",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
    "وال",
    "بال",
    "فال",
    "كال",
    "ال",
    "وب",
    "ول",
    "وس",
    "فس",
    "وبال",
)
_SUFFIXES = ("", "ها", "هم", "ه", "نا", "هما", "ك", "ي", "ا")


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """All words, folded; unpacking and folding them takes half a second, so the list is kept."""
    return frozenset(kept("words-ar", packed() + fold_table(), _words).split("\n"))


def packed() -> bytes:
    """The dictionary as the package brings it; the package itself need not be imported for that."""
    package = find_spec("simplemma")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("simplemma is not installed", name="simplemma")
    return (
        Path(package.origin).with_name("strategies").joinpath("dictionaries", "data", "ar.plzma").read_bytes()
    )


def unpacked() -> Mapping[str, str]:
    """Every word of the dictionary as it is written there, and its lemma."""
    factory = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    words: Mapping[str, str] = factory.DefaultDictionaryFactory().get_dictionary("ar")
    return words


def folded_text(text: str) -> str:
    """A long text folded all at once, letter by letter: a fifth of the time that each word would take."""
    for letter in set(text) - {"\n"}:
        folded = fold(letter)
        if folded != letter:
            text = text.replace(letter, folded)
    return text


def _words() -> str:
    """One a line."""
    return "\n".join(sorted(set(folded_text("\n".join(unpacked())).split("\n"))))


@lru_cache(maxsize=100_000)
def is_word(folded: str) -> bool:
    """True when the dictionary holds the folded word, bare or under particles and pronouns."""
    words = _dictionary()
    return (
        any(_bare(folded, prefix, suffix) in words for prefix in _PREFIXES for suffix in _SUFFIXES)
        or (folded.startswith("لل") and bool({folded[1:], folded[2:], "ال" + folded[2:]} & words))
        or _two_of(folded, words)
    )


def _two_of(folded: str, words: frozenset[str]) -> bool:
    """«لقاءين», «قرارين»: the dual of a word of four letters; shorter ones look like names («شاهين»)."""
    return folded.endswith("ين") and len(folded) >= 6 and folded[:-2] in words


def is_plain_word(folded: str) -> bool:
    """True when the dictionary holds exactly this folded word."""
    return folded in _dictionary()


def _bare(word: str, prefix: str, suffix: str) -> str:
    if not (word.startswith(prefix) and word.endswith(suffix)) or len(word) < len(prefix) + len(suffix) + (
        3 if suffix else 2
    ):
        return ""
    return word[len(prefix) : len(word) - len(suffix)]
