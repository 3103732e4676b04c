"""Headlines made from the record, never from a quotation: «غارات جوية إسرائيلية على دير الزور»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.records import Actor, ActorKind, EventType, Participant, Place, Role
from app.knowledge.load import Knowledge
from app.languages.ar.events import Label, Trigger

#: A headline longer than this loses its place, then its last names.
LONGEST = 90


def headlines(
    trigger: Trigger,
    label: Label,
    participants: Sequence[Participant],
    place: Place | None,
    actors: Mapping[str, Actor],
    knowledge: Knowledge,
) -> tuple[str, str]:
    """(Arabic, English) of one event."""
    if trigger.label_ar and trigger.label_en:
        label = Label(trigger.label_ar, trigger.label_en, "m", label.to, label.to_en)
    shown = [p for p in participants if p.role is not Role.PLACE_OWNER and p.slug in actors]
    mutual = [actors[p.slug] for p in shown if p.role is Role.PARTICIPANT]
    sources = [actors[p.slug] for p in shown if p.role is Role.SOURCE]
    targets = [actors[p.slug] for p in shown if p.role is Role.TARGET]
    if mutual:
        return _mutual(label, mutual, place, knowledge)
    return _directed(
        label, sources, targets, place, knowledge, "إلى" if trigger.type is EventType.VISIT else "في"
    )


def _mutual(
    label: Label, actors: Sequence[Actor], place: Place | None, knowledge: Knowledge
) -> tuple[str, str]:
    english = f"{label.en}: {_list_en(actors)}"
    adjectives = [_adjective(a, label, knowledge) for a in actors]
    if len(actors) == 2 and all(adjectives):
        arabic = label.ar.format(f"{adjectives[0]} {adjectives[1]}")
    elif len(actors) == 2:
        arabic = f"{_plain(label)} بين {_and(actors)}"
    else:
        arabic = f"{_plain(label)}: {_and(actors)}"
    return _placed(arabic, english, place, actors)


def _directed(
    label: Label,
    sources: Sequence[Actor],
    targets: Sequence[Actor],
    place: Place | None,
    knowledge: Knowledge,
    where: str,
) -> tuple[str, str]:
    adjective = _adjective(sources[0], label, knowledge) if len(sources) == 1 else None
    arabic, english = _plain(label), label.en
    if adjective:
        arabic = label.ar.format(adjective)
    elif sources:
        arabic = f"{arabic}: {_and(sources)}"
    if sources:
        english = f"{english}: {_list_en(sources)}"
    if targets:
        arabic = f"{arabic} {label.to} {_and(targets)}"
        english = (
            f"{english} {label.to_en} {_list_en(targets)}" if sources else f"{english}: {_list_en(targets)}"
        )
    return _placed(arabic, english, place, (*sources, *targets), where)


def _plain(label: Label) -> str:
    return " ".join(label.ar.replace("{}", " ").split())


def _adjective(actor: Actor, label: Label, knowledge: Knowledge) -> str | None:
    """The adjective of a state in the gender of the label's noun; None where there is no place for one."""
    if "{}" not in label.ar:
        return None
    country = knowledge.country(actor.slug) if actor.kind is ActorKind.COUNTRY else None
    if country is None or not country.nisba or not country.nisba[0].endswith("ي"):
        return None
    return country.nisba[0] + ("ة" if label.gender == "f" else "")


def _and(actors: Sequence[Actor]) -> str:
    names = [a.name_ar for a in actors[:3]]
    if len(actors) > 3:
        names.append("آخرون")
    return names[0] + "".join(f" و{name}" for name in names[1:])


def _list_en(actors: Sequence[Actor]) -> str:
    names = [a.name_en for a in actors[:3]]
    return ", ".join(names) + (" and others" if len(actors) > 3 else "")


def _placed(
    arabic: str, english: str, place: Place | None, actors: Sequence[Actor], where: str = "في"
) -> tuple[str, str]:
    """With the place where it adds something and fits."""
    if place is None or any(place.slug == a.slug or place.name_ar == a.name_ar for a in actors):
        return arabic[:LONGEST], english[:LONGEST]
    long_ar, long_en = f"{arabic} {where} {place.name_ar}", f"{english} ({place.name_en})"
    return (
        long_ar if len(long_ar) <= LONGEST else arabic[:LONGEST],
        long_en if len(long_en) <= LONGEST else english[:LONGEST],
    )
