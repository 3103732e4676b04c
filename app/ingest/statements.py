"""Statements: one for each act of saying with content, with speaker, media chain and day.

A sentence is searched for cues (``speech.cues``); each cue is read with its subject, content and
relays (``speech.reading``); speakers are then resolved in text order, because a verb
without a subject continues with the last speaker (``speech.speaker``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from app.domain.records import Actor, ActorKind, ChainLink, ChainRole, Draft, Mention, Statement
from app.domain.text import Span
from app.ingest.speech.acts import Said
from app.ingest.speech.cues import CueKind, goes_on
from app.ingest.speech.modality import modality_of
from app.ingest.speech.page import Page
from app.ingest.speech.quoted import quote_kind
from app.ingest.speech.reading import read_sentence
from app.ingest.speech.said import own_day, with_discourse_days
from app.ingest.speech.speaker import Discourse
from app.ingest.speech.turns import Resolved
from app.knowledge.load import Knowledge
from app.languages.ar.speech import load_speech


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.statements``; anonymous sources met here join ``draft.actors``."""
    page = Page(draft, load_speech())
    discourse = Discourse(page, knowledge)
    spoken: list[Spoken] = []
    media: Media = {}
    for start, end in page.sentences():
        # A text may break off right after its cue.
        found = [said for said in read_sentence(page, start, end) if said.start < end]
        if not found and not goes_on(page, start):
            discourse.note_topic(start, end)
        spoken.extend(_sentence(discourse, found, media))
    found_all = [_statement(page, s) for s in spoken]
    statements = with_discourse_days(found_all, [_bodies(page, s) for s in spoken])
    actors = (*draft.actors, *discourse.made.values())
    return replace(draft, statements=statements, actors=actors, mentions=_mentions(draft, discourse))


#: What each speaker's words last came through: speech that goes on comes through the same medium.
Media = dict[str, tuple[ChainLink, ...]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue whose speaker is settled."""

    said: Said
    who: Resolved
    relays: tuple[ChainLink, ...]


def _bodies(page: Page, spoken: Spoken) -> frozenset[str]:
    """Whom the words for a speaker name beside him, and to whom he belongs."""
    subject, actor = spoken.said.subject, spoken.who.actor
    words = range(subject.start, subject.end) if subject is not None else range(0)
    inside = {page.mentions[i].actor.slug for i in words if i in page.mentions}
    nested = page.nested(words.start, words.stop) if subject is not None else frozenset()
    return frozenset((inside | nested | {actor.affiliation or actor.slug}) - {actor.slug})


def _mentions(draft: Draft, discourse: Discourse) -> tuple[Mention, ...]:
    made = [m for actor in discourse.made.values() for m in actor.mentions]
    return tuple(sorted((*draft.mentions, *made), key=lambda m: m.span.start)) if made else draft.mentions


def _sentence(discourse: Discourse, found: list[Said], media: Media) -> list[Spoken]:
    settled: dict[int, Spoken] = {}
    for k, said in enumerate(found):
        leader = _leader(found, settled, k)
        if said.same_speaker and said.subject is None and k > 0 and not settled:
            continue  # whoever the verb of this sentence speaks of is unknown, and so is the participle's
        who = discourse.resolve(said, leader.who if leader else None)
        if who is not None:
            pins = (r.pin for r in said.relays if r.pin and r.pin.actor.slug != who.actor.slug)
            relays = tuple(_relay(pin.actor, pin.mention.span) for pin in pins)
            if not relays and who.inferred_by is not None:
                relays = media.get(who.actor.slug, ())
            media[who.actor.slug] = relays
            settled[k] = Spoken(said, who, relays)
    told = _without_relaying(found, settled)
    if told and (outer := told[-1].said.outer) in settled and settled[outer] in told:
        discourse.resume(settled[outer].said, settled[outer].who)  # not whom he tells of goes on
    return told


def _leader(found: list[Said], settled: dict[int, Spoken], k: int) -> Spoken | None:
    """Who spoke last in this sentence and agrees with the cue; those on its own level come first."""
    earlier = [settled[j] for j in range(k - 1, -1, -1) if j in settled and _agree(settled[j], found[k])]
    level = [
        s for s in earlier if s.said.outer is None or s.said.outer == found[k].outer or s.said.same_speaker
    ]
    return next(iter(level or earlier), None)


def _agree(spoken: Spoken, said: Said) -> bool:
    known, wanted = spoken.said.cue.reading.gender, said.cue.reading.gender
    return spoken.said.subject is None or known is None or wanted is None or known == wanted


_NEAR = 8


def _without_relaying(found: list[Said], settled: dict[int, Spoken]) -> list[Spoken]:
    """A medium that only tells what another said becomes a link in the chain of the inner statement."""
    dropped: set[int] = set()
    for k, spoken in list(settled.items()):
        outer = spoken.said.outer
        host = settled.get(outer) if outer is not None else None
        if outer is None or host is None or not _relays(found, outer, host, spoken):
            continue
        dropped.add(outer)
        settled[k] = replace(spoken, relays=(_relay(host.who.actor, host.who.source), *spoken.relays))
    return [s for k, s in sorted(settled.items()) if k not in dropped]


def _relays(found: list[Said], outer: int, host: Spoken, inner: Spoken) -> bool:
    """Whether the host is a medium whose content is, from its start, the inner saying."""
    if host.who.actor.kind is not ActorKind.MEDIA or inner.said.cue.kind is not CueKind.VERB:
        return False
    return inner.who.actor.slug != host.who.actor.slug and _near(found, outer)


def _near(found: list[Said], outer: int) -> bool:
    first = next(j for j in range(outer + 1, len(found)) if found[j].outer == outer)
    return found[first].cue.at - found[outer].start <= _NEAR


def _relay(actor: Actor, cue: Span | None) -> ChainLink:
    return ChainLink(ChainRole.RELAY, actor.slug, actor.name_ar, actor.name_en, cue)


def _statement(page: Page, spoken: Spoken) -> Statement:
    said, who = spoken.said, spoken.who
    kind, quotes = quote_kind(page, said.start, said.end, said.how)
    content = _content(page, said)
    verb = page.span(*said.verb)
    spans = [content, verb, *([who.source] if who.source else [])]
    whole = page.slice(min(s.start for s in spans), max(s.end for s in spans))
    return Statement(
        id=_identity(page.draft.document.sha256, whole, verb),
        paragraph=page.tokens[said.cue.at].paragraph,
        span=whole,
        speaker=who.speaker,
        source=who.source,
        verb=verb,
        lemma=_lemma(page, said),
        quote=kind,
        content=content,
        quoted=tuple(q.quotation.inner for q in quotes),
        modality=modality_of(page, said),
        chain=(*_publisher(page), *spoken.relays),
        said=own_day(page, said),
        rule=said.rule,
    )


def _lemma(page: Page, said: Said) -> str:
    """Of the word shown as the cue: «قوله» of «نقلت رويترز عن الوزير قوله» belongs to قال."""
    at = said.verb[0]
    if said.cue.kind is not CueKind.RELAY or at == said.cue.at:
        return said.cue.lemma
    told = (r.lemma for r in page.tokens[at].analyses if r.lemma in page.speech.verbs)
    return next(told, said.cue.lemma)


def _content(page: Page, said: Said) -> Span:
    """The content without the marks around a wholly quoted one and without attached و."""
    opened = page.opened.get(said.start)
    if opened is not None and opened.end >= said.end:
        return opened.quotation.inner
    return page.span(said.start, said.end)


def _identity(fingerprint: str, span: Span, verb: Span) -> str:
    key = f"{fingerprint}:statement:{span.start}:{span.end}:{verb.start}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _publisher(page: Page) -> tuple[ChainLink, ...]:
    outlet = page.draft.document.outlet
    if outlet is None:
        return ()
    return (ChainLink(ChainRole.PUBLISHER, outlet.slug, outlet.name_ar, outlet.name_en),)
