"""Lays the findings over the text: paragraphs of sentences of segments, with notes beside them. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.pages.article.fragments import fragment
from app.pages.article.query import ArticleQuery
from app.pages.article.records import (
    EventFound,
    Facts,
    Line,
    SentencePlace,
    StatementFound,
)
from app.pages.article.view_aside import (
    Chain,
    DateLine,
    Party,
    UnusedLine,
    chains,
    dates_of,
    party,
    unused,
)
from app.web.colours import colour
from app.web.date_reasons import Reason, reason
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.marking import Mark, Segment, Stretch, extent, segments
from app.web.passages import Piece, pieces

#: Layers that the reader may switch off; the passage arrived at stays marked.
_HIGHLIGHT: Final = "highlight"
#: A stretch of the text by its code points, the end excluded.
_SPAN: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_ISO_DATE: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin: one statement or event; ``current`` is the one arrived at; ``original``
    leads to its words on the page they were published on, None where its address is not known."""

    record: StatementFound | EventFound
    kind: str
    anchor: str
    current: bool
    why: Reason | None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its anchor (``p3s2``), or the words between two, which have none."""

    id: str | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``n`` is None for a heading."""

    n: int | None
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    facts: Facts
    query: ArticleQuery
    evidence: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    dates: tuple[DateLine, ...]
    parties: tuple[Party, ...]
    chains: tuple[Chain, ...]
    unused: tuple[UnusedLine, ...]
    missing: bool

    @property
    def body_count(self) -> int:
        return sum(p.n is not None for p in self.paragraphs)


def build(facts: Facts, query: ArticleQuery, spoken: Language, dates: DateWords) -> ArticleView:
    """The page of an article. A ``hl`` that is nowhere in it marks nothing and sets ``missing``."""
    chosen = _chosen(facts, query.hl)
    notes = _notes(facts, chosen, spoken, dates)
    stretches = _stretches(facts, query.hl or "")
    arrived = [Mark(*stretch, _HIGHLIGHT, "") for stretch in stretches]
    marks = [*arrived, *_marks(facts, chosen, shown=query.marks == "all")]
    by_paragraph: Mapping[int, list[SentencePlace]] = defaultdict(list)
    for sentence in facts.sentences:
        by_paragraph[sentence.paragraph].append(sentence)
    return ArticleView(
        facts=facts,
        query=query,
        evidence=_isolated(_in_language(facts.article.evidence, spoken)),
        paragraphs=tuple(
            _paragraph(
                facts.article.text, line, by_paragraph[line.n or -1], marks, notes.get(line.n or -1, ())
            )
            for line in facts.lines
        ),
        dates=tuple(dates_of(facts, spoken, dates)),
        parties=tuple(party(a, facts) for a in facts.actors),
        chains=chains(facts.statements),
        unused=tuple(unused(facts.article.text, u) for u in facts.unused),
        missing=query.hl is not None and not chosen and not stretches,
    )


def _chosen(facts: Facts, hl: str | None) -> frozenset[str]:
    """Ids of the records to highlight: the one named, or all tellings of the event named."""
    records = [s.id for s in facts.statements if s.id == hl]
    return frozenset(records + [e.id for e in facts.events if hl in (e.id, e.event)])


def _stretches(facts: Facts, hl: str) -> tuple[Stretch, ...]:
    """What is highlighted of an actor, by its slug, or of the text itself, by code points: ``120-134``."""
    if span := _SPAN.fullmatch(hl):
        start, end = int(span[1]), int(span[2])
        return ((start, end),) if start < end <= len(facts.article.text) else ()
    return tuple(m for found in facts.actors if found.actor.slug == hl for m in found.mentions)


def _in_language(evidence: str | None, spoken: Language) -> str:
    """A note has a line for each language, Arabic first, or one line for both."""
    lines = (evidence or "").splitlines()
    if len(lines) == 2:
        return lines[0] if spoken.code == "ar" else lines[1]
    return evidence or ""


def _isolated(note: str) -> tuple[Piece, ...]:
    """The note with its ISO dates as marked pieces, to be shown from left to right."""
    return pieces(note, [m.span() for m in _ISO_DATE.finditer(note)])


def _marks(facts: Facts, chosen: frozenset[str], *, shown: bool) -> Iterator[Mark]:
    """The passage arrived at is marked even where the findings are not shown."""
    for s in facts.statements:
        if s.id in chosen:
            yield Mark(*s.content, _HIGHLIGHT, s.id)
            yield Mark(*s.verb, _HIGHLIGHT, s.id)
    for e in facts.events:
        if e.id in chosen:
            yield Mark(*_carrying(e, facts), _HIGHLIGHT, e.id)
    if shown:
        yield from _findings(facts)


def _findings(facts: Facts) -> Iterator[Mark]:
    yield from (Mark(*s.content, "statement", s.id) for s in facts.statements)
    yield from (Mark(*_carrying(e, facts), "event", e.id) for e in facts.events)
    for a in facts.actors:
        lane = str(colour(a.actor.lane))
        yield from (Mark(start, end, "actor", a.actor.slug, lane) for start, end in a.mentions)
    yield from (Mark(d.start, d.end, "date", "", d.edtf or "") for d in facts.dates)


def _carrying(event: EventFound, facts: Facts) -> tuple[int, int]:
    parties = {p.slug for p in event.parties}
    beside = [m for a in facts.actors if a.actor.slug in parties for m in a.mentions]
    return extent(event.core, beside, event.clause) or event.clause


def _paragraph(
    text: str, line: Line, sentences: Sequence[SentencePlace], marks: Sequence[Mark], notes: Sequence[Note]
) -> Paragraph:
    passages: list[Passage] = []
    at = line.start
    for sentence in sentences:
        if at < sentence.start:
            passages.append(Passage(None, segments(text, at, sentence.start, marks)))
        anchor = f"p{sentence.paragraph}s{sentence.n}"
        passages.append(Passage(anchor, segments(text, sentence.start, sentence.end, marks)))
        at = sentence.end
    if at < line.end:
        passages.append(Passage(None, segments(text, at, line.end, marks)))
    return Paragraph(line.n, tuple(passages), tuple(notes))


def _notes(
    facts: Facts, chosen: frozenset[str], spoken: Language, dates: DateWords
) -> Mapping[int, list[Note]]:
    records: list[StatementFound | EventFound] = [*facts.statements, *facts.events]
    notes: dict[int, list[Note]] = defaultdict(list)
    for record in sorted(records, key=_place):
        why = _why(record, facts, spoken, dates) if record.edtf else None
        kind = "event" if isinstance(record, EventFound) else "statement"
        anchor = f"p{record.paragraph}s{record.sentence}"
        original = _original(record, facts)
        notes[record.paragraph].append(Note(record, kind, anchor, record.id in chosen, why, original))
    return notes


def _original(record: StatementFound | EventFound, facts: Facts) -> str | None:
    if not facts.article.url:
        return None
    start, end = _carrying(record, facts) if isinstance(record, EventFound) else record.content
    return fragment(facts.article.url, facts.article.text[start:end])


def _place(record: StatementFound | EventFound) -> tuple[int, int]:
    if isinstance(record, EventFound):
        return record.paragraph, min(record.core, default=record.clause)[0]
    return record.paragraph, min(record.verb[0], record.content[0])


def _why(record: StatementFound | EventFound, facts: Facts, spoken: Language, dates: DateWords) -> Reason:
    anchors = [
        d.anchor for d in facts.dates if d.text == record.date_text and d.paragraph == record.paragraph
    ]
    return reason(spoken, dates, record.date_text, anchors[0] if anchors else None)
