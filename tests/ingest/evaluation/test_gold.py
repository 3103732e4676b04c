from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.text import Basis
from app.errors import InputError
from app.ingest.evaluation.gold import Gold, find_words, gold_files, load_gold

LEAD = "أعلنت الوزارة أمس نتائج المحادثات مع الوفد."
TEXT = (
    f"عنوان الخبر\n{LEAD}\n4 أبريل 2018\n{LEAD}\nوقال الوزير أمس إن الأمر انتهى، وأضاف أن الوفد غادر أمس.\n"
)

ANNOTATION: dict[str, Any] = {
    "file": "articles/one.txt",
    "outlet": "صحيفة (Paper)",
    "title": "عنوان الخبر",
    "published": "2018-04-04",
    "published_evidence": "explicit line",
    "published_from_text": "2018-04-04",
    "paragraph_prefixes": [LEAD[:20], "وقال الوزير"],
    "actors": [
        {"name_ar": "الوزير", "name_en": "minister", "type": "person", "wikidata": None, "mentions": []}
    ],
    "statements": [
        {
            "speaker": "الوزير",
            "paragraph": 2,
            "verb": "قال",
            "kind": "indirect",
            "text_prefix": "الأمر انتهى، وأضاف",
        },
        {
            "speaker": "الوزير",
            "paragraph": 2,
            "verb": "أضاف",
            "kind": "indirect",
            "text_prefix": "الوفد غادر",
        },
    ],
    "events": [
        {
            "type": "talks",
            "label_en": "talks",
            "paragraph": 1,
            "actors": [],
            "date_edtf": None,
            "status": "occurred",
            "anchor_text": "نتائج المحادثات",
        }
    ],
    "dates": [{"text": "أمس", "value": "2018-04-03", "paragraph": 2}],
}


def make(folder: Path, supplied: dict[str, str], text: str = TEXT, **changes: Any) -> Path:
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "articles" / "one.txt").write_text(text, "utf-8")
    (folder / "articles" / "one.json").write_text(json.dumps(supplied), "utf-8")
    path = folder / "one.json"
    path.write_text(json.dumps(ANNOTATION | changes), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return load_gold(make(tmp_path, {"published": "2018-04-04", "outlet": "Paper"}))


def test_the_text_and_what_is_supplied_stand_beside(gold: Gold) -> None:
    assert gold.raw.text == TEXT
    assert (gold.raw.meta.outlet, gold.raw.meta.published, gold.basis) == (
        "Paper",
        "2018-04-04",
        Basis.SUPPLIED,
    )


def test_of_a_repeated_lead_the_last_copy_is_meant(gold: Gold) -> None:
    assert [s.start for s in gold.paragraphs] == [TEXT.rindex(LEAD), TEXT.index("وقال")]
    assert gold.paragraph_at(TEXT.index(LEAD)) == 0
    assert gold.paragraph_at(TEXT.rindex(LEAD) + 3) == 1


def test_a_content_ends_where_the_next_begins(gold: Gold) -> None:
    windows = [s.window.text if s.window else None for s in gold.statements]
    assert windows == ["الأمر انتهى، وأضاف أن ", "الوفد غادر أمس."]


def test_a_date_stands_for_all_its_repetitions(gold: Gold) -> None:
    assert [s.text for s in gold.dates[0].spans] == ["أمس", "أمس"]


def test_an_event_starts_at_its_anchor(gold: Gold) -> None:
    assert gold.events[0].anchor is not None
    assert gold.events[0].anchor.start == TEXT.rindex("نتائج")


@pytest.mark.parametrize(
    ("supplied", "evidence", "published", "basis"),
    [
        ({}, "explicit line", "2018-04-04", Basis.STATED),
        ({}, "inferred: weekdays", "2018-04-04", Basis.INFERRED),
        ({}, "none", None, Basis.UNKNOWN),
    ],
)
def test_the_basis_wanted(
    tmp_path: Path, supplied: dict[str, str], evidence: str, published: str | None, basis: Basis
) -> None:
    path = make(tmp_path, supplied, published=published, published_evidence=evidence)
    assert load_gold(path).basis is basis


def test_words_are_found_as_folded() -> None:
    found = find_words("قال أحمدُ إنّ الأمر", "احمد ان", 0, 19)
    assert found is not None
    assert found.text == "أحمدُ إن"  # a mark on the last letter is left out
    assert find_words("قال أحمد", "محمود", 0, 8) is None


@pytest.mark.parametrize(("content", "message"), [("{", "cannot be read"), (None, "cannot be read")])
def test_an_annotation_that_cannot_be_read_is_named(
    tmp_path: Path, content: str | None, message: str
) -> None:
    path = tmp_path / "broken.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=message) as caught:
        load_gold(path)
    assert str(path) in str(caught.value)


def test_a_paragraph_that_is_not_in_the_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not in the text"):
        load_gold(make(tmp_path, {}, paragraph_prefixes=["فقرة أخرى"]))


def test_folders_stand_for_their_files(tmp_path: Path) -> None:
    path = make(tmp_path, {})
    assert gold_files([tmp_path]) == [path]
    (tmp_path / "articles" / "empty").mkdir()
    with pytest.raises(InputError, match="no annotation files"):
        gold_files([tmp_path / "articles" / "empty"])
