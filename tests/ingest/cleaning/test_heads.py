from __future__ import annotations

import pytest

from app.domain.text import RawArticle
from app.ingest.clean import clean
from app.ingest.cleaning.heads import head_end
from app.knowledge.load import load_knowledge

AFTER = "وأضاف المصدر أن الطرفين سيعودان إلى المحادثات قريبا."


def head_of(paragraph: str) -> str:
    tables = load_knowledge()
    document = clean(RawArticle("a.txt", f"{paragraph}\n{AFTER}", "0"), tables)
    first = document.body[0]
    return document.text[first.span.start : head_end(document, first, tables)]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("موسكو - رويترز: ", "قال مسؤول كبير إن الاتفاق قريب."),
        ("دمشق (أ ف ب) - ", "أعلنت القوات وقف إطلاق النار في المدينة."),
        ("بيروت 15 سبتمبر / أيلول 2018 (رويترز) - ", "قالت مصادر إن القصف توقف."),
        ("القدس/ محمد ماجد/ الأناضول ", "شنت طائرات غارات على القطاع ليل الأحد."),
        ("(CNN)-- ", "قال وزير الخارجية إن بلاده ستنسحب من الاتفاق."),
        ("موسكو – ", "أعلن الكرملين أن اللقاء سيعقد في موعده."),
        ("القاهرة- أحمد سمير- وكالات: ", "وصل الوفد إلى العاصمة مساء أمس."),
        ("لندن: «الشرق الأوسط» ", "قالت مصادر مطلعة إن الأمر حسم نهائيا."),
        ("سمير الحداد: ", "نقلت صحيفة عن مسؤول قوله إن الأمر انتهى."),
    ],
)
def test_datelines_and_bylines(head: str, rest: str) -> None:
    assert head_of(head + rest) == head


@pytest.mark.parametrize(
    "paragraph",
    [
        "رويترز: قوات تتقدم نحو المدينة من جهة الشمال.",
        "روسيا: لن نسمح بذلك أبدا مهما حدث هناك.",
        "مصدر عسكري: قصفت الطائرات مواقع قرب المدينة.",
        "وقالت روسيا - في بيان - إن القوات باقية هناك.",
        "سيرغي لافروف: نقلت موسكو رسالة واضحة إلى الجميع.",
        "موسكو ترفض المقترح الجديد رفضا قاطعا ونهائيا.",
    ],
)
def test_sources_and_speakers_are_none(paragraph: str) -> None:
    assert head_of(paragraph) == ""


def test_a_name_the_article_speaks_of_again_is_a_speaker() -> None:
    tables = load_knowledge()
    text = f"سمير الحداد: قال كل شيء أمس أمام الصحفيين.\nوأوضح الحداد أن المحادثات ستستمر.\n{AFTER}"
    document = clean(RawArticle("a.txt", text, "0"), tables)
    assert head_end(document, document.body[0], tables) == 0
