"""RSS and Atom feeds that were saved to disk, through feedparser; nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO

from app.domain.text import Metadata
from app.errors import InputError
from app.ingest import decoding
from app.ingest.containers.item import Item
from app.ingest.given_date import iso_day
from app.ingest.html import fragment_text

MAX_FEED = 4 * decoding.MAX_BYTES


def feed(stream: BinaryIO, file: str, name: str) -> Iterator[Item | InputError]:
    """An article an entry, named by its id or address: the fullest text that the entry carries."""
    import feedparser  # noqa: PLC0415 - slow to import

    data = stream.read(MAX_FEED + 1)
    if len(data) > MAX_FEED:
        yield InputError(file, f"more than {MAX_FEED // 1_000_000} MB, too long for a feed")
        return
    found = feedparser.parse(io.BytesIO(data))  # a stream: a text could be taken for an address
    if not found.get("version"):
        yield InputError(file, "neither an RSS nor an Atom feed")
        return
    site = found.feed.get("title")
    for number, entry in enumerate(found.entries, 1):
        own_id = entry.get("id") or entry.get("link")
        called = own_id or str(number)
        body = _body(entry)
        title = fragment_text(entry.get("title") or "")
        if not body:
            yield InputError(file, f"the entry {called!r} carries no text")
            continue
        body = _without_signature(body, title, site)
        text = f"{title}\n\n{body}" if title else body
        yield Item(f"{name}#{called}", text, own=_known(entry, own_id, title, site))
    if not found.entries:
        yield InputError(file, "a feed without an entry")


def _known(entry: Mapping[str, Any], own_id: str | None, title: str, site: str | None) -> Metadata:
    return Metadata(
        id=own_id,
        title=title or None,
        site=site,
        published=_day(entry),
        published_note="the date of the entry in its feed",
        url=entry.get("link"),
        byline=entry.get("author"),
    )


def _without_signature(body: str, title: str, site: str | None) -> str:
    """«The post … appeared first on …»: without the last line where that names the entry and its feed."""
    before, _, last = body.rpartition("\n")
    return before if before and title and site and title in last and site in last else body


def _body(entry: Mapping[str, Any]) -> str:
    every = [part.get("value") for part in entry.get("content", ())]
    return max((fragment_text(part or "") for part in (*every, entry.get("summary"))), key=len)


def _day(entry: Mapping[str, Any]) -> str | None:
    """The day as the entry writes it, in the outlet's time zone; feedparser's own is that of Greenwich."""
    for key in ("published", "updated"):
        written, parsed = entry.get(key, ""), entry.get(f"{key}_parsed")
        if day := iso_day(written):
            return day
        try:
            return parsedate_to_datetime(written).date().isoformat()
        except ValueError:
            if parsed:
                return date(*parsed[:3]).isoformat()
    return None
