"""Does a country's or capital's name say where, or who?"""

from __future__ import annotations

from typing import Any

from app.ingest.naming.page import Page
from app.ingest.naming.trie import Hit
from app.languages.ar.names import load_names


def is_place(page: Page, hit: Hit[Any], *, capital: bool) -> bool:
    """True when the words before the name put it on the map: «في سوريا», «محادثات جنيف»."""
    words = load_names()
    at = page.before(hit.start)
    if page.fold(hit.end) in words.past_states or (capital and datelined(page, hit)):
        return True
    if "ب" in hit.form.prefix:
        return capital or not page.any_of(at, words.takes_bi)
    if at < 0 or _takes_part(page, at, capital=capital):
        return False
    if capital and (_attacked(page, at) or _visited(page, hit, at)):
        return True
    if hit.form.prefix.startswith("و"):
        return _joined_to_place(page, at)
    if _part_of(page, at) or page.any_of(at, words.place_cues | words.topics) or _bordering(page, at):
        return True
    return _apposed(page, hit, capital=capital) or _is_destination(page, at, capital=capital)


def _takes_part(page: Page, at: int, *, capital: bool) -> bool:
    """A country that is visited, or whose authorities are spoken of: «الأشقاء في عُمان»."""
    words = load_names()
    if not capital and page.any_of(at if page.fold(at) != "الي" else at - 1, words.visits):
        return True
    return page.any_of(at, words.place_cues) and page.any_of(at - 1, words.authorities)


def _is_destination(page: Page, at: int, *, capital: bool) -> bool:
    """Motion leads to it or from it, or it is the scene of talks."""
    words = load_names()
    if capital and page.any_of(at, words.motion):
        return True
    if capital and page.nisba(at) and page.fold(at - 1).endswith("العاصمه"):
        return True
    before = page.fold(at)
    if before == "الي":
        return capital or any(page.any_of(k, words.motion) for k in range(max(0, at - 4), at))
    if before == "من" and page.fold(at - 1).lstrip("وبل") in ("كل", "كلا"):
        return False  # «زيارة لكل من قطر ومصر»
    if before == "من":
        moved = any(page.any_of(k, words.motion | words.leaving) for k in range(max(0, at - 6), at))
        return moved or (capital and not page.any_of(at - 1, words.takes_min))
    return capital and page.any_of(at, words.scene_nouns)


def _bordering(page: Page, at: int) -> bool:
    """«على الحدود مع سوريا», «السيطرة على لبنان»."""
    words = load_names()
    if page.fold(at) in ("مع", "بين"):
        return any(page.any_of(k, words.borders) for k in range(max(0, at - 2), at))
    near = range(max(0, at - 4), at)
    return page.fold(at) == "علي" and any(page.any_of(k, words.controls) for k in near)


def datelined(page: Page, hit: Hit[Any]) -> bool:
    """«القاهرة - سبوتنيك»: the town at the head of a paragraph, a dash after it."""
    at = hit.start
    opens = at == 0 or page.tokens[at - 1].paragraph != page.tokens[at].paragraph
    return opens and hit.end < len(page.tokens) and page.fold(hit.end) in ("-", "/", "(", ":")


def _apposed(page: Page, hit: Hit[Any], *, capital: bool) -> bool:
    """«العاصمة النمساوية، فيينا»: the name after a comma says which capital."""
    at = hit.start - 1
    if not capital or page.fold(at) not in ("،", ",", "-"):
        return False
    return bool(page.nisba(at - 1)) and page.fold(at - 2).endswith("العاصمه")


def _attacked(page: Page, at: int) -> bool:
    """«السيطرة على طرابلس», «معركة طرابلس»: an assault governs the name."""
    words = load_names()
    if page.any_of(at, words.assaults):
        return True
    return page.fold(at) == "علي" and any(page.any_of(k, words.assaults) for k in range(max(0, at - 4), at))


def _part_of(page: Page, at: int) -> bool:
    """«الضواحي الجنوبية لطرابلس»: an adjective after a noun of place."""
    word = page.fold(at)
    return word.startswith("ال") and any(w in load_names().parts for w in (page.fold(at - 1), word))


def _visited(page: Page, hit: Hit[Any], at: int) -> bool:
    """«زيارة الوزير لفيينا»: a visit some words before leads to the capital."""
    return "ل" in hit.form.prefix and any(
        page.any_of(k, load_names().visits) for k in range(max(0, at - 3), at)
    )


def _joined_to_place(page: Page, at: int) -> bool:
    """«في العراق وسوريا»: the second name stands as the first does."""
    words = load_names()
    for k in range(at, max(-1, at - 5), -1):
        if page.any_of(k, words.place_cues | words.topics):
            return k < at
        if not page.tokens[k].is_word or page.fold(k) in ("بين", "مع", "من", "علي"):
            return _bordering(page, k)
    return False
