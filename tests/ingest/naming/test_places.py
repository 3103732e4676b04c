from __future__ import annotations

import pytest

from tests.ingest.test_actors import _actors


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوزير إلى فيينا للمشاركة في المؤتمر.",
        "شنت الطائرات هجوما واسعا على بيروت فجرا.",
        "توغل المقاتلون في الضواحي الجنوبية لطرابلس.",
        "كانت زيارة الوفد لأثينا قصيرة.",
    ],
)
def test_a_city_that_only_says_where_is_no_state(text: str) -> None:
    assert not {"at", "lb", "ly", "gr"} & set(_actors(text))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("يزور رئيس الوزراء اليونان الأسبوع المقبل.", "gr"),
        ("قام الوفد بزيارة إلى كينيا.", "ke"),
        ("سعى الأشقاء في الكويت إلى إنجاز الاتفاق.", "kw"),
        ("التقى سفير كندا لدى بلادنا بالوزير.", "ca"),
    ],
)
def test_a_state_visited_or_spoken_of_by_its_people_takes_part(text: str, slug: str) -> None:
    assert slug in _actors(text)


def test_our_country_counts_when_the_story_comes_back_to_it() -> None:
    once = "قال وزير الخارجية المصري سامح شكري إن بلاده ترحب بالحوار."
    again = f"{once} وأضاف شكري أن بلاده تدعم السلام."
    assert "eg" not in _actors(once)
    assert "eg" in _actors(again)
