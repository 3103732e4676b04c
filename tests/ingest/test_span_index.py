from __future__ import annotations

import random
from dataclasses import dataclass

from app.domain.text import Span
from app.ingest.span_index import SpanIndex


@dataclass(frozen=True)
class Found:
    span: Span


def _found(start: int, end: int) -> Found:
    return Found(Span(start, end, "x" * (end - start)))


def test_it_finds_what_a_search_of_all_would_find() -> None:
    dice = random.Random(7)
    starts = [dice.randrange(200) for _ in range(80)]
    things = [_found(start, start + dice.randrange(1, 40)) for start in starts]
    index = SpanIndex(things)
    for start in range(0, 240, 7):
        stretch = _found(start, start + dice.randrange(1, 60)).span
        assert index.touching(stretch) == [thing for thing in things if stretch.overlaps(thing.span)]


def test_neighbours_that_only_meet_do_not_touch() -> None:
    index = SpanIndex([_found(0, 5), _found(10, 12)])
    assert index.touching(_found(5, 10).span) == []


def test_an_empty_index_finds_nothing() -> None:
    assert SpanIndex[Found]([]).touching(_found(0, 9).span) == []
