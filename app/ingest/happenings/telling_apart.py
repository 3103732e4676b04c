"""What shows that two tellings are of two events or of one, whoever takes part."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import EventStatus, EventType, Role
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.finding import Finding

#: Words that say where to: «وصوله إلى الجزائر» is no other word for the visit to Morocco.
_ITS_OWN_GOAL = frozenset({"visit.arrive", "visit.tour"})
#: Who meets does not telephone; «محادثات» may be either.
_CALLED_AND_MET = frozenset({EventType.PHONE_CALL, EventType.MEETING})

_TOLD = frozenset({EventStatus.OCCURRED, EventStatus.REPORTED})


def set_apart(known: Finding, new: Finding) -> bool:
    """Other countries visited, other towns hit, a call beside a meeting."""
    called_and_met = {known.type, new.type} == _CALLED_AND_MET
    return (
        called_and_met
        or _went_before(known, new)
        or _hit_elsewhere(known, new)
        or _visited_elsewhere(known, new)
    )


def _went_before(known: Finding, new: Finding) -> bool:
    """«أيدت المحكمة الحكم. وكانت قد حكمت عليه …»: a step back from what was told tells another act."""
    narrated = known.told and not known.earlier and known.status in _TOLD
    dated = known.date is not None and new.date is not None
    return new.earlier and new.told and not new.definite and narrated and not dated


def _visited_elsewhere(known: Finding, new: Finding) -> bool:
    """«يتوجه إلى لومي، قبل زيارة إلى أبوجا»: visits to two countries are two."""
    if known.type is not EventType.VISIT or new.type is not EventType.VISIT:
        return False
    if (new.definite or new.determined) and new.trigger.id not in _ITS_OWN_GOAL:
        return False
    lands = [{p.slug for p in f.participants if p.role is Role.PLACE_OWNER} for f in (known, new)]
    return all(lands) and not lands[0] & lands[1]


def _hit_elsewhere(known: Finding, new: Finding) -> bool:
    """«قصفت … الموصل. واستهدفت … تكريت»: acts of force at two towns are two."""
    force = {FAMILY_OF[known.type], FAMILY_OF[new.type]} <= VIOLENT
    towns = [f.place.slug for f in (known, new) if f.place is not None and f.place.slug != f.place.country]
    return force and new.verbal and known.verbal and len(set(towns)) == 2


def steps(known: Finding, new: Finding) -> bool:
    """«قطع العلاقات وطرد السفير», «وصل … ثم تفقد القوات»: steps of one type that are not each other."""
    if (known.trigger.id == "visit.inspect") != (new.trigger.id == "visit.inspect"):
        return True
    acts = {finding.trigger.id.partition(".")[0] for finding in (known, new)}
    return {known.type, new.type} == {EventType.SEVERED_TIES} and len(acts) == 2


def call_goes_on(known: Finding, new: Finding) -> bool:
    """«اتصل بنظيره وتباحث معه»: a verb of talking with the very same tells what the call was about."""
    talked = known.type is EventType.PHONE_CALL and new.type is EventType.TALKS
    return talked and new.verbal and bool(new.slugs) and new.slugs == known.slugs


def called_then_met(known: Finding, new: Finding) -> bool:
    """Talks that a verb of their own tells after a phone call are others."""
    calls = known.type is EventType.PHONE_CALL and new.type is not EventType.PHONE_CALL
    return calls and new.told and not (new.definite or new.verbal)


def still_to_come(known: Finding, new: Finding) -> bool:
    """«يجري اليوم محادثات مع نظيره»; then, of him, «الذي يفترض أن يجري محادثات مع نظيره»."""
    ahead = known.status is EventStatus.ONGOING and new.status is EventStatus.PLANNED
    same = known.type is new.type and known.slugs == new.slugs and len(new.slugs) > 1
    return ahead and same and new.date is None and FAMILY_OF[new.type] is Family.CONTACT
