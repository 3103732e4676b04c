"""A statement as plain data, the same in files and in the API. Pure."""

from __future__ import annotations

from typing import Any

from app.pages.statements.records import Statement
from app.web.named import names_of

Json = dict[str, Any]


def as_json(said: Statement) -> Json:
    """Every field of a statement."""
    return {
        "id": said.id,
        "date": said.edtf,
        "earliest": said.earliest.isoformat() if said.earliest else None,
        "latest": said.latest.isoformat() if said.latest else None,
        "date_text": said.date_text,
        "speaker": names_of(said.speaker),
        "speaker_named": said.speaker_named,
        "verb": said.verb,
        "lemma": said.lemma,
        "quote": said.quote,
        "modality": said.modality,
        "content": said.content,
        "chain": [names_of(link.medium) | {"cue": link.cue} for link in said.chain],
        "article": said.article,
        "title": said.title,
        "published": said.published,
        "paragraph": said.paragraph,
        "sentence": said.sentence,
        "events": [{"id": told.id, "denied": told.denied} for told in said.events],
    }
