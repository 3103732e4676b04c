"""Whom «بحسب», «وفقا لـ» and similar words name: an actor, somebody with a title, a body, or a document."""

from __future__ import annotations

from app.ingest.speech.apposition import person_after
from app.ingest.speech.cues import is_complement
from app.ingest.speech.ends import body_end, definite_end
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.naming import whole_phrase
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.prepositions import without_to

_LONGEST = 40


def first_word(page: Page, at: int) -> int:
    """Past «لـ», «عن» and opening marks to the first word of a source."""
    while page.fold(at) in ("ل", "عن", '"', "(", "'"):
        at += 1
    return at


def source_at(page: Page, at: int, end: int) -> Phrase | None:
    """The source of «وفق …»: an actor, somebody titled, an anonymous source, a body or a document."""
    end = min(end, at + _LONGEST)
    stop = next(
        (i for i in range(at, end) if page.is_comma(i) or page.is_end(i) or is_complement(page, i)), end
    )
    head = without_to(page.fold(at), page.speech.lists)
    if head in page.speech.lists["person_heads"] and (person := _titled(page, at, stop, end)) is not None:
        return person
    if head in page.speech.lists["document_heads"]:
        return _document(page, at, stop)
    if (pin := page.mentions.get(at)) is not None:
        source = find_subject(page, at, stop)
        return source if source and source.pin else Phrase(at, pin.end, Head.MENTION, pin)
    if (named := page.surnamed(at)) is not None and page.is_mark(named.end):
        return Phrase(at, named.end, Head.MENTION, named)  # «وبحسب مجاهد، فإن»
    return _within(page, at, stop) or _unnamed(page, at, stop)


def _titled(page: Page, at: int, stop: int, end: int) -> Phrase | None:
    """«وفق الخبير في الشؤون كذا فلان», «بحسب رئيس البلدية»: a title, and its person where one is named."""
    apposed = person_after(page, stop, end) if page.is_comma(stop) else None
    if apposed is not None and page.is_mark(apposed.end):
        return Phrase(at, apposed.end, Head.MENTION, apposed)
    phrase = whole_phrase(page, at, stop)
    if phrase.pin is not None:
        return phrase
    whole = min(phrase.end, _before_verb(page, at, stop))
    definite = without_to(page.fold(at), page.speech.lists).startswith("ال")
    return Phrase(at, whole, Head.TITLE) if definite or whole > at + 1 else None


def _document(page: Page, at: int, stop: int) -> Phrase | None:
    """«بحسب بيان المتحدث باسم الجيش», «وفق تقرير للأمم المتحدة», «حسب البيان»."""
    speaker = at + 2 if page.fold(at + 1) == "ل" else at + 1
    if page.fold(speaker).removeprefix("لل") in _SPOKESMEN:
        return whole_phrase(page, speaker, stop)
    return _within(page, at, stop) or _unnamed(page, at, stop)


def _within(page: Page, at: int, stop: int) -> Phrase | None:
    """Who is named in the words for a document, a medium or its man."""
    head, lists = without_to(page.fold(at), page.speech.lists), page.speech.lists
    if not any(head in lists[name] for name in ("document_heads", "medium_heads", "correspondent_heads")):
        return None
    inner = next((page.mentions[i] for i in range(at + 1, stop) if i in page.mentions), page.mentions.get(at))
    if inner is not None and inner.start > at and "و" in inner.prefix:
        return find_subject(page, at, inner.start)  # «بحسب وسائل إعلام سورية والمرصد»
    return Phrase(at, inner.end, Head.MENTION, inner) if inner is not None else None


def _unnamed(page: Page, at: int, stop: int) -> Phrase | None:
    """An anonymous source, a body of no table, or a document alone."""
    head, lists = without_to(page.fold(at), page.speech.lists), page.speech.lists
    definite, whole = head.startswith("ال"), _before_verb(page, at, stop)
    if head in lists["source_heads"] and head not in lists["quantities"]:
        return Phrase(at, whole, Head.SOURCE)
    if head in lists["institution_heads"]:
        reach = (definite_end if definite else body_end)(page, at, whole)
        return Phrase(at, reach, Head.TITLE) if definite or reach > at + 1 else None
    return Phrase(at, at + 1, Head.TITLE) if definite and head in lists["document_heads"] else None


#: Who reads out what a body has to say; also without their article, after لل.
_SPOKESMEN = frozenset({"المتحدث", "المتحدثه", "الناطق", "الناطقه", "متحدث", "متحدثه", "ناطق", "ناطقه"})


def _before_verb(page: Page, at: int, stop: int) -> int:
    """The end of a source at the verb of the clause that follows it without a comma."""
    return next((i for i in range(at + 1, stop) if page.tokens[i].verb() and i not in page.mentions), stop)
