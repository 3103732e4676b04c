"""The results as JSON: matches of each kind, with the matching stretches of each text. Pure."""

from __future__ import annotations

from app.pages.search.query import SearchQuery
from app.pages.search.records import (
    ActorHit,
    ArticleHit,
    EventHit,
    Facts,
    Hit,
    Instead,
    Marked,
    PassageHit,
    Source,
    StatementHit,
)
from app.web.named import names_of


def as_json(facts: Facts, query: SearchQuery) -> dict[str, object]:
    """One object. Marks are offsets in code points of the text beside them, the end excluded."""
    return {
        "query": [list(pair) for pair in query.pairs],
        "counts": dict(facts.counts),
        "whole": facts.whole,
        "found": {
            group.kind: {
                "count": group.count,
                "hits": [_hit(hit) for hit in group.hits],
                "after": group.after,
            }
            for group in facts.groups
        },
        "instead": [_instead(each) for each in facts.instead],
        "without_filter": [{"filter": name, "count": count} for name, count in facts.relaxed],
    }


def _hit(hit: Hit) -> dict[str, object]:
    match hit:
        case EventHit():
            return {
                "id": hit.id,
                "type": hit.type,
                "status": hit.status,
                "date": hit.edtf,
                "headline_ar": _marked(hit.headline_ar),
                "headline_en": _marked(hit.headline_en),
                "participants": [names_of(who) for who, _, _ in hit.parties],
                "told": _marked(hit.told),
                "source": _source(hit.source),
            }
        case StatementHit():
            return {
                "id": hit.id,
                "speaker": names_of(hit.speaker),
                "verb": hit.verb,
                "modality": hit.modality,
                "date": hit.edtf,
                "said": _marked(hit.said),
                "source": _source(hit.source),
            }
        case PassageHit():
            return {"excerpt": _marked(hit.excerpt), "source": _source(hit.source)}
        case ArticleHit():
            heading = _marked(hit.heading) if hit.heading else None
            return {"title": _marked(hit.title), "heading": heading, "source": _source(hit.source)}
        case ActorHit():
            return {
                **names_of(hit.named),
                "kind": hit.kind,
                "records": hit.records,
                "spelling": _marked(hit.spelling) if hit.spelling else None,
            }


def _marked(marked: Marked) -> dict[str, object]:
    return {"text": marked.text, "marks": [list(each) for each in marked.marks]}


def _source(source: Source) -> dict[str, object]:
    return {
        "article": source.article,
        "title": source.title,
        "outlet": names_of(source.outlet) if source.outlet else None,
        "published": source.published,
        "paragraph": source.paragraph or None,
        "sentence": source.sentence,
    }


def _instead(each: Instead) -> dict[str, object]:
    return {"kind": each.kind, "q": each.question, "count": each.count}
