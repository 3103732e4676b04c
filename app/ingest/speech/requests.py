"""What somebody asks of somebody else: «طلبت أنقرة من الحلف عقد اجتماع»."""

from __future__ import annotations

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.complete import complete
from app.ingest.speech.content import Opening
from app.ingest.speech.heads import Head
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject

#: How many words may stand between «طلبت» and «من», and between «من» and what is asked.
_WHOM, _ASKED = 8, 8


def read_request(scene: Scene) -> Said | None:
    """«طلبت أنقرة من الحلف عقد اجتماع»: the deed somebody asks of the one after من."""
    page, cue = scene.page, scene.cue
    if cue.lemma not in page.speech.lists["asking"] or cue.reading.aspect != "p" or cue.reading.suffix:
        return None
    whom = next((i for i in range(cue.end, min(scene.end, cue.end + _WHOM)) if page.fold(i) == "من"), None)
    deed = _deed_asked(page, whom + 1, scene.end) if whom is not None else None
    if whom is None or deed is None:
        return None
    subject = find_subject(page, cue.end, whom, cue.reading)
    if subject is not None and subject.head is Head.UNKNOWN:
        return None
    if subject is None and whom == cue.end and not cue.reading.prefixes:
        return None  # «كما طلب من فلان تسليم هاتفه»: he was asked
    return complete(scene, Opening(whom, deed, "phrase"), subject)


def _deed_asked(page: Page, at: int, end: int) -> int | None:
    """The deed after whom it is asked of: «من السفير مغادرة البلاد», «من التحالف عدم استهداف المدن»."""
    for i in range(at + 1, min(end, at + _ASKED)):
        if i in page.mentions:
            continue
        deed = any(r.pos == "verbal_noun" and not r.prefixes for r in page.tokens[i].analyses)
        deed = deed or page.within(i, "deeds") or _is_new_noun(page, i)
        if deed and not page.within(i - 1, "prepositions"):
            return i
        if page.is_mark(i) or page.tokens[i].verb() is not None:
            return None
    return None


def _is_new_noun(page: Page, i: int) -> bool:
    """«من السكان ملازمة البيوت»: an indefinite feminine noun after a definite one is no part of it."""
    told = page.tokens[i].span.text.endswith("ة") and not page.tokens[i].analyses
    before = page.fold(i - 1).startswith("ال") or i in page.mentioned
    return told and before and not page.fold(i).startswith("ال") and page.fold(i + 1).startswith("ال")
