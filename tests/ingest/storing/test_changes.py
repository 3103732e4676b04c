from __future__ import annotations

from dataclasses import replace

from app.ingest.storing.changes import Change, Record, compare


def record(id: str, words: str = "قال", edtf: str | None = "2015-01-01", more: str = "") -> Record:
    return Record("event", id, words, edtf, {"date": edtf, "more": more}, words)


def test_equal_records_are_no_change() -> None:
    assert compare([record("a")], [record("a")]) == []


def test_same_words_under_another_id_are_the_same_record() -> None:
    assert compare([record("a")], [record("b")]) == []


def test_another_date_is_a_redating() -> None:
    (change,) = compare([record("a")], [record("a", edtf="2015-01-02")])
    before = {"date": "2015-01-01", "more": "", "text": "قال"}
    assert change == Change("re-dated", "event", "a", before, {**before, "date": "2015-01-02"})


def test_the_words_alone_are_no_change() -> None:
    assert compare([record("a", "قال")], [record("a", "وقال")]) == []


def test_anything_else_is_a_change() -> None:
    (change,) = compare([record("a")], [record("a", more="x")])
    assert change.change == "changed"


def test_what_comes_and_goes() -> None:
    changes = compare([record("a", "واحد")], [record("b", "اثنان")])
    assert [(c.change, c.id, c.before is None) for c in changes] == [
        ("lost", "a", False),
        ("added", "b", True),
    ]


def test_a_lost_record_names_one_beside_it_that_is_left() -> None:
    before = [replace(record("a", "واحد"), beside=("c", "d")), replace(record("c", "ثلاثة"), beside=("d",))]
    assert [(c.id, c.beside) for c in compare(before, [])] == [("a", "d"), ("c", "d")]
    alone = [replace(record("a", "واحد"), beside=("c",)), replace(record("c", "ثلاثة"), beside=("a",))]
    assert [c.beside for c in compare(alone, [])] == [None, None]
    assert compare([record("a"), record("b", "اثنان")], [record("b", "اثنان")])[0].beside is None


def test_a_statement_is_never_paired_with_an_event() -> None:
    said = Record("statement", "a", "قال", None, {})
    assert {c.change for c in compare([said], [record("a")])} == {"lost", "added"}


def test_twice_the_same_words_are_two_records() -> None:
    assert compare([record("a"), record("b")], [record("c"), record("d")]) == []
    assert [c.change for c in compare([record("a"), record("b")], [record("c")])] == ["lost"]
