from __future__ import annotations

import pytest

from app.ingest.nationality import nisba
from app.knowledge.load import load_knowledge
from app.languages.ar.normalise import fold


@pytest.mark.parametrize(
    ("word", "countries"),
    [
        ("روسي", ("ru",)),
        ("الإسرائيلية", ("il",)),
        ("والأميركيين", ("us",)),
        ("للتركيتين", ("tr",)),
        ("الأتراك", ("tr",)),
        ("أوروبيون", ("eu",)),
        ("السعودية", ("sa",)),
        ("روسيا", ()),
        ("سوريا", ()),
        ("كرسي", ()),
        ("جديدة", ()),
    ],
)
def test_adjectives_of_nationality_give_their_country(word: str, countries: tuple[str, ...]) -> None:
    found = nisba(fold(word), load_knowledge())
    assert (() if found is None else (found.code.lower(),)) == countries


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("الفرنسي", ("FR", "m", "s", True)),
        ("فرنسية", ("FR", "f", "s", False)),
        ("الفرنسيان", ("FR", "m", "d", True)),
        ("فرنسيين", ("FR", "m", "p", False)),
        ("الروس", ("RU", "m", "p", True)),
    ],
)
def test_they_tell_gender_number_and_article(word: str, reading: tuple[str, str, str, bool]) -> None:
    assert nisba(fold(word), load_knowledge()) == reading
