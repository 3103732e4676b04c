"""An export into the store: every line checked, some hundred articles a transaction.

Into a store of its own an export comes as it is: events and links are taken from its lines. Beside
other articles nobody can have compared them yet, so there the rules decide anew which tellings are
one event, and the lines of events and links are only checked.

An import that was broken off goes on when it is started again: what is stored is unchanged. Until
its end, events told by several articles stand apart, and links are missing; nothing is ever half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app import db
from app.errors import InputError
from app.index.write import reindex
from app.ingest.store import ingest_run
from app.ingest.storing.outcome import Outcome
from app.ingest.transfer import together
from app.ingest.transfer.arrive import store_articles
from app.ingest.transfer.checking import check_article, check_event
from app.ingest.transfer.files import read_lines
from app.ingest.transfer.lines import ArticleLine, EventLine, HeaderLine, Line, LineError, LinkLine, decode
from app.knowledge.load import Knowledge
from app.models import ArticleRow, IngestRunRow
from app.models.search import make_room

#: A transaction ends after so many articles, or so many statements and tellings.
ARTICLES, RECORDS = 250, 4_000

Numbered = tuple[int, Line]


def load(
    engine: Engine, file: str, now: Callable[[], datetime], knowledge: Knowledge | None = None
) -> Iterator[Outcome]:
    """Store what an export holds; yields what became of each article, after its transaction.

    Raises InputError that names the line and the field of whatever cannot be stored; what came
    before it stays.
    """
    lines = _checked(file)
    header = cast("HeaderLine", next(lines)[1])
    run_name = f"import {header['corpus']}"
    alone = _alone(engine, run_name)
    with ingest_run(engine, run_name, now, knowledge) as run:
        loader = _Loader(engine, run.id, alone)
        for batch in _batches(_counted(lines, header, file)):
            try:
                yield from loader.store(batch)
            except LineError as error:
                raise InputError(file, str(error), error.number) from error
            except DBAPIError as error:
                numbers = f"lines {batch[0][0]} to {batch[-1][0]} cannot be stored"
                raise InputError(file, f"{numbers}: {error.orig}") from error


def _checked(file: str) -> Iterator[Numbered]:
    """The lines of a file, the header first."""
    empty = True
    for number, raw in read_lines(file):
        try:
            line = decode(raw)
            if (line["record"] == "header") != empty:
                raise ValueError("record: the first line, and no other, is the header")
            if line["record"] == "article":
                check_article(line)
            elif line["record"] == "event":
                check_event(line)
        except ValueError as error:
            raise InputError(file, str(error), number) from error
        empty = False
        yield number, line
    if empty:
        raise InputError(file, "is empty")


def _counted(lines: Iterator[Numbered], header: HeaderLine, file: str) -> Iterator[Numbered]:
    """The same lines; raises InputError at the end if there are not as many as the header says."""
    seen = Counter[str]()
    order = ("article", "event", "link")
    last = 0
    for number, line in lines:
        place = order.index(line["record"])
        if place < last:
            raise InputError(file, f"record: {order[place]} after {order[last]}", number)
        last = place
        seen[line["record"]] += 1
        yield number, line
    for name, wanted in zip(order, (header["articles"], header["events"], header["links"]), strict=True):
        if seen[name] != wanted:
            raise InputError(file, f"the header speaks of {wanted} {name} lines, there are {seen[name]}")


def _batches(lines: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    """Runs of lines of one kind, not too long; no article comes twice in one."""
    batch: list[Numbered] = []
    keys: set[str] = set()
    size = 0
    for number, line in lines:
        key = line["key"] if line["record"] == "article" else str(number)
        full = len(batch) >= ARTICLES or size >= RECORDS or key in keys
        if batch and (full or batch[0][1]["record"] != line["record"]):
            yield batch
            batch, keys, size = [], set(), 0
        batch.append((number, line))
        keys.add(key)
        size += len(line["statements"]) + len(line["tellings"]) if line["record"] == "article" else 1
    if batch:
        yield batch


def _alone(engine: Engine, run_name: str) -> bool:
    """True where no article but those of this very export can be: in an empty store, or in one
    that was begun with it."""
    with db.reading(engine) as session:
        empty = not session.scalar(sa.select(sa.exists().select_from(ArticleRow)))
        others = sa.exists().where(IngestRunRow.rules_version != run_name)
        return empty or not session.scalar(sa.select(others))


@dataclass(slots=True)
class _Loader:
    """``alone``: see :func:`_alone`; ``linked`` once the first links are in."""

    engine: Engine
    run_id: int
    alone: bool
    linked: bool = False

    def store(self, batch: Sequence[Numbered]) -> list[Outcome]:
        """One batch, one transaction; the outcomes of its articles."""
        with db.transaction(self.engine) as session:
            make_room(session.connection())
            kind = batch[0][1]["record"]
            if kind == "article":
                articles = cast("list[tuple[int, ArticleLine]]", batch)
                return store_articles(session, self.run_id, articles, alone=self.alone)
            if kind == "event" and self.alone:
                told = cast("list[tuple[int, EventLine]]", batch)
                reindex(session, together.join_tellings(session, told))
            if kind == "link" and self.alone:
                self._store_links(session, cast("list[tuple[int, LinkLine]]", batch))
        return []

    def _store_links(self, session: Session, batch: Sequence[tuple[int, LinkLine]]) -> None:
        if not self.linked:
            together.forget_links(session)
        together.store_links(session, batch)
        self.linked = True
