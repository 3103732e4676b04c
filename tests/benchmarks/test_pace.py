"""The bench of the ingest: the same records by whatever hands, and a store that takes more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings import ROOT
from tests.benchmarks import pace
from tests.benchmarks.pace import Growth, Hands
from tests.benchmarks.timeline import stores


def test_two_processes_store_what_one_does(tmp_path: Path) -> None:
    one, two = pace.by_hands(tmp_path, 3, 1, cluster=False)
    assert (one.name, two.name) == ("1 process", "2 processes")
    assert one.print == two.print


def test_stores_of_every_size_take_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "FOLDER", tmp_path / "bench")
    built = {size: pace.kept(tmp_path, size) for size in (2, 6)}
    assert pace.kept(tmp_path, 6) == built[6]
    small, large = pace.growth(tmp_path, built, 1, 2, [str(ROOT / "seeds")])
    assert (small.articles, large.articles) == (2, 6)
    assert min(small.imported, large.imported, small.ingested, large.ingested, small.written) > 0


def test_ratios_are_those_of_a_round() -> None:
    told = pace.tables(
        [Hands("1 process", (10.0, 4.0), "ab"), Hands("2 processes", (18.0, 8.0), "ab")],
        [Growth(100, 20.0, 40.0, 50.0), Growth(1000, 21.0, 44.0, 50.0)],
    ).splitlines()
    assert told[3] == "| 2 processes | 13.0 | 1.90 | ab |"
    assert told[-1] == "| 1,000 | 21.0 | 1.05 | 44.0 | 1.10 | 50.0 | 1.00 |"


def test_a_written_article_comes_again_on_other_days_only() -> None:
    lines = [json.loads(line) for line in pace.rewritten([str(ROOT / "seeds")], 0, 60)]
    assert len({line["text"] for line in lines}) == len({line["id"] for line in lines}) == 60
    assert len({line["published"] for line in lines}) > 55
