"""Whether content is asserted, denied, hedged, offered, demanded or expected."""

from __future__ import annotations

from app.domain.records import Modality
from app.ingest.speech.acts import Said
from app.ingest.speech.page import Page

_REACH = 12
_NEAR = 6


def modality_of(page: Page, said: Said) -> Modality:
    """The verb's own modality; for plain verbs the first hedge or negation of the content decides."""
    if said.verb[0] < said.cue.at:
        return Modality.HEDGED  # «لم يستبعد أن»
    if said.cue.verb.modality is not Modality.ASSERTED:
        return said.cue.verb.modality
    opening = range(said.start, min(said.end, said.start + _REACH))
    for i in opening:
        if page.bare(i).startswith("لكن") or page.within(i, "relatives"):
            break  # what is negated or doubted after these is not the claim
        near = i < said.start + _NEAR
        if page.fold(i) in ("لا", "ولا", "لم") and page.fold(i + 1).endswith(
            ("زال", "زالت", "يزل", "تزل", "نزل")
        ):
            continue  # «لا يزال» affirms
        if near and (page.fold(i) in page.speech.negators or page.bare(i) in page.speech.negators):
            if not _affirms(page, i):
                return Modality.DENIED
        elif page.fold(i) in page.speech.hedges and not _has_happened(page, i):
            return Modality.HEDGED
    if said.subject is not None and page.fold(said.subject.start) in page.speech.hedges:
        return Modality.HEDGED
    return Modality.ASSERTED


_EXIST = frozenset({"يوجد", "توجد", "يزال", "تزال", "بد", "شك", "ريب", "سيما"})
#: What incidents do, not people.
_INCIDENTS = frozenset({"يسفر", "تسفر", "تقع", "يقع", "تسجل", "يسجل", "يتضح", "تتضح", "يخلف", "تخلف"})
_ONLY = frozenset({"سوي", "الا", "فقط", "فحسب"})


def _affirms(page: Page, i: int) -> bool:
    """«لا يوجد سوى», «لن تفشل فقط», «لا شك»: a negation that denies nobody's deed."""
    return page.fold(i + 1) in _EXIST | _INCIDENTS or any(page.fold(j) in _ONLY for j in range(i + 1, i + 5))


def _has_happened(page: Page, i: int) -> bool:
    """«قد» before the past says that something has happened, not that it may."""
    following = page.tokens[i + 1].analyses if i + 1 < len(page.tokens) else ()
    aspects = {r.aspect for r in following if r.pos == "verb"}
    past = aspects == {"p"} or (not aspects and page.fold(i + 1)[:1] not in "يتنا")
    return page.fold(i) == "قد" and past
