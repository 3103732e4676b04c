"""The publication day from the text alone: one day or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.records import Draft
from app.domain.text import Basis, Document, Metadata, Paragraph, Published, Span
from app.ingest import publication
from app.knowledge.load import load_knowledge

KNOWLEDGE = load_knowledge()


def article(*paragraphs: str, published: Published | None = None) -> Draft:
    """A document whose lines are its body."""
    text = "\n".join(paragraphs)
    spans, at = [], 0
    for n, line in enumerate(paragraphs, 1):
        spans.append(Paragraph(n, Span.of(text, at, at + len(line))))
        at += len(line) + 1
    meta = Metadata()
    return Draft(
        Document("t", text, "0", "ar", meta, None, None, None, published or Published(), tuple(spans), ())
    )


INFERRED = [
    (
        (
            "قال الوزير أمس الاثنين إن المحادثات بدأت.",
            "بدأت المحادثات الاثنين 18 من كانون الثاني.",
            "أسس المركز في أيلول 2020.",
        ),
        "2021-01-19",
    ),
    (("أعلنت الوزارة اليوم الثلاثاء 3 آذار إغلاق المعبر.", "وكان المعبر أغلق في شباط 2020."), "2020-03-03"),
    (("أعلنت الوزارة اليوم الأحد 12 ديسمبر 2021 إعادة فتح المعبر.",), "2021-12-12"),
    (("أعلنت الهيئة أمس الأحد 12 ديسمبر 2021 نتائج القرعة.",), "2021-12-13"),
    (
        (
            "بحث وزير الخارجية الفرنسي لوران فابيوس مع نظيره الأمريكي جون كيري، الثلاثاء 3 مارس/آذار، الملف.",
            "وأكد متحدث، الثلاثاء، أن المحادثات مستمرة.",
        ),
        "2015-03-03~",
    ),
    (("تحادث الوزيران، الخميس 6-7-2017، هاتفيا بشأن الهدنة.", "ولم يصدر تعليق."), "2017-07-06~"),
    (("أعلنت الوزارة، الأحد 12 ديسمبر 2021، إعادة فتح المعبر.", "أغلق المعبر عام 2019."), "2021-12-12~"),
    (("قصفت الطائرات المدينة فجر اليوم، الأحد 12 ديسمبر 2021.",), "2021-12-12"),
    (("وصل الوفد أمس الخميس 5 أيار إلى العاصمة.", "وقع الاتفاق عام 2014 وعدل في أيلول 2015."), "2016-05-06"),
]
OPEN = [
    ("قال الوزير أمس الأحد إن المحادثات مستمرة.",),
    ("أعلن المتحدث يوم الخميس أن القوات تقدمت.", "بدأت العملية عام 2015."),
    ("قال وزير الدفاع الأمريكي آشتون كارتر أول أمس الثلاثاء إن بلاده لن تتعاون.",),
    ("التقى الوفدان أمس الأحد.", "ووقع الهجوم يوم الجمعة 5 أكتوبر 2018."),
    ("نص بلا تواريخ.",),
    # a date in the first paragraph that is no news of an agency: not between commas, or no verb opens it
    ("اغتيل الوزير يوم الاثنين 14 فبراير 2005 في العاصمة.", "ولم يكشف الفاعل."),
    ("في ذلك اليوم، الاثنين 14 فبراير 2005، اغتيل الوزير.", "ولم يكشف الفاعل."),
    ("اغتيل الوزير، الاثنين 14 فبراير 2005، في العاصمة.", "وصدر الحكم في 18 أغسطس 2020."),
    # the year is sure, the day of publication is not: said by no second word, or by a paper of the next day
    ("وصل وزير الخارجية الأميركي جون كيري الثلاثاء 3 مارس إلى جنيف.", "ولم يصدر تعليق."),
    ("وصل وزير الخارجية الأميركي جون كيري أمس إلى جنيف.", "وبدأ اللقاء الثلاثاء 3 مارس وانتهى الثلاثاء."),
    ("وصل وزير الخارجية الأميركي جون كيري الثلاثاء 3 مارس إلى جنيف.", "وعاد الثلاثاء وصرح السبت."),
    # who once held the office bounds nothing
    ("قال وزير الخارجية الأميركي السابق جون كيري الثلاثاء 3 مارس إن الاتفاق جيد.", "وأضاف الثلاثاء."),
    ("أعلنت الوزارة اليوم الثلاثاء 3 آذار إغلاق المعبر.", "بدأت الحرب عام 2011 وتدخلت روسيا عام 2014."),
    ("وصل الوفد الاثنين 18 كانون الثاني.", "وغادر أمس الأربعاء.", "نشر التقرير في أيلول 2020."),
]


@pytest.mark.parametrize(("paragraphs", "day"), INFERRED)
def test_one_day_left_is_the_day(paragraphs: tuple[str, ...], day: str) -> None:
    published = publication.run(article(*paragraphs), KNOWLEDGE).document.published
    assert (published.edtf, published.basis) == (day, Basis.INFERRED)
    assert published.evidence


@pytest.mark.parametrize("paragraphs", OPEN)
def test_several_days_left_are_no_date(paragraphs: tuple[str, ...]) -> None:
    published = publication.run(article(*paragraphs), KNOWLEDGE).document.published
    assert (published.edtf, published.basis) == (None, Basis.UNKNOWN)


def test_window_holds_only_the_fitting_weekday_and_term() -> None:
    draft = article("قال وزير الدفاع الأمريكي آشتون كارتر أول أمس الثلاثاء إن بلاده لن تتعاون.")
    days = publication.candidates(draft, KNOWLEDGE).days
    assert days
    assert {d.isoweekday() for d in days} == {4}
    assert min(days) >= date(2015, 2, 17)
    assert max(days) < date(2017, 1, 20)


def test_words_that_contradict_leave_nothing() -> None:
    draft = article("قال أمس الأحد إن الاجتماع عقد.", "وأضاف أول أمس السبت.", "وقع ذلك في أيار 2015.")
    assert publication.candidates(draft, KNOWLEDGE).days != ()
    draft = article("قال أمس الأحد إن الاجتماع عقد.", "وأضاف أول أمس الثلاثاء.", "وقع ذلك في أيار 2015.")
    assert publication.candidates(draft, KNOWLEDGE).days == ()


def test_given_dates_are_left_alone() -> None:
    given = Published("2015-10-08", Basis.SUPPLIED)
    draft = article(*INFERRED[0][0], published=given)
    assert publication.run(draft, KNOWLEDGE).document.published == given


def test_dates_are_read_again_from_the_inferred_day() -> None:
    draft = publication.run(article(*INFERRED[0][0]), KNOWLEDGE)
    assert draft.dates[0].value is not None
    assert draft.dates[0].value.edtf == "2021-01-18"
    unknown = publication.run(article(*OPEN[0]), KNOWLEDGE)
    assert replace(unknown, document=draft.document) is not None


def test_values_on_which_all_possible_days_agree_are_kept() -> None:
    draft = article(
        "وصل وزير الخارجية الأميركي جون كيري الثلاثاء 3 مارس إلى جنيف.",
        "وكان اللقاء الأول عقد في 14 كانون الثاني الماضي.",
        "وسيعود غدا.",
    )
    read = publication.run(draft, KNOWLEDGE)
    assert read.document.published.edtf is None
    assert [d.value and d.value.edtf for d in read.dates] == ["2015-03-03", "2015-01-14", None]
    assert read.dates[0].anchor == "publication 2015-03-03/2015-03-09"


DATED = "نقل أمير الكويت صباح الأحمد الصباح إلى المستشفى يوم الاثنين 28 تشرين الأول/أكتوبر 2019."


def test_the_fully_dated_day_of_the_lead_is_about_the_day() -> None:
    draft = publication.run(article(DATED, "وبدأت الأزمة في حزيران/يونيو 2017.", "وسيعود قريبا."), KNOWLEDGE)
    assert draft.document.published.edtf == "2019-10-28~"
    assert draft.document.published.basis is Basis.INFERRED
    assert draft.document.published.evidence == "«يوم الاثنين 28 تشرين الأول/أكتوبر 2019»"


@pytest.mark.parametrize(
    "paragraphs",
    [
        # something later is told
        (DATED, "ثم عاد إلى بلاده في آذار/مارس 2020."),
        # nobody in office stands beside it: an old story may be told with its date
        ("اغتيل الزعيم يوم الاثنين 28 تشرين الأول/أكتوبر 2019 في بيته.", "ولم تعرف الجهة الفاعلة."),
        # whoever is named did not hold his office then
        ("ولد أمير الكويت صباح الأحمد الصباح يوم الأحد 16 حزيران/يونيو 1929.", "ودرس في المباركية."),
        # a day is counted from another day of publication
        (DATED, "وقال الديوان أمس إن صحته مستقرة."),
    ],
)
def test_a_dated_lead_is_not_always_of_the_day(paragraphs: tuple[str, ...]) -> None:
    assert publication.run(article(*paragraphs), KNOWLEDGE).document.published.edtf is None


def test_a_window_tells_its_bounds_its_days_and_its_reasons() -> None:
    """Who is named further down bounds what is shown, not the values of the article."""
    draft = article(
        "قال بيان أول أمس الثلاثاء إن المحادثات انتهت.",
        "وأضاف البيان أن الوفد غادر.",
        "ولم تذكر تفاصيل.",
        "واستقبل الوفد قرب المدينة.",
        "وكان وزير الدفاع الأمريكي آشتون كارتر حذر من التصعيد.",
    )
    published = publication.run(draft, KNOWLEDGE).document.published
    assert published.edtf is None
    assert published.evidence is not None
    assert published.evidence.startswith("2015-02-19/2017-01-19 (101 days): ")
    assert "«أول أمس الثلاثاء»" in published.evidence
    assert "«وزير الدفاع الأمريكي آشتون كارتر»" in published.evidence
    assert not publication.candidates(draft, KNOWLEDGE).bounded
