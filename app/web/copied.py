"""Articles that share their text with others, for the pages that show or count them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.models import ActorRow, ArticleRow, CopyRow
from app.web.named import Named, named


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that has the text of another; ``shared`` says how much of that other one, in hundredths."""

    article: str
    title: str
    language: str
    outlet: Named | None
    published: str | None
    shared: int


_OWN, _OTHER = aliased(ArticleRow), aliased(ArticleRow)
#: Articles by public id, each with its copies, the most alike first.
Copied = Mapping[str, tuple[Copy, ...]]


def copies_of(session: Session, articles: Collection[str]) -> Copied:
    """The copies of these articles (public ids); those without any are left out."""
    rows = session.execute(
        sa.select(_OWN.public_id, CopyRow.shared, _OTHER, ActorRow)
        .join(CopyRow, CopyRow.article_id == _OWN.id)
        .join(_OTHER, _OTHER.id == CopyRow.copy_id)
        .outerjoin(ActorRow, ActorRow.id == _OTHER.outlet_id)
        .where(_OWN.public_id.in_(articles))
        .order_by(CopyRow.shared.desc(), _OTHER.published_earliest, _OTHER.public_id)
    )
    found: dict[str, list[Copy]] = defaultdict(list)
    for id_, shared, row, outlet in rows:
        found[id_].append(_copy(row, outlet, shared))
    return {id_: tuple(copies) for id_, copies in found.items()}


def _copy(row: ArticleRow, outlet: ActorRow | None, shared: int) -> Copy:
    paper = named(outlet) if outlet else None
    title = row.title or row.file_name
    return Copy(row.public_id, title, row.language, paper, row.published_edtf, shared)


def as_json(copy: Copy) -> dict[str, Any]:
    """``shared`` as a share of 1."""
    return {
        "article": copy.article,
        "title": copy.title,
        "outlet": copy.outlet.slug if copy.outlet else None,
        "published": copy.published,
        "shared": copy.shared / 100,
    }
