"""Rows of the knowledge tables as frozen records. Dates are half-open: ``until`` is not included."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.records import ActorKind
from app.domain.time import DateSpan

_DOTLESS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss", "'": "", "’": "", "ʿ": ""}
)


def slugify(name: str) -> str:
    """ASCII kebab-case of a Latin-script name: ``Ashton Carter`` becomes ``ashton-carter``."""
    plain = unicodedata.normalize("NFKD", name.translate(_DOTLESS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True)
class Person:
    id: str
    name_en: str
    name_ar: str
    aliases: tuple[str, ...]
    country: str | None
    wikidata: str | None

    @cached_property
    def slug(self) -> str:
        return slugify(self.name_en)


@dataclass(frozen=True)
class Office:
    """A seat that persons hold in turn. ``titles`` are definite phrases as outlets print them."""

    id: str
    country: str | None
    name_en: str
    titles: tuple[str, ...]
    institution: str
    single: bool

    @cached_property
    def slug(self) -> str:
        return slugify(self.name_en)

    @property
    def name_ar(self) -> str:
        return self.titles[0]


@dataclass(frozen=True)
class Holder:
    """One person in one office for ``[since, until)``; an open end means still in post."""

    office: str
    person: str
    since: date
    until: date | None
    verified: bool

    def serves(self, on: DateSpan) -> bool:
        """True when the term shares a day with the window; an open side reaches for ever."""
        return self.since <= (on.latest or date.max) and (on.earliest or date.min) < (self.until or date.max)


@dataclass(frozen=True)
class Organisation:
    """A body, force, party or alliance. ``category`` is the table's word, ``kind`` the actor's.

    Names that are ordinary words (التحالف) count when the body ``beside`` is named in the article.
    """

    id: str
    name_en: str
    name_ar: str
    aliases: tuple[str, ...]
    category: str
    country: str | None
    wikidata: str | None
    beside: str | None

    @cached_property
    def slug(self) -> str:
        return slugify(self.name_en)

    @property
    def kind(self) -> ActorKind:
        return _KIND_OF.get(self.category, ActorKind.ORGANISATION)


_KIND_OF = {
    "government_body": ActorKind.OFFICE,
    "military": ActorKind.MILITARY,
    "armed_group": ActorKind.ARMED_GROUP,
}


@dataclass(frozen=True)
class Country:
    """A state (or the EU) under its ISO code.

    ``nisba`` holds its adjectives (masculine singular) and broken plurals; ``metonyms`` the cities
    that stand for its government.
    """

    code: str
    name_en: str
    adjective_en: str
    name_ar: str
    aliases: tuple[str, ...]
    nisba: tuple[str, ...]
    capital_ar: str
    capital_en: str
    metonyms: tuple[str, ...]
    wikidata: str | None

    @property
    def slug(self) -> str:
        return self.code.lower()


@dataclass(frozen=True)
class Medium:
    """An outlet. With ``needs_cue`` its name counts only after صحيفة, قناة … or in quotation marks."""

    id: str
    name_ar: str
    name_en: str
    aliases: tuple[str, ...]
    category: str
    country: str | None
    domain: str | None
    wikidata: str | None
    needs_cue: bool

    @cached_property
    def slug(self) -> str:
        return slugify(self.name_en)


@dataclass(frozen=True)
class PlaceEntry:
    """A place with coordinates in degrees; ``category`` is city, base, crossing, sea …"""

    id: str
    name_ar: str
    aliases: tuple[str, ...]
    name_en: str
    country: str | None
    admin: str | None
    latitude: float
    longitude: float
    category: str

    @cached_property
    def slug(self) -> str:
        return slugify(self.name_en)
