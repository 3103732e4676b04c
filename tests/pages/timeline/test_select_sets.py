"""Over random stores and random questions the index answers as looking at every record would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app import db
from app.domain.records import EventStatus, EventType, Modality
from app.errors import IndexStaleError
from app.index.read import current
from app.index.write import rebuild, reindex
from app.models import EventRow, IndexStateRow, StatementRow
from app.pages.timeline import select
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Facts
from app.web.labels import CERTAINTIES
from tests.support import corpus, oracle, stores

DAYS = (
    "2014",
    "2015",
    "2016",
    "2015-09",
    "2015-02",
    "2015-06-11",
    "2015-09-30",
    "1948-06",
    "1990",
    "2014-12-31",
)
ACTORS = (*corpus.STATES, "person-ru", "military-us", "organisation-il", "person-none", "paper-a", "nobody")


def some(values: Any, most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([str(v) for v in values]), max_size=most, unique=True).map(
        lambda chosen: tuple(sorted(chosen))
    )


def maybe(*values: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, None, *values])


def window(pair: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """Ends in order, so that the window does not end before it begins."""
    since, to = pair
    if since and to:
        first, last = TimelineQuery(since=since).window[0], TimelineQuery(to=to).window[1]
        if first and last and first > last:
            return to, since
    return pair


QUERIES = st.builds(
    lambda ends, **rest: TimelineQuery(since=ends[0], to=ends[1], **rest),
    ends=st.tuples(maybe(*DAYS), maybe(*DAYS)).map(window),
    actor=some(ACTORS, 3),
    match=st.sampled_from(["any", "all", "only"]),
    kind=maybe("event", "statement"),
    type=some(list(EventType)[:2]) | some([EventType.MEETING, EventType.AIRSTRIKE]),
    status=some(EventStatus),
    modality=some(Modality),
    outlet=some(corpus.OUTLETS),
    article=some(["a1", "a2", "none"]),
    place=some(corpus.PLACES),
    certainty=maybe(*CERTAINTIES),
    evidence=maybe(*corpus.EVIDENCE),
    order=st.sampled_from(["event", "published"]),
)


def ordered(query: TimelineQuery) -> bool:
    first, last = query.window
    return first is None or last is None or first <= last


#: Most questions with many filters find nothing; these have few.
FEW: st.SearchStrategy[TimelineQuery] = st.builds(
    lambda query, kept: TimelineQuery(**{name: getattr(query, name) for name in kept}),
    QUERIES,
    st.lists(st.sampled_from(TimelineQuery.__slots__), max_size=4, unique=True),
).filter(ordered)


@pytest.mark.usefixtures("database")
@pytest.mark.slow
@profile(max_examples=15)
@given(seed=st.integers(0, 10**6), queries=st.lists(QUERIES | FEW, min_size=4, max_size=8))
def test_sets_counts_and_order_are_those_of_a_plain_look(seed: int, queries: list[TimelineQuery]) -> None:
    with corpus.indexed(seed, 10) as engine, db.reading(engine) as session:
        told = oracle.records(session)
        for query in (TimelineQuery(), *queries):
            same(session, told, query)


def same(session: Session, told: list[oracle.Told], query: TimelineQuery) -> None:
    wanted = [each for each in told if oracle.fits(each, query)]
    records = list(select.everything(session, query))
    assert sorted(r.public_id for r in records) == sorted(each.public_id for each in wanted)
    facts = select.load(session, query)
    in_order(records, {each.public_id: each for each in wanted}, query)
    counts(facts, told, wanted, query)
    pages(session, query, [r.public_id for r in records if bool(r.day) != (query.certainty == "undated")])


def in_order(records: list[Any], wanted: dict[str, oracle.Told], query: TimelineQuery) -> None:
    def key(record: Any) -> tuple[bool, int]:
        each = wanted[record.public_id]
        return not each.day, each.published if query.order == "published" else each.day

    keys = [key(record) for record in records]
    assert keys == sorted(keys)


def counts(facts: Facts, told: list[oracle.Told], wanted: list[oracle.Told], query: TimelineQuery) -> None:
    totals = facts.totals
    assert (totals.events, totals.statements) == tuple(
        sum(each.kind == kind for each in wanted) for kind in ("event", "statement")
    )
    assert totals.undated == sum(not each.day for each in wanted)
    assert totals.articles == len({article for each in wanted for article in each.articles})
    days = [each.day for each in wanted if each.day]
    ends = (totals.first, totals.last)
    assert tuple(end and end.toordinal() for end in ends) == (
        min(days, default=None),
        max(days, default=None),
    )
    but = {
        name: [t for t in told if oracle.fits(t, query, name)] for name in (*facts.choices, "actor", "outlet")
    }
    for name, choices in facts.choices.items():
        assert choices == oracle.counted(but[name], name)
    assert {f.slug: f.count for f in facts.outlets} == oracle.counted(but["outlet"], "outlet")
    states = {slug: sum(slug in each.states for each in but["actor"]) for slug in corpus.STATES}
    assert {f.slug: f.count for f in facts.states} == {slug: n for slug, n in states.items() if n}
    actors = {f.slug: f.count for f in facts.actors}
    assert actors == {
        slug: n
        for slug in {slug for each in told for slug, _ in each.parties}
        if (n := sum(any(slug == who for who, _ in each.parties) for each in but["actor"]))
    }


def pages(session: Session, query: TimelineQuery, whole: list[str]) -> None:
    """The list in pages of three is the whole list."""
    seen: list[str] = []
    after: str | None = None
    while True:
        page = select.load(session, query.with_(limit=3, after=after))
        seen += [record.public_id for record in page.listed]
        after = page.next_key
        if after is None:
            break
    assert seen == whole


def test_sets_read_again_after_a_change_are_those_of_a_fresh_reader(tmp_path: Path, database: str) -> None:
    """The shared index, brought forward change by change, equals one loaded anew."""
    engine = stores.empty(tmp_path)
    with db.transaction(engine) as session:
        made = corpus.Corpus(session, 7)
        made.fill()
        rebuild(session)
    for _ in range(5):
        with db.reading(engine) as session:
            old = current(session)
            facets = ("kind", "type", "status", "actor", "state", "day", "published", "outlet", "all")
            held = {(f, v.value): old.set(f, v.value) for f in facets for v in old.values(f)}
            sizes = {name: len(keys) for name, keys in held.items()}
        with db.transaction(engine) as session:
            made.session = session
            made.article()
            rest(session)
        assert {name: len(keys) for name, keys in held.items()} == sizes, "a set in use was changed"
        with db.reading(engine) as session:
            now = current(session)
            assert now.index.generation > old.index.generation
            for facet in facets:
                for value in now.values(facet):
                    assert len(now.set(facet, value.value)) == value.records


def rest(session: Session) -> None:
    """Tell the index of everything: what did not change costs nothing but the look."""
    reindex(session, corpus.ids(session, EventRow), corpus.ids(session, StatementRow))


def test_an_index_of_other_rules_is_not_read(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with db.transaction(engine) as session:
        session.execute(sa.update(IndexStateRow).values(version="0"))
    with db.reading(engine) as session, pytest.raises(IndexStaleError, match="reindex"):
        current(session)
