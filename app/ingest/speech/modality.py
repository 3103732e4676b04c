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
        near = i < said.start + _NEAR
        if page.fold(i) in ("لا", "ولا", "لم") and page.fold(i + 1).endswith(
            ("زال", "زالت", "يزل", "تزل", "نزل")
        ):
            continue  # «لا يزال» affirms
        if near and (page.fold(i) in page.speech.negators or page.bare(i) in page.speech.negators):
            return Modality.DENIED
        if page.fold(i) in page.speech.hedges:
            return Modality.HEDGED
    if said.subject is not None and page.fold(said.subject.start) in page.speech.hedges:
        return Modality.HEDGED
    return Modality.ASSERTED
