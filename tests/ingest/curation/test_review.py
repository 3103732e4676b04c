"""What is listed for review is in doubt, and what is printed is a file that corrections can be put into."""

from __future__ import annotations

import tomllib

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.ingest.curation.overrides import read_overrides
from app.ingest.curation.review import Doubt, doubts
from app.models import ActorRow, EventRow, LinkRow, TellingRow
from tests.support import stores
from tests.support.command import Run


@pytest.fixture
def engine(tmp_path_factory: pytest.TempPathFactory, database: str) -> Engine:
    return stores.filled(tmp_path_factory.mktemp("review"))


def asked(engine: Engine, *kinds: str, most: int = 20) -> list[Doubt]:
    with db.reading(engine) as session:
        return list(doubts(session, kinds, most))


def differ(session: Session) -> tuple[str, str]:
    """Make two tellings of different articles differ in their day."""
    first = session.scalars(sa.select(TellingRow).order_by(TellingRow.public_id)).first()
    assert first is not None
    others = sa.select(TellingRow).where(TellingRow.article_id != first.article_id)
    second = session.scalars(others.order_by(TellingRow.public_id)).first()
    assert second is not None
    session.add(LinkRow(kind="differs", reasons="date", from_telling_id=first.id, to_telling_id=second.id))
    return first.public_id, second.public_id


def test_each_doubt_is_one(engine: Engine) -> None:
    with db.transaction(engine) as session:
        first, second = differ(session)
        undated = set(session.scalars(sa.select(EventRow.public_id).where(EventRow.certainty == "undated")))
        unknown = set(session.scalars(sa.select(ActorRow.slug).where(ActorRow.known.is_(False))))
    (dates,) = asked(engine, "dates")
    assert dates.table == f'[events."{first}"]'
    assert dates.keys[0] == f'same_as = ["{second}"]'
    names = asked(engine, "names", most=1000)
    assert {d.table.split('"')[1] for d in names} <= unknown
    dateless = asked(engine, "undated", most=1000)
    assert {d.table.split('"')[1] for d in dateless} <= undated
    assert len(asked(engine, most=1)) == 0
    assert len(asked(engine, "names", "undated", most=1)) <= 2


def test_what_is_printed_is_a_file_of_corrections(engine: Engine) -> None:
    with db.transaction(engine) as session:
        differ(session)
        session.execute(sa.update(ActorRow).values(name_en='A "quoted"\n] name \\'))
        session.execute(sa.update(TellingRow).values(text="سطر\nثان = [سطر]"))
    found = asked(engine, "dates", "names", "undated")
    printed = "\n".join(doubt.as_toml() for doubt in found)
    tables = tomllib.loads(printed)
    assert sum(map(len, tables.values())) == len(found) > 1
    lines = found[0].as_toml().replace("YYYY-MM-DD", "2015").splitlines()
    filled = "\n".join(line[2:] if line.startswith("# date = ") else line for line in lines)
    assert len(read_overrides(filled.encode(), "o.toml").entries) == 1


def test_the_command_prints_and_knows_its_kinds(tasalsul: Run) -> None:
    done = tasalsul("review")
    assert (done.code, done.out) == (0, "")
    wrong = tasalsul("review", "--only", "weather")
    assert wrong.code == 2
    assert "weather" in wrong.err
