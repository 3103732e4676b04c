"""The commands that only read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from app.settings import ROOT, SEEDS
from tests.support.command import SEED, Run


def test_morph_tells_which_analyser_reads(tasalsul: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tasalsul("morph", "show").out.startswith("news (")
    monkeypatch.setenv("TASALSUL_MORPHOLOGY", "nowhere.db")
    for command in (["morph", "show"], ["extract", str(SEED)]):
        ran = tasalsul(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "TASALSUL_MORPHOLOGY" in ran.err
        assert "nowhere.db" in ran.err


def test_explain_writes_a_page_or_to_the_terminal(tasalsul: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert tasalsul("explain", "--html", str(page), str(SEED)).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    shown = tasalsul("explain", str(SEED))
    assert SEED.name in shown.out
    assert tasalsul("explain", "--html", str(tmp_path / "no" / "page.html"), str(SEED)).code == 1


def test_another_language_is_said_and_left_unread(tasalsul: Run, tmp_path: Path) -> None:
    text = tmp_path / "persian.txt"
    text.write_text("وزیر خارجه روسیه گفت که مسکو میزبان گفتگوها خواهد بود و ایران نیز می‌آید.", "utf-8")
    ran = tasalsul("extract", str(text))
    found = json.loads(ran.out)
    assert ran.code == 0
    assert "persian.txt: not in Arabic" in ran.err
    assert (found["language"], found["actors"], found["events"]) == ("fa", [], [])


def test_extract_prints_one_object_a_line_and_touches_no_database(tasalsul: Run, tmp_path: Path) -> None:
    ran = tasalsul("extract", str(SEEDS))
    articles = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [a["file"] for a in articles] == sorted(path.name for path in SEEDS.glob("*.txt"))
    for article in articles:
        text = (SEEDS / article["file"]).read_text("utf-8")
        assert article["sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert all(text[p["start"] : p["end"]] == p["text"] for p in article["paragraphs"])
    assert list(tmp_path.glob("*.sqlite3*")) == []


def test_missing_sidecar_ends_with_1(tasalsul: Run) -> None:
    ran = tasalsul("extract", str(SEED), "--meta", "nowhere.toml")
    assert (ran.code, ran.out) == (1, "")
    assert "nowhere.toml" in ran.err


def test_evaluate_scores_an_annotation(tasalsul: Run) -> None:
    ran = tasalsul("evaluate", str(next((ROOT / "tests" / "gold").glob("000*.json"))))
    assert ran.code == 0
    assert "statements" in ran.out
