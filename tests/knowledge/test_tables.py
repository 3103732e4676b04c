"""The tables are facts that people edit by hand: what they must keep is checked here."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from app.knowledge.load import load_knowledge
from app.languages.ar.normalise import fold

TABLES = ("countries", "holders", "media", "offices", "organisations", "persons", "places")
HANDOVER = timedelta(days=100)


def _cells(table: str) -> Iterator[tuple[int, str]]:
    text = files("app.knowledge").joinpath(f"{table}.csv").read_text("utf-8")
    yield from enumerate(text.splitlines(), 1)


@pytest.mark.parametrize("table", TABLES)
def test_text_is_clean(table: str) -> None:
    for number, line in _cells(table):
        where = f"{table}.csv:{number}"
        assert line == unicodedata.normalize("NFC", line), where
        assert not re.search("[\ufb50-\ufdff\ufe70-\ufefc\u0640\u200b-\u200f\u202a-\u202e\ufeff]", line), (
            where
        )
        assert not re.search(r"\|\||\|,|  ", line), where


@pytest.mark.parametrize("table", ["persons", "offices", "organisations", "media", "places"])
def test_slugs_are_unique_in_a_table(table: str) -> None:
    counted = Counter(row.slug for row in getattr(load_knowledge(), table).values())
    assert [slug for slug, n in counted.items() if n > 1] == []


def test_slugs_of_actors_are_unique_across_tables() -> None:
    tables = load_knowledge()
    slugs = Counter(
        row.slug
        for rows in (tables.persons, tables.offices, tables.organisations, tables.media, tables.countries)
        for row in rows.values()
    )
    assert [slug for slug, n in slugs.items() if n > 1] == []


def test_holders_name_offices_and_persons_that_exist() -> None:
    tables = load_knowledge()
    for holder in tables.holders:
        assert holder.office in tables.offices, holder
        assert holder.person in tables.persons, holder
        assert holder.until is None or holder.since < holder.until, holder


def test_a_single_seat_has_one_holder_but_for_hand_overs() -> None:
    tables = load_knowledge()
    for office, terms in tables.terms.items():
        if not tables.offices[office].single:
            continue
        for earlier, later in pairwise(terms):
            if earlier.until is not None and earlier.person != later.person:
                assert later.since >= earlier.until - HANDOVER, (office, earlier.person, later.person)


def test_countries_have_what_names_are_made_of() -> None:
    for country in load_knowledge().countries.values():
        assert re.fullmatch("[A-Z]{2}", country.code)
        assert country.name_ar
        assert country.adjective_en
        for name in country.metonyms:
            assert fold(name), country.code


def test_countries_given_in_rows_exist() -> None:
    tables = load_knowledge()
    extra = {"EH"}  # Western Sahara: named as a territory, not as a party
    for rows in (tables.persons, tables.offices, tables.organisations, tables.media, tables.places):
        for row in rows.values():
            assert row.country is None or row.country in tables.countries or row.country in extra, row.id


def test_a_full_name_means_one_person() -> None:
    names: dict[str, set[str]] = {}
    for person in load_knowledge().persons.values():
        for name in (person.name_ar, *person.aliases):
            if len(name.split()) > 1:
                names.setdefault(fold(name).replace(" ", ""), set()).add(person.id)
    shared = {name: ids for name, ids in names.items() if len(ids) > 1}
    assert set(shared) <= {"جونبرينان"}  # a CIA director and a coalition general


def test_bodies_beside_others_exist() -> None:
    tables = load_knowledge()
    for body in tables.organisations.values():
        assert body.beside is None or body.beside in {*tables.organisations, *tables.persons}, body.id


def test_places_stand_on_the_globe() -> None:
    for place in load_knowledge().places.values():
        assert -90 <= place.latitude <= 90, place.id
        assert -180 <= place.longitude <= 180, place.id
