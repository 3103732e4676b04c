"""``overrides.toml``: corrections by people, kept in version control, applied after the rules.

A table for each record, by the id in its address or its slug (docs/curation.md has an example)::

    [actors."slug"]      same_as, aliases, apart, name_ar, name_en, kind, country
    [events."id"]        date, type, status, headline_ar, headline_en, same_as, not_same_as, hide
    [statements."id"]    date, speaker, modality, hide

Each may have ``note_ar`` and ``note_en``, which the pages show.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

from app.domain import edtf
from app.domain.records import ActorKind, EventStatus, EventType, Modality
from app.errors import InputError
from app.languages.ar.normalise import fold

#: Looked for where the command is run.
NAME: Final = "overrides.toml"
NOTES: Final = ("note_ar", "note_en")

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the file: ``values`` are checked, notes apart."""

    record: str
    id: str
    values: Values
    note_ar: str | None = None
    note_en: str | None = None

    @property
    def name(self) -> str:
        """As the file names it, for messages and for finding it again."""
        return f'[{self.record}."{self.id}"]'


@dataclass(frozen=True)
class Overrides:
    """All entries of a file by id or slug; empty where there is none."""

    file: str = NAME
    actors: Mapping[str, Entry] = field(default_factory=dict)
    events: Mapping[str, Entry] = field(default_factory=dict)
    statements: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*self.actors.values(), *self.events.values(), *self.statements.values())

    def __bool__(self) -> bool:
        return bool(self.entries)

    def whom(self, slug: str, article: str) -> str:
        """Who an actor of this article (public id) is."""
        entry = self.actors.get(slug)
        if entry is None:
            return slug
        here = entry.values.get("apart", {}).get(article) or entry.values.get("same_as")
        return self.whom(here, article) if here else slug

    def called(self, name: str) -> str | None:
        """The actor of whom this is an alias."""
        wanted = fold(name)
        for slug, entry in self.actors.items():
            if wanted in map(fold, entry.values.get("aliases", ())):
                return slug
        return None

    def tied(self, key: str) -> Mapping[str, frozenset[str]]:
        """Ids of events by ``same_as`` or ``not_same_as``, in both directions."""
        found: dict[str, set[str]] = defaultdict(set)
        for id_, entry in self.events.items():
            for other in entry.values.get(key, ()):
                found[id_].add(other)
                found[other].add(id_)
        return {id_: frozenset(others) for id_, others in found.items()}

    def digest(self, ids: Iterable[str]) -> str:
        """A hash of all that bears on an article with these records; empty for nothing.

        What is said of actors bears on every article.
        """
        wanted = set(ids)
        own = [e for e in (*self.events.values(), *self.statements.values()) if wanted & named(e)]
        entries = [*self.actors.values(), *own]
        return hashlib.sha256(repr(entries).encode()).hexdigest() if entries else ""


def named(entry: Entry) -> set[str]:
    """Every record that an entry is about."""
    tied = (*entry.values.get("same_as", ()), *entry.values.get("not_same_as", ()))
    return {entry.id, *tied} if entry.record == "events" else {entry.id}


def load_overrides(path: Path | None) -> Overrides:
    """Those of the file, or of ``overrides.toml`` here if there is one.

    Raises InputError that names the file, the table and the key of whatever cannot be understood.
    """
    if path is None:
        path = Path(NAME)
        if not path.is_file():
            return Overrides()
    try:
        return read_overrides(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error


def read_overrides(data: bytes, file: str) -> Overrides:
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(file, "not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(file, f"not TOML: {error}") from error
    if unknown := sorted(tables.keys() - _KEYS.keys()):
        raise InputError(file, f"[{unknown[0]}]: unknown, there are {', '.join(_KEYS)}")
    found: dict[str, dict[str, Entry]] = {}
    for record in _KEYS:
        entries = tables.get(record, {})
        if not isinstance(entries, dict):
            raise InputError(file, f"[{record}]: is not a table")
        found[record] = {id_: _entry(record, id_, given, file) for id_, given in entries.items()}
    made = Overrides(file, **found)
    _refuse_circles(made)
    return made


def _entry(record: str, id_: str, given: object, file: str) -> Entry:
    where = f'[{record}."{id_}"]'
    if not isinstance(given, dict):
        raise InputError(file, f"{where}: is not a table")
    known = _KEYS[record]
    if unknown := sorted(given.keys() - known.keys() - set(NOTES)):
        raise InputError(file, f"{where} {unknown[0]}: unknown, there are {', '.join((*known, *NOTES))}")
    values = {}
    for key, value in given.items():
        try:
            values[key] = (known.get(key) or _text)(value)
        except ValueError as error:
            raise InputError(file, f"{where} {key}: {error}") from error
    if not values.keys() - set(NOTES):
        raise InputError(file, f"{where}: says nothing; give one of {', '.join(known)}")
    notes = {name: values.pop(name, None) for name in NOTES}
    return Entry(record, id_, values, **notes)


def _refuse_circles(made: Overrides) -> None:
    for slug, entry in made.actors.items():
        seen, at = {slug}, entry.values.get("same_as")
        while at is not None:
            if at in seen:
                raise InputError(made.file, f"{entry.name} same_as: leads back to {at!r}")
            seen.add(at)
            following = made.actors.get(at)
            at = following.values.get("same_as") if following else None


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a text")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value),)
    if not isinstance(value, list) or not value:
        raise ValueError("is not a list of texts")
    return tuple(map(_text, value))


def _by_article(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not value:
        raise ValueError('is not of the form {"id of an article" = "slug"}')
    return {article: _text(slug) for article, slug in value.items()}


def _date(value: object) -> str:
    given = value.isoformat() if isinstance(value, date) else _text(value)
    if not edtf.is_valid(given):
        raise ValueError(f"{given!r} is not a date such as 2015-09-24, 2015-09 or 2015-09-24~")
    return given


def _yes(value: object) -> bool:
    if value is not True:
        raise ValueError("can only be true")
    return True


def _one_of(kind: type[Enum]) -> Callable[[object], Enum]:
    def check(value: object) -> Enum:
        try:
            return kind(value)
        except ValueError as error:
            known = ", ".join(str(each.value) for each in kind)
            raise ValueError(f"{value!r} is none of {known}") from error

    return check


_KEYS: Final[Mapping[str, Mapping[str, Callable[[object], Any]]]] = {
    "actors": {
        "same_as": _text, "aliases": _texts, "apart": _by_article, "name_ar": _text, "name_en": _text,
        "kind": _one_of(ActorKind), "country": _text,
    },
    "events": {
        "date": _date, "type": _one_of(EventType), "status": _one_of(EventStatus), "headline_ar": _text,
        "headline_en": _text, "same_as": _texts, "not_same_as": _texts, "hide": _yes,
    },
    "statements": {"date": _date, "speaker": _text, "modality": _one_of(Modality), "hide": _yes},
}  # fmt: skip
