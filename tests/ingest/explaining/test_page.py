from __future__ import annotations

import io
import re

import pytest
from lxml import html
from rich.console import Console

from app.domain.records import Extraction
from app.ingest.explaining import page, terminal
from app.ingest.explaining.findings import findings
from app.settings import SEEDS
from tests.support.invariants import read

READINGS = [read(path.read_text("utf-8"), "2015-10-08") for path in sorted(SEEDS.glob("*.txt"))]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("reading", READINGS, ids=range(len(READINGS)))
def test_the_page_shows_the_whole_text_and_every_finding(reading: Extraction) -> None:
    tree = html.fromstring(page.page([reading]))
    shown = "".join(p.text_content() for p in tree.iter("p"))
    assert squeezed(shown) == squeezed(reading.document.text)
    notes = [li for li in tree.iter("li") if li.get("id")]
    assert len(notes) == len(findings(reading))
    targets = {li.get("id") for li in notes}
    links = [a.get("href").removeprefix("#") for a in tree.iter("a")]
    assert set(links) <= targets
    assert all(li.find(".//code").text for li in notes)


def test_hostile_text_is_shown_and_not_run() -> None:
    text = 'قال الوزير "<script>alert(1)</script> & <b onmouseover=x>" إن الاجتماع انتهى.'
    made = page.page([read(text)])
    assert "<script" not in made
    assert "<b onmouseover" not in made
    assert "&lt;script&gt;" in made


def test_the_page_needs_nothing_else() -> None:
    made = page.page(READINGS)
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)|@import|url\(""", made)
    assert made.count("<article>") == len(READINGS)


@pytest.mark.parametrize("colour", [True, False])
def test_the_terminal_shows_the_text_and_each_finding(*, colour: bool) -> None:
    out = io.StringIO()
    terminal.show(READINGS[0], Console(file=out, force_terminal=colour, width=100, highlight=False))
    printed = out.getvalue()
    assert ("\x1b[" in printed) is colour
    plain = re.sub(r"\x1b\[[0-9;]*m", "", printed)
    for finding in findings(READINGS[0]):
        assert squeezed(finding.what) in squeezed(plain)
    for block in READINGS[0].document.body:
        assert squeezed(block.span.text) in squeezed(plain)
