"""The queries over the annotated articles: sets, order, pages, counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.index.gather import acts_for_its_state
from app.models import ActorRow, ArticleRow, EventRow, ParticipantRow, StatementRow, TellingRow
from app.pages.timeline import select, select_facets, select_records, select_tellings
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from tests.support import stores


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[Engine]:
    made = stores.filled(tmp_path_factory.mktemp("timeline"))
    yield made
    made.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as made:
        yield made


def found(session: Session, **filters: object) -> list[Record]:
    return list(select.everything(session, TimelineQuery(**filters)))  # type: ignore[arg-type]


def test_nothing_is_lost_without_filters(session: Session) -> None:
    events = session.scalar(sa.select(sa.func.count()).select_from(EventRow))
    statements = session.scalar(sa.select(sa.func.count()).select_from(StatementRow))
    kinds = [record.kind for record in found(session)]
    assert (kinds.count("event"), kinds.count("statement")) == (events, statements)


def test_the_dated_come_in_order_and_the_undated_last(session: Session) -> None:
    days = [record.day for record in found(session)]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days == dated + [0] * (len(days) - len(dated))


def test_a_state_takes_part_through_its_members(session: Session) -> None:
    for record in found(session, actor=("ru",)):
        assert any(party.slug == "ru" or party.lane == "ru" for party in record.parties)
    members = session.scalars(
        sa.select(EventRow.public_id).join(ParticipantRow).join(ActorRow).where(ActorRow.lane == "ru")
    )
    assert set(members) <= {record.public_id for record in found(session, actor=("ru",))}


def test_newspapers_and_institutes_do_not_act_for_their_state(session: Session) -> None:
    alone = {"media", "organisation"}
    at_home = set(session.scalars(sa.select(ActorRow.kind).where(ActorRow.lane.is_not(None))))
    assert alone <= {kind.value for kind in at_home}
    acting = set(session.scalars(sa.select(ActorRow.kind).where(acts_for_its_state())))
    assert {"country", "person", "military"} <= {kind.value for kind in acting}
    assert alone.isdisjoint(kind.value for kind in acting)


def test_any_is_the_union_and_all_the_intersection(session: Session) -> None:
    def ids(**filters: object) -> set[str]:
        return {record.public_id for record in found(session, **filters)}

    one, other = ids(actor=("ru",)), ids(actor=("il",))
    assert ids(actor=("il", "ru")) == one | other
    assert ids(actor=("il", "ru"), match="all") == one & other


def test_a_window_takes_what_overlaps_it_and_knows_no_more_of_open_sides_than_the_text(
    session: Session,
) -> None:
    inside = found(session, since="2015-09", to="2015-10")
    assert inside
    for record in inside:
        first, last = record.earliest or record.latest, record.latest or record.earliest
        assert first
        assert last
        assert (last.year, last.month) >= (2015, 9)
        assert (first.year, first.month) <= (2015, 10)
    late = found(session, since="2021")
    assert all((record.latest or record.earliest).year >= 2021 for record in late)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("filters", "kind", "field", "value"),
    [
        ({"type": ("meeting",)}, "event", "type", "meeting"),
        ({"status": ("denied",)}, "event", "state", "denied"),
        ({"modality": ("denied",)}, "statement", "state", "denied"),
        ({"kind": "statement"}, "statement", "kind", "statement"),
    ],
)
def test_vocabularies_filter_their_own_kind(
    session: Session, filters: dict[str, object], kind: str, field: str, value: str
) -> None:
    chosen = found(session, **filters)
    assert chosen
    assert {(record.kind, getattr(record, field)) for record in chosen} == {(kind, value)}


@pytest.mark.parametrize("certainty", ["day", "month", "approximate", "undated"])
def test_certainty_of_events_and_statements_is_told_and_filtered_alike(
    session: Session, certainty: str
) -> None:
    chosen = found(session, certainty=certainty)
    assert chosen
    assert {record.certainty for record in chosen} == {certainty}
    everything = [record for record in found(session) if record.certainty == certainty]
    assert len(everything) == len(chosen)


def test_the_text_is_looked_for_with_letters_folded_unless_exact(session: Session) -> None:
    folded, plain = found(session, q="الأسد"), found(session, q="الاسد")
    assert {record.public_id for record in folded} == {record.public_id for record in plain}
    exact = found(session, q="الاسد", exact=True)
    assert 0 < len(exact) < len(folded)


def test_orders_hold_the_same_set(session: Session) -> None:
    by_event = select.load(session, TimelineQuery(limit=200))
    by_paper = select.load(session, TimelineQuery(limit=200, order="published"))
    assert {r.public_id for r in by_event.listed} == {r.public_id for r in by_paper.listed}
    days = [r.published for r in by_paper.listed if r.published]
    assert days == sorted(days)


@pytest.mark.parametrize("order", ["event", "published"])
@pytest.mark.parametrize("limit", [1, 7])
def test_pages_by_key_leave_no_gap_and_repeat_nothing(session: Session, order: str, limit: int) -> None:
    whole = [r.public_id for r in select.load(session, TimelineQuery(limit=200, order=order)).listed]
    seen: list[str] = []
    after: str | None = None
    while True:
        page = select.load(session, TimelineQuery(limit=limit, order=order, after=after))
        seen += [record.public_id for record in page.listed]
        after = page.next_key
        if after is None:
            break
    assert seen == whole


def test_totals_are_those_of_the_set(session: Session) -> None:
    for query in (TimelineQuery(), TimelineQuery(actor=("il",)), TimelineQuery(since="2021")):
        records = list(select.everything(session, query))
        totals = select.load(session, query).totals
        assert totals.records == len(records)
        assert totals.undated == sum(not record.day for record in records)


def test_counts_beside_states_are_what_filtering_gives(session: Session) -> None:
    for facet in select.load(session, TimelineQuery(kind="event")).states:
        assert facet.count == len(found(session, kind="event", actor=(facet.slug,)))


def test_counts_beside_outlets_are_what_filtering_gives(session: Session) -> None:
    for facet in select.load(session, TimelineQuery()).outlets:
        assert facet.count == len(found(session, outlet=(facet.slug,)))


def test_a_relaxed_filter_is_named_with_what_it_hides(session: Session) -> None:
    facts = select.load(session, TimelineQuery(since="1990", to="1991", actor=("ru",)))
    assert facts.totals.records == 0
    assert facts.relaxed == (("from", len(found(session, actor=("ru",)))),)


def test_actors_are_found_by_name_in_either_language(session: Session) -> None:
    assert select_facets.slugs_of(session, ["روسيا", "ISRAEL", "ru", "nobody"]) == {
        "روسيا": "ru",
        "ISRAEL": "il",
    }


def test_an_event_is_found_by_the_id_of_any_of_its_tellings(session: Session) -> None:
    for telling, owner in session.execute(sa.select(TellingRow.public_id, EventRow.public_id).join(EventRow)):
        record = select_records.one(session, telling)
        assert record is not None
        assert record.public_id == owner
    assert select_records.one(session, "nothing") is None


def test_passages_are_the_words_of_the_article(session: Session) -> None:
    rows = session.execute(sa.select(ArticleRow.public_id, ArticleRow.text))
    texts = {row.public_id: row.text for row in rows}
    for record in found(session)[:20]:
        tellings = select_tellings.tellings(session, record)
        assert tellings
        for telling in tellings:
            assert texts[telling.article][telling.start :].startswith(telling.text)
            assert all(start < end for start, end in telling.marks)


@pytest.mark.parametrize(
    "query", [TimelineQuery(), TimelineQuery(actor=("ru",)), TimelineQuery(since="2015")]
)
def test_the_number_of_queries_does_not_grow_with_the_view(engine: Engine, query: TimelineQuery) -> None:
    asked: list[str] = []

    def count(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", count)
    try:
        with Session(engine) as session:
            select.load(session, query)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert len(asked) <= 32


def test_the_open_record_has_its_neighbours_in_order(session: Session) -> None:
    dated = [record.public_id for record in found(session) if record.day]
    for n in (0, 1, len(dated) // 2, len(dated) - 1):
        around = select.load(session, TimelineQuery(event=dated[n])).around
        assert around == (dated[n - 1] if n else None, dated[n + 1] if n + 1 < len(dated) else None)


def test_neighbours_follow_the_filters(session: Session) -> None:
    events = [record.public_id for record in found(session, kind="event") if record.day]
    around = select.load(session, TimelineQuery(kind="event", event=events[1])).around
    assert around == (events[0], events[2])


def test_with_a_record_open_the_list_begins_with_its_month(session: Session) -> None:
    dated = [record for record in found(session) if record.day]
    chosen = dated[-1]
    listed = select.load(session, TimelineQuery(event=chosen.public_id, limit=200)).listed
    month = date.fromordinal(chosen.day).replace(day=1)
    assert [record.public_id for record in listed] == [
        record.public_id for record in dated if record.day >= month.toordinal()
    ]
    from_the_beginning = TimelineQuery(event=chosen.public_id, after="0.0")
    assert select.load(session, from_the_beginning).listed[0] == dated[0]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_the_open_record_is_on_the_first_page_however_full_its_month(session: Session, limit: int) -> None:
    for chosen in [record for record in found(session) if record.day]:
        listed = select.load(session, TimelineQuery(event=chosen.public_id, limit=limit)).listed
        assert chosen in listed
