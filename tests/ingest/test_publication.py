"""The publication day from the text alone: one day or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.records import Draft
from app.domain.text import Basis, Document, Metadata, Paragraph, Published, Span
from app.ingest import publication
from app.ingest.publication import parse_date_line
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
    (("وصل الوفد أمس الخميس 5 أيار إلى العاصمة.", "وقع الاتفاق عام 2014 وعدل في أيلول 2015."), "2016-05-06"),
]
OPEN = [
    ("قال الوزير أمس الأحد إن المحادثات مستمرة.",),
    ("أعلن المتحدث يوم الخميس أن القوات تقدمت.", "بدأت العملية عام 2015."),
    ("قال وزير الدفاع الأمريكي آشتون كارتر أول أمس الثلاثاء إن بلاده لن تتعاون.",),
    ("التقى الوفدان أمس الأحد.", "ووقع الهجوم يوم الجمعة 5 أكتوبر 2018."),
    ("نص بلا تواريخ.",),
    ("أعلنت الوزارة اليوم الثلاثاء 3 آذار إغلاق المعبر.", "بدأت الحرب عام 2011 وتدخلت روسيا عام 2014."),
    ("وصل الوفد الاثنين 18 كانون الثاني.", "وغادر أمس الأربعاء.", "نشر التقرير في أيلول 2020."),
]


@pytest.mark.parametrize(("paragraphs", "day"), INFERRED)
def test_one_day_left_is_the_day(paragraphs: tuple[str, ...], day: str) -> None:
    published = publication.infer(article(*paragraphs), KNOWLEDGE)
    assert (published.edtf, published.basis) == (day, Basis.INFERRED)
    assert published.evidence


@pytest.mark.parametrize("paragraphs", OPEN)
def test_several_days_left_are_no_date(paragraphs: tuple[str, ...]) -> None:
    published = publication.infer(article(*paragraphs), KNOWLEDGE)
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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("هذا المحتوى تم نشره يوم 18 سبتمبر 2015 - 16:41 يوليو,", "2015-09-18"),
        ("الأربعاء 3 أكتوبر 2018", "2018-10-03"),
        ("نُشر: 2018/10/03 الساعة 12:11", "2018-10-03"),
        ("آخر تحديث ٥ تموز (يوليو) ٢٠١٦", "2016-07-05"),
        ("الجمعة 3 أكتوبر 2018", None),
        ("18 سبتمبر", None),
        ("من 3 أكتوبر 2018 ومن 4 أكتوبر 2018", None),
        ("لا تاريخ هنا", None),
    ],
)
def test_publication_line(line: str, day: str | None) -> None:
    assert parse_date_line(line) == (date.fromisoformat(day) if day else None)
