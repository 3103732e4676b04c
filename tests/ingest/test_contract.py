from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.records import (
    ActorKind,
    EventStatus,
    EventType,
    Extraction,
    MentionHow,
    Modality,
    QuoteKind,
    Role,
)
from app.domain.text import Basis, Metadata, ParagraphKind, RawArticle
from app.domain.time import DateMention, DateSpan, TimeKind
from app.ingest import pipeline
from app.ingest.contract import to_dict, to_json

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

TEXT, COUNT, YES_NO, NONE = str, int, bool, type(None)
SPAN = {"start": COUNT, "end": COUNT, "text": TEXT}
#: A schema in Python: a dict has exactly these keys in this order, a list has items of one form, a
#: set is a choice of words, a tuple a choice of forms.
LINK = {"role": {"publisher", "relay"}, "slug": TEXT, "name_ar": TEXT, "cue": (SPAN, NONE)}
DATED = {"edtf": TEXT, "earliest": (TEXT, NONE), "latest": (TEXT, NONE), "text": (TEXT, NONE), "rule": TEXT}
ARTICLE = {
    "file": TEXT,
    "sha256": TEXT,
    "language": TEXT,
    "title": (SPAN, NONE),
    "outlet": ({"slug": TEXT, "name_ar": TEXT, "name_en": TEXT}, NONE),
    "byline": (SPAN, NONE),
    "url": (TEXT, NONE),
    "published": {"edtf": (TEXT, NONE), "basis": set(map(str, Basis)), "evidence": (TEXT, NONE)},
    "paragraphs": [{"n": (COUNT, NONE), **SPAN, "kind": set(map(str, ParagraphKind))}],
    "discarded": [{"start": COUNT, "end": COUNT, "reason": TEXT}],
    "dates": [
        {
            "paragraph": COUNT,
            **SPAN,
            "edtf": TEXT,
            "earliest": (TEXT, NONE),
            "latest": (TEXT, NONE),
            "rule": TEXT,
            "anchor": (TEXT, NONE),
        }
    ],
    "durations": [{"paragraph": COUNT, **SPAN, "kind": set(map(str, TimeKind)), "rule": TEXT}],
    "actors": [
        {
            "slug": TEXT,
            "kind": set(map(str, ActorKind)),
            "name_ar": TEXT,
            "name_en": TEXT,
            "country": (TEXT, NONE),
            "wikidata": (TEXT, NONE),
            "known": YES_NO,
            "mentions": [
                {"paragraph": COUNT, **SPAN, "how": set(map(str, MentionHow)), "office": (TEXT, NONE)}
            ],
        }
    ],
    "statements": [
        {
            "id": TEXT,
            "paragraph": COUNT,
            "start": COUNT,
            "end": COUNT,
            "speaker": {
                "slug": TEXT,
                "name_ar": TEXT,
                "name_en": TEXT,
                "named": YES_NO,
                "inferred_by": (TEXT, NONE),
            },
            "source": (SPAN, NONE),
            "verb": SPAN,
            "quote": set(map(str, QuoteKind)),
            "content": SPAN,
            "quoted": [SPAN],
            "modality": set(map(str, Modality)),
            "chain": [LINK],
            "said": (DATED, NONE),
            "rule": TEXT,
        }
    ],
    "events": [
        {
            "id": TEXT,
            "paragraph": COUNT,
            "start": COUNT,
            "end": COUNT,
            "type": set(map(str, EventType)),
            "plover": (TEXT, NONE),
            "trigger": SPAN,
            "headline_ar": TEXT,
            "headline_en": TEXT,
            "participants": [{"slug": TEXT, "role": set(map(str, Role))}],
            "date": (DATED, NONE),
            "place": (
                {"slug": TEXT, "name_ar": TEXT, "name_en": TEXT, "country": (TEXT, NONE)}
                | {"start": (COUNT, NONE), "end": (COUNT, NONE), "text": (TEXT, NONE)},
                NONE,
            ),
            "status": set(map(str, EventStatus)),
            "rule": TEXT,
            "chain": [LINK],
        }
    ],
}


def fits(value: Any, form: Any, path: str = "$") -> list[str]:
    """What does not fit, each with its place; empty when all does."""
    if isinstance(form, tuple):
        tries = [fits(value, one, path) for one in form]
        return [] if [] in tries else tries[0]
    if isinstance(form, set):
        return [] if value in form else [f"{path}: {value!r} is not one of {sorted(form)}"]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{path}: no list"]
        return [fault for k, item in enumerate(value) for fault in fits(item, form[0], f"{path}[{k}]")]
    if isinstance(form, dict):
        if not isinstance(value, dict) or list(value) != list(form):
            return [f"{path}: keys {list(value) if isinstance(value, dict) else value!r}"]
        return [fault for k in form for fault in fits(value[k], form[k], f"{path}.{k}")]
    right = type(value) is form
    return [] if right else [f"{path}: {value!r} is no {form.__name__}"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_the_printed_object_has_the_form_of_the_contract(seed: Path) -> None:
    raw = RawArticle(seed.name, seed.read_text("utf-8"), "0" * 64, Metadata(published="2018-03-14"))
    found = pipeline.extract(raw)
    assert fits(to_dict(found), ARTICLE) == []
    assert json.loads(to_json(found)) == to_dict(found)


def test_the_schema_sees_faults() -> None:
    assert fits({"start": 1, "end": "2", "text": "x"}, SPAN) == ["$.end: '2' is no int"]
    assert fits({"end": 2, "start": 1, "text": "x"}, SPAN) != []
    assert fits("said", set(map(str, Modality))) != []


def test_an_answer_carries_the_id_of_its_line() -> None:
    raw = RawArticle(
        "-", "أعلنت الوزارة نتائج المحادثات.", "0", Metadata(id="a-1", url="https://example.org/1")
    )
    printed = to_dict(pipeline.extract(raw))
    assert next(iter(printed)) == "id"
    assert (printed["id"], printed["url"]) == ("a-1", "https://example.org/1")


def test_only_calendar_dates_are_dates() -> None:
    raw = RawArticle("a", "أعلنت الوزارة أمس أن العمل استمر ساعة.", "0")
    found = pipeline.extract(raw)
    document = found.document

    def date(word: str, kind: TimeKind, value: DateSpan | None) -> DateMention:
        at = document.text.index(word)
        return DateMention(1, document.span(at, at + len(word)), kind, value, "test")

    dates = (
        date("أمس", TimeKind.DATE, DateSpan("2018-03-13", None, None)),
        date("ساعة", TimeKind.DURATION, None),
        date("استمر", TimeKind.DATE, None),
    )
    printed = to_dict(Extraction(document, found.sentences, dates, (), (), ()))
    assert [d["edtf"] for d in printed["dates"]] == ["2018-03-13"]
    assert [(d["text"], d["kind"]) for d in printed["durations"]] == [("ساعة", "duration"), ("استمر", "date")]
