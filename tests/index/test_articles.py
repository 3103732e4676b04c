"""Passages are found by their words as long as their article is there, and not after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.index.keys import article_and_paragraph
from app.index.read import current
from app.index.text import passages
from app.index.write import rebuild, reindex
from app.models import ArticleRow, IndexArticleRow
from app.models.search import known_words
from tests.support import stores


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    made = stores.filled(tmp_path)
    yield made
    made.dispose()


def found(session: Session, question: str, *, exact: bool = False) -> set[tuple[str, int]]:
    """Article and paragraph of each passage."""
    rows = session.execute(
        sa.select(IndexArticleRow.key, ArticleRow.public_id).join(
            ArticleRow, ArticleRow.id == IndexArticleRow.article_id
        )
    )
    names = dict(iter(rows))
    keys = map(article_and_paragraph, passages(current(session), question, exact=exact).keys)
    return {(names[article], n) for article, n in keys}


def test_a_passage_holds_all_that_is_asked(engine: Engine) -> None:
    with db.reading(engine) as session:
        both = found(session, "روسيا تركيا")
        assert both
        assert both == found(session, "روسيا") & found(session, "تركيا")
        assert found(session, "") == set()


def test_an_exact_question_finds_less_and_what_it_finds_the_other_does_too(engine: Engine) -> None:
    with db.reading(engine) as session:
        loose = found(session, "روسيا")
        alone, joined = (found(session, word, exact=True) for word in ("روسيا", "وروسيا"))
        assert alone
        assert joined
        assert alone | joined < loose
        assert found(session, "رُوسيا") == loose
        assert not found(session, "رُوسيا", exact=True)


def test_a_name_in_latin_letters_finds_who_is_named(engine: Engine) -> None:
    with db.reading(engine) as session:
        assert found(session, "بوتين") <= found(session, "Putin")
        assert found(session, '"Vladimir Putin"')


def test_a_phrase_finds_no_more_than_its_words(engine: Engine) -> None:
    with db.reading(engine) as session:
        phrase = found(session, '"وزارة الدفاع"')
        assert phrase
        assert phrase <= found(session, "وزارة الدفاع")


def test_what_is_gone_is_found_no_more_and_what_came_back_is(engine: Engine) -> None:
    with db.reading(engine) as session:
        before = found(session, "روسيا")
        own = {article for article, _ in before}
    gone = min(own)
    with db.transaction(engine) as session:
        row = session.scalars(sa.select(ArticleRow).where(ArticleRow.public_id == gone)).one()
        row.title = None
        reindex(session, articles=[row.id])
    with db.reading(engine) as session:
        again = found(session, "روسيا")
        assert {each for each in again if each[1]} == {each for each in before if each[1]}
    with db.transaction(engine) as session:
        session.execute(
            sa.update(IndexArticleRow).where(IndexArticleRow.article_id == row.id).values(article_id=None)
        )
        reindex(session, articles=[0])
    with db.reading(engine) as session:
        assert found(session, "روسيا") == {each for each in again if each[0] != gone}


def test_made_anew_it_finds_the_same(engine: Engine) -> None:
    with db.reading(engine) as session:
        before = found(session, "سوريا")
    with db.transaction(engine) as session:
        rebuild(session)
    with db.reading(engine) as session:
        assert found(session, "سوريا") == before
        assert known_words(session.connection(), ["سوريا", "ظظظظ"]) == {"سوريا"}
