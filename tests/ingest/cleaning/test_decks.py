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


LEAD = "أعلنت بلدية المدينة الساحلية، الأحد، أنها ستبدأ قريبا مشروعا كبيرا لتحلية مياه البحر في مينائها."
DECK = "في قرار هو الأول من نوعه، بلدية المدينة الساحلية أمام مشروع لتحلية مياه البحر."
CLOSE = (LEAD, NEXT, *MORE.split("\n"))


def spaced(deck: str, between: str) -> list[str]:
    return labels("مشروع جديد في المدينة", "", deck, "", *between.join(CLOSE).split("\n"))


def test_a_deck_set_apart_and_told_again_is_no_body() -> None:
    assert spaced(DECK, "\n")[1:] == ["standfirst", *[BODY] * 4]


def test_empty_lines_between_all_paragraphs_say_nothing() -> None:
    assert spaced(DECK, "\n\n")[1:] == [BODY] * 5


def test_a_first_paragraph_set_apart_that_nobody_tells_again_is_body() -> None:
    assert spaced("قطعت الكهرباء عن الجزيرة ثلاثة أيام قبل أن يعود التيار فجر السبت.", "\n")[1:] == [BODY] * 5


@pytest.mark.parametrize("dateline", ["عمان، الأردن (رويترز) -- ", "القاهرة (أ ش أ) – ", "نيويورك (CNN)— "])
def test_a_deck_is_told_again_behind_the_dateline(dateline: str) -> None:
    deck = LEAD.rstrip(".")
    assert labels("مشروع جديد في المدينة", deck, dateline + LEAD, NEXT)[1:] == ["standfirst", BODY, BODY]


def test_words_quoted_again_within_a_paragraph_make_no_deck() -> None:
    again = f"وكرر المتحدث أمام الصحافيين ما جاء في البيان: {LEAD}"
    assert labels("مشروع جديد في المدينة", LEAD, again, NEXT)[1:] == [BODY, BODY, BODY]


def test_a_title_that_tells_like_a_sentence_is_no_paragraph() -> None:
    """Without a full stop where all paragraphs have one; then the first copy is a deck."""
    title = "قصف الميناء القديم يوقع المزيد من الضحايا بين الصيادين"
    assert labels(title, "بيروت - مراسل الموقع", LEAD, LEAD, NEXT)[0] == TITLE
    assert labels(title, "بيروت - مراسل الموقع", LEAD, LEAD, NEXT)[2:] == ["standfirst", BODY, BODY]


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


def test_a_line_that_exclaims_is_a_heading_and_a_sentence_is_not() -> None:
    lines = ["مفاجأة الموسم الجديد في البلدية!", "وقال الصيادون إنهم لن يتركوا الميناء القديم أبدا!"]
    assert labels("مشروع جديد في المدينة", LONG, NEXT, lines[0], MORE.split("\n")[1])[3] != BODY
    assert labels("مشروع جديد في المدينة", LONG, NEXT, lines[1], MORE.split("\n")[1])[3] == BODY


def test_a_link_to_another_story_between_paragraphs_is_no_body() -> None:
    link = "رئيسة البلدية تؤكد أن ميناء الصيادين القديم لن يغلق قبل نهاية موسم الصيد المقبل"
    told = "وأكدت رئيسة البلدية أن ميناء الصيادين القديم لن يغلق قبل نهاية موسم الصيد المقبل"
    assert labels("مشروع جديد في المدينة", LONG, link, NEXT)[2] != BODY
    assert labels("مشروع جديد في المدينة", LONG, told, NEXT)[2] == BODY
    two = "الرئيسان الصيني والكوري يؤكدان مواصلة المشاورات في شأن سقف الأسعار في أسواق الطاقة"
    assert labels("مشروع جديد في المدينة", LONG, two, NEXT)[2] != BODY


def test_a_deck_of_two_headlines_in_the_present_is_no_body() -> None:
    deck = "بلدية المدينة الساحلية تعلن مشروعا لتحلية المياه. والصيادون يحتجون أمام مكاتب الحكومة في العاصمة."
    assert spaced(deck, "\n")[1:] == ["standfirst", *[BODY] * 4]
