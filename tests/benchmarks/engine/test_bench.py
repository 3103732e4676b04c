"""The bench itself: it counts right, and goes on without a tool that is not to be had."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.engine import __main__ as bench
from tests.benchmarks.engine import contestants, peers
from tests.benchmarks.engine.contestants import Article, Round

ARTICLES = [Article("a.txt", "التقيا يوم الأحد 3 يناير 2016 في عمان", "2016-01-04")]
ROUND = Round(100.0, 400.0, 0.5, 60.0, [["2016-01-03", "2016-01-05"]])


def test_rows_hold_medians_and_hits() -> None:
    rounds = [ROUND, Round(300.0, 600.0, 0.7, 80.0, None), Round(200.0, 500.0, 0.6, 70.0, None)]
    row = bench.row("ours", rounds, ARTICLES, {"a.txt": Counter({"2016-01-03": 1})})
    assert (row.words_per_second, row.again, row.start_up, row.peak_mb) == (200.0, 500.0, 0.6, 70.0)
    assert (row.dates, row.right) == (2, 1)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ({"2016-01-03": 2}, ["2016-01-03"], 1),
        ({"2016-01": 1}, ["2016-01-17"], 1),
        ({"2016-01-03": 1}, ["2016-01"], 0),
        ({"2016-01-03": 1}, ["2016-01-03", "2016-01-03"], 1),
        ({}, ["2016-01-03"], 0),
    ],
)
def test_a_value_counts_once(wanted: dict[str, int], found: list[str], right: int) -> None:
    assert bench.hits(Counter(wanted), found) == right


def test_a_tool_that_cannot_be_had_is_said_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contestants, "tasalsul", lambda articles, stages: ROUND)
    monkeypatch.setattr(contestants, "dateparser", lambda articles: ROUND)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    rounds, missing = bench.race(ARTICLES, 2)
    assert list(rounds) == ["Tasalsul, whole reading", "Tasalsul, dates only", "dateparser.search"]
    assert missing == {"HeidelTime": "no java on this machine"}
    rows = [bench.row(name, done, ARTICLES, {}) for name, done in rounds.items()]
    assert bench.table(rows, missing, 1, "1 article").count("not measured: no java") == 1


def test_an_install_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "FOLDER", tmp_path / "bench")
    with pytest.raises(peers.UnavailableError, match="cannot be installed"):
        peers._pip(tmp_path / "no-such-python", "dateparser")


def test_a_contestant_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(peers.UnavailableError, match="no such article"):
        contestants._run(["/bin/sh", "-c", "echo no such article >&2; exit 3"], tmp_path)
