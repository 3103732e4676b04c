"""Matching paragraphs and titles, cut to the sentences that contain the match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.index.keys import article_and_paragraph
from app.index.tables import ARTICLES
from app.index.text import Sought
from app.models import ArticleRow, IndexArticleRow, ParagraphRow, SentenceRow
from app.models.search import among, listed
from app.models.twice import OUTLET
from app.pages.search.records import ArticleHit, Marked, PassageHit, Stretch
from app.pages.search.select_records import SOURCE, marked, source, spans_of_names

#: An excerpt ends with the last sentence that fits into so many characters, or within a longer one.
LONGEST: Final = 420


# Made once: putting them together takes longer than running them.
_ARTICLES: Final = (
    sa.select(ARTICLES.c.key, ArticleRow.id, ArticleRow.file_name, ArticleRow.text, *SOURCE)
    .join(ArticleRow, ArticleRow.id == ARTICLES.c.article_id)
    .outerjoin(OUTLET, OUTLET.id == ArticleRow.outlet_id)
    .where(among(IndexArticleRow.key))
)
_LINES: Final = (
    sa.select(ParagraphRow.article_id, ParagraphRow.n, ParagraphRow.start, ParagraphRow.end)
    .where(among(ParagraphRow.article_id))
    .order_by(ParagraphRow.article_id, ParagraphRow.start)
)
_SENTENCES: Final = (
    sa.select(
        SentenceRow.article_id, SentenceRow.paragraph, SentenceRow.n, SentenceRow.start, SentenceRow.end
    )
    .where(among(SentenceRow.article_id))
    .order_by(SentenceRow.article_id, SentenceRow.start)
)


@dataclass(slots=True)
class _Paper:
    """An article with its text's lines: headings, paragraphs by number, sentences by paragraph."""

    row: Any
    headings: list[Stretch] = field(default_factory=list)
    paragraphs: dict[int, Stretch] = field(default_factory=dict)
    sentences: dict[int, list[tuple[int, Stretch]]] = field(default_factory=lambda: defaultdict(list))


def passages(
    session: Session, keys: Sequence[int], wanted: Sequence[Sought], *, exact: bool
) -> dict[int, PassageHit | ArticleHit]:
    """The paragraph behind each key, or the article where the key is that of its title."""
    rows = session.execute(_ARTICLES, {"ids": listed({article_and_paragraph(key)[0] for key in keys})})
    papers = {row.key: _Paper(row) for row in rows}
    by_id = {paper.row.id: paper for paper in papers.values()}
    some = {"ids": listed(by_id)}
    for id_, n, start, end in session.execute(_LINES, some):
        if n is None:
            by_id[id_].headings.append((start, end))
        else:
            by_id[id_].paragraphs[n] = start, end
    for id_, paragraph, n, start, end in session.execute(_SENTENCES, some):
        by_id[id_].sentences[paragraph].append((n, (start, end)))
    names = spans_of_names(session, by_id, wanted, exact=exact)

    def one(article: int, n: int) -> PassageHit | ArticleHit:
        paper = papers[article]
        if not n:
            return _article(paper, wanted, exact=exact)
        return _passage(paper, n, wanted, names.get(paper.row.id, ()), exact=exact)

    return {key: one(*article_and_paragraph(key)) for key in keys}


def _passage(
    paper: _Paper, n: int, wanted: Sequence[Sought], named: Sequence[Stretch], *, exact: bool
) -> PassageHit:
    start, end = paper.paragraphs.get(n, (0, 0))
    whole = marked(paper.row.text[start:end], wanted, exact=exact, named=named, start=start)
    places = [(each, (a - start, b - start)) for each, (a, b) in paper.sentences.get(n, ())]
    first, (a, b) = excerpt(whole, places)
    inside = tuple((max(a, x) - a, min(b, y) - a) for x, y in whole.marks if x < b and y > a)
    return PassageHit(
        Marked(whole.text[a:b], inside),
        a > 0,
        b < len(whole.text),
        source(paper.row, n, first, None),
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
    row = paper.row
    title = marked(row.title or row.file_name, wanted, exact=exact)
    headings = (marked(row.text[a:b], wanted, exact=exact) for a, b in paper.headings)
    heading = next((each for each in headings if each.marks and each.text != title.text), None)
    return ArticleHit(title, None if title.marks else heading, source(row, 0, None, None))
