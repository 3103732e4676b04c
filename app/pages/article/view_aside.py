"""What is shown beside the text of an article: its dates, actors and chains, and what was set aside. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.pages.article.records import ActorFound, DateFound, Facts, Link, StatementFound, Unused
from app.web.colours import colour
from app.web.date_reasons import Reason, reason
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.named import Named


@dataclass(frozen=True, slots=True)
class DateLine:
    """A row of the table of dates: the words, their value, why; ``places`` are the paragraphs that have them
    with this value, each with the anchor of the sentence and the stretch of the words."""

    found: DateFound
    why: Reason
    places: tuple[tuple[int, str, str], ...]

    @property
    def anchor(self) -> str:
        return self.places[0][1]


@dataclass(frozen=True, slots=True)
class Party:
    """A row of the table of actors; ``first`` is the anchor of the paragraph of the first mention."""

    found: ActorFound
    first: int
    colour: int


@dataclass(frozen=True, slots=True)
class Chain:
    """A way by which words came: media, outermost first, then who spoke; ``count`` statements."""

    links: tuple[Link, ...]
    speaker: Named
    named: bool
    count: int


@dataclass(frozen=True, slots=True)
class UnusedLine:
    reason: str
    text: str


def dates_of(facts: Facts, spoken: Language, dates: DateWords) -> Iterator[DateLine]:
    """The dates found, each of equal words, value and reason once, in the order of the text."""
    rows: dict[tuple[str, str, str | None], list[DateFound]] = defaultdict(list)
    for found in facts.dates:
        if found.edtf:
            rows[found.text, found.edtf, found.anchor].append(found)
    for same in rows.values():
        places = {
            d.paragraph: (d.paragraph, _sentence_of(d, facts), f"{d.start}-{d.end}") for d in reversed(same)
        }
        why = reason(spoken, dates, same[0].text, same[0].anchor)
        yield DateLine(same[0], why, tuple(places[n] for n in sorted(places)))


def _sentence_of(found: DateFound, facts: Facts) -> str:
    """The anchor of the sentence that it stands in, or of the paragraph."""
    number = next(
        (s.n for s in facts.sentences if s.paragraph == found.paragraph and s.start <= found.start < s.end),
        None,
    )
    return f"p{found.paragraph}" + (f"s{number}" if number else "")


def party(found: ActorFound, facts: Facts) -> Party:
    start = found.mentions[0][0]
    first = next((x.n for x in facts.lines if x.n and x.start <= start < x.end), 1)
    return Party(found, first or 1, colour(found.actor.lane))


def chains(statements: Sequence[StatementFound]) -> tuple[Chain, ...]:
    """Every way words came through another medium, most used first."""
    ways: dict[tuple[tuple[str, ...], str], list[StatementFound]] = defaultdict(list)
    for s in statements:
        if len(s.chain) > 1:
            ways[tuple(link.medium.slug for link in s.chain), s.speaker.slug].append(s)
    found = [Chain(g[0].chain, g[0].speaker, g[0].named, len(g)) for g in ways.values()]
    return tuple(sorted(found, key=lambda c: -c.count))


def unused(text: str, block: Unused) -> UnusedLine:
    return UnusedLine(block.reason, text[block.start : block.end].strip())
