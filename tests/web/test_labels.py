from __future__ import annotations

from enum import StrEnum

import pytest

from app.domain.records import ActorKind, EventStatus, EventType, Modality, QuoteKind, Role
from app.domain.text import Basis
from app.web.i18n import CODES, language
from app.web.labels import VOCABULARIES
from app.web.render import label

ENUMS: list[tuple[str, type[StrEnum]]] = [
    ("type", EventType),
    ("status", EventStatus),
    ("modality", Modality),
    ("quote", QuoteKind),
    ("actor_kind", ActorKind),
    ("basis", Basis),
    ("role", Role),
]


@pytest.mark.parametrize(("vocabulary", "values"), ENUMS)
def test_every_value_has_a_name_and_no_name_is_without_value(vocabulary: str, values: type[StrEnum]) -> None:
    assert set(VOCABULARIES[vocabulary]) == set(values)


@pytest.mark.parametrize("code", CODES)
def test_names_within_a_vocabulary_differ(code: str) -> None:
    for vocabulary, values in VOCABULARIES.items():
        names = [label(language(code), vocabulary, value) for value in values]
        assert len(set(names)) == len(names), vocabulary


def test_a_value_without_a_name_is_shown_as_it_is() -> None:
    assert label(language("ar"), "type", "no_such_type") == "no_such_type"
