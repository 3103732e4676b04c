"""Merges tellings of one event in one article into one record, at the paragraph that tells it most fully."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventStatus, EventType
from app.ingest.happenings.carriers import VIOLENT
from app.ingest.happenings.completing import one_record
from app.ingest.happenings.counting import stands_alone
from app.ingest.happenings.finding import Finding
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.telling_apart import call_goes_on, called_then_met, set_apart, steps, still_to_come
from app.ingest.matching.compare import comparable

_NOT_YET = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
_MUTUAL = frozenset({Family.CONTACT, Family.ACCORD})
#: A movement is not the state it lives in: a deal of Taliban and Washington is none of Kabul's.
_OF_NO_STATE = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANISATION})
#: Never another word for a related type: who sends ships does not hold the exercise.
_OF_THEIR_OWN = frozenset({EventType.COORDINATION, EventType.EXERCISE})
#: Only so many events back are looked at, and so many tellings of each: the work stays linear.
LOOK_BACK = 60
TELLINGS = 8
#: A definite noun («الهجوم») points back over at most this many paragraphs.
REACH = 6
#: An indefinite noun that names nobody tells the same event over at most this many.
NEAR = 2


def merge(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each event; the others stand in its ``told_in``."""
    events: list[list[Finding]] = []
    for finding in findings:
        home = _home(finding, events)
        if home is not None:
            home.append(finding)
        elif stands_alone(finding):
            events.append([finding])
    return [one_record(tellings) for tellings in events]


def _home(finding: Finding, events: Sequence[list[Finding]]) -> list[Finding] | None:
    """The latest event that this may be another telling of; exact types before related ones."""
    recent = events[: -LOOK_BACK - 1 : -1]
    fits = [tellings for tellings in recent if _fits(finding, tellings[:TELLINGS])]
    exact = [tellings for tellings in fits if tellings[0].type is finding.type]
    return next(iter(exact or fits), None)


def _fits(finding: Finding, tellings: Sequence[Finding]) -> bool:
    one = any(_one_event(t, finding) for t in tellings)
    return one and not any(_apart(t, finding) for t in tellings)


def _one_event(known: Finding, new: Finding) -> bool:
    if (
        new.again
        or not _types_meet(known, new)
        or not _dates_meet(known, new)
        or not _status_meets(known, new)
    ):
        return False
    if not new.participants:
        if _brings_in(known, new):
            return False
        near = 2 if new.verbal and not _forceful(new) else REACH
        pointing = new.definite or new.type is known.type or known.type in new.trigger.like
        pointing = pointing or (new.given and _contacts(known, new))  # «بعد محادثات استغرقت ساعات»
        return new.paragraph - known.paragraph <= near and pointing
    if not known.participants:
        return new.definite or (known.type is new.type and known.paragraph == new.paragraph)
    return _parties_meet(known, new)


def _brings_in(known: Finding, new: Finding) -> bool:
    """«… اندلعت اشتباكات …» after some paragraphs: an indefinite noun brings in another event."""
    pointing = new.verbal or new.definite or new.possessed
    tells = not pointing and (new.told or new.given)
    return tells and new.paragraph - known.paragraph > NEAR


def _contacts(known: Finding, new: Finding) -> bool:
    types = {known.type, new.type}
    return {FAMILY_OF[t] for t in types} == {Family.CONTACT} and not types & {
        EventType.VISIT,
        EventType.PHONE_CALL,
    }


def _forceful(finding: Finding) -> bool:
    return FAMILY_OF[finding.type] is Family.STRIKE or finding.trigger.label_en == "Attack"


def _apart(known: Finding, new: Finding) -> bool:
    """What any telling of an event says against this being another one of it."""
    if not _dates_meet(known, new) or set_apart(known, new):
        return True
    return bool(known.participants and new.participants) and not _parties_meet(known, new)


def _types_meet(known: Finding, new: Finding) -> bool:
    if (
        _attack_again(known, new)
        or _strikes_of_it(known, new)
        or _lost_again(known, new)
        or call_goes_on(known, new)
    ):
        return True
    if known.trigger.label_en != new.trigger.label_en or called_then_met(known, new) or steps(known, new):
        return False
    if known.type is new.type:
        return True
    if EventType.VISIT in (known.type, new.type) or FAMILY_OF[known.type] is not FAMILY_OF[new.type]:
        return False
    return "pair" in known.trigger.guards | new.trigger.guards or _named_otherwise(known, new)


def _named_otherwise(known: Finding, new: Finding) -> bool:
    """Related types that may mean one event: the later word points back, or not both are verbs."""
    if not comparable(known.type, new.type) or {known.type, new.type} & _OF_THEIR_OWN:
        return False
    if FAMILY_OF[new.type] is Family.STRIKE and not (new.definite or new.told):
        return False
    return new.definite or known.definite or not (new.verbal and known.verbal)


def _attack_again(known: Finding, new: Finding) -> bool:
    """«الهجوم» after strikes or a killing points back at them."""
    return (
        (new.definite or new.determined)
        and not new.described
        and new.trigger.label_en == "Attack"
        and not new.verbal
        and FAMILY_OF[known.type] is Family.STRIKE
    )


def _strikes_of_it(known: Finding, new: Finding) -> bool:
    """«الضربات استهدفت …» just after an attack was told: what it hit, not further strikes."""
    pointing = new.definite and not new.verbal and FAMILY_OF[new.type] is Family.STRIKE
    told = known.told or known.carried
    near = new.paragraph - known.paragraph <= 1
    return pointing and told and near and known.trigger.label_en == "Attack" and not new.cast.actors


def _lost_again(known: Finding, new: Finding) -> bool:
    """«سقطت الطائرة الروسية» after it was told that one was shot down; «دوي انفجارات» beside strikes."""
    if known.type not in new.trigger.like and new.type not in known.trigger.like:
        return False
    if not new.participants or not known.participants:
        return abs(new.paragraph - known.paragraph) <= 1
    return new.determined and bool(known.countries & new.countries)


def _dates_meet(known: Finding, new: Finding) -> bool:
    if known.date is None or new.date is None:
        return True
    return known.date.value.overlaps(new.date.value)


def _status_meets(known: Finding, new: Finding) -> bool:
    if known.meant or new.meant or still_to_come(known, new):
        return True
    if {known.status, new.status} == {EventStatus.ONGOING, EventStatus.DENIED}:
        return False
    if known.many != new.many and not new.definite:
        return False
    if known.plural != new.plural and _introduced(known) and _introduced(new):
        return False
    if new.definite and not new.participants and new.status is EventStatus.PLANNED and new.carried:
        return known.status in _NOT_YET
    if new.definite and (
        not new.participants or (known.status is EventStatus.PLANNED and new.date is None and not new.carried)
    ):
        return True
    if (known.status in _NOT_YET) != (new.status in _NOT_YET):
        return new.definite and new.status is EventStatus.HYPOTHETICAL
    return True


def _introduced(finding: Finding) -> bool:
    """An indefinite noun of force introduces it: one raid, then raids, are not the same."""
    return not finding.verbal and not finding.definite and FAMILY_OF[finding.type] is Family.STRIKE


def _parties_meet(known: Finding, new: Finding) -> bool:
    """The later names nobody that the earlier does not know, by name or by country."""
    if known.type is EventType.SUMMONING and not new.verbal:
        return bool(known.countries & new.countries)
    if FAMILY_OF[known.type] in _MUTUAL:
        if _named_apart(known, new):
            return False
        if _met_another(known, new):
            return False
        return _counted_in(new, known) or _counted_in(known, new) or new.slugs <= known.slugs
    if known.type is EventType.SHOOTDOWN is new.type and new.determined and not new.verbal:
        return _side_meets(known, new, acting=False)  # «إسقاط الطائرة», whoever is blamed for it
    if FAMILY_OF[known.type] not in VIOLENT and not new.definite and not _shared(known, new):
        return False
    pointing = new.definite and not new.verbal and _forceful(new) and new.date is None
    if pointing and not new.cast.targets and new.place is None and new.claim is None and not new.described:
        return True  # «تبنت الجماعة المسؤولية عن الهجوم»: whoever claims it
    return _side_meets(known, new, acting=True) and (pointing or _side_meets(known, new, acting=False))


def _counted_in(fewer: Finding, more: Finding) -> bool:
    """Whether each of the fewer is among the more, a person or an army being its state's."""
    slugs = {p.slug for p in more.cast.everyone}
    states = {p.country for p in more.cast.everyone if p.kind not in _OF_NO_STATE}
    stately = (p for p in fewer.cast.everyone if p.country and p.slug not in slugs)
    return all(p.kind not in _OF_NO_STATE and p.country in states for p in stately)


def _shared(known: Finding, new: Finding) -> bool:
    """Whether anybody, or anybody's state, takes part in both."""
    return bool(known.slugs & new.slugs or known.countries & new.countries)


def _named_apart(known: Finding, new: Finding) -> bool:
    """A state's talks and its minister's meeting are told as two unless one points at the other."""
    if known.persons and new.persons:
        one, two = ({p.slug for p in t.cast.everyone} for t in (known, new))
        return not one & two or (known.persons > 1 < new.persons and bool(one - two) and bool(two - one))
    if "pair" in known.trigger.guards | new.trigger.guards:
        return False
    ahead = known.status in _NOT_YET and new.status in _NOT_YET
    another = known.type is not new.type or ahead
    return bool(known.persons) != bool(new.persons) and another and not new.definite


def _met_another(known: Finding, new: Finding) -> bool:
    """«ثم التقى الأمين العام للحزب»: a verb of its own, with whom no table knows, tells one more meeting."""
    meets = new.verbal and known.verbal and new.sentence != known.sentence
    return meets and len(new.participants) == 1 < len(known.participants) and new.type is EventType.MEETING


def _side_meets(known: Finding, new: Finding, *, acting: bool) -> bool:
    one = known.cast.actors if acting else known.cast.targets
    two = new.cast.actors if acting else new.cast.targets
    if not one or not two:
        return True
    if acting and _others(one, two):
        return False
    keys = {x for p in one for x in _names(p)}
    known_all = (bool(_names(p) & keys) for p in two)
    lead = acting and {one[0].slug, one[0].country} & {two[0].slug, two[0].country} - {None}
    some = known.type is EventType.SUMMONING or new.definite or lead
    return any(known_all) if some else all(known_all)


def _names(party: Phrase) -> frozenset[str]:
    """By what another telling may name a party: a person or an army also by the state."""
    state = party.country if party.kind not in _OF_NO_STATE else None
    return frozenset(x for x in (party.slug, state) if x)


def _others(one: Sequence[Phrase], two: Sequence[Phrase]) -> bool:
    """Two persons who act are two, though of one state."""
    people = [{p.slug for p in side if p.kind is ActorKind.PERSON} for side in (one, two)]
    alone = all(len(names) == len(side) for names, side in zip(people, (one, two), strict=True))
    return alone and not people[0] & people[1]
