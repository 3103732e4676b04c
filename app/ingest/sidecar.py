"""What is known of articles beside their text: ``articles.toml``, or the file of ``--meta``.

A table for each article, named by its file (relative to the sidecar) or by its ``id``::

    ["2015/talks.txt"]
    outlet = "elaph"             # slug or name, Arabic or English, of the outlet
    published = 2015-09-24       # a TOML date, or a text in EDTF: "2015-09", "2015-09-24~"
    basis = "supplied"           # the only basis a sidecar can give; a stated date stays in the text
    note_ar = "…"                # how the date is known, for readers of either language
    note_en = "…"
    title = "…"                  # each of these may be missing
    url = "https://…"
    byline = "…"

A name that ends in ``*`` stands for all that begin so, and gives what they have in common; of several such
names the longest counts. ``"*"`` is every article::

    ["elaph/*"]
    outlet = "elaph"             # outlet and byline, nothing else
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.text import Metadata
from app.errors import InputError
from app.ingest.given_date import published_value

NAME = "articles.toml"

_ALL = "*"
#: What several articles may have in common.
_COMMON = frozenset({"outlet", "byline"})
_KEYS = frozenset({"outlet", "published", "basis", "note", "note_ar", "note_en", "title", "url", "byline"})


@dataclass(frozen=True, slots=True)
class Sidecar:
    """``file`` is named in errors; ``entries`` are checked when one is asked for."""

    file: str
    entries: Mapping[str, Any]

    def find(self, *names: str | None) -> Metadata:
        """The entry of the first name that has one, with what holds for all of its like.

        Raises InputError if it is not well formed.
        """
        called = [name for name in names if name is not None]
        own = next(
            (self._metadata(name, self.entries[name]) for name in called if name in self.entries), None
        )
        shared = self._shared(called)
        if own is None:
            return shared
        return replace(own, outlet=own.outlet or shared.outlet, byline=own.byline or shared.byline)

    def _shared(self, names: Sequence[str]) -> Metadata:
        wild = sorted((key for key in self.entries if key.endswith(_ALL)), key=len, reverse=True)
        for key in wild:
            if any(name.startswith(key.removesuffix(_ALL)) for name in names):
                found = self._metadata(key, self.entries[key])
                if others := sorted(self.entries[key].keys() - _COMMON):
                    raise InputError(self.file, f"[{key!r}] cannot give {', '.join(others)} to many articles")
                return found
        return Metadata()

    def _metadata(self, name: str, entry: object) -> Metadata:
        if not isinstance(entry, dict):
            raise InputError(self.file, f"[{name!r}] is not a table")
        if unknown := sorted(entry.keys() - _KEYS):
            raise InputError(self.file, f"[{name!r}] has unknown keys: {', '.join(unknown)}")
        texts = {key: str(value).strip() or None for key, value in entry.items()}
        if texts.get("basis", "supplied") != "supplied":
            raise InputError(self.file, f"[{name!r}] basis can only be 'supplied'")
        published = texts.get("published")
        try:
            return Metadata(
                title=texts.get("title"),
                outlet=texts.get("outlet"),
                published=published_value(published) if published else None,
                published_note=note(texts),
                url=texts.get("url"),
                byline=texts.get("byline"),
            )
        except ValueError as error:
            raise InputError(self.file, f"[{name!r}] {error}") from error


def load_sidecar(path: Path) -> Sidecar:
    """Read a sidecar; raises InputError for a file that cannot be read or is not TOML."""
    try:
        return sidecar_of(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def sidecar_of(data: bytes, file: str) -> Sidecar:
    """A sidecar that was read already, ``file`` as errors name it; InputError where it is not TOML."""
    try:
        return Sidecar(file, tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise InputError(file, "not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(file, f"not TOML: {error}") from error


def note(texts: Mapping[str, str | None]) -> str | None:
    """One note of a line a language, Arabic first; ``note`` alone serves both."""
    lines = [line for key in ("note_ar", "note_en") if (line := texts.get(key))]
    return "\n".join(lines) or texts.get("note")
