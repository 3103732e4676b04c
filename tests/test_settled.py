"""A process that only serves: what is loaded is permanent, and garbage never holds up a response for long."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app import main


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Leaves the collector of this process as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_loaded_tables_are_never_looked_through_again() -> None:
    gc.unfreeze()
    main._prepare(sa.create_engine("sqlite://"))
    assert gc.get_freeze_count() > 10_000


def test_no_collection_has_much_to_look_through_once_all_is_loaded() -> None:
    gc.set_threshold(100_000, 20, 50)
    main._prepare(sa.create_engine("sqlite://"))
    young: list[int] = []

    def seen(phase: str, _told: dict[str, int]) -> None:
        if phase == "start":
            young.append(gc.get_count()[0])

    gc.callbacks.append(seen)
    try:
        kept = [[n] for n in range(20_000)]
    finally:
        gc.callbacks.remove(seen)
    assert len(kept) == 20_000
    assert len(young) >= 4
    assert max(young) < 5_000
