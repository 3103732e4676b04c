"""Headlines composed from the record, never from a quotation: «غارات إسرائيلية على دير الزور».

A headline claims no more than its record: if the event is only planned, possible or denied, it says
so, and what only somebody else reports is expressed by a noun, not by a finite verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import Actor, ActorKind, EventStatus, EventType, Participant, Place, Role
from app.ingest.happenings.headline_ar import arabic
from app.ingest.happenings.headline_en import english
from app.ingest.happenings.headline_names import LONGEST, NAMES, cut, gender_of
from app.ingest.happenings.headline_story import Story
from app.knowledge.load import Knowledge
from app.languages.ar.events import Label, Trigger
from app.languages.ar.normalise import fold
from app.languages.ar.wordings import Wording, load_wordings

#: Contacts about a country are not held in it unless a town is told.
_WITHOUT_COUNTRY = frozenset({Family.CONTACT, Family.ACCORD})
_FORCES = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP})
#: Letters that "attack" and "attackers" share.
_STEM = 6


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of a finding that its headline tells.

    ``words`` are those of the trigger; ``thing`` is what was shot down or refused, in Arabic and English.
    """

    trigger: Trigger
    participants: Sequence[Participant] = ()
    place: Place | None = None
    words: str = ""
    status: EventStatus = EventStatus.OCCURRED
    thing: tuple[str, str] | None = None


def headlines(told: Told, label: Label, actors: Mapping[str, Actor], knowledge: Knowledge) -> tuple[str, str]:
    """(Arabic, English) of one event; ``label`` is that of its type."""
    trigger, place = told.trigger, told.place

    def those(role: Role) -> tuple[Actor, ...]:
        return tuple(actors[p.slug] for p in told.participants if p.role is role and p.slug in actors)

    wording = _wording(trigger, label, fold(told.words))
    sources, targets = those(Role.SOURCE), those(Role.TARGET)
    if trigger.type is EventType.WITHDRAWAL and targets and all(a.kind in _FORCES for a in targets):
        wording = replace(wording, to="لـ", to_en="of") if sources else wording
        sources, targets = (sources, targets) if sources else (targets, ())
    story = Story(
        trigger,
        wording,
        label.gender if wording.ar == label.ar else gender_of(wording.ar),
        those(Role.PARTICIPANT),
        tuple(a for a in sources if not _says_it_already(a, wording)),
        targets or (those(Role.PLACE_OWNER) if _unplaced_visit(trigger, place) else ()),
        _told_place(trigger, place),
        told.status,
        knowledge,
        told.thing,
    )
    return _fitting(arabic, story), _fitting(english, story)


def _wording(trigger: Trigger, label: Label, told: str) -> Wording:
    """The label of the trigger, else of its type, with what ``wordings.toml`` changes for these words."""
    own = trigger.label_ar and trigger.label_en
    wording = Wording(
        ar=(trigger.label_ar if own else label.ar) or label.ar,
        en=(trigger.label_en if own else label.en) or label.en,
        to=(own and trigger.to) or label.to,
        to_en=(own and trigger.to_en) or label.to_en,
        verb="" if own else label.verb,
        verb_en="" if own else label.verb_en,
    )
    changes = load_wordings().changes(trigger.id, trigger.type, told)
    if "ar" in changes and "verb_en" not in changes:
        wording = replace(wording, verb="", verb_en="")
    return replace(wording, **changes)


def _says_it_already(actor: Actor, wording: Wording) -> bool:
    """«هجوم للمهاجمين»: a group named after what it did adds nothing."""
    if actor.known or actor.kind is ActorKind.PERSON:
        return False
    stems = {word[:_STEM].lower() for word in wording.en.split() if len(word) >= _STEM}
    return any(word[:_STEM].lower() in stems for word in actor.name_en.split())


def _unplaced_visit(trigger: Trigger, place: Place | None) -> bool:
    return trigger.type is EventType.VISIT and place is None


def _told_place(trigger: Trigger, place: Place | None) -> Place | None:
    """The place, unless the event has none or it is only the country that is talked about."""
    if place is None or trigger.type in (EventType.PHONE_CALL, EventType.AIRSPACE_VIOLATION):
        return None
    whole = place.slug == place.country
    about = FAMILY_OF[trigger.type] in _WITHOUT_COUNTRY and trigger.type is not EventType.VISIT
    return None if whole and about else place


def _fitting(write: Callable[[Story], str], story: Story) -> str:
    """With fewer names, then without the place, where it is too long."""
    text = ""
    fewer = max(1, NAMES - 1)
    for place, most in ((story.place, NAMES), (story.place, fewer), (None, NAMES), (None, fewer), (None, 1)):
        text = write(replace(story, place=place, most=most))
        if len(text) <= LONGEST:
            return text
    return cut(text)
