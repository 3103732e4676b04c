"""An extraction as the JSON object that ``tasalsul extract`` prints: one object per article.

All offsets are code points of the stored text, so that ``text[start:end]`` is the ``text`` given.
"""

from __future__ import annotations

import json
from typing import Any

from app.domain.codes import code_of
from app.domain.records import (
    Actor,
    ChainLink,
    DatedWords,
    Event,
    Extraction,
    Mention,
    Place,
    Speaker,
    Statement,
)
from app.domain.text import Discarded, Outlet, Paragraph, Published, Span
from app.domain.time import DateMention, DateSpan, TimeKind

Json = dict[str, Any]


def to_json(extraction: Extraction) -> str:
    """One line of JSON, Arabic letters as they are."""
    return json.dumps(to_dict(extraction), ensure_ascii=False)


def to_dict(extraction: Extraction) -> Json:
    """The contract's object, keys in its order; ``id`` leads where the input gave one."""
    document = extraction.document
    dates: tuple[list[DateMention], list[DateMention]] = ([], [])
    for found in extraction.dates:
        dates[found.kind is TimeKind.DATE and found.value is not None].append(found)
    others, calendar = dates
    return ({"id": document.meta.id} if document.meta.id is not None else {}) | {
        "file": document.name,
        "sha256": document.sha256,
        "language": document.language,
        "title": _span(document.title),
        "outlet": _outlet(document.outlet),
        "byline": _span(document.byline),
        "url": document.meta.url,
        "published": _published(document.published),
        "paragraphs": [_paragraph(p) for p in document.paragraphs],
        "discarded": [_discarded(d) for d in document.discarded],
        "dates": [_date(d) for d in calendar],
        "durations": [_duration(d) for d in others],
        "actors": [_actor(a) for a in extraction.actors],
        "statements": [_statement(s) for s in extraction.statements],
        "events": [_event(e) for e in extraction.events],
    }


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _outlet(outlet: Outlet | None) -> Json | None:
    if outlet is None:
        return None
    return {"slug": outlet.slug, "name_ar": outlet.name_ar, "name_en": outlet.name_en}


def _published(published: Published) -> Json:
    return {"edtf": published.edtf, "basis": published.basis.value, "evidence": published.evidence}


def _paragraph(p: Paragraph) -> Json:
    span = p.span
    return {"n": p.n, "start": span.start, "end": span.end, "text": span.text, "kind": p.kind.value}


def _discarded(d: Discarded) -> Json:
    return {"start": d.span.start, "end": d.span.end, "reason": d.reason}


def _value(value: DateSpan | None) -> Json:
    if value is None:
        return {"edtf": None, "earliest": None, "latest": None}
    return {
        "edtf": value.edtf,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
    }


def _date(d: DateMention) -> Json:
    words: Json = {"paragraph": d.paragraph, "start": d.span.start, "end": d.span.end, "text": d.span.text}
    return words | _value(d.value) | {"rule": d.rule, "anchor": d.anchor}


def _duration(d: DateMention) -> Json:
    return {
        "paragraph": d.paragraph, "start": d.span.start, "end": d.span.end, "text": d.span.text,
        "kind": d.kind.value, "rule": d.rule,
    }  # fmt: skip


def _mention(m: Mention) -> Json:
    return {
        "paragraph": m.paragraph, "start": m.span.start, "end": m.span.end, "text": m.span.text,
        "how": m.how.value, "office": m.office,
    }  # fmt: skip


def _actor(a: Actor) -> Json:
    return {
        "slug": a.slug,
        "kind": a.kind.value,
        "name_ar": a.name_ar,
        "name_en": a.name_en,
        "country": a.country,
        "wikidata": a.wikidata,
        "known": a.known,
        "mentions": [_mention(m) for m in a.mentions],
    }


def _speaker(s: Speaker) -> Json:
    return {
        "slug": s.slug, "name_ar": s.name_ar, "name_en": s.name_en, "named": s.named,
        "inferred_by": s.inferred_by,
    }  # fmt: skip


def _link(link: ChainLink) -> Json:
    return {"role": link.role.value, "slug": link.slug, "name_ar": link.name_ar, "cue": _span(link.cue)}


def _dated(d: DatedWords | None) -> Json | None:
    return None if d is None else _value(d.value) | {"text": d.text, "rule": d.rule}


def _statement(s: Statement) -> Json:
    return {
        "id": s.id,
        "paragraph": s.paragraph,
        "start": s.span.start,
        "end": s.span.end,
        "speaker": _speaker(s.speaker),
        "source": _span(s.source),
        "verb": _span(s.verb),
        "quote": s.quote.value,
        "content": _span(s.content),
        "quoted": [_span(q) for q in s.quoted],
        "modality": s.modality.value,
        "chain": [_link(link) for link in s.chain],
        "said": _dated(s.said),
        "rule": s.rule,
    }


def _place(p: Place | None) -> Json | None:
    if p is None:
        return None
    place: Json = {"slug": p.slug, "name_ar": p.name_ar, "name_en": p.name_en, "country": p.country}
    return place | (_span(p.span) or {"start": None, "end": None, "text": None})


def _event(e: Event) -> Json:
    return {
        "id": e.id,
        "paragraph": e.paragraph,
        "start": e.span.start,
        "end": e.span.end,
        "type": e.type.value,
        "plover": code_of(e.type, e.status).plover,
        "trigger": _span(e.trigger),
        "headline_ar": e.headline_ar,
        "headline_en": e.headline_en,
        "participants": [{"slug": p.slug, "role": p.role.value} for p in e.participants],
        "date": _dated(e.date),
        "place": _place(e.place),
        "status": e.status.value,
        "rule": e.rule,
        "chain": [_link(link) for link in e.chain],
    }
