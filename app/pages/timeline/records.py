"""An event or a statement as the timeline needs it: what its selects return and its views take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.web.named import Named

#: So many undated records stand at the end of the list.
TRAY: Final = 10


@dataclass(frozen=True, slots=True)
class Party:
    """An actor's part in a record; ``lane`` is the slug of the state whose lane shows it."""

    slug: str
    name_ar: str
    name_en: str
    lane: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Record:
    """An event or a statement. ``state`` is the event's status or the statement's modality.

    ``day`` orders the list: ordinal of the date (0 when undated). ``type`` is the event's type,
    for a statement its kind of speech. ``content`` is the statement's words, in their language.
    ``says_en`` heads it in English: "The White House says".
    ``published`` is the day of the first article that tells it, ``origins`` counts independent sources,
    ``outlets`` are the papers that tell it; ``article`` is the first that does, by its title. ``place`` is
    where an event was.
    """

    kind: str
    id: int
    public_id: str
    type: str
    state: str
    headline_ar: str
    headline_en: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    day: int
    date_text: str | None
    certainty: str
    parties: tuple[Party, ...]
    origins: int
    published: date | None = None
    outlets: tuple[Named, ...] = ()
    content: str | None = None
    article: Named | None = None
    place: Named | None = None
    says_en: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A medium the words came through, with the words that say so."""

    name_ar: str
    name_en: str
    cue: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that carries a record; offsets count from the start of the article's text.

    ``title`` and ``published`` are the article's; ``chain`` begins with the publisher.
    """

    public_id: str
    article: str
    title: str | None
    published: str | None
    paragraph: int
    sentence: int
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]
    chain: tuple[Link, ...]
    date_text: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records a view holds, of how many there are; ``first`` and ``last`` bound the dated.

    ``articles`` is None where there are too many records to ask each for its articles.
    """

    events: int
    statements: int
    undated: int
    articles: int | None
    first: date | None
    last: date | None

    @property
    def records(self) -> int:
        return self.events + self.statements


@dataclass(frozen=True, slots=True)
class Facet:
    """A value to filter by, and how many records would remain."""

    slug: str
    name_ar: str
    name_en: str
    count: int


@dataclass(frozen=True, slots=True)
class Members:
    """How many could have rows of their own under a lane; ``level`` is 1 for the row of one of them."""

    count: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Density:
    """Numbers of records by lane and stretch of time.

    Stretch ``n`` goes from the day ``borders[n]`` to the day before ``borders[n + 1]`` (ordinals).
    ``lanes`` come in the order of the chart, with how many records each has in all; ``cells`` are
    (lane, stretch, records) with the numbers of lane and stretch, none of them empty. ``courses`` are the
    numbers of each lane along the finer stretches that ``fine`` bounds in the same way. The rows that
    ``members`` tells to be those of members stand under the lane that they are counted in too.
    """

    borders: tuple[int, ...]
    lanes: tuple[Facet, ...]
    cells: tuple[tuple[int, int, int], ...]
    fine: tuple[int, ...] = ()
    courses: tuple[tuple[int, ...], ...] = ()
    members: tuple[Members, ...] = ()


class Days(tuple[tuple[int, int], ...]):
    """(day, records) of the whole corpus, with the hash by which what is made of them is kept."""

    _hashed: int | None = None

    def __hash__(self) -> int:
        if self._hashed is None:
            self._hashed = super().__hash__()
        return self._hashed


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the page is made of, read from the tables in a fixed number of queries.

    ``around`` are the ids of the records before and after the open one, in order of their dates;
    ``days`` are (day, records) of the whole corpus; ``density`` counts the records of this view
    where it holds more than can be drawn one by one, else it is None. ``choices`` are the numbers of records
    that each value of a field of the form would leave, the other filters kept.
    """

    totals: Totals
    overall: Totals
    marks: tuple[Record, ...]
    listed: tuple[Record, ...]
    next_key: str | None
    undated: tuple[Record, ...]
    days: tuple[tuple[int, int], ...]
    density: Density | None
    states: tuple[Facet, ...]
    actors: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
    names: dict[str, Named]
    relaxed: tuple[tuple[str, int], ...]
    chosen: Record | None
    tellings: tuple[Telling, ...]
    choices: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    around: tuple[str | None, str | None] = (None, None)
