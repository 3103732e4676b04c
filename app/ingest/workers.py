"""Where articles are read: in this process, in several, or on a Dask cluster.

The same records come out in the same order everywhere. Only reading is distributed: one process stores.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.errors import InputError, SettingsError
from app.ingest import pipeline
from app.knowledge.load import load_knowledge
from app.languages.ar.analyser import analyser_in_use

log = logging.getLogger(__name__)

DASK = "dask://"
#: Articles given out for each process before the first is waited for: no process is ever idle, and
#: no more than these are held in memory.
_AHEAD = 4
#: A process that dies takes with it what the others had in hand; what was at hand three times is at fault.
_ATTEMPTS = 3
#: Seconds to wait for a cluster to answer.
PATIENCE = 10.0

Reading = Extraction | InputError
Other = TypeVar("Other")


def read_one(raw: RawArticle) -> Reading:
    """The article by the rules, or an error that takes its place."""
    try:
        return pipeline.extract(raw, load_knowledge())
    except Exception as error:
        log.debug("the rules failed on %s", raw.name, exc_info=True)
        return InputError(raw.name, f"the rules failed on it, please report this ({error!r})")


@dataclass(slots=True)
class Pool:
    """``begin`` makes what articles are handed to; it is made again when a process of it has died."""

    begin: Callable[[], Executor]
    size: int
    executor: Executor | None = None

    def readings(self, found: Iterable[RawArticle | Other]) -> Iterator[Reading | Other]:
        """Each article read, in the order given; what is no article comes as it is."""
        waiting: deque[_Asked | Other] = deque()
        for raw in found:
            waiting.append(_Asked(raw, self._hand_out(raw)) if isinstance(raw, RawArticle) else raw)
            if len(waiting) >= self.size * _AHEAD:
                yield self._answer(waiting.popleft())
        while waiting:
            yield self._answer(waiting.popleft())

    def close(self) -> None:
        if self.executor is not None:
            self.executor.shutdown(wait=False, cancel_futures=True)
            self.executor = None

    def _hand_out(self, raw: RawArticle) -> Future[Reading]:
        if self.executor is None:
            self.executor = self.begin()
        try:
            return self.executor.submit(read_one, raw)
        except BrokenExecutor:
            self.close()
            return self._hand_out(raw)

    def _answer(self, asked: _Asked | Other) -> Reading | Other:
        if not isinstance(asked, _Asked):
            return asked
        future = asked.future
        for _ in range(_ATTEMPTS):
            try:
                return future.result()
            except BrokenExecutor:
                log.warning("a reading process died; %s is read again", asked.raw.name)
                future = self._hand_out(asked.raw)
            except Exception as error:  # noqa: BLE001 - whatever a cluster reports, the others go on
                return InputError(asked.raw.name, f"its reader failed ({error!r})")
        return InputError(asked.raw.name, f"its reader died {_ATTEMPTS} times")


@dataclass(frozen=True, slots=True)
class _Asked:
    raw: RawArticle
    future: Future[Reading]


@contextmanager
def pool(jobs: int = 1, executor: str | None = None) -> Iterator[Pool | None]:
    """Processes on this machine, or the cluster at ``dask://host:port``; None for this process alone.

    Raises SettingsError where the cluster cannot be reached or the address is of another kind.
    """
    if executor is not None:
        with _cluster(executor) as found:
            yield found
    elif jobs == 1:
        yield None
    else:
        made = Pool(lambda: _processes(jobs), jobs)
        try:
            yield made
        finally:
            made.close()


def _processes(jobs: int) -> Executor:
    """Started anew, not forked: a copy of a process with threads may hang on a lock nobody holds."""
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _make_ready)


def _make_ready() -> None:
    """Ctrl+C is for the process that hands out; tables are loaded before the first article."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 20, 50)
    analyser_in_use()
    load_knowledge()


@contextmanager
def _cluster(address: str) -> Iterator[Pool]:
    if not address.startswith(DASK):
        raise SettingsError("--executor", f"{address!r} is not of the form {DASK}host:port")
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingsError("--executor", "needs Dask: .venv/bin/pip install distributed") from error
    try:
        client = Client("tcp://" + address.removeprefix(DASK), timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise SettingsError("--executor", f"no cluster at {address}: {error}") from error
    with client:
        threads = sum(client.nthreads().values())
        yield Pool(lambda: client.get_executor(pure=False), max(1, threads))
