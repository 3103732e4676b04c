"""Bytes to text: UTF-8, else the encoding the bytes declare, else a recognised Arabic code page.

Nothing is guessed silently: any encoding other than UTF-8 is reported with the article.
"""

from __future__ import annotations

import codecs
import logging
from dataclasses import dataclass

from app.ingest.html import declared_charset

#: An article is a few kilobytes, a page with all its machinery a few hundred; more is a mistake.
MAX_BYTES = 8_000_000

#: The two that Arabic was written in before UTF-8, as charset-normalizer names them.
_CODE_PAGES = {"cp1256": "windows-1256", "iso8859_6": "ISO-8859-6"}
#: Shares of charset-normalizer, of oddities and of letters as often as they should be. Its own limit
#: for oddities is 0.2; a stretch of 80 letters of news in its right code page has 0.35 or more of the other.
_MOST_CHAOS, _LEAST_COHERENCE = 0.2, 0.3
#: It tells the two languages apart by letters that short Arabic texts need not have.
_LANGUAGES = {"Arabic", "Farsi"}
_BYTE_ORDER = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """``charset`` is None for UTF-8, else what the bytes were read in."""

    text: str
    charset: str | None = None


def checked(data: bytes) -> bytes:
    """The same bytes; raises ValueError where they are too many, none, or no text."""
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES // 1_000_000} MB, too long for one article")
    if b"\0" in data and not data.startswith(tuple(mark for mark, _ in _BYTE_ORDER)):
        raise ValueError("binary, not text")
    if not data.strip():
        raise ValueError("empty")
    return data


def decode(data: bytes, told: str | None = None) -> Decoded:
    """The text of ``data``; ``told`` is the character set that came with it from elsewhere.

    Raises ValueError naming the first byte that is not UTF-8.
    """
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        found = _by_its_mark(data) or _as_declared(data, told) or _recognised(data)
        if found is None:
            raise ValueError(
                f"not UTF-8 (byte {error.start}), nor recognised as {' or '.join(_CODE_PAGES.values())}"
            ) from error
        return found


def _by_its_mark(data: bytes) -> Decoded | None:
    for mark, charset in _BYTE_ORDER:
        if data.startswith(mark):
            return _decoded(data, charset, "UTF-16")
    return None


def _as_declared(data: bytes, told: str | None) -> Decoded | None:
    charset = told or declared_charset(data)
    if charset is None or charset.replace("-", "") == "utf8":
        return None
    return _decoded(data, charset, charset)


def _decoded(data: bytes, charset: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(charset), name)
    except (LookupError, UnicodeError):
        return None


def _recognised(data: bytes) -> Decoded | None:
    """By the letters' frequencies; only a text that is clearly Arabic in one of the two counts."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most inputs are UTF-8 and need not wait

    logging.getLogger("charset_normalizer").setLevel(logging.WARNING)
    best = from_bytes(data, cp_isolation=list(_CODE_PAGES)).best()
    if best is None or best.chaos > _MOST_CHAOS or best.coherence < _LEAST_COHERENCE:
        return None
    if best.language not in _LANGUAGES:
        return None
    return Decoded(str(best), _CODE_PAGES[best.encoding])
