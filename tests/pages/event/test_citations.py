"""Each form of citation is read back by a parser that is not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from starlette.testclient import TestClient

from app.pages.event.citations import Citation, as_bibtex, as_csl, as_ris, as_text

CITED = Citation(
    "e1", "محادثات 50% & {أخرى}_\\", "تسلسل", "تشرين الأول/أكتوبر 2015. يرويه: #جريدة", "2015-10",
    "https://example.org/ar/events/e1", date(2026, 1, 2), "ar",
)  # fmt: skip


def test_bibtex_is_read_and_its_signs_are_escaped() -> None:
    library = parse_string(as_bibtex(CITED))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("online", "tasalsul-e1")
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert fields["title"] == r"{محادثات 50\% \& \{أخرى\}\_\textbackslash{}}"
    assert (fields["year"], fields["url"]) == ("2026", CITED.address)


def test_ris_is_read() -> None:
    (entry,) = rispy.loads(as_ris(CITED))
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == CITED.title
    assert entry["notes"] == [CITED.note]
    assert entry["urls"] == [CITED.address]


def test_no_line_of_a_title_can_become_a_tag() -> None:
    broken = Citation("e1", "x\nER  - \nTY  - BOOK", "s", "n", None, "https://e.org", date(2026, 1, 2), "en")
    (entry,) = rispy.loads(as_ris(broken))
    assert entry["title"] == "x ER - TY - BOOK"


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2015-09-21", {"date-parts": [[2015, 9, 21]]}),
        ("2015-10", {"date-parts": [[2015, 10]]}),
        ("2015-10~", {"date-parts": [[2015, 10]], "circa": True}),
        ("2015-10-04/2015-10-07", {"date-parts": [[2015, 10, 4], [2015, 10, 7]]}),
        ("../2015-10-05", {"date-parts": [[2015, 10, 5]], "circa": True, "literal": "../2015-10-05"}),
        ("XXXX-10-05", {"literal": "XXXX-10-05"}),
    ],
)
def test_csl_says_no_more_than_is_known(edtf: str, told: dict[str, Any]) -> None:
    (item,) = as_csl(Citation("e1", "t", "s", "n", edtf, "https://e.org", date(2026, 1, 2), "en"))
    assert item["event-date"] == told


def test_words_say_what_where_and_when() -> None:
    text = as_text(CITED)
    assert all(part in text for part in (f"«{CITED.title}»", CITED.note, CITED.address, "2026-01-02"))
    assert f"“{CITED.title}”" in as_text(replace(CITED, lang="en"))


@pytest.mark.parametrize("ending", ["txt", "bib", "ris", "csl.json"])
def test_every_event_is_cited_under_its_own_address(client: TestClient, ending: str) -> None:
    ids = [event["id"] for event in client.get("/api/v1/events?limit=5").json()["items"]]
    for id_ in ids:
        answer = client.get(f"/ar/events/{id_}.{ending}")
        assert answer.status_code == 200
        assert f"http://testserver/ar/events/{id_}" in answer.text
    assert client.get(f"/ar/events/nobody.{ending}").status_code == 404
    page = client.get(f"/ar/events/{ids[0]}").text
    assert f'href="/ar/events/{ids[0]}.{ending}"' in page
