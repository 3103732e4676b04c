"""Whatever the text: every span is its words, every character is accounted for, ids do not move."""

from __future__ import annotations

import hashlib
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.records import Extraction
from app.domain.text import Metadata, RawArticle
from app.ingest import pipeline
from app.ingest.contract import to_dict
from app.ingest.evaluation.layers import walk

SEEDS = [p.read_text("utf-8") for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
WORDS = sorted({w for text in SEEDS for w in text.split()})
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str, published: str | None = "2018-03-14") -> Extraction:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return pipeline.extract(RawArticle("a.txt", text, sha256, Metadata(published=published)))


def check(text: str, found: Extraction) -> None:
    printed = to_dict(found)
    assert found.document.text == text
    for span in walk(printed):
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    check_cover(text, found)
    check_sentences(found)
    body = {p.n: p.span for p in found.document.body}
    for record in (*printed["dates"], *printed["statements"], *printed["events"]):
        holder = body[record["paragraph"]]
        assert holder.start <= record["start"] < record["end"] <= holder.end
    for actor in printed["actors"]:
        for mention in actor["mentions"]:
            assert body[mention["paragraph"]].start <= mention["start"] < body[mention["paragraph"]].end
    ids = [r["id"] for r in (*printed["statements"], *printed["events"])]
    assert len(ids) == len(set(ids))


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
    for paragraph in found.document.body:
        own = [s.span for s in found.sentences if s.paragraph == paragraph.n]
        assert own, paragraph
        assert own[-1].end == paragraph.span.end
        assert all(a.end <= b.start for a, b in pairwise(own))
        assert not any(found.document.text[a.end : b.start].strip() for a, b in pairwise(own))
        assert own[0].start >= paragraph.span.start


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_seeds(text: str) -> None:
    found = read(text)
    check(text, found)
    assert found == read(text)


@SLOW
@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.integers(0, 3000))
def test_cut_seeds(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    check(part, read(part))


@SLOW
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_shuffled_lines(text: str, order: random.Random) -> None:
    lines = text.splitlines()
    order.shuffle(lines)
    shuffled = "\n".join(lines)
    check(shuffled, read(shuffled, published=None))


@SLOW
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), max_size=12).map("\n".join))
def test_shuffled_words(text: str) -> None:
    check(text, read(text))


@SLOW
@given(
    st.text(
        st.one_of(
            st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
            st.sampled_from(" \n.،؟!\"“”«»()[]:-…/'0159ab\u200f\u0640\u064e"),
        ),
        max_size=300,
    )
)
def test_random_arabic(text: str) -> None:
    check(text, read(text))


@SLOW
@given(st.text(max_size=200).map(lambda t: t.replace("\r", "\n")))
def test_any_text(text: str) -> None:
    check(text, read(text))


def test_a_changed_text_keeps_no_id_and_the_same_text_keeps_all() -> None:
    first, again, other = (to_dict(read(t)) for t in (SEEDS[0], SEEDS[0], SEEDS[0] + "\nسطر جديد"))
    ids = [{r["id"] for r in (*d["statements"], *d["events"])} for d in (first, again, other)]
    assert ids[0] == ids[1]
    assert not ids[0] & ids[2]
