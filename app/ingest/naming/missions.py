"""Embassies and other missions: «السفارة الإيطالية في بيروت», «سفارة إيطاليا لدى لبنان»."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from app.domain.records import Actor, ActorKind, MentionHow, Sign
from app.ingest.naming.page import Find, Page
from app.ingest.naming.tables import Table
from app.ingest.naming.trie import Form, forms
from app.knowledge.records import Country, slugify
from app.languages.ar.names import load_names
from app.languages.ar.normalise import fold

_IN = frozenset({"في", "لدي"})


@lru_cache(maxsize=1)
def _missions() -> Mapping[tuple[str, ...], str]:
    text = files("app.languages.ar").joinpath("institutions.toml").read_text("utf-8")
    rows = tomllib.loads(text)["mission"]
    return {tuple(fold(word).split()): row["en"] for row in rows for word in row["words"]}


def mission_at(page: Page, at: int, stop: int) -> Find | None:
    """The mission whose name begins at token ``at``, with its host where that is said."""
    for form in forms(page.fold(at)):
        for length in (2, 1):
            key = (form.word, *(page.fold(k) for k in range(at + 1, at + length)))
            if key in _missions():
                return _mission(page, at, at + length, stop, form, _missions()[key])
    return None


def _mission(page: Page, at: int, after: int, stop: int, form: Form, kind: str) -> Find | None:
    sender, end = _sender(page, after, stop)
    if sender is None:
        return None
    host, end = _host(page, end, stop)
    name_en = f"{sender.adjective_en} {kind}" + (f" in {host.name_en}" if host else "")
    slug = slugify(name_en)
    known = next((b for b in page.knowledge.organisations.values() if b.slug == slug), None)
    name_ar = known.name_ar if known else page.span(at, end, form).text
    actor = Actor(
        slug, ActorKind.OFFICE, name_ar, name_en, sender.code, known=known is not None, gender="f", number="s"
    )
    found = page.candidate((at, end), form, Sign.TABLE, MentionHow.NAME, (actor,))
    house = form.prefix == "ب" or page.any_of(page.before(at), load_names().houses)
    return [replace(found, place=house)], end


def _sender(page: Page, at: int, stop: int) -> tuple[Country | None, int]:
    nisba = page.nisba(at) if at < stop else None
    if nisba and nisba.definite:
        return page.knowledge.countries[nisba.code], at + 1
    return _land(page, at, stop, (Table.COUNTRY,))


def _host(page: Page, at: int, stop: int) -> tuple[Country | None, int]:
    """The country named after «في», by itself or by its capital; a city is no host of an embassy."""
    if at + 1 < stop and page.fold(at) in _IN:
        host, end = _land(page, at + 1, stop, (Table.COUNTRY, Table.CAPITAL))
        if host:
            return host, end
    return None, at


def _land(page: Page, at: int, stop: int, tables: tuple[Table, ...]) -> tuple[Country | None, int]:
    hit = page.name_at(at, stop) if at < stop else None
    if hit and not hit.form.cut:
        for entry in hit.value:
            if entry.table in tables:
                return page.knowledge.countries[entry.id], hit.end
    return None, at
