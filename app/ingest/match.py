"""Across articles: which records are about one event, and which are linked without being one.

Everything here is a pure function of its arguments. The caller (``store.py``) turns extractions
into tellings, loads the stored tellings that share a block key, and stores the result::

    new = tellings(extraction)
    keys = {key for t in new for key in block_keys(t)}     # load stored tellings by these
    known = (*stored, *new)
    groups = group(known)                                  # one group is one event
    ties = links(known, sayings(extraction, knowledge))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.domain.codes import FAMILY_OF
from app.domain.edtf import window
from app.domain.links import Group, Link, LinkKind, Principal, Saying, Telling
from app.domain.records import (
    Actor,
    ActorKind,
    ChainRole,
    Event,
    EventStatus,
    Extraction,
    Modality,
    Role,
    Statement,
)
from app.domain.text import Span
from app.domain.time import DateSpan
from app.ingest.matching.compare import block_keys, same_event
from app.ingest.matching.grouping import group, origins
from app.ingest.matching.judged import judged_links
from app.ingest.matching.ties import course_links, denial_links, pair_links, repeated_words
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings, topics_of
from app.languages.ar.judgements import families_of, judgements_of
from app.languages.ar.normalise import fold

__all__ = [
    "block_keys",
    "group",
    "links",
    "links_by_groups",
    "links_by_records",
    "origins",
    "same_event",
    "sayings",
    "tellings",
]

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"(\d{1,9})\s+(\w{3,})")
#: Attached particles that may be taken off a word of five letters or more when words are compared.
_PARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")
#: Whoever says these speaks of both sides.
_BOTH = frozenset(
    """وزيران وزيرين رئيسان رئيسين طرفان طرفين جانبان جانبين بلدان بلدين دولتان دولتين جيشان جيشين
    بيننا""".split()
)
_STOP = frozenset(
    """في من الي علي عن ان انه انها هذا هذه ذلك تلك التي الذي الذين مع او ثم قد كان كانت لا لم لن ما بين كل
    بعد قبل""".split()
)  # fmt: skip


def tellings(extraction: Extraction) -> tuple[Telling, ...]:
    """The article's events as matching sees them."""
    actors = {a.slug: a for a in extraction.actors}
    statements = {s.id: s for s in extraction.statements}
    told = {e.id: _telling(e, extraction, actors, statements) for e in extraction.events}
    return tuple(_in_its_whole(t, told) for t in told.values())


def sayings(extraction: Extraction, knowledge: Knowledge) -> tuple[Saying, ...]:
    """The article's statements as matching sees them."""
    actors = {a.slug: a for a in extraction.actors}
    return tuple(_saying(s, extraction, actors, knowledge) for s in extraction.statements)


def links(known: Sequence[Telling], said: Sequence[Saying]) -> tuple[Link, ...]:
    """Every link among the tellings and sayings, each once, in a fixed order."""
    found = (*links_by_groups(known, group(known)), *links_by_records(known, said))
    return tuple(sorted(found, key=_order))


def links_by_groups(
    known: Sequence[Telling], groups: Sequence[Group], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """The links that change with what is one event.

    Given the ids that are ``fresh``, only links that these have a part in; among many known records
    that is all that can have changed.
    """
    return tuple(sorted(set(pair_links(known, groups, fresh)), key=_order))


def links_by_records(
    known: Sequence[Telling], said: Sequence[Saying], fresh: frozenset[str] | None = None
) -> tuple[Link, ...]:
    """The links that follow from the records alone, whatever is one event; ``fresh`` as above."""
    found = {
        *course_links(known, fresh),
        *denial_links(known, said, fresh),
        *repeated_words(said, fresh),
        *judged_links(known, said, fresh),
    }
    return tuple(sorted(found, key=_order))


def _order(link: Link) -> tuple[LinkKind, str, str]:
    return link.kind, link.source, link.target


def _in_its_whole(telling: Telling, told: Mapping[str, Telling]) -> Telling:
    """What happened in the course of an event came before whatever the event came before."""
    whole = told.get(telling.part_of or "")
    return replace(telling, precedes=whole.precedes) if whole and not telling.precedes else telling


def _telling(
    event: Event, extraction: Extraction, actors: Mapping[str, Actor], statements: Mapping[str, Statement]
) -> Telling:
    claim = statements.get(event.claimed_by or "")
    published = window(extraction.document.published.edtf)
    date_ = event.date.value if event.date else None
    return Telling(
        id=event.id,
        article=extraction.document.sha256,
        paragraph=event.paragraph,
        type=event.type,
        status=event.status,
        principals=tuple(_principal(p.slug, actors, p.role) for p in event.participants),
        date=date_,
        window=None if date_ else _window(event, extraction, published),
        place=event.place.slug if event.place else None,
        place_country=event.place.country if event.place else None,
        published=published,
        origin=_origin(event, claim, extraction),
        claimed_by=event.claimed_by,
        part_of=event.part_of,
        precedes=event.precedes,
        background=event.background,
        figures=_figures(event.span, extraction),
        curated=event.curated,
        joined=event.joined,
        apart=event.apart,
    )


def _principal(slug: str, actors: Mapping[str, Actor], role: Role) -> Principal:
    actor = actors.get(slug)
    kind = actor.kind.value if actor else ActorKind.COUNTRY.value
    country = (actor.country if actor else None) or (slug if kind == ActorKind.COUNTRY else None)
    return Principal(slug, kind, country.lower() if country else None, role)


def _window(event: Event, extraction: Extraction, published: DateSpan | None) -> DateSpan | None:
    """What is allowed where no date is told: not after publication nor after what it precedes."""
    if event.status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL):
        return DateSpan("", published.earliest, None) if published else None
    later = [e.date.value.latest for e in extraction.events if e.id in event.precedes and e.date]
    bounds = [d for d in (*later, published.latest if published else None) if d is not None]
    return DateSpan("", None, min(bounds)) if bounds else None


def _origin(event: Event, claim: Statement | None, extraction: Extraction) -> str | None:
    """The last named link before the event: a named speaker, else the wire, else the outlet."""
    if claim is not None and claim.speaker.named:
        return claim.speaker.slug
    relays = [link.slug for link in event.chain if link.role is ChainRole.RELAY]
    if relays:
        return relays[-1]
    outlet = extraction.document.outlet
    return outlet.slug if outlet else None


def _figures(span: Span, extraction: Extraction) -> tuple[tuple[str, int], ...]:
    """Numbers with the thing they count, dates left out."""
    dated = [d.span for d in extraction.dates if d.span.overlaps(span)]
    return tuple(
        (bare(match.group(2)), int(match.group(1)))
        for match in _FIGURE.finditer(fold(span.text))
        if not any(match.group(1) in fold(d.text) for d in dated)
    )


def _saying(
    statement: Statement, extraction: Extraction, actors: Mapping[str, Actor], knowledge: Knowledge
) -> Saying:
    speaker = actors.get(statement.speaker.slug)
    inside = [a for a in extraction.actors if any(statement.content.contains(m.span) for m in a.mentions)]
    about = {a.slug for a in inside} | {a.country.lower() for a in inside if a.country}
    words = _words(statement.content.text)
    return Saying(
        id=statement.id,
        article=extraction.document.sha256,
        paragraph=statement.paragraph,
        speaker=statement.speaker.slug,
        country=speaker.country if speaker else None,
        denies=_denies(statement),
        words=words,
        topics=topics_of(statement.content.text),
        about=frozenset(about) | _nationalities(words, knowledge),
        said=statement.said.value if statement.said else None,
        published=window(extraction.document.published.edtf),
        judges=_judges(statement),
    )


def _judges(statement: Statement) -> frozenset[str]:
    """How it judges what both sides did, if it names that or them; a denial judges the other way."""
    text = statement.content.text
    if statement.modality is not Modality.ASSERTED and not _denies(statement):
        return frozenset()
    named = {FAMILY_OF[topic] for topic in topics_of(text)}
    both = any(any(b.word in _BOTH for b in readings(w)) for w in _WORD.findall(fold(text)))
    judged = (j for j in judgements_of(text) if both or named & families_of(j.name))
    return frozenset(str(j.opposite if _denies(statement) else j) for j in judged)


def _denies(statement: Statement) -> bool:
    """Denies that something is so: by its verb, or in its first words («سوريا تنفي الأنباء …»).

    A refusal («لن نتعاون») is no denial of anything that was said.
    """
    cues = load_event_words().cues["deny"]
    return statement.modality is Modality.DENIED and (
        statement.lemma in cues
        or any(bare(w) in cues for w in _WORD.findall(fold(statement.content.text))[:4])
    )


def _words(text: str) -> tuple[str, ...]:
    words = (w for w in _WORD.findall(fold(text)) if w not in _STOP and len(w) > 2)
    return tuple(bare(w) for w in words)


def bare(word: str) -> str:
    """A folded word without attached particles, as long as three letters remain."""
    for particle in _PARTICLES:
        if word.startswith(particle) and len(word) - len(particle) >= 4:
            return word[len(particle) :]
    return word


def _nationalities(words: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """Countries named by adjective («لقاءات سورية إسرائيلية»)."""
    return frozenset(found.code.lower() for word in words if (found := nisba(word, knowledge)))
