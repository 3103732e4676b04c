from __future__ import annotations

import pytest

from app.ingest.cleaning.blocks import blocks_of
from app.ingest.cleaning.credit_lines import Names
from app.ingest.cleaning.layout import lay_out
from app.ingest.cleaning.page import BODY, TITLE
from app.knowledge.load import load_knowledge

MORE = "وقال الوزير إن المحادثات ستستأنف الأسبوع المقبل في العاصمة.\nوأضاف أن الوفدين اتفقا على جدول الأعمال."


def labels(*lines: str) -> list[str]:
    return lay_out(blocks_of("\n".join(lines)), Names.of(load_knowledge()))


@pytest.mark.parametrize(
    ("deck", "lead"),
    [
        (
            "البرلمان الأردني يقر قانون الانتخاب الجديد بعد نقاش طويل حول توزيع المقاعد.",
            "أقر البرلمان الأردني قانون الانتخاب الجديد بأغلبية كبيرة مساء الثلاثاء.",
        ),
        (
            "مسؤولون أتراك ينفون وقف الرحلات الجوية إلى بغداد، وشركة الطيران تؤكد استمرارها.",
            "قالت شركة الطيران التركية إن الرحلات الجوية إلى بغداد مستمرة رغم نفي سابق.",
        ),
        (
            "يزور وزير الخارجية الصيني القاهرة لبحث مشروعات السكك الحديدية في أفريقيا.",
            "بدأ وزير الخارجية الصيني زيارة إلى القاهرة يبحث خلالها مشروعات السكك الحديدية.",
        ),
    ],
)
def test_a_summary_in_the_present_before_its_lead_is_no_body(deck: str, lead: str) -> None:
    assert labels("عنوان الخبر عن الحدث", deck, lead, *MORE.split("\n")) == [TITLE, "standfirst", *[BODY] * 3]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The second paragraph goes on with a joint.
        (
            "يزور وزير الخارجية الصيني القاهرة لبحث مشروعات السكك الحديدية في أفريقيا.",
            "وقال وزير الخارجية الصيني إن مشروعات السكك الحديدية في القاهرة تتقدم.",
        ),
        # The first tells in the past.
        (
            "أعلن البرلمان الأردني إقرار قانون الانتخاب الجديد بعد نقاش طويل.",
            "أقر البرلمان الأردني القانون الجديد للانتخاب بأغلبية كبيرة مساء الثلاثاء.",
        ),
        # The second tells of something else.
        (
            "روسيا تستعد لنشر منظومات جديدة على حدودها الغربية خلال الصيف.",
            "ذكرت دراسة أوروبية أن أسعار القمح سترتفع بسبب الجفاف في كندا.",
        ),
        # «توجه» tells in the past although «توجه رسالة» is in the present.
        (
            "توجه الوزير المصري إلى الخرطوم لحضور اجتماع حول مياه النيل.",
            "قال بيان إن الوزير المصري سيحضر في الخرطوم اجتماعا حول مياه النيل.",
        ),
    ],
)
def test_a_first_paragraph_is_body(first: str, second: str) -> None:
    assert labels("عنوان الخبر عن الحدث", first, second, *MORE.split("\n")) == [TITLE, *[BODY] * 4]


LONG = "أعلنت بلدية المدينة الساحلية عن مشروع لتحلية مياه البحر، بعد دراسة استمرت عامين."
NEXT = "وذكر رئيس البلدية في مؤتمر صحفي أن التمويل جاهز وأن العمل سيبدأ قريبا."


def test_a_deck_of_paragraphs_run_together_is_no_body() -> None:
    deck = LONG + NEXT[:30]
    assert labels("مشروع جديد في المدينة", deck, LONG, NEXT, *MORE.split("\n")) == [
        TITLE,
        "standfirst",
        *[BODY] * 4,
    ]


def test_paragraphs_that_only_begin_alike_are_body() -> None:
    other = LONG.replace("لتحلية مياه البحر", "لتوسيع الميناء القديم")
    assert labels("مشروع جديد في المدينة", other, LONG, NEXT) == [TITLE, BODY, BODY, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "صورة نشرها الجيش لموقع قال إنه مستودع ذخيرة قرب الحدود",
        "لقطات تظهر لحظة وصول الوفد إلى مقر المحادثات في جنيف",
        "دمار في أحد شوارع المدينة بعد قصف ليلي عنيف (التلفزيون الرسمي)",
    ],
)
def test_a_caption_before_the_article_is_no_body(line: str) -> None:
    title = "مشروع لتحلية مياه البحر في المدينة الساحلية"
    assert labels(title, line, LONG, NEXT)[2:] == [BODY, BODY]
    assert labels(title, line, LONG, NEXT)[1] in ("caption", "standfirst")


@pytest.mark.parametrize(
    "line",
    [
        "صور المراسل لحظة وصول الوفد إلى مقر المحادثات في جنيف أمس.",
        "وعرض التلفزيون الرسمي صورا للدمار في المدينة (القناة الأولى).",
    ],
)
def test_a_sentence_about_pictures_is_body(line: str) -> None:
    assert labels("قصف ليلي يوقع قتلى", line, LONG, NEXT)[1:] == [BODY, BODY, BODY]


def test_posts_of_a_network_are_kept_aside() -> None:
    post = ["نرحب بنتائج اللقاء #جنيف pic.twitter.com/abc123", "— وزارة الخارجية (@MofaExample) May 3, 2019"]
    assert labels("لقاء في جنيف", LONG, *post, NEXT)[1:] == [BODY, "social", "social", BODY]


def test_a_dash_before_a_sentence_is_no_post() -> None:
    line = "— وقال المتحدث (في مقابلة مع القناة) إن العمل سيبدأ الشهر المقبل."
    assert labels("لقاء في جنيف", LONG, line, NEXT)[1:] == [BODY, BODY, BODY]
