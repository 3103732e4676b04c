"""The article's own row, its text and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.records import Extraction
from app.domain.text import Span
from app.domain.time import DateMention
from app.ingest.storing.rows import Values, article_key, day_bounds, insert, insert_one, public_id, words
from app.models import ArticleRow, DateMentionRow, DiscardedRow, ParagraphRow, SentenceRow


@dataclass(frozen=True, slots=True)
class Prints:
    """Hashes by which an article is known again: of its reading, and of what it was read from."""

    reading: str
    input: str


def store_article(session: Session, extraction: Extraction, prints: Prints) -> int:
    """The article's own row and its parts; its id. The outlet is set when actors are known."""
    document = extraction.document
    key = article_key(document)
    first, last = day_bounds(document.published.edtf)
    row: Values = {
        "public_id": public_id(key),
        "key": key,
        "sha256": document.sha256,
        "fingerprint": prints.reading,
        "input_print": prints.input,
        "rules_version": extraction.rules_version,
        "file_name": document.name,
        "given_id": document.meta.id,
        "language": document.language,
        "title": document.title.text if document.title else document.meta.title,
        "title_start": document.title.start if document.title else None,
        "title_end": document.title.end if document.title else None,
        "byline": document.byline.text if document.byline else document.meta.byline,
        "url": document.meta.url,
        "published_edtf": document.published.edtf,
        "published_earliest": first,
        "published_latest": last,
        "published_basis": document.published.basis,
        "published_evidence": document.published.evidence,
        "text": document.text,
    }
    article_id = insert_one(session, ArticleRow, row)
    _store_parts(session, article_id, extraction)
    return article_id


def _store_parts(session: Session, article_id: int, extraction: Extraction) -> None:
    document = extraction.document
    own = {"article_id": article_id}
    insert(
        session, ParagraphRow, [own | {"n": p.n, "kind": p.kind} | _at(p.span) for p in document.paragraphs]
    )
    discarded = [own | {"reason": d.reason} | _at(d.span) for d in document.discarded]
    insert(session, DiscardedRow, discarded)
    insert(
        session,
        SentenceRow,
        [own | {"paragraph": s.paragraph, "n": s.n} | _at(s.span) for s in extraction.sentences],
    )
    insert(session, DateMentionRow, [own | _date_mention(d) for d in extraction.dates])


def _date_mention(d: DateMention) -> Values:
    return {
        "paragraph": d.paragraph,
        **words(d.span),
        "kind": d.kind,
        "edtf": d.value.edtf if d.value else None,
        "earliest": d.value.earliest if d.value else None,
        "latest": d.value.latest if d.value else None,
        "rule": d.rule,
        "anchor": d.anchor,
    }


def _at(span: Span) -> Values:
    return {"start": span.start, "end": span.end}
