"""Prepositions that belong to where, to whom or in reply to what somebody speaks, not to the verb."""

from __future__ import annotations

from app.ingest.speech.cues import Cue, is_complement
from app.ingest.speech.page import Page

#: Whom one speaks to: «للصحفيين».
_PRESS = frozenset("صحفيين صحافيين اعلاميين اعلام صحافه مراسلين جزيره عربيه حره اناضول شروق".split())
#: The verb's own sign of content stands within so many words.
_NEAR = 12


def is_to_press(page: Page, i: int) -> bool:
    """«للصحفيين», «للجزيرة نت»: whom one speaks to."""
    return page.fold(i).removeprefix("لل") in _PRESS or page.fold(i).removeprefix("ل") in _PRESS


def is_of_text(page: Page, cue: Cue, i: int) -> bool:
    """«في رسالة إلى الأمين العام», «ردا على سؤال عن», «لـ"الجريدة"»: no preposition of the verb.

    It tells to whom the words went or what they answer; the content comes after it.
    """
    before, word = page.fold(i - 1).removesuffix("ا"), page.fold(i)
    if word in ("الي", "ل"):
        told = page.within(i - 1, "texts") or before in page.speech.lists["texts"]
        sent = told and page.within(i - 2, "prepositions") and _opens_later(page, cue, i + 2)
        named = word == "ل" and i + 1 in page.mentions and _opens_later(page, cue, i + 2)
        return sent or named or (word == "ل" and _is_medium(page, i + 1))
    if word == "عن":
        return before in ("سؤال", "اسئله", "السؤال") or page.fold(i - 1) in page.speech.quoting
    answered = page.within(i - 1, "responding") or any(
        r.lemma in ("نشر", "بث") for r in page.tokens[i - 1].analyses
    )
    return word == "علي" and answered and i - 1 > cue.at


def _opens_later(page: Page, cue: Cue, start: int) -> bool:
    """Whether a better sign of content follows in the clause: «… إلى فلان من أن», «… إلى المجلس: "…"»."""
    for i in range(start, min(start + _NEAR, len(page.tokens))):
        if page.fold(i) in cue.verb.after or page.fold(i) == ":" or is_complement(page, i):
            return True
        if page.is_end(i) or page.tokens[i].verb() is not None:
            return False
    return False


def _is_medium(page: Page, i: int) -> bool:
    """A medium, or a name in marks, right after a ل of its own."""
    pin = page.named_in_quotes(i)
    return i in page.opened or (pin is not None and page.media(pin))


def is_praised(page: Page, cue: Cue, i: int) -> bool:
    """«أشاد بإيران», «نددت بواشنطن»: somebody named is what is spoken of."""
    return cue.lemma in page.speech.lists["praising"] and "ب" in page.mentions[i].prefix
