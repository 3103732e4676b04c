"""What the event page shows, in order: passages with highlighted words, reasons, related events. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.codes import EventCode, code_of
from app.domain.origins import independent
from app.domain.records import EventStatus, EventType
from app.pages.event.records import Conflict, Event, Facts, Other, Party, Said, Source
from app.pages.event.view_figures import Figure, figures, of_saying, of_tellings
from app.web.colours import colour
from app.web.curated import Correction
from app.web.date_reasons import Reason, reason
from app.web.dates_in_words import DateWords
from app.web.history import CHANGES, Difference, Teller
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.named import Named
from app.web.opposed import in_words
from app.web.urls import Urls

#: How a link is told on the page of the event it starts from (``to``) or leads to (``from``).
_RELATIONS: Final = {
    "plan_outcome_to": _("What came of it"),
    "plan_outcome_from": _("Earlier plan or proposal"),
    "before_to": _("Reported to have followed it"),
    "before_from": _("Reported to have preceded it"),
    "denial_of_to": _("What it denies"),
    "denial_of_from": _("Denied in"),
    "differs_to": _("Reported differently elsewhere"),
    "differs_from": _("Reported differently elsewhere"),
    "possibly_same_to": _("Possibly the same event"),
    "possibly_same_from": _("Possibly the same event"),
}
#: Relations of which the accounts themselves are shown.
_SHOWN: Final = ("denial_of", "differs")
_STATUSES: Final = {
    "occurred": _("Reported as having happened."),
    "planned": _("Planned at the time of reporting; nothing here says that it happened."),
    "ongoing": _("Under way at the time of reporting."),
    "hypothetical": _("Reported as possible or conditional."),
    "reported": _("Reported by a source; the article does not state it in its own voice."),
    "denied": _("Alleged by some and denied by others."),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant with the colour of its lane."""

    party: Party
    colour: int


@dataclass(frozen=True, slots=True)
class Ties:
    """Other events under one heading."""

    title: str
    events: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who an account goes back to, and the papers that have it from there; many are counted as one.

    ``same_text``: the papers print one text, and ``name`` is only what the first of them names as its source.
    """

    name: Named
    papers: tuple[Source, ...]
    itself: bool
    same_text: bool = False


@dataclass(frozen=True, slots=True)
class Against:
    """An account that cannot hold beside this one: of another event or (``about`` is None) in words, why the
    two were paired, and where they stand side by side. Of two judgements ``beside`` is the other."""

    figure: Figure
    beside: Figure | None
    about: Other | None
    why: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Past:
    """What a run did to the event: read the article first (``differences`` is None), or another time.

    ``text`` are the words of the telling as they were last, ``change`` is None for the first reading.
    """

    run: int
    day: str
    title: str
    source: Source
    differences: tuple[Difference, ...] | None
    text: str = ""
    change: str | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    event: Event
    code: EventCode
    status: str
    why: Reason | None
    seats: tuple[Seat, ...]
    figures: tuple[Figure, ...]
    said: tuple[Figure, ...]
    denials: tuple[Against, ...]
    denied: tuple[Against, ...]
    differing: tuple[Against, ...]
    judged: tuple[Against, ...]
    ties: tuple[Ties, ...]
    earlier: tuple[Other, ...]
    later: tuple[Other, ...]
    outlets: tuple[Source, ...]
    origins: tuple[Origin, ...]
    history: tuple[Past, ...]
    corrections: tuple[Correction, ...]


def build(facts: Facts, spoken: Language, dates: DateWords, urls: Urls) -> EventView:
    """The page of an event. Of contradictions ``denials`` deny it, ``denied`` is what it denies."""
    event = facts.event
    dated = next((t for t in facts.tellings if t.edtf == event.edtf and t.date_text == event.date_text), None)
    is_read = event.edtf is not None and not any("date" in c.fields for c in facts.corrections)
    told = {t.claim for t in facts.tellings}
    denying = {s.id for s in facts.denials}
    against = [(c, _against(c, spoken, dates, urls)) for c in facts.conflicts]
    shown = {c.event.id for c in facts.conflicts if c.event}
    ties = [t for t in facts.ties if t.id not in shown or not t.relation.startswith(_SHOWN)]
    return EventView(
        event=event,
        code=code_of(EventType(event.type), EventStatus(event.status)),
        status=spoken.gettext(_status(event, facts.ties)),
        why=reason(spoken, dates, event.date_text, dated.anchor if dated else None) if is_read else None,
        seats=tuple(Seat(p, colour(p.actor.lane)) for p in facts.parties),
        figures=figures(facts.tellings, spoken, dates),
        said=tuple(of_saying(s) for s in facts.claims if s.id not in denying | told),
        denials=tuple(a for c, a in against if c.kind == "denial_of" and c.denied_here),
        denied=tuple(a for c, a in against if c.kind == "denial_of" and not c.denied_here),
        differing=tuple(a for c, a in against if c.kind != "denial_of" and not c.beside),
        judged=tuple(a for c, a in against if c.beside),
        ties=_grouped(ties, spoken),
        earlier=_beyond(facts.earlier, facts.ties),
        later=_beyond(facts.later, facts.ties),
        outlets=tuple({t.source.article: t.source for t in facts.tellings}.values()),
        origins=tuple(_origins(facts)),
        history=tuple(_history(facts, spoken, dates)),
        corrections=facts.corrections,
    )


def _status(event: Event, ties: Iterable[Other]) -> str:
    if event.status == "planned" and any(tie.relation == "plan_outcome_to" for tie in ties):
        return _("Planned at the time of reporting; the outcome is reported elsewhere.")
    return _STATUSES[event.status]


def _against(conflict: Conflict, spoken: Language, dates: DateWords, urls: Urls) -> Against:
    other = conflict.other
    figure = of_saying(other) if isinstance(other, Said) else of_tellings((other,), spoken, dates)
    before = [("after", str(conflict.id - 1))] if conflict.id > 1 else []
    return Against(
        figure,
        of_saying(conflict.beside) if conflict.beside else None,
        conflict.event,
        in_words(conflict.kind, conflict.reasons, spoken),
        f"{urls.contradictions(before)}#c-{conflict.id}",
    )


def _history(facts: Facts, spoken: Language, dates: DateWords) -> Iterator[Past]:
    """What runs did to its tellings, in order of time; the first reading of an article begins it."""
    sources = {source.article: source for source in (*facts.sources, *(t.source for t in facts.tellings))}
    told = {t.id: t.source for t in facts.tellings}
    teller = Teller(spoken, dates, facts.names)
    past = [
        Past(a.run, a.at.date().isoformat(), spoken.gettext(_("read in")), sources[a.article], None)
        for a in facts.arrivals
    ]
    for step in facts.steps:
        title, day = spoken.gettext(CHANGES[step.change]), step.at.date().isoformat()
        source = told.get(step.id) or sources.get(step.article or "")
        if source:
            past.append(Past(step.run, day, title, source, teller.differences(step), step.text, step.change))
    yield from sorted(past, key=lambda each: each.run)


def _origins(facts: Facts) -> Iterator[Origin]:
    """Tellings by what they go back to: a named speaker, a wire, or the paper itself; copies together."""
    names: dict[str, Named] = {}
    told: dict[tuple[str, str], Source] = {}
    for telling in facts.tellings:
        paper = telling.source.outlet
        known = [telling.speaker, *(link.medium for link in reversed(telling.chain)), paper]
        name = next((each for each in known if each is not None and each.slug == telling.origin), None)
        if name is not None:
            names.setdefault(name.slug, name)
            told[name.slug, telling.source.article] = telling.source
    copies = {article: {copy.article for copy in found} for article, found in facts.copies.items()}
    groups = {slug: group for group in independent(told, copies) for slug in group}
    for group in dict.fromkeys(groups[slug] for slug in names):
        first = next(name for slug, name in names.items() if slug in group)
        papers = tuple({p.article: p for (slug, _), p in told.items() if slug in group}.values())
        yield Origin(first, papers, all(p.outlet == first for p in papers), len(group) > 1)


def _grouped(ties: Sequence[Other], spoken: Language) -> tuple[Ties, ...]:
    """Linked events under their headings, in the order of ``_RELATIONS``."""
    titles = {relation: spoken.gettext(message) for relation, message in _RELATIONS.items()}
    found: dict[str, list[Other]] = {title: [] for title in titles.values()}
    for other in ties:
        if other.relation in titles:
            found[titles[other.relation]].append(other)
    return tuple(Ties(title, tuple(events)) for title, events in found.items() if events)


def _beyond(neighbours: Iterable[Other], ties: Sequence[Other]) -> tuple[Other, ...]:
    """Neighbours that are not already told among the ties."""
    tied = {other.id for other in ties}
    return tuple(other for other in neighbours if other.id not in tied)
