from __future__ import annotations

import re

import pytest

from app.ingest.naming.english import adjective_of, english_of
from app.knowledge.load import load_knowledge
from tests.ingest.test_actors import _actors

_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("شعبة التوجيه الوطني", "National Guidance Division"),
        ("لجنة الإغاثة والدعم", "Relief and Support Committee"),
        ("جهاز الأمن والحماية الوطني", "National Security and Protection Apparatus"),
        ("شركة كراسنوف تيتوف", "Krasnov Titov Company"),
        ("مدرسة كامبل", "Campbell School"),
        ("منظمة الهلال الأحمر المالطي", "Maltese Red Crescent Organization"),
        ("هيئة السجون والرعاية", "Prisons and Care Authority"),
        ("قوة حماية الساحل", "Coast Protection Force"),
        ("مكتب المبعوث الخاص", "Office of the Special Envoy"),
        ('مركز "مدار" للدراسات', "Madar Center for Studies"),
        ("الهيئة الوطنية للانتخابات", "National Authority for Elections"),
        ("لجنة التحقيق الدولية", "International Investigation Committee"),
    ],
)
def test_names_of_bodies_are_read_backwards(words: str, english: str) -> None:
    assert english_of(words, load_knowledge(), title=True) == english


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("ميليشيات متعددة الجنسيات", "multinational militias"),
        ("رئيس الدولة", "head of state"),
        ("البيان", "statement"),
        ("فصائل سورية معارضة", "opposition Syrian factions"),
    ],
)
def test_descriptions_stay_in_lower_case(words: str, english: str) -> None:
    assert english_of(words, load_knowledge(), title=False) == english


@pytest.mark.parametrize(("word", "english"), [("الروسيان", "Russian"), ("بارزون", "senior"), ("كتاب", None)])
def test_adjectives_in_any_form(word: str, english: str | None) -> None:
    assert adjective_of(word, load_knowledge()) == english


@pytest.mark.parametrize(
    ("text", "name_ar", "name_en"),
    [
        (
            "نقلت الصحيفة عن مصدرين تركيين مطلعين أن الاتفاق قريب.",
            "مصدران تركيان مطلعان",
            "two informed Turkish sources",
        ),
        (
            "وقال مسؤول بارز بالخارجية الأميركية إن الاجتماع مفيد.",
            None,
            "senior official at the US Department of State",
        ),
        ("قال مسؤولون أمنيون عراقيون إن الوضع هادئ.", "مسؤولون أمنيون عراقيون", "Iraqi security officials"),
    ],
)
def test_unnamed_sources_have_english_and_a_nominative(text: str, name_ar: str | None, name_en: str) -> None:
    found = {actor.name_en: actor for actor in _actors(text).values()}
    assert name_en in found
    assert name_ar in (None, found[name_en].name_ar)


@pytest.mark.parametrize(
    "text",
    [
        "قالت شعبة التجهيز في الوزارة إن لواء الغضنفر وكتيبة شهداء القلمون انسحبا، بحسب ميليشيات ظهيرة.",
        "صرح رئيس جمعية النبلاء الخيرية ظافر الغشمي بأن مؤسسة «ذو الهمة» توقفت.",
        "وأكد مصدر في حزب النهوض الديمقراطي وعضو كتلة الوئام عبد الودود الهمذاني النبأ.",
    ],
)
def test_no_english_name_has_arabic_letters(text: str) -> None:
    names = [actor.name_en for actor in _actors(text).values()]
    assert names
    assert not [name for name in names if _ARABIC.search(name)]
