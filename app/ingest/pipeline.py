"""Article to records, stage by stage. Read this file first.

Bytes become a ``RawArticle`` (read), a ``Document`` (clean), and then a ``Draft`` that each stage
below enriches with one kind of finding. Every stage is a pure function of the draft and the
tables: no database, no clock, no network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.records import Draft, Extraction
from app.domain.text import RawArticle
from app.ingest import actors, clean, dates, events, mentions, morphology, sentences, statements
from app.knowledge.load import Knowledge, load_knowledge

#: Raised whenever a rule changes what is found, so that stored readings can be told apart.
RULES_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    run: Callable[[Draft, Knowledge], Draft]


STAGES: tuple[Stage, ...] = (
    Stage("sentences", sentences.run),
    Stage("morphology", morphology.run),
    Stage("dates", dates.run),
    Stage("mentions", mentions.run),
    Stage("actors", actors.run),
    Stage("statements", statements.run),
    Stage("events", events.run),
)


def extract(raw: RawArticle, knowledge: Knowledge | None = None) -> Extraction:
    """Read one article; the same text and metadata always give the same records."""
    tables = knowledge or load_knowledge()
    draft = Draft(clean.clean(raw, tables))
    for stage in STAGES:
        draft = stage.run(draft, tables)
    return Extraction(
        document=draft.document,
        sentences=draft.sentences,
        dates=draft.dates,
        actors=draft.actors,
        statements=draft.statements,
        events=draft.events,
        rules_version=RULES_VERSION,
    )
