from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.errors import QueryError
from app.pages.statements.query import FACETS, StatementsQuery
from app.pages.statements.records import Statement
from app.pages.statements.select import everything, load
from tests.support import stores


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[Engine]:
    engine = stores.filled(tmp_path_factory.mktemp("select"))
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def session(store: Engine) -> Iterator[Session]:
    with db.reading(store) as made:
        yield made


def value(said: Statement, facet: str) -> str | None:
    """What a statement is filed under, read from the statement itself."""
    values = {
        "speaker": said.speaker.slug,
        "verb": said.lemma,
        "quote": said.quote,
        "modality": said.modality,
        "outlet": said.outlet.slug if said.outlet else None,
    }
    return values[facet]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_filters_and_counts_are_those_of_a_plain_loop(session: Session, data: st.DataObject) -> None:
    every = list(everything(session, StatementsQuery()))
    chosen = {
        facet: tuple(data.draw(st.sets(st.sampled_from(sorted(there)), max_size=2), label=facet))
        for facet in FACETS
        if (there := {value(said, facet) or "" for said in every} - {""})
    }
    found = load(session, StatementsQuery(limit=200, **chosen))  # type: ignore[arg-type]

    def fits(said: Statement, but: str | None = None) -> bool:
        return all(f == but or not wanted or value(said, f) in wanted for f, wanted in chosen.items())

    assert [said.id for said in found.listed] == [said.id for said in every if fits(said)]
    for facet in FACETS:
        for each in found.facets[facet]:
            here = [said for said in every if value(said, facet) == each.value and fits(said, but=facet)]
            assert each.count == len(here)


def test_a_passage_holds_the_whole_statement(session: Session) -> None:
    for said in everything(session, StatementsQuery()):
        quoted = [mark for mark in said.marks if mark.layer in ("content", "quoted")]
        assert quoted
        for mark in quoted:
            assert said.start <= mark.start < mark.end <= said.start + len(said.text)


def test_a_value_chosen_is_offered_even_if_nothing_has_it(session: Session) -> None:
    found = load(session, StatementsQuery(speaker=("nobody",)))
    assert (found.found, found.listed, found.after) == (0, (), None)
    assert [each.count for each in found.facets["speaker"] if each.value == "nobody"] == [0]


@pytest.mark.parametrize("cursor", ["1", "x.y", "1.2.3", "99999999.1", "-1.2", f"1.{'9' * 20}"])
def test_a_place_that_no_page_gave_out_is_refused(session: Session, cursor: str) -> None:
    with pytest.raises(QueryError):
        load(session, StatementsQuery(after=cursor))
