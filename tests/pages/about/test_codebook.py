from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import pytest

from app.domain.records import EventType
from app.ingest.temporal.find import RULES as DATE_RULES
from app.pages.about import codebook
from app.pages.about.codebook import GROUPS, prose, rules
from app.web.labels import VOCABULARIES


def test_every_value_of_every_vocabulary_is_explained() -> None:
    for group, terms in codebook.codebook().items():
        if group in VOCABULARIES:
            assert [term.id for term in terms] == list(dict.fromkeys(term.id for term in terms))
            assert {term.id for term in terms} == set(VOCABULARIES[group])
    assert {term.id for term in codebook.codebook()["type"]} == {each.value for each in EventType}


@pytest.mark.parametrize("group", codebook.GROUPS)
def test_every_value_and_field_has_an_example(group: str) -> None:
    assert [term.id for term in codebook.codebook()[group] if not (term.example and term.gloss)] == []


def test_the_explanations_are_of_their_languages() -> None:
    terms = [term for group in (*codebook.codebook().values(), *rules().values()) for term in group]
    texts = [(each.ar, each.en) for each in terms]
    texts += [(each.ar, each.en) for each in (*prose("method"), *prose("limits"))]
    for arabic, english in texts:
        assert any("\u0620" <= letter <= "\u064a" for letter in arabic)
        assert english[0].isascii() or english[0] == "“"
        assert arabic != english


def _stems(rule: str) -> Iterator[str]:
    """``relative.weekday`` and ``relative``."""
    return accumulate(rule.split("."), "{}.{}".format)


def test_every_rule_of_dates_has_a_family() -> None:
    families = {term.id for term in rules()["date"]}
    assert [rule.name for rule in DATE_RULES if not families & set(_stems(rule.name))] == []


def test_all_groups_are_shown() -> None:
    assert tuple(codebook.codebook()) == tuple(GROUPS)
