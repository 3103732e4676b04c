"""Somebody other than the person named: «خطيبة فلان», «إدارة الرئيس فلان», «تعليق الوزير»."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.page import MentionPin, Page

#: A title with its name has no more words.
_TITLE = 5


def kin_of(page: Page, start: int, end: int) -> Phrase | None:
    """«خطيبة فلان», «محامي الرئيس»: somebody else than the one named, unless a name of their own follows."""
    owner = first_mention(page, start + 1, min(end, start + 4))
    if owner is None or page.attached(owner) or owner.end > end:
        return None
    stop = owner.end
    while (later := page.mentions.get(stop)) is not None and later.actor.slug == owner.actor.slug:
        stop = later.end
    own = page.mentions.get(stop + 1 if page.is_comma(stop) else stop)
    if own is not None and own.actor.kind is ActorKind.PERSON and own.end <= end and not own.prefix:
        return Phrase(start, own.end, Head.MENTION, own)
    return Phrase(start, stop, Head.SOURCE)


def of_person(page: Page, start: int, stop: int) -> Phrase | None:
    """«إدارة الرئيس فلان», «حملة فلان», «تعليق الوزير»: neither a body nor a deed is the person it is of."""
    if not _may_be_owned(page, start):
        return None
    owner = first_mention(page, start + 1, min(stop, start + 2)) or _titled_at(page, start + 1)
    if owner is None or owner.actor.kind is not ActorKind.PERSON or page.attached(owner):
        return None
    owned = page.mentions.get(owner.end)
    end = owned.end if owned is not None and owned.actor.slug == owner.actor.slug else owner.end
    body = page.within(start, "institution_heads") or page.within(start, "entourage")
    return Phrase(start, min(end, stop), Head.SOURCE if body else Head.UNKNOWN)


def is_served(page: Page, pin: MentionPin, start: int) -> bool:
    """«كبير مستشاري الرئيس فلان»: the title right before the name is another's than the first one."""
    title = page.titled_from(pin)
    first = page.fold(start) in page.speech.lists["titles"] or page.within(start, "serving")
    return (
        start < title < pin.start and first and page.within(title, "reigning") and not page.is_mark(title - 1)
    )


#: Words for people and texts, which a name may follow in apposition or as whose they are.
_OF_THEIR_OWN = (
    "person_heads",
    "source_heads",
    "document_heads",
    "medium_heads",
    "name_heads",
    "correspondent_heads",
    "press_offices",
    "adverbs",
)


def _may_be_owned(page: Page, at: int) -> bool:
    """An indefinite noun, «إدارة», «موقف»; a title is not, nor is an adverb («ضاحكا»)."""
    word = page.fold(at)
    if word.startswith("ال") or word.endswith("ا") or len(word) < 3 or page.tokens[at].verb() is not None:
        return False
    body = page.within(at, "entourage")
    return body or not any(page.within(at, name) for name in _OF_THEIR_OWN)


def _titled_at(page: Page, at: int) -> MentionPin | None:
    """A person whose title begins at a token, or whose title stands there beside the name."""
    titled = page.titled.get(at)
    if titled is not None or not page.within(at, "person_heads"):
        return titled
    return first_mention(page, at, min(len(page.tokens), at + _TITLE))


def first_mention(page: Page, start: int, end: int) -> MentionPin | None:
    """The first mention that begins in a range of tokens."""
    return next((page.mentions[i] for i in range(start, end) if i in page.mentions), None)
