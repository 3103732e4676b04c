"""Headlines made from the record, never from a quotation: «غارات إسرائيلية على دير الزور»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import Actor, ActorKind, EventStatus, EventType, Participant, Place, Role
from app.ingest.happenings.headline_names import (
    adjective_ar,
    adjective_en,
    feminine,
    fit,
    joined_ar,
    joined_en,
    of_ar,
)
from app.knowledge.load import Knowledge
from app.languages.ar.events import Label, Trigger, load_event_words

_PLANNED = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
#: Contacts about a country are not held in it unless a town is told.
_WITHOUT_COUNTRY = frozenset({Family.CONTACT, Family.ACCORD})


@dataclass(frozen=True, slots=True)
class Story:
    """What a headline says. ``thing`` is what was shot down: (Arabic, English)."""

    trigger: Trigger
    label: Label
    both: tuple[Actor, ...]
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None
    planned: bool
    knowledge: Knowledge
    thing: tuple[str, str] | None = None


def headlines(
    trigger: Trigger,
    label: Label,
    participants: Sequence[Participant],
    place: Place | None,
    actors: Mapping[str, Actor],
    knowledge: Knowledge,
    status: EventStatus = EventStatus.OCCURRED,
    thing: tuple[str, str] | None = None,
) -> tuple[str, str]:
    """(Arabic, English) of one event."""
    if trigger.label_ar and trigger.label_en:
        to, to_en = trigger.to or label.to, trigger.to_en or label.to_en
        noun = trigger.label_ar.replace("{}", "").strip()
        gender = "f" if noun.endswith(("ة", "ات")) else "m"
        label = Label(trigger.label_ar, trigger.label_en, gender, to, to_en)

    def those(role: Role) -> tuple[Actor, ...]:
        return tuple(actors[p.slug] for p in participants if p.role is role and p.slug in actors)

    story = Story(
        trigger,
        label,
        those(Role.PARTICIPANT),
        those(Role.SOURCE),
        those(Role.TARGET) or (those(Role.PLACE_OWNER) if _unplaced_visit(trigger, place) else ()),
        _told_place(trigger, place, actors),
        status in _PLANNED,
        knowledge,
        thing,
    )
    return _placed_ar(story, _arabic(story)), _placed_en(story, _english(story))


def _unplaced_visit(trigger: Trigger, place: Place | None) -> bool:
    return trigger.type is EventType.VISIT and place is None


def _told_place(trigger: Trigger, place: Place | None, actors: Mapping[str, Actor]) -> Place | None:
    """The place, unless the event has none or it is only the country that is talked about."""
    if place is None or trigger.type is EventType.PHONE_CALL:
        return None
    whole = place.slug == place.country
    about = FAMILY_OF[trigger.type] in _WITHOUT_COUNTRY and trigger.type is not EventType.VISIT
    return None if whole and about else place


# ---------------------------------------------------------------- Arabic
def _arabic(story: Story) -> str:
    if story.both:
        return _mutual_ar(story)
    if story.trigger.type is EventType.SHOOTDOWN:
        return _shot_ar(story)
    if story.trigger.type is EventType.AIRSPACE_VIOLATION and story.targets:
        by = f" من جانب {joined_ar(story.sources)}" if story.sources else ""
        return f"{_plain(story.label)} {joined_ar(story.targets)}{by}"
    if story.label.verb and len(story.sources) == 1 and story.targets:
        return _verbal_ar(story)
    head = _headed_ar(story)
    if not story.targets or _told_object(story):
        return head
    joiner = story.label.to if story.sources or "patient" not in story.trigger.guards else ""
    return " ".join(filter(None, (head, joiner, _targets_ar(story))))


def _mutual_ar(story: Story) -> str:
    adjectives = [adjective_ar(a, story.label.gender, story.knowledge) for a in story.both]
    noun = _plain(story.label)
    if len(story.both) == 2 and all(adjectives) and "{}" in story.label.ar:
        return story.label.ar.format(f"{adjectives[0]} {adjectives[1]}")
    if len(story.both) >= 2:
        return f"{noun} بين {joined_ar(story.both)}"
    if story.trigger.type is EventType.PHONE_CALL:
        return f"{noun} {of_ar(story.both)}"
    return f"{noun} بمشاركة {joined_ar(story.both)}"


def _shot_ar(story: Story) -> str:
    thing = story.thing[0] if story.thing else "هدف جوي"
    adjective = (
        adjective_ar(story.targets[0], "f" if thing.endswith(("ة", "ات", "يخ")) else "m", story.knowledge)
        if len(story.targets) == 1
        else None
    )
    whose = adjective or (of_ar(story.targets) if story.targets else "")
    by = f"على يد {joined_ar(story.sources)}" if story.sources else ""
    return " ".join(filter(None, ("إسقاط", thing, whose, by)))


def _verbal_ar(story: Story) -> str:
    [actor] = story.sources
    masculine, _, other = story.label.verb.partition("/")
    woman = feminine(actor, load_event_words().masculine)
    if woman is None:
        return " ".join(
            filter(None, (_plain(story.label), actor.name_ar, story.label.to, _targets_ar(story)))
        )
    return f"{actor.name_ar} {other if woman else masculine} {_targets_ar(story)}"


def _targets_ar(story: Story) -> str:
    """Whoever is acted on; the envoy of a state where only the state is named."""
    if story.trigger.type is EventType.SUMMONING and len(story.targets[0].slug) == 2:
        return f"سفير {joined_ar(story.targets)}"
    return joined_ar(story.targets)


def _headed_ar(story: Story) -> str:
    """The noun with who acts: by adjective, joined, or with ل where words stand between."""
    noun = _plain(story.label)
    if not story.sources:
        return noun
    if _told_object(story) and story.thing:
        return f"{noun} {joined_ar(story.sources)} {story.thing[0]}"
    if story.trigger.type is EventType.VISIT and all(a.kind is ActorKind.COUNTRY for a in story.sources):
        return f"{noun} لمسؤولين من {joined_ar(story.sources)}"
    adjective = adjective_ar(story.sources[0], story.label.gender, story.knowledge)
    if len(story.sources) == 1 and adjective and "{}" in story.label.ar:
        return story.label.ar.format(adjective)
    if " " in noun or "{}" in story.label.ar:
        return f"{noun} {of_ar(story.sources)}"
    return f"{noun} {joined_ar(story.sources)}"


def _told_object(story: Story) -> bool:
    """«رفض الجيش تنفيذ هجوم»: the words of what was refused, asked for or stopped."""
    return story.thing is not None and story.trigger.type is not EventType.SHOOTDOWN


def _plain(label: Label) -> str:
    return " ".join(label.ar.replace("{}", " ").split())


def _placed_ar(story: Story, text: str) -> str:
    place = story.place
    if place is None or place.name_ar in text:
        return fit(text)
    toward = story.trigger.type is EventType.VISIT and not story.targets
    long = f"{text} {'إلى' if toward else 'في'} {place.name_ar}"
    return long if len(long) == len(fit(long)) else fit(text)


# ---------------------------------------------------------------- English
def _english(story: Story) -> str:
    if story.both:
        return _mutual_en(story)
    if story.trigger.type is EventType.SHOOTDOWN:
        return _shot_en(story)
    if story.label.verb_en and story.sources and (story.targets or _goes_somewhere(story)):
        return _verbal_en(story)
    noun, label = story.label.en, story.label
    if "patient" in story.trigger.guards and not story.sources:
        return f"{noun}: {joined_en(story.targets)}" if story.targets else noun
    if story.trigger.type is EventType.VISIT and all(a.kind is ActorKind.COUNTRY for a in story.sources):
        noun = f"{noun} by officials of {joined_en(story.sources)}" if story.sources else noun
    elif story.sources:
        adjective = adjective_en(story.sources[0], story.knowledge) if len(story.sources) == 1 else None
        lower = noun[:1].lower() + noun[1:]
        noun = f"{adjective} {lower}" if adjective else f"{noun} by {joined_en(story.sources)}"
    return f"{noun} {label.to_en} {joined_en(story.targets)}" if story.targets else noun


def _goes_somewhere(story: Story) -> bool:
    return story.trigger.type is EventType.VISIT and story.place is not None


def _mutual_en(story: Story) -> str:
    if len(story.both) == 1:
        link = "with" if FAMILY_OF[story.trigger.type] is Family.CONTACT else "of"
        return f"{story.label.en} {link} {joined_en(story.both)}"
    if story.trigger.type is EventType.MEETING:
        return f"{joined_en(story.both)} {'to meet' if story.planned else 'meet'}"
    return f"{story.label.en} between {joined_en(story.both)}"


def _shot_en(story: Story) -> str:
    thing = story.thing[1] if story.thing else "air target"
    adjective = adjective_en(story.targets[0], story.knowledge) if len(story.targets) == 1 else None
    whose = f"{adjective} {thing}" if adjective else thing
    if story.targets and not adjective:
        whose = f"{thing} of {joined_en(story.targets)}"
    if story.sources:
        return f"{joined_en(story.sources)} shoot{'' if len(story.sources) > 1 else 's'} down {whose}"
    return f"Shooting down of {whose}"


def _verbal_en(story: Story) -> str:
    one, _, several = story.label.verb_en.partition("/")
    verb = f"to {several}" if story.planned else several if len(story.sources) > 1 else one
    if story.trigger.type is EventType.VISIT and story.place and not story.targets:
        return f"{joined_en(story.sources)} {verb} {story.place.name_en}"
    whom = joined_en(story.targets)
    if story.trigger.type is EventType.SUMMONING:
        whom = f"the ambassador of {whom}" if len(story.targets[0].slug) == 2 else f"the {whom}"
    return f"{joined_en(story.sources)} {verb} {whom}"


def _placed_en(story: Story, text: str) -> str:
    if story.place is None or story.place.name_en in text:
        return fit(text)
    joined = FAMILY_OF[story.trigger.type] in _WITHOUT_COUNTRY and len(story.both) > 1
    long = f"{text} in {story.place.name_en}" if joined else f"{text} ({story.place.name_en})"
    return long if len(long) == len(fit(long)) else fit(text)
