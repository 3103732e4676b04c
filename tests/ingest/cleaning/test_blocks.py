from __future__ import annotations

import pytest

from app.ingest.cleaning.blocks import Ending, block_at, blocks_of, uses_full_stops


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        ("انتهى الاجتماع.", Ending.FULL),
        ('قال "انتهى الاجتماع."', Ending.FULL),
        ("قال “انتهى الاجتماع”.", Ending.FULL),
        ("هل انتهى؟", Ending.FULL),
        ("انتهى الاجتماع. /نهاية الخبر/", Ending.FULL),
        ("انتهى الاجتماع. (يتبع)", Ending.FULL),
        ("وأبرز البنود:", Ending.OPEN),
        ("انتهى الاجتماع..", Ending.CUT),
        ("انتهى الاجتماع…", Ending.CUT),
        ("اجتماع في العاصمة", Ending.NONE),
        ("اجتماع في العاصمة (رويترز)", Ending.NONE),
    ],
)
def test_endings(line: str, ending: Ending) -> None:
    assert block_at(line, 0, len(line)).ending is ending


def test_blocks_leave_outer_blanks_off() -> None:
    text = "  عنوان \n\n\t\nفقرة أولى.\n"
    assert [b.span.text for b in blocks_of(text)] == ["عنوان", "فقرة أولى."]
    assert all(text[b.span.start : b.span.end] == b.span.text for b in blocks_of(text))


@pytest.mark.parametrize(
    ("line", "stops", "body"),
    [
        ("أعلن الوزير نتائج المحادثات مع الوفد الزائر مساء أمس الخميس", True, True),
        ("نتائج المحادثات مع الوفد الزائر مساء أمس الخميس في العاصمة", True, False),
        ("قتل عشرة جنود.", True, True),
        ("ماذا بعد الاتفاق؟", True, False),
        ("أعلن الوزير نتائج المحادثات مع الوفد", False, True),
        ("Share this story with all of your friends today.", True, False),
        (
            "عنوان أول طويل    عنوان ثان طويل    عنوان ثالث    عنوان رابع أعلن    عنوان خامس طويل",
            False,
            False,
        ),
    ],
)
def test_running_text(line: str, stops: bool, body: bool) -> None:
    assert block_at(line, 0, len(line)).is_body(stops=stops) is body


def test_a_page_without_full_stops_is_known_by_its_long_lines() -> None:
    long = "قال الوزير إن المحادثات مع الوفد الزائر كانت مفيدة وإن الطرفين اتفقا على لقاء آخر قريب في العاصمة"
    assert uses_full_stops(blocks_of(f"عنوان\n{long}.\n{long}."))
    assert not uses_full_stops(blocks_of(f"عنوان.\n{long}\n{long}"))
