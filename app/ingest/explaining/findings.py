"""Every record of a reading as marks in the text, with its rule and its reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.domain.records import Actor, ChainRole, DatedWords, Event, Extraction, Mention, MentionHow, Statement
from app.domain.text import Span
from app.domain.time import DateMention


class Layer(StrEnum):
    """What is found; the order is that in which marks lie over each other, the last on top."""

    STATEMENT = "statement"
    ACTOR = "actor"
    DATE = "date"
    EVENT = "event"


class Part(StrEnum):
    """What a stretch of text is to the record it belongs to."""

    CONTENT = "content"
    QUOTED = "quoted"
    SOURCE = "source"
    CUE = "cue"
    RELAY = "relay"
    ACTOR = "actor"
    DATE = "date"
    PLACE = "place"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Mark:
    part: Part
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One record: where it stands, what it was read as, by which rule, and for what reasons."""

    layer: Layer
    paragraph: int
    head: Span
    what: str
    rule: str
    reasons: tuple[str, ...]
    marks: tuple[Mark, ...]


def findings(extraction: Extraction) -> list[Finding]:
    """All records in the order of the text."""
    names = {a.slug: a.name_en for a in extraction.actors}
    found = [
        *(_date(d) for d in extraction.dates),
        *(_mention(m, a) for a in extraction.actors for m in a.mentions),
        *(_statement(s) for s in extraction.statements),
        *(_event(e, names) for e in extraction.events),
    ]
    order = list(Layer)
    return sorted(found, key=lambda f: (f.paragraph, f.head.start, order.index(f.layer)))


def _date(d: DateMention) -> Finding:
    value = d.value.edtf if d.value else d.kind.value
    reasons = [f"counted from {d.anchor}"] if d.anchor else []
    if d.relation:
        reasons.append(f"the words before it say “{d.relation.value}”")
    if d.conflict:
        reasons.append("its words disagree with each other")
    return Finding(Layer.DATE, d.paragraph, d.span, value, d.rule, tuple(reasons), (Mark(Part.DATE, d.span),))


_HOW = {
    MentionHow.NAME: "its name stands here",
    MentionHow.ALIAS: "another name or spelling of it stands here",
    MentionHow.OFFICE: "the office stands here, and who held it on the day spoken of is known",
    MentionHow.DESCRIPTION: "described, and the text introduced it before or describes it here",
    MentionHow.PRONOUN: "a pronoun or a verb without subject, for whom the text last introduced",
}


def _mention(m: Mention, actor: Actor) -> Finding:
    reasons = [_HOW[m.how]]
    if m.office:
        reasons.append(f"office {m.office}")
    if not actor.known:
        reasons.append("in no table: taken from this text alone")
    what = f"{actor.name_en} ({actor.kind.value})"
    return Finding(
        Layer.ACTOR, m.paragraph, m.span, what, m.how.value, tuple(reasons), (Mark(Part.ACTOR, m.span),)
    )


def _statement(s: Statement) -> Finding:
    reasons = [f"cue “{s.verb.text}”, lemma {s.lemma}", f"{s.quote.value}, {s.modality.value}"]
    if s.speaker.inferred_by:
        reasons.append(f"speaker inferred: {s.speaker.inferred_by}")
    relays = [link for link in s.chain if link.role is ChainRole.RELAY]
    if relays:
        reasons.append("through " + ", then ".join(link.name_en for link in relays))
    reasons += _when("said", s.said)
    marks = [Mark(Part.CONTENT, s.content), *(Mark(Part.QUOTED, q) for q in s.quoted), Mark(Part.CUE, s.verb)]
    marks += [Mark(Part.SOURCE, s.source)] if s.source else []
    marks += [Mark(Part.RELAY, link.cue) for link in relays if link.cue]
    return Finding(
        Layer.STATEMENT,
        s.paragraph,
        s.verb,
        f"said by {s.speaker.name_en}",
        s.rule,
        tuple(reasons),
        tuple(marks),
    )


def _event(e: Event, names: dict[str, str]) -> Finding:
    parties = ", ".join(f"{names.get(p.slug, p.slug)} ({p.role.value})" for p in e.participants)
    reasons = [parties or "no party told", e.status.value, *_when("on", e.date)]
    if e.place:
        reasons.append(f"in {e.place.name_en}")
    reasons += ["background"] if e.background else []
    reasons += ["claimed by a speaker"] if e.claimed_by else []
    marks = [Mark(Part.TRIGGER, e.trigger)]
    marks += [Mark(Part.PLACE, e.place.span)] if e.place and e.place.span else []
    return Finding(
        Layer.EVENT,
        e.paragraph,
        e.trigger,
        f"{e.type.value}: {e.headline_en}",
        e.rule,
        tuple(reasons),
        tuple(marks),
    )


def _when(word: str, date: DatedWords | None) -> list[str]:
    if date is None:
        return []
    return [f"{word} {date.value.edtf} by {date.rule}" + (f" («{date.text}»)" if date.text else "")]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; ``of`` are the numbers of the findings it belongs to."""

    text: str
    parts: frozenset[Part]
    of: tuple[int, ...]


def pieces(holder: Span, numbered: list[tuple[int, Finding]]) -> Iterator[Piece]:
    """The text of a paragraph cut wherever a mark begins or ends; joined, the pieces are the text."""
    marks = [(n, mark) for n, f in numbered for mark in f.marks if mark.span.overlaps(holder)]
    edges = {holder.start, holder.end}
    for _, mark in marks:
        edges |= {max(holder.start, mark.span.start), min(holder.end, mark.span.end)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        over = [(n, m) for n, m in marks if m.span.start <= start and end <= m.span.end]
        yield Piece(
            holder.text[start - holder.start : end - holder.start],
            frozenset(m.part for _, m in over),
            tuple(dict.fromkeys(n for n, _ in over)),
        )
