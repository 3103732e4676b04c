from __future__ import annotations

import pytest

from app.web.named import Named, in_letters, territory


@pytest.mark.parametrize(
    ("who", "lang", "letters"),
    [
        (Named("a", "أحمد", "Ahmad"), "ar", "احمد"),
        (Named("a", "أحمد", "Ahmad"), "en", "ahmad"),
        (Named("a", "صحيفة", ""), "en", "صحيفة"),
        (None, "en", ""),
    ],
)
def test_names_are_put_in_order_as_they_are_written(who: Named | None, lang: str, letters: str) -> None:
    assert in_letters(who, lang) == letters


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("jp", ("اليابان", "Japan")),
        ("tr", ("تركيا", "Turkey")),
        ("some-group", ("some-group", "some-group")),
    ],
)
def test_a_state_has_its_name_though_no_article_names_it(slug: str, names: tuple[str, str]) -> None:
    assert (territory(slug).name_ar, territory(slug).name_en) == names
