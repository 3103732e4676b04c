from __future__ import annotations

import pytest

from app.domain.records import Draft
from app.domain.text import Metadata, QuotationRole, RawArticle
from app.ingest import sentences
from app.ingest.clean import clean
from app.knowledge.load import load_knowledge

TITLE = "عنوان الخبر في المدينة"


def read(*paragraphs: str) -> Draft:
    tables = load_knowledge()
    text = "\n".join((TITLE, *paragraphs))
    draft = Draft(clean(RawArticle("a.txt", text, "0", Metadata(title=TITLE)), tables))
    assert [p.span.text for p in draft.document.body] == list(paragraphs)
    return sentences.run(draft, tables)


def split(paragraph: str) -> list[str]:
    return [s.span.text for s in read(paragraph).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["وصل الوفد إلى العاصمة.", "وبدأت المحادثات فورا."],
        ["هل ينجح الوفد في مهمته هذه المرة؟", "لا أحد يعرف الجواب."],
        ['وقال الوزير "وصلنا. وبدأنا العمل".', "وأضاف أن الأمر صعب."],
        ['وقال الوزير "وصلنا إلى اتفاق."', "وأضاف أن الأمر صعب."],
        ["وصل الوفد (قبل ساعة. أو أكثر) إلى المدينة.", "ثم غادر."],
        ["بلغت النسبة 3.5 في المئة."],
        ["نقلت وكالة أ.ف.ب. عن مصدر قوله إن الوفد وصل."],
        ["وصل د. سامي الحداد و أ. ليلى منصور إلى المدينة."],
        ["وقال... ثم سكت طويلا ولم يضف شيئا."],
        ["نشر موقع example.com تقريرا عن المدينة القديمة."],
        ["انسحبت القوات من بلدة السهل.", "وقالت مصادر إنها ستعود!", "ولم يؤكد ذلك أحد."],
        ["1. وقف إطلاق النار في كل المدن."],
    ],
)
def test_sentence_ends(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_full_stop_run_into_the_next_word_ends_a_sentence() -> None:
    assert split("انسحبت القوات من السهل.وقالت مصادر إنها ستعود.") == [
        "انسحبت القوات من السهل.",
        "وقالت مصادر إنها ستعود.",
    ]


def test_a_quoted_question_before_its_verb_does_not_end_the_sentence() -> None:
    assert len(split('"متى تعودون إلى بيوتكم؟" سأل الوزير النازحين في المخيم.')) == 1


def test_sentences_are_numbered_by_paragraph() -> None:
    draft = read("وصل الوفد إلى العاصمة. وبدأت المحادثات فورا.", "ثم غادر الوفد العاصمة إلى المطار.")
    assert [(s.paragraph, s.n) for s in draft.sentences] == [(1, 1), (1, 2), (2, 1)]


def test_a_dateline_belongs_to_no_sentence() -> None:
    assert split("موسكو - رويترز: قال مسؤول كبير إن الاتفاق قريب.") == ["قال مسؤول كبير إن الاتفاق قريب."]


@pytest.mark.parametrize(
    ("paragraph", "inner", "role"),
    [
        ('وأضاف الوزير "لن نقبل هذا الحل أبدا".', "لن نقبل هذا الحل أبدا", QuotationRole.SPEECH),
        ("وقال الوزير إن “الأمر انتهى تماما”.", "الأمر انتهى تماما", QuotationRole.SPEECH),
        ("وأكد الوزير: «الحل قريب جدا».", "الحل قريب جدا", QuotationRole.SPEECH),
        ('وأفادت صحيفة "الوادي الجديد" بأن الأمر انتهى.', "الوادي الجديد", QuotationRole.NAME),
        ('وانسحب تنظيم "السهل" من البلدة أمس.', "السهل", QuotationRole.NAME),
        ('ووصفت الوزارة الرد بأنه "قاس للغاية" هذه المرة.', "قاس للغاية", QuotationRole.SCARE),
        ('وظهر شعار "Peace Now" على الجدران في المدينة.', "Peace Now", QuotationRole.NAME),
    ],
)
def test_roles(paragraph: str, inner: str, role: QuotationRole) -> None:
    (quotation,) = read(paragraph).quotations
    assert (quotation.inner.text, quotation.role, quotation.closed) == (inner, role, True)
    assert quotation.outer.contains(quotation.inner)


def test_an_unclosed_speech_runs_to_the_end_of_its_paragraph() -> None:
    (quotation,) = read('وقال الوزير: "لن نقبل هذا الحل. ولن نعود إلى الوراء').quotations
    assert quotation.inner.text == "لن نقبل هذا الحل. ولن نعود إلى الوراء"
    assert not quotation.closed


def test_a_stray_mark_runs_to_the_end_of_its_sentence() -> None:
    (quotation,) = read('وزار الوفد مدينة "السهل القديمة. ثم غادر إلى المطار.').quotations
    assert quotation.inner.text == "السهل القديمة."


def test_a_quotation_over_paragraphs_is_cut_at_each() -> None:
    draft = read(
        'وقال الوزير: "بدأنا العمل منذ شهر في كل المدن.',
        "وسوف نستمر حتى نصل إلى كل قرية في البلاد.",
        'ولن نتوقف عند هذا الحد"، وفق بيان الوزارة.',
    )
    assert [(q.paragraph, q.closed) for q in draft.quotations] == [(1, False), (2, False), (3, False)]
    assert draft.quotations[1].inner.text == "وسوف نستمر حتى نصل إلى كل قرية في البلاد."
    assert draft.quotations[2].inner.text == "ولن نتوقف عند هذا الحد"
