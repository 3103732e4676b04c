"""What a headline tells: an act in its wording, its parties, its place and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import Actor, ActorKind, EventStatus, EventType, Place
from app.ingest.happenings.headline_names import NAMES
from app.knowledge.load import Knowledge
from app.languages.ar.events import Trigger
from app.languages.ar.wordings import Wording

#: A side named alone is the other side of these.
HELD_WITH = frozenset({EventType.COORDINATION, EventType.SEVERED_TIES, EventType.PHONE_CALL})
_SURE = frozenset({EventStatus.OCCURRED, EventStatus.ONGOING})


@dataclass(frozen=True, slots=True)
class Story:
    """``thing`` is what was shot down or refused: (Arabic, English); ``most`` names of a side are told."""

    trigger: Trigger
    wording: Wording
    gender: str
    both: tuple[Actor, ...]
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None
    status: EventStatus
    knowledge: Knowledge
    thing: tuple[str, str] | None = None
    most: int = NAMES

    @property
    def type(self) -> EventType:
        return self.trigger.type

    @property
    def planned(self) -> bool:
        return self.status is EventStatus.PLANNED

    @property
    def finite(self) -> bool:
        """Whether a verb may tell it: it happened or goes on, or is to come."""
        return self.planned or self.status in _SURE

    @property
    def casualties(self) -> bool:
        """Whether losses of a state or in the ranks of a force are told."""
        killed = self.trigger.id.startswith("killing") and are_states(self.targets)
        return bool(self.targets) and (self.wording.ranks or killed)

    @property
    def of_patient(self) -> bool:
        """Whether who is acted on follows the noun: nobody knows how many people a state stands for."""
        return bool(self.targets) and self.wording.patient and not are_states(self.targets)

    @property
    def between(self) -> bool:
        """Whether sides of which one acts on the other are told alike."""
        return self.wording.between and len(self.everyone) > 1

    @property
    def of_officials(self) -> bool:
        """A state visits by its officials."""
        return self.type is EventType.VISIT and are_states(self.sources)

    @property
    def everyone(self) -> tuple[Actor, ...]:
        return self.sources + tuple(t for t in self.targets if t not in self.sources)

    @property
    def object_told(self) -> bool:
        """«رفض الجيش تنفيذ هجوم»: the words of what was refused, asked for or stopped."""
        return self.thing is not None and self.type is not EventType.SHOOTDOWN


def are_states(actors: tuple[Actor, ...]) -> bool:
    """Whether all are; True for none."""
    return all(a.kind is ActorKind.COUNTRY for a in actors)
