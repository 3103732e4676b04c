"""What is known beside the text: read, checked, and refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.text import Metadata
from app.errors import InputError
from app.ingest.sidecar import load_sidecar
from app.settings import SEEDS


def entry(tmp_path: Path, toml: str) -> Metadata:
    file = tmp_path / "articles.toml"
    file.write_text(f'["a.txt"]\n{toml}\n', "utf-8")
    return load_sidecar(file).find(None, "other.txt", "a.txt")


def test_all_that_can_be_said(tmp_path: Path) -> None:
    toml = """
        title = "عنوان"
        outlet = "sana"
        published = 2015-09-24
        basis = "supplied"
        note_en = "why"
        note_ar = "لماذا"
        url = "https://example.org"
        byline = "فلان"
    """
    expected = Metadata(None, "عنوان", "sana", "2015-09-24", "لماذا\nwhy", "https://example.org", "فلان")
    assert entry(tmp_path, toml) == expected


def test_article_without_an_entry_has_nothing(tmp_path: Path) -> None:
    file = tmp_path / "articles.toml"
    file.write_text("", "utf-8")
    assert load_sidecar(file).find("a.txt") == Metadata()


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("outlett = 'x'", "outlett"),
        ("published = 'soon'", "soon"),
        ("published = '2015-02-30'", "2015-02-30"),
        ("basis = 'stated'", "basis"),
    ],
)
def test_bad_entry_is_named(tmp_path: Path, toml: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        entry(tmp_path, toml)
    assert caught.value.file == str(tmp_path / "articles.toml")
    assert "a.txt" in caught.value.reason


@pytest.mark.parametrize("data", [b"[[", b"\xff", b"x"])
def test_what_is_no_toml_is_named(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "articles.toml"
    file.write_bytes(data)
    with pytest.raises(InputError, match=r"articles\.toml: not"):
        load_sidecar(file)


def test_missing_sidecar_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml"):
        load_sidecar(tmp_path / "nowhere.toml")


def test_every_seed_has_an_entry_with_a_note_in_both_languages_where_a_date_is_supplied() -> None:
    known = load_sidecar(SEEDS / "articles.toml")
    files = sorted(path.name for path in SEEDS.glob("*.txt"))
    assert sorted(known.entries) == files
    for file in files:
        meta = known.find(file)
        assert meta.outlet
        assert (meta.published is None) == (meta.published_note is None)
        assert meta.published_note is None or len(meta.published_note.split("\n")) == 2


COMMON = """
    ["*"]
    outlet = "sana"
    ["elaph/*"]
    outlet = "elaph"
    byline = "هيئة التحرير"
    ["elaph/a.txt"]
    published = 2015-09-24
    byline = "فلان"
"""


@pytest.mark.parametrize(
    ("name", "outlet", "byline", "published"),
    [
        ("elaph/a.txt", "elaph", "فلان", "2015-09-24"),
        ("elaph/b.txt", "elaph", "هيئة التحرير", None),
        ("other/b.txt", "sana", None, None),
    ],
)
def test_what_articles_have_in_common(
    tmp_path: Path, name: str, outlet: str, byline: str | None, published: str | None
) -> None:
    (tmp_path / "articles.toml").write_text(COMMON, "utf-8")
    found = load_sidecar(tmp_path / "articles.toml").find(name, name.rpartition("/")[2])
    assert (found.outlet, found.byline, found.published) == (outlet, byline, published)


@pytest.mark.parametrize("field", ["published = 2015", "title = 'x'", "url = 'https://a.example'"])
def test_what_articles_cannot_have_in_common(tmp_path: Path, field: str) -> None:
    (tmp_path / "articles.toml").write_text(f'["2015/*"]\n{field}\n', "utf-8")
    with pytest.raises(InputError, match=field.partition(" ")[0]):
        load_sidecar(tmp_path / "articles.toml").find("2015/a.txt")
