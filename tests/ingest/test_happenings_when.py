"""The day of an event: of its clause, of what carries it, and of no other act."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


def days(text: str, kind: str) -> list[str | None]:
    return [e.date.value.edtf if e.date else None for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("انتقد مراقبون محادثات السيسي وماكرون التي جرت في القاهرة أول أمس.", "talks", "2018-10-02"),
        ("سافر السيسي إلى باريس الأربعاء بعد ساعات من إعلان ماكرون انسحابه من مالي.", "withdrawal", None),
        ("سافر السيسي إلى باريس الأربعاء بعد ساعات من إعلان ماكرون انسحابه من مالي.", "visit", "2018-10-03"),
        ("وقال السيسي الثلاثاء بعد لقائه ماكرون في القاهرة إن العلاقات جيدة.", "meeting", "2018-10-02"),
        ("وقال ماكرون الذي يزور القاهرة الأربعاء الماضي إن بلاده تدعم مصر.", "visit", "2018-10-03"),
    ],
)
def test_day_of_an_event(sentence: str, kind: str, day: str | None) -> None:
    assert days(sentence, kind) == [day]


def test_what_fell_at_the_same_time_is_of_the_same_day() -> None:
    text = "التقى السيسي ماكرون في القاهرة الثلاثاء.\nوتزامنا، شنت تركيا غارات جوية على شمال العراق."
    assert days(text, "airstrike") == ["2018-10-02~"]


def test_a_day_of_speaking_dates_no_act() -> None:
    assert days("قال السيسي الثلاثاء إن تركيا شنت غارات جوية على شمال العراق.", "airstrike") == [None]


def test_a_day_that_is_approximate_already_is_marked_once() -> None:
    text = "رفض الجيش المصري تنفيذ هجوم أثناء زيارة ماكرون للقاهرة، بدأها منتصف الشهر الماضي."
    found = [e.date.value.edtf for e in read(text).events if e.date]
    assert found
    assert all(edtf == "2018-09-~15" for edtf in found)
