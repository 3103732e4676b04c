"""The records that the search page shows. Offsets count from the start of their text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.web.named import Named

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """The article that something stands in, and where; ``record`` is the id that its marks go by."""

    article: str
    title: str | None
    language: str
    outlet: Named | None
    published: str | None
    paragraph: int
    sentence: int | None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what was found in it."""

    text: str
    marks: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class EventHit:
    """``told`` is the telling that holds most of what is sought."""

    id: str
    type: str
    status: str
    edtf: str | None
    headline_ar: Marked
    headline_en: Marked
    parties: tuple[tuple[Named, Marked, Marked], ...]
    told: Marked
    source: Source


@dataclass(frozen=True, slots=True)
class StatementHit:
    id: str
    speaker: Named
    verb: str
    lemma: str
    modality: str
    edtf: str | None
    said: Marked
    source: Source


@dataclass(frozen=True, slots=True)
class PassageHit:
    """``sentence`` of the source is the first that something was found in; ``begins`` and ``goes_on``
    say that the paragraph has more before and behind the excerpt."""

    excerpt: Marked
    begins: bool
    goes_on: bool
    source: Source


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """``title`` is the title, or its file's name; ``heading`` a heading with what was found."""

    title: Marked
    heading: Marked | None
    source: Source


@dataclass(frozen=True, slots=True)
class ActorHit:
    """``spelling`` is how it is written where neither name shows what was sought."""

    named: Named
    kind: str
    records: int
    name_ar: Marked
    name_en: Marked
    spelling: Marked | None


Hit = EventHit | StatementHit | PassageHit | ArticleHit | ActorHit


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind: how many, the first of them, where the next page begins."""

    kind: str
    count: int
    hits: tuple[Hit, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Instead:
    """Another question that finds something; ``kind`` is ``word`` (another word), ``fewer`` (one
    word less, ``text``), ``loose`` (words of a phrase apart), ``folded`` (not letter by letter)."""

    kind: str
    question: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """``counts`` of every kind; ``relaxed`` filters by name with what would be found without them;
    ``names`` of the actors and outlets filtered by; ``outlets`` all there are. Not ``whole``: of an exact
    question only the first texts were read."""

    counts: Mapping[str, int]
    groups: tuple[Group, ...]
    instead: tuple[Instead, ...]
    relaxed: tuple[tuple[str, int], ...]
    names: Mapping[str, Named]
    outlets: tuple[Named, ...]
    whole: bool = True
