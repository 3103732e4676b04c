"""What pages call an actor, an outlet or a place: its address and its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

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
