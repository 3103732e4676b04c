"""Expressions of time in the body, each with its value, its rule and what it was counted from.

The rules are in ``app/ingest/temporal``; here every finding gets its anchor: the publication day in
running text, the day last told of for «اليوم التالي», the day of speaking inside a quotation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.edtf import bounds, date_span
from app.domain.records import Draft
from app.domain.text import Document, Quotation, QuotationRole, Sentence, Span
from app.domain.time import DateMention, TimeKind
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.find import find
from app.ingest.temporal.found import Found
from app.knowledge.load import Knowledge

#: Deictic rules: inside a quotation they count from the day of speaking.
_SPOKEN = frozenset(("relative.day", "relative.today", "relative.tonight", "relative.ago"))

_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Reading:
    """A finding in its paragraph, before it is placed; offsets are those of the whole text."""

    paragraph: int
    span: Span
    found: Found


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``dates``; without a publication day relative words keep no value."""
    return replace(draft, dates=place(readings(draft), publication_day(draft.document), draft))


def readings(draft: Draft) -> tuple[Reading, ...]:
    """Every expression of time in the body, in order, without a value yet."""
    document = draft.document
    out: list[Reading] = []
    for paragraph in document.body:
        start = paragraph.span.start
        inside = _quoted(draft.quotations, paragraph.n or 0, start)
        for found in find(paragraph.span.text, quoted=inside):
            span = document.span(start + found.start, start + found.end)
            out.append(Reading(paragraph.n or 0, span, found))
    return tuple(out)


def publication_day(document: Document) -> date | None:
    """The day of publication where it is known to the day."""
    if document.published.edtf is None:
        return None
    try:
        first, last = bounds(document.published.edtf)
    except ValueError:
        return None
    return first if first == last else None


def place(found: tuple[Reading, ...], anchor: date | None, draft: Draft) -> tuple[DateMention, ...]:
    """Values for all findings, read in order so that later ones may count from earlier ones."""
    told = _Told(anchor)
    return tuple(_mention(r, told, draft) for r in found)


class _Told:
    """The day and the year the text speaks of, as far as it has been read."""

    def __init__(self, anchor: date | None) -> None:
        self.anchor = anchor
        self.paragraph = 0
        self.day: date | None = None
        self.last: tuple[date, date] | None = None
        self.year: int | None = None
        self.spoken: tuple[int, date] | None = None

    def enter(self, paragraph: int) -> None:
        if paragraph != self.paragraph:
            self.paragraph, self.year = paragraph, None

    def context(self) -> Context:
        return Context(self.anchor, narrative=self.day, told=self.last, year=self.year)

    def note(self, reading: Reading, value: Value, sentence: int) -> None:
        """Remember a day or an outright year for what follows in the paragraph."""
        if value.edtf is None:
            return
        first, last = bounds(value.edtf)
        self.last = (first, last) if first and last else None
        if first is not None and first == last:
            self.day = first
            if not reading.found.quoted:
                self.spoken = (sentence, first)
        if reading.found.groups.has("year") and self.last is not None:
            self.year = self._told_year(*self.last)
        elif value.relative:
            self.year = None

    def _told_year(self, first: date, last: date) -> int | None:
        """The year of a day or month that lies behind; a bare year is often no more than a reference."""
        past = self.anchor is None or first.year < self.anchor.year
        return first.year if past and (last - first).days <= _MONTH_DAYS else None


def _mention(reading: Reading, told: _Told, draft: Draft) -> DateMention:
    told.enter(reading.paragraph)
    ctx = told.context()
    sentence = _sentence_at(draft.sentences, reading.span.start)
    if (
        reading.found.quoted
        and reading.found.rule.name in _SPOKEN
        and told.spoken
        and told.spoken[0] == sentence
    ):
        ctx = replace(ctx, anchor=told.spoken[1], anchor_name="speech")
    value = reading.found.value(ctx)
    told.note(reading, value, sentence)
    kind = reading.found.kind(value)
    dated = date_span(value.edtf) if value.edtf is not None and kind is TimeKind.DATE else None
    return DateMention(
        paragraph=reading.paragraph,
        span=reading.span,
        kind=kind,
        value=dated,
        rule=reading.found.rule.name,
        anchor=value.anchor or (ctx.named() if value.relative else None),
        relation=reading.found.relation,
        conflict=value.conflict,
    )


def _sentence_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    return next((k for k, s in enumerate(sentences) if s.span.start <= offset < s.span.end), -1)


def _quoted(quotations: tuple[Quotation, ...], paragraph: int, start: int) -> Callable[[int], bool]:
    stretches = [
        (q.inner.start - start, q.inner.end - start)
        for q in quotations
        if q.paragraph == paragraph and q.role is QuotationRole.SPEECH
    ]
    return lambda offset: any(a <= offset < b for a, b in stretches)
