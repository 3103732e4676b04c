"""What pages call an actor, an outlet or a place: its address and its names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from babel import Locale

from app.knowledge.load import load_knowledge
from app.languages.ar.normalise import fold
from app.models import ActorRow


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet, an actor, a place; ``lane`` is the slug of the state whose colour it has."""

    slug: str
    name_ar: str
    name_en: str
    lane: str | None = None


class Nameable(Protocol):
    """Anything with a slug and a name in both languages."""

    @property
    def slug(self) -> str: ...
    @property
    def name_ar(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def names_of(thing: Nameable) -> dict[str, Any]:
    """Slug and names as plain data."""
    return {"slug": thing.slug, "name_ar": thing.name_ar, "name_en": thing.name_en}


@dataclass(frozen=True, slots=True)
class Link:
    """A medium the words came through, with the words that say so."""

    medium: Named
    cue: str | None


def named(actor: ActorRow) -> Named:
    return Named(actor.slug, actor.name_ar, actor.name_en, actor.lane)


@lru_cache(maxsize=1_024)
def territory(slug: str) -> Named:
    """A state by its ISO 3166 code: as the tables call it, else as CLDR does; anything else by its slug."""
    if known := load_knowledge().countries.get(slug.upper()):
        return Named(slug, known.name_ar, known.name_en, slug)
    arabic, english = (Locale.parse(code).territories.get(slug.upper()) for code in ("ar", "en"))
    return Named(slug, arabic or slug, english or slug, slug)


def in_letters(who: Nameable | None, lang: str) -> str:
    """What names are put in order by, as they are written in a language."""
    if who is None:
        return ""
    return fold(who.name_ar).strip() if lang == "ar" else (who.name_en or who.name_ar).casefold()
