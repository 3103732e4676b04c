"""Completes an act of saying whose content has been found: its subject and the media in between."""

from __future__ import annotations

from dataclasses import replace

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.agreement import agrees
from app.ingest.speech.content import Opening
from app.ingest.speech.cues import turns_against
from app.ingest.speech.heads import Phrase
from app.ingest.speech.subjects import (
    adjoins,
    just_before,
    media_between,
    nearest_before,
    reacting,
    right_after,
    subject_before,
)


def complete(scene: Scene, opening: Opening, subject: Phrase | None, rule: str = "verb") -> Said:
    """The saying with its subject, also one that stands before the verb, and the media in between."""
    page, cue, before = scene.page, scene.cue, None
    subject = subject or just_before(page, cue, scene.start)
    anew = turns_against(page, cue.at - 1) and bool(scene.found)  # «…، لكنه أضاف»
    if subject is None and not anew and (not cue.reading.prefixes or cue.at > scene.start):
        before = subject_before(page, scene.clause, cue.at, cue.reading)
        if cue.reading.suffix and cue.reading.prefixes and before is not None:
            # «بعد أن قطعت بيروت علاقاتها مع الدوحة واتهمتها بـ»: the clause joined, not the sentence.
            near = nearest_before(page, scene.clause, cue.at)
            before = near if near and near.pin and agrees(near.pin, cue.reading) else before
        if before is not None and not cue.reading.prefixes and adjoins(page, before, cue.at):
            subject, before, rule = before, None, f"{rule}.svo"
    if subject is None and before is None and not cue.reading.prefixes:
        before = reacting(page, scene.start, cue.at, cue.reading)
    calls = cue.verb.person or cue.lemma in page.speech.lists["calling"]
    if subject is None and before is None and not calls:
        subject = right_after(page, cue, opening.mark)
    said = scene.said(opening, f"{rule}.{opening.how}", subject)
    return replace(said, fallback=before, relays=media_between(page, cue, opening.mark, subject))
