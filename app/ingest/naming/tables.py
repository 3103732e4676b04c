"""The knowledge tables as one trie of names, each with the actor it stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from app.domain.records import Actor, ActorKind
from app.ingest.naming.institutions import Institution, institutions, other_ids
from app.ingest.naming.trie import Trie, words_of
from app.ingest.nationality import Nisba, nisba_table
from app.knowledge.load import Knowledge
from app.knowledge.records import Country, Medium, Organisation, Person, slugify
from app.languages.ar.bodies import load_bodies
from app.languages.ar.names import load_names
from app.languages.ar.normalise import fold

#: How the head of a candidate begins that is a body without its state, before its suffix.
BARE = "institution:"


class Table(StrEnum):
    """The table an entry comes from, or the pattern that made it."""

    PERSON = "person"
    COUNTRY = "country"
    CAPITAL = "capital"
    BODY = "body"
    MEDIUM = "medium"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name's meaning. ``actor`` is None for a place; ``template`` awaits the country's adjective.

    ``sure`` is False for ordinary words, ``alias`` True where the name is not the main one.
    """

    table: Table
    id: str
    actor: Actor | None
    sure: bool = True
    alias: bool = False
    template: Institution | None = None


def country_actor(country: Country) -> Actor:
    kind = ActorKind.ORGANISATION if country.code == "EU" else ActorKind.COUNTRY
    gender = "f" if country.name_ar.endswith(("ا", "ة")) or country.code in _FEMININE else "m"
    return Actor(
        country.slug,
        kind,
        country.name_ar,
        country.name_en,
        country.code,
        country.wikidata,
        gender=gender,
        number="s",
    )


_FEMININE = frozenset("EG IR QA TN SA AE FR DE US KR KP PK AF TD OM".split())


def person_actor(person: Person, gender: str | None = None) -> Actor:
    return Actor(
        person.slug, ActorKind.PERSON, person.name_ar, person.name_en, person.country, person.wikidata,
        gender=gender, number="s",
    )  # fmt: skip


def body_actor(body: Organisation) -> Actor:
    gender, number = agreement(body.name_ar)
    return Actor(
        body.slug,
        body.kind,
        body.name_ar,
        body.name_en,
        body.country,
        body.wikidata,
        gender=gender,
        number=number,
    )


def medium_actor(medium: Medium) -> Actor:
    return Actor(
        medium.slug, ActorKind.MEDIA, medium.name_ar, medium.name_en, medium.country, medium.wikidata,
        gender="f", number="s",
    )  # fmt: skip


def agreement(name: str) -> tuple[str, str]:
    """Gender and number that a body's name asks of its verb, by its first word."""
    head = fold(name.split(maxsplit=1)[0])
    if head.endswith(("ون", "ين")):
        return "m", "p"
    feminine = head.endswith(("ه", "ات", "ا")) or head in load_bodies().broken_plurals
    return ("f" if feminine else "m"), "s"


def institution_actor(institution: Institution, code: str, knowledge: Knowledge) -> Actor:
    """The body of one state: the table's own row where there is one."""
    country = knowledge.countries[code]
    identifier = f"{code.lower()}.{institution.suffix}"
    known = knowledge.organisations.get(other_ids().get(identifier, identifier))
    if known:
        return body_actor(known)
    if institution.kind is None:
        return country_actor(country)
    adjective = country.nisba[0] if country.nisba else country.name_ar
    name_ar = institution.name_ar.replace("{n}", _agree(institution.name_ar, adjective))
    medium = knowledge.media_by_name(name_ar) if institution.kind is ActorKind.MEDIA else None
    if medium:
        return medium_actor(medium)
    name_en = institution.name_en.format(adj=country.adjective_en)
    gender, number = agreement(name_ar)
    return Actor(slugify(name_en), institution.kind, name_ar, name_en, code, gender=gender, number=number)


def _agree(pattern: str, adjective: str) -> str:
    """The adjective with the article, feminine where the noun it follows is."""
    noun = fold(pattern.split(maxsplit=1)[0])
    plural = noun.endswith("ات") or noun in load_bodies().broken_plurals
    feminine = noun.endswith("ه") or plural or noun in ("الاركان", "وسائل")
    return "ال" + (adjective + "ة" if feminine and adjective.endswith("ي") else adjective)


_CLASS = re.compile(r"\{(\w)\}")
_CLASSES = {"f": "FEMININE", "n": "NISBA", "c": "LAND", "i": "INDEFINITE", "m": "MEN", "s": "MAN"}


@lru_cache(maxsize=4)
def gazetteer(knowledge: Knowledge) -> Trie[tuple[Entry, ...]]:
    """Every name of the tables and every institution pattern, ready for matching."""
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for name, entry in _entries(knowledge):
        folded = fold(name)
        if "{" in folded:
            folded = _CLASS.sub(lambda found: _CLASSES[found[1]], folded)
        entries = found[words_of(folded)]
        if all(e.id != entry.id for e in entries):
            entries.append(entry)
    found.pop((), None)
    trie: Trie[tuple[Entry, ...]] = Trie(_classifier(knowledge), _long_lands(knowledge))
    for phrase, entries in found.items():
        trie.add(phrase, tuple(entries))
    return trie


def _classifier(knowledge: Knowledge) -> Any:
    adjectives = nisba_table(knowledge)
    lands = {
        fold(name): country.code
        for country in knowledge.countries.values()
        for name in (*country.metonyms, *country.aliases, country.name_ar)
        if " " not in name
    }

    def classify(word: str) -> tuple[tuple[str, str], ...]:
        found = adjectives.get(word)
        labels: list[tuple[str, str]] = []
        if found:
            labels += [(label, found.code) for label in _nisba_labels(found)]
        if word in lands:
            labels.append(("LAND", lands[word]))
        return tuple(labels)

    return classify


def _nisba_labels(nisba: Nisba) -> tuple[str, ...]:
    if nisba.definite:
        single = nisba.gender == "f" and nisba.number == "s"
        return ("NISBA", "FEMININE") if single else ("NISBA",)
    if nisba.gender == "f":
        return ("INDEFINITE",) if nisba.number == "s" else ()
    return ("MAN",) if nisba.number == "s" else ("MEN",)


def _long_lands(knowledge: Knowledge) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """States whose name has several words, for patterns such as «حكومة {c}»."""
    for country in knowledge.countries.values():
        for name in (country.name_ar, *country.aliases):
            words = words_of(fold(name))
            if len(words) > 1:
                yield words, "LAND", country.code


def _entries(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    yield from _country_entries(knowledge)
    for person in knowledge.persons.values():
        actor = person_actor(person)
        for name in (person.name_ar, *person.aliases):
            entry = Entry(Table.PERSON, person.id, actor, _is_sure(name), name != person.name_ar)
            yield from ((spelling, entry) for spelling in _spellings(name))
    for body in knowledge.organisations.values():
        actor = body_actor(body)
        for name in (body.name_ar, *body.aliases):
            entry = Entry(Table.BODY, body.id, actor, _is_sure(name), name != body.name_ar)
            yield name, entry
            if body.country is None and _joined(name) != name:
                yield _joined(name), entry
    yield from _media_entries(knowledge)
    for place in knowledge.places.values():
        for name in (place.name_ar, *place.aliases):
            yield name, Entry(Table.PLACE, place.id, None)
    yield from _institution_entries()


def _spellings(name: str) -> tuple[str, ...]:
    """«عبد المجيد» is also written in one word, «عبدالمجيد» in two."""
    if "عبد" not in name:
        return (name,)
    joined = name.replace("عبد ال", "عبدال")
    return (name, joined if joined != name else name.replace("عبدال", "عبد ال"))


def _joined(name: str) -> str:
    """«الولاياتالمتحدة»: two words as archives that lost a space print them."""
    return name.replace(" ال", "ال") if name.count(" ") == 1 else name


def _is_sure(name: str) -> bool:
    return fold(name) not in load_names().ordinary


def _country_entries(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    for country in knowledge.countries.values():
        actor = country_actor(country)
        for name in (country.name_ar, *country.aliases):
            if _joined(name) != name:
                yield _joined(name), Entry(Table.COUNTRY, country.code, actor, alias=True)
            yield name, Entry(Table.COUNTRY, country.code, actor, _is_sure(name), name != country.name_ar)
        for name in country.metonyms:
            yield name, Entry(Table.CAPITAL, country.code, actor, _is_sure(name), alias=True)


def _media_entries(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    cues = load_names().media_cues
    for medium in knowledge.media.values():
        actor = medium_actor(medium)
        names = (medium.name_ar, *medium.aliases)
        bare = {words_of(fold(name)) for name in names}
        for name in names:
            parts = words_of(fold(name))
            if parts[0] in cues and parts[1:] in bare:
                continue
            sure = _is_sure(name) and (parts[0] in cues or not medium.needs_cue)
            yield name, Entry(Table.MEDIUM, medium.id, actor, sure, name != medium.name_ar)


def _institution_entries() -> Iterator[tuple[str, Entry]]:
    for institution in institutions():
        entry = Entry(Table.BODY, institution.suffix, None, template=institution)
        yield from ((pattern, entry) for pattern in institution.patterns)
        ministry = institution.suffix.endswith("_ministry")
        bare = entry if ministry else replace(entry, sure=False)
        yield from ((name, bare) for name in institution.bare)


def is_bare(entry: Entry, code: str | None) -> bool:
    """«الجيش»: a body of a state that the words do not name, and that may be none."""
    return entry.template is not None and code is None and not entry.sure


def actor_of(entry: Entry, code: str | None, knowledge: Knowledge) -> Actor | None:
    """The actor an entry means; ``code`` is the country read in the pattern."""
    if entry.template is None:
        return entry.actor
    return institution_actor(entry.template, code, knowledge) if code else _stateless(entry.template)


def _stateless(institution: Institution) -> Actor:
    """A body whose state the words do not say: «وزارة الصحة»."""
    name_ar = institution.name_ar.replace(" {n}", "")
    name_en = institution.name_en.replace("{adj} ", "")
    gender, number = agreement(name_ar)
    kind = institution.kind or ActorKind.OFFICE
    return Actor(slugify(name_en), kind, name_ar, name_en, known=False, gender=gender, number=number)
