"""An event as plain data: every field of the page, spans as code points of the article's text. Pure."""

from __future__ import annotations

from typing import Any

from app.domain.codes import code_of
from app.domain.records import EventStatus, EventType
from app.pages.event.records import Facts, Party, Said, Telling
from app.web import curated
from app.web.named import Link, names_of

Json = dict[str, Any]


def as_json(facts: Facts) -> Json:
    e = facts.event
    code = code_of(EventType(e.type), EventStatus(e.status))
    return {
        "id": e.id,
        "type": e.type,
        "plover": {"event": code.plover, "mode": code.mode, "context": code.context},
        "cameo": {"code": code.cameo, "name": code.cameo_name},
        "status": e.status,
        "headline_ar": e.headline_ar,
        "headline_en": e.headline_en,
        "date": {
            "edtf": e.edtf,
            "earliest": e.earliest.isoformat() if e.earliest else None,
            "latest": e.latest.isoformat() if e.latest else None,
            "text": e.date_text,
            "certainty": e.certainty,
        },
        "place": names_of(e.place) if e.place else None,
        "participants": [_party(p) for p in facts.parties],
        "independent_sources": e.origins,
        "best_origin": e.evidence,
        "tellings": [_telling(t) | {"same_text_in": _copies(t, facts)} for t in facts.tellings],
        "statements": [_said(s) for s in facts.claims],
        "set_right": [curated.as_json(c) for c in facts.corrections],
        "denials": [_said(s) for s in facts.denials],
        "contradictions": [
            {
                "id": c.id,
                "kind": c.kind,
                "reasons": list(c.reasons),
                "other": c.other.id,
                "event": c.event.id if c.event else None,
                "beside": c.beside.id if c.beside else None,
            }
            for c in facts.conflicts
        ],
        "links": [{"relation": o.relation, "event": o.id, "reasons": list(o.reasons)} for o in facts.ties],
    }


def _party(p: Party) -> Json:
    offices = [
        {"name_ar": o.name_ar, "name_en": o.name_en, "from": o.since, "to": o.until, "inferred": True}
        for o in p.offices
    ]
    return {
        **names_of(p.actor),
        "kind": p.kind,
        "role": p.role,
        "offices": offices,
    }


def _telling(t: Telling) -> Json:
    first, last = t.clause
    return {
        "id": t.id,
        "article": t.source.article,
        "outlet": t.source.outlet.slug if t.source.outlet else None,
        "published": t.source.published,
        "paragraph": t.paragraph,
        "sentence": t.sentence,
        "start": first,
        "end": last,
        "text": t.text[first - t.start : last - t.start],
        "status": t.status,
        "date": t.edtf,
        "date_text": t.date_text,
        "chain": [_link(link) for link in t.chain],
        "origin": t.origin,
        "claimed_by": t.claim,
    }


def _copies(t: Telling, facts: Facts) -> list[str]:
    """Articles that tell the event in the same text."""
    told = {other.source.article for other in facts.tellings}
    return [copy.article for copy in facts.copies.get(t.source.article, ()) if copy.article in told]


def _said(s: Said) -> Json:
    return {
        "id": s.id,
        "article": s.source.article,
        "paragraph": s.paragraph,
        "sentence": s.sentence,
        "speaker": s.speaker.slug,
        "named": s.speaker_named,
        "modality": s.modality,
        "quote": s.quote,
        "said": s.edtf,
        "chain": [_link(link) for link in s.chain],
    }


def _link(link: Link) -> Json:
    return {"slug": link.medium.slug, "cue": link.cue}
