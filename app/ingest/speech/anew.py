"""Where another saying or deed begins, and the words about the one before it end."""

from __future__ import annotations

from app.domain.text import Analysis
from app.ingest.speech.cues import is_adverbial, is_complement, turns_against
from app.ingest.speech.page import Page

#: «أصدر بيانا قال فيه إن»: the verb before these has content of its own.
IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
#: «في وقت سابق» is an adverb.
_TIMES = frozenset({"سابق", "لاحق", "متاخر", "مبكر", "واحد", "قياسي"})


def starts_anew(page: Page, i: int) -> bool:
    """Whether another saying or deed begins, or the clause is broken off, before any content was found."""
    if page.within(i, "breaks") or is_meanwhile(page, i):
        return True
    return not page.names_person(i) and any(_anew(page, i, r) for r in page.tokens[i].analyses)


def is_meanwhile(page: Page, i: int) -> bool:
    """«، في حين أعلنت», «، وفي وقت قالت فيه»: somebody else's doing is told."""
    when = page.fold(i) in ("في", "وفي") and page.fold(i + 1) in ("حين", "وقت", "الوقت")
    at = i + 2 + (page.fold(i + 2) == "الذي")
    if not when or not page.is_comma(i - 1) or at >= len(page.tokens):
        return False
    return page.tokens[at].verb() is not None and page.fold(at) not in _TIMES


def _anew(page: Page, i: int, reading: Analysis) -> bool:
    if reading.lemma not in page.speech.verbs:
        told = reading.pos == "verb" and reading.aspect == "p" and reading.prefixes == ("و",)
        return told and i not in page.mentions
    if reading.pos == "verb" and reading.person == "3":
        joined = reading.prefixes[:1] in (("و",), ("ف",)) or page.fold(i - 1) in ("كما", "و")
        joined = joined or turns_against(page, i - 1)
        return joined or (reading.suffix is None and page.fold(i + 1) in IN_IT)
    if reading.pos == "participle" and reading.lemma != "قال" and is_adverbial(page, i, reading):
        opens = page.is_comma(i - 1) or is_complement(page, i + 1)
        return opens and not {"ال", "ب", "ل", "ك"} & set(reading.prefixes)
    return False
