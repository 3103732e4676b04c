"""Does a country's or capital's name say where, or who?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.text import Token
from app.ingest.mentions_trie import MARKS, Hit, forms
from app.languages.ar.names import load_names


def is_place(tokens: Sequence[Token], hit: Hit[Any], *, capital: bool) -> bool:
    """True when the words before the name put it on the map: «في سوريا», «محادثات جنيف»."""
    if "ب" in hit.form.prefix:
        return True
    words = load_names()
    at = hit.start - 1
    while at >= 0 and tokens[at].fold in MARKS:
        at -= 1
    if at < 0 or tokens[at].paragraph != tokens[hit.start].paragraph:
        return False
    before = tokens[at].fold
    if hit.form.prefix.startswith("و"):
        return _joined_to_place(tokens, at, capital=capital)
    if any(f.word in words.place_cues for f in forms(before)):
        return True
    if before == "الي":
        return capital or _leads_somewhere(tokens, at)
    if before == "من":
        return capital and not _asked_of(tokens, at)
    return capital and any(f.word in words.scene_nouns for f in forms(before))


def _leads_somewhere(tokens: Sequence[Token], at: int) -> bool:
    motion = load_names().motion
    return any(f.word in motion for token in tokens[max(0, at - 4) : at] for f in forms(token.fold))


_ASKED = frozenset({"بدعم", "دعم", "طلب", "موقف", "ضغوط", "موافقه", "رد", "قرب", "مقرب", "قريب", "مدعوم", "المدعومه", "بطلب", "بضغط", "كل", "كلا"})


def _asked_of(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and any(f.word in _ASKED for f in forms(tokens[at - 1].fold))


def _joined_to_place(tokens: Sequence[Token], at: int, *, capital: bool) -> bool:
    """«في العراق وسوريا»: the second name stands as the first does."""
    words = load_names()
    for k in range(at, max(-1, at - 4), -1):
        fold = tokens[k].fold
        if any(f.word in words.place_cues for f in forms(fold)):
            return k < at
        if not tokens[k].is_word or fold in ("بين", "مع"):
            return False
    return False
