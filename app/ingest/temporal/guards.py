"""Looking around a match: names that look like dates, counts that look like years, tense."""

from __future__ import annotations

import re
from enum import IntEnum

from app.ingest.temporal.rule import Site
from app.languages.ar.time_cues import time_cues

_CUES = time_cues()
_WORDS = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_BOUNDARY = re.compile(r"[.!؟?\n]")
#: So many words before a date are asked for its tense; an Arabic word with its space has six letters.
_LOOK_BACK = 14
_WORD_LENGTH = 12
#: «كان من المقرر أن»: what was planned may be over by now.
_WAS = frozenset(("كان", "وكان", "كانت", "وكانت"))


class Tense(IntEnum):
    """Which way the words before a date look."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


def eponym(site: Site) -> bool:
    """True where the word before makes the date a name."""
    return _before(site) in _CUES.eponyms


def weekday_name(site: Site) -> bool:
    return _before(site) in _CUES.weekday_names or named_after(site)


def named_after(site: Site) -> bool:
    """«الجمعة العظيمة», «أيلول الأسود»."""
    after = site.words_after(1)
    return bool(after and after[0] in _CUES.name_after)


def became(site: Site) -> bool:
    """«غدا واضحا» is "it became clear", unless the words look ahead: «يعقد غدا اجتماعا»."""
    if site.text[site.start : site.end] != "غدا" or tense(site.text, site.start, site.end) > 0:
        return False
    after = _NEXT_WORD.match(site.text, site.end)
    return after is not None and len(after[1]) > 3 and after[1].endswith("ا")


def today_loosely(site: Site) -> bool:
    """«اليوم» as a name of a medium, as "nowadays" or as a day in general."""
    after = site.words_after(1)
    return _before(site) in _CUES.today_names or bool(after and after[0] in _CUES.today_after)


def aside(words: list[str]) -> bool:
    """«قبل يومين على يد مجهولين»: after «على» begins something else."""
    return bool(words) and words[0] in _CUES.aside


def counts_from_now(site: Site) -> bool:
    """«قبل 48 ساعة من الموعد» counts from what follows."""
    words = site.words_after(2)
    return words[:1] not in (["من"], ["علي"]) or words[1:] in (["الان"], ["اليوم"])


def spent(words: list[str]) -> bool:
    """«… قضاها في السلطة» after a length of time."""
    return bool(words) and words[0] in _CUES.spent


def since_the_days_of(site: Site) -> bool:
    """«منذ أيام الحرب الباردة»: what follows is no particle and no verb."""
    words = site.words_after(1)
    if not words or site.next_char() in tuple('.،,؛:!؟)"-'):
        return False
    return words[0] not in _CUES.after_adverb and words[0] not in _CUES.back


def general_not_year(site: Site) -> bool:
    """«الأمين العام الحالي»."""
    return _before(site) in _CUES.general_before


def numbered(site: Site) -> bool:
    """«القرار 2254»."""
    return any(w in _CUES.numbered for w in site.words_before(2))


def counts_things(site: Site) -> bool:
    return counted(site.text, site.end)


def counted(text: str, end: int) -> bool:
    """Is the number that ends here followed by what it counts?"""
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1] in _CUES.counted


def moved(text: str, start: int) -> bool:
    """A date moved from one day to another: «تأجيل الجلسة من الأحد إلى الاثنين» is no stretch of time."""
    return any(w in _CUES.moving for w in _WORDS.findall(text[max(0, start - 70) : start])[-6:])


def tense(text: str, start: int, end: int) -> Tense:
    """Does the clause before (or the word right after) speak of what is to come? The nearest cue decides."""
    after = _NEXT_WORD.match(text, end)
    if after and _is_ahead(after[1]):
        return Tense.AHEAD
    head = text[max(0, start - _WORD_LENGTH * _LOOK_BACK) : start]
    cut = [m.end() for m in _BOUNDARY.finditer(head)]
    words = _WORDS.findall(head[cut[-1] if cut else 0 :])[-_LOOK_BACK:]
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        if _is_ahead(word):
            return Tense.OPEN if _WAS.intersection(words[max(0, k - 2) : k]) else Tense.AHEAD
        if word in _CUES.back or _without_and(word) in _CUES.back:
            return Tense.BACK
    return Tense.OPEN


def _before(site: Site) -> str:
    """The word before, over an «و» that stands alone: «قوى 8 و14 آذار»."""
    words = [w for w in site.words_before(2) if w != "و"]
    return words[-1] if words else ""


def _without_and(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف") else word


def _is_ahead(word: str) -> bool:
    bare = _without_and(word)
    if word in _CUES.ahead or bare in _CUES.ahead:
        return True
    future = len(bare) >= 4 and bare[0] == "س" and bare[1] in "يتن"
    return future and not bare.startswith(_CUES.not_future)
