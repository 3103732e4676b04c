from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from app import db
from app.ingest.storing.offices import store_offices
from app.knowledge.load import load_knowledge
from app.models import HolderRow, OfficeRow
from tests.support import stores


def test_tables_are_copied_once_and_kept_up_to_date(tmp_path: Path, database: str) -> None:
    engine, tables = stores.empty(tmp_path), load_knowledge()
    with db.transaction(engine) as session:
        assert store_offices(session, tables)
        assert not store_offices(session, tables)
        session.execute(sa.delete(HolderRow).where(HolderRow.office_id == "us.president"))
        assert store_offices(session, tables)
    with db.reading(engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(OfficeRow)) == len(tables.offices)
        assert session.scalar(sa.select(sa.func.count()).select_from(HolderRow)) == len(tables.holders)


def test_a_term_says_how_exactly_its_ends_are_known(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with db.reading(engine) as session:
        for holder in session.scalars(sa.select(HolderRow)):
            assert holder.since.isoformat().startswith(holder.since_edtf)
            assert (holder.until is None) == (holder.until_edtf is None)
            assert holder.until is None or holder.since < holder.until
