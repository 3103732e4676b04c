from __future__ import annotations

import pytest

from app.domain.codes import Family
from app.languages.ar.judgements import Judgement, families_of, judgements_of, load_judgements

SAID = [
    ("كانت وجهات نظرنا متطابقة في معظم الملفات", {"agreement+"}),
    ("ظهر بين الوفدين تباين واسع", {"agreement-"}),
    ("لا خلاف بين البلدين على ترسيم الحدود", {"agreement+"}),
    ("المفاوضات وصلت إلى طريق مسدود", {"success-"}),
    ("المحادثات كانت مثمرة", {"success+"}),
    ("لم تكن الزيارة ناجحة", {"success-"}),
    ("جرى إحراز تقدم في الجولة الأخيرة", {"success+"}),
    ("انتهت المناورات", {"end+"}),
    ("الاتصالات مستمرة", {"end-"}),
    ("غاب الوفد عن الجلسة", {"presence-"}),
    ("حضر الوزير الجلسة", {"presence+"}),
]
NOT_SAID = [
    "نبحث عن سبل لإنهاء الخلافات بين الجارين",
    "نأمل نجاح المفاوضات",
    "ضمان نجاح الجولة المقبلة",
    "بحثا نقاط الاتفاق ونقاط الخلاف ووجدا مواقفهما متقاربة ثم متباعدة",
    "وقع الوزيران اتفاقا تجاريا",
    "في حال فشل المحادثات",
    "ارتفع سعر القمح",
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_what_is_said_outright_judges(text: str, wanted: set[str]) -> None:
    assert {str(j) for j in judgements_of(text)} == wanted


@pytest.mark.parametrize("text", NOT_SAID)
def test_wishes_and_both_sides_at_once_judge_nothing(text: str) -> None:
    assert judgements_of(text) == frozenset()


def test_each_pair_has_two_sides_and_something_to_speak_of() -> None:
    for name, pair in load_judgements().pairs.items():
        assert {agrees for found in pair.phrases.values() for _, agrees in found} == {True, False}
        assert families_of(name)
    assert families_of("presence") == {Family.CONTACT}


def test_the_opposite_of_the_opposite_is_the_same() -> None:
    judged = Judgement("success", agrees=True)
    assert judged.opposite != judged == judged.opposite.opposite
