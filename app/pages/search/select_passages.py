"""Paragraphs and titles found, cut to the sentences that hold what was sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.index.keys import article_and_paragraph
from app.index.tables import ARTICLES
from app.index.text import Sought
from app.models import ActorRow, ArticleRow, IndexArticleRow, ParagraphRow, SentenceRow
from app.models.search import is_one_of
from app.pages.search.records import ArticleHit, Marked, PassageHit, Stretch
from app.pages.search.select_records import Spans, marked, source, spans_of_names

#: An excerpt ends with the last sentence that fits into so many characters, or within a longer one.
LONGEST: Final = 420


@dataclass(frozen=True, slots=True)
class _Paper:
    """An article with its text's lines: headings, paragraphs by number, sentences by paragraph."""

    article: ArticleRow
    outlet: ActorRow | None
    headings: tuple[Stretch, ...]
    paragraphs: Mapping[int, Stretch]
    sentences: Mapping[int, Sequence[tuple[int, Stretch]]]


def passages(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, PassageHit]:
    """The paragraph behind each key."""
    papers, names = _read(session, keys, wanted, exact=exact)
    return {
        key: _passage(papers[article], n, wanted, names, exact=exact)
        for key in keys
        for article, n in (article_and_paragraph(key),)
    }


def articles(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, ArticleHit]:
    """The article behind each key of a title."""
    papers, _ = _read(session, keys, wanted, exact=exact)
    return {key: _article(papers[article_and_paragraph(key)[0]], wanted, exact=exact) for key in keys}


def _read(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> tuple[dict[int, _Paper], Spans]:
    outlet = aliased(ActorRow)
    rows = session.execute(
        sa.select(ARTICLES.c.key, ArticleRow, outlet)
        .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
        .outerjoin(outlet, outlet.id == ArticleRow.outlet_id)
        .where(is_one_of(IndexArticleRow.key, {article_and_paragraph(key)[0] for key in keys}))
    ).all()
    ids = [row.ArticleRow.id for row in rows]
    headings, paragraphs = _lines(session, ids)
    sentences = _sentences(session, ids)
    papers = {
        key: _Paper(
            article,
            paper,
            tuple(headings.get(article.id, ())),
            paragraphs.get(article.id, {}),
            sentences.get(article.id, {}),
        )
        for key, article, paper in rows
    }
    return papers, spans_of_names(session, ids, wanted, exact=exact)


def _lines(
    session: Session, ids: Collection[int]
) -> tuple[Mapping[int, list[Stretch]], Mapping[int, dict[int, Stretch]]]:
    headings: dict[int, list[Stretch]] = defaultdict(list)
    paragraphs: dict[int, dict[int, Stretch]] = defaultdict(dict)
    row = ParagraphRow
    rows = session.execute(
        sa.select(row.article_id, row.n, row.start, row.end)
        .where(is_one_of(row.article_id, ids))
        .order_by(row.article_id, row.start)
    )
    for article, n, start, end in rows:
        if n is None:
            headings[article].append((start, end))
        else:
            paragraphs[article][n] = start, end
    return headings, paragraphs


def _sentences(session: Session, ids: Collection[int]) -> Mapping[int, dict[int, list[tuple[int, Stretch]]]]:
    row = SentenceRow
    rows = session.execute(
        sa.select(row.article_id, row.paragraph, row.n, row.start, row.end)
        .where(is_one_of(row.article_id, ids))
        .order_by(row.article_id, row.start)
    )
    found: dict[int, dict[int, list[tuple[int, Stretch]]]] = defaultdict(lambda: defaultdict(list))
    for article, paragraph, n, start, end in rows:
        found[article][paragraph].append((n, (start, end)))
    return found


def _passage(paper: _Paper, n: int, wanted: Sequence[Sought], names: Spans, *, exact: bool) -> PassageHit:
    text = paper.article.text
    start, end = paper.paragraphs.get(n, (0, 0))
    whole = marked(text[start:end], wanted, exact=exact, named=names.get(paper.article.id, ()), start=start)
    places = [(each, (a - start, b - start)) for each, (a, b) in paper.sentences.get(n, ())]
    first, (a, b) = excerpt(whole, places)
    inside = tuple((max(a, x) - a, min(b, y) - a) for x, y in whole.marks if x < b and y > a)
    return PassageHit(
        Marked(whole.text[a:b], inside),
        a > 0,
        b < len(whole.text),
        source(paper.article, paper.outlet, n, first, None),
    )


def excerpt(whole: Marked, sentences: Sequence[tuple[int, Stretch]]) -> tuple[int | None, Stretch]:
    """The number of the first sentence with a mark, and what to show of the paragraph from there on."""
    first = whole.marks[0] if whole.marks else (0, 0)
    at = next((i for i, (_, (_, end)) in enumerate(sentences) if end > first[0]), None)
    if at is None:
        return None, _around(first, (0, len(whole.text)), whole.text)
    number, (start, end) = sentences[at]
    if end - start > LONGEST:
        return number, _around(first, (start, end), whole.text)
    last = max((mark[1] for mark in whole.marks), default=end)
    for _, (_, further) in sentences[at + 1 :]:
        if further - start > LONGEST or end >= last:
            break
        end = further
    return number, (start, end)


def _around(mark: Stretch, within: Stretch, text: str) -> Stretch:
    """So much around a mark as may be shown, cut between words."""
    start, end = within
    if end - start <= LONGEST:
        return within
    a = max(start, mark[0] - LONGEST // 3)
    b = min(end, a + LONGEST)
    if a > start:
        a = text.find(" ", a, mark[0]) + 1 or a
    if b < end:
        b = cut if (cut := text.rfind(" ", mark[1], b)) > 0 else b
    return a, b


def _article(paper: _Paper, wanted: Sequence[Sought], *, exact: bool) -> ArticleHit:
    text, row = paper.article.text, paper.article
    title = marked(row.title or row.file_name, wanted, exact=exact)
    headings = (marked(text[a:b], wanted, exact=exact) for a, b in paper.headings)
    heading = next((each for each in headings if each.marks and each.text != title.text), None)
    return ArticleHit(title, None if title.marks else heading, source(row, paper.outlet, 0, None, None))
