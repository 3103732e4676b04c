"""Quotations that the writer forgot to close: «قال إن "… تعرقل الحل، مؤكدا أن …"».

«مؤكدا أن» describes the speaker, so the quotation ends before it, wherever its closing mark is.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.text import Analysis, Token
from app.languages.ar.speech import Speech

_COMMAS = frozenset("،,")
_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم"})
_LINKS = frozenset({"الي", "علي", "من", "عن"})
#: Nobody is told of by a participle in so few words.
_SHORTEST = 4


def narrated_from(tokens: Sequence[Token], start: int, end: int, speech: Speech) -> int | None:
    """The comma inside the marks ``start`` … ``end`` after which the writer goes on; None for none.

    A participle may also be of somebody that the quotation itself tells of («اتصل بي مؤكدا أن»).
    """
    for i in range(start + 1, end):
        if any(r.pos == "verb" and r.person == "3" and r.lemma in speech.verbs for r in tokens[i].analyses):
            return None
        comma = tokens[i - 1].span.text in _COMMAS and i - start > _SHORTEST
        if comma and _opens_saying(tokens, i, end) and any(_is_told(r, speech) for r in tokens[i].analyses):
            return i - 1
    return None


def _is_told(reading: Analysis, speech: Speech) -> bool:
    return reading.pos == "participle" and reading.lemma in speech.verbs and not reading.prefixes


def _opens_saying(tokens: Sequence[Token], i: int, end: int) -> bool:
    """«مؤكدا أن», «مشيرا إلى أن», in the accusative."""
    at = i + 2 if i + 1 < end and tokens[i + 1].fold in _LINKS else i + 1
    return at < end and tokens[at].fold in _THAT and tokens[i].fold.endswith(("ا", "ه", "ين"))
