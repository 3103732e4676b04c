from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from app import db
from app.domain.records import Extraction
from app.ingest.curation.apply import Curated, Curation
from app.ingest.storing import curations as stored
from app.models import ArticleRow, DiscardedRow, ParagraphRow, SentenceRow
from tests.support import gold, stores


def fingerprint(extraction: Extraction, *curations: Curation) -> str:
    return stored.fingerprint(Curated(extraction, curations))


def test_a_fingerprint_sees_every_difference() -> None:
    first, second = gold.extractions()[:2]
    prints = {
        fingerprint(first),
        fingerprint(second),
        fingerprint(replace(first, rules_version="2")),
        fingerprint(replace(first, events=first.events[1:])),
        fingerprint(replace(first, document=replace(first.document, name="other.txt"))),
        fingerprint(first, Curation("[events.e]", "event", "e", ("date",), None, "why")),
        fingerprint(first, Curation("[events.e]", "event", "e", ("date",), None, "because")),
    }
    assert len(prints) == 7
    assert fingerprint(gold.extractions()[0]) == fingerprint(first)


def test_every_letter_has_its_place(tmp_path: Path, database: str) -> None:
    """Title, paragraphs and discarded blocks together are the text, blanks aside."""
    with db.reading(stores.filled(tmp_path)) as session:
        for article in session.scalars(sa.select(ArticleRow)):
            places = {(article.title_start, article.title_end)}
            for table in (ParagraphRow, DiscardedRow):
                rows = session.execute(
                    sa.select(table.start, table.end).where(table.article_id == article.id)
                )
                places |= {(start, end) for start, end in rows}
            covered = {n for start, end in places for n in range(start or 0, end or 0)}
            assert all(n in covered or letter.isspace() for n, letter in enumerate(article.text))


def test_sentences_lie_in_their_paragraphs(tmp_path: Path, database: str) -> None:
    with db.reading(stores.filled(tmp_path)) as session:
        rows = session.execute(
            sa.select(SentenceRow, ParagraphRow).join(
                ParagraphRow,
                sa.and_(
                    ParagraphRow.article_id == SentenceRow.article_id, ParagraphRow.n == SentenceRow.paragraph
                ),
            )
        ).all()
    assert rows
    assert all(p.start <= s.start < s.end <= p.end for s, p in rows)
