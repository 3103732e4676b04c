"""Links articles that share a text, whatever the order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.origins import Copies
from app.domain.text import Document
from app.ingest.matching.copies import is_copy, keys, shared, shingles, whole
from app.ingest.storing.rows import Values, insert
from app.models import ArticleRow, BandRow, CopyRow, ParagraphRow
from app.models.search import is_one_of

#: Papers print a wire within days. A text of the same mould a season later (rates, weather) is another,
#: and need not be compared.
WITHIN: Final = timedelta(days=31)
_NOWHERE: Final = 0

Pair = tuple[int, int]
Days = tuple[date | None, date | None]


def body_of(document: Document) -> list[str]:
    return [p.span.text for p in document.body]


def store_copies(session: Session, bodies: Mapping[int, Sequence[str]]) -> set[int]:
    """File new articles, their paragraphs by row id, and link them with their copies, old and new.

    Returns the ids of all that have a copy among or because of these.
    """
    texts = {id_: _Text.of(paragraphs) for id_, paragraphs in bodies.items()}
    filed = [(key, id_) for id_, own in texts.items() for key in own.keys or (_NOWHERE,)]
    insert(session, BandRow, [{"key": key, "article_id": id_} for key, id_ in filed])
    pairs = _candidates(session, texts)
    others = {id_ for pair in pairs for id_ in pair} - texts.keys()
    texts |= {id_: _Text.of(paragraphs) for id_, paragraphs in _stored(session, others).items()}
    rows = [row for a, b in sorted(pairs) for row in _rows(a, b, texts)]
    insert(session, CopyRow, rows)
    return {row["article_id"] for row in rows}


@dataclass(frozen=True, slots=True)
class _Text:
    """A body as it is compared: its runs, and a key of all its words where they are not too few."""

    runs: tuple[int, ...]
    whole: int | None

    @classmethod
    def of(cls, paragraphs: Sequence[str]) -> _Text:
        return cls(shingles(paragraphs), whole(paragraphs))

    @property
    def keys(self) -> set[int]:
        return {*keys(self.runs), *(() if self.whole is None else (self.whole,))}


def _rows(a: int, b: int, texts: Mapping[int, _Text]) -> Iterator[Values]:
    """Both sides of a pair, none where the two are no copies."""
    one, other = texts[a], texts[b]
    if one.whole is not None and one.whole == other.whole:
        here = there = 100
    elif is_copy(one.runs, other.runs):
        here, there = (round(100 * share) for share in shared(one.runs, other.runs))
    else:
        return
    yield {"article_id": a, "copy_id": b, "shared": here}
    yield {"article_id": b, "copy_id": a, "shared": there}


def _candidates(session: Session, articles: Collection[int]) -> set[Pair]:
    """Pairs of one of these and any other that share a key, as far as their days allow."""
    own, other = aliased(BandRow), aliased(BandRow)
    found = session.execute(
        sa.select(own.article_id, other.article_id)
        .join(other, other.key == own.key)
        .where(is_one_of(own.article_id, articles), own.key != _NOWHERE, other.article_id != own.article_id)
        .distinct()
    )
    pairs = {(min(a, b), max(a, b)) for a, b in found}
    days = _days(session, {id_ for pair in pairs for id_ in pair})
    return {(a, b) for a, b in pairs if _near(days[a], days[b])}


def _days(session: Session, articles: Collection[int]) -> dict[int, Days]:
    if not articles:
        return {}
    found = session.execute(
        sa.select(ArticleRow.id, ArticleRow.published_earliest, ArticleRow.published_latest).where(
            is_one_of(ArticleRow.id, articles)
        )
    )
    return {id_: (first, last) for id_, first, last in found}


def _near(one: Days, other: Days) -> bool:
    """Published within a month of each other, or not known not to be."""
    return not any(a and b and a - b > WITHIN for a, b in ((one[0], other[1]), (other[0], one[1])))


def _stored(session: Session, articles: Collection[int]) -> dict[int, list[str]]:
    """Paragraphs of the body of stored articles."""
    found: dict[int, list[str]] = defaultdict(list)
    if articles:
        words = sa.func.substr(ArticleRow.text, ParagraphRow.start + 1, ParagraphRow.end - ParagraphRow.start)
        rows = session.execute(
            sa.select(ArticleRow.id, words)
            .join(ParagraphRow, ParagraphRow.article_id == ArticleRow.id)
            .where(is_one_of(ArticleRow.id, articles), ParagraphRow.n.is_not(None))
            .order_by(ArticleRow.id, ParagraphRow.start)
        )
        for id_, paragraph in rows:
            found[id_].append(paragraph)
    return found


def missing(session: Session, most: int) -> dict[int, list[str]]:
    """Some articles that were stored before copies were looked for, as ``store_copies`` takes them."""
    filed = sa.exists().where(BandRow.article_id == ArticleRow.id)
    found = set(session.scalars(sa.select(ArticleRow.id).where(~filed).limit(most)))
    return {id_: list[str]() for id_ in found} | _stored(session, found)


def copies_among(session: Session, articles: Iterable[str]) -> Copies:
    """Which of these articles (SHA-256 of their texts) are copies of each other."""
    one, other = aliased(ArticleRow), aliased(ArticleRow)
    wanted = set(articles)
    found: dict[str, set[str]] = defaultdict(set)
    if len(wanted) > 1:
        rows = session.execute(
            sa.select(one.sha256, other.sha256)
            .join(CopyRow, CopyRow.article_id == one.id)
            .join(other, other.id == CopyRow.copy_id)
            .where(one.sha256.in_(wanted), other.sha256.in_(wanted))
        )
        for a, b in rows:
            found[a].add(b)
    return found
