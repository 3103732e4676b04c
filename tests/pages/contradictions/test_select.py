from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import LinkRow, StatementRow, TellingRow
from app.pages.contradictions.query import ContradictionsQuery
from app.pages.contradictions.select import load
from tests.support import stores


def test_links_of_every_sort_become_pairs(tmp_path: Path, database: str) -> None:
    engine = stores.filled(tmp_path)
    with Session(engine) as session:
        session.execute(sa.delete(LinkRow))
        one, other = session.scalars(sa.select(TellingRow.id).order_by(TellingRow.id).limit(2))
        said, denial = session.scalars(sa.select(StatementRow.id).order_by(StatementRow.id).limit(2))
        session.add_all(
            [
                LinkRow(kind="differs", from_telling_id=one, to_telling_id=other, reasons="number account"),
                LinkRow(kind="differs", from_telling_id=one, to_telling_id=other, reasons="date"),
                LinkRow(
                    kind="denial_of", from_statement_id=denial, to_statement_id=said, reasons="same_question"
                ),
                LinkRow(
                    kind="differs",
                    from_statement_id=denial,
                    to_statement_id=said,
                    reasons="evaluation success",
                ),
                LinkRow(kind="plan_outcome", from_telling_id=one, to_telling_id=other, reasons="principals"),
                LinkRow(kind="denial_of", from_telling_id=one, to_telling_id=other, reasons="principals"),
            ]
        )
        session.flush()
        facts = load(session, ContradictionsQuery())
        assert facts.counts == {"denial": 2, "number": 1, "account": 1, "date": 1, "evaluation": 1}
        assert facts.total == len(facts.pairs) == 5
        first, second, words, judged, own = facts.pairs
        assert first.reasons == ("number", "account")
        assert first.one.event
        assert first.other.event
        assert load(session, ContradictionsQuery("date")).pairs == (second,)
        assert (words.one.event, words.other.event) == (None, None)
        assert load(session, ContradictionsQuery("evaluation")).pairs == (judged,)
        assert words.one.record != words.other.record
        assert own.other.record == first.one.record

        spoken = LinkRow(kind="denial_of", from_statement_id=denial, to_telling_id=other, reasons="type")
        session.add(spoken)
        session.flush()
        denials = load(session, ContradictionsQuery("denial")).pairs
        assert own.id not in {pair.id for pair in denials}
        assert spoken.id in {pair.id for pair in denials}
    engine.dispose()
