"""From article to records, stage by stage. Read this file first.

Bytes become a ``RawArticle`` (read), then a ``Document`` (clean), then a ``Draft`` to which each stage
below adds one kind of finding. Every stage is a pure function of the draft and the
tables: no database, no clock, no network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.records import Draft, Extraction
from app.domain.text import Document, RawArticle
from app.ingest import (
    actors,
    clean,
    dates,
    events,
    mentions,
    morphology,
    publication,
    sentences,
    statements,
)
from app.ingest.engine import engine_version
from app.ingest.identity import groups
from app.knowledge.load import Knowledge, load_knowledge
from app.languages.identify import UNKNOWN


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    run: Callable[[Draft, Knowledge], Draft]


#: The stages up to the publication date, which can be inferred only once the other dates are read.
DATING: tuple[Stage, ...] = (
    Stage("sentences", sentences.run),
    Stage("morphology", morphology.run),
    Stage("dates", dates.run),
    Stage("publication", publication.run),
)

STAGES: tuple[Stage, ...] = (
    *DATING,
    Stage("mentions", mentions.run),
    Stage("actors", actors.run),
    Stage("statements", statements.run),
    Stage("events", events.run),
    Stage("groups", groups.run),
)


#: A text in another language is laid out and cut into sentences; nothing is looked for in it.
UNREAD = STAGES[:1]


def is_read(document: Document) -> bool:
    """Whether the rules know the language; if not, :func:`unread` says so in words."""
    return document.language == "ar"


def unread(document: Document) -> str | None:
    """Why a text was not searched for findings, None if it was."""
    if is_read(document):
        return None
    if document.language == UNKNOWN:
        return "not in Arabic: nothing was looked for in it"
    return f"not in Arabic but, by its look, in “{document.language}”: nothing was looked for in it"


def remark(document: Document) -> str | None:
    """What the user should know about how a text was read, None if all is as usual."""
    charset = document.meta.charset
    told = [f"read as {charset}" if charset else None, unread(document)]
    return "; ".join(filter(None, told)) or None


def extract(raw: RawArticle, knowledge: Knowledge | None = None) -> Extraction:
    """Read one article; the same text and metadata always give the same records."""
    tables = knowledge or load_knowledge()
    draft = _through(STAGES, raw, tables)
    return Extraction(
        document=draft.document,
        sentences=draft.sentences,
        dates=draft.dates,
        actors=draft.actors,
        statements=draft.statements,
        events=draft.events,
        rules_version=engine_version(),
    )


def dated(raw: RawArticle, knowledge: Knowledge | None = None) -> Draft:
    """Read one article only as far as its publication date."""
    return _through(DATING, raw, knowledge or load_knowledge())


def _through(stages: tuple[Stage, ...], raw: RawArticle, tables: Knowledge) -> Draft:
    draft = Draft(clean.clean(raw, tables))
    for stage in stages if is_read(draft.document) else UNREAD:
        draft = stage.run(draft, tables)
    return draft
