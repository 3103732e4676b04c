"""The stage: anchors by place in the article. What the rules read is tested in ``temporal``."""

from __future__ import annotations

import pytest

from app.domain.records import Draft
from app.domain.text import (
    Basis,
    Document,
    Metadata,
    Paragraph,
    Published,
    Quotation,
    QuotationRole,
    Sentence,
    Span,
)
from app.domain.time import Relation, TimeKind
from app.ingest import dates
from app.knowledge.load import load_knowledge

KNOWLEDGE = load_knowledge()


def article(*paragraphs: str, published: str | None) -> Draft:
    """A paragraph is one sentence; straight quotation marks hold speech."""
    text = "\n".join(paragraphs)
    body, sentences, quotations, at = [], [], [], 0
    for n, line in enumerate(paragraphs, 1):
        span = Span.of(text, at, at + len(line))
        body.append(Paragraph(n, span))
        sentences.append(Sentence(n, 1, span))
        marks = [at + k for k, c in enumerate(line) if c == '"']
        for a, b in zip(marks[::2], marks[1::2], strict=True):
            outer, inner = Span.of(text, a, b + 1), Span.of(text, a + 1, b)
            quotations.append(Quotation(n, outer, inner, closed=True, role=QuotationRole.SPEECH))
        at += len(line) + 1
    known = Published(published, Basis.SUPPLIED) if published else Published()
    document = Document("t", text, "0", "ar", Metadata(), None, None, None, known, tuple(body), ())
    return Draft(document, sentences=tuple(sentences), quotations=tuple(quotations))


def values(
    *paragraphs: str, published: str | None = "2016-02-11"
) -> list[tuple[str, str | None, str | None]]:
    found = dates.run(article(*paragraphs, published=published), KNOWLEDGE).dates
    return [
        (m.span.text, m.value.edtf if m.value else None, m.anchor) for m in found if m.kind is TimeKind.DATE
    ]


def test_running_text_counts_from_publication() -> None:
    assert values("أعلن المتحدث أمس أن القوات وصلت.") == [("أمس", "2016-02-10", "publication 2016-02-11")]


def test_speech_counts_from_the_day_of_speaking() -> None:
    found = values('قال المتحدث يوم الاثنين: "سنواصل العمليات غدا بكل قوة".')
    assert found == [
        ("يوم الاثنين", "2016-02-08", "publication 2016-02-11"),
        ("غدا", "2016-02-09", "speech 2016-02-08"),
    ]


def test_speech_without_a_day_counts_from_publication() -> None:
    assert values('قال المتحدث: "وصل الوفد أمس إلى المدينة".') == [
        ("أمس", "2016-02-10", "publication 2016-02-11")
    ]


def test_today_inside_speech_is_no_date() -> None:
    assert values('قال الوزير: "نحن اليوم أقوى مما كنا".') == []


@pytest.mark.parametrize(
    "line",
    [
        'قال الوزير: "اليوم أعلنا بدء المشروع".',
        'وقالت الوزارة: "تم اليوم تسليم المعبر".',
        'قال الرئيس: "نعلن اليوم انتهاء الحرب".',
        'قال الرئيس: "لن ننسى المذبحة التي ارتكبت اليوم في القرية".',
        'وقال الناطق: "واليوم، وصلت القافلة إلى المخيم".',
    ],
)
def test_quoted_today_beside_a_deed_is_a_day(line: str) -> None:
    assert [(text, day) for text, day, _ in values(line)] == [("اليوم", "2016-02-11")]


@pytest.mark.parametrize(
    "line",
    [
        'قال الوزير: "العالم اليوم يواجه خطرا كبيرا".',
        'وقال الكاتب: "شباب اليوم لا يقرأ".',
        'قال المدرب: "لسنا اليوم كما كنا".',
        'قال الوزير: "هذه هي السياسة التي أصبحت اليوم أساس عملنا".',
        'قال الوزير: "التحديات التي تواجهنا اليوم كبيرة".',
    ],
)
def test_quoted_today_is_nowadays_elsewhere(line: str) -> None:
    assert values(line) == []


def test_a_quoted_length_counts_from_the_day_of_speaking() -> None:
    line = 'قال الرئيس السبت إن الجسر قد يفتح "في غضون أربعة إلى خمسة أسابيع".'
    found = values(line, published="2018-04-30")
    assert found[1][1:] == ("2018-05-26~/2018-06-02~", "speech 2018-04-28")


def test_the_following_day_counts_from_the_day_told() -> None:
    found = values("وصل الوفد في 3 آذار 2015 إلى المدينة، وفي اليوم التالي غادرها.")
    assert found[1] == ("اليوم التالي", "2015-03-04", "narrative 2015-03-03")
    found = values("وقع الهجوم في 3 آذار 2015.", "وبعد ذلك بيومين أعلنت الهدنة.")
    assert found[1][1] == "2015-03-05"


@pytest.mark.parametrize("published", [None, "2015", "2015-10", "2015-10-01/2015-10-31"])
def test_without_a_day_of_publication_relative_words_have_no_value(published: str | None) -> None:
    assert values("قال أمس الأحد إن اللقاء عقد الأسبوع الماضي.", published=published) == [
        ("أمس الأحد", None, None),
        ("الأسبوع الماضي", None, None),
    ]


@pytest.mark.parametrize(
    ("sentence", "published", "value"),
    [
        ("زار الوفد موسكو في 27 حزيران الماضي.", "2015-07", "2015-06-27"),
        ("وقع الاتفاق في تموز الماضي.", "2016-02~", "2015-07"),
        ("وقع الاتفاق الشهر الماضي.", "2015-07", "2015-06"),
        ("يعقد المؤتمر العام المقبل.", "2015-07", "2016"),
        ("وصل الوفد أمس.", "2015-07", None),
        ("وقع الاتفاق الشهر الماضي.", "2015-07~", None),
    ],
)
def test_of_a_publication_known_to_the_month_what_all_days_agree_on_is_kept(
    sentence: str, published: str, value: str | None
) -> None:
    ((_, found, anchor),) = values(sentence, published=published)
    assert found == value
    assert (anchor is None) == (value is None)


def test_headings_and_discarded_blocks_are_not_read() -> None:
    draft = article("وقع الهجوم عام 2015.", published=None)
    bare = Document(**{f: getattr(draft.document, f) for f in draft.document.__slots__} | {"paragraphs": ()})
    assert dates.run(Draft(bare), KNOWLEDGE).dates == ()


@pytest.mark.parametrize(
    ("text", "relation", "window"),
    [
        ("بحلول 5 أكتوبر 2015", Relation.BY, "../2015-10-05"),
        ("حتى نهاية 2015", Relation.UNTIL, "../2015-~12"),
        ("منذ عام 2011", Relation.SINCE, "2011/.."),
        ("اعتبارا من 5 أكتوبر 2015", Relation.SINCE, "2015-10-05/.."),
        ("قبل عام 2011", Relation.BEFORE, "../2011"),
        ("في 5 أكتوبر 2015", None, "2015-10-05"),
    ],
)
def test_relation_and_window(text: str, relation: Relation | None, window: str) -> None:
    (found,) = dates.run(article(text, published="2016-02-11"), KNOWLEDGE).dates
    assert found.relation is relation
    assert found.window is not None
    assert found.window.edtf == window


@pytest.mark.parametrize(
    ("line", "day"),
    [
        # the year it has elsewhere in the article
        ("وخرجت مسيرة في ذكرى ضحايا يوم 13 تشرين الثاني.", "2015-11-13"),
        # of these weeks
        ("ويبدأ المؤتمر في 20 أيار.", "2018-05-20"),
        # its own words say otherwise
        ("وعاد الوفد في 13 تشرين الثاني الماضي.", "2017-11-13"),
        # another day
        ("وعاد الوفد في 14 تشرين الثاني.", "2017-11-14"),
    ],
)
def test_a_day_without_year_has_the_year_the_article_gives_it(line: str, day: str) -> None:
    told = "وقع الهجوم في 13 تشرين الثاني 2015، ووقع الاتفاق في 20 أيار 2014."
    found = values(told, line, published="2018-05-05")
    assert found[2][1] == day
