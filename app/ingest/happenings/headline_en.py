"""The English headline, from the same record: a verb if it is certain, else a noun with its parties."""

from __future__ import annotations

import re

from app.domain.records import Actor, EventStatus, EventType
from app.ingest.happenings.headline_names import (
    adjective_en,
    in_place_en,
    joined_en,
    place_name_en,
    several,
)
from app.ingest.happenings.headline_story import HELD_WITH, Story, are_states

_MARKS = {EventStatus.PLANNED: "Planned", EventStatus.HYPOTHETICAL: "Possible"}


def english(story: Story) -> str:
    text = _told(story)
    denied = " (denied)" if story.status is EventStatus.DENIED and story.type is not EventType.DENIAL else ""
    return text[:1].upper() + text[1:] + denied


def _told(story: Story) -> str:
    if story.both:
        return _placed(story, _mutual(story))
    if story.type is EventType.SHOOTDOWN:
        return _placed(story, _shot(story))
    if story.type is EventType.AIRSPACE_VIOLATION:
        return _airspace(story)
    verbal = _verbal(story)
    if verbal:
        return verbal
    return _placed(story, _nominal(story))


def _names(story: Story, actors: tuple[Actor, ...]) -> str:
    return joined_en(actors, story.most)


def _noun(story: Story, before: str = "") -> str:
    """Like "Planned Israeli air strikes": the label in small letters after another word."""
    words = [_MARKS.get(story.status, ""), before]
    lead = " ".join(filter(None, words))
    noun = story.wording.en
    return f"{lead} {noun[:1].lower() + noun[1:]}" if lead else noun


# ---------------------------------------------------------------- the forms
def _mutual(story: Story) -> str:
    names = _names(story, story.both)
    if len(story.both) == 1:
        return f"{_noun(story)} {'with' if story.type in HELD_WITH else 'involving'} {names}"
    if story.type is EventType.MEETING and story.finite:
        return f"{_names(story, story.both)} {'to meet' if story.planned else 'meet'}"
    return f"{_noun(story)} {'between' if story.wording.between else 'by'} {names}"


def _shot(story: Story) -> str:
    thing = story.thing[1] if story.thing else "air targets"
    whose = thing
    if story.targets:
        adjective = adjective_en(story.targets[0], story.knowledge) if len(story.targets) == 1 else None
        whose = _before(thing, adjective) if adjective else f"{thing} of {_names(story, story.targets)}"
    if story.sources and story.finite:
        return f"{_names(story, story.sources)} {_verb(story, story.wording.verb_en)} {whose}"
    by = f" by {_names(story, story.sources)}" if story.sources else ""
    return f"{_noun(story)} of {whose}{by}"


def _airspace(story: Story) -> str:
    one = len(story.targets) == 1
    adjective = adjective_en(story.targets[0], story.knowledge) if one else None
    whose = f"the airspace of {_names(story, story.targets)}" if story.targets else ""
    whose = f"{adjective} airspace" if adjective else whose
    if story.sources and whose and story.finite:
        verb = _verb(story, story.wording.verb_en)
        return f"{_names(story, story.sources)} {verb} {whose}"
    return _agented(story, f"Violation of {whose}" if whose else _noun(story))


def _before(thing: str, adjective: str) -> str:
    """As in "two Israeli missiles"."""
    number, _, rest = thing.partition(" ")
    return f"{number} {adjective} {rest}" if number == "two" else f"{adjective} {thing}"


def _verb(story: Story, forms: str) -> str:
    one, _, more = forms.partition("/")
    if story.planned:
        return f"to {more.removeprefix('are ')}" if not more.startswith("are ") else f"to be {more[4:]}"
    return more if several(story.sources) else one


def _verbal(story: Story) -> str | None:
    """Such as "Turkey summons the Russian ambassador"; None where a noun must tell it."""
    wording = story.wording
    if not story.sources or not story.finite or wording.victim:
        return None
    subject = _names(story, story.sources)
    if story.type is EventType.VISIT:
        return _visit(story, subject)
    if wording.at_en == "of" and wording.verb_en and story.place and story.status is not EventStatus.ONGOING:
        lost = f" {wording.to_en} {_names(story, story.targets)}" if story.targets and wording.to else ""
        where = place_name_en(story.place, story.knowledge)
        return f"{subject} {_verb(story, wording.verb_en)} {where}{lost}"
    if wording.verb_en and story.targets and not _unclear(story):
        return _placed(story, f"{subject} {_verb(story, wording.verb_en)} {_object(story)}")
    if wording.alone_en:
        after = f" {wording.to_en} {_names(story, story.targets)}" if story.targets else ""
        return _placed(story, f"{subject} {_verb(story, wording.alone_en)}{after}")
    if story.object_told and story.thing and story.thing[1] and wording.verb_en:
        return f"{subject} {_verb(story, wording.verb_en)} {story.thing[1].removeprefix('of ')}"
    return None


def _unclear(story: Story) -> bool:
    """A state arrested or dismissed stands for people of it; what is refused or stopped is no actor."""
    if "thing" in story.trigger.guards:
        return True
    return story.wording.patient and are_states(story.targets)


def _visit(story: Story, subject: str) -> str | None:
    if not story.targets and not story.place:
        return None
    if story.of_officials:
        subject = _officials(story)
        verb = "to visit" if story.planned else "visit"
    else:
        verb = _verb(story, story.wording.verb_en)
    if story.place and not story.targets:
        return f"{subject} {verb} {place_name_en(story.place, story.knowledge)}"
    return _placed(story, f"{subject} {verb} {_names(story, story.targets)}")


def _officials(story: Story) -> str:
    adjective = adjective_en(story.sources[0], story.knowledge) if len(story.sources) == 1 else None
    return f"{adjective} officials" if adjective else f"officials of {_names(story, story.sources)}"


def _object(story: Story) -> str:
    names = _names(story, story.targets)
    if story.type is EventType.SUMMONING and "recall" not in story.trigger.id:
        return _envoys(story)
    return _owned(story) if story.wording.owned_en else names


def _envoys(story: Story) -> str:
    if not are_states(story.targets):
        return _names(story, story.targets)
    one = len(story.targets) == 1
    adjective = adjective_en(story.targets[0], story.knowledge) if one else None
    if adjective:
        return f"the {adjective} ambassador"
    return f"the ambassadors of {_names(story, story.targets)}"


def _owned(story: Story) -> str:
    one = len(story.targets) == 1
    adjective = adjective_en(story.targets[0], story.knowledge) if one else None
    owned = story.wording.owned_en
    return f"{adjective} {owned}" if adjective else f"{owned} of {_names(story, story.targets)}"


def _nominal(story: Story) -> str:
    wording = story.wording
    if story.casualties:
        return _lost(story)
    if story.of_patient:
        return _agented(story, f"{_noun(story)} of {_names(story, story.targets)}")
    if story.between:
        return f"{_noun(story)} between {_names(story, story.everyone)}"
    head = _headed(story)
    if not story.targets or story.object_told:
        return head
    to = "concerning" if wording.patient else wording.to_en or "of"
    return f"{head} {to} {_object(story)}"


def _lost(story: Story) -> str:
    adjective = adjective_en(story.targets[0], story.knowledge) if len(story.targets) == 1 else None
    cause = f" caused by {_names(story, story.sources)}" if story.sources else ""
    if adjective:
        return f"{adjective} casualties{cause}"
    return f"{_noun(story)} among {_names(story, story.targets)}{cause}"


def _agented(story: Story, text: str) -> str:
    return f"{text} by {_names(story, story.sources)}" if story.sources else text


def _headed(story: Story) -> str:
    wording, sources = story.wording, story.sources
    if not sources:
        return _noun(story)
    names = _names(story, sources)
    if story.object_told and story.thing and story.thing[1]:
        return f"{_noun(story)} by {names} {story.thing[1]}"
    if story.of_officials:
        return f"{_noun(story)} by {_officials(story)}"
    if wording.victim:
        return f"{_noun(story)} {wording.to_en} {names}"
    if wording.at_en == "of" and story.place:
        return f"{_noun(story)} of {place_name_en(story.place, story.knowledge)} by {names}"
    adjective = adjective_en(sources[0], story.knowledge) if len(sources) == 1 else None
    if adjective and wording.agent_en == "by" and " of " not in wording.en:
        return _noun(story, adjective)
    if wording.between or (story.type is EventType.ELECTION and not wording.patient):
        return f"{_noun(story)} involving {names}"
    return f"{_noun(story)} {wording.agent_en} {names}"


def _placed(story: Story, text: str) -> str:
    place = story.place
    if place is None or re.search(rf"\b{re.escape(place_name_en(place, story.knowledge))}\b", text):
        return text
    if story.type is EventType.VISIT and not story.targets:
        return f"{text} to {place_name_en(place, story.knowledge)}"
    if story.wording.at_en:
        return f"{text} {story.wording.at_en} {place_name_en(place, story.knowledge)}"
    return f"{text} {in_place_en(place, story.knowledge)}"
