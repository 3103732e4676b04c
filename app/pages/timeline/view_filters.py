"""The filter bar: chips of states, choices of the form, chips of what is applied. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.pages.timeline.query import FILTERS, TimelineQuery
from app.pages.timeline.records import Facet, Facts
from app.pages.timeline.voice import Voice
from app.web.colours import colour
from app.web.i18n import gettext_noop as _
from app.web.labels import VOCABULARIES
from app.web.named import Named

#: The states with the first six colours have a chip whenever they take part; so many chips at most.
MAIN_COLOURS: Final = range(1, 7)
MOST_CHIPS: Final = 8
#: So many actors are sent to search among; any other is found by its whole name.
MOST_LISTED: Final = 100
_VOCABULARY: Final = {"kind": "kind", "type": "type", "status": "status", "modality": "modality",
                      "certainty": "certainty", "evidence": "evidence"}  # fmt: skip
_TITLES: Final[Mapping[str, str]] = {
    "from": _("From"),
    "to": _("To"),
    "actor": _("Actor"),
    "kind": _("Kind"),
    "type": _("Type"),
    "status": _("Status"),
    "modality": _("Manner of saying"),
    "outlet": _("Outlet"),
    "article": _("Article"),
    "place": _("Place"),
    "certainty": _("Date known"),
    "evidence": _("Evidence"),
    "q": _("Text"),
}


@dataclass(frozen=True, slots=True)
class StateChip:
    slug: str
    name: str
    count: int | None
    colour: int
    on: bool
    href: str


@dataclass(frozen=True, slots=True)
class AppliedChip:
    """``href`` leads to the view without it; ``told`` is how a sentence names it."""

    title: str
    text: str
    href: str
    told: str


@dataclass(frozen=True, slots=True)
class Widen:
    """A filter to relax, and how much would then be found."""

    text: str
    count: str
    href: str


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class Someone:
    """An actor to choose from a list; ``other`` is the name in the other language, to be found by too."""

    name: str
    other: str
    count: int


@dataclass(frozen=True, slots=True)
class FilterBar:
    states: tuple[StateChip, ...]
    applied: tuple[AppliedChip, ...]
    clear: str
    kinds: tuple[Option, ...]
    types: tuple[Option, ...]
    outlets: tuple[Option, ...]
    certainties: tuple[Option, ...]
    actors: tuple[Someone, ...]
    since: str
    to: str
    q: str
    match: tuple[Option, ...]
    has_actors: bool
    hidden: tuple[tuple[str, str], ...]


def bar(query: TimelineQuery, facts: Facts, voice: Voice) -> FilterBar:
    return FilterBar(
        states=tuple(_states(query, facts, voice)),
        applied=tuple(applied(query, facts.names, voice)),
        clear=voice.link(query.cleared),
        kinds=_options(query, "kind", facts, voice),
        types=_options(query, "type", facts, voice),
        outlets=tuple(
            Option(outlet.slug, f"{voice.name(outlet)} ({outlet.count:,})", outlet.slug in query.outlet)
            for outlet in facts.outlets
        ),
        certainties=_options(query, "certainty", facts, voice),
        actors=tuple(
            Someone(voice.name(actor), voice.other_name(actor), actor.count)
            for actor in facts.actors[:MOST_LISTED]
        ),
        since=query.since or "",
        to=query.to or "",
        q=query.q or "",
        match=tuple(
            Option(value, text, query.match == value)
            for value, text in (
                ("any", voice._("any of them")),
                ("all", voice._("all of them together")),
                ("only", voice._("only they together and nobody else")),
            )
        ),
        has_actors=bool(query.actor),
        hidden=_hidden(query),
    )


def _states(query: TimelineQuery, facts: Facts, voice: Voice) -> Iterable[StateChip]:
    """The main states, the busiest of the others, and any that is filtered by."""
    main = [state for state in facts.states if colour(state.slug) in MAIN_COLOURS]
    rest = [state for state in facts.states if state not in main and colour(state.slug)]
    shown = [*main, *rest[: MOST_CHIPS - len(main)]]
    known = {state.slug for state in shown}
    counts = {state.slug: state.count for state in facts.states}
    chosen = [facts.names[slug] for slug in query.actor if slug not in known]
    others = [Facet(each.slug, each.name_ar, each.name_en, counts.get(each.slug, 0)) for each in chosen]
    for state in (*shown, *others):
        on = state.slug in query.actor
        changed = query.toggled("actor", state.slug).with_(event=None)
        yield StateChip(
            state.slug, voice.name(state), state.count or None, colour(state.slug), on, voice.link(changed)
        )


def _options(query: TimelineQuery, name: str, facts: Facts, voice: Voice) -> tuple[Option, ...]:
    """What there is to choose, with counts; a choice that would leave nothing is not offered."""
    chosen, counts = query.values(name), facts.choices.get(name, {})
    return tuple(
        Option(value, f"{voice.label(_VOCABULARY[name], value)} ({counts.get(value, 0):,})", value in chosen)
        for value in VOCABULARIES[_VOCABULARY[name]]
        if counts.get(value) or value in chosen
    )


def applied(query: TimelineQuery, names: Mapping[str, Named], voice: Voice) -> Iterable[AppliedChip]:
    """A chip for each filter in force, leading to the view without it; one for a window of two ends."""
    both = bool(query.since and query.to)
    if both:
        yield _window_chip(query, voice)
    for name in FILTERS:
        if both and name in ("from", "to"):
            continue
        for value in query.values(name):
            without = query.without(name, value).with_(event=None)
            words = told(name, value, names, voice)
            title = _title(name, query, voice)
            sentence = f"{title} {words}" if name in ("from", "to") else words
            yield AppliedChip(title, words, voice.link(without), sentence)


def _title(name: str, query: TimelineQuery, voice: Voice) -> str:
    if name == "actor" and query.match == "only":
        return voice._("Only")
    return voice._(_TITLES[name])


def _window_chip(query: TimelineQuery, voice: Voice) -> AppliedChip:
    first, last = (voice.dates.edtf(each) for each in (query.since, query.to))
    text = first if query.since == query.to else f"{first} – {last}"
    sentence = text if query.since == query.to else voice.dates.edtf(f"{query.since}/{query.to}")
    return AppliedChip(voice._("Dates"), text, voice.link(query.relaxed("from")), sentence)


def widen(query: TimelineQuery, facts: Facts, voice: Voice) -> tuple[Widen, ...]:
    """What to relax where nothing is found."""
    return tuple(
        Widen(
            voice._("Dates") if name in ("from", "to") else voice._(_TITLES[name]),
            voice.records(count),
            voice.link(query.relaxed(name)),
        )
        for name, count in facts.relaxed
    )


def told(name: str, value: str, names: Mapping[str, Named], voice: Voice) -> str:
    """A filter's value in words."""
    if name in ("from", "to"):
        return voice.dates.edtf(value)
    if name in _VOCABULARY:
        return voice.label(_VOCABULARY[name], value)
    if name == "q":
        return f"«{value}»" if voice.is_arabic else f"“{value}”"
    known = names.get(value)
    return voice.name(known) if known else value


#: Parameters that the form has fields of its own for; the others travel hidden.
_FIELDS: Final = frozenset(
    {"from", "to", "actor", "match", "kind", "type", "outlet", "certainty", "q", "after", "event"}
)


def _hidden(query: TimelineQuery) -> tuple[tuple[str, str], ...]:
    """What the form must carry along so that nothing is dropped by applying it."""
    kept = [pair for pair in query.pairs if pair[0] not in _FIELDS]
    kept += [("actor", slug) for slug in query.actor]
    kept += [(name, value) for name in ("type", "outlet") for value in query.values(name)[1:]]
    return tuple(kept)
