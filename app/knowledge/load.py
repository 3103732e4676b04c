"""The tables of facts, read once from the CSV files beside this module."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files

from app.domain.time import DateSpan
from app.errors import TableError
from app.knowledge.records import Country, Holder, Medium, Office, Organisation, Person, PlaceEntry
from app.languages.ar.normalise import fold


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All tables, each keyed by its id (countries by ISO code in capitals).

    Compared and hashed by identity, so that indexes built on it can be cached.
    """

    persons: Mapping[str, Person]
    offices: Mapping[str, Office]
    holders: tuple[Holder, ...]
    organisations: Mapping[str, Organisation]
    countries: Mapping[str, Country]
    media: Mapping[str, Medium]
    places: Mapping[str, PlaceEntry]

    @cached_property
    def terms(self) -> Mapping[str, tuple[Holder, ...]]:
        """Holders of each office, earliest first."""
        by_office: dict[str, list[Holder]] = defaultdict(list)
        for holder in sorted(self.holders, key=lambda h: h.since):
            by_office[holder.office].append(holder)
        return {office: tuple(rows) for office, rows in by_office.items()}

    @cached_property
    def careers(self) -> Mapping[str, tuple[Holder, ...]]:
        """Terms of each person by person id, earliest first."""
        by_person: dict[str, list[Holder]] = defaultdict(list)
        for holder in sorted(self.holders, key=lambda h: h.since):
            by_person[holder.person].append(holder)
        return {person: tuple(rows) for person, rows in by_person.items()}

    @cached_property
    def _by_slug(self) -> Mapping[str, Person]:
        return {person.slug: person for person in self.persons.values()}

    @cached_property
    def _media_names(self) -> Mapping[str, Medium]:
        return {
            fold(name).strip(' "()'): medium
            for medium in self.media.values()
            for name in (*medium.aliases, medium.name_ar)
        }

    @cached_property
    def _places_by_name(self) -> Mapping[str, tuple[PlaceEntry, ...]]:
        found: dict[str, list[PlaceEntry]] = defaultdict(list)
        for place in self.places.values():
            for name in dict.fromkeys(map(fold, (place.name_ar, *place.aliases))):
                found[name].append(place)
        return {name: tuple(places) for name, places in found.items()}

    def holder_of(self, office: str, on: DateSpan) -> tuple[Holder, ...]:
        """Whoever held the office on some day of the window; several when it changed hands."""
        return tuple(h for h in self.terms.get(office, ()) if h.serves(on))

    def person(self, slug: str) -> Person | None:
        return self._by_slug.get(slug)

    def country(self, code: str) -> Country | None:
        """By ISO code, in either case."""
        return self.countries.get(code.upper())

    def media_by_name(self, name: str) -> Medium | None:
        """An outlet by one of its Arabic names, spelt as it may be."""
        return self._media_names.get(fold(name).strip(' "()'))

    def media_by_domain(self, domain: str) -> Medium | None:
        host = domain.lower().removeprefix("www.")
        return next(
            (m for m in self.media.values() if m.domain and f".{host}".endswith(f".{m.domain}")), None
        )

    def media_by_slug(self, slug: str) -> Medium | None:
        return next((m for m in self.media.values() if m.slug == slug), None)

    def lands_named(self, name: str) -> set[str]:
        """ISO codes of the states that have a place of that name."""
        return {place.country for place in self._places_by_name.get(fold(name), ()) if place.country}

    def place_by_name(self, name: str, lands: Sequence[str] = ()) -> PlaceEntry | None:
        """The place of that name; of several the one in the first of ``lands`` (ISO codes) that has one."""
        places = self._places_by_name.get(fold(name), ())
        there = (place for land in lands for place in places if place.country == land)
        return next(there, places[0] if places else None)


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """Read the tables; TableError names the file and the row that does not fit."""
    return Knowledge(
        persons={r["person_id"]: _person(r) for r in _rows("persons")},
        offices={r["office_id"]: _office(r) for r in _rows("offices")},
        holders=tuple(_holder(r) for r in _rows("holders")),
        organisations={r["org_id"]: _organisation(r) for r in _rows("organisations")},
        countries={r["iso2"]: _country(r) for r in _rows("countries")},
        media={r["outlet_id"]: _medium(r) for r in _rows("media")},
        places={r["place_id"]: _place(r) for r in _rows("places")},
    )


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("app.knowledge").joinpath(f"{table}.csv").read_text("utf-8")
    for number, row in enumerate(csv.DictReader(text.splitlines(), strict=True), 2):
        if None in row or None in row.values():
            raise TableError(f"{table}.csv", f"row {number}: wrong number of fields")
        yield row


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _day(cell: str) -> date:
    return date.fromisoformat(cell if len(cell) == 10 else f"{cell}-01")


def _person(r: dict[str, str]) -> Person:
    return Person(
        r["person_id"],
        r["name_en"],
        r["name_ar"],
        _split(r["aliases_ar"]),
        r["country"] or None,
        r["wikidata"] or None,
    )


def _office(r: dict[str, str]) -> Office:
    return Office(
        r["office_id"],
        r["country"] or None,
        r["name_en"],
        _split(r["name_ar"]),
        r["institution"],
        r["seat"] == "single",
    )


def _holder(r: dict[str, str]) -> Holder:
    until = _day(r["to"]) if r["to"] else None
    return Holder(r["office_id"], r["person_id"], _day(r["from"]), until, r["verified"] == "yes")


def _organisation(r: dict[str, str]) -> Organisation:
    return Organisation(
        r["org_id"], r["name_en"], r["name_ar"], _split(r["aliases_ar"]), r["kind"], r["country"] or None,
        r["wikidata"] or None, r["beside"] or None,
    )  # fmt: skip


def _country(r: dict[str, str]) -> Country:
    return Country(
        r["iso2"], r["name_en"], r["adjective_en"], r["name_ar"], _split(r["aliases_ar"]), _split(r["nisba"]),
        r["capital_ar"], r["capital_en"], _split(r["metonyms_ar"]), r["wikidata"] or None,
    )  # fmt: skip


def _medium(r: dict[str, str]) -> Medium:
    return Medium(
        r["outlet_id"], r["name_ar"], r["name_en"], _split(r["aliases_ar"]), r["kind"], r["country"] or None,
        r["domain"] or None, r["wikidata"] or None, r["needs_cue"] == "yes",
    )  # fmt: skip


def _place(r: dict[str, str]) -> PlaceEntry:
    return PlaceEntry(
        r["place_id"], r["name_ar"], _split(r["aliases_ar"]), r["name_en"], r["country"] or None,
        r["admin"] or None,
        float(r["lat"]), float(r["lon"]), r["kind"],
    )  # fmt: skip
