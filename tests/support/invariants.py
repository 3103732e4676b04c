"""What holds of every reading, whatever the text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

import edtf

from app.domain.edtf import bounds, is_valid
from app.domain.records import Extraction
from app.domain.text import Metadata, RawArticle
from app.ingest import pipeline
from app.ingest.contract import to_dict, to_json
from app.ingest.evaluation.layers import walk
from app.knowledge.load import load_knowledge

Json = dict[str, Any]


def read(text: str, published: str | None = "2018-03-14") -> Extraction:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return pipeline.extract(RawArticle("a.txt", text, sha256, Metadata(published=published)))


def check(text: str, found: Extraction) -> None:
    """All of the below; AssertionError names what does not hold."""
    assert found.document.text == text
    printed = to_dict(found)
    assert json.loads(to_json(found)) == printed
    check_spans(text, printed)
    check_cover(text, found)
    check_sentences(found)
    check_places(found, printed)
    check_dates(printed)
    check_references(printed)


def check_spans(text: str, printed: Json) -> None:
    """Every span lies inside the text and is its words."""
    for span in walk(printed):
        assert 0 <= span["start"] < span["end"] <= len(text), span
        assert text[span["start"] : span["end"]] == span["text"], span


def check_cover(text: str, found: Extraction) -> None:
    """Each character that is not blank belongs to exactly one block."""
    document = found.document
    blocks = [p.span for p in document.paragraphs] + [d.span for d in document.discarded]
    blocks += [s for s in (document.title, document.byline) if s]
    times = [0] * len(text)
    for block in blocks:
        for at in range(block.start, block.end):
            times[at] += 1
    assert all(count == 1 for char, count in zip(text, times, strict=True) if not char.isspace())
    assert [p.n for p in document.body] == list(range(1, len(document.body) + 1))


def check_sentences(found: Extraction) -> None:
    """Sentences lie in order within their paragraph and leave out at most its dateline."""
    by_paragraph: dict[int, list[Any]] = {}
    for sentence in found.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for paragraph in found.document.body:
        sentences = by_paragraph.get(paragraph.n or 0, [])
        own = [s.span for s in sentences]
        assert own, paragraph
        assert [s.n for s in sentences] == list(range(1, len(own) + 1))
        assert own[-1].end == paragraph.span.end
        assert all(a.end <= b.start for a, b in pairwise(own))
        assert not any(found.document.text[a.end : b.start].strip() for a, b in pairwise(own))
        assert own[0].start >= paragraph.span.start


def check_places(found: Extraction, printed: Json) -> None:
    """Every record lies in the paragraph it names; its parts lie in the body."""
    body = {p.n: p.span for p in found.document.body}
    for record in (*printed["dates"], *printed["durations"], *printed["statements"], *printed["events"]):
        holder = body[record["paragraph"]]
        assert holder.start <= record["start"] < record["end"] <= holder.end, record
    for event in printed["events"]:
        assert event["start"] <= event["trigger"]["start"] < event["trigger"]["end"] <= event["end"], event
    for actor in printed["actors"]:
        for mention in actor["mentions"]:
            holder = body[mention["paragraph"]]
            assert holder.start <= mention["start"] < mention["end"] <= holder.end, mention


def check_dates(printed: Json) -> None:
    """Values are EDTF, and their bounds are those of the value, in order.

    The library of the field is asked side by side, for it reads «2015-10-~15» but not «../2015-10-~15»,
    and without marks where digits are unknown, for it reads «XXXX-10-05» but not «XXXX-10-05~».
    """
    for value in _values(printed):
        assert is_valid(value["edtf"]), value
        assert all(map(_parsed, _sides(value["edtf"]))), value
        first, last = value["earliest"], value["latest"]
        assert first is None or last is None or date.fromisoformat(first) <= date.fromisoformat(last), value
        known = tuple(None if day is None else date.fromisoformat(day) for day in (first, last))
        assert known == bounds(value["edtf"]), value
    published = printed["published"]
    assert (published["edtf"] is None) == (published["basis"] == "unknown"), published
    assert published["edtf"] is None or is_valid(published["edtf"]), published


@lru_cache(maxsize=10_000)
def _parsed(value: str) -> bool:
    return edtf.parse_edtf(value) is not None


def _sides(value: str) -> Iterator[str]:
    for side in value.split("/"):
        if side != "..":
            yield re.sub("[~?%]", "", side) if "X" in side else side


def _values(printed: Json) -> Iterator[Json]:
    yield from printed["dates"]
    yield from (s["said"] for s in printed["statements"] if s["said"])
    yield from (e["date"] for e in printed["events"] if e["date"])


def check_references(printed: Json) -> None:
    """Ids are unique; whoever is referred to is listed; whoever is listed is mentioned or takes part."""
    ids = [r["id"] for r in (*printed["statements"], *printed["events"])]
    assert len(ids) == len(set(ids))
    slugs = [a["slug"] for a in printed["actors"]]
    assert len(slugs) == len(set(slugs)), slugs
    listed = set(slugs)
    taking_part = {p["slug"] for e in printed["events"] for p in e["participants"]}
    assert taking_part <= listed, taking_part - listed
    speaking = {s["speaker"]["slug"] for s in printed["statements"]}
    assert speaking <= listed | _media(printed), speaking - listed
    for actor in printed["actors"]:
        assert actor["mentions"] or actor["slug"] in taking_part, actor
    chains = {link["slug"] for r in (*printed["statements"], *printed["events"]) for link in r["chain"]}
    assert chains <= listed | _media(printed), chains - listed


def _media(printed: Json) -> set[str]:
    """Every outlet of the tables, and that of this article."""
    own = {printed["outlet"]["slug"]} if printed["outlet"] else set()
    return {m.slug for m in load_knowledge().media.values()} | own
