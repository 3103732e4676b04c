from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import LinkRow, StatementRow, TellingRow
from app.pages.event.records import Said, Telling
from app.pages.event.select import load
from tests.support import stores


def test_an_event_has_the_contradictions_of_its_tellings_and_of_what_claims_them(
    tmp_path: Path, database: str
) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        session.execute(sa.delete(LinkRow))
        mine = session.scalars(sa.select(TellingRow).where(TellingRow.claimed_by_id.is_not(None))).first()
        assert mine
        far = session.scalars(sa.select(TellingRow).where(TellingRow.event_id != mine.event_id)).first()
        said = session.scalars(sa.select(StatementRow).where(StatementRow.id != mine.claimed_by_id)).first()
        assert far
        assert said
        claim = mine.claimed_by_id
        session.add_all(
            [
                LinkRow(kind="denial_of", from_statement_id=said.id, to_telling_id=mine.id, reasons="type"),
                LinkRow(kind="differs", from_telling_id=mine.id, to_telling_id=far.id, reasons="number date"),
                LinkRow(
                    kind="differs", from_statement_id=said.id, to_statement_id=claim, reasons="evaluation"
                ),
                LinkRow(
                    kind="denial_of", from_telling_id=mine.id, to_telling_id=far.id, reasons="principals"
                ),
                LinkRow(
                    kind="before", from_telling_id=mine.id, to_telling_id=far.id, reasons="told_in_order"
                ),
            ]
        )
        session.flush()
        facts = load(session, mine.public_id)
        denial, differing, judged, denying = facts.conflicts
        assert isinstance(denial.other, Said)
        assert denial.denied_here
        assert [s.id for s in facts.denials] == [said.public_id] == [denial.other.id]
        assert isinstance(differing.other, Telling)
        assert differing.reasons == ("number", "date")
        assert differing.event
        assert differing.other.id == far.public_id
        assert judged.other.id == said.public_id
        assert (denying.other.id, denying.denied_here) == (far.public_id, False)
        assert load(session, far.public_id).conflicts[-1].denied_here
    engine.dispose()
