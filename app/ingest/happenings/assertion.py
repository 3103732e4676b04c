"""Who vouches for an event: the article, a party to it, or only whoever is quoted."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import Actor, ActorKind, DatedWords, EventStatus, EventType
from app.domain.time import DateSpan
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.granted import plain
from app.ingest.happenings.status import Standing
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View

_CONFIRMING = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.COUNTRY, ActorKind.MILITARY})
_OFFICIAL = frozenset({Family.CONTACT, Family.PROTEST})
_PAST = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})
_WHILE = frozenset({"اثناء", "خلال"})


def dated_status(
    view: View, found: Candidate, stands: Standing, date: DatedWords | None, published: DateSpan | None
) -> EventStatus:
    """The status of an event from its standing in the clause and from its day."""
    status = stands.status
    if status is EventStatus.HYPOTHETICAL and stands.firm and is_ahead(date, published):
        return EventStatus.PLANNED
    if status not in _PAST:
        return status
    if is_ahead(date, published):
        return EventStatus.PLANNED
    if date is not None and date.value.edtf.endswith("/.."):
        status = EventStatus.ONGOING
    elif status is EventStatus.ONGOING and found.verbal and date is not None and date.value.is_day:
        status = EventStatus.OCCURRED
    if status is EventStatus.OCCURRED and date is None and _under_way(view, found):
        status = EventStatus.ONGOING
    return status


def claimed_status(status: EventStatus, found: Candidate, cast: Cast, speaker: Actor | None) -> EventStatus:
    """The status of an event told inside a statement: what only its speaker vouches for is reported."""
    if status is not EventStatus.OCCURRED or _taken_as_known(found) or _own_affair(found, speaker, cast):
        return status
    return EventStatus.REPORTED


def is_ahead(date: DatedWords | None, published: DateSpan | None) -> bool:
    """Whether a day lies wholly after publication."""
    if date is None or published is None or published.latest is None:
        return False
    return date.value.earliest is not None and date.value.earliest > published.latest


def _under_way(view: View, found: Candidate) -> bool:
    """«قال أثناء زيارة إلى …»: the visit goes on while he speaks."""
    visiting = found.trigger.type is EventType.VISIT and not found.verbal
    return visiting and plain(view.fold(found.carrier - 1)) in _WHILE


def _taken_as_known(found: Candidate) -> bool:
    """A contact that the quoted words take for granted: «المحادثات التي انتهت أمس مفيدة»."""
    told_by_itself = found.definite or (found.light is not None and found.light > found.start)
    return FAMILY_OF[found.trigger.type] is Family.CONTACT and told_by_itself


def _own_affair(found: Candidate, speaker: Actor | None, cast: Cast) -> bool:
    """Whoever took part, or speaks for a state that did, does not merely report it; nor do the media of a

    state whom its officials met. Of acts of force both sides tell their own story: these stay reported.
    """
    family = FAMILY_OF[found.trigger.type]
    if speaker is None or family in VIOLENT:
        return False
    if speaker.kind not in _CONFIRMING and not (speaker.kind is ActorKind.MEDIA and family in _OFFICIAL):
        return False
    parties = {p.slug for p in cast.everyone} | {p.country for p in cast.everyone}
    country = speaker.country.lower() if speaker.country else None
    return speaker.slug in parties or (country is not None and country in parties)
