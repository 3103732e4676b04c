"""The index of a whole store: built if it is missing or follows older rules, rebuilt on demand."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from app import db
from app.index.check import differences
from app.index.write import is_current, rebuild, reindex

#: Differences told one by one; of more, only that there are more.
TOLD = 100


def ensure(engine: Engine) -> None:
    """Make the index of a store that has none, or one made by other rules."""
    with db.reading(engine) as session:
        current = is_current(session)
    if not current:
        with db.transaction(engine) as session:
            reindex(session)  # which looks again when it is its turn: another process may have been faster


def renew(engine: Engine) -> list[str]:
    """Make the index anew; returns what it said otherwise than the records do, in words."""
    told: list[str] = []
    with db.transaction(engine) as session:
        for difference in differences(session):
            if len(told) == TOLD:
                told.append("… and more")
                break
            told.append(difference)
        rebuild(session)
    return told
