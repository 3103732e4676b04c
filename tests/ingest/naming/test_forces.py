from __future__ import annotations

import pytest

from app.ingest.naming.forces import force_words
from tests.ingest.test_actors import _actors


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("أعلنت قوات المشير خليفة حفتر تقدمها.", "libyan-national-army"),
        ('شنت القوات الموالية لـ"حفتر" هجوما جديدا.', "libyan-national-army"),
        ("قالت القوات التي يقودها اللواء حفتر إنها تقدمت.", "libyan-national-army"),
        ("انسحبت قوات موالية لحكومة الوفاق من البلدة.", "government-of-national-accord-forces"),
        ("هاجمت ميليشيات موالية لإيران القاعدة.", "pro-iranian-militias"),
        ("هاجم مسلحون تدعمهم إيران القاعدة.", "pro-iranian-gunmen"),
        ("أعلنت فصائل معارضة مدعومة من تركيا تقدمها.", "pro-turkish-factions"),
        ("قصفت القوات الموالية لكييف البلدة.", "pro-ukrainian-forces"),
    ],
)
def test_a_force_is_read_by_whom_it_serves(text: str, slug: str) -> None:
    assert slug in _actors(text)


def test_forces_that_belong_to_a_state_are_its_own() -> None:
    assert "fr" in _actors("انسحبت القوات التابعة لفرنسا من القاعدة.")


@pytest.mark.parametrize(
    "text",
    [
        "انتشرت قوات كبيرة في الشوارع.",
        "وهو تكتل لأحزاب محلية قريبة من حكومة الوفاق.",
        "وصلت القوات إلى القرية.",
    ],
)
def test_no_force_without_one_whom_it_serves(text: str) -> None:
    assert not any("forces" in slug or "militia" in slug for slug in _actors(text))


def test_the_body_inside_the_name_of_a_force_does_not_act_by_it() -> None:
    assert "government-of-national-accord" not in _actors("تقدمت قوات حكومة الوفاق نحو المطار.")


def test_words_of_forces_are_folded() -> None:
    words = force_words()
    assert "مواليه" in words.allegiance
    assert "قوات" in words.nouns
