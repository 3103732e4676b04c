"""Everything a reading holds is explained, and the text is all there."""

from __future__ import annotations

import pytest

from app.domain.records import Extraction
from app.ingest.explaining.findings import Layer, Part, findings, pieces
from app.ingest.explaining.layout import blocks, facts
from app.settings import SEEDS
from tests.support.invariants import read

TEXT = """اجتماع في أنقرة لبحث الهدنة
قال وزير الخارجية الروسي سيرغي لافروف، أمس الثلاثاء، إن موسكو "مستعدة للحوار مع الجميع". \
والتقى لافروف نظيره التركي في أنقرة، بحسب وكالة رويترز.
مقالات ذات صلة
أسعار النفط ترتفع"""
READINGS = [
    read(TEXT),
    *(read(path.read_text("utf-8"), "2015-10-08") for path in sorted(SEEDS.glob("*.txt"))),
]


@pytest.mark.parametrize("reading", READINGS, ids=range(len(READINGS)))
def test_every_record_has_a_rule_and_a_reason_and_stands_where_it_says(reading: Extraction) -> None:
    found = findings(reading)
    mentions = sum(len(a.mentions) for a in reading.actors)
    counted = len(reading.dates) + mentions + len(reading.statements) + len(reading.events)
    assert len(found) == counted
    for finding in found:
        assert finding.rule
        assert finding.what
        assert finding.reasons or finding.layer is Layer.DATE
        assert finding.head in [mark.span for mark in finding.marks]
        for mark in finding.marks:
            assert reading.document.text[mark.span.start : mark.span.end] == mark.span.text


@pytest.mark.parametrize("reading", READINGS, ids=range(len(READINGS)))
def test_blocks_hold_the_whole_text_and_their_pieces_all_of_the_block(reading: Extraction) -> None:
    laid = blocks(reading)
    at = 0
    for block in laid:
        assert not reading.document.text[at : block.span.start].strip()
        at = block.span.end
        assert "".join(p.text for p in pieces(block.span, list(block.found))) == block.span.text
    assert not reading.document.text[at:].strip()
    numbers = [number for block in laid for number, _ in block.found]
    assert numbers == list(range(1, len(findings(reading)) + 1))


def test_a_piece_knows_all_it_is_part_of() -> None:
    reading = read(TEXT)
    block = next(b for b in blocks(reading) if b.n == 1)
    said = next(p for p in pieces(block.span, list(block.found)) if p.text == "مستعدة للحوار مع الجميع")
    assert said.parts == {Part.CONTENT, Part.QUOTED}
    reuters = [
        p for p in pieces(block.span, list(block.found)) if Part.RELAY in p.parts or "رويترز" in p.text
    ]
    assert reuters


def test_facts_say_how_the_date_is_known_and_what_was_not_read() -> None:
    told = dict(facts(read(TEXT)))
    assert told["published"].startswith("2018-03-14 (supplied)")
    assert "note" not in told
    foreign = dict(facts(read("The minister said that the talks would go on in the capital.")))
    assert "not in Arabic" in foreign["note"]
