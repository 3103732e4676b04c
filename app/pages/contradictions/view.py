"""What the list of contradictions shows: pairs under one question, and why they were paired. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.pages.contradictions.query import WHYS, ContradictionsQuery
from app.pages.contradictions.records import Facts, Pair, Side, Source, Way
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.opposed import in_words
from app.web.passages import Piece, pieces
from app.web.urls import Urls

_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "denial": _("Denials"),
        "number": _("Different numbers"),
        "account": _("Different accounts"),
        "date": _("Different days"),
        "evaluation": _("Opposing judgements"),
    }
)


@dataclass(frozen=True, slots=True)
class Chip:
    text: str
    count: int
    on: bool
    href: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A passage with its marks and where it comes from."""

    side: Side
    pieces: tuple[Piece, ...]
    source: Source
    chain: Way
    paragraph: int
    sentence: int
    record: str


@dataclass(frozen=True, slots=True)
class Opposed:
    """A pair on the page; ``about`` is the event in question, None between two statements."""

    pair: Pair
    about: Side | None
    one: Figure
    other: Figure
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContradictionsView:
    query: ContradictionsQuery
    total: int
    chips: tuple[Chip, ...]
    pairs: tuple[Opposed, ...]
    first_page: str | None
    next_page: str | None


def build(facts: Facts, query: ContradictionsQuery, spoken: Language, urls: Urls) -> ContradictionsView:
    """The page of a view."""
    following = ContradictionsQuery(query.why, facts.after or 0)
    return ContradictionsView(
        query=query,
        total=facts.total,
        chips=tuple(
            _chip(why, facts.counts[why], query, spoken, urls)
            for why in WHYS
            if facts.counts[why] or why == query.why
        ),
        pairs=tuple(_opposed(pair, spoken) for pair in facts.pairs),
        first_page=urls.contradictions(ContradictionsQuery(query.why).pairs) if query.after else None,
        next_page=urls.contradictions(following.pairs) if facts.after else None,
    )


def _chip(why: str, count: int, query: ContradictionsQuery, spoken: Language, urls: Urls) -> Chip:
    on = why == query.why
    href = urls.contradictions(ContradictionsQuery(None if on else why).pairs)
    return Chip(spoken.gettext(_TITLES[why]), count, on, href)


def _opposed(pair: Pair, spoken: Language) -> Opposed:
    about = next((side for side in (pair.one, pair.other) if side.event), None)
    why = in_words(pair.kind, pair.reasons, spoken)
    return Opposed(pair, about, _figure(pair.one), _figure(pair.other), why)


def _figure(side: Side) -> Figure:
    cut = pieces(side.text, side.marks, start=side.start)
    return Figure(side, cut, side.source, side.chain, side.paragraph, side.sentence, side.record)
