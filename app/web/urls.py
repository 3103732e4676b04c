"""Addresses, built in one place: pages in the reader's language, and static files by content hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote

from app.settings import STATIC

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses of pages in one language; every method returns a path of this host."""

    lang: str

    def timeline(self, pairs: Pairs = ()) -> str:
        """The timeline with these parameters, already in canonical order."""
        return f"/{self.lang}/{query_string(pairs)}"

    def export(self, file: str, pairs: Pairs = ()) -> str:
        """The same view as a file: ``timeline.csv``, ``timeline.ics`` …, ``timelinejs.json``."""
        return f"/{self.lang}/{file}{query_string(pairs)}"

    def event(self, id: str) -> str:
        return f"/{self.lang}/events/{quote(id, safe='')}"

    def embed(self, event: str | None = None) -> str:
        """The page for a frame on another site: of an event, or of the timeline."""
        return f"/{self.lang}/embed/" + (f"events/{quote(event, safe='')}" if event else "timeline")

    def article(
        self,
        id: str,
        *,
        paragraph: int | None = None,
        sentence: int | None = None,
        highlight: str | None = None,
    ) -> str:
        """The article, at a paragraph ``#p3`` or a sentence ``#p3s2``, with ``hl`` marking a record."""
        query = query_string([("hl", highlight)]) if highlight else ""
        anchor = "" if paragraph is None else f"#p{paragraph}" + ("" if sentence is None else f"s{sentence}")
        return f"/{self.lang}/articles/{quote(id, safe='')}{query}{anchor}"

    def articles(self, pairs: Pairs = (), ending: str = "") -> str:
        """The list of articles; with an ending (``.csv``, ``.json``) the same as a file."""
        return f"/{self.lang}/articles{ending}{query_string(pairs)}"

    def actor(self, slug: str) -> str:
        return f"/{self.lang}/actors/{quote(slug, safe='')}"

    def office(self, id: str) -> str:
        return f"/{self.lang}/offices/{quote(id, safe='')}"

    def actors(self, pairs: Pairs = (), ending: str = "") -> str:
        """The list of actors; with an ending (``.graphml``) the same as a file."""
        return f"/{self.lang}/actors{ending}{query_string(pairs)}"

    def statements(self, pairs: Pairs = (), ending: str = "") -> str:
        """The list of statements; with an ending (``.csv``, ``.json``) the same as a file."""
        return f"/{self.lang}/statements{ending}{query_string(pairs)}"

    def contradictions(self, pairs: Pairs = ()) -> str:
        return f"/{self.lang}/contradictions{query_string(pairs)}"

    def search(self, pairs: Pairs = (), ending: str = "") -> str:
        """What is found by words; with an ending (``.json``) the same as a file."""
        return f"/{self.lang}/search{ending}{query_string(pairs)}"

    def changes(self, pairs: Pairs = (), ending: str = "") -> str:
        return f"/{self.lang}/changes{ending}{query_string(pairs)}"

    def about(self, term: str = "") -> str:
        """The page about the project, at a term of its codebook: ``type-meeting``, ``status`` …"""
        return f"/{self.lang}/about" + (f"#{term}" if term else "")

    def api(self) -> str:
        """What there is for programs, told to people."""
        return f"/{self.lang}/api"

    def static(self, path: str) -> str:
        """A file below ``static/``; the address changes when any static file does."""
        return f"/static/{static_version()}/{path}"


def query_string(pairs: Pairs) -> str:
    """``?name=value&…``, or nothing where there are no pairs."""
    encoded = "&".join(f"{quoted(name)}={quoted(value)}" for name, value in pairs)
    return f"?{encoded}" if encoded else ""


@lru_cache(maxsize=4_096)
def quoted(text: str) -> str:
    """A name or a value as a query holds it. A page has hundreds of addresses, made of the same few words."""
    return quote(text, safe="/:,~")


def in_language(path: str, query: str, lang: str) -> str:
    """The same page and view under a language; ``path`` begins with one already."""
    rest = path.lstrip("/").partition("/")[2]
    return f"/{lang}/{rest}" + (f"?{query}" if query else "")


@cache
def static_version(root: Path = STATIC) -> str:
    """Twelve hexadecimal digits of the SHA-256 over all static files, names and contents.

    One version for the whole tree lets style sheets name fonts by relative addresses.
    """
    digest = hashlib.sha256()
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
