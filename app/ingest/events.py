"""What happened, is planned, proposed, denied or going on: from trigger to record.

Each sentence is searched for triggers; the clause of each gives participants, day, place and status;
tellings of one event are merged within the article. Nothing is invented: what the text does not say
stays empty, and the publication date is never the date of an event.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.edtf import window
from app.domain.records import Actor, ActorKind, Draft, Event, Role
from app.domain.text import Token
from app.ingest.happenings.carrying import carry_beside, carry_days
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.headlines import Told, headlines
from app.ingest.happenings.leading import Envoy, envoys_in, join_envoys
from app.ingest.happenings.merging import merge
from app.ingest.happenings.renown import date_well_known
from app.ingest.happenings.retelling import carry_parties
from app.ingest.happenings.telling import Reader
from app.ingest.happenings.topics import Topics
from app.ingest.happenings.view import SentenceRead, view_of
from app.ingest.span_index import SpanIndex
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.events``; states known only by adjective join ``draft.actors`` without mentions."""
    envoys: list[Envoy] = []
    events = merge(list(_findings(draft, knowledge, envoys)))
    carry_parties(events)
    join_envoys(events, envoys)
    carry_days(events, draft)
    date_well_known(events, draft.document.text, window(draft.document.published.edtf))
    carry_beside(events, draft.document.text)
    actors = {a.slug: a for a in draft.actors}
    added = _missing_actors(events, actors, knowledge)
    actors |= {a.slug: a for a in added}
    records = tuple(_record(e, draft, actors, knowledge) for e in sorted(events, key=lambda e: e.order))
    return replace(draft, events=_linked(records, events), actors=(*draft.actors, *added))


def _findings(draft: Draft, knowledge: Knowledge, envoys: list[Envoy]) -> Iterator[Finding]:
    """The tellings of an article; ``envoys`` takes up whom its sentences tell to have led or carried."""
    words = load_event_words()
    actors = {a.slug: a for a in draft.actors}
    tokens = _by_sentence(draft.tokens)
    named = draft.mentions or tuple(m for a in draft.actors for m in a.mentions)
    mentions, dates, statements = SpanIndex(named), SpanIndex(draft.dates), SpanIndex(draft.statements)
    reader = Reader(draft, knowledge, words, actors)
    topics = Topics()
    for sentence in draft.sentences:
        mine = tokens.get((sentence.paragraph, sentence.n), ())
        if not mine:
            continue
        read = SentenceRead(
            sentence,
            mine,
            mentions.touching(sentence.span),
            dates.touching(sentence.span),
            statements.touching(sentence.span),
        )
        view = view_of(read, actors, knowledge, topics.past)
        topics.hear(view)
        envoys += envoys_in(view)
        if reader.worth_reading(mine):
            yield from reader.read(view)


def _by_sentence(tokens: Sequence[Token]) -> Mapping[tuple[int, int], list[Token]]:
    found: dict[tuple[int, int], list[Token]] = defaultdict(list)
    for token in tokens:
        found[token.paragraph, token.sentence].append(token)
    return found


def _missing_actors(
    events: Sequence[Finding], actors: Mapping[str, Actor], knowledge: Knowledge
) -> list[Actor]:
    """States that take part by their adjective or are visited; owning a city visited makes no actor."""
    slugs = dict.fromkeys(
        p.slug
        for e in events
        for p in e.participants
        if p.role is not Role.PLACE_OWNER or (e.place is not None and e.place.slug == p.slug)
        if p.slug not in actors
    )
    return [actor for slug in slugs if (actor := _state(slug, knowledge))]


def _state(slug: str, knowledge: Knowledge) -> Actor | None:
    country = knowledge.country(slug)
    if country is None:
        return None
    return Actor(
        country.slug, ActorKind.COUNTRY, country.name_ar, country.name_en, country.code, country.wikidata
    )


def _record(finding: Finding, draft: Draft, actors: Mapping[str, Actor], knowledge: Knowledge) -> Event:
    words = load_event_words()
    participants = tuple(p for p in finding.participants if p.slug in actors)
    told = Told(
        finding.trigger, participants, finding.place, finding.words.text, finding.status, finding.thing
    )
    arabic, english = headlines(told, words.labels[finding.type], actors, knowledge)
    return Event(
        id=_id(draft.document.sha256, finding),
        paragraph=finding.paragraph,
        span=finding.span,
        type=finding.type,
        trigger=finding.words,
        headline_ar=arabic,
        headline_en=english,
        participants=participants,
        date=finding.date,
        place=finding.place,
        status=finding.status,
        chain=finding.claim.chain if finding.claim else (),
        rule=finding.trigger.id,
        background=finding.background,
        claimed_by=finding.claim.id if finding.claim else None,
    )


def _id(fingerprint: str, finding: Finding) -> str:
    key = f"{fingerprint}:event:{finding.trigger.id}:{finding.words.start}:{finding.words.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _linked(records: Sequence[Event], events: Sequence[Finding]) -> tuple[Event, ...]:
    """Carry order and containment from findings to the ids of the records they became."""
    ordered = sorted(events, key=lambda e: e.order)
    record_of = {t.order: r.id for r, e in zip(records, ordered, strict=True) for t in (e, *e.told_in)}
    out = []
    for record, finding in zip(records, ordered, strict=True):
        later = record_of.get(finding.after_of) if finding.after_of is not None else None
        whole = record_of.get(finding.inside_of) if finding.inside_of is not None else None
        out.append(
            replace(
                record,
                precedes=(later,) if later and later != record.id else (),
                part_of=whole if whole != record.id else None,
            )
        )
    return tuple(out)
