"""Names in headlines: lists, adjectives of states, gender, articles, places, and the length that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.records import Actor, ActorKind, Place
from app.knowledge.load import Knowledge
from app.languages import english
from app.languages.ar.normalise import fold
from app.languages.ar.wordings import load_wordings

#: A headline longer than this loses names, then its place, then its last words.
LONGEST = 90
#: So many names are told; the rest are «وآخرون».
NAMES = 3
_NOMINATIVE = re.compile(r"(?<=\w{2})ون(?=\s|$)")
_ENDINGS = ("ة", "ات", "ى", "اء")


# ---------------------------------------------------------------- Arabic
def joined_ar(actors: Sequence[Actor], most: int = NAMES) -> str:
    """After a noun or a preposition, in the case that these ask for: «بين الحوثيين والجيش»."""
    most = _shown(actors, most)
    names = [_oblique(a) for a in actors[:most]]
    if len(actors) > most:
        names.append("آخرين" if len(actors) > most + 1 else "طرف آخر")
    return names[0] + "".join(f" و{name}" for name in names[1:])


def _shown(actors: Sequence[Actor], most: int) -> int:
    """One more is named, not counted, as long as there is room."""
    return len(actors) if most == NAMES and len(actors) == NAMES + 1 else most


def _oblique(actor: Actor) -> str:
    """«مسلحون مجهولون» as «مسلحين مجهولين», «متمردو الطوارق» as «متمردي الطوارق»."""
    if (actor.gender, actor.number) != ("m", "p") or actor.kind is ActorKind.PERSON:
        return actor.name_ar
    first, space, rest = actor.name_ar.partition(" ")
    first = first.removesuffix("و") + "ي" if first.endswith("و") else first
    return _NOMINATIVE.sub("ين", f"{first}{space}{rest}")


def attached(word: str, text: str) -> str:
    """A preposition before its noun, «لـ» and «بـ» written together with it: «للجيش الروسي»."""
    if word.endswith("لـ"):
        joined = f"لل{text[2:]}" if text.startswith("ال") else f"ل{text}"
        return word.removesuffix("لـ") + joined
    if word.endswith("بـ"):
        return f"{word.removesuffix('ـ')}{text}"
    return f"{word} {text}".strip()


def adjective_ar(actor: Actor, gender: str, knowledge: Knowledge) -> str | None:
    """The adjective of a state in the gender of its noun; None for whoever is no state."""
    country = knowledge.country(actor.slug) if actor.kind is ActorKind.COUNTRY else None
    if country is None or not country.nisba or not country.nisba[0].endswith("ي"):
        return None
    return country.nisba[0] + ("ة" if gender == "f" else "")


def dual(adjective: str) -> str:
    """«إسرائيليين», «إسرائيليتين», as they stand after a noun in the genitive."""
    return f"{adjective.removesuffix('ة')}تين" if adjective.endswith("ة") else f"{adjective}ين"


def gender_of(noun: str) -> str:
    """«f» for a noun, or the first word of a phrase, that takes feminine adjectives."""
    first = noun.split(maxsplit=1)[0]
    return "f" if first.endswith(("ة", "ات", "وى")) or first in load_wordings().feminine else "m"


def feminine(actor: Actor, masculine_states: frozenset[str]) -> bool | None:
    """Whether a verb takes the feminine singular with this subject; None where nothing tells, or neither.

    Names that men and women bear tell nothing.
    """
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug not in masculine_states
    if (actor.gender, actor.number) == ("m", "p"):
        return None
    if actor.kind is ActorKind.PERSON and fold(actor.name_ar.split()[0]) in load_wordings().unisex:
        return None
    if actor.gender in ("m", "f"):
        return actor.gender == "f"
    if actor.kind is ActorKind.PERSON:
        return None
    return actor.name_ar.split()[0].endswith(_ENDINGS)


# ---------------------------------------------------------------- English
def joined_en(actors: Sequence[Actor], most: int = NAMES) -> str:
    """With "the" where it belongs."""
    most = _shown(actors, most)
    names = [named_en(a) for a in actors[:most]]
    if len(actors) > most:
        names.append("others" if len(actors) > most + 1 else "one other")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def named_en(actor: Actor) -> str:
    """In running text: "the Syrian army", "Hezbollah", "the United States", "gunmen"."""
    return english.with_article(actor.name_en, actor.name_ar, actor.kind)


def several(actors: Sequence[Actor]) -> bool:
    """Whether they take a plural verb: more than one, or "Houthis", "armed forces", "gunmen"."""
    return len(actors) > 1 or any(english.is_plural(a.name_en, a.kind) for a in actors)


def adjective_en(actor: Actor, knowledge: Knowledge) -> str | None:
    """«Israeli» for Israel; None for whoever is no state."""
    country = knowledge.country(actor.slug) if actor.kind is ActorKind.COUNTRY else None
    return country.adjective_en or None if country else None


def place_name_en(place: Place, knowledge: Knowledge) -> str:
    """As it is written in a sentence: "Tripoli, Libya", "the Red Sea", "northern Syria"."""
    words, name = load_wordings().english, place.name_en
    found = english.bracketed(name)
    if found:
        inside = found[1] if any(c.name_en == found[1] for c in knowledge.countries.values()) else ""
        return f"{found[0]}, {inside}" if inside else found[0]
    side, _, rest = name.partition(" ")
    country = knowledge.country((place.country or "").lower())
    if side.endswith("ern") and country and rest == country.name_en:
        return f"{side.lower()} {rest}"
    asks = name in words.countries or english.last_word(name) in words.places
    return f"the {name}" if asks else name


def in_place_en(place: Place, knowledge: Knowledge) -> str:
    """With its preposition: "at Shayrat air base", "in Moscow", "east of the Euphrates"."""
    if place.name_en.startswith(("East of ", "West of ", "North of ", "South of ")):
        return place.name_en[:1].lower() + place.name_en[1:]
    last = english.unbracketed(place.name_en).split()[-1].lower()
    word = "at" if last in load_wordings().english.at else "in"
    return f"{word} {place_name_en(place, knowledge)}"


def cut(text: str) -> str:
    """Cut at a word where it is too long."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip("،, و")
