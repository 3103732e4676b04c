"""What the list of statements shows: filters as chips, passages cut at their highlights. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.languages.ar.spelled import spelled
from app.pages.statements.query import FACETS, LONGEST, StatementsQuery
from app.pages.statements.records import Count, Facts, Statement
from app.web.colours import colour
from app.web.columns import Column, columns
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.marking import Segment, segments
from app.web.render import capital, label, name_in
from app.web.urls import Urls
from app.web.verbs_in_english import in_english

#: So many values of a filter are in sight; the others are behind «more».
IN_SIGHT: Final = 7
_TITLES: Final = {
    "speaker": _("Speaker"),
    "verb": _("Verb"),
    "quote": _("Quotation"),
    "modality": _("Modality"),
    "chain": _("Chain"),
    "outlet": _("Outlet"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A value of a filter; ``href`` puts it in force or takes it away. ``arabic`` is the verb itself where
    ``text`` is its English."""

    text: str
    count: int
    on: bool
    href: str
    colour: int | None
    arabic: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one filter: those in sight, and the others."""

    name: str
    title: str
    chips: tuple[Chip, ...]
    more: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Card:
    said: Statement
    colour: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class StatementsView:
    """``hidden`` are the parameters that the form carries on unseen; ``columns`` by their names."""

    query: StatementsQuery
    found: int
    total: int
    groups: tuple[Group, ...]
    cards: tuple[Card, ...]
    hidden: tuple[tuple[str, str], ...]
    first_page: str | None
    next_page: str | None
    csv: str
    json: str
    columns: Mapping[str, Column]
    as_cards: str
    as_table: str

    @property
    def is_filtered(self) -> bool:
        return bool(self.query.signature)

    @property
    def narrowed(self) -> bool:
        """True where a value of one of the groups is chosen."""
        return any(self.query.values(name) for name in FACETS)


def build(facts: Facts, query: StatementsQuery, spoken: Language, urls: Urls) -> StatementsView:
    """The page of a view."""
    whole = query.with_(limit=40, view="cards")
    return StatementsView(
        query=query,
        found=facts.found,
        total=facts.total,
        groups=tuple(_groups(facts, query, spoken, urls)),
        cards=tuple(_card(said) for said in facts.listed),
        hidden=tuple(pair for pair in query.pairs if pair[0] in (*FACETS, "sort", "view", "limit")),
        first_page=urls.statements(query.with_().pairs) if query.after else None,
        next_page=urls.statements(query.with_(after=facts.after).pairs) if facts.after else None,
        csv=urls.statements(whole.pairs, ".csv"),
        json=urls.statements(whole.pairs, ".json"),
        columns=columns(
            {"day": _("Day"), **_TITLES},
            query.sort,
            lambda sort: urls.statements(query.with_(sort=sort).pairs),
            spoken,
        ),
        as_cards=urls.statements(query.with_(view="cards", after=query.after).pairs),
        as_table=urls.statements(query.with_(view="table", after=query.after).pairs),
    )


def _groups(facts: Facts, query: StatementsQuery, spoken: Language, urls: Urls) -> Iterator[Group]:
    for name in FACETS:
        chosen = query.values(name)
        chips = [_chip(facts, query, name, each, spoken, urls) for each in facts.facets[name]]
        seen = [chip for n, chip in enumerate(chips) if n < IN_SIGHT or chip.on]
        rest = tuple(chip for chip in chips if chip not in seen)
        if len(chips) > 1 or chosen:
            yield Group(name, spoken.gettext(_TITLES[name]), tuple(seen), rest)


def _chip(facts: Facts, query: StatementsQuery, name: str, each: Count, spoken: Language, urls: Urls) -> Chip:
    known = facts.names.get(each.value) if name in ("speaker", "outlet") else None
    english = in_english(each.value, "") if name == "verb" and spoken.code == "en" else ""
    return Chip(
        text=english or _text(facts, name, each.value, spoken),
        count=each.count,
        on=each.value in query.values(name),
        href=urls.statements(query.toggled(name, each.value).pairs),
        colour=colour(known.lane) if known and name == "speaker" else None,
        arabic=spelled(each.value) if english else None,
    )


def _text(facts: Facts, name: str, value: str, spoken: Language) -> str:
    if name in ("quote", "modality"):
        return label(spoken, name, value)
    if name == "verb":
        return spelled(value)
    if name == "chain":
        return _media(int(value), spoken)
    known = facts.names.get(value)
    return capital(name_in(spoken.code, known)) if known else value


def _media(count: int, spoken: Language) -> str:
    if not count:
        return spoken.gettext(_("no outlet"))
    text = spoken.ngettext("%(n)s outlet", "%(n)s outlets", count)
    return spoken.gettext(_("%(media)s or more"), media=text) if count == LONGEST else text


def _card(said: Statement) -> Card:
    """Where all is direct speech and no quoted words were set apart, the content is what is quoted."""
    marks = list(said.marks)
    if said.quote == "direct" and all(mark.layer != "quoted" for mark in marks):
        marks += [replace(mark, layer="quoted") for mark in marks if mark.layer == "content"]
    here = [replace(mark, start=mark.start - said.start, end=mark.end - said.start) for mark in marks]
    return Card(said, colour(said.speaker.lane), segments(said.text, 0, len(said.text), here))
