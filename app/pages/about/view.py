"""What the page about the project shows. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.codes import EventCode, code_of
from app.domain.records import EventType
from app.languages.ar.events import Trigger, load_event_words
from app.pages.about.codebook import FIELDS, GROUPS, RULES, Term, codebook, prose, rules
from app.pages.about.figures import COUNTED, LAYERS, TABLES, Holdings, Quality, Scores
from app.web.i18n import Language
from app.web.render import label


@dataclass(frozen=True, slots=True)
class Words:
    """A rule that finds events of a type: its id, and the words that tell of them, folded."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term under its anchor; ``code`` and ``told_by`` are of types of event only."""

    anchor: str
    name: str
    value: str
    text: str
    term: Term
    code: EventCode | None = None
    told_by: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Held:
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class AboutView:
    method: tuple[str, ...]
    limits: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    rules: tuple[Chapter, ...]
    quality: Quality | None
    tables: tuple[Held, ...]
    holdings: Holdings


def build(spoken: Language, quality: Quality | None, held: Holdings) -> AboutView:
    """The page in a language."""
    return AboutView(
        method=_prose("method", spoken),
        limits=_prose("limits", spoken),
        chapters=tuple(_chapter(group, title, spoken) for group, title in GROUPS.items()),
        rules=tuple(_family(kind, title, spoken) for kind, title in RULES.items()),
        quality=_in_words(quality, spoken) if quality else None,
        tables=tuple(Held(spoken.gettext(title), held.rows[name]) for name, title in TABLES.items()),
        holdings=held,
    )


def _prose(name: str, spoken: Language) -> tuple[str, ...]:
    return tuple(each.ar if spoken.code == "ar" else each.en for each in prose(name))


def _chapter(group: str, title: str, spoken: Language) -> Chapter:
    entries = tuple(_entry(group, term, spoken) for term in codebook()[group])
    return Chapter(group, spoken.gettext(title), entries)


def _entry(group: str, term: Term, spoken: Language) -> Entry:
    of_type = group == "type"
    return Entry(
        anchor=f"{group}-{term.id}",
        name=spoken.gettext(FIELDS[term.id]) if group == "field" else label(spoken, group, term.id),
        value=term.id,
        text=term.ar if spoken.code == "ar" else term.en,
        term=term,
        code=code_of(EventType(term.id)) if of_type else None,
        told_by=tuple(_told_by(EventType(term.id))) if of_type else (),
    )


def _told_by(type_: EventType) -> Iterator[Words]:
    for trigger in load_event_words().triggers:
        if trigger.type is type_:
            yield Words(trigger.id, _words(trigger))


def _words(trigger: Trigger) -> tuple[str, ...]:
    return (*sorted(trigger.verbs), *(" ".join(noun) for noun in trigger.nouns))


def _family(kind: str, title: str, spoken: Language) -> Chapter:
    entries = (
        Entry(f"rule-{kind}-{term.id}", term.id, term.id, term.ar if spoken.code == "ar" else term.en, term)
        for term in rules()[kind]
    )
    return Chapter(f"rules-{kind}", spoken.gettext(title), tuple(entries))


def _in_words(quality: Quality, spoken: Language) -> Quality:
    """The names of columns and rows in the reader's language; one that is not known stays as it is."""

    def told(name: str) -> str:
        number, _blank, rest = name.partition(" ")
        if rest in COUNTED and number.isdigit():
            return spoken.gettext(COUNTED[rest], n=number)
        return spoken.gettext(LAYERS[name]) if name in LAYERS else name

    tables = tuple(
        Scores(tuple(map(told, each.head)), tuple((told(first), *rest) for first, *rest in each.rows))
        for each in quality.tables
    )
    return Quality(quality.day, quality.command, tables)
