"""Speech without quotation marks: a verb in the first person, or a sentence of its own after a comma."""

from __future__ import annotations

from app.ingest.speech.cues import Cue, CueKind, is_complement
from app.ingest.speech.page import Page

#: «وأضاف هناك ضربات»
_THERE_IS = frozenset({"هناك", "ثمه", "ليس", "ليست"})


def _tells_of(page: Page, i: int) -> bool:
    """An indefinite noun, and no sign of content before the next pause: «هناك» is not "over there"."""
    for k in range(i, min(i + 12, len(page.tokens))):
        if page.is_comma(k) or page.is_end(k):
            break
        if is_complement(page, k) or page.fold(k) == ":" or k in page.opened:
            return False
    word = page.fold(i)
    return page.tokens[i].is_word and not word.startswith("ال") and not page.within(i, "prepositions")


def in_first_person(page: Page, cue: Cue, i: int) -> bool:
    """«وأضاف نناشد الأطراف», «وقال الوزير لن نقبل»: speech without marks, told by its verb."""
    if cue.kind is not CueKind.VERB or cue.lemma not in page.speech.lists["saying"]:
        return False
    if page.fold(i) in _THERE_IS and _tells_of(page, i + 1):
        return i == cue.end or i in page.mentioned
    verb = i + 1 if page.within(i, "negations") else i
    readings = page.tokens[verb].analyses if verb < len(page.tokens) else ()
    spoken = any(r.pos == "verb" and r.person == "1" and r.aspect == "i" for r in readings)
    if not spoken or page.quoted[i] or i in page.mentions:
        return False
    if any(page.within(i, name) for name in ("kin", "quantities", "person_heads", "source_heads")):
        return False  # «وقال أحد السكان»
    sure = page.fold(verb).startswith("ن") and all(r.person == "1" for r in readings)
    sure = sure and not page.within(i - 1, "particles")
    return i == cue.end or (sure and not page.within(i - 1, "relatives") and i not in page.mentions)


def is_spoken_clause(page: Page, start: int, end: int) -> bool:
    """Whether a sentence of its own begins: «سيبقى …», «الطرفان اتفقا …», «لن نقبل …»."""
    if page.within(start, "adversatives") or page.within(start, "relatives"):
        return False  # «وأضاف إلى ذلك، إلا أنه قال»
    verb = page.tokens[start].verb()
    if verb is not None and start not in page.mentions:
        future = "س" in verb.prefixes
        return future or verb.person == "1" or (verb.aspect == "i" and not verb.prefixes)
    if page.within(start, "negations") or page.within(start, "own_openers"):
        return not page.within(start, "prepositions")
    clause = any(page.tokens[i].verb() for i in range(start, min(end, start + 6)))
    return page.fold(start).startswith("ال") and clause and not page.within(start, "relatives")
