"""The order of a whole list, forwards and backwards, over random stores."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.errors import QueryError
from app.index import order
from app.index.order import before, cursor, listed, place_of
from app.index.read import current
from app.index.write import rebuild
from tests.support import stores
from tests.support.corpus import Corpus


@settings(max_examples=4, suppress_health_check=list(HealthCheck), database=None)
@given(seed=st.integers(0, 10_000), by=st.sampled_from(["event", "published"]), limit=st.integers(1, 5))
def test_pages_cover_the_list_and_each_knows_the_one_before(seed: int, by: str, limit: int) -> None:
    with stores.temporary() as engine, Session(engine) as session:
        Corpus(session, seed).fill()
        rebuild(session)
        reader = current(session)
        whole = list(listed(reader, reader.all, by=by))
        assert sorted(key for _, key in whole) == list(reader.all)
        undated = [key < 1 << 24 for _, key in whole]
        assert undated == sorted(undated)
        begin, starts = None, [None]
        seen = []
        while page := list(islice(listed(reader, reader.all, begin, by=by), limit)):
            if begin is not None:
                assert before(reader, reader.all, begin, limit, by=by) == starts[-2]
            seen += page
            begin = page[-1]
            starts.append(begin)  # type: ignore[arg-type]
        assert seen == whole


@pytest.mark.parametrize("by", ["event", "published"])
def test_few_and_many_come_in_the_same_order(
    tmp_path: Path, database: str, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = stores.empty(tmp_path)
    with Session(engine) as session:
        Corpus(session, 5).fill()
        rebuild(session)
        reader = current(session)
        few = list(listed(reader, reader.all, by=by))
        monkeypatch.setattr(order, "FEW", 0)
        assert list(listed(reader, reader.all, by=by)) == few
        assert list(listed(reader, reader.all, few[7], by=by)) == few[8:]
    engine.dispose()


def test_a_place_comes_back_from_its_cursor() -> None:
    assert place_of(cursor((735_000, 1 << 30))) == (735_000, 1 << 30)
    assert place_of(None) is None


@pytest.mark.parametrize(
    "given", ["", "1", "1.2.3", "x.1", "1.x", "-1.2", "99999999.1", "1.9999999999999999999"]
)
def test_what_no_list_gave_out_is_refused(given: str) -> None:
    with pytest.raises(QueryError):
        place_of(given)
