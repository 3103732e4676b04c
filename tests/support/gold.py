"""An annotation read by hand as an ``Extraction``: true data for stores and pages, no engine.

``python -m tests.support.gold data/gold.sqlite3`` builds a database from the seeds' annotations.
The ends of contents and the parts of chains that the annotations leave open are filled in simply.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from app.domain.edtf import date_span
from app.domain.records import (
    ChainLink,
    ChainRole,
    DatedWords,
    Event,
    EventStatus,
    EventType,
    Extraction,
    Modality,
    Participant,
    Place,
    QuoteKind,
    Role,
    Speaker,
    Statement,
)
from app.domain.text import (
    Sentence,
    Span,
)
from app.domain.time import DateMention, TimeKind
from app.knowledge.load import load_knowledge
from app.languages.ar.normalise import fold
from tests.support.gold_article import ROOT, AnnotatedArticle
from tests.support.gold_text import Line

GOLD = ROOT / "tests" / "gold"
RULE = "annotation"

_TYPES = {"annual_report": EventType.REPORT, "statement": EventType.OTHER}
_TRIGGERS = {
    EventType.MEETING: "اجتماعاته|اجتماع|التقى|لقاء",
    EventType.PHONE_CALL: "هاتفيا|مكالمة",
    EventType.TALKS: "محادثات|مناقشات|مفاوضات",
    EventType.AGREEMENT: "اتفقا|اتفق",
    EventType.VISIT: "زيارة|يزور",
    EventType.AIRSTRIKE: "غارات|بغارات|استهدف|يقصفون|ضربات|ضربة",
    EventType.COORDINATION: "للتنسيق|التنسيق|تنسيق|ستنسقان|فريقًا",
    EventType.INVASION: "الغزو|تدخل",
}


class Annotation(AnnotatedArticle):
    """What an engine without fault would say: ``extraction()``."""

    def extraction(self) -> Extraction:
        return Extraction(
            document=self.document,
            sentences=tuple(
                Sentence(n, k, span)
                for n, line in self.body.items()
                for k, span in enumerate(line.sentences(), 1)
            ),
            dates=tuple(self._dates()),
            actors=tuple(self.actors.values()),
            statements=tuple(self.statements),
            events=self._events(),
            rules_version="annotation",
        )

    @cached_property
    def statements(self) -> list[Statement]:
        return [self._statement(k, s) for k, s in enumerate(self.data["statements"])]

    def _statement(self, k: int, s: dict[str, Any]) -> Statement:
        line = self.body[s["paragraph"]]
        head = line.find(s["text_prefix"]) or line.find(s["text_prefix"][:15])
        assert head is not None, (self.name, s["text_prefix"])
        following = self._next_start(k, head.start)
        content = line.until(head.start, min(following, line.until(head.start).end) if following else None)
        verb = line.last(s["verb"], content.start) or line.find(s["verb"]) or head
        quoted = [q for words in s["quote_spans"] if (q := line.find(words, content.start - 2))]
        actor = self.actors[s["speaker"]]
        source = next((m.span for m in actor.mentions if m.paragraph == s["paragraph"]), None)
        spans = [content, verb, *([source] if source else [])]
        whole = self.document.span(min(x.start for x in spans), max(x.end for x in spans))
        day = s["said_on"]
        return Statement(
            id=self._id("statement", whole, verb),
            paragraph=s["paragraph"],
            span=whole,
            speaker=Speaker(
                actor.slug, actor.name_ar, actor.name_en, s["speaker_named"], None if source else RULE
            ),
            source=source,
            verb=verb,
            lemma=fold(s["verb"]),
            quote=QuoteKind(s["kind"]),
            content=content,
            quoted=tuple(self._quoted(q, content) for q in quoted),
            modality=self._modality(s),
            chain=self._chain(line, s["via"]),
            said=DatedWords(date_span(day), None, RULE) if day else None,
            rule=RULE,
        )

    def _next_start(self, k: int, after: int) -> int | None:
        """Where the next statement of the paragraph begins, if it begins after this one."""
        statements = self.data["statements"]
        here = statements[k]["paragraph"]
        for s in statements[k + 1 :]:
            if s["paragraph"] == here and (verb := self.body[here].find(s["verb"], after)):
                return verb.start
        return None

    def _quoted(self, head: Span, content: Span) -> Span:
        tail = content.text[head.start - content.start :] if head.start >= content.start else head.text
        stop = re.search('[“”«»"]', tail)
        length = stop.start() if stop and stop.start() else len(tail)
        return self.document.span(head.start, head.start + length)

    @staticmethod
    def _modality(s: dict[str, Any]) -> Modality:
        if s["negated_or_denial"]:
            return Modality.DENIED
        return Modality.HEDGED if s["hedged"] else Modality.ASSERTED

    def _chain(self, line: Line, via: list[str]) -> tuple[ChainLink, ...]:
        o = self.outlet
        links = [ChainLink(ChainRole.PUBLISHER, o.slug, o.name_ar, o.name_en)]
        for name in reversed(via):
            actor = self.actors[name]
            cue = next((m.span for m in actor.mentions if line.span.contains(m.span)), None)
            links.append(ChainLink(ChainRole.RELAY, actor.slug, actor.name_ar, actor.name_en, cue))
        return tuple(links)

    def _events(self) -> tuple[Event, ...]:
        """What the same parties agreed on in the sentence of their meeting is part of the meeting."""
        found: list[Event] = []
        for event in (self._event(e) for e in self.data["events"]):
            whole = next((e for e in found if _is_part(event, e)), None)
            found.append(replace(event, part_of=whole.id) if whole else event)
        return tuple(found)

    def _event(self, e: dict[str, Any]) -> Event:
        line = self.body[e["paragraph"]]
        head = line.find(e["anchor_text"]) or line.find(e["anchor_text"][:20])
        assert head is not None, (self.name, e["anchor_text"])
        span = line.until(head.start)
        claim = next((s for s in self.statements if s.content.overlaps(span)), None)
        type_ = _TYPES.get(e["type"]) or EventType(e["type"])
        date = date_span(e["date_edtf"]) if e["date_edtf"] else None
        trigger = self._trigger(type_, span)
        return Event(
            id=self._id("event", span, trigger, e["label_en"]),
            paragraph=e["paragraph"],
            span=span,
            type=type_,
            trigger=trigger,
            headline_ar=e["label_ar"],
            headline_en=e["label_en"],
            participants=tuple(
                Participant(self.actors[name].slug, Role.PARTICIPANT) for name in dict.fromkeys(e["actors"])
            ),
            date=DatedWords(date, e["date_text"], RULE) if date else None,
            place=self._place(e["place"], line),
            status=EventStatus(e["status"]),
            chain=claim.chain if claim else self._chain(line, []),
            rule=RULE,
            claimed_by=claim.id if claim else None,
        )

    def _trigger(self, type_: EventType, span: Span) -> Span:
        found = re.search(_TRIGGERS.get(type_, r"\w+"), span.text) or re.search(r"\w+", span.text)
        assert found is not None
        return self.document.span(span.start + found.start(), span.start + found.end())

    def _place(self, name: str | None, line: Line) -> Place | None:
        if name is None:
            return None
        span = line.find(name)
        row = load_knowledge().place_by_name(name)
        if row is not None:
            return Place(row.slug, row.name_ar, row.name_en, row.country, span)
        country = next((c for c in load_knowledge().countries.values() if c.name_ar == name), None)
        if country is not None:
            return Place(country.slug, country.name_ar, country.name_en, country.code, span)
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        return Place(f"place-{digest}", name, name, None, span)

    def _dates(self) -> list[DateMention]:
        found = []
        for d in self.data["dates"]:
            line = self.body.get(d["paragraph"])
            span = line.find(d["text"]) if line else None
            if span is not None:
                found.append(DateMention(d["paragraph"], span, TimeKind.DATE, date_span(d["value"]), RULE))
        return found

    def _id(self, kind: str, *spans: Span | str) -> str:
        parts = "|".join(f"{s.start}:{s.end}" if isinstance(s, Span) else s for s in spans)
        return hashlib.sha256(f"{self.sha256}|{kind}|{parts}".encode()).hexdigest()[:16]


def _is_part(event: Event, whole: Event) -> bool:
    contact = {EventType.MEETING, EventType.PHONE_CALL, EventType.TALKS}
    same = (event.paragraph, event.participants) == (whole.paragraph, whole.participants)
    return same and event.type is EventType.AGREEMENT and whole.type in contact


def extractions() -> tuple[Extraction, ...]:
    """The seeds' annotations that are there, in order of file name."""
    seeds = {p.name for p in (ROOT / "seeds").glob("*.txt")}
    found = (Annotation(p) for p in sorted(GOLD.glob("*.json")) if f"{p.stem}.txt" in seeds)
    return tuple(a.extraction() for a in found)


def build(url: str) -> None:
    """Migrate the database at ``url`` and store the annotations in it."""
    from app import db  # noqa: PLC0415 - the conversion above needs no database
    from app.ingest import store  # noqa: PLC0415

    engine = db.make_engine(url)
    db.migrate(engine)
    with store.ingest_run(engine, "annotation", lambda: datetime(2026, 1, 1, tzinfo=UTC)) as run:
        for extraction in extractions():
            run.store(extraction)
    engine.dispose()


if __name__ == "__main__":
    build(f"sqlite:///{sys.argv[1]}")
