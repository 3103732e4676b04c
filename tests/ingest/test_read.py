"""Files, folders, JSON lines and standard input: text kept to the letter, bad input named."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import Metadata, RawArticle
from app.errors import InputError
from app.ingest import decoding
from app.ingest.read import Found, Meter, Reading, overlay, read_paths
from app.ingest.sidecar import load_sidecar

TEXT = "التقى الوزيران يوم الثلاثاء.\n\nوقال أحدهما: «نعم».\n"


def articles(outcomes: list[Found]) -> list[RawArticle]:
    assert all(isinstance(outcome, RawArticle) for outcome in outcomes), outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, RawArticle)]


def only_error(outcomes: list[Found]) -> InputError:
    (outcome,) = outcomes
    assert isinstance(outcome, InputError)
    return outcome


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    text = "  \u200fنصّ  فيه\tكلّ شيء ﻻ ١٢ \u00a0 \n\n\n نهاية  "
    file.write_text(text, "utf-8")
    (article,) = articles(list(read_paths([str(file)])))
    assert article == RawArticle("a.txt", text, hashlib.sha256(text.encode()).hexdigest())


@pytest.mark.parametrize("written", ["\ufeff" + TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r")])
def test_byte_order_mark_and_line_ends_make_no_other_text(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(written.encode())
    (article,) = articles(list(read_paths([str(file)])))
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\u200f \u00a0 …".encode(), "without a word"),
        ("Le président a été très réservé à Genève.".encode("cp1252"), "not UTF-8 (byte 5)"),
        ("Переговоры прошли в Москве".encode("cp1251"), "not UTF-8 (byte 0)"),
        (b"abc " + b"\xff\xfe", "not UTF-8 (byte 4)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
    ],
)
def test_what_is_no_text_is_named_and_the_others_go_on(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "1.txt").write_bytes(data)
    (tmp_path / "2.txt").write_text(TEXT, "utf-8")
    first, second = read_paths([str(tmp_path / "1.txt"), str(tmp_path / "2.txt")])
    assert isinstance(first, InputError)
    assert first.file == str(tmp_path / "1.txt")
    assert reason in first.reason
    assert isinstance(second, RawArticle)


def test_missing_file_is_named(tmp_path: Path) -> None:
    error = only_error(list(read_paths([str(tmp_path / "nowhere.txt")])))
    assert str(error) == f"{tmp_path / 'nowhere.txt'}: no such file"


def test_name_too_long_for_the_system_is_named() -> None:
    assert only_error(list(read_paths(["ا" * 5000]))).file == "ا" * 5000


def test_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 1000)
    (tmp_path / "long.txt").write_text("كلمة " * 400, "utf-8")
    assert "too long" in only_error(list(read_paths([str(tmp_path)]))).reason


def test_too_long_a_line_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 100)
    lines = json.dumps({"text": "x" * 350}) + "\n" + json.dumps({"id": "b", "text": "نص"}) + "\n"
    error, article = from_lines(lines)
    assert isinstance(error, InputError)
    assert error.line == 1
    assert isinstance(article, RawArticle)
    assert article.meta.id == "b"


def test_folder_is_read_in_order_and_passes_over_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.TXT", "notes.md", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "a.html").write_text(
        f"<html><body><article><p>{TEXT * 9}</p></article></body></html>", "utf-8"
    )
    assert [a.name for a in articles(list(read_paths([str(tmp_path)])))] == ["a.html", "b.txt", "sub/c.TXT"]


def test_pages_as_browsers_and_mirrors_name_them(tmp_path: Path) -> None:
    names = (
        "show.aspx?id=3",
        "news.php",
        "talks.html",
        "talks_files/frame.html",
        "other_files/a.html",
        "x.png",
    )
    for name in (*names, "talks_files/x.js", "y.png", "articles.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            f"<html><body><p>{TEXT * 9}</p></body></html>" if name != "articles.toml" else "", "utf-8"
        )
    meter = Meter()
    found = articles(list(read_paths([str(tmp_path)], Reading(meter=meter))))
    assert [a.name for a in found] == ["news.php", "show.aspx?id=3", "talks.html", "other_files/a.html"]
    assert meter.passed == {".png": 2}, "what was saved with a page is no file of its own"


@pytest.mark.parametrize(
    ("name", "data", "unread"),
    [
        ("a.jsonl", '{"text": "%s", "date": "2019"}\n{"titel": 1, "date": 2}\n', {"date": 2, "titel": 1}),
        ("a.csv", "text,Date\n%s,2019\n", {"date": 1}),
        ("a.csv", "text,title\n%s,ب\n", None),
    ],
)
def test_fields_that_nobody_reads_are_told(
    tmp_path: Path, name: str, data: str, unread: dict[str, int] | None
) -> None:
    (tmp_path / name).write_text(data % "وصل الوفد إلى المدينة.", "utf-8")
    meter = Meter()
    list(read_paths([str(tmp_path / name)], Reading(meter=meter)))
    assert meter.unread == ({str(tmp_path / name): unread} if unread else {})


def test_folder_without_articles_is_named(tmp_path: Path) -> None:
    assert ".txt" in only_error(list(read_paths([str(tmp_path)]))).reason


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    outcomes = read_paths([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")])
    next(outcomes)
    (tmp_path / "later.txt").write_text(TEXT, "utf-8")
    assert isinstance(next(outcomes), RawArticle)


def from_lines(lines: str | bytes) -> list[Found]:
    data = lines.encode() if isinstance(lines, str) else lines
    return list(read_paths(["-"], Reading(jsonl=True), io.BytesIO(data)))


def test_json_line_carries_its_id_and_facts() -> None:
    line = {
        "id": 17, "text": "نص\r\nآخر", "title": "عنوان", "published": "2020-02-03T23:00:00+03:00",
        "outlet": "sana", "url": "https://example.org/1", "byline": "فلان", "more": [1],
    }  # fmt: skip
    (article,) = articles(from_lines(json.dumps(line) + "\n\n"))
    assert (article.name, article.text) == ("-#17", "نص\nآخر")
    assert article.meta == Metadata(
        "17", "عنوان", "sana", "2020-02-03", None, "https://example.org/1", "فلان"
    )


def test_json_line_with_a_page() -> None:
    page = f"<html><body><article><h1>عنوان الخبر</h1><p>{TEXT * 9}</p></article></body></html>"
    (article,) = articles(from_lines(json.dumps({"id": "p", "html": page, "title": "العنوان المعطى"})))
    assert article.meta.title == "العنوان المعطى"
    assert "<p>" not in article.text
    assert "التقى الوزيران" in article.text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "x"}', "neither"),
        ('{"text": 5}', '"text" is not a text'),
        ('{"id": [1], "text": "نص"}', '"id"'),
        ('{"text": " "}', "empty"),
        ('{"text": "نص\\u0000"}', "binary"),
        ('{"text": "نص \\ud800"}', "half a character"),
        ('{"text": "نص", "published": "أمس"}', "published"),
        ('{"text": "نص", "published": "2015-13-01"}', "published"),
        ('{"html": "<html></html>"}', "no article found"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_bad_line_is_named_by_number_and_the_next_is_read(line: str, reason: str) -> None:
    good = json.dumps({"id": "good", "text": "نص"})
    first, bad, last = from_lines(f'{{"text": "أول"}}\n{line}\n{good}\n')
    assert isinstance(bad, InputError)
    assert (bad.file, bad.line) == ("-", 2)
    assert reason in bad.reason
    assert isinstance(first, RawArticle)
    assert isinstance(last, RawArticle)


def test_same_id_twice_is_an_error() -> None:
    _, second = from_lines('{"id": "1", "text": "نص"}\n{"id": 1, "text": "نص آخر"}\n')
    assert isinstance(second, InputError)
    assert "second time" in second.reason


def test_line_that_is_not_utf8_is_named() -> None:
    assert only_error(from_lines(b'{"text": "\xc7\xe1"}')).line == 1


def test_empty_stream_is_an_error() -> None:
    assert only_error(from_lines("\n\n")).reason == "empty"


def test_standard_input_may_be_text_or_a_page() -> None:
    (text,) = articles(list(read_paths(["-"], stdin=io.BytesIO(TEXT.encode()))))
    assert (text.name, text.text) == (f"-#{text.sha256[:12]}", TEXT)
    page = f"\n<!DOCTYPE html><html><body><article><p>{TEXT * 9}</p></article></body></html>"
    (page_article,) = articles(list(read_paths(["-"], stdin=io.BytesIO(page.encode()))))
    assert "<" not in page_article.text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles.toml").write_text('["a.txt"]\noutlet = "sana"\npublished = 2019-05-06\n', "utf-8")
    return tmp_path


def test_sidecar_of_a_folder_serves_the_folder_and_the_file_alone(folder: Path) -> None:
    (from_folder,) = articles(list(read_paths([str(folder)])))
    (alone,) = articles(list(read_paths([str(folder / "a.txt")])))
    assert from_folder == alone
    assert (alone.meta.outlet, alone.meta.published) == ("sana", "2019-05-06")


def test_sidecar_serves_folders_below_that_have_none(folder: Path) -> None:
    for name in ("own", "none"):
        (folder / name).mkdir()
        (folder / name / "b.txt").write_text(TEXT, "utf-8")
    (folder / "own" / "articles.toml").write_text('["b.txt"]\npublished = "2001"\n', "utf-8")
    with (folder / "articles.toml").open("a", encoding="utf-8") as table:
        table.write('["none/b.txt"]\npublished = "2002"\n["own/b.txt"]\npublished = "2003"\n')
    found = {a.name: a.meta.published for a in articles(list(read_paths([str(folder)])))}
    assert found == {"a.txt": "2019-05-06", "none/b.txt": "2002", "own/b.txt": "2001"}


def test_given_beats_sidecar_beats_page(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "articles.toml").write_text('["a.html"]\noutlet = "sana"\ntitle = "من الجدول"\n', "utf-8")
    (folder / "a.html").write_text(
        '<html><head><meta property="og:title" content="من الصفحة">'
        '<meta property="article:published_time" content="2018-01-02">'
        '<meta property="og:site_name" content="الصفحة"></head>'
        f"<body><article><p>{TEXT * 9}</p></article></body></html>",
        "utf-8",
    )
    (article,) = articles(list(read_paths([str(folder)], Reading(given=Metadata(outlet="tass")))))
    assert (article.meta.outlet, article.meta.title, article.meta.published) == (
        "tass",
        "من الجدول",
        "2018-01-02",
    )


def test_file_whose_sidecar_is_broken_is_not_read_without_it(folder: Path) -> None:
    (folder / "articles.toml").write_text("[[", "utf-8")
    error = only_error(list(read_paths([str(folder)])))
    assert error.file == str(folder / "a.txt")
    assert "articles.toml" in error.reason


def test_bad_entry_of_a_sidecar_stops_its_article_only(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT, "utf-8")
    (folder / "articles.toml").write_text('["a.txt"]\npublished = "soon"\n', "utf-8")
    first, second = read_paths([str(folder)])
    assert isinstance(first, InputError)
    assert "soon" in first.reason
    assert isinstance(second, RawArticle)


def test_sidecar_given_is_asked_instead(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('["a.txt"]\npublished = "1999"\n', "utf-8")
    (article,) = articles(list(read_paths([str(folder / "a.txt")], Reading(sidecar=load_sidecar(other)))))
    assert (article.meta.published, article.meta.outlet) == ("1999", None)


def test_a_date_brings_its_own_note() -> None:
    below = Metadata(published="2018", published_note="from the page", url="https://example.org")
    assert overlay(below, Metadata(published="2019")) == Metadata(published="2019", url="https://example.org")
    assert overlay(below, Metadata(outlet="tass")).published_note == "from the page"


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_end_in_a_text_or_a_named_error(data: bytes, jsonl: bool) -> None:
    for found in read_paths(["-"], Reading(jsonl=jsonl), io.BytesIO(data)):
        if isinstance(found, RawArticle):
            assert found.sha256 == hashlib.sha256(found.text.encode()).hexdigest()
            assert "\r" not in found.text
        else:
            assert found.file == "-"


@given(
    st.text(max_size=200),
    st.sampled_from(["", "<html>", "<!doctype html><article><p>", "<html><head><title>"]),
)
def test_any_page_ends_in_a_text_or_a_named_error(text: str, start: str) -> None:
    (found,) = from_lines(json.dumps({"html": start + text}) + "\n")
    assert isinstance(found, RawArticle) or found.line == 1
