"""Somebody who has spoken, and the speaker of one act of saying."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import Actor, ActorKind, Speaker
from app.domain.text import Span
from app.ingest.speech.heads import Head, Phrase


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who has spoken, as later subjectless verbs may take up again."""

    actor: Actor
    gender: str | None
    plural: bool
    words: str
    topic: bool = False
    paragraph: int = 0


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


def may_be(turn: Turn, phrase: Phrase) -> bool:
    """«الخارجية» is not the man who speaks for it, though his title has the word."""
    return (
        phrase.end - phrase.start > 1 or turn.actor.kind is not ActorKind.PERSON or phrase.head is Head.SOURCE
    )
