"""One article one transaction; one event many tellings; nothing depends on the order of coming."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from app import db
from app.domain.records import DatedWords, Event, EventType, Extraction
from app.domain.text import Metadata, RawArticle
from app.domain.time import DateSpan
from app.ingest import pipeline, store
from app.ingest.storing.outcome import Result
from app.models import (
    ActorRow,
    AliasRow,
    ArticleRow,
    Base,
    ChangeRow,
    EventRow,
    HolderRow,
    IngestArticleRow,
    IngestRunRow,
    LinkRow,
    StatementRow,
    TellingRow,
)
from tests.support import gold, stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Engine:
    return stores.empty(tmp_path)


@pytest.fixture(scope="module")
def five() -> tuple[Extraction, ...]:
    return gold.extractions()


def reworded(extraction: Extraction) -> Extraction:
    """The same article after an editor added a line at its end: another text, other ids."""
    document = extraction.document
    text = document.text + "\nسطر أضيف لاحقا."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    old = [s.id for s in extraction.statements] + [e.id for e in extraction.events]
    ids = {id_: f"{sha256[:6]}{id_[6:]}" for id_ in old}
    return replace(
        extraction,
        document=replace(document, text=text, sha256=sha256),
        statements=tuple(replace(s, id=ids[s.id]) for s in extraction.statements),
        events=tuple(
            replace(
                e,
                id=ids[e.id],
                claimed_by=ids.get(e.claimed_by or ""),
                part_of=ids.get(e.part_of or ""),
                precedes=tuple(ids[p] for p in e.precedes),
            )
            for e in extraction.events
        ),
    )


def redated(event: Event, day: date) -> Event:
    return replace(event, date=DatedWords(DateSpan(day.isoformat(), day, day), None, "test"))


def test_every_stored_span_is_its_text(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    texts = {x.document.sha256: x.document.text for x in five}
    statements = Base.metadata.tables["statements"]
    tellings = Base.metadata.tables["tellings"]
    articles = Base.metadata.tables["articles"]
    checked = 0
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if not {"start", "end", "text"} <= set(table.c.keys()):
                continue
            rows = sa.select(articles.c.sha256, table.c.start, table.c.end, table.c.text)
            if "article_id" in table.c:
                rows = rows.join(table, table.c.article_id == articles.c.id)
            else:
                said, told = table.c.statement_id, table.c.telling_id
                article = sa.func.coalesce(statements.c.article_id, tellings.c.article_id)
                rows = rows.select_from(table).outerjoin(statements, statements.c.id == said)
                rows = rows.outerjoin(tellings, tellings.c.id == told)
                rows = rows.join(articles, articles.c.id == article)
            for sha256, start, end, text in connection.execute(rows):
                assert texts[sha256][start:end] == text
                checked += 1
    assert checked > 500


def test_same_article_again_changes_nothing(engine: Engine, five: Sequence[Extraction]) -> None:
    first = stores.put(engine, *five)
    before = stores.contents(engine)
    again = stores.put(engine, *five)
    assert {o.result for o in first} == {Result.ADDED}
    assert {o.result for o in again} == {Result.UNCHANGED}
    assert [o.article for o in again] == [o.article for o in first]
    assert stores.contents(engine) == before


def test_order_of_coming_does_not_matter(tmp_path: Path, engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    expected = stores.contents(engine)
    for seed in range(3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        other = stores.empty(folder)
        stores.put(other, *random.Random(seed).sample(five, len(five)))
        assert (seed, stores.contents(other)) == (seed, expected)


def test_changed_text_replaces_its_records_and_coming_back_restores_all(
    engine: Engine, five: Sequence[Extraction]
) -> None:
    stores.put(engine, *five)
    before = stores.contents(engine)
    for one in five:
        (changed,) = stores.put(engine, reworded(one))
        between = stores.contents(engine)
        (back,) = stores.put(engine, one)
        assert changed.result is back.result is Result.CHANGED
        assert changed.article == back.article
        assert between["articles"] != before["articles"]
        assert len(between["statements"]) == len(before["statements"])
        assert stores.contents(engine) == before


def test_same_words_in_a_changed_text_are_the_same_records(
    engine: Engine, five: Sequence[Extraction]
) -> None:
    stores.put(engine, five[0])
    (outcome,) = stores.put(engine, reworded(five[0]))
    assert outcome.changes == ()


def test_changed_records_are_told_apart(engine: Engine, five: Sequence[Extraction]) -> None:
    old = five[0]
    stores.put(engine, old)
    events = (redated(old.events[0], date(2015, 10, 6)), *old.events[2:])
    stores.put(engine, replace(old, events=events, statements=old.statements[:-1]))
    with db.reading(engine) as session:
        changes = session.scalars(sa.select(ChangeRow).order_by(ChangeRow.change)).all()
        line = session.scalars(sa.select(IngestArticleRow).order_by(IngestArticleRow.id.desc())).first()
    assert [(c.change, c.record) for c in changes] == [
        ("lost", "event"),
        ("lost", "statement"),
        ("re-dated", "event"),
    ]
    assert line is not None
    assert (line.added, line.changed, line.redated, line.lost) == (0, 0, 1, 2)
    redate = next(c for c in changes if c.change == "re-dated")
    assert "2015-10-07" in str(redate.before)
    assert "2015-10-06" in str(redate.after)


def test_same_text_under_another_name_is_not_stored_twice(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, five[0])
    before = stores.contents(engine)
    twin = replace(five[0], document=replace(five[0].document, name="copy.txt"))
    (outcome,) = stores.put(engine, twin)
    assert (outcome.result, outcome.detail) == (Result.DUPLICATE, five[0].document.name)
    assert stores.contents(engine) == before


def test_another_reading_of_the_same_text_replaces_the_old(
    engine: Engine, five: Sequence[Extraction]
) -> None:
    stores.put(engine, five[0])
    (outcome,) = stores.put(engine, replace(five[0], rules_version="2"))
    assert outcome.result is Result.CHANGED
    with db.reading(engine) as session:
        assert session.scalars(sa.select(ArticleRow.rules_version)).all() == ["2"]


def test_two_papers_one_event(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    with db.reading(engine) as session:
        told = session.scalars(
            sa.select(EventRow)
            .where(EventRow.tellings_count > 1)
            .options(selectinload(EventRow.tellings).selectinload(TellingRow.article))
        ).all()
    assert told
    for event in told:
        assert len({t.article.sha256 for t in event.tellings}) == event.tellings_count
        assert event.public_id in {t.public_id for t in event.tellings}
        assert 1 <= event.origins_count <= event.tellings_count


def test_an_event_keeps_its_id_when_a_later_article_tells_it_too(
    engine: Engine, five: Sequence[Extraction]
) -> None:
    by_date = sorted(five, key=lambda x: x.document.published.edtf or "")
    stores.put(engine, *by_date[:2])
    with db.reading(engine) as session:
        early = set(session.scalars(sa.select(EventRow.public_id)))
    stores.put(engine, *by_date[2:])
    with db.reading(engine) as session:
        assert early <= set(session.scalars(sa.select(EventRow.public_id)))


def test_a_story_withdrawn_by_one_paper_stays_with_the_other(
    engine: Engine, five: Sequence[Extraction]
) -> None:
    stores.put(engine, *five)
    with db.reading(engine) as session:
        shared = session.scalars(sa.select(EventRow).where(EventRow.origins_count > 1)).first()
        assert shared is not None
        tellings = session.scalars(
            sa.select(TellingRow)
            .where(TellingRow.event_id == shared.id)
            .options(selectinload(TellingRow.article))
        ).all()
    gone = tellings[0].article.sha256
    left = {t.public_id for t in tellings if t.article.sha256 != gone}
    withdrawn = next(x for x in five if x.document.sha256 == gone)
    stores.put(engine, replace(withdrawn, events=()))
    with db.reading(engine) as session:
        events = session.scalars(
            sa.select(EventRow).join(TellingRow).where(TellingRow.public_id.in_(left)).distinct()
        ).all()
        beside = session.scalars(
            sa.select(ChangeRow.beside).where(
                ChangeRow.change == "lost",
                ChangeRow.public_id.in_({t.public_id for t in tellings if t.public_id not in left}),
            )
        ).all()
    assert events
    assert sum(e.tellings_count for e in events) == len(left)
    assert beside
    assert set(beside) <= left


def test_failure_in_the_middle_leaves_nothing_behind(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, five[0])
    before = stores.contents(engine)
    broken = replace(five[1], events=(*five[1].events, five[1].events[0]))
    with pytest.raises(IntegrityError):
        stores.put(engine, broken)
    assert stores.contents(engine) == before


def test_unnamed_sources_of_two_articles_are_two(engine: Engine, five: Sequence[Extraction]) -> None:
    def with_officer(x: Extraction) -> Extraction:
        s = replace(
            x.statements[0],
            speaker=replace(x.statements[0].speaker, slug="an-officer", named=False, name_en="an officer"),
        )
        return replace(x, statements=(s, *x.statements[1:]))

    stores.put(engine, *map(with_officer, five[:2]))
    with db.reading(engine) as session:
        slugs = session.scalars(sa.select(ActorRow.slug).where(ActorRow.slug.like("an-officer%"))).all()
    assert len(slugs) == 2


def test_spellings_are_counted_over_articles(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    expected = sum(
        1
        for x in five
        for a in x.actors
        for m in a.mentions
        if a.slug == "vladimir-putin" and m.span.text == "فلاديمير بوتين"
    )
    with db.reading(engine) as session:
        row = session.scalars(
            sa.select(AliasRow)
            .join(ActorRow, ActorRow.id == AliasRow.actor_id)
            .where(ActorRow.slug == "vladimir-putin", AliasRow.text == "فلاديمير بوتين")
        ).one()
    assert row.count == expected > 1


def test_a_denial_is_linked_to_what_it_denies(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    with db.reading(engine) as session:
        denied = session.scalars(
            sa.select(TellingRow.type)
            .join(LinkRow, LinkRow.to_telling_id == TellingRow.id)
            .where(LinkRow.kind == "denial_of")
        ).all()
    assert EventType.MEETING in denied


def test_a_run_is_recorded(engine: Engine, five: Sequence[Extraction]) -> None:
    with store.ingest_run(engine, "7", stores.clock) as run:
        run.store(five[0])
        run.failed("broken.txt", "not UTF-8")
    with db.reading(engine) as session:
        row = session.scalars(sa.select(IngestRunRow).options(selectinload(IngestRunRow.articles))).one()
    assert row.rules_version == "7"
    assert row.finished is not None
    assert [(a.result, a.file_name) for a in row.articles] == [
        ("added", five[0].document.name),
        ("failed", "broken.txt"),
    ]
    assert row.articles[0].added == len(five[0].statements) + len(five[0].events)


def test_a_run_that_breaks_off_is_not_finished(engine: Engine) -> None:
    with pytest.raises(KeyboardInterrupt), store.ingest_run(engine, "7", stores.clock):
        raise KeyboardInterrupt
    with db.reading(engine) as session:
        assert session.scalars(sa.select(IngestRunRow.finished)).all() == [None]


def test_offices_and_holders_come_with_a_run(engine: Engine) -> None:
    stores.put(engine)
    with db.reading(engine) as session:
        held = session.scalars(sa.select(HolderRow).where(HolderRow.office_id == "us.president")).all()
    assert {h.person_slug for h in held} >= {"barack-obama", "donald-trump", "joe-biden"}


def test_queries_do_not_grow_with_the_records(engine: Engine, five: Sequence[Extraction]) -> None:
    counted: list[str] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def count(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        counted.append(statement)

    def cost(extraction: Extraction) -> int:
        counted.clear()
        stores.put(engine, extraction)
        return len(counted)

    few = replace(five[3], events=five[3].events[:2], statements=five[3].statements[:2])
    assert cost(reworded(five[3])) < cost(few) + 15


def test_every_statement_keeps_its_speaker(engine: Engine, five: Sequence[Extraction]) -> None:
    stores.put(engine, *five)
    with db.reading(engine) as session:
        rows = session.scalars(sa.select(StatementRow).options(selectinload(StatementRow.speaker))).all()
    wanted = {s.id: s.speaker.slug for x in five for s in x.statements}
    assert {r.public_id for r in rows} == set(wanted)
    assert all(r.speaker.slug.startswith(wanted[r.public_id]) for r in rows)


def test_the_first_article_of_a_shared_event_can_be_read_by_other_rules(
    tmp_path: Path, engine: Engine, five: tuple[Extraction, ...]
) -> None:
    """The same text keeps its ids, one of which the event may bear that another article tells too."""
    stores.put(engine, *five)
    for extraction in five:
        fewer = replace(extraction, statements=(), events=extraction.events[::2], rules_version="newer")
        fewer = replace(fewer, events=tuple(replace(e, claimed_by=None) for e in fewer.events))
        assert stores.put(engine, fewer)[0].result is Result.CHANGED
    stores.put(engine, *five)
    assert stores.contents(engine) == stores.contents(fresh(tmp_path, five))


def fresh(tmp_path: Path, extractions: Sequence[Extraction]) -> Engine:
    """Another database, into which these articles were read at once."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    other = stores.empty(folder)
    stores.put(other, *extractions)
    return other


def test_opposed_judgements_meet_in_whatever_order_their_articles_come(tmp_path: Path, database: str) -> None:
    call = "أجرى وزير الخارجية الأردني أيمن الصفدي ونظيره المصري سامح شكري اتصالا هاتفيا الأربعاء.\n"
    one = call + "وقال الصفدي إن المحادثات أظهرت تباينا واسعا في المواقف.\n"
    other = call + "وقال شكري إن وجهات النظر بين البلدين متطابقة.\n"
    read = [_call(text) for text in (one, other)]
    for n, order in enumerate((read, read[::-1])):
        folder = tmp_path / str(n)
        folder.mkdir()
        engine = stores.empty(folder)
        stores.put(engine, *order)
        with db.reading(engine) as session:
            reasons = session.scalars(
                sa.select(LinkRow.reasons).where(LinkRow.from_statement_id.is_not(None))
            )
            assert [r for r in reasons if "evaluation" in r] == ["evaluation agreement"]
        engine.dispose()


def _call(text: str) -> Extraction:
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    given = Metadata(published="2018-10-04")
    return pipeline.extract(RawArticle(f"{fingerprint[:4]}.txt", text, fingerprint, given))
