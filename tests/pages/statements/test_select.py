from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import Modality, QuoteKind
from app.errors import QueryError
from app.languages.ar.normalise import fold
from app.pages.statements.query import FACETS, LONGEST, SORTS, StatementsQuery
from app.pages.statements.records import Statement
from app.pages.statements.select import everything, load, page_of
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
        "chain": str(min(len(said.chain), LONGEST)),
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


def names(said: Statement, lang: str) -> dict[str, str]:
    """What a statement is put in order by."""
    orders = {"quote": [*map(str, QuoteKind)], "modality": [*map(str, Modality)]}
    found = {name: value(said, name) or "" for name in FACETS}
    found |= {name: str(order.index(found[name])) for name, order in orders.items()}
    for name, who in (("speaker", said.speaker), ("outlet", said.outlet)):
        if who:
            found[name] = fold(who.name_ar).strip() if lang == "ar" else who.name_en.casefold()
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("sort", [name for name in SORTS if name.removeprefix("-") != "day"])
def test_the_list_is_in_the_order_of_a_column_and_pages_follow(
    session: Session, sort: str, lang: str
) -> None:
    by_day = [said.id for said in everything(session, StatementsQuery())]
    whole = list(everything(session, StatementsQuery(sort=sort), lang))
    assert sorted(said.id for said in whole) == sorted(by_day)
    column = [names(said, lang)[sort.removeprefix("-")] for said in whole]
    assert column == sorted(column, reverse=sort.startswith("-"))
    for _, together in groupby(whole, key=lambda said: value(said, sort.removeprefix("-"))):
        days = [by_day.index(said.id) for said in together]
        assert days == sorted(days)
    query, turned = StatementsQuery(sort=sort, limit=9), list[str]()
    while True:
        page = load(session, query, lang)
        turned += [said.id for said in page.listed]
        if not page.after:
            break
        query = query.with_(after=page.after)
    assert turned == [said.id for said in whole]


def test_the_latest_first_and_the_undated_still_last(session: Session) -> None:
    query, turned = StatementsQuery(sort="-day", limit=7), list[Statement]()
    while True:
        page, listed = page_of(session, query)
        turned += listed
        if not page.after:
            break
        query = query.with_(after=page.after)
    assert [said.id for said in turned] == [said.id for said in everything(session, query.with_())]
    days = [said.earliest or said.latest for said in turned]
    dated = [day for day in days if day]
    assert days[: len(dated)] == dated == sorted(dated, reverse=True)
    assert len({said.id for said in turned}) == len(list(everything(session, StatementsQuery())))


def test_the_page_before_begins_where_it_did(session: Session) -> None:
    first, _ = page_of(session, StatementsQuery(sort="speaker", limit=5))
    second, shown = page_of(session, StatementsQuery(sort="speaker", limit=5, after=first.after))
    third, _ = page_of(session, StatementsQuery(sort="speaker", limit=5, after=second.after))
    assert (first.before, second.before) == (None, "")
    assert third.before == first.after
    assert page_of(session, StatementsQuery(sort="speaker", limit=5, after=third.before))[1] == shown


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
