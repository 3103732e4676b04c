"""Relations across articles: tellings of one event, links between records, and the reasons for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.records import EventStatus, EventType, Role
from app.domain.time import DateSpan


class Verdict(StrEnum):
    SAME = "same"
    POSSIBLY = "possibly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two tellings report one event. ``reasons`` are short codes for and against it.

    ``score`` ranks several matches of one telling (higher is closer); it is never shown.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    score: int = 0


@dataclass(frozen=True, slots=True)
class Principal:
    """A participant as matching needs it: ``country`` connects a minister to the state."""

    slug: str
    kind: str
    country: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's record of an event, as far as matching needs it.

    ``date`` is what the text says; without one, ``window`` is what the text allows
    (not after the day of publication, before a later event that it precedes). ``origin`` is
    the slug of the last named link before the event: the wire or paper the telling rests on.
    ``figures`` are (counted thing, number) pairs of its sentence.
    ``part_of`` is the id of the event of the same article that this one happened in. Corrections
    by people (``app.domain.records.Event``) overrule the comparison.
    """

    id: str
    article: str
    paragraph: int
    type: EventType
    status: EventStatus
    principals: tuple[Principal, ...]
    date: DateSpan | None = None
    window: DateSpan | None = None
    place: str | None = None
    place_country: str | None = None
    published: DateSpan | None = None
    origin: str | None = None
    claimed_by: str | None = None
    part_of: str | None = None
    precedes: tuple[str, ...] = ()
    background: bool = False
    figures: tuple[tuple[str, int], ...] = ()
    curated: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(p.slug for p in self.principals)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as far as matching needs it.

    ``words`` are the folded content words, ``topics`` the types of event its content names and
    ``about`` the slugs and countries of the actors it mentions. ``judges`` says how it judges the
    dealings of the sides with each other: «agreement+», «success-».
    """

    id: str
    article: str
    paragraph: int
    speaker: str
    country: str | None
    denies: bool
    words: tuple[str, ...]
    topics: frozenset[EventType] = frozenset()
    about: frozenset[str] = frozenset()
    said: DateSpan | None = None
    published: DateSpan | None = None
    judges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one event. ``lead`` is the id of the best one.

    ``date`` is the narrowest day all dated tellings allow, taken from ``dated_by``;
    ``origins`` are the independent sources behind it, so that a wire quoted twice counts once.
    """

    lead: str
    tellings: tuple[str, ...]
    type: EventType
    status: EventStatus
    date: DateSpan | None
    dated_by: str | None
    origins: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class LinkKind(StrEnum):
    PLAN_OUTCOME = "plan_outcome"
    DENIAL_OF = "denial_of"
    DIFFERS = "differs"
    POSSIBLY_SAME = "possibly_same"
    SAME_WORDS = "same_words"
    BEFORE = "before"


class RecordKind(StrEnum):
    EVENT = "event"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Link:
    """A directed link: plan → outcome, denial → what it denies, earlier → later.

    The kinds that have no direction (differs, possibly the same, same words) run from the
    smaller to the larger (article, id), so that a link is found once.
    """

    kind: LinkKind
    source: str
    source_kind: RecordKind
    target: str
    target_kind: RecordKind
    reasons: tuple[str, ...] = ()
