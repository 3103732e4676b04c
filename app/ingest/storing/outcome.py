"""What became of an article, including where that is known before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.text import RawArticle
from app.ingest.curation.overrides import Overrides
from app.ingest.engine import input_print
from app.ingest.storing.changes import Change
from app.ingest.storing.curations import digest_stored
from app.ingest.storing.standing import Standing, standing

#: Why an article was passed over: what became of it was known from the file alone.
NOT_READ = "not read again"


class Result(StrEnum):
    """What became of an article. DUPLICATE: the very same text is stored under another name."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``article`` is the public id; counts are of statements and tellings of events.

    For a new article only ``added`` counts; ``changes`` lists single records of a changed one.
    """

    result: Result
    file: str
    article: str | None = None
    added: int = 0
    changes: tuple[Change, ...] = ()
    detail: str | None = None

    def count(self, change: str) -> int:
        """How many records were ``added``, ``changed``, ``re-dated`` or ``lost``."""
        own = self.added if change == "added" else 0
        return own + sum(c.change == change for c in self.changes)


def settled_unread(session: Session, raw: RawArticle, overrides: Overrides) -> Outcome | None:
    """The outcome where the article need not be read: the same rules read the same input before, or its
    very text is stored under another name, and nothing says that another paper has it."""
    found = standing(session, raw)
    if found.own is not None and found.own.input_print == input_print(
        raw, digest_stored(session, found.own, overrides)
    ):
        return Outcome(Result.UNCHANGED, raw.name, found.own.public_id, detail=NOT_READ)
    may_be_reprint = raw.meta.outlet or raw.meta.site or raw.meta.url
    if found.own is None and found.twin is not None and not may_be_reprint:
        return Outcome(Result.DUPLICATE, raw.name, found.twin.public_id, detail=found.twin.file_name)
    return None


def settled(found: Standing, name: str, print_: str) -> Outcome | None:
    """The outcome where nothing need be written: the same again, or the same text under another name."""
    if found.own is not None and found.own.fingerprint == print_:
        return Outcome(Result.UNCHANGED, name, found.own.public_id)
    if found.twin is not None:
        return Outcome(Result.DUPLICATE, name, found.twin.public_id, detail=found.twin.file_name)
    return None
