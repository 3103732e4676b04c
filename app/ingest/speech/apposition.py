"""The name after a comma that tells who holds a title: «قائد القوة، العميد فلان،»."""

from __future__ import annotations

from app.domain.records import ActorKind, MentionHow
from app.ingest.speech.page import MentionPin, Page
from app.languages.ar.offices import load_offices

#: «سماحة آية الله», «العميد الركن», «وزير الدفاع السابق الجنرال»: titles between comma and name.
_HONORIFICS = 3
#: Words that may stand between a title and the comma: «المتحدث باسم الوزارة لوكالة الأنباء الرسمية،».
_REACH = 8
#: A description between a title and the name has no more words.
_DESCRIPTION = 10
_ONE_OF = frozenset({"احد", "احدي", "ثاني", "اول", "ابرز", "اكبر", "اهم", "اشهر"})


def person_apposed(page: Page, stop: int, end: int) -> MentionPin | None:
    """The person named after a title that ends at ``stop``: past a comma, a description or its own words."""
    if not page.is_comma(stop):
        return person_past(page, stop, end)
    return person_after(page, stop, end) or person_beyond(page, stop, end)


def person_after(page: Page, comma: int, end: int) -> MentionPin | None:
    """The person named right after a comma; None unless a name, or the words end or pause after it."""
    at = _past_honorifics(page, comma + 1, end)
    pin = page.mentions.get(at)
    if pin is None or pin.actor.kind is not ActorKind.PERSON or pin.prefix:
        return None
    closed = pin.end >= end or page.is_mark(pin.end)
    return pin if closed or pin.mention.how is MentionHow.NAME else None


def person_past(page: Page, stop: int, end: int) -> MentionPin | None:
    """The person named between two commas after the rest of a title that began before ``stop``.

    «الأمين العام لمنظمة محلية، فلان،»: the preposition may begin whom one speaks to, a name set
    apart by commas before the next verb is the speaker's either way.
    """
    for i in range(stop, min(end, stop + _REACH)):
        if page.is_comma(i):
            pin = person_after(page, i, end)
            return pin if pin is not None and page.is_comma(pin.end) else None
        if page.is_mark(i) or page.tokens[i].verb() is not None:
            return None
    return None


def person_beyond(page: Page, comma: int, end: int) -> MentionPin | None:
    """The name after a second comma: «المتحدث باسم اللواء، أحد أكبر التشكيلات، فلان».

    What stands between the commas must itself say who or what somebody is, and hold no verb.
    """
    first = comma + 1
    if not _says_who(page, first):
        return None
    for i in range(first + 1 + (page.fold(first) in _ONE_OF), min(end, first + _DESCRIPTION)):
        if page.is_comma(i):
            return person_after(page, i, end)
        pin = page.mentions.get(i)
        other = pin is not None and pin.actor.kind is ActorKind.PERSON
        if other or page.is_end(i) or page.tokens[i].verb() is not None:
            return None
    return None


def _says_who(page: Page, i: int) -> bool:
    """«الكاتبة المعروفة», «أحد قادة», «وهو ضابط»: a description, not where or when one speaks."""
    if page.is_mark(i) or i in page.dates or page.tokens[i].verb() is not None:
        return False
    return page.fold(i) in _ONE_OF or any(page.within(i, name) for name in ("person_heads", "source_heads"))


def _past_honorifics(page: Page, at: int, end: int) -> int:
    words = load_offices()
    titles = words.honorifics | words.honorific_modifiers
    last = min(end, at + _HONORIFICS)
    while at < last and at not in page.mentions and page.fold(at) in titles:
        at += 1
    return at
