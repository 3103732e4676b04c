from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.records import Actor, ActorKind
from app.domain.text import Sentence, Span
from app.ingest.storing.records import SentenceNumbers, date_words, evidence_kind
from tests.support import gold


def test_the_sentence_of_an_offset() -> None:
    numbers = SentenceNumbers([Sentence(2, 1, Span(0, 10, "")), Sentence(2, 2, Span(11, 20, ""))])
    assert [numbers.at(2, offset) for offset in (0, 9, 10, 11, 19)] == [1, 1, 1, 2, 2]
    assert numbers.at(3, 5) == 1


@pytest.mark.parametrize(
    ("kind", "named", "wanted"),
    [
        (ActorKind.PERSON, True, "named"),
        (ActorKind.OFFICE, True, "institution"),
        (ActorKind.COUNTRY, True, "institution"),
        (ActorKind.MEDIA, True, "reports"),
        (ActorKind.SOURCE, False, "anonymous"),
        (ActorKind.PERSON, False, "anonymous"),
    ],
)
def test_who_stands_behind_a_statement(kind: ActorKind, named: bool, wanted: str) -> None:
    said = gold.extractions()[0].statements[0]
    said = replace(said, speaker=replace(said.speaker, named=named))
    people = {said.speaker.slug: Actor(said.speaker.slug, kind, "س", "S")}
    assert evidence_kind(said, people) == wanted


def test_words_of_a_date_stand_in_the_paragraph_of_the_event() -> None:
    checked = 0
    for extraction in gold.extractions():
        for event in extraction.events:
            place = date_words(event, extraction)
            if place is not None:
                paragraph = extraction.document.body[event.paragraph - 1].span
                assert paragraph.contains(place)
                checked += 1
    assert checked > 5
