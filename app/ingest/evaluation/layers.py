"""One score for each layer of the table «How good» (design: extraction contract)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.records import Extraction
from app.domain.text import Published
from app.ingest.contract import to_dict
from app.ingest.evaluation.gold import Gold
from app.ingest.evaluation.pairing import jaccard, pair
from app.ingest.evaluation.people import Cast
from app.ingest.evaluation.score_dates import calendar, dates
from app.ingest.evaluation.score_events import event_details, event_score, pair_events
from app.ingest.evaluation.score_statements import (
    actors,
    cue_score,
    direct_score,
    pair_statements,
    statement_score,
)
from app.ingest.evaluation.scores import Score, cut
from app.ingest.evaluation.values import same_day, window

BODY = "body paragraphs"
PUBLISHED = "publication date"
FROM_TEXT = "publication from text"
DATES = "dates"
CALENDAR = "calendar expressions"
ACTORS = "actors"
STATEMENTS = "statements"
DIRECT = "direct quotations"
CUES = "speech cues"
EVENTS = "events"
PARTICIPANTS = "… participants right"
DATED = "… date shares a day"
DETAILS = "… both"
SPANS = "spans equal text"


def score_all(gold: Gold, ours: Extraction, from_text: Published) -> dict[str, Score]:
    """Every layer of one article; ``from_text`` is the date found without the supplied one."""
    cast = Cast(gold.actors, ours.actors)
    statements = pair_statements(gold, ours, cast)
    events = pair_events(gold, ours, cast)
    who, when, both = event_details(gold, ours, cast, events)
    return {
        BODY: body(gold, ours),
        PUBLISHED: published(gold, ours.document.published),
        FROM_TEXT: published_from_text(gold, from_text),
        DATES: dates(gold, ours),
        CALENDAR: calendar(gold, ours),
        ACTORS: actors(cast),
        STATEMENTS: statement_score(gold, ours, statements),
        DIRECT: direct_score(gold, ours, statements),
        CUES: cue_score(gold, ours),
        EVENTS: event_score(gold, ours, events),
        PARTICIPANTS: who,
        DATED: when,
        DETAILS: both,
        SPANS: spans(ours),
    }


def body(gold: Gold, ours: Extraction) -> Score:
    """The same paragraph: nine tenths of the characters shared."""
    found = ours.document.body
    pairs = pair(gold.paragraphs, found, lambda g, p: max(0.0, jaccard(g, p.span) - 0.9) + (g == p.span))
    missed = [f"p{i + 1} {cut(g.text)}" for i, g in enumerate(gold.paragraphs) if i not in pairs]
    false = [cut(p.span.text) for j, p in enumerate(found) if j not in pairs.values()]
    return Score.of(len(gold.paragraphs), len(found), missed, false)


def published(gold: Gold, ours: Published) -> Score:
    right = same_day(gold.published, ours.edtf) and ours.basis is gold.basis
    return Score.rate([(right, f"{gold.published} {gold.basis}, ours {ours.edtf} {ours.basis}")])


def published_from_text(gold: Gold, ours: Published) -> Score:
    """Recall counts dates found, precision the right ones among those given.

    Where a careful reader only gets a window, a narrower one that holds the true day is right too;
    a day read from the address of the page is no false one if it is the true day.
    """
    right = same_day(gold.from_text, ours.edtf) or _within(gold.from_text, ours.edtf, gold.published)
    true = right or same_day(gold.published, ours.edtf)
    words = (f"{gold.from_text}, ours {ours.edtf} {ours.basis}",)
    return Score(
        int(gold.from_text is not None),
        int(ours.edtf is not None),
        int(right and gold.from_text is not None),
        int(true and ours.edtf is not None),
        () if right or (gold.from_text is None and true) else words,
    )


def _within(wanted: str | None, ours: str | None, true: str | None) -> bool:
    if wanted is None or ours is None or true is None:
        return False
    outer, inner, day = window(wanted), window(ours), window(true)
    bounds = (outer.earliest, inner.earliest, day.earliest, day.latest, inner.latest, outer.latest)
    return None not in bounds and list(bounds) == sorted(b for b in bounds if b)


def spans(ours: Extraction) -> Score:
    """Every stretch with offsets and words in the printed object."""
    text = ours.document.text
    return Score.rate((text[s["start"] : s["end"]] == s["text"], s["text"]) for s in walk(to_dict(ours)))


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of the contract that carry offsets and words."""
    if isinstance(value, dict):
        if value.get("start") is not None and "text" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from walk(part)
