"""Figures for the page: how well it reads, from docs/quality.md, and how large the tables of facts are."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.settings import ROOT
from app.web.i18n import gettext_noop as _

QUALITY: Final = ROOT / "docs" / "quality.md"
#: So many tables of that document are shown: the articles at hand, and those nobody tuned it on.
SHOWN: Final = 2
_DATE: Final = re.compile(r"Figures of (\d{4}-\d\d-\d\d)")
_COMMAND: Final = re.compile(r"```sh\n(.+?)\n```", re.DOTALL)
_RULE: Final = re.compile(r"[|\s:-]+")

#: Names of what is scored, as the document has them, to be told in the reader's language.
LAYERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "layer": _("What is read"),
        "annotated": _("annotated by hand"),
        "found": _("found"),
        "right": _("right"),
        "F1": "F1",
        "body paragraphs": _("body paragraphs"),
        "publication date, value and basis": _("publication date, value and basis"),
        "… from the text alone": _("… from the text alone"),
        "dates": _("dates"),
        "calendar expressions, none false in the bodies": _("calendar expressions, none false in the bodies"),
        "actors": _("actors"),
        "statements": _("statements"),
        "… direct quotations": _("… direct quotations"),
        "… speech cues, whoever speaks": _("… speech cues, whoever speaks"),
        "events": _("events"),
        "… all participants right, of the events found": _("… all participants right, of the events found"),
        "… a date that shares a day": _("… a date that shares a day"),
        "… both": _("… both"),
        "spans equal to their text": _("spans equal to their text"),
        "ten annotated articles, worked on": _("ten annotated articles, worked on"),
    }
)
#: Names with a number in them.
COUNTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pages, worked on": _("%(n)s pages, worked on"),
        "pages, unseen": _("%(n)s pages, unseen"),
        "pages, unseen: before": _("%(n)s pages, unseen: before"),
    }
)
#: The tables of facts, with what a row is.
TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "countries": _("states"),
        "persons": _("persons"),
        "offices": _("offices"),
        "holders": _("terms of office"),
        "organisations": _("bodies, forces and parties"),
        "media": _("outlets"),
        "places": _("places with coordinates"),
        "known_events": _("well-known events"),
    }
)


@dataclass(frozen=True, slots=True)
class Scores:
    """A table as the document has it: names of columns, rows of a name and values."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """``day`` of the figures, ``command`` that gives them again."""

    day: str
    command: str
    tables: tuple[Scores, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Rows of each table of facts; of the terms of office how many were compared with a source, and
    which sources these were, the most used first."""

    rows: Mapping[str, int]
    verified: int
    sources: tuple[str, ...]


def quality(file: Path = QUALITY) -> Quality | None:
    """The figures of the document; None where it is not at hand or not as expected."""
    return parsed(file.read_text("utf-8")) if file.is_file() else None


def parsed(text: str) -> Quality | None:
    day, command = _DATE.search(text), _COMMAND.search(text)
    tables = tuple(_tables(text))[:SHOWN]
    if not day or not command or not tables:
        return None
    return Quality(day[1], command[1].partition("#")[0].strip(), tables)


def _tables(text: str) -> Iterator[Scores]:
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            lines.append(line)
        elif lines:
            head, *rows = (_cells(each) for each in lines if not _RULE.fullmatch(each))
            yield Scores(head, tuple(rows))
            lines = []


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


@cache
def holdings() -> Holdings:
    """Counted from the tables themselves."""
    terms = _table("holders")
    sources = Counter(source for row in terms if (source := row["source"].partition(" ")[0]))
    return Holdings(
        MappingProxyType({name: len(_table(name)) for name in TABLES}),
        sum(row["verified"] == "yes" for row in terms),
        tuple(source for source, _count in sources.most_common()),
    )


def _table(name: str) -> list[dict[str, str]]:
    text = files("app.knowledge").joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(StringIO(text)))
