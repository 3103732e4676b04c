"""Readers see one state of the database, which advances at most once a second.

An ingest stores several articles a second, and after each of them everything derived from the sets of records
would have to be derived again. So a few transactions that see one state are held open and lent to readers;
when their second is over they end, and the next reader begins new ones. A page shows one state, never a
mixture of two; it is at most ``lag`` seconds old, plus the time it takes to make.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock, Timer
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app import db
from app.errors import IndexStaleError
from app.index.read import INDEX, Index, current
from app.models import connections

#: Transactions of one state, as many as there are threads that read; whoever comes when all are lent, as
#: while others download, has one of his own.
HANDS: Final = 4
#: How often it is tried to begin them between two commits of somebody else.
_TRIES: Final = 5


@dataclass(eq=False, slots=True)
class Moment:
    """Open transactions that see one state; two moments with the same number, ``state``, see the same."""

    state: int
    free: list[sa.Connection] = field(default_factory=list)
    index: Index | None = None
    over: bool = False
    lock: Lock = field(default_factory=Lock)

    def take(self) -> sa.Connection | None:
        """One of the transactions, None where all are lent or the moment is over."""
        with self.lock:
            return self.free.pop() if self.free and not self.over else None

    def give_back(self, connection: sa.Connection, *, broken: bool) -> None:
        with self.lock:
            if not (self.over or broken):
                self.free.append(connection)
                return
        _close(connection)

    def end(self) -> None:
        """Nobody is lent one any more; those that are lent end when they come back."""
        with self.lock:
            self.over = True
            free, self.free = self.free, []
        for connection in free:
            _close(connection)


class Moments:
    """The moment that readers of a database look at now; with a ``lag`` of 0 each has one of his own."""

    def __init__(self, engine: Engine, lag: float, hands: int = HANDS) -> None:
        self.engine = engine
        self.lag = lag
        self._hands = hands
        self._now = Moment(0, over=True)
        self._told: Hashable = None
        self._watch: sa.Connection | None = None
        self._lock = Lock()

    @property
    def state(self) -> int | None:
        """The number of the state that is looked at; None where somebody must look anew."""
        now = self._now
        return None if now.over else now.state

    @property
    def last(self) -> int:
        """The number of the state that was looked at last, and perhaps still is."""
        return self._now.state

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for looking only, at the moment that all others look at."""
        moment = self.renewed() if self.lag else None
        lent = moment.take() if moment else None
        if moment is None or lent is None:
            with db.reading(self.engine) as session:
                yield session
            return
        broken = False
        try:
            with _session(lent) as session:
                session.info[INDEX] = moment.index
                yield session
        except SQLAlchemyError:
            broken = True
            moment.end()
            raise
        finally:
            moment.give_back(lent, broken=broken)

    def renewed(self) -> Moment:
        """The present moment, or the next where its time is over."""
        if not (now := self._now).over:
            return now
        with self._lock:
            if self._now.over:
                self._now = self._begun()
            return self._now

    def close(self) -> None:
        """End everything."""
        with self._lock:
            self._now.end()
            self._look_away()

    def _begun(self) -> Moment:
        """Transactions that were all begun while nobody committed anything; if somebody always does, one."""
        for tries_left in reversed(range(_TRIES)):
            told = self._look()
            moment = Moment(self._now.state)
            try:
                for _ in range(self._hands if tries_left else 1):
                    moment.free.append(self._held_still())
                same = self._look() == told
            except SQLAlchemyError:
                moment.end()
                raise
            if same or not tries_left:
                break
            moment.end()
        if not same or told != self._told:
            moment.state += 1
        self._told = told if same else None
        moment.index = self._indexed(moment)
        clock = Timer(self.lag, moment.end)
        clock.daemon = True
        clock.start()
        return moment

    def _indexed(self, moment: Moment) -> Index | None:
        """The index at this state; None for a stale one, which is told of by the pages that need it."""
        try:
            with _session(moment.free[0]) as session:
                return current(session).index
        except IndexStaleError:
            return None
        except SQLAlchemyError:
            moment.end()
            raise

    def _held_still(self) -> sa.Connection:
        connection = self.engine.connect()
        try:
            connections.hold_still(connection)
            connection.execute(_ANYTHING)
        except SQLAlchemyError:
            _close(connection)
            raise
        return connection

    def _look(self) -> Hashable:
        """What is another after every commit."""
        try:
            if self._watch is None:
                self._watch = self.engine.connect()
            return connections.state(self._watch)
        except SQLAlchemyError:
            self._look_away()
            raise

    def _look_away(self) -> None:
        if self._watch is not None:
            _close(self._watch)
            self._watch = self._told = None


#: A transaction sees a state from its first look on.
_ANYTHING: Final = sa.text("SELECT 1 FROM index_state")


def _session(connection: sa.Connection) -> Session:
    """A session within a transaction that outlives it."""
    return Session(connection, autoflush=False, join_transaction_mode="rollback_only")


def _close(connection: sa.Connection) -> None:
    with suppress(SQLAlchemyError):
        connection.close()
