"""Scores of dates: those of the annotation, and the table of temporal expressions."""

from __future__ import annotations

from app.domain.records import Extraction
from app.domain.text import Published
from app.domain.time import DateMention, TimeKind
from app.ingest.evaluation.gold import Gold, GoldDate, GoldTime
from app.ingest.evaluation.scores import Score
from app.ingest.evaluation.values import same_day, same_value, window


def dates(gold: Gold, ours: Extraction) -> Score:
    """Overlapping words and the same value; an annotation stands for all its repetitions."""
    wanted = [d for d in gold.dates if d.paragraph]
    found = _calendar_dates(ours)
    missed = [
        f"p{d.paragraph} {d.text} = {d.value}{_instead(d, found)}"
        for d in wanted
        if not any(_is_date(d, f) for f in found)
    ]
    false = [
        f"{f.span.text} = {f.value.edtf if f.value else None} ({f.rule}, from {f.anchor})"
        for f in found
        if not any(_is_date(d, f) for d in wanted) and not any(_is_time(t, f) for t in gold.times)
    ]
    return Score.of(len(wanted), len(found), missed, false)


def calendar(gold: Gold, ours: Extraction) -> Score:
    """Rows of ``temporal-expressions.tsv`` with a calendar value; false: what no row knows.

    A row outside the body is the publication line: it is found when it gave the article's date.
    """
    if not gold.times:
        return Score.of(0, 0, (), ())
    wanted = [t for t in gold.times if t.calendar]
    found = _calendar_dates(ours)
    missed = [
        f"{t.expression} = {t.value}"
        for t in wanted
        if not any(_is_time(t, f) for f in found) and not _is_dateline(t, gold, ours.document.published)
    ]
    known = [t.span for t in gold.times if t.kind != "vague" or t.value[0].isdigit()]
    known += [s for d in gold.dates for s in d.spans]
    false = [f.span.text for f in found if not any(f.span.overlaps(s) for s in known)]
    return Score.of(len(wanted), len(wanted) - len(missed) + len(false), missed, false)


def _calendar_dates(ours: Extraction) -> list[DateMention]:
    return [d for d in ours.dates if d.kind is TimeKind.DATE and d.value]


def _is_date(gold: GoldDate, ours: DateMention) -> bool:
    hit = any(ours.span.overlaps(s) for s in gold.spans)
    return hit and ours.value is not None and same_value(gold.value, ours.value.edtf)


def _is_dateline(gold: GoldTime, text: Gold, ours: Published) -> bool:
    return not text.paragraph_at(gold.span.start) and same_day(gold.value, ours.edtf)


def _is_time(gold: GoldTime, ours: DateMention) -> bool:
    if not ours.span.overlaps(gold.span) or ours.value is None or not gold.value[0].isdigit():
        return False
    if same_value(gold.value, ours.value.edtf):
        return True
    whole = window(gold.value)
    within = whole.earliest and whole.latest and ours.value.earliest and ours.value.latest
    # «middle of the month»: the row has the month and the modifier, we a part of it.
    return bool(
        gold.modifier
        and within
        and whole.earliest <= ours.value.earliest  # type: ignore[operator]
        and ours.value.latest <= whole.latest  # type: ignore[operator]
    )


def _instead(gold: GoldDate, found: list[DateMention]) -> str:
    near = [f for f in found if any(f.span.overlaps(s) for s in gold.spans)]
    return "".join(f"; ours {f.span.text} = {f.value.edtf if f.value else None}" for f in near)
