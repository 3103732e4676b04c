"""Whom the words of a subject mean, or, where a verb has none, who goes on speaking."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from app.domain.records import Actor, ActorKind, Mention, MentionHow, Speaker
from app.domain.text import Analysis, Span
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import Head, Phrase
from app.ingest.speech.reading import Said, gender_of
from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who has spoken, as later subjectless verbs may take up again."""

    actor: Actor
    gender: str | None
    plural: bool
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, the words that name it at this verb, and the pin of its mention if it has one."""

    actor: Actor
    source: Span | None
    inferred_by: str | None = None

    @property
    def speaker(self) -> Speaker:
        actor = self.actor
        return Speaker(
            actor.slug, actor.name_ar, actor.name_en, actor.kind is not ActorKind.SOURCE, self.inferred_by
        )


class Discourse:
    """Who has spoken so far, latest last, and the sources this article introduced."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.turns: list[Turn] = []
        self.made: dict[str, Actor] = {}

    def resolve(self, said: Said, leader: Resolved | None) -> Resolved | None:
        """The speaker of a cue; ``leader`` spoke just before in the same sentence."""
        resolved = self._of(said, leader)
        if resolved is not None:
            self._remember(said, resolved)
        return resolved

    def _of(self, said: Said, leader: Resolved | None) -> Resolved | None:
        if said.subject is not None:
            return self._stated(said.subject, said)
        if said.same_speaker and leader is not None:
            return replace(leader, source=None, inferred_by="same_clause")
        if said.same_speaker and said.fallback is None:
            return self._continuing(said.cue.reading)
        if said.fallback is not None and self._may_stand(said):
            found = self._stated(said.fallback, said)
            if found is not None:
                return replace(found, source=None, inferred_by="clause_subject")
        return self._continuing(said.cue.reading)

    def _may_stand(self, said: Said) -> bool:
        return said.same_speaker or not said.cue.reading.prefixes

    def _stated(self, phrase: Phrase, said: Said) -> Resolved | None:
        page = self.page
        source = page.span(phrase.start, phrase.end)
        if phrase.pin is not None:
            if phrase.start == phrase.pin.start:
                source = page.slice(phrase.pin.mention.span.start, source.end)
            return Resolved(phrase.pin.actor, source)
        head = page.fold(phrase.start)
        if head.startswith("ال") and (turn := self._named_before(head[2:])):
            return Resolved(turn.actor, source, "description")
        if phrase.head is Head.UNKNOWN and not head.startswith("ال"):
            return None
        return Resolved(self._introduce(source), source)

    def _named_before(self, noun: str) -> Turn | None:
        """The last speaker whom the same noun introduced: «المصدر» after «مصدر رسمي»."""
        return next((t for t in reversed(self.turns) if noun in t.words.split()), None)

    def _continuing(self, reading: Analysis) -> Resolved | None:
        """The last speaker that fits a subjectless verb in gender and number."""
        for turn in reversed(self.turns):
            fits = reading.gender is None or turn.gender is None or turn.gender == reading.gender
            if fits and (turn.plural or reading.number != "p"):
                return Resolved(turn.actor, None, "continued_speech")
        return None

    def _introduce(self, source: Span) -> Actor:
        """An anonymous source of this article, described by its own words."""
        name = " ".join(source.text.split())
        key = fold(name)
        if key not in self.made:
            digest = hashlib.sha256(f"{self.page.draft.document.sha256}:{key}".encode()).hexdigest()[:10]
            slug = f"source-{digest}"
            paragraph = next(p.n for p in self.page.draft.document.body if p.span.contains(source)) or 0
            mention = Mention(slug, paragraph, source, MentionHow.DESCRIPTION)
            self.made[key] = Actor(slug, ActorKind.SOURCE, name, name, known=False, mentions=(mention,))
        return self.made[key]

    def _remember(self, said: Said, resolved: Resolved) -> None:
        reading = said.cue.reading
        words = fold(resolved.source.text) if resolved.source else ""
        earlier = next((t for t in reversed(self.turns) if t.actor.slug == resolved.actor.slug), None)
        gender = reading.gender if said.subject is not None and reading.pos == "verb" else None
        if said.subject is not None and said.subject.pin is not None:
            gender = gender_of(said.subject.pin) or gender
        turn = Turn(
            resolved.actor,
            gender or (earlier.gender if earlier else None),
            reading.number == "p" or bool(earlier and earlier.plural),
            " ".join(filter(None, (words, earlier.words if earlier else ""))),
            said.cue.at,
        )
        self.turns.append(turn)
