"""The name after a comma that says who a title means: «قائد القوة، العميد فلان،»."""

from __future__ import annotations

from app.domain.records import ActorKind, MentionHow
from app.ingest.speech.page import MentionPin, Page
from app.languages.ar.offices import load_offices

#: «سماحة آية الله», «العميد الركن», «وزير الدفاع السابق الجنرال»: titles between comma and name.
_HONORIFICS = 3
#: Words that may stand between a title and the comma: «المتحدث باسم الوزارة لوكالة الأنباء الرسمية،».
_REACH = 8


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


def _past_honorifics(page: Page, at: int, end: int) -> int:
    words = load_offices()
    titles = words.honorifics | words.honorific_modifiers
    last = min(end, at + _HONORIFICS)
    while at < last and at not in page.mentions and page.fold(at) in titles:
        at += 1
    return at
