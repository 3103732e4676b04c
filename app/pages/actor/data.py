"""Actors as plain data: an entry of the list, and one with everything known about an actor. Pure."""

from __future__ import annotations

from typing import Any

from app.pages.actor.records import Entry, Facts, Happening, Quoted
from app.web.named import names_of

Json = dict[str, Any]


def entry_as_json(entry: Entry) -> Json:
    return {
        **names_of(entry.actor),
        "kind": entry.kind,
        "country": entry.country,
        "known": entry.known,
        "mentions": entry.mentions,
        "articles": entry.articles,
        "events": entry.events,
        "statements": entry.statements,
        "first": entry.first.edtf if entry.first else None,
        "last": entry.last.edtf if entry.last else None,
    }


def as_json(facts: Facts) -> Json:
    """The actor; lists are cut as on its page, the counts beside them are of everything."""
    actor = facts.actor
    return {
        **names_of(actor.named),
        "kind": actor.kind,
        "country": actor.country,
        "wikidata": actor.wikidata,
        "known": actor.known,
        "affiliation": actor.affiliation.slug if actor.affiliation else None,
        "articles": actor.articles,
        "mentions": actor.mentions,
        "spellings": [{"text": s.text, "how": s.how, "count": s.count} for s in facts.spellings],
        "offices": [
            {
                "id": t.office.slug,
                "name_ar": t.office.name_ar,
                "name_en": t.office.name_en,
                "from": t.since,
                "to": t.until,
                "verified": t.verified,
            }
            for t in facts.terms
        ],
        "event_count": facts.event_count,
        "events": [_event(e) for e in facts.events],
        "company": [
            names_of(c.actor) | {"count": c.count, "last": c.last, "last_event": c.last_event}
            for c in facts.company
        ],
        "statement_count": facts.said_count,
        "statements": [_quoted(q) for q in facts.said],
        "about_count": facts.about_count,
        "about": [_quoted(q) for q in facts.about],
    }


def _event(event: Happening) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "headline_ar": event.headline_ar,
        "headline_en": event.headline_en,
        "date": event.edtf,
        "role": event.role,
    }


def _quoted(said: Quoted) -> Json:
    return {
        "id": said.id,
        "article": said.article,
        "paragraph": said.paragraph,
        "sentence": said.sentence,
        "speaker": said.speaker.slug,
        "named": said.speaker_named,
        "content": said.content,
        "quote": said.quote,
        "modality": said.modality,
        "date": said.edtf,
    }
