"""Who takes part in an event, by side, and which roles they get in its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.records import ActorKind, Participant, Role
from app.ingest.happenings.phrases import Phrase
from app.knowledge.load import Knowledge
from app.languages.ar.events import Trigger


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part, by side: ``actors`` act, ``targets`` are acted on, ``both`` meet as equals.

    ``sponsors`` are those of ``both`` who have a hand in it or are there too («برعاية …»).
    """

    actors: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    both: tuple[Phrase, ...] = ()
    pair: str | None = None
    sponsors: tuple[Phrase, ...] = ()

    @property
    def everyone(self) -> tuple[Phrase, ...]:
        return (*self.actors, *self.both, *self.targets)


def unique(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    seen: dict[str, Phrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.slug, phrase)
    return tuple(seen.values())


def participants(cast: Cast, mutual: bool) -> tuple[Participant, ...]:
    """Roles for the record; one actor stands once, under the first role it has."""
    if mutual:
        roles = [(p, Role.PARTICIPANT) for p in cast.everyone]
    else:
        roles = [(p, Role.SOURCE) for p in (*cast.actors, *cast.both)] + [
            (p, Role.TARGET) for p in cast.targets
        ]
    found: dict[str, Participant] = {}
    for phrase, role in roles:
        found.setdefault(phrase.slug, Participant(phrase.slug, role))
    return tuple(found.values())


def states_if_mixed(cast: Cast, knowledge: Knowledge) -> Cast:
    """Talks of a minister with a state are talks of the states; an envoy of no state stays a person."""
    kinds = {p.kind for p in cast.both}
    if ActorKind.PERSON not in kinds or ActorKind.COUNTRY not in kinds:
        return cast
    if any(p.envoys for p in cast.both):
        return cast  # «تحدث الرئيس مع مسؤولين في قطر»: persons met persons
    raised = [
        replace(p, slug=p.country, kind=ActorKind.COUNTRY) if _for_state(p, knowledge) and p.country else p
        for p in cast.both
    ]
    return replace(cast, both=unique(raised))


def _for_state(phrase: Phrase, knowledge: Knowledge) -> bool:
    """Whether a person can speak for the state he is of: not who has only held offices of other bodies."""
    if phrase.kind is not ActorKind.PERSON or not phrase.country:
        return False
    held = knowledge.careers.get(phrase.slug.replace("-", "_"), ())
    lands = {knowledge.offices[h.office].country for h in held if h.office in knowledge.offices}
    return not held or phrase.country.upper() in lands


def visited(party: Participant) -> Participant:
    """A state that is visited owns the place."""
    state = party.role is Role.TARGET and len(party.slug) == 2
    return replace(party, role=Role.PLACE_OWNER) if state else party


def struck_across(
    listed: tuple[Participant, ...], cast: Cast, trigger: Trigger, land: str | None
) -> tuple[Participant, ...]:
    """«أطلق الحوثيون صواريخ على الرياض», «سقط صاروخ في بولندا»: with the state struck from abroad.

    Air raids of a state in a land («غارات على ريف دمشق») strike whoever is named, not the land.
    """
    fell = trigger.id == "missile_strike.fall"
    if land is None or any(p.slug == land for p in listed) or (cast.targets and not fell):
        return listed
    groups = bool(cast.actors) and all(p.kind is ActorKind.ARMED_GROUP and p.country for p in cast.actors)
    abroad = groups and all(p.country != land for p in cast.actors)
    return (*listed, Participant(land, Role.TARGET)) if fell or abroad else listed
