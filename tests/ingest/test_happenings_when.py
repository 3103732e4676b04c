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


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("أعلن ترامب الثلاثاء انسحاب القوات الأميركية من سوريا.", "withdrawal", "2018-10-02"),
        ("أعرب ماكرون الثلاثاء عن قلقه من انسحاب القوات الأميركية من سوريا.", "withdrawal", None),
        ("سئل لافروف أمس حول استدعاء السفير الروسي في لندن فقال إن الرد سيأتي.", "summoning", None),
        ("استدعت لندن أمس السفير الروسي حول حادثة التسميم.", "summoning", "2018-10-03"),
        ("واندلعت مظاهرات في الخرطوم ومن المقرر أن يجتمع السيسي وماكرون الجمعة.", "meeting", "2018-10-05"),
        ("وتتركز محادثات السيسي وماكرون، حسبما أفادت صحيفة لوموند اليوم، على ليبيا.", "talks", None),
        ("شنت تركيا غارات جوية على شمال العراق، حسبما ذكرت الأناضول الثلاثاء.", "airstrike", "2018-10-02"),
        ("أعلنت الهيئة الثلاثاء النتائج الأولية للانتخابات الرئاسية في تونس.", "election", None),
        ("جرت الانتخابات الرئاسية في تونس الثلاثاء.", "election", "2018-10-02"),
        ("سيطرت قوات حفتر الأحد على مدينة درنة إثر انسحاب المقاتلين منها.", "withdrawal", "2018-09-30"),
        ("توترت العلاقات في الأسابيع الأخيرة بعد قصف الجيش التركي مواقع في سوريا.", "airstrike", "2018-09~"),
        ("استقال الوزير الأحد بعد قصف الجيش التركي مواقع في سوريا.", "airstrike", None),
    ],
)
def test_a_day_of_something_else_in_the_clause(text: str, kind: str, day: str | None) -> None:
    assert days(text, kind) == [day]


@pytest.mark.parametrize(
    ("then", "kind", "day"),
    [
        ("والتقى السيسي أيضا رئيس الوزراء الإيطالي جوزيبي كونتي.", "meeting", "2018-10-02~"),
        ("والتقى رئيس الوزراء الإيطالي جوزيبي كونتي أيضا الملك محمد السادس.", "meeting", None),
        ("وأبرم السيسي وماكرون عدة اتفاقيات لتعزيز التعاون.", "agreement", None),
        ("وأبرم السيسي وماكرون اتفاقا لتعزيز التعاون.", "agreement", "2018-10-02~"),
        ("وتناولا تنفيذ الاتفاق بين القاهرة وباريس.", "agreement", None),
    ],
)
def test_who_goes_on_meeting(then: str, kind: str, day: str | None) -> None:
    found = days(f"التقى السيسي ماكرون في القاهرة الثلاثاء.\n{then}", kind)
    assert (day in found) if day else (not found or found[-1] is None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قالت الخارجية المصرية الثلاثاء إن سامح شكري التقى نظيره جان إيف لودريان.", "2018-10-02~"),
        ("قالت الخارجية المصرية الثلاثاء إن سامح شكري سبق أن التقى نظيره جان إيف لودريان.", None),
        ("انتقدت صحيفة الثلاثاء أن سامح شكري التقى نظيره جان إيف لودريان.", None),
    ],
)
def test_what_a_ministry_tells_of_its_minister(text: str, day: str | None) -> None:
    assert days(text, "meeting") == [day]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("قصف الجيش السوري إدلب الأحد فيما شنت روسيا غارات على حماة.", "airstrike", "2018-09-30"),
        ("قال ماكرون الأحد إنه متفائل فيما شنت روسيا غارات على حماة.", "airstrike", None),
        ("اتفق السيسي وماكرون الاثنين، فيما تعزز تركيا قواتها في شمال العراق.", "deployment", None),
        ("توترت العلاقات عام 2016 بعد أن استدعت باريس السفير التركي.", "summoning", "2016"),
        ("توترت العلاقات الأحد بعد أن استدعت باريس السفير التركي.", "summoning", None),
        ("ألغى لافروف زيارة لأنقرة كان مقررا أن تبدأ الجمعة.", "visit", "2018-10-05"),
        ("ألغى لافروف زيارة لأنقرة بعد محادثات كانت مقررة الجمعة.", "visit", None),
        ("شنت إسرائيل عشرات الغارات على سوريا منذ اندلاع النزاع عام 2011.", "airstrike", "2011/.."),
        ("شنت إسرائيل غارة على سوريا هي الأولى منذ الأحد الماضي.", "airstrike", None),
        ("استقال الوزير الثلاثاء بعد ثلاثة أيام من لقائه ماكرون.", "meeting", "2018-09-29~"),
        ("استقال الوزير الثلاثاء بعد أسبوعين فقط من زيارة ماكرون إلى القاهرة.", "visit", "2018-09-18~"),
        ("استقال الوزير بعد ثلاثة أيام من لقائه ماكرون.", "meeting", None),
    ],
)
def test_a_day_of_another_clause(text: str, kind: str, day: str | None) -> None:
    assert day in (days(text, kind) or [None])


def test_defences_that_go_on_firing_are_of_the_day_of_the_strike() -> None:
    text = "قصفت إسرائيل مطار دمشق الثلاثاء.\nوأضاف التلفزيون «الدفاعات الجوية تتصدى لصواريخ إسرائيلية»."
    assert days(text, "shootdown") == ["2018-10-02~"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("أدانت المحكمة الضباط بالتخطيط لمحاولة الانقلاب في تموز 2016.", "other", None),
        ("أدانت المحكمة الضباط في تموز 2016.", "other", "2016-07"),
        ("انتهت العملية التي أطلقها الجيش في نيسان 2017 وتم الاتفاق على هدنة.", "agreement", None),
        ("شنت إسرائيل غارة على سوريا هي الأولى من نوعها منذ آذار 2017.", "airstrike", None),
        ("أوقف الجيش القصف خلال هدنة مدتها ثلاث ساعات اعتبارا من الجمعة.", "ceasefire", "2018-10-05/.."),
    ],
)
def test_a_day_of_another_noun(text: str, kind: str, day: str | None) -> None:
    assert (days(text, kind) or [None])[0] == day


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        (
            "قصفت إسرائيل مطار دمشق الثلاثاء.\nوأضاف المصدر أن إسرائيل أطلقت صواريخ على الكسوة.",
            "missile_strike",
            "2018-10-02~",
        ),
        (
            "قصفت إسرائيل مطار دمشق الثلاثاء.\nوقصفت إسرائيل حمص الأحد.\nوأطلقت إسرائيل صواريخ على الكسوة.",
            "missile_strike",
            None,
        ),
        (
            "قصفت إسرائيل مطار دمشق الثلاثاء.\nوكانت إسرائيل أطلقت صواريخ على الكسوة.",
            "missile_strike",
            None,
        ),
        (
            "قصفت إسرائيل مطار دمشق الثلاثاء.\nوأطلق الحوثيون صواريخ على نجران.",
            "missile_strike",
            None,
        ),
        (
            "التقى السيسي ماكرون الثلاثاء.\nوبحث الرجلان أزمة ليبيا.\nوعقد ماكرون اجتماعا مع سامح شكري.",
            "meeting",
            "2018-10-02~",
        ),
        (
            "التقى السيسي ماكرون الثلاثاء.\nوبحث الرجلان أزمة ليبيا.\nوكان ماكرون عقد اجتماعا مع سامح شكري.",
            "meeting",
            None,
        ),
        (
            "التقى السيسي ماكرون الثلاثاء.\nوبحث الرجلان أزمة ليبيا.\nوعقد ماكرون عدة اجتماعات مع سامح شكري.",
            "meeting",
            None,
        ),
        (
            "وقعت القاهرة وباريس اتفاقا الثلاثاء.\nووقع وزير الدفاع محمد زكي على الاتفاق مع فلورنس بارلي.",
            "agreement",
            "2018-10-02",
        ),
        (
            "وقال السيسي الثلاثاء إن بلاده تدعم الحل.\nوأضاف السيسي خلال اجتماع مع ماكرون أن الحرب خطر.",
            "meeting",
            "2018-10-02~",
        ),
        (
            "وقال السيسي الثلاثاء إن بلاده تدعم الحل.\nوأضاف السيسي بعد اجتماع مع ماكرون أن الحرب خطر.",
            "meeting",
            None,
        ),
    ],
)
def test_what_belongs_to_one_occasion(text: str, kind: str, wanted: str | None) -> None:
    assert (days(text, kind) or [None])[-1] == wanted
