"""Ambassadors named by whose they are: «استدعت الجزائر سفيرها لدى باريس», «القائم بأعمالها في أنقرة فلان»."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Span
from app.ingest.naming.page import Find, Page
from app.ingest.naming.persons import PersonFinder
from app.ingest.naming.tables import Table
from app.knowledge.records import Country, slugify
from app.languages.ar.events import load_event_words

#: The word with its pronoun: rank as the table of offices has it, English, Arabic before a state, gender.
_ENVOYS = {
    "سفيره": ("ambassador", "ambassador", "سفير", "m"),
    "سفيرته": ("ambassador", "ambassador", "سفيرة", "f"),
    "مندوبه": ("delegate", "delegate", "مندوب", "m"),
    "قنصله": ("consul", "consul", "قنصل", "m"),
    "اعماله": ("charge", "chargé d'affaires", "القائم بأعمال سفارة", "m"),
}
_POSTED = frozenset({"في", "لدي", "الي", "ب"})
_HOSTS = (Table.COUNTRY, Table.CAPITAL, Table.PLACE)


def own_envoy_at(page: Page, persons: PersonFinder, at: int, stop: int) -> Find | None:
    """The envoy at token ``at`` with his post and name, if the sentence has named his state before."""
    affairs = page.fold(at) in ("القائم", "القائمه") and page.fold(at + 1).startswith("باعمال")
    word = page.fold(at + 1)[1:] if affairs else page.fold(at)
    rank = _ENVOYS.get(word.removesuffix("ها").removesuffix("ه") + "ه")
    if rank is None or (rank[0] == "charge") != affairs or not word.endswith(("ها", "ه")):
        return None
    state = _state_before(page, at, feminine=word.endswith("ها"))
    if state is None:
        return None
    host, end = _host(page, at + 1 + affairs, stop, state)
    person = persons.after_title(end, stop)
    if person is not None:
        phrase = page.span(at, person[0].stop)
        named = replace(person[0], phrase=phrase, head=rank[0], country=person[0].country or state.code)
        return [named], person[1]
    return [_office(page, at, end, state, host, rank)], end


def _office(
    page: Page, at: int, end: int, state: Country, host: tuple[str, str], rank: tuple[str, str, str, str]
) -> Candidate:
    head, english, arabic, gender = rank
    name_en = f"{state.adjective_en} {english}" + (f" to {host[1]}" if host[1] else "")
    name_ar = f"{arabic} {state.name_ar}" + (f" لدى {host[0]}" if host[0] else "")
    actor = Actor(
        slugify(name_en),
        ActorKind.OFFICE,
        name_ar,
        name_en,
        state.code,
        known=False,
        gender=gender,
        number="s",
    )
    found = page.candidate((at, end), None, Sign.TITLE, MentionHow.OFFICE, (actor,))
    first = page.tokens[at].span.start
    return replace(found, span=Span.of(page.text, first, page.tokens[end - 1].span.end), head=head, sure=True)


def _state_before(page: Page, at: int, *, feminine: bool) -> Country | None:
    """The nearest state or nationality before, in the same sentence, that the pronoun agrees with."""
    masculine = load_event_words().masculine
    for k in range(at - 1, max(-1, at - 40), -1):
        if not page.same_sentence(k, at):
            return None
        nation = page.nisba(k)
        if nation is not None and nation.definite and feminine == (nation.gender != "m"):
            return page.knowledge.countries[nation.code]
        hit = page.name_at(k, at)
        if hit is None or hit.form.prefix not in ("", "و"):
            continue
        code = next((e.id for e in hit.value if e.table in (Table.COUNTRY, Table.CAPITAL)), "")
        if code not in page.knowledge.countries:
            continue
        state = page.knowledge.countries[code]
        capital = hit.value[0].table is Table.CAPITAL
        if feminine == (capital or state.slug not in masculine):
            return state
    return None


def _host(page: Page, at: int, stop: int, state: Country) -> tuple[tuple[str, str], int]:
    """Where the envoy is posted, in both languages, and the token after it; empty where nothing says so."""
    start = at + 1 if at < stop and page.fold(at) in _POSTED else at
    hit = page.name_at(start, stop) if start < stop else None
    if hit is None or (start == at and hit.form.prefix != "ب"):
        return ("", ""), at
    for entry in hit.value:
        if entry.table in _HOSTS:
            country = page.knowledge.countries.get(entry.id)
            place = page.knowledge.places.get(entry.id)
            land = country or (page.knowledge.country(place.country) if place and place.country else None)
            if land is not None and land.code != state.code:
                return (land.name_ar, land.name_en), hit.end
    return ("", ""), at
