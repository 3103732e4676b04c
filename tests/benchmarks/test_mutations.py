"""A few of the thousand damaged files that ``python -m tests.benchmarks.mutations`` brings in."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.benchmarks.mutations import damaged, trial


def test_damaged_files_are_stored_or_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    tried = trial(tmp_path, 40, seed=3)
    assert tried.lost == ()
    assert sum(tried.results.values()) >= 40
    assert tried.results["failed"] < sum(tried.results.values()) / 2


def test_damage_is_the_same_for_the_same_seed_and_comes_to_the_end_of_anything() -> None:
    assert damaged(b"abc" * 50, Random(1)) == damaged(b"abc" * 50, Random(1))
    assert len({damaged(b"abc" * 50, Random(n)) for n in range(40)}) > 30
    assert all(isinstance(damaged(b"", Random(n)), bytes) for n in range(40))
