"""One record of an event from its tellings: the fullest, with what the others alone tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventStatus, EventType, Place
from app.ingest.happenings.cast import participants
from app.ingest.happenings.finding import Finding


def one_record(tellings: list[Finding]) -> Finding:
    """The fullest telling, completed; the others stand in its ``told_in``."""
    best = max(tellings, key=lambda t: (t.fullness - 0.3 * min(t.paragraph - 1, 5), -t.order))
    others = [t for t in tellings if t is not best and t.firm]
    for other in others:
        if other.order not in {t.order for t in best.told_in}:
            best.told_in.append(other)
    _complete(best, others)
    return best


def _named_exactly(best: Finding, others: Sequence[Finding]) -> None:
    """Talks that another telling calls a phone call are a phone call."""
    call = next((t for t in others if t.type is EventType.PHONE_CALL), None)
    if call is not None and best.type is EventType.TALKS:
        best.trigger = call.trigger


def _nearer(known: Place | None, other: Place | None) -> Place | None:
    """The town rather than the state in which it lies."""
    if known is None or other is None:
        return known or other
    within = known.slug == known.country == other.country
    return other if within else known


def _add_targets(best: Finding, others: Sequence[Finding]) -> None:
    """«شنت غارات … واستهدفت الغارات مواقع للحزب»: whom it hit, where only another telling says so."""
    beside = (t for t in others if t.definite and abs(t.paragraph - best.paragraph) <= 1)
    hit = next((t for t in beside if t.cast.targets and not t.cast.actors), None)
    if hit is None or best.cast.targets or not best.cast.actors or FAMILY_OF[best.type] is not Family.STRIKE:
        return
    best.cast = replace(best.cast, targets=hit.cast.targets)
    best.participants = participants(best.cast, mutual=False)


def _complete(best: Finding, others: Sequence[Finding]) -> None:
    """Take from the other tellings what the fullest one leaves out."""
    _named_exactly(best, others)
    mutual = best.trigger.frame == "mutual"
    told = (
        best,
        *(t for t in others if (mutual and t.countries >= best.countries) or (not mutual and not t.definite)),
    )
    fuller = max(told, key=lambda t: (t.persons if mutual else 0, len(t.participants), t is best))
    if len(fuller.participants) > len(best.participants) or (mutual and fuller.persons > best.persons):
        sponsors = (*best.cast.sponsors, *fuller.cast.sponsors)
        best.participants, best.cast = fuller.participants, replace(fuller.cast, sponsors=sponsors)
    if not mutual:
        _add_targets(best, others)
    for other in sorted(others, key=lambda t: t.order):
        best.date = best.date or other.date
        if best.type is not EventType.PHONE_CALL:
            best.place = _nearer(best.place, other.place)
        best.after_of = best.after_of if best.after_of is not None else other.after_of
    if any(t.status is EventStatus.DENIED for t in others):
        best.status = EventStatus.DENIED
    if best.status is EventStatus.REPORTED and any(t.status is EventStatus.OCCURRED for t in others):
        best.status = EventStatus.OCCURRED
