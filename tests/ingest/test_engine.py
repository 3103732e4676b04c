"""The same word for the same rules: another file of them, another table or analyser, another word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import app
from app.domain.text import Metadata
from app.ingest import engine
from app.settings import MORPHOLOGY
from tests.support.articles import article


def test_every_change_of_the_rules_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ingest" / "temporal").mkdir(parents=True)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "__init__.py"))
    seen = []
    for name, text in [
        ("ingest/temporal/rules.py", "1"), ("ingest/temporal/rules.py", "2"), ("ingest/verbs.tsv", "1"),
        ("ingest/names.toml", "1"), ("ingest/notes.txt", "1"), ("other.py", "1"),
    ]:  # fmt: skip
        (tmp_path / name).write_text(text)
        engine._rules.cache_clear()
        seen.append(engine.engine_version())
    engine._rules.cache_clear()
    assert len(set(seen[:4])) == 4
    assert len(set(seen[3:])) == 1


def test_another_analyser_is_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = engine.engine_version()
    (tmp_path / "words.db").write_text("ALMOR")
    monkeypatch.setenv(MORPHOLOGY, str(tmp_path / "words.db"))
    assert engine.engine_version() != before


def test_an_input_is_its_text_its_name_and_what_is_known_of_it() -> None:
    one = article("one.txt")
    others = [
        article("two.txt"), replace(one, sha256="0" * 64), replace(one, meta=Metadata(outlet="elaph")),
        replace(one, meta=Metadata(published="2015")),
    ]  # fmt: skip
    assert len({engine.input_print(each) for each in (one, *others)}) == 5
    assert engine.input_print(one) == engine.input_print(article("one.txt"))
