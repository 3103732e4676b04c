"""The full spelling of a verb's lemma, which records keep in folded form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from app.languages.ar.normalise import fold


def spelled(lemma: str) -> str:
    """«اكد» → «أكّد», as in ``verbs.tsv``; a word that is not there as it is."""
    return _spellings().get(lemma, lemma)


@cache
def _spellings() -> Mapping[str, str]:
    """The first verb of the table under each folded lemma: the more frequent come first."""
    _, *lines = files("app.languages.ar").joinpath("verbs.tsv").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        verb = line.partition("\t")[0].strip()
        if verb and not verb.startswith("#"):
            found.setdefault(fold(verb), verb)
    return found
