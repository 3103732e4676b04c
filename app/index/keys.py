"""Numbers of the index: a record's key, the month it is filed under, how far its date reaches.

A key is ``month << 24 | n``: months count from year 0 (0 stands for «no date»), n numbers the
records of a month in order of arrival. Keys of a month are close together, so a set of
them is a few dense blocks and two sets are intersected at the speed of memory; the day within the
month is a facet of its own.

An article's key is ``day << 20 | n``: the day of publication (0 if unknown), with n numbering the articles
of that day. A passage's key is ``article << 12 | paragraph``; title and headings of an article share one
above all others, so that they are counted and listed separately.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

NUMBER_BITS: Final = 24
#: Months up to the year 9999 need 17 bits.
MONTH_BITS: Final = 17
#: Dates that reach further than two to this power days are kept together.
FAR: Final = 12
#: A date whose bounds leave its day out, or that has none: looked at one by one.
ODD: Final = -1
#: Of an article among those of its day, of a paragraph in its article.
ARTICLE_BITS: Final = 20
PARAGRAPH_BITS: Final = 12
#: Keys of titles begin here.
TITLES: Final = 1 << 60


@lru_cache(maxsize=50_000)
def month_of(day: int) -> int:
    """The month of an ordinal day; 0 for 0."""
    if not day:
        return 0
    at = date.fromordinal(day)
    return at.year * 12 + at.month - 1


def first_day(month: int) -> int:
    """The ordinal of the first day of a month."""
    return date(month // 12, month % 12 + 1, 1).toordinal()


def keys_of(month: int) -> tuple[int, int]:
    """The range of keys of a month, its end excluded."""
    return month << NUMBER_BITS, (month + 1) << NUMBER_BITS


def month_of_key(key: int) -> int:
    return key >> NUMBER_BITS


def posting_id(term: int, month: int) -> int:
    return term << MONTH_BITS | month


def postings_of(term: int) -> tuple[int, int]:
    """The range of ids of a term's postings, its end excluded."""
    return posting_id(term, 0), posting_id(term + 1, 0)


def term_and_month(posting: int) -> tuple[int, int]:
    return posting >> MONTH_BITS, posting & ((1 << MONTH_BITS) - 1)


def reach(day: int, first: int | None, last: int | None) -> int:
    """The class of a date by how far its bounds lie from its day.

    0: they are the day itself; n: less than 2**n days away; FAR + 1: further; ODD: not around it.
    An undated record without bounds is of class 0.
    """
    if not day and first is None and last is None:
        return 0
    if first is None or last is None or not first <= day <= last:
        return ODD
    return min(max(day - first, last - day).bit_length(), FAR + 1)


def articles_of(day: int) -> tuple[int, int]:
    """The range of keys of the articles of a day (ordinal), its end excluded."""
    return day << ARTICLE_BITS, (day + 1) << ARTICLE_BITS


def day_of_article(article: int) -> int:
    return article >> ARTICLE_BITS


def passage_key(article: int, paragraph: int) -> int:
    """The key of a paragraph, 0 for title and headings; those beyond the room there is share the last."""
    if not paragraph:
        return TITLES | article
    return article << PARAGRAPH_BITS | min(paragraph, (1 << PARAGRAPH_BITS) - 1)


def passages_of(article: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The ranges of keys of an article's paragraphs and of its title, their ends excluded."""
    paragraphs = article << PARAGRAPH_BITS, (article + 1) << PARAGRAPH_BITS
    return paragraphs, (TITLES | article, (TITLES | article) + 1)


def article_and_paragraph(passage: int) -> tuple[int, int]:
    """The article's key and the number of the paragraph, 0 for title and headings."""
    if passage >= TITLES:
        return passage ^ TITLES, 0
    return passage >> PARAGRAPH_BITS, passage & ((1 << PARAGRAPH_BITS) - 1)
