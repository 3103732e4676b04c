"""A record of the timeline as plain data, the same in files and in the API. Pure."""

from __future__ import annotations

from typing import Any

from app.pages.timeline.records import Record
from app.web.named import names_of

Json = dict[str, Any]


def as_json(record: Record) -> Json:
    """Every field of a record but its date in words, which needs a language."""
    return {
        "id": record.public_id,
        "kind": record.kind,
        "type": record.type,
        "status": record.state,
        "date": record.edtf,
        "earliest": record.earliest.isoformat() if record.earliest else None,
        "latest": record.latest.isoformat() if record.latest else None,
        "certainty": record.certainty,
        "date_text": record.date_text,
        "headline_ar": record.headline_ar,
        "headline_en": record.headline_en,
        "content": record.content,
        "place": names_of(record.place) if record.place else None,
        "actors": [names_of(party) | {"role": party.role, "lane": party.lane} for party in record.parties],
        "independent_sources": record.origins,
        "outlets": [names_of(each) for each in record.outlets],
        "article": record.article.slug if record.article else None,
        "published": record.published.isoformat() if record.published else None,
    }
