"""What the search page shows: kinds as tabs, active filters as chips, passages cut at their matches. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.index.text import COMPARED
from app.index.words import too_short
from app.pages.search.query import KINDS, SearchQuery
from app.pages.search.records import Facts, Group, Marked
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.labels import EVENT_TYPES
from app.web.named import Named
from app.web.passages import Piece, pieces
from app.web.render import label, name_in
from app.web.urls import Urls

TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "event": _("Events"),
        "statement": _("Statements"),
        "passage": _("Passages"),
        "article": _("Article titles"),
        "actor": _("Actors"),
    }
)
FILTERS: Final[Mapping[str, str]] = MappingProxyType(
    {"from": _("Dates"), "actor": _("Actor"), "type": _("Type"), "outlet": _("Outlet")}
)


@dataclass(frozen=True, slots=True)
class Tab:
    text: str
    count: int
    on: bool
    href: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force; ``href`` takes it away."""

    title: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one kind; ``more`` leads to all of it, ``following`` to the next page."""

    kind: str
    title: str
    group: Group
    more: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another question, told by its ``kind`` (``records.Instead``), or a filter to leave out."""

    kind: str
    text: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """``hidden`` is what the form carries on unseen, ``total`` the number of all that was found; ``read`` is
    how many texts were read where these are not all, ``short`` the beginnings too short to look for."""

    query: SearchQuery
    total: int
    tabs: tuple[Tab, ...]
    chips: tuple[Chip, ...]
    sections: tuple[Section, ...]
    proposals: tuple[Proposal, ...]
    types: tuple[Option, ...]
    outlets: tuple[Option, ...]
    hidden: tuple[tuple[str, str], ...]
    clear: str
    first_page: str | None
    json: str
    read: int | None = None
    short: tuple[str, ...] = ()

    def cut(self, marked: Marked) -> tuple[Piece, ...]:
        """A text at the borders of what was found in it."""
        return pieces(marked.text, marked.marks)


def build(facts: Facts, query: SearchQuery, spoken: Language, dates: DateWords, urls: Urls) -> SearchView:
    """The page of a view."""
    return SearchView(
        query=query,
        total=sum(facts.counts.values()),
        tabs=tuple(_tabs(facts, query, spoken, urls)),
        chips=tuple(_chips(facts, query, spoken, dates, urls)),
        sections=tuple(_section(each, query, spoken, urls) for each in facts.groups),
        proposals=(*_proposals(facts, query, urls), *_relaxations(facts, query, spoken, urls)),
        types=_options(query.type, {each: label(spoken, "type", each) for each in EVENT_TYPES}),
        outlets=_options(query.outlet, {each.slug: name_in(spoken.code, each) for each in facts.outlets}),
        hidden=_hidden(query),
        clear=urls.search(SearchQuery(q=query.q).pairs),
        first_page=urls.search(query.with_().pairs) if query.after else None,
        json=urls.search(query.with_(limit=20).pairs, ".json"),
        read=None if facts.whole else COMPARED,
        short=too_short(query.q or ""),
    )


def _tabs(facts: Facts, query: SearchQuery, spoken: Language, urls: Urls) -> Iterator[Tab]:
    everything = query.with_(kind=None)
    yield Tab(
        spoken.gettext("Everything"),
        sum(facts.counts.values()),
        query.kind is None,
        urls.search(everything.pairs),
    )
    for kind in KINDS:
        if facts.counts[kind] or query.kind == kind:
            href = urls.search(query.with_(kind=kind).pairs)
            yield Tab(spoken.gettext(TITLES[kind]), facts.counts[kind], query.kind == kind, href)


def _chips(
    facts: Facts, query: SearchQuery, spoken: Language, dates: DateWords, urls: Urls
) -> Iterator[Chip]:
    if query.since or query.to:
        text, name = _window(query, spoken, dates), "from"
        yield Chip(spoken.gettext(FILTERS[name]), text, urls.search(query.without("from").pairs))
    for name in ("actor", "type", "outlet"):
        for value in query.values(name):
            text = _text(name, value, facts.names, spoken)
            href = urls.search(query.without(name, value).pairs)
            yield Chip(spoken.gettext(FILTERS[name]), text, href)


def _window(query: SearchQuery, spoken: Language, dates: DateWords) -> str:
    if query.since and query.to:
        both = query.since if query.since == query.to else f"{query.since}/{query.to}"
        return dates.edtf(both)
    if query.since:
        return spoken.gettext("from %(day)s", day=dates.edtf(query.since))
    return spoken.gettext("until %(day)s", day=dates.edtf(query.to or ""))


def _text(name: str, value: str, names: Mapping[str, Named], spoken: Language) -> str:
    if name == "type":
        return label(spoken, "type", value)
    known = names.get(value)
    return name_in(spoken.code, known) if known else value


def _section(group: Group, query: SearchQuery, spoken: Language, urls: Urls) -> Section:
    only = query.kind is not None
    return Section(
        kind=group.kind,
        title=spoken.gettext(TITLES[group.kind]),
        group=group,
        more=None if only or not group.after else urls.search(query.with_(kind=group.kind).pairs),
        following=urls.search(query.with_(after=group.after).pairs) if only and group.after else None,
    )


def _proposals(facts: Facts, query: SearchQuery, urls: Urls) -> Iterator[Proposal]:
    for each in facts.instead:
        other = query.with_(q=each.question, exact=False if each.kind == "folded" else query.exact, kind=None)
        yield Proposal(
            each.kind,
            each.question if each.kind == "word" else each.text,
            each.count,
            urls.search(other.pairs),
        )


def _relaxations(facts: Facts, query: SearchQuery, spoken: Language, urls: Urls) -> Iterator[Proposal]:
    for name, count in facts.relaxed:
        href = urls.search(query.without(name).with_(kind=None).pairs)
        yield Proposal("filter", spoken.gettext(FILTERS[name]), count, href)


def _options(chosen: tuple[str, ...], values: Mapping[str, str]) -> tuple[Option, ...]:
    """The first chosen value is the field's own; the others travel hidden."""
    return tuple(Option(value, text, value == (chosen or ("",))[0]) for value, text in values.items())


def _hidden(query: SearchQuery) -> tuple[tuple[str, str], ...]:
    kept = [("actor", slug) for slug in query.actor]
    kept += [(name, value) for name in ("type", "outlet") for value in query.values(name)[1:]]
    kept += [pair for pair in query.pairs if pair[0] in ("kind", "limit")]
    return tuple(kept)
