"""Common words are found by sets that were read once; later records are asked for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from app import db
from app.index import common, text
from app.index.common import has_common, keys_of_words, prepare
from app.index.read import Keys, Reader, current
from app.index.write import rebuild, reindex
from app.models import EventRow, StatementRow
from app.models.search import Words, keys_with
from tests.support import corpus, stores

COMMON = Words([["الوزير"]])
FORMS = Words([["الوزير"], ["غارة"], ["بروسيا"], ["nowhere"], ["قال", "بوتين"]])


@pytest.fixture
def engine(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(common, "FEW", 1)
    monkeypatch.setattr(common, "PIECE", 7)
    monkeypatch.setattr(common, "REST", 0)
    made = stores.empty(tmp_path)
    with db.transaction(made) as session:
        corpus.Corpus(session, 4).fill(articles=20)
        rebuild(session)
    with db.reading(made) as session:
        prepare(current(session))
    yield made
    made.dispose()


def looked_up(reader: Reader, words: Words) -> Keys:
    return Keys(keys_with(reader.session.connection(), [words])) & reader.all


def test_a_common_word_is_where_the_words_of_texts_have_it(engine: Engine) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        assert has_common(reader, COMMON)
        assert not has_common(reader, Words([["nowhere"], ["قال", "بوتين"]]))
        for words in (COMMON, FORMS, Words([["nowhere"]]), Words([["الوزي"]], prefix=True)):
            assert keys_of_words(reader, words) & reader.all == looked_up(reader, words)
        assert len(keys_of_words(reader, COMMON)) > common.PIECE


def test_a_set_is_used_without_another_look(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        there = looked_up(reader, COMMON)
        monkeypatch.setattr(common, "keys_with", lambda *_, **__: [])
        assert keys_of_words(reader, COMMON) & reader.all == there


@pytest.mark.parametrize("months", [0, 60])
def test_later_records_are_asked_for_the_word(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, months: int
) -> None:
    monkeypatch.setattr(common, "MONTHS", months)
    with db.reading(engine) as session:
        before = keys_of_words(current(session), COMMON)
    with db.transaction(engine) as session:
        drawn = corpus.Corpus(session, 9)
        drawn._made = 1_000
        for _ in range(12):
            drawn.article()
        session.flush()
        reindex(session, corpus.ids(session, EventRow), corpus.ids(session, StatementRow))
    with db.reading(engine) as session:
        reader = current(session)
        assert keys_of_words(reader, COMMON) & reader.all == looked_up(reader, COMMON)
        assert len(keys_of_words(reader, COMMON)) > len(before)


def test_sets_do_not_outlive_a_rebuilt_index(engine: Engine) -> None:
    with db.transaction(engine) as session:
        rebuild(session)
    with db.reading(engine) as session:
        assert not has_common(current(session), COMMON)


def test_few_records_are_searched_at_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "FEW", 5_000)
    with db.reading(engine) as session:
        prepare(current(session))
        assert not has_common(current(session), COMMON)


def test_no_more_sets_are_kept_than_there_is_room_for(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "MOST_BYTES", 1)
    with db.reading(engine) as session:
        prepare(current(session))
        assert not has_common(current(session), COMMON)


@pytest.mark.parametrize("question", ["الوزير", "الوزير غارة", "وزير دمشق", '"غارة على دمشق"', "الوزي*"])
def test_a_question_finds_the_same_with_and_without_the_sets(engine: Engine, question: str) -> None:
    with db.reading(engine) as session:
        reader = current(session)
        wanted = text.sought(reader, question)
        found = text._filed(reader, wanted)
        common._held.clear()
        assert text._filed(reader, wanted) & reader.all == found & reader.all
