"""The order of the lanes, arranged by hand: every step is a link to the view in that order. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.timeline.query import MOST_PINNED, TimelineQuery
from app.pages.timeline.view_chart import Lane
from app.pages.timeline.view_lanes import OTHERS
from app.pages.timeline.voice import Voice


@dataclass(frozen=True, slots=True)
class Place:
    """A lane that can be moved; ``up`` and ``down`` are None at either end."""

    lane: Lane
    up: str | None
    down: str | None
    pin: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``reset`` leads back to the order by activity; None while that is the order."""

    places: tuple[Place, ...]
    reset: str | None


def arrangement(lanes: Sequence[Lane], query: TimelineQuery, voice: Voice) -> Arrangement:
    """What is moved is pinned, and with it whatever stands above it."""
    tops = [lane for lane in lanes if not lane.level and lane.slug != OTHERS]
    slugs = [lane.slug for lane in tops]
    pinned = [slug for slug in slugs if slug in query.pinned]

    unpinned = query.with_(lanes=None)

    def link(order: Sequence[str]) -> str:
        return voice.in_order(query, ",".join(order[:MOST_PINNED])) if order else voice.link(unpinned)

    def swapped(n: int) -> str:
        """The lanes at n and n + 1 in each other's place."""
        order = [*slugs[:n], slugs[n + 1], slugs[n], *slugs[n + 2 :]]
        return link(order[: max(len(pinned), n + 2)])

    def toggled(slug: str) -> str:
        return link([each for each in pinned if each != slug] if slug in pinned else [*pinned, slug])

    return Arrangement(
        tuple(
            Place(
                lane,
                swapped(n - 1) if n else None,
                swapped(n) if n + 1 < len(tops) else None,
                toggled(lane.slug),
            )
            for n, lane in enumerate(tops)
        ),
        link([]) if query.lanes else None,
    )
