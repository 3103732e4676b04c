from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.index import read
from app.index.order import first_and_last, page, published, told
from app.index.read import Keys, Reader, at_or_after, current, united
from app.index.window import dated, days_of, standing, undated
from app.index.write import rebuild
from tests.support import corpus, stores, web


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    made = stores.empty(tmp_path)
    with db.transaction(made) as session:
        corpus.Corpus(session, 4).fill(articles=20)
        rebuild(session)
    yield made
    made.dispose()


@pytest.fixture
def reader(engine: Engine) -> Iterator[Reader]:
    with db.reading(engine) as session:
        yield current(session)


def test_sets_have_the_sizes_that_are_told(reader: Reader) -> None:
    for facet in ("kind", "type", "actor", "state", "outlet", "published", "day"):
        values = reader.values(facet)
        assert values
        assert [each.records for each in values] == sorted((v.records for v in values), reverse=True)
        sets = reader.sets(facet, [each.value for each in values])
        assert all(len(sets[each.value]) == each.records for each in values)


@pytest.mark.parametrize("facet", ["kind", "actor", "outlet", "day"])
def test_values_are_counted_alike_by_entries_and_by_sets(
    reader: Reader, facet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = reader.set("kind", "event") & reader.set("state", corpus.STATES[0])
    by_entries = reader.counts(facet, keys)
    assert by_entries
    assert sum(each.records for each in reader.counts("kind", keys)) == len(keys)
    monkeypatch.setattr(read, "FEW", 0)
    assert reader.counts(facet, keys) == by_entries
    assert reader.counts(facet, reader.all) == reader.values(facet)


def test_what_nobody_has_is_an_empty_set(reader: Reader) -> None:
    assert not reader.set("actor", "nobody")
    assert not reader.union("actor", ["nobody", "no one"])
    assert reader.sets("actor", []) == {}


def test_sets_are_loaded_once(engine: Engine) -> None:
    def ask(session: Session) -> Keys:
        reader = current(session)
        return reader.set("kind", "event") & reader.union("state", corpus.STATES)

    with db.reading(engine) as session:
        first = ask(session)
    with db.reading(engine) as session, web.counting(engine) as sent:
        assert ask(session) == first
    assert len(sent) == 1, "only the generation is asked for"


def test_room_is_made_by_letting_the_oldest_go(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_BYTES", 2_000)
    values = [each.value for each in reader.values("actor")]
    sizes = {value: len(reader.set("actor", value)) for value in values}
    assert sum(reader.index.sizes.values()) <= 2_000
    assert {value: len(reader.set("actor", value)) for value in values} == sizes


def test_a_recent_answer_is_kept_and_an_old_one_goes(reader: Reader) -> None:
    made: list[int] = []

    def answer(n: int) -> int:
        made.append(n)
        return n

    for n in (1, 2, 1, 3, 1):
        assert reader.recent("test", n, lambda n=n: answer(n), most=2) == n  # type: ignore[misc]
    assert made == [1, 2, 3, 1]
    assert [reader.has("test", n) for n in (1, 2, 3)] == [True, False, True]
    assert not reader.has("another", 1)


def test_days_and_the_undated_are_all_there_is(reader: Reader) -> None:
    assert sum(days_of(reader).values()) == len(dated(reader.all))
    assert dated(reader.all) | undated(reader.all) == reader.all
    first, last = first_and_last(reader, reader.all) or (0, 0)
    assert [first, last] == [min(days_of(reader)), max(days_of(reader))]
    assert standing(reader, first, last) == dated(reader.all)
    assert len(standing(reader, first + 1, last)) == len(dated(reader.all)) - days_of(reader)[first]


def test_orders_hold_every_key_once(reader: Reader) -> None:
    for order in (told, published):
        places = list(order(reader, reader.all))
        assert places == sorted(places)
        assert Keys(key for _, key in places) == reader.all
        assert list(order(reader, reader.all, places[4])) == places[5:]


@pytest.mark.parametrize("by", ["event", "published"])
def test_pages(reader: Reader, by: str) -> None:
    whole = page(reader, reader.all, 1000, by=by)
    assert page(reader, reader.all, 5, by=by) == whole[:5]
    assert page(reader, reader.all, 5, after=whole[7], by=by) == whole[8:13]
    assert page(reader, Keys(), 5, by=by) == []


def test_the_next_key() -> None:
    keys = Keys([3, 1 << 40])
    assert [at_or_after(keys, key) for key in (0, 3, 4, (1 << 40) + 1)] == [3, 3, 1 << 40, None]
    assert united([]) == Keys()
