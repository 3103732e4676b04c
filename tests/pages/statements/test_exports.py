from __future__ import annotations

import csv
import io
import json
from datetime import date

from app.pages.statements.exports import as_csv, as_json
from app.pages.statements.records import Told
from app.web.named import Link, Named
from app.web.urls import Urls
from tests.support.statements import said

PAPER = Named("a-paper", "صحيفة", "A paper")
SAID = said(
    content="=هذا نص",
    edtf="2020-01-02",
    earliest=date(2020, 1, 2),
    latest=date(2020, 1, 2),
    chain=(Link(PAPER, None), Link(Named("agency", "وكالة", "Agency"), "نقلت عن")),
    events=(Told("e1", "حدث", "Event", None, denied=False), Told("e2", "حدث", "Event", None, denied=True)),
)


def test_json_is_one_object_that_says_what_was_asked() -> None:
    read = json.loads("".join(as_json([SAID, said()], [("q", "نص")])))
    assert read["query"] == [["q", "نص"]]
    first, second = read["statements"]
    assert [link["slug"] for link in first["chain"]] == ["a-paper", "agency"]
    assert first["events"] == [{"id": "e1", "denied": False}, {"id": "e2", "denied": True}]
    assert second["date"] is None
    assert json.loads("".join(as_json([], [])))["statements"] == []


def test_csv_has_a_row_for_each_and_no_formula() -> None:
    text = "".join(as_csv([SAID], Urls("en"), "https://example.org"))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["content"] == "'=هذا نص"
    assert (row["chain"], row["events"], row["denied_events"]) == ("a-paper; agency", "e1", "e2")
    assert row["address"].startswith(f"https://example.org/en/articles/{SAID.article}?hl={SAID.id}#p")
    assert row["verb_en"] == "said"
    assert (row["earliest"], row["speaker"], row["speaker_ar"]) == ("2020-01-02", "a-speaker", "متحدث")
