from __future__ import annotations

from itertools import combinations, product
from types import SimpleNamespace
from typing import Any

import pytest

from app.ingest.matching.touching import pairs_across, pairs_among

RECORDS: list[Any] = [SimpleNamespace(id=id_) for id_ in "abcde"]


@pytest.mark.parametrize("fresh", [None, frozenset(), frozenset("c"), frozenset("ae"), frozenset("abcde")])
def test_the_pairs_are_those_with_a_fresh_one(fresh: frozenset[str] | None) -> None:
    def is_new(a: Any, b: Any) -> bool:
        return fresh is None or bool({a.id, b.id} & fresh)

    among = [(a.id, b.id) for a, b in pairs_among(RECORDS, fresh)]
    assert sorted(among) == [(a.id, b.id) for a, b in combinations(RECORDS, 2) if is_new(a, b)]
    across = [(a.id, b.id) for a, b in pairs_across(RECORDS[:2], RECORDS[1:], fresh)]
    assert across == [(a.id, b.id) for a, b in product(RECORDS[:2], RECORDS[1:]) if is_new(a, b)]
