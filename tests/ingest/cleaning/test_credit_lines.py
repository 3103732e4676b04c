from __future__ import annotations

import pytest

from app.ingest.cleaning.credit_lines import Names, Part, is_credit, pieces
from app.knowledge.load import load_knowledge

NAMES = Names.of(load_knowledge())


@pytest.mark.parametrize(
    "line",
    [
        "بلدي نيوز - وكالات",
        "(أ ف ب)",
        "(وكالة الصحافة الفرنسية أ ف ب)",
        "لندن: «الشرق الأوسط»",
        "موسكو - رويترز",
        "وكالات",
        "بقلم سامي الحداد",
        "إعداد: ليلى منصور",
        "كتب : سامي الحداد - وكالات",
        "القاهرة - أحمد سمير",
        "ليلى منصور",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit(line, NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "روسيا",
        "الأربعاء 3 أكتوبر 2018",
        "متابعة مباشرة لجلسة مجلس الأمن",
        "تقرير: مقتل جنديين",
        "سيرغي لافروف",
        "تنسيق روسي إسرائيلي",
        "موسكو ترفض المقترح الأممي الجديد رفضا قاطعا",
        "",
    ],
)
def test_no_credits(line: str) -> None:
    assert not is_credit(line, NAMES)


def test_pieces_say_what_they_are_and_where() -> None:
    line = "بيروت - 15 سبتمبر 2018 (رويترز) - سامي الحداد"
    found = list(pieces(line, NAMES))
    assert [p.part for p in found] == [Part.PLACE, Part.DATE, Part.MEDIUM, Part.NAME]
    assert [line[p.start : p.end] for p in found] == ["بيروت", "15 سبتمبر 2018", "رويترز", "سامي الحداد"]
    assert found[2].medium is not None
    assert found[2].medium.slug == "reuters"


def test_media_are_found_within_a_line_as_whole_words() -> None:
    assert [m.slug for m in NAMES.media_within("لا تعبر عن راي ايلاف")] == ["elaph"]
    assert NAMES.media_within("ايلافات كثيره") == []


def test_the_names_of_one_set_of_tables_are_made_once() -> None:
    assert Names.of(load_knowledge()) is NAMES
