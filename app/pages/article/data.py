"""The article's findings as plain data: spans are code points of ``text``, end exclusive. Pure."""

from __future__ import annotations

from typing import Any

from app.pages.article.records import ActorFound, Card, EventFound, Facts, StatementFound
from app.web import copied, curated
from app.web.marking import Stretch
from app.web.named import names_of

Json = dict[str, Any]


def card_as_json(card: Card) -> Json:
    """An article of the list."""
    return {
        "id": card.id,
        "title": card.title,
        "language": card.language,
        "outlet": names_of(card.outlet) if card.outlet else None,
        "byline": card.byline,
        "published": card.published,
        "basis": card.basis,
        "opening": card.opening,
        "events": card.events,
        "statements": card.statements,
        "actors": card.actors,
    }


def as_json(facts: Facts) -> Json:
    """One object: the article, its text, and every finding with the words it rests on."""
    a = facts.article
    words = _Words(a.text)
    return {
        "id": a.id,
        "title": a.title,
        "outlet": a.outlet.slug if a.outlet else None,
        "byline": a.byline,
        "url": a.url,
        "language": a.language,
        "published": {"edtf": a.published, "basis": a.basis, "evidence": a.evidence},
        "same_text_in": [copied.as_json(copy) for copy in facts.copies],
        "text": a.text,
        "paragraphs": [{"n": p.n, "kind": p.kind, **words((p.start, p.end))} for p in facts.lines],
        "discarded": [{"reason": u.reason, **words((u.start, u.end))} for u in facts.unused],
        "dates": [
            {"paragraph": d.paragraph, **words((d.start, d.end)), "edtf": d.edtf, "anchor": d.anchor}
            for d in facts.dates
        ],
        "actors": [_actor(x, words) for x in facts.actors],
        "statements": [_statement(s, words) for s in facts.statements],
        "events": [_event(e, words) for e in facts.events],
        "set_right": [curated.as_json(c) for c in facts.corrections],
    }


class _Words:
    """A stretch with the words it covers."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, place: Stretch) -> Json:
        start, end = place
        return {"start": start, "end": end, "text": self._text[start:end]}


def _actor(found: ActorFound, words: _Words) -> Json:
    return {
        **names_of(found.actor),
        "kind": found.kind,
        "known": found.known,
        "mentions": [words(m) for m in found.mentions],
    }


def _statement(s: StatementFound, words: _Words) -> Json:
    return {
        "id": s.id,
        "paragraph": s.paragraph,
        "sentence": s.sentence,
        "speaker": s.speaker.slug,
        "named": s.named,
        "verb": words(s.verb),
        "content": words(s.content),
        "quoted": [words(q) for q in s.quoted],
        "quote": s.quote,
        "modality": s.modality,
        "said": s.edtf,
        "chain": [{"slug": link.medium.slug, "cue": link.cue} for link in s.chain],
    }


def _event(e: EventFound, words: _Words) -> Json:
    return {
        "id": e.id,
        "event": e.event,
        "paragraph": e.paragraph,
        "sentence": e.sentence,
        "type": e.type,
        "status": e.status,
        "headline_ar": e.headline_ar,
        "headline_en": e.headline_en,
        "date": e.edtf,
        "participants": [p.slug for p in e.parties],
        **words(e.clause),
        "words": [words(place) for place in e.core],
    }
