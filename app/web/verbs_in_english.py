"""English for the words of saying, shown before the article's own: ``verbs_in_english.tsv``.

A verb is given in the past tense, as agencies report speech, whatever tense and number the text has.
For «بحسب» and similar words, the table has the words themselves, with nothing under ``base``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from app.errors import TableError
from app.languages.ar.normalise import fold

_TABLE = "verbs_in_english.tsv"
#: The lemma of words that name a source without a verb.
_ACCORDING = fold("وفق")
_NOT = frozenset(map(fold, ("لم", "ولم", "فلم", "لا", "ولا", "لن", "ولن")))


def in_english(lemma: str, words: str) -> str:
    """What the ``words`` of a text mean, whose verb has this folded lemma: «نفت» "denied", «لم يستبعد» "did
    not rule out", «نقلا عن» "citing"; empty for a lemma that is not in the table."""
    base, past = _verbs().get(lemma, ("", ""))
    folded = fold(words)
    if lemma == _ACCORDING:
        bare = folded.removeprefix("و")
        return next((english for phrase, english in _phrases() if bare.startswith(phrase)), past)
    return f"did not {base}" if base and folded.partition(" ")[0] in _NOT else past


@cache
def _verbs() -> Mapping[str, tuple[str, str]]:
    """Base and past of each folded lemma; TableError for a row that is not three cells, or comes twice."""
    head, *lines = files("app.web").joinpath(_TABLE).read_text("utf-8").splitlines()
    if head != "lemma\tbase\tpast":
        raise TableError(_TABLE, f"its head is {head!r}")
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        cells = line.split("\t")
        if len(cells) != 3 or not (cells[0] and cells[2]) or fold(cells[0]) in found:
            raise TableError(_TABLE, line)
        found[fold(cells[0])] = cells[1], cells[2]
    return found


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Words that name a source, the longest first."""
    found = [(words, past) for words, (base, past) in _verbs().items() if not base and words != _ACCORDING]
    return tuple(sorted(found, key=lambda each: -len(each[0])))
