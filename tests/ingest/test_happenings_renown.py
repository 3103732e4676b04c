"""What everybody knows the day of is dated from the table, marked as known from elsewhere."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


def days(text: str, kind: str, published: str | None = "2022-03-10") -> list[str | None]:
    found = read(text, published).events
    return [e.date.value.edtf if e.date else None for e in found if e.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("نددت وارسو بالغزو الروسي لأوكرانيا.", "invasion", "2022-02-24?"),
        ("ارتفعت أسعار القمح بعد الغزو الروسي لأوكرانيا.", "invasion", "2022-02-24?"),
        ("تدهورت العلاقات بعد انسحاب الولايات المتحدة من الاتفاق النووي.", "withdrawal", "2018-05-08?"),
        ("أدانت باريس الهجوم الكيماوي الذي وقع في مدينة دوما.", "other", "2018-04-07?"),
        ("وفي القرية تم توقيع الهدنة التي طوت صفحة للحرب الكورية.", "agreement", "1953-07-27?"),
        ("قتل طيارون روس في إسقاط طائرة استطلاع روسية أثناء غارة إسرائيلية.", "airstrike", "2018-09-17?"),
    ],
)
def test_a_famous_event_has_its_day(sentence: str, kind: str, day: str) -> None:
    assert day in days(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("استنكرت العواصم هجوما كيماويا في حلب.", "other"),
        ("وقع الجانبان على الهدنة في درعا.", "agreement"),
        ("دهست شاحنة مارة قرب كنيسة وقتلت ثلاثة في هجوم.", "other"),
    ],
)
def test_what_only_looks_like_it_has_none(sentence: str, kind: str) -> None:
    assert not any(days(sentence, kind))


def test_a_day_in_the_text_comes_first() -> None:
    text = "أعلن ترامب انسحاب بلاده من الاتفاق النووي في أيار/مايو 2018."
    assert days(text, "withdrawal") == ["2018-05"]


@pytest.mark.parametrize("published", ["2018-01-10", None])
def test_nothing_is_dated_after_publication_or_without_it(published: str | None) -> None:
    assert days("حذرت إيران من انسحاب واشنطن من الاتفاق النووي.", "withdrawal", published) in ([], [None])


def test_another_withdrawal_keeps_no_day() -> None:
    assert days("رحبت دمشق بانسحاب واشنطن من شرق سوريا.", "withdrawal") in ([], [None])


def test_the_other_side_of_a_famous_invasion_is_named() -> None:
    [event] = [
        e for e in read("ارتفعت أسعار القمح بعد الغزو الروسي.", "2022-03-10").events if e.type == "invasion"
    ]
    assert [p.slug for p in event.participants] == ["ru", "ua"]
