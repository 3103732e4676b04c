"""The very same text in another paper: an article with ids of its own, and a copy of the first.

Ids of records are made of the text and of the place of words in it, so those of a reprint would be those of
the article that was stored first. They are made anew with the key of the reprint; what it tells is the same
event as there, whether or not the rules would know two such tellings for one.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from app.domain.records import Event, Extraction
from app.domain.text import Document

#: Under these a host shows the same pages for other screens.
_SCREENS: Final = ("www.", "m.", "mobile.", "amp.")
#: What an address carries for those who count readers.
_COUNTING: Final = frozenset({"fbclid", "gclid", "xtor", "ref"})


def is_reprint(document: Document, outlet: str | None, url: str | None) -> bool:
    """True where a text that is stored for this outlet (slug) and address was printed by another as well.

    Where a paper or an address is not known, nothing says that it is another.
    """
    own = document.outlet.slug if document.outlet else None
    if own and outlet and own != outlet:
        return True
    return is_elsewhere(document.meta.url, url)


def is_elsewhere(one: str | None, other: str | None) -> bool:
    """True for addresses of two pages, not for two of one."""
    return bool(one and other) and _page(one or "") != _page(other or "")


def print_of(sha256: str, key: str) -> str:
    """What stands for the text of a reprint, as the hash of a text does for the text of any other."""
    return hashlib.sha256(f"{sha256} {key}".encode()).hexdigest()


def reprinted(extraction: Extraction, key: str) -> Extraction:
    """The same reading with ids of its own; ``key`` is the article's."""

    def own(id_: str) -> str:
        return hashlib.sha256(f"{id_} {key}".encode()).hexdigest()[: len(id_)]

    def event(e: Event) -> Event:
        return replace(
            e,
            id=own(e.id),
            claimed_by=own(e.claimed_by) if e.claimed_by else None,
            part_of=own(e.part_of) if e.part_of else None,
            precedes=tuple(map(own, e.precedes)),
            joined=(e.id,),
        )

    return replace(
        extraction,
        document=replace(extraction.document, sha256=print_of(extraction.document.sha256, key)),
        statements=tuple(replace(s, id=own(s.id)) for s in extraction.statements),
        events=tuple(map(event, extraction.events)),
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
