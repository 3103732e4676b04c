"""Records to lanes: who has a row, in which order, and who is drawn in another's. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Party, Record
from app.pages.timeline.view_chart import Lane, lane_rows
from app.pages.timeline.voice import TwoNames, Voice
from app.web.colours import colour
from app.web.named import Named

MOST_LANES: Final = 12
MOST_MEMBERS: Final = 8
OTHERS: Final = "-others"


@dataclass(frozen=True)
class Rows:
    """The lanes shown, and which of them a party or outlet or type belongs to."""

    lanes: tuple[Lane, ...]
    lane_of: Mapping[str, str]

    @cached_property
    def by_slug(self) -> dict[str, Lane]:
        return {lane.slug: lane for lane in self.lanes}


def rearranged(records: Iterable[Record], lane: str, voice: Voice) -> list[Record]:
    """The records with the parties that stand in lanes: actors, or the outlets, or the type."""
    if lane in ("country", "actor"):
        return [_with_someone(record) for record in records]
    return [_with_parties(record, _stand_ins(record, lane, voice)) for record in records]


def _stand_ins(record: Record, lane: str, voice: Voice) -> tuple[Party, ...]:
    if lane == "outlet":
        return tuple(Party(o.slug, o.name_ar, o.name_en, None, "participant") for o in record.outlets)
    name = voice.kind(record)
    slug = record.type if record.kind == "event" else "statement"
    return (Party(slug, name, name, None, "participant"),)


def _with_someone(record: Record) -> Record:
    return record if record.parties else _with_parties(record, (Party(OTHERS, "", "", None, "participant"),))


def _with_parties(record: Record, parties: tuple[Party, ...]) -> Record:
    return replace(record, parties=parties or (Party(OTHERS, "", "", None, "participant"),))


def rows(
    records: Sequence[Record], query: TimelineQuery, names: Mapping[str, TwoNames], voice: Voice
) -> Rows:
    """The lanes put in order by hand, then the busiest, at most twelve; all other parties share a last one.

    A lane opened has its members under it, the busiest of them in rows of their own.
    """
    parties = {party.slug: party for record in records for party in record.parties}
    home = {slug: (p.lane or slug) if query.lane == "country" else slug for slug, p in parties.items()}
    seen = Counter(lane for record in records for lane in {home[party.slug] for party in record.parties})
    main = _main_lanes(seen, query, names)
    lane_of = {slug: lane if lane in main else OTHERS for slug, lane in home.items()}
    held = Counter(lane for record in records for lane in {lane_of[party.slug] for party in record.parties})
    everyone = _members(records, lane_of)
    made: list[Lane] = []
    for n, slug in enumerate([*main, *([OTHERS] if seen.keys() - set(main) else [])]):
        members = everyone.get(slug, [])
        top = _lane(slug, n, parties, names, query, voice)
        shown = members[:MOST_MEMBERS] if top.slug.strip("-") in query.open else []
        made.append(
            replace(
                top,
                count=held[slug],
                members=len(members),
                is_open=bool(shown),
                toggle=voice.link(query.toggled("open", slug.strip("-"))) if members else None,
            )
        )
        made += [replace(_lane(each, n, parties, names, query, voice), level=1) for each in shown]
        lane_of |= {each: each for each in shown}
    return Rows(lane_rows(made), lane_of)


def _lane(
    slug: str,
    n: int,
    parties: Mapping[str, Party],
    names: Mapping[str, TwoNames],
    query: TimelineQuery,
    voice: Voice,
) -> Lane:
    if slug == OTHERS:
        return Lane(OTHERS, voice._("Others"), 0, 0)
    name = voice.name(parties.get(slug) or names.get(slug) or Named(slug, slug, slug))
    pinned = slug in query.pinned
    return Lane(
        slug, name, _colour(slug, n, parties, query), 0, filtered_by(slug, query, voice), is_pinned=pinned
    )


def _members(records: Sequence[Record], lane_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Whoever stands in a lane without being it, the busiest first, by lane."""
    seen = Counter(slug for record in records for slug in {party.slug for party in record.parties})
    members: dict[str, list[str]] = {}
    for slug in sorted(seen, key=lambda slug: (-seen[slug], slug)):
        if lane_of[slug] != slug:
            members.setdefault(lane_of[slug], []).append(slug)
    return members


def _main_lanes(seen: Counter[str], query: TimelineQuery, names: Mapping[str, TwoNames]) -> list[str]:
    """States have lanes of their own; by country, whoever has no state is among the others.

    A lane put in its place by hand is there even while it is empty.
    """
    by_country = query.lane == "country"
    pinned = [slug for slug in query.pinned if slug in seen or slug in known_lanes(query, names)]
    busiest = sorted(seen, key=lambda slug: (-seen[slug], slug))
    fit = [slug for slug in busiest if slug != OTHERS and (len(slug) == 2 or not by_country)]
    return [*pinned, *(slug for slug in fit if slug not in pinned)][: max(MOST_LANES, len(pinned))]


def known_lanes(query: TimelineQuery, names: Mapping[str, TwoNames]) -> frozenset[str]:
    """The lanes put in order by hand that there is something to call by; not so those mistyped."""
    told = ((slug, names.get(slug)) for slug in query.pinned)
    return frozenset(slug for slug, named in told if named and {named.name_ar, named.name_en} != {slug})


def _colour(slug: str, n: int, parties: Mapping[str, Party], query: TimelineQuery) -> int:
    """That of the state; outlets and types have none of their own and take them in turn."""
    if query.lane in ("country", "actor"):
        return colour(parties[slug].lane if slug in parties else slug)
    return n % 12 + 1


def filtered_by(slug: str, query: TimelineQuery, voice: Voice) -> str:
    """The view with a lane as its filter, or without it where it is one."""
    name = {"country": "actor", "actor": "actor", "outlet": "outlet", "type": "type"}[query.lane]
    if slug == "statement" and name == "type":
        return voice.link(query.with_(kind="statement", type=()))
    return voice.link(query.toggled(name, slug))
