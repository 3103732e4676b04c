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


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("أعلن الجيش المصري الثلاثاء أنه قصف مواقع لتنظيم الدولة في سيناء.", "airstrike", "2018-10-02~"),
        ("وليل الثلاثاء قال ماكرون إن مقاتلات فرنسية قصفت مواقع في مالي.", "airstrike", "2018-10-02~"),
        (
            "شنت إسرائيل غارات على مطار دمشق الثلاثاء.\nوتصدت الدفاعات الجوية السورية لصواريخ إسرائيلية.",
            "shootdown",
            "2018-10-02~",
        ),
        (
            "قال السيسي إن المحادثات مع ماكرون مثمرة، بعد محادثات في القاهرة. استمرت حتى مساء أمس.",
            "talks",
            "../2018-10-03~",
        ),
        (
            "التقى السيسي ماكرون في القاهرة الثلاثاء.\nواتفق السيسي وماكرون على تعزيز التعاون.",
            "agreement",
            "2018-10-02~",
        ),
        ("زار السيسي باريس الثلاثاء، وعقد مباحثات مع ماكرون.", "talks", "2018-10-02"),
    ],
)
def test_a_day_that_other_words_tie_to_the_event(text: str, kind: str, day: str) -> None:
    assert day in days(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وجاءت زيارة السيسي الثلاثاء عقب لقاء مع ماكرون في باريس.", "shootdown"),
        ("ذكر مراقبون الثلاثاء أن تركيا شنت غارات جوية على شمال العراق.", "airstrike"),
        (
            "شنت إسرائيل غارات على مواقع في سوريا.\nوتصدت الدفاعات الجوية السورية لصواريخ إسرائيلية.",
            "shootdown",
        ),
    ],
)
def test_no_day_is_borrowed_without_a_tie(text: str, kind: str) -> None:
    assert all(day is None for day in days(text, kind))
