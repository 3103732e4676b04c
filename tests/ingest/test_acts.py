"""Every act that the tables know is found in every construction that news tells it in: «acts.tsv»."""

from __future__ import annotations

import pytest

from tests.ingest.acts import Act, acts, found, tellings


@pytest.mark.parametrize(
    "act", [pytest.param(a, id=f"{a.type}-{a.verb}-{a.noun}-{n}") for n, a in enumerate(acts())]
)
def test_act_in_every_construction(act: Act) -> None:
    missed = [telling.sentence for telling in tellings(act) if not found(act, telling)]
    assert not missed


def test_acts_are_many_and_few_constructions_are_left_out() -> None:
    rows = list(acts())
    told = sum(1 for act in rows for _ in tellings(act))
    assert len(rows) >= 120
    assert len({act.type for act in rows}) >= 20
    assert sum(len(act.left_out) for act in rows) < told / 5
