"""The very same text in several papers: articles with ids of their own, and copies of one of them.

Ids of records are made of the text and of the place of words in it, so they would be the same in all. The
article with the first key in order has those, whichever came first; for the others, the reprints, they are
made anew with the key. What a reprint tells is the same event as there, whether or not the rules would know
two such tellings for one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

from app.domain.links import Telling
from app.domain.records import Event, Extraction
from app.domain.text import Document
from app.ingest.storing.profiles import (
    saying_from_json,
    saying_to_json,
    telling_from_json,
    telling_to_json,
)

#: Under these a host shows the same pages for other screens.
_SCREENS: Final = ("www.", "m.", "mobile.", "amp.")
#: What an address carries for those who count readers.
_COUNTING: Final = frozenset({"fbclid", "gclid", "xtor", "ref"})

_Told = TypeVar("_Told", Event, Telling)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who printed a text, as far as that is known: the slug of the outlet, the address."""

    outlet: str | None
    url: str | None

    @classmethod
    def of(cls, document: Document) -> Imprint:
        return cls(document.outlet.slug if document.outlet else None, document.meta.url)


def is_reprint(one: Imprint, other: Imprint) -> bool:
    """True where one text was printed by two.

    Where a paper or an address is not known, nothing says that it is another.
    """
    if one.outlet and other.outlet and one.outlet != other.outlet:
        return True
    return is_elsewhere(one.url, other.url)


def is_elsewhere(one: str | None, other: str | None) -> bool:
    """True for addresses of two pages, not for two of one."""
    return bool(one and other) and _page(one or "") != _page(other or "")


def print_of(sha256: str, key: str) -> str:
    """What stands for the text of a reprint, as the hash of a text does for the text of any other."""
    return hashlib.sha256(f"{sha256} {key}".encode()).hexdigest()


def own_id(id_: str, key: str) -> str:
    """What a record of a reprint is called that is called ``id_`` in the article with the ids of the text."""
    return hashlib.sha256(f"{id_} {key}".encode()).hexdigest()[: len(id_)]


def reprinted(extraction: Extraction, key: str) -> Extraction:
    """The same reading with ids of its own; ``key`` is the article's."""
    return replace(
        extraction,
        document=replace(extraction.document, sha256=print_of(extraction.document.sha256, key)),
        statements=tuple(replace(s, id=own_id(s.id, key)) for s in extraction.statements),
        events=tuple(_renamed(e, key) for e in extraction.events),
    )


def reprinted_saying(profile: Mapping[str, Any], key: str, print_: str) -> dict[str, Any]:
    """What matching compares of a statement once its article is a reprint; ``print_`` stands for the text."""
    saying = saying_from_json(profile)
    return saying_to_json(replace(saying, id=own_id(saying.id, key), article=print_))


def reprinted_telling(profile: Mapping[str, Any], key: str, print_: str) -> dict[str, Any]:
    """The same of a telling."""
    return telling_to_json(replace(_renamed(telling_from_json(profile), key), article=print_))


def _renamed(told: _Told, key: str) -> _Told:
    """Called by an id of its own, and joined with the one that was called so."""
    return replace(
        told,
        id=own_id(told.id, key),
        claimed_by=own_id(told.claimed_by, key) if told.claimed_by else None,
        part_of=own_id(told.part_of, key) if told.part_of else None,
        precedes=tuple(own_id(id_, key) for id_ in told.precedes),
        joined=tuple(sorted({*told.joined, told.id})),
    )


def _counts(name: str) -> bool:
    return name in _COUNTING or name.startswith("utm_")


def _page(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What of an address names the page: host, path and query, without what is said to counters."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:  # brackets that hold no address
        return url, "", ()
    for screen in _SCREENS:
        host = host.removeprefix(screen)
    asked = (each for each in parse_qsl(parts.query) if not _counts(each[0]))
    return host, parts.path.rstrip("/"), tuple(sorted(asked))
