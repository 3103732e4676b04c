"""An article as a container gives it, before its page is parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from app.domain.text import Metadata
from app.errors import InputError
from app.ingest.given_date import published_value

#: What a record of JSON lines or of a table may say; all of them are texts.
FIELDS = ("text", "html", "title", "published", "outlet", "url", "byline")
KNOWN = frozenset({"id", *FIELDS})
#: Of other names so many are told.
MOST_NAMES = 30


@dataclass(frozen=True, slots=True)
class Item:
    """``text`` is the article, or its page where ``is_html``; ``own`` is what the container says of it."""

    name: str
    text: str
    is_html: bool = False
    own: Metadata = field(default_factory=Metadata)
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Names of fields that a container has and nobody reads, each with how many records have it."""

    names: Mapping[str, int]


#: Stream, the file as errors name it, and the name its articles begin with.
Container = Callable[[BinaryIO, str, str], Iterator[Item | InputError | Unread]]


def once(own_id: str | None, seen: set[str]) -> str | None:
    """The id, which ``seen`` takes note of; raises ValueError where it stood in the same file before."""
    if own_id in seen:
        raise ValueError(f"the id {own_id!r} stands here for the second time")
    if own_id is not None:
        seen.add(own_id)
    return own_id


def from_record(record: Mapping[str, str | None], own_id: str | None, name: str, line: int) -> Item:
    """The article of a record with ``FIELDS``; raises ValueError where text or day are missing or wrong."""
    text, page = record.get("text"), record.get("html")
    if text is None and page is None:
        raise ValueError('neither "text" nor "html" is given')
    published = record.get("published")
    own = Metadata(
        id=own_id,
        title=record.get("title"),
        outlet=record.get("outlet"),
        published=published_value(published) if published else None,
        url=record.get("url"),
        byline=record.get("byline"),
    )
    return Item(f"{name}#{line if own_id is None else own_id}", text or page or "", text is None, own, line)
