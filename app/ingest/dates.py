"""Expressions of time in the body, each with its value, its rule and what it was counted from.

The rules are in ``app/ingest/temporal``. Here every finding gets its anchor: the day of publication in
running text, the day last mentioned for «اليوم التالي», the day of speaking inside a quotation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import accumulate

from app.domain.edtf import bounds, date_span
from app.domain.records import Draft
from app.domain.text import Document, QuotationRole, Span
from app.domain.time import DateMention, TimeKind
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.find import find
from app.ingest.temporal.found import Found
from app.ingest.temporal.resolve import make_day
from app.knowledge.load import Knowledge

#: Deictic rules: inside a quotation they count from the day of speaking.
_SPOKEN = frozenset(
    f"relative.{name}" for name in ("day", "today", "tonight", "ago", "within", "between_offsets")
)

_MONTH_DAYS = 31
#: A day so near to publication is of its year, whatever year the article gives it elsewhere.
_FRESH_DAYS = 60
#: Words for a year beside a day and month: «من العام الماضي».
_YEARLY = ("this", "that", "yearmod")
#: Days tried times expressions read: a text without bounds is not read a thousand times.
_MOST_TRIALS = 4000
_MOST_DAYS = 731


@dataclass(frozen=True, slots=True)
class Reading:
    """A finding in its paragraph, before it is placed; offsets are those of the whole text.

    ``sentence`` is the index of its sentence in the draft, -1 for none.
    """

    paragraph: int
    sentence: int
    span: Span
    found: Found


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``dates``; without a publication day relative words keep no value.

    Of a publication known to the month or so, every day is tried: see :func:`agreed`.
    """
    found, days = readings(draft), publication_days(draft.document)
    if len(days) > 1:
        return replace(draft, dates=agreed(found, days))
    return replace(draft, dates=place(found, days[0] if days else None))


def readings(draft: Draft) -> tuple[Reading, ...]:
    """Every expression of time in the body, in order, without a value yet."""
    document = draft.document
    sentences = _Stretches.of((s.span.start, s.span.end) for s in draft.sentences)
    speech = _Stretches.of(
        (q.inner.start, q.inner.end) for q in draft.quotations if q.role is QuotationRole.SPEECH
    )
    out: list[Reading] = []
    for paragraph in document.body:
        start = paragraph.span.start
        inside = partial(speech.holds, shift=start)
        for found in find(paragraph.span.text, quoted=inside):
            span = document.span(start + found.start, start + found.end)
            out.append(Reading(paragraph.n or 0, sentences.index(span.start), span, found))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Stretches of the text by their start; ``reach`` is the furthest end so far."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> _Stretches:
        ordered = sorted(spans)
        return cls(tuple(a for a, _ in ordered), tuple(accumulate((b for _, b in ordered), max)))

    def index(self, offset: int) -> int:
        """The last stretch that begins at or before the offset and still covers it, or -1."""
        k = bisect_right(self.starts, offset) - 1
        return k if k >= 0 and offset < self.reach[k] else -1

    def holds(self, offset: int, shift: int = 0) -> bool:
        return self.index(offset + shift) >= 0


def publication_days(document: Document) -> tuple[date, ...]:
    """Every day on which the article may have appeared; none where that is open or wider than two years."""
    if document.published.edtf is None:
        return ()
    try:
        first, last = bounds(document.published.edtf)
    except ValueError:
        return ()
    if first is None or last is None or (last - first).days > _MOST_DAYS:
        return ()
    return tuple(first + timedelta(days=k) for k in range((last - first).days + 1))


def place(found: tuple[Reading, ...], anchor: date | None) -> tuple[DateMention, ...]:
    """Values for all findings, read in order so that later ones may count from earlier ones."""
    told = _Told(anchor, _dated_in_full(found))
    return tuple(_mention(r, told) for r in found)


def _dated_in_full(found: Iterable[Reading]) -> dict[tuple[int, int], int]:
    """Days and months that the article gives one year to: «هجمات 13 نوفمبر 2015»."""
    years: dict[tuple[int, int], set[int]] = {}
    for reading in found:
        groups = reading.found.groups
        if reading.found.rule.name != "calendar.day_month" or not groups.has("year"):
            continue
        value = reading.found.value(Context()).edtf
        first, last = bounds(value) if value else (None, None)
        if first is not None and first == last:
            years.setdefault((first.month, first.day), set()).add(first.year)
    return {day: of.pop() for day, of in years.items() if len(of) == 1}


def agreed(found: tuple[Reading, ...], days: tuple[date, ...]) -> tuple[DateMention, ...]:
    """Values where publication is known only as one of some days: those on which all of them agree."""
    plain = place(found, None)
    if not 0 < len(days) * len(found) <= _MOST_TRIALS:
        return plain
    trials = [place(found, day) for day in days]
    window = f"publication {days[0].isoformat()}/{days[-1].isoformat()}"
    return tuple(_agreeing(one, [t[k] for t in trials], window) for k, one in enumerate(plain))


def _agreeing(plain: DateMention, trials: list[DateMention], window: str) -> DateMention:
    values = {t.value for t in trials}
    first = trials[0]
    if len(values) > 1 or first.value in (None, plain.value) or any(t.conflict for t in trials):
        return plain
    return replace(first, anchor=window)


class _Told:
    """The day and the year the text speaks of, as far as it has been read."""

    def __init__(self, anchor: date | None, full: Mapping[tuple[int, int], int]) -> None:
        self.anchor = anchor
        self.full = full
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

    def as_dated(self, reading: Reading, value: Value) -> Value:
        """A day without year takes the year it has elsewhere in the article, unless it is of these weeks."""
        groups = reading.found.groups
        if reading.found.rule.name != "calendar.day_month" or value.edtf is None:
            return value
        if any(groups.has(k) for k in ("year", "short", "weekday", "step", "rel", *_YEARLY)):
            return value
        month, day = int(value.edtf[5:7]), int(value.edtf[8:10])
        year = self.full.get((month, day))
        meant = make_day(year, month, day) if year else None
        guessed = bounds(value.edtf)[0]
        if meant is None or (guessed and self.anchor and abs((guessed - self.anchor).days) <= _FRESH_DAYS):
            return value
        return Value(meant.isoformat(), anchor=f"narrative {year}")

    def spoken_in(self, sentence: int) -> date | None:
        """The day of speaking, where the sentence of a quotation names it outside the quotation."""
        return self.spoken[1] if self.spoken and self.spoken[0] == sentence else None

    def note(self, reading: Reading, value: Value) -> None:
        """Remember a day or an outright year for what follows in the paragraph."""
        if value.edtf is None:
            return
        first, last = bounds(value.edtf)
        self.last = (first, last) if first and last else None
        if first is not None and first == last:
            self.day = first
            if not reading.found.quoted:
                self.spoken = (reading.sentence, first)
        if reading.found.groups.has("year") and self.last is not None:
            self.year = self._told_year(*self.last)
        elif value.relative:
            self.year = None

    def _told_year(self, first: date, last: date) -> int | None:
        """The year of a day or month that lies behind; a bare year is often no more than a reference."""
        past = self.anchor is None or first.year < self.anchor.year
        return first.year if past and (last - first).days <= _MONTH_DAYS else None


def _mention(reading: Reading, told: _Told) -> DateMention:
    told.enter(reading.paragraph)
    ctx = told.context()
    if reading.found.quoted and reading.found.rule.name in _SPOKEN and told.spoken_in(reading.sentence):
        ctx = replace(ctx, anchor=told.spoken_in(reading.sentence), anchor_name="speech")
    value = told.as_dated(reading, reading.found.value(ctx))
    told.note(reading, value)
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
