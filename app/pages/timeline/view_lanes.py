"""Records to lanes and marks: who has a row, what a record looks like, what its column is called. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Named, Party, Record
from app.pages.timeline.view_chart import Lane, lane_rows
from app.pages.timeline.voice import TwoNames, Voice
from app.web.colours import colour

MOST_LANES: Final = 12
OTHERS: Final = "-others"


@dataclass(frozen=True, slots=True)
class Rows:
    """The lanes shown, and which of them a party or outlet or type belongs to."""

    lanes: tuple[Lane, ...]
    lane_of: Mapping[str, str]

    @property
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
    """The busiest lanes, at most twelve; all other parties share a last one."""
    parties = {party.slug: party for record in records for party in record.parties}
    home = {slug: (p.lane or slug) if query.lane == "country" else slug for slug, p in parties.items()}
    seen = Counter(lane for record in records for lane in {home[party.slug] for party in record.parties})
    main = _main_lanes(seen, by_country=query.lane == "country")
    shown = [
        Lane(
            slug,
            voice.name(parties.get(slug) or names.get(slug) or Named(slug, slug, slug)),
            _colour(slug, n, parties, query),
            seen[slug],
            _filter(slug, query, voice),
        )
        for n, slug in enumerate(main)
    ]
    rest = seen.keys() - set(main)
    if rest:
        count = sum(any(home[party.slug] in rest for party in record.parties) for record in records)
        shown.append(Lane(OTHERS, voice._("Others"), 0, count))
    lane_of = {slug: lane if lane in main else OTHERS for slug, lane in home.items()}
    return Rows(lane_rows(shown), lane_of)


def _main_lanes(seen: Counter[str], *, by_country: bool) -> list[str]:
    """States have lanes of their own; by country, whoever has no state is among the others."""
    busiest = sorted(seen, key=lambda slug: (-seen[slug], slug))
    fit = [slug for slug in busiest if slug != OTHERS and (len(slug) == 2 or not by_country)]
    return fit[:MOST_LANES]


def _colour(slug: str, n: int, parties: Mapping[str, Party], query: TimelineQuery) -> int:
    """That of the state; outlets and types have none of their own and take them in turn."""
    if query.lane in ("country", "actor"):
        return colour(parties[slug].lane if slug in parties else slug)
    return n % 12 + 1


def _filter(slug: str, query: TimelineQuery, voice: Voice) -> str | None:
    name = {"country": "actor", "actor": "actor", "outlet": "outlet", "type": "type"}[query.lane]
    if slug == "statement" and name == "type":
        return voice.link(query.with_(kind="statement", type=()))
    return voice.link(query.toggled(name, slug))
