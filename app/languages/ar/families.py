"""The forms of a word: singular, dual, plurals («صاروخ»: صواريخ, صاروخان …), tenses of a verb.

From simplemma's Arabic dictionary, folded. Forms are listed without the article; particles and pronouns are
left to the caller.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from app.cache import kept
from app.languages.ar.lexicon import folded_text, packed, unpacked
from app.languages.ar.normalise import fold_table

#: Shorter words are particles, or too many other words once folded.
SHORTEST: Final = 3
#: A larger family is several words that only look alike without their vowels.
LARGEST: Final = 40
_WORD: Final = re.compile(r"[\u0620-\u064a]{3,}")


@lru_cache(maxsize=20_000)
def family(word: str) -> frozenset[str]:
    """Every form of a folded word's lemma, the word among them; empty for a word that is not known.

    A word that may belong to several lemmas («كتب») has the forms of them all.
    """
    if len(word) < SHORTEST:
        return frozenset()
    text, lines = load_families()
    return frozenset(form for at in lines.get(word, ()) for form in text[at : text.index("\n", at)].split())


@lru_cache(maxsize=1)
def load_families() -> tuple[str, Mapping[str, tuple[int, ...]]]:
    """A line for each lemma with several forms, and where the lines of each form begin."""
    text = kept("families-ar", packed() + fold_table() + _WORD.pattern.encode(), _lines)
    lines: dict[str, tuple[int, ...]] = {}
    at = 0
    for line in text.splitlines(keepends=True):
        for form in line.split():
            lines[form] = (*lines.get(form, ()), at)
        at += len(line)
    return text, lines


def _lines() -> str:
    lemmas = unpacked()
    forms = folded_text("\n".join(lemmas)).split("\n")
    heads = folded_text("\n".join(lemmas.values())).split("\n")
    families: dict[str, set[str]] = defaultdict(set)
    for form, head in zip(forms, heads, strict=True):
        families[head].update(each for each in (form, head) if _WORD.fullmatch(each))
    lines = []
    for found in families.values():
        own = {form for form in found if not (form.startswith("ال") and form[2:] in found)}
        if 1 < len(own) <= LARGEST:
            lines.append(" ".join(sorted(own)) + "\n")
    return "".join(sorted(lines))
