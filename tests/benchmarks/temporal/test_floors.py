"""Floors of the suites: they only rise. Texts and values are other projects' (``LICENSES.txt``)."""

from __future__ import annotations

import pytest

from tests.benchmarks.temporal.__main__ import scores

#: Per cent exact. Below 100 the suites ask for English usage or are wrong; see docs/dates.md.
FLOORS = {
    "all by date": 75.0,
    "core": 94.0,
    "Microsoft": 72.5,
    "Duckling": 78.0,
    "dateparser": 100.0,
    "by the clock, the day": 89.0,
    "durations (kind)": 94.0,
}


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return {s.name: 100 * s.exact / s.rows for s in scores()}


@pytest.mark.parametrize("name", FLOORS)
def test_floor(measured: dict[str, float], name: str) -> None:
    assert measured[name] >= FLOORS[name]
