"""Rows for one article's statements and tellings, with the words they rest on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.links import Saying, Telling
from app.domain.records import Actor, ActorKind, ChainLink, Event, Extraction, Statement
from app.domain.text import Sentence, Span
from app.ingest.storing.keys import saying_keys, telling_keys
from app.ingest.storing.profiles import saying_to_json, telling_to_json
from app.ingest.storing.rows import (
    Values,
    dated,
    ids,
    insert,
    words,
)
from app.models import (
    BlockKeyRow,
    ChainLinkRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    StatementRow,
    TellingParticipantRow,
    TellingRow,
)

#: Best first; an event counts by the best of its tellings.
EVIDENCE = ("named", "institution", "anonymous", "reports")


class SentenceNumbers:
    """Which sentence of its paragraph an offset stands in; 1 where the paragraph has none."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._starts: dict[int, list[int]] = defaultdict(list)
        for s in sorted(sentences, key=lambda s: s.span.start):
            self._starts[s.paragraph].append(s.span.start)

    def at(self, paragraph: int, offset: int) -> int:
        return max(1, bisect_right(self._starts.get(paragraph, []), offset))


@dataclass(frozen=True, slots=True)
class Reading:
    """One article's extraction on its way into the tables: its actors and their row ids by slug,
    its records as matching sees them by public id."""

    article_id: int
    extraction: Extraction
    people: Mapping[str, Actor]
    actor_ids: Mapping[str, int]
    sayings: Mapping[str, Saying]
    tellings: Mapping[str, Telling]


def store_statements(session: Session, reading: Reading) -> dict[str, int]:
    """Statements with evidence, chains and block keys; row ids by public id."""
    extraction, profiles, actor_ids = reading.extraction, reading.sayings, reading.actor_ids
    numbers = SentenceNumbers(extraction.sentences)
    rows = [
        {
            "article_id": reading.article_id,
            "speaker_id": actor_ids[s.speaker.slug],
            "sentence": numbers.at(s.paragraph, s.verb.start),
            "evidence_kind": evidence_kind(s, reading.people),
            "profile": saying_to_json(profiles[s.id]),
            **_statement(s),
        }
        for s in extraction.statements
    ]
    insert(session, StatementRow, rows)
    made = ids(session, StatementRow, "public_id", (s.id for s in extraction.statements))
    owners = [({"statement_id": made[s.id], "telling_id": None}, s) for s in extraction.statements]
    insert(session, EvidenceRow, [o | row for o, s in owners for row in _statement_evidence(s)])
    insert(session, ChainLinkRow, [o | row for o, s in owners for row in _chain(s.chain, actor_ids)])
    insert(session, BlockKeyRow, [o | row for o, s in owners for row in saying_keys(profiles[s.id])])
    return made


def _statement(s: Statement) -> Values:
    return {
        "public_id": s.id,
        "paragraph": s.paragraph,
        **words(s.span),
        "speaker_named": s.speaker.named,
        "inferred_by": s.speaker.inferred_by,
        "verb": s.verb.text,
        "lemma": s.lemma,
        "quote": s.quote,
        "modality": s.modality,
        "content": s.content.text,
        "rule": s.rule,
        **dated(s.said),
    }


def _statement_evidence(s: Statement) -> Iterator[Values]:
    parts = [(EvidenceRole.SOURCE, s.source), (EvidenceRole.VERB, s.verb), (EvidenceRole.CONTENT, s.content)]
    parts += [(EvidenceRole.QUOTED, q) for q in s.quoted]
    return ({"role": role, **words(span)} for role, span in parts if span is not None)


def evidence_kind(s: Statement, actors: Mapping[str, Actor]) -> str:
    """Who stands behind the words: a named person, an institution, nobody named, or reports."""
    kind = actors[s.speaker.slug].kind
    if kind is ActorKind.SOURCE or not s.speaker.named:
        return "anonymous"
    if kind is ActorKind.MEDIA:
        return "reports"
    return "named" if kind is ActorKind.PERSON else "institution"


def _chain(links: Sequence[ChainLink], actor_ids: Mapping[str, int]) -> Iterator[Values]:
    for position, link in enumerate(links):
        yield {
            "position": position,
            "role": link.role,
            "actor_id": actor_ids[link.slug],
            "cue_start": link.cue.start if link.cue else None,
            "cue_end": link.cue.end if link.cue else None,
            "cue_text": link.cue.text if link.cue else None,
        }


def store_tellings(session: Session, reading: Reading, statements: Mapping[str, int]) -> dict[str, int]:
    """Events as this article tells them, each for now an event of its own; their row ids by public id."""
    extraction, profiles, actor_ids = reading.extraction, reading.tellings, reading.actor_ids
    numbers = SentenceNumbers(extraction.sentences)
    claims = {s.id: s for s in extraction.statements}
    insert(session, EventRow, [_provisional(e) for e in extraction.events])
    events = ids(session, EventRow, "public_id", (e.id for e in extraction.events))
    rows = [
        {
            "article_id": reading.article_id,
            "event_id": events[e.id],
            "sentence": numbers.at(e.paragraph, e.trigger.start),
            "claimed_by_id": statements.get(e.claimed_by or ""),
            "origin": profiles[e.id].origin or extraction.document.sha256[:12],
            "evidence_kind": _evidence_of(claims.get(e.claimed_by or ""), reading),
            "profile": telling_to_json(profiles[e.id]),
            **_telling(e),
        }
        for e in extraction.events
    ]
    insert(session, TellingRow, rows)
    made = ids(session, TellingRow, "public_id", (e.id for e in extraction.events))
    owners = [({"statement_id": None, "telling_id": made[e.id]}, e) for e in extraction.events]
    evidence = [o | row for o, e in owners for row in _telling_evidence(e, extraction)]
    insert(session, EvidenceRow, evidence)
    insert(session, ChainLinkRow, [o | row for o, e in owners for row in _chain(e.chain, actor_ids)])
    insert(session, BlockKeyRow, [o | row for o, e in owners for row in telling_keys(profiles[e.id])])
    insert(
        session,
        TellingParticipantRow,
        [
            {"telling_id": made[e.id], "actor_id": actor_ids[p.slug], "role": p.role, "position": n}
            for e in extraction.events
            for n, p in enumerate(dict.fromkeys(e.participants))
        ],
    )
    return events


def _evidence_of(claim: Statement | None, reading: Reading) -> str:
    return evidence_kind(claim, reading.people) if claim else "reports"


def _shown(e: Event) -> Values:
    return {
        "public_id": e.id,
        "type": e.type,
        "status": e.status,
        "headline_ar": e.headline_ar,
        "headline_en": e.headline_en,
        "background": e.background,
        **dated(e.date),
        "place_slug": e.place.slug if e.place else None,
        "place_ar": e.place.name_ar if e.place else None,
        "place_en": e.place.name_en if e.place else None,
        "place_country": e.place.country if e.place else None,
    }


def _provisional(e: Event) -> Values:
    counts = {"certainty": "undated", "evidence_kind": "reports", "tellings_count": 1, "origins_count": 1}
    return _shown(e) | counts


def _telling(e: Event) -> Values:
    return _shown(e) | {"paragraph": e.paragraph, **words(e.span), "rule": e.rule}


def _telling_evidence(e: Event, extraction: Extraction) -> Iterator[Values]:
    yield {"role": EvidenceRole.TRIGGER, **words(e.trigger)}
    if e.place and e.place.span:
        yield {"role": EvidenceRole.PLACE, **words(e.place.span)}
    day = date_words(e, extraction)
    if day:
        yield {"role": EvidenceRole.DATE, **words(day)}


def date_words(e: Event, extraction: Extraction) -> Span | None:
    """Where the words of the event's date stand: in its paragraph, nearest to its clause."""
    if e.date is None or not e.date.text:
        return None
    said = e.date.text
    places = [
        d.span
        for d in extraction.dates
        if d.paragraph == e.paragraph and (said in d.span.text or d.span.text in said)
    ]
    return min(places, key=lambda s: (not e.span.contains(s), abs(s.start - e.span.start)), default=None)
