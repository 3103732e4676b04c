"""The article's findings as W3C Web Annotations, each locating its words by quotation and by position.

The target is the text as it was read, at its own address: positions are code points of it, as the
model requires (https://www.w3.org/TR/annotation-model/). Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from app.pages.article.records import Facts
from app.web.marking import Stretch
from app.web.urls import Urls

Json = dict[str, Any]

#: Characters quoted before and after the words themselves.
BESIDE: Final = 32


def as_annotations(facts: Facts, origin: str, urls: Urls) -> Json:
    """One page with all annotations."""
    address = origin + urls.article(facts.article.id)
    items = [_annotation(facts, address, *found) for found in _findings(facts, origin, urls)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{address}.annotations.jsonld",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _findings(facts: Facts, origin: str, urls: Urls) -> Iterator[tuple[str, str, list[Json], Stretch]]:
    """Id, motivation, bodies and words of each finding."""
    for event in facts.events:
        record = {"id": origin + urls.event(event.event), "type": "Dataset"}
        bodies = [record, *_said(event.headline_ar, event.headline_en)]
        yield f"event-{event.id}", "describing", bodies, event.clause
    for said in facts.statements:
        speaker = {"id": origin + urls.actor(said.speaker.slug), "type": "Dataset"}
        names = _said(said.speaker.name_ar, said.speaker.name_en)
        yield f"statement-{said.id}", "classifying", [speaker, *names, _tag(said.modality)], said.content
    for actor in facts.actors:
        who: list[Json] = [{"id": origin + urls.actor(actor.actor.slug), "type": "Dataset"}]
        for n, mention in enumerate(actor.mentions, 1):
            yield f"actor-{actor.actor.slug}-{n}", "identifying", who, mention
    for n, date in enumerate(facts.dates, 1):
        if date.edtf:
            yield f"date-{n}", "tagging", [_tag(date.edtf)], (date.start, date.end)


def _annotation(facts: Facts, address: str, id_: str, why: str, bodies: list[Json], words: Stretch) -> Json:
    start, end = words
    text = facts.article.text
    return {
        "id": f"{address}.annotations.jsonld#{id_}",
        "type": "Annotation",
        "motivation": why,
        "body": bodies,
        "target": {
            "source": f"{address}.txt",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - BESIDE) : start],
                    "suffix": text[end : end + BESIDE],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _said(arabic: str, english: str) -> list[Json]:
    both = (("ar", arabic), ("en", english))
    return [{"type": "TextualBody", "value": text, "language": code} for code, text in both if text]


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}
