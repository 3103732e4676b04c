"""Scores of events: whether found at all, and for those found, their participants and dates."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF
from app.domain.records import Event, EventType, Extraction, Role
from app.ingest.evaluation.gold import Gold, GoldEvent
from app.ingest.evaluation.pairing import pair
from app.ingest.evaluation.people import Cast
from app.ingest.evaluation.scores import Score, around
from app.ingest.evaluation.values import share_a_day

#: Annotation labels outside our list of types.
_LABELS = {"annual_report": EventType.REPORT}
#: A formal act of speaking, such as a press conference; we have no type for it but may call it a report.
_STATEMENT = "statement"
#: Types for which the annotations have no label: they say «other».
_UNLABELLED = frozenset(
    {
        EventType.SEVERED_TIES, EventType.HUMANITARIAN_AID, EventType.WITHDRAWAL, EventType.CEASEFIRE,
        EventType.EXERCISE, EventType.SANCTION, EventType.ACCUSATION, EventType.THREAT, EventType.ELECTION,
        EventType.SHOOTDOWN, EventType.OTHER,
    }
)  # fmt: skip


def pair_events(gold: Gold, ours: Extraction, cast: Cast) -> dict[int, int]:
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
    if label in (EventType.OTHER, _STATEMENT):
        fits = ours in _UNLABELLED or (label == _STATEMENT and ours is EventType.REPORT)
        return 1.0 if near and fits else 0.0
    wanted = _LABELS.get(label) or EventType(label)
    if wanted is ours:
        return 1.0
    return 0.6 if FAMILY_OF[wanted] is FAMILY_OF[ours] else 0.0


def _wanted_participants(event: GoldEvent, cast: Cast) -> set[str]:
    return {cast.slug(name) or f"? {name}" for name in event.actors}


def _gold_event(e: GoldEvent) -> str:
    return f"p{e.paragraph} {e.type}: {e.label}"


def _in_context(e: GoldEvent, gold: Gold) -> str:
    return _gold_event(e) + (f" | {around(gold.raw.text, e.anchor)}" if e.anchor else "")


def event_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    taken = set(pairs.values())
    return Score.of(
        len(gold.events),
        len(ours.events),
        [_in_context(e, gold) for i, e in enumerate(gold.events) if i not in pairs],
        [
            f"p{e.paragraph} {e.type}: {e.headline_en} | {around(gold.raw.text, e.trigger)} | {e.rule}"
            for j, e in enumerate(ours.events)
            if j not in taken
        ],
    )


def event_details(
    gold: Gold, ours: Extraction, cast: Cast, pairs: dict[int, int]
) -> tuple[Score, Score, Score]:
    """Of the events found: the exact set of participants, a date that shares a day, and both.

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
    return Score.rate(who), Score.rate(when), _quiet(Score.rate(both))


def _quiet(score: Score) -> Score:
    return Score(score.gold, score.found, score.gold_hit, score.found_hit)
