"""Terms of office told by titles: whose, and when the words mean no term."""

from __future__ import annotations

from datetime import date

import pytest

from app.ingest.publication_terms import served
from app.knowledge.load import load_knowledge
from tests.ingest.test_publication import article

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال وزير الخارجية الأميركي جون كيري إن", "وزير الخارجية الأميركي جون كيري"),
        ("قال وزير الخارجية جون كيري إن", "وزير الخارجية جون كيري"),
        ("وقال جون كيري، وزير الخارجية الأميركي، إن", "جون كيري، وزير الخارجية الأميركي"),
        ("التقى نظيره الأمريكي جون كيري", "نظيره الأمريكي جون كيري"),
        ("مع نظيريه الفرنسي والأميركي جون كيري", None),
        ("قال الرئيس الأميركي، باراك أوباما، إن", "الرئيس الأميركي، باراك أوباما"),
        ("قال وزير الخارجية الأميركي السابق جون كيري", None),
        ("قال وزير الخارجية الأميركي جون كيري السابق", None),
        ("قال مساعد وزير الخارجية الأميركي جون كيري", None),
        ("تحدث جون كيري أمام الطلاب", None),
        ("جون كيري وزير الخارجية", None),
    ],
)
def test_a_title_beside_a_name_tells_a_term(text: str, words: str | None) -> None:
    assert [t.words for t in served(article(text), KNOWLEDGE)] == ([words] if words else [])


def test_a_term_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    (term,) = served(article("قال وزير الخارجية الأميركي جون كيري إن"), KNOWLEDGE)
    assert not term.holds(date(2013, 1, 31))
    assert term.holds(date(2013, 2, 1))
    assert not term.holds(date(2017, 1, 20))


def test_terms_below_the_head_are_told_apart() -> None:
    lines = ["خبر أول.", "خبر ثان.", "خبر ثالث.", "قال وزير الخارجية الأميركي جون كيري إن"]
    (term,) = served(article(*lines), KNOWLEDGE)
    assert not term.lead
