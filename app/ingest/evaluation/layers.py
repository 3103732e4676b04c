"""One score for each layer of the table «How good» (design: extraction contract)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.codes import FAMILY_OF
from app.domain.records import ActorKind, Event, EventType, Extraction, QuoteKind, Role, Statement
from app.domain.text import Published
from app.domain.time import DateMention, TimeKind
from app.ingest.contract import to_dict
from app.ingest.evaluation.gold import Gold, GoldDate, GoldEvent, GoldStatement, GoldTime
from app.ingest.evaluation.pairing import jaccard, overlap, pair
from app.ingest.evaluation.people import Cast
from app.ingest.evaluation.scores import Score
from app.ingest.evaluation.values import core, same_value, share_a_day, window

BODY = "body paragraphs"
PUBLISHED = "publication date"
FROM_TEXT = "publication from text"
DATES = "dates"
CALENDAR = "calendar expressions"
ACTORS = "actors"
STATEMENTS = "statements"
DIRECT = "direct quotations"
EVENTS = "events"
PARTICIPANTS = "… participants right"
DATED = "… date shares a day"
DETAILS = "… both"
SPANS = "spans equal text"

#: Annotation labels outside our list of types.
_LABELS = {"statement": EventType.REPORT, "annual_report": EventType.REPORT}
#: Types for which the annotations have no label: they say «other».
_UNLABELLED = frozenset(
    {
        EventType.SEVERED_TIES, EventType.HUMANITARIAN_AID, EventType.WITHDRAWAL, EventType.CEASEFIRE,
        EventType.EXERCISE, EventType.SANCTION, EventType.ACCUSATION, EventType.THREAT, EventType.ELECTION,
        EventType.SHOOTDOWN, EventType.OTHER,
    }
)  # fmt: skip


def score_all(gold: Gold, ours: Extraction, from_text: Published) -> dict[str, Score]:
    """Every layer of one article; ``from_text`` is the date found without the supplied one."""
    cast = Cast(gold.actors, ours.actors)
    statements = _pair_statements(gold, ours, cast)
    events = _pair_events(gold, ours, cast)
    return {
        BODY: body(gold, ours),
        PUBLISHED: published(gold, ours.document.published),
        FROM_TEXT: published_from_text(gold, from_text),
        DATES: dates(gold, ours),
        CALENDAR: calendar(gold, ours),
        ACTORS: actors(cast),
        STATEMENTS: statement_score(gold, ours, statements),
        DIRECT: direct_score(gold, ours, statements),
        EVENTS: event_score(gold, ours, events),
        **event_details(gold, ours, cast, events),
        SPANS: spans(ours),
    }


def body(gold: Gold, ours: Extraction) -> Score:
    """The same paragraph: nine tenths of the characters shared."""
    found = ours.document.body
    pairs = pair(gold.paragraphs, found, lambda g, p: max(0.0, jaccard(g, p.span) - 0.9) + (g == p.span))
    missed = [f"p{i + 1} {_cut(g.text)}" for i, g in enumerate(gold.paragraphs) if i not in pairs]
    false = [_cut(p.span.text) for j, p in enumerate(found) if j not in pairs.values()]
    return Score.of(len(gold.paragraphs), len(found), missed, false)


def published(gold: Gold, ours: Published) -> Score:
    right = _same_day(gold.published, ours.edtf) and ours.basis is gold.basis
    return Score.rate([(right, f"{gold.published} {gold.basis}, ours {ours.edtf} {ours.basis}")])


def published_from_text(gold: Gold, ours: Published) -> Score:
    """Recall counts dates found, precision the right ones among those given.

    Where a careful reader only gets a window, a narrower one that holds the true day is right too.
    """
    right = _same_day(gold.from_text, ours.edtf) or _within(gold.from_text, ours.edtf, gold.published)
    words = (f"{gold.from_text}, ours {ours.edtf} {ours.basis}",)
    return Score(
        int(gold.from_text is not None),
        int(ours.edtf is not None),
        int(right and gold.from_text is not None),
        int(right and ours.edtf is not None),
        () if right else words,
    )


def _same_day(one: str | None, other: str | None) -> bool:
    return one is other if one is None or other is None else core(one) == core(other)


def _within(wanted: str | None, ours: str | None, true: str | None) -> bool:
    if wanted is None or ours is None or true is None:
        return False
    outer, inner, day = window(wanted), window(ours), window(true)
    bounds = (outer.earliest, inner.earliest, day.earliest, day.latest, inner.latest, outer.latest)
    return None not in bounds and list(bounds) == sorted(b for b in bounds if b)


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
    return not text.paragraph_at(gold.span.start) and _same_day(gold.value, ours.edtf)


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


def actors(cast: Cast) -> Score:
    """Unnamed sources are judged with their statements: annotations list few of them as actors."""
    counted = [
        j for j, a in enumerate(cast.ours) if a.kind is not ActorKind.SOURCE or j in cast.pairs.values()
    ]
    missed = [f"{g.name_ar} ({g.kind})" for i, g in enumerate(cast.gold) if i not in cast.pairs]
    false = [f"{cast.ours[j].name_ar} ({cast.ours[j].slug})" for j in counted if j not in cast.pairs.values()]
    return Score.of(len(cast.gold), len(counted), missed, false)


def _pair_statements(gold: Gold, ours: Extraction, cast: Cast) -> dict[int, int]:
    return pair(gold.statements, ours.statements, lambda g, s: _statement_likeness(gold, g, s, cast))


def _statement_likeness(gold: Gold, wanted: GoldStatement, ours: Statement, cast: Cast) -> float:
    """Paragraph, speaker, and contents that share half of the shorter one."""
    if gold.paragraph_at(ours.content.start) != wanted.paragraph or not cast.speaks(wanted.speaker, ours):
        return 0.0
    shared = overlap(wanted.window, ours.content) if wanted.window else 0.5
    return shared + 0.1 * (ours.quote.value == wanted.kind) if shared >= 0.5 else 0.0


def _gold_statement(s: GoldStatement) -> str:
    return f"p{s.paragraph} {s.speaker} | {s.verb} ({s.kind}) | {_cut(s.prefix)}"


def _our_statement(s: Statement) -> str:
    words = (
        f"p{s.paragraph} {s.speaker.name_ar}",
        f"{s.verb.text} ({s.quote})",
        _cut(s.content.text),
        s.rule,
    )
    return " | ".join(words)


def statement_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    taken = set(pairs.values())
    return Score.of(
        len(gold.statements),
        len(ours.statements),
        [_gold_statement(s) for i, s in enumerate(gold.statements) if i not in pairs],
        [_our_statement(s) for j, s in enumerate(ours.statements) if j not in taken],
    )


def direct_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    """The same hits, counted over what is direct on either side."""
    wanted = [i for i, s in enumerate(gold.statements) if s.kind == QuoteKind.DIRECT]
    found = [j for j, s in enumerate(ours.statements) if s.quote is QuoteKind.DIRECT]
    taken = set(pairs.values())
    return Score.of(
        len(wanted),
        len(found),
        [_gold_statement(gold.statements[i]) for i in wanted if i not in pairs],
        [_our_statement(ours.statements[j]) for j in found if j not in taken],
    )


def _pair_events(gold: Gold, ours: Extraction, cast: Cast) -> dict[int, int]:
    return pair(gold.events, ours.events, lambda g, e: _event_likeness(gold, g, e, cast))


def _event_likeness(gold: Gold, wanted: GoldEvent, ours: Event, cast: Cast) -> float:
    """Paragraph and type or family; then the nearer words and the more shared participants."""
    if gold.paragraph_at(ours.trigger.start) != wanted.paragraph:
        return 0.0
    near = wanted.anchor is not None and wanted.anchor.overlaps(ours.span)
    kind = _type_likeness(wanted.type, ours.type, near=near)
    if not kind:
        return 0.0
    theirs, us = _wanted_participants(wanted, cast), {p.slug for p in ours.participants}
    return kind + 0.5 * near + 0.3 * len(theirs & us) / max(1, len(theirs | us))


def _type_likeness(label: str, ours: EventType, *, near: bool) -> float:
    if label == EventType.OTHER:
        return 1.0 if near and ours in _UNLABELLED else 0.0
    wanted = _LABELS.get(label) or EventType(label)
    if wanted is ours:
        return 1.0
    return 0.6 if FAMILY_OF[wanted] is FAMILY_OF[ours] else 0.0


def _wanted_participants(event: GoldEvent, cast: Cast) -> set[str]:
    return {cast.slug(name) or f"? {name}" for name in event.actors}


def _gold_event(e: GoldEvent) -> str:
    return f"p{e.paragraph} {e.type}: {e.label}"


def event_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    taken = set(pairs.values())
    return Score.of(
        len(gold.events),
        len(ours.events),
        [_gold_event(e) for i, e in enumerate(gold.events) if i not in pairs],
        [
            f"p{e.paragraph} {e.type}: {e.trigger.text} | {_cut(e.span.text)} | {e.rule}"
            for j, e in enumerate(ours.events)
            if j not in taken
        ],
    )


def event_details(gold: Gold, ours: Extraction, cast: Cast, pairs: dict[int, int]) -> dict[str, Score]:
    """Of the events found: the exact set of participants, and a date that shares a day.

    The owner of the place may be counted in or left out. Where neither side has a date it is right.
    """
    who, when = [], []
    for i, j in sorted(pairs.items()):
        wanted, event = gold.events[i], ours.events[j]
        theirs = _wanted_participants(wanted, cast)
        us = {p.slug for p in event.participants}
        acting = {p.slug for p in event.participants if p.role is not Role.PLACE_OWNER}
        day = event.date.value.edtf if event.date else None
        who.append((theirs in (us, acting), f"{_gold_event(wanted)}: {sorted(theirs)}, ours {sorted(us)}"))
        when.append((share_a_day(wanted.date, day), f"{_gold_event(wanted)}: {wanted.date}, ours {day}"))
    both = [(a and b, words) for (a, words), (b, _) in zip(who, when, strict=True)]
    return {PARTICIPANTS: Score.rate(who), DATED: Score.rate(when), DETAILS: _quiet(Score.rate(both))}


def _quiet(score: Score) -> Score:
    return Score(score.gold, score.found, score.gold_hit, score.found_hit)


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


def _cut(words: str, length: int = 60) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
