"""Passages on the event page: the words each rests on highlighted, its chain of media, its date. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.event.records import Said, Source, Telling
from app.web.date_reasons import Reason, reason
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.marking import extent
from app.web.named import Link, Named
from app.web.passages import Piece, pieces


@dataclass(frozen=True, slots=True)
class Chain:
    """Media the words came through, the publisher first, then who spoke (None: the medium itself)."""

    links: tuple[Link, ...]
    speaker: Named | None
    named: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A passage with its words marked, and where it stands. ``record`` is the id to highlight there."""

    record: str
    source: Source
    paragraph: int
    sentence: int
    pieces: tuple[Piece, ...]
    chain: Chain
    edtf: str | None
    why: Reason | None
    modality: str | None = None


def figures(tellings: Sequence[Telling], spoken: Language, dates: DateWords) -> tuple[Figure, ...]:
    """One figure a sentence: an article may tell an event twice in one breath."""
    places: dict[tuple[str, int, int], list[Telling]] = {}
    for t in tellings:
        places.setdefault((t.source.article, t.paragraph, t.sentence), []).append(t)
    return tuple(of_tellings(together, spoken, dates) for together in places.values())


def of_tellings(together: Sequence[Telling], spoken: Language, dates: DateWords) -> Figure:
    telling = min(together, key=lambda t: (t.start, -len(t.text)))
    carrying = [extent(t.core, t.beside, t.clause) or t.clause for t in together]
    why = reason(spoken, dates, telling.date_text, telling.anchor) if telling.edtf else None
    return Figure(
        record=telling.id,
        source=telling.source,
        paragraph=telling.paragraph,
        sentence=telling.sentence,
        pieces=pieces(telling.text, carrying, start=telling.start),
        chain=Chain(_from_paper(telling.chain, telling.source), telling.speaker, telling.speaker_named),
        edtf=telling.edtf,
        why=why,
    )


def of_saying(said: Said) -> Figure:
    return Figure(
        record=said.id,
        source=said.source,
        paragraph=said.paragraph,
        sentence=said.sentence,
        pieces=pieces(said.text, said.marks, start=said.start),
        chain=Chain(_from_paper(said.chain, said.source), said.speaker, said.speaker_named),
        edtf=said.edtf,
        why=None,
        modality=said.modality,
    )


def _from_paper(links: tuple[Link, ...], source: Source) -> tuple[Link, ...]:
    """Every way begins with the paper in hand, also where the record itself names no medium."""
    paper = source.outlet
    if paper is None or any(link.medium.slug == paper.slug for link in links):
        return links
    return (Link(paper, None), *links)
