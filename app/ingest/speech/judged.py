"""What somebody calls something: «فيديو اعتبرته الحكومة "مسيئا"», «عدته موسكو انتهاكا»."""

from __future__ import annotations

from dataclasses import replace

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.agreement import agrees
from app.ingest.speech.content import Opening
from app.ingest.speech.cues import Cue, is_complement
from app.ingest.speech.heads import Head
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.subjects import subject_before

#: How many words may stand between «اعتبرته» and what somebody is called.
_JUDGED = 8
#: «رأته في المطار», «عدها بنفسه»: with ب nothing is called anything.
_SEEN = frozenset({"راي", "عد"})
#: «غير قانوني», «بمثابة إعلان حرب»
_NOT = frozenset({"غير", "بمثابه", "مجرد", "محض"})


def read_judgement(scene: Scene) -> Said | None:
    """«فيديو اعتبرته الحكومة "مسيئا"», «ما وصفه خبراء بالاتفاق»: what somebody calls a thing.

    The subject is named, or is that of the sentence; the content is in marks or follows ب.
    """
    page, cue = scene.page, scene.cue
    if cue.lemma not in page.speech.lists["judging"] or not cue.reading.suffix or cue.reading.aspect != "p":
        return None
    limit = min(scene.end, cue.end + _JUDGED)
    start: int | None = next((i for i in range(cue.end, limit) if _is_name_given(page, i)), None)
    named = start is not None and cue.lemma not in _SEEN and _is_at_once(page, cue.end, start)
    start = start if named else _predicate(scene)
    if start is None:
        return None
    stop = start - (page.fold(start - 1) == "ب")
    subject = find_subject(page, cue.end, stop, cue.reading) if stop > cue.end else None
    if stop > cue.end and (subject is None or subject.head is Head.UNKNOWN):
        return None
    said = scene.said(Opening(start, start, "judged"), "verb.judgement", subject)
    if subject is not None:
        return said
    joined = "و" in cue.reading.prefixes
    if cue.lemma != "اعتبر" and not joined and not is_complement(page, start):
        return None  # «عمليات وصفها بالنوعية»: a remark inside what he says
    before = subject_before(page, scene.start, cue.at, cue.reading)
    return replace(said, fallback=before, same_speaker=True, clause=cue.at) if before else None


def _is_at_once(page: Page, at: int, start: int) -> bool:
    return not any(page.is_comma(i) or page.is_end(i) for i in range(at, start))


def _predicate(scene: Scene) -> int | None:
    """«رأته بغداد غير قانوني», «عدته موسكو انتهاكا»: an indefinite noun right after somebody named."""
    page, cue = scene.page, scene.cue
    pin = page.mentions.get(cue.end)
    at = pin.end if pin is not None else cue.end
    if at >= scene.end or page.is_mark(at) or not _agrees(pin, cue):
        return None
    word = page.fold(at)
    if word in _NOT:
        return at
    written = page.tokens[at].span.text
    accusative = word.endswith("ا") or written.endswith("ة")
    told = any(r.pos == "verb" and r.number != "d" for r in page.tokens[at].analyses)
    definite = word.startswith("ال") or told or page.within(at, "particles")
    return at if accusative and not definite and cue.lemma != "راي" and at not in page.mentions else None


def _agrees(pin: MentionPin | None, cue: Cue) -> bool:
    return pin is None or agrees(pin, cue.reading)


def _is_name_given(page: Page, i: int) -> bool:
    return i in page.opened or (
        page.fold(i).startswith("ب") and i not in page.mentions and len(page.fold(i)) > 3
    )
