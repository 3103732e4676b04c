"""Does a country's or capital's name say where, or who?"""

from __future__ import annotations

from typing import Any

from app.ingest.mentions_page import Page
from app.ingest.mentions_trie import Hit
from app.languages.ar.names import load_names


def is_place(page: Page, hit: Hit[Any], *, capital: bool) -> bool:
    """True when the words before the name put it on the map: «في سوريا», «محادثات جنيف»."""
    words = load_names()
    at = page.before(hit.start)
    if "ب" in hit.form.prefix:
        return capital or not page.any_of(at, words.takes_bi)
    if at < 0:
        return False
    if hit.form.prefix.startswith("و"):
        return _joined_to_place(page, at)
    if page.any_of(at, words.place_cues) or (capital and page.any_of(at, words.motion)):
        return True
    if capital and page.nisba(at) and page.fold(at - 1).endswith("العاصمه"):
        return True
    before = page.fold(at)
    if before == "الي":
        return capital or any(page.any_of(k, words.motion) for k in range(max(0, at - 4), at))
    if before == "من":
        moved = any(page.any_of(k, words.motion) for k in range(max(0, at - 4), at))
        return moved or (capital and not page.any_of(at - 1, words.takes_min))
    return capital and page.any_of(at, words.scene_nouns)


def _joined_to_place(page: Page, at: int) -> bool:
    """«في العراق وسوريا»: the second name stands as the first does."""
    words = load_names()
    for k in range(at, max(-1, at - 4), -1):
        if page.any_of(k, words.place_cues):
            return k < at
        if not page.tokens[k].is_word or page.fold(k) in ("بين", "مع"):
            return False
    return False
