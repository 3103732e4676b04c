"""Acts of saying whose speaker is the source beside the verb: documents, «نقلا عن», «علمت … من»."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind
from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.content import Opening
from app.ingest.speech.naming import whole_phrase
from app.ingest.speech.page import MentionPin
from app.ingest.speech.phrase import find_subject

#: How the content of a saying opens, other than by a noun phrase.
STATED = ("clause", "quote", "colon", "bare")


def read_document(scene: Scene, opening: Opening) -> Said | None:
    """«جاء في بيان للجيش أن»: the document, or whoever issued it, speaks."""
    page, at = scene.page, scene.cue.end
    if page.fold(at) != "في" or opening.how not in STATED:
        return None
    at = at + 2 if page.fold(at + 1) == "نص" else at + 1
    heads, head = page.speech.lists["document_heads"], page.fold(at)
    if head not in heads and head.removeprefix("ال") not in heads:
        return None
    return scene.said(opening, "verb.document", whole_phrase(page, at, opening.mark))


def read_sourced(scene: Scene, opening: Opening) -> Said | None:
    """What the subject of the verb only hands on; None where it speaks for itself."""
    if scene.cue.verb.media_only and (learnt := _read_learnt(scene, opening)) is not None:
        return learnt
    quoting = _quoting(scene, opening)
    return _read_quoting(scene, opening, quoting) if quoting is not None else None


def _read_learnt(scene: Scene, opening: Opening) -> Said | None:
    """«علمت الصحيفة من مصادر مطلعة أن»: the source speaks, through the medium."""
    page, cue = scene.page, scene.cue
    at = next((i for i in range(cue.end, opening.mark) if page.fold(i) == "من"), None)
    if at is None or not page.within(at + 1, "source_heads"):
        return None
    source = find_subject(page, at + 1, opening.mark)
    medium = find_subject(page, cue.end, at, cue.reading)
    if source is None or medium is None or medium.pin is None or not page.media(medium.pin):
        return None
    return replace(scene.said(opening, "verb.quoting", source), relays=(medium,))


def _quoting(scene: Scene, opening: Opening) -> int | None:
    """Where «نقلا عن» stands between the verb of a medium and the content."""
    page, between = scene.page, range(scene.cue.end, opening.mark)
    return next(
        (i for i in between if page.fold(i) in page.speech.quoting and page.fold(i + 1) == "عن"), None
    )


def _is_human(pin: MentionPin) -> bool:
    return pin.actor.kind is ActorKind.PERSON


def _read_quoting(scene: Scene, opening: Opening, quoting: int) -> Said | None:
    """«أفادت الوكالة نقلا عن مصدر بأن»: the source speaks, the subject of the verb relays."""
    source = find_subject(scene.page, quoting + 2, opening.mark)
    medium = find_subject(scene.page, scene.cue.end, quoting, scene.cue.reading)
    if source is None or (medium is not None and medium.pin is not None and _is_human(medium.pin)):
        return None  # «قالت السفيرة نقلا عن تقرير إن»: she says it
    said = scene.said(opening, "verb.quoting", source)
    return replace(said, relays=(medium,) if medium and medium.pin else ())
