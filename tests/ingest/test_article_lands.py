from __future__ import annotations

import pytest

from app.ingest.article_lands import article_lands
from app.knowledge.load import load_knowledge


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("قصفت الطائرات الليبية مواقع قرب طرابلس في غرب ليبيا.", "tripoli-libya"),
        ("احتج سكان طرابلس على انقطاع الكهرباء في لبنان.", "tripoli-lebanon"),
    ],
)
def test_the_states_of_an_article_choose_among_places_of_one_name(text: str, slug: str) -> None:
    knowledge = load_knowledge()
    found = knowledge.place_by_name("طرابلس", article_lands(text, knowledge))
    assert found is not None
    assert found.slug == slug


def test_the_most_frequent_state_comes_first() -> None:
    text = "زار الوزير التونسي الجزائر، والتقى الوزير الجزائري في العاصمة الجزائرية."
    assert article_lands(text, load_knowledge())[0] == "DZ"


def test_a_text_without_states_names_none() -> None:
    assert article_lands("هطل المطر أمس.", load_knowledge()) == ()
