"""What the list of changes shows: runs, their articles, their records field by field. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.pages.changes.query import CHANGES, ChangesQuery
from app.pages.changes.records import Facts, Line
from app.web.dates_in_words import DateWords
from app.web.history import CHANGES as TITLES
from app.web.history import Difference, Step, Teller
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.urls import Urls

RESULTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "added": _("new"),
        "changed": _("read again"),
        "unchanged": _("unchanged"),
        "duplicate": _("already present"),
        "failed": _("unreadable"),
    }
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts; ``href`` leads to what is counted, ``on`` where it is shown."""

    name: str
    text: str
    count: int
    href: str | None = None
    on: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """``href`` leads to it, None where it is no more."""

    step: Step
    change: str
    href: str | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Article:
    line: Line
    result: str
    counts: tuple[Counted, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class RunView:
    """``day`` and ``time`` (UTC) of its start; ``href`` leads to all of its articles, ``more`` counts those
    not shown here."""

    id: int
    day: str
    time: str
    rules: str
    finished: bool
    results: tuple[Counted, ...]
    counts: tuple[Counted, ...]
    articles: tuple[Article, ...]
    href: str
    more: int


@dataclass(frozen=True, slots=True)
class ChangesView:
    query: ChangesQuery
    runs: tuple[RunView, ...]
    total: int
    chips: tuple[Counted, ...]
    first_page: str | None
    next_page: str | None
    json: str


def build(facts: Facts, query: ChangesQuery, spoken: Language, dates: DateWords, urls: Urls) -> ChangesView:
    """The page of a view."""
    teller = Teller(spoken, dates, facts.names)
    return ChangesView(
        query=query,
        runs=tuple(_runs(facts, query, teller, urls)),
        total=facts.total,
        chips=tuple(
            Counted(
                name,
                spoken.gettext(TITLES[name]),
                sum(run.counts[name] for run in facts.runs),
                urls.changes(query.with_(change=None if query.change == name else name).pairs),
                query.change == name,
            )
            for name in CHANGES
        ),
        first_page=urls.changes(query.with_().pairs) if query.after else None,
        next_page=urls.changes(query.with_(after=facts.after).pairs) if facts.after else None,
        json=urls.changes(query.pairs, ".json"),
    )


def _runs(facts: Facts, query: ChangesQuery, teller: Teller, urls: Urls) -> Iterator[RunView]:
    gettext = teller.spoken.gettext
    for run in facts.runs:
        here = ChangesQuery(run=run.id, change=query.change)
        counts = _of_changes(run.counts, teller)
        told = sum(count for name, count in run.results.items() if name not in ("unchanged", "duplicate"))
        yield RunView(
            id=run.id,
            day=run.started.date().isoformat(),
            time=f"{run.started:%H:%M}",
            rules=run.rules,
            finished=run.finished is not None,
            results=tuple(
                Counted(name, gettext(RESULTS[name]), run.results[name])
                for name in RESULTS
                if run.results.get(name)
            ),
            counts=counts,
            articles=tuple(_article(line, facts, teller, urls) for line in run.lines),
            href=urls.changes(here.pairs),
            more=told - len(run.lines) if query.change is None and query.run is None else 0,
        )


def _of_changes(counts: Mapping[str, int], teller: Teller) -> tuple[Counted, ...]:
    gettext = teller.spoken.gettext
    return tuple(Counted(name, gettext(TITLES[name]), counts[name]) for name in CHANGES if counts.get(name))


def _article(line: Line, facts: Facts, teller: Teller, urls: Urls) -> Article:
    return Article(
        line,
        teller.spoken.gettext(RESULTS[line.result]),
        _of_changes(line.counts, teller),
        tuple(_record(step, line, facts, teller, urls) for step in line.records),
    )


def _record(step: Step, line: Line, facts: Facts, teller: Teller, urls: Urls) -> Record:
    href = None
    if step.record == "event" and step.id in facts.events:
        href = urls.event(step.id)
    elif line.article and (place := facts.places.get(step.id)):
        href = urls.article(
            line.article, paragraph=place.paragraph, sentence=place.sentence, highlight=step.id
        )
    return Record(step, teller.spoken.gettext(TITLES[step.change]), href, teller.differences(step))
