"""What pages call an actor, an outlet or a place: its address and its names."""

from __future__ import annotations

from dataclasses import dataclass

from app.models import ActorRow


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet, an actor, a place; ``lane`` is the slug of the state whose colour it has."""

    slug: str
    name_ar: str
    name_en: str
    lane: str | None = None


def named(actor: ActorRow) -> Named:
    return Named(actor.slug, actor.name_ar, actor.name_en, actor.lane)
