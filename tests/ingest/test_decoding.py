"""Character sets: recognised where the letters are clear, told, and refused elsewhere."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from app import db
from app.domain.text import RawArticle
from app.ingest.decoding import decode
from app.ingest.intake import intake
from app.ingest.read import read_paths
from app.models import IngestArticleRow

NEWS = "وصل الوفد إلى العاصمة صباح اليوم، وقال رئيسه إن المحادثات تبدأ غدا في مقر الوزارة."


@pytest.mark.parametrize(
    ("codec", "charset"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "UTF-16"),
        ("cp1256", "windows-1256"),
        ("iso8859_6", "ISO-8859-6"),
    ],
)
def test_what_arabic_was_ever_written_in_is_read_and_told(codec: str, charset: str | None) -> None:
    found = decode(NEWS.encode(codec))
    assert (found.text, found.charset) == (NEWS, charset)


def test_what_a_page_declares_comes_before_what_its_letters_say() -> None:
    data = f'<meta charset="iso-8859-6"><p>{NEWS}'.encode("iso8859_6")
    assert decode(data).charset == "iso-8859-6"


@pytest.mark.parametrize(
    "data",
    [
        "Le président a été très réservé à Genève, où il était arrivé.".encode("cp1252"),
        "Переговоры прошли в Москве, заявил министр.".encode("cp1251"),
        "Οι συνομιλίες άρχισαν στη Γενεύη.".encode("cp1253"),
        "שיחות החלו בז'נבה, אמר השר.".encode("cp1255"),
        "نص".encode("cp1256"),
        bytes(range(128, 256)) * 3,
    ],
)
def test_no_other_writing_becomes_arabic(data: bytes) -> None:
    with pytest.raises(ValueError, match="not UTF-8"):
        decode(data)


def test_an_article_keeps_what_it_was_read_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("old") / "old.txt"
    file.write_bytes(NEWS.encode("cp1256"))
    (old,) = read_paths([str(file)])
    (new,) = read_paths(["-"], stdin=io.BytesIO(NEWS.encode()))
    assert isinstance(old, RawArticle)
    assert isinstance(new, RawArticle)
    assert (old.meta.charset, new.meta.charset) == ("windows-1256", None)
    assert old.sha256 == new.sha256


def test_the_record_of_the_run_tells_what_a_text_was_read_in(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(NEWS.encode("cp1256"))
    (outcome,) = intake(engine, read_paths([str(tmp_path)]))
    assert outcome.detail == "read as windows-1256"
    with db.reading(engine) as session:
        assert session.scalars(sa.select(IngestArticleRow.detail)).all() == [outcome.detail]
