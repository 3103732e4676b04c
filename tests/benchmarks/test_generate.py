"""The generated corpus: the same every time, true to the format, and as it says it is."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest

from app import db
from app.index.check import differences
from app.ingest.transfer.checking import check_article
from app.ingest.transfer.dump import dump
from app.ingest.transfer.files import write_lines
from app.ingest.transfer.lines import ArticleLine, decode, encode
from app.ingest.transfer.load import load
from app.ingest.transfer.rows import profiles
from tests.benchmarks.generate import lines
from tests.support import stores


@pytest.fixture(scope="module")
def articles() -> list[ArticleLine]:
    return [cast("ArticleLine", decode(raw)) for raw in islice(lines(2_000), 1, None)]


def test_every_line_keeps_to_the_format(articles: list[ArticleLine]) -> None:
    for article in articles:
        check_article(article)
        profiles(article)
        for statement in article["statements"]:
            words = [article["text"][e["start"] : e["end"]] for e in statement["evidence"]]
            assert words[-1] == statement["content"]


def test_the_first_events_are_the_same_however_many_follow() -> None:
    few, many = (list(islice(lines(n), 1, 4)) for n in (20, 1_000))
    assert few[:2] == many[:2]
    told = [cast("ArticleLine", decode(raw))["tellings"] for raw in (few[2], many[2])]
    assert (len(told[0]), len(told[1])) == (4, 8)
    assert [t["id"] for t in told[0]] == [t["id"] for t in told[1][:4]]


def test_it_is_as_it_says(articles: list[ArticleLine]) -> None:
    tellings = [t for article in articles for t in article["tellings"]]
    parties = Counter(p["actor"] for t in tellings for p in t["participants"])
    spans = [(t["earliest"], t["latest"]) for t in tellings]
    assert (len(articles), len(tellings)) == (250, 2_000)
    assert 1.6 < parties.total() / len(tellings) < 1.75
    assert 300 < len(parties) <= 400
    assert parties.most_common(1)[0][0] == "ru"
    assert 0.06 < sum(first is None for first, _ in spans) / len(spans) < 0.10
    assert all(first.year >= 2010 and first <= last for first, last in spans if first and last)
    assert all(len(article["paragraphs"]) == 6 for article in articles)
    assert 430 < sum(len(article["text"].split()) for article in articles) / len(articles) < 540


@pytest.mark.parametrize("count", [1, 9, 60])
def test_a_round_trip_gives_the_same_bytes(count: int, tmp_path: Path) -> None:
    first, again = tmp_path / "first.jsonl", tmp_path / "again.jsonl"
    write_lines(str(first), lines(count))
    exports = []
    for n in range(2):
        (folder := tmp_path / str(n)).mkdir()
        engine = stores.empty(folder)
        list(load(engine, str(again if n else first), stores.clock))
        write_lines(str(again), dump(engine))
        exports.append(again.read_bytes())
        with db.reading(engine) as session:
            assert list(differences(session)) == []
    assert exports[0] == exports[1]
    given, back = (data.splitlines()[1:] for data in (first.read_bytes(), exports[0]))
    assert set(map(_by_place, given)) == set(map(_by_place, back))


def _by_place(raw: bytes) -> bytes:
    """An article with everything in it in order of place, as an export has it."""
    line: Any = decode(raw)
    for name in ("statements", "tellings"):
        line[name].sort(key=lambda part: part["start"])
        for part in line[name]:
            part["evidence"].sort(key=lambda e: e["start"])
            part.update({key: part.pop(key) for key in sorted(part)})
    line.update({key: line.pop(key) for key in sorted(line)})
    return encode(line)
