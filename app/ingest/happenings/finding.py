"""One telling of an event inside an article, before the tellings of one event are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.records import ActorKind, DatedWords, EventStatus, EventType, Participant, Place, Statement
from app.domain.text import Span
from app.ingest.happenings.cast import Cast
from app.languages.ar.events import Trigger


@dataclass(slots=True)
class Finding:
    """A trigger with what its sentence says of it. ``order`` counts the tellings of the article.

    ``carried``: a light word comes with the noun; ``told``: a finite verb tells it; ``sure``: the
    word can be nothing but a verb; ``given``: a preposition of time or cause takes it for a fact;
    ``meant``: what somebody came for; ``partial``: only some of them; ``again``: one more;
    ``possessed``: a pronoun on the noun stands for one side («لقاؤه مع»); ``described``: a relative
    clause of its own tells it; ``determined``: a certain one («هجوم الجيش», «سقطت الطائرة»);
    ``plural``: several of them; ``earlier``: «كان» sets it back behind what the article tells;
    ``thing``: what was shot down, in Arabic and English.
    """

    order: int
    paragraph: int
    sentence: int
    trigger: Trigger
    words: Span
    span: Span
    cast: Cast
    participants: tuple[Participant, ...]
    date: DatedWords | None
    place: Place | None
    status: EventStatus
    firm: bool
    definite: bool
    verbal: bool
    carried: bool
    told: bool
    given: bool
    claim: Statement | None
    presupposed: bool = False
    possessed: bool = False
    described: bool = False
    plural: bool = False
    earlier: bool = False
    determined: bool = False
    sure: bool = True
    meant: bool = False
    partial: bool = False
    again: bool = False
    thing: tuple[str, str] | None = None
    many: bool = False
    habitual: bool = False
    background: bool = False
    after_of: int | None = None
    inside_of: int | None = None
    told_in: list[Finding] = field(default_factory=list)

    @property
    def type(self) -> EventType:
        return self.trigger.type

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(p.country for p in self.cast.everyone if p.country)

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(p.slug for p in self.participants)

    @property
    def persons(self) -> int:
        return sum(p.kind is ActorKind.PERSON for p in self.cast.everyone)

    @property
    def fullness(self) -> int:
        """How fully this telling tells: a day, named participants, a place, words of its own."""
        score = 3 * (self.date is not None) + min(len(self.participants), 3) + (self.place is not None)
        score += (self.persons > 0 and self.trigger.frame == "mutual") + (not self.definite) + self.told
        whole = self.verbal and bool(self.cast.actors and self.cast.targets)
        score -= 3 * self.partial + 2 * self.meant + (self.given and not self.told)
        score += 2 * (self.type is EventType.PHONE_CALL)
        return score + 2 * whole + (2 if self.firm else -2) - 3 * (self.presupposed and self.date is None)
