"""Overrides applied to one reading; pure. Every change is noted, so that pages can mention it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.edtf import date_span
from app.domain.records import (
    Actor,
    ActorKind,
    DatedWords,
    Event,
    Extraction,
    Participant,
    Speaker,
    Statement,
)
from app.ingest.curation.overrides import Entry, Overrides, named
from app.knowledge.load import Knowledge

#: The rule that gave a date, for those who ask.
RULE = "curated"


@dataclass(frozen=True, slots=True)
class Curation:
    """What an entry did to a record (``actor``, ``event`` or ``statement``): the fields it set."""

    entry: str
    record: str
    id: str
    fields: tuple[str, ...]
    note_ar: str | None
    note_en: str | None


@dataclass(frozen=True, slots=True)
class Curated:
    extraction: Extraction
    curations: tuple[Curation, ...] = ()


def curate(extraction: Extraction, article: str, overrides: Overrides, knowledge: Knowledge) -> Curated:
    """The reading as corrected; ``article`` is its public id."""
    if not overrides:
        return Curated(extraction)
    names = _names(extraction, article, overrides)
    noted = list(_of_actors(extraction, article, overrides))
    made = _renamed(extraction, names, overrides, knowledge)
    noted += _of_records(made, overrides)
    events = _events(made, overrides)
    statements, speakers = _statements(made, overrides, knowledge)
    present = {a.slug for a in made.actors}
    actors = (*made.actors, *(a for a in speakers if a.slug not in present))
    made = replace(made, actors=actors, events=events, statements=statements)
    return Curated(made, tuple(dict.fromkeys(noted)))


def _called(extraction: Extraction) -> dict[str, str]:
    """Whoever acts or speaks, by slug, with the name the article has for him."""
    speakers = {s.speaker.slug: s.speaker.name_ar for s in extraction.statements}
    return speakers | {a.slug: a.name_ar for a in extraction.actors}


def _names(extraction: Extraction, article: str, overrides: Overrides) -> dict[str, str]:
    """Who each actor is; those that stay who they are and have no entry are left out."""
    found = {}
    for slug, name in _called(extraction).items():
        who = overrides.whom(overrides.called(name) or slug, article)
        if who != slug or slug in overrides.actors:
            found[slug] = who
    return found


def _renamed(
    extraction: Extraction, names: Mapping[str, str], overrides: Overrides, knowledge: Knowledge
) -> Extraction:
    actors: dict[str, Actor] = {}
    for actor in extraction.actors:
        slug = names.get(actor.slug, actor.slug)
        mentions = tuple(replace(m, slug=slug) for m in actor.mentions)
        if slug in actors:
            both = sorted((*actors[slug].mentions, *mentions), key=lambda m: (m.span.start, m.span.end))
            actors[slug] = replace(actors[slug], mentions=tuple(both))
        else:
            shown = actor if actor.slug not in names else _described(slug, actor, overrides, knowledge)
            actors[slug] = replace(shown, slug=slug, mentions=mentions)
    for slug in names.keys() - {a.slug for a in extraction.actors}:
        who = Actor(slug, ActorKind.ORGANISATION, slug, slug, known=False)
        actors.setdefault(names[slug], _described(names[slug], who, overrides, knowledge))
    return replace(
        extraction,
        actors=tuple(actors.values()),
        statements=tuple(
            replace(s, speaker=_speaker(s.speaker, names, actors)) for s in extraction.statements
        ),
        events=tuple(
            replace(
                e,
                participants=tuple(
                    dict.fromkeys(Participant(names.get(p.slug, p.slug), p.role) for p in e.participants)
                ),
            )
            for e in extraction.events
        ),
    )


def _speaker(speaker: Speaker, names: Mapping[str, str], actors: Mapping[str, Actor]) -> Speaker:
    if speaker.slug not in names:
        return speaker
    who = actors[names[speaker.slug]]
    return replace(speaker, slug=who.slug, name_ar=who.name_ar, name_en=who.name_en)


def _described(slug: str, like: Actor, overrides: Overrides, knowledge: Knowledge) -> Actor:
    """An actor as the tables and then the file describe it, else as the one it was taken for."""
    row: Any = knowledge.person(slug) or knowledge.country(slug)
    row = row or next((o for o in knowledge.organisations.values() if o.slug == slug), None)
    if row is not None:
        land = getattr(row, "country", None) or getattr(row, "code", None)
        like = replace(
            like, name_ar=row.name_ar, name_en=row.name_en, country=land, wikidata=row.wikidata, known=True
        )
        if knowledge.person(slug):
            like = replace(like, kind=ActorKind.PERSON)
    entry = overrides.actors.get(slug)
    told = {k: v for k, v in entry.values.items() if k in _DESCRIBING} if entry else {}
    return replace(like, slug=slug, **told)


_DESCRIBING = frozenset({"name_ar", "name_en", "kind", "country"})


def _events(made: Extraction, overrides: Overrides) -> tuple[Event, ...]:
    joined, apart = overrides.tied("same_as"), overrides.tied("not_same_as")
    hidden = {id_ for id_, entry in overrides.events.items() if "hide" in entry.values}
    silent = {id_ for id_, entry in overrides.statements.items() if "hide" in entry.values}
    found = []
    for event in made.events:
        if event.id in hidden:
            continue
        entry, parted = overrides.events.get(event.id), apart.get(event.id, frozenset())
        found.append(
            replace(
                event,
                **(_corrected(entry) if entry else {}),
                joined=tuple(sorted({*event.joined, *joined.get(event.id, ())} - parted)),
                apart=tuple(sorted(parted)),
                claimed_by=None if event.claimed_by in silent else event.claimed_by,
                part_of=None if event.part_of in {*hidden, *parted} else event.part_of,
                precedes=tuple(id_ for id_ in event.precedes if id_ not in hidden),
            )
        )
    return tuple(found)


def _corrected(entry: Entry) -> dict[str, Any]:
    plain = ("type", "status", "headline_ar", "headline_en")
    fields: dict[str, Any] = {key: entry.values[key] for key in plain if key in entry.values}
    if "date" in entry.values:
        fields["date"] = _dated(entry.values["date"])
    return fields | {"curated": tuple(key for key in ("date", "type", "status") if key in entry.values)}


def _dated(value: str) -> DatedWords:
    return DatedWords(date_span(value), None, RULE)


def _statements(
    made: Extraction, overrides: Overrides, knowledge: Knowledge
) -> tuple[tuple[Statement, ...], list[Actor]]:
    """The statements as corrected, and whom they are by now."""
    actors = {a.slug: a for a in made.actors}
    found: list[Statement] = []
    speakers: list[Actor] = []
    for statement in made.statements:
        entry = overrides.statements.get(statement.id)
        values: dict[str, Any] = dict(entry.values) if entry else {}
        if "hide" in values:
            continue
        fields = {"modality": values["modality"]} if "modality" in values else {}
        if "date" in values:
            fields["said"] = _dated(values["date"])
        if "speaker" in values:
            slug = values["speaker"]
            unknown = Actor(slug, ActorKind.PERSON, slug, slug, known=False)
            who = actors.get(slug) or _described(slug, unknown, overrides, knowledge)
            fields["speaker"] = Speaker(slug, who.name_ar, who.name_en, named=True)
            speakers.append(who)
        found.append(replace(statement, **fields))
    return tuple(found), speakers


def _of_actors(extraction: Extraction, article: str, overrides: Overrides) -> Iterator[Curation]:
    """The keys of each entry that made a difference here, with whoever the actor is now."""
    for slug, name in sorted(_called(extraction).items()):
        owner = overrides.called(name)
        who = overrides.whom(owner or slug, article)
        for about in dict.fromkeys((owner or slug, who)):
            entry = overrides.actors.get(about)
            keys = entry.values if entry else ()
            apart = article in entry.values.get("apart", {}) if entry else False
            used = {"aliases": about == owner, "apart": apart, "same_as": not apart}
            fields = tuple(key for key in keys if used.get(key, about == who))
            if entry and fields:
                yield Curation(entry.name, "actor", who, fields, entry.note_ar, entry.note_en)


def _of_records(made: Extraction, overrides: Overrides) -> Iterator[Curation]:
    for record, entries, own in (
        ("event", overrides.events, {e.id for e in made.events}),
        ("statement", overrides.statements, {s.id for s in made.statements}),
    ):
        for entry in entries.values():
            for id_ in sorted(named(entry) & own):
                yield _note(entry, record, id_)


def _note(entry: Entry, record: str, id_: str) -> Curation:
    return Curation(entry.name, record, id_, tuple(entry.values), entry.note_ar, entry.note_en)
