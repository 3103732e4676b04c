"""Corrections reach the records, stay over readings, and go with the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.domain.records import EventStatus, EventType, Extraction, Modality
from app.domain.text import Metadata, RawArticle
from app.ingest import pipeline, store
from app.ingest.curation.apply import Curated, curate
from app.ingest.curation.overrides import Overrides, read_overrides
from app.ingest.intake import intake
from app.ingest.read import fingerprint
from app.ingest.storing.curations import orphans
from app.ingest.storing.outcome import NOT_READ
from app.ingest.storing.rows import public_id
from app.ingest.transfer.dump import dump
from app.ingest.transfer.files import write_lines
from app.ingest.transfer.load import load
from app.knowledge.load import load_knowledge
from app.models import ActorRow, AppearanceRow, ArticleRow, CurationRow, EventRow, StatementRow, TellingRow
from tests.support import stores

ONE = (
    "أجرى وزير الخارجية الأردني أيمن الصفدي ونظيره المصري سامح شكري اتصالا هاتفيا يوم 16 أكتوبر 2019.\n"
    "وقال الصفدي إن الحوار سيستمر في الأسابيع المقبلة.\n"
    "وفي القاهرة التقى شكري يوم 18 أكتوبر 2019 وزير الخارجية العراقي محمد الحكيم.\n"
)
TWO = "أجرى الوزيران أيمن الصفدي وسامح شكري اتصالا هاتفيا يوم 16 أكتوبر 2019 بشأن المعابر.\n"


def raw(name: str, text: str) -> RawArticle:
    return RawArticle(
        f"{name}.txt", text, fingerprint(text), Metadata(outlet="bbc-arabic", published="2019-10-19")
    )


@pytest.fixture(scope="module")
def one() -> Extraction:
    return pipeline.extract(raw("one", ONE))


@pytest.fixture(scope="module")
def two() -> Extraction:
    return pipeline.extract(raw("two", TWO))


def event(extraction: Extraction, kind: EventType) -> str:
    return next(e.id for e in extraction.events if e.type is kind)


def overrides(text: str) -> Overrides:
    return read_overrides(text.encode(), "overrides.toml")


def applied(extraction: Extraction, text: str) -> Curated:
    return curate(extraction, "0123456789ab", overrides(text), load_knowledge())


def test_what_is_known_of_an_event_is_set_right(one: Extraction) -> None:
    id_ = event(one, EventType.PHONE_CALL)
    made = applied(
        one, f'[events.{id_}]\ndate = 2019-10-15\ntype = "talks"\nstatus = "denied"\nnote_ar = "كذا"'
    )
    found = next(e for e in made.extraction.events if e.id == id_)
    assert (found.type, found.status) == (EventType.TALKS, EventStatus.DENIED)
    assert found.date is not None
    assert (found.date.value.edtf, found.date.rule) == ("2019-10-15", "curated")
    assert found.curated == ("date", "type", "status")
    (noted,) = made.curations
    assert (noted.record, noted.id, noted.fields, noted.note_ar) == (
        "event",
        id_,
        ("date", "type", "status"),
        "كذا",
    )
    assert [e for e in made.extraction.events if e.id != id_] == [e for e in one.events if e.id != id_]


def test_a_statement_is_given_another_speaker_or_hidden(one: Extraction) -> None:
    id_ = one.statements[0].id
    made = applied(
        one, f'[statements.{id_}]\nspeaker = "sameh-shoukry"\nmodality = "denied"\ndate = "2019-10"'
    )
    (found,) = made.extraction.statements
    assert (found.speaker.slug, found.speaker.named, found.modality) == (
        "sameh-shoukry",
        True,
        Modality.DENIED,
    )
    assert found.said is not None
    assert found.said.value.edtf == "2019-10"
    gone = applied(one, f"[statements.{id_}]\nhide = true")
    assert gone.extraction.statements == ()
    assert [c.id for c in gone.curations] == [id_]


def test_two_actors_are_made_one_and_one_two(one: Extraction) -> None:
    slugs = {a.slug for a in one.actors}
    assert {"ayman-al-safadi", "sameh-shoukry"} <= slugs
    made = applied(one, '[actors.ayman-al-safadi]\nsame_as = "sameh-shoukry"').extraction
    merged = next(a for a in made.actors if a.slug == "sameh-shoukry")
    assert len(merged.mentions) == sum(
        len(a.mentions) for a in one.actors if a.slug in ("ayman-al-safadi", "sameh-shoukry")
    )
    assert made.statements[0].speaker.slug == "sameh-shoukry"
    call = next(e for e in made.events if e.type is EventType.PHONE_CALL)
    assert [p.slug for p in call.participants].count("sameh-shoukry") == 1
    split = '[actors.ayman-al-safadi]\napart = {"0123456789ab" = "x"}\n[actors.x]\nname_en = "Another"'
    other = next(a for a in applied(one, split).extraction.actors if a.slug == "x")
    assert other.name_en == "Another"
    elsewhere = split.replace("0123456789ab", "ba9876543210")
    assert {a.slug for a in applied(one, elsewhere).extraction.actors} == slugs


def test_an_alias_makes_a_stranger_known(one: Extraction) -> None:
    name = next(a.name_ar for a in one.actors if a.slug == "ayman-al-safadi")
    made = applied(one, f'[actors.queen-rania]\naliases = ["{name}"]\nname_ar = "أخرى"\nname_en = "Other"')
    assert made.extraction.statements[0].speaker.name_en == "Other"
    assert "ayman-al-safadi" not in {a.slug for a in made.extraction.actors}


def test_only_what_made_a_difference_is_noted(one: Extraction) -> None:
    text = '[actors.ayman-al-safadi]\naliases = ["{}"]\napart = {{"{}" = "x"}}\nsame_as = "y"'

    def noted(alias: str, article: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(c.id, c.fields) for c in applied(one, text.format(alias, article)).curations]

    name = next(a.name_ar for a in one.actors if a.slug == "ayman-al-safadi")
    assert noted("غيره", "elsewhere") == [("y", ("same_as",))]
    assert noted("غيره", "0123456789ab") == [("x", ("apart",))]
    assert noted(name, "elsewhere") == [("y", ("aliases", "same_as"))]
    assert applied(one, '[actors.ayman-al-safadi]\naliases = ["غيره"]').curations == ()
    described = applied(one, '[actors.ayman-al-safadi]\nname_en = "Safadi"').curations
    assert [(c.id, c.fields) for c in described] == [("ayman-al-safadi", ("name_en",))]


def test_nothing_said_nothing_done(one: Extraction) -> None:
    assert applied(one, "").extraction is one
    other = applied(one, '[events.elsewhere]\nhide = true\n[actors.nobody]\nsame_as = "somebody"')
    assert (other.extraction, other.curations) == (one, ())


def put(engine: Engine, text: str, *extractions: Extraction) -> Overrides:
    with store.ingest_run(engine, "test", stores.clock, overrides=overrides(text)) as run:
        for extraction in extractions:
            run.store(extraction)
    return run.overrides


def calls(engine: Engine) -> Sequence[tuple[int, str | None]]:
    with db.reading(engine) as session:
        rows = sa.select(EventRow.tellings_count, EventRow.edtf).where(EventRow.type == "phone_call")
        return sorted((n, day) for n, day in session.execute(rows))


def test_events_are_parted_and_joined_whatever_the_rules_say(
    engine: Engine, one: Extraction, two: Extraction
) -> None:
    first, second = event(one, EventType.PHONE_CALL), event(two, EventType.PHONE_CALL)
    put(engine, "", one, two)
    before = stores.contents(engine)
    assert calls(engine) == [(2, "2019-10-16")]
    put(engine, f'[events.{first}]\nnot_same_as = "{second}"', one, two)
    assert calls(engine) == [(1, "2019-10-16"), (1, "2019-10-16")]
    joined = f'[events.{second}]\nsame_as = "{first}"\ndate = "2019-10-14"'
    for order in ((one, two), (two, one)):
        put(engine, "", *order)
        put(engine, joined, *order)
        assert calls(engine) == [(2, "2019-10-14")]
    put(engine, "", one, two)
    assert stores.contents(engine) == before


def test_hidden_records_are_gone_and_noted_and_orphans_are_told(engine: Engine, one: Extraction) -> None:
    id_ = event(one, EventType.PHONE_CALL)
    made = put(engine, f"[events.{id_}]\nhide = true\n[events.nowhere]\nhide = true", one)
    with db.reading(engine) as session:
        assert not session.scalar(sa.select(TellingRow.id).where(TellingRow.public_id == id_))
        noted = session.scalars(sa.select(CurationRow)).one()
        assert (noted.public_id, noted.fields) == (id_, "hide")
        assert [entry.id for entry in orphans(session, made)] == ["nowhere"]


def test_a_merged_actor_is_nowhere_left(engine: Engine, one: Extraction) -> None:
    put(engine, "", one)
    put(engine, '[actors.ayman-al-safadi]\nsame_as = "sameh-shoukry"', one)
    with db.reading(engine) as session:
        assert not session.scalar(sa.select(ActorRow.id).where(ActorRow.slug == "ayman-al-safadi"))
        assert session.scalars(
            sa.select(ActorRow.slug).join(StatementRow, StatementRow.speaker_id == ActorRow.id)
        ).all() == ["sameh-shoukry"]
        shown = sa.select(AppearanceRow.known).join(ActorRow).where(ActorRow.slug == "sameh-shoukry")
        assert session.scalars(shown).all() == [True]


def test_only_articles_that_a_change_of_the_file_bears_on_are_read_again(
    engine: Engine, one: Extraction
) -> None:
    inputs = [raw("one", ONE), raw("two", TWO)]

    def results(text: str) -> list[str | None]:
        return [o.detail or o.result.value for o in intake(engine, inputs, overrides=overrides(text))]

    correction = f"[events.{event(one, EventType.PHONE_CALL)}]\nhide = true\n"
    assert results("") == ["added", "added"]
    assert results(correction) == ["changed", NOT_READ]
    assert results(correction) == [NOT_READ, NOT_READ]
    assert results("[events.nowhere]\nhide = true") == ["changed", NOT_READ]
    assert results('[actors.nobody]\nsame_as = "somebody"') == ["unchanged", "unchanged"]
    with db.reading(engine) as session:
        assert session.scalars(sa.select(ArticleRow.public_id).order_by(ArticleRow.file_name)).all() == [
            public_id("one.txt"), public_id("two.txt")
        ]  # fmt: skip


def test_an_export_keeps_what_was_set_right(
    tmp_path: Path, engine: Engine, one: Extraction, two: Extraction
) -> None:
    first, second = event(one, EventType.PHONE_CALL), event(two, EventType.PHONE_CALL)
    text = f'[events.{first}]\nsame_as = "{second}"\ndate = "2019-10-14"\nnote_ar = "كذا"\n'
    put(engine, f"{text}[statements.{one.statements[0].id}]\nhide = true", one, two)
    file = str(tmp_path / "all.jsonl")
    write_lines(file, dump(engine))
    (tmp_path / "other").mkdir()
    other = stores.empty(tmp_path / "other")
    list(load(other, file, stores.clock))
    assert stores.contents(other) == stores.contents(engine)
    assert len(stores.contents(other)["curations"]) == 3
