"""Names in headlines: lists, adjectives of states, gender, and the length that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.records import Actor, ActorKind
from app.knowledge.load import Knowledge

#: A headline longer than this loses its place, then its last words.
LONGEST = 90
#: So many names are told; the rest are «وآخرون».
NAMES = 3
_NOMINATIVE = re.compile(r"(?<=\w{2})ون(?=\s|$)")
_ENDINGS = ("ة", "ات", "ى", "اء")


def joined_ar(actors: Sequence[Actor]) -> str:
    """After a noun or a preposition, in the case that these ask for: «بين الحوثيين والجيش»."""
    names = [_oblique(a) for a in actors[:NAMES]]
    if len(actors) > NAMES:
        names.append("آخرين")
    return names[0] + "".join(f" و{name}" for name in names[1:])


def _oblique(actor: Actor) -> str:
    """«مسلحون مجهولون» as «مسلحين مجهولين», «متمردو الطوارق» as «متمردي الطوارق»."""
    if (actor.gender, actor.number) != ("m", "p") or actor.kind is ActorKind.PERSON:
        return actor.name_ar
    first, space, rest = actor.name_ar.partition(" ")
    first = first.removesuffix("و") + "ي" if first.endswith("و") else first
    return _NOMINATIVE.sub("ين", f"{first}{space}{rest}")


def joined_en(actors: Sequence[Actor]) -> str:
    names = [a.name_en for a in actors[:NAMES]]
    if len(actors) > NAMES:
        names.append("others")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def of_ar(actors: Sequence[Actor]) -> str:
    """With ل before the first name: «لقوات الوفاق», «للجيش الروسي»."""
    text = joined_ar(actors)
    return f"لل{text[2:]}" if text.startswith("ال") else f"ل{text}"


def adjective_ar(actor: Actor, gender: str, knowledge: Knowledge) -> str | None:
    """The adjective of a state in the gender of its noun; None for whoever is no state."""
    country = knowledge.country(actor.slug) if actor.kind is ActorKind.COUNTRY else None
    if country is None or not country.nisba or not country.nisba[0].endswith("ي"):
        return None
    return country.nisba[0] + ("ة" if gender == "f" else "")


def adjective_en(actor: Actor, knowledge: Knowledge) -> str | None:
    """«Israeli» for Israel; None for whoever is no state."""
    country = knowledge.country(actor.slug) if actor.kind is ActorKind.COUNTRY else None
    return country.adjective_en or None if country else None


def feminine(actor: Actor, masculine_states: frozenset[str]) -> bool | None:
    """Whether a verb takes the feminine singular with this subject; None where nothing tells, or neither."""
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug not in masculine_states
    if (actor.gender, actor.number) == ("m", "p"):
        return None
    if actor.gender in ("m", "f"):
        return actor.gender == "f"
    if actor.kind is ActorKind.PERSON:
        return None
    return actor.name_ar.split()[0].endswith(_ENDINGS)


def fit(text: str) -> str:
    """Cut at a word where it is too long."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip("،, و")
