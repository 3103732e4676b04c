"""Reading beside this process: the same records in the same order, whatever dies meanwhile."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from distributed import LocalCluster

from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.errors import InputError, SettingsError
from app.ingest import workers
from app.ingest.batch import readings
from app.ingest.read import Found, read_paths
from app.ingest.workers import Pool, pool, read_one
from app.settings import SEEDS
from tests.support.articles import article

ERROR = InputError("gone.txt", "no such file", 3)


def inputs() -> Iterator[Found]:
    yield from read_paths([str(SEEDS)])
    yield ERROR
    yield from (article(str(n)) for n in range(12))


@pytest.fixture(scope="module")
def alone() -> list[str]:
    return [repr(reading) for reading in readings(inputs())]


def test_two_processes_find_what_one_finds(alone: list[str]) -> None:
    with pool(2) as hands:
        assert [repr(reading) for reading in readings(inputs(), hands)] == alone


def test_one_job_is_this_process() -> None:
    with pool(1) as hands:
        assert hands is None


class Dying(Executor):
    """Breaks whenever it is given an article named ``deadly``, and ``times`` more."""

    def __init__(self, times: list[int]) -> None:
        self.times = times

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[workers.Reading] = Future()
        if self.times[0] > 0 or args[0].name == "deadly":
            self.times[0] -= 1
            future.set_exception(BrokenProcessPool("died"))
        else:
            future.set_result(fn(*args))
        return future


@pytest.mark.parametrize("times", [0, 1, 2])
def test_what_a_dead_process_had_in_hand_is_read_again(times: int) -> None:
    left = [times]
    hands = Pool(lambda: Dying(left), 2)
    names = [
        r.document.name for r in hands.readings([article("a"), article("b")]) if isinstance(r, Extraction)
    ]
    assert names == ["a", "b"]


def test_an_article_that_kills_its_reader_stops_no_other() -> None:
    hands = Pool(lambda: Dying([0]), 2)
    first, second, third = hands.readings([article("a"), article("deadly"), article("b")])
    assert isinstance(first, Extraction)
    assert isinstance(second, InputError)
    assert (second.file, "died" in second.reason) == ("deadly", True)
    assert isinstance(third, Extraction)


def kill_once(raw: RawArticle) -> workers.Reading:
    """As ``read_one``; the first process that is given the article named by a file's path dies of it."""
    if raw.name.startswith("/") and Path(raw.name).exists():
        Path(raw.name).unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_one(raw)


def test_a_process_that_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "read_one", kill_once)
    once = tmp_path / "once"
    once.touch()
    with pool(2) as hands:
        found = list(readings([article("a"), article(str(once)), article("b")], hands))
    assert [type(one) for one in found] == [Extraction] * 3
    assert not once.exists()


def test_errors_come_back_from_another_process_as_they_were() -> None:
    back = pickle.loads(pickle.dumps(ERROR))
    assert (back.file, back.reason, back.line, str(back)) == (
        ERROR.file,
        ERROR.reason,
        ERROR.line,
        str(ERROR),
    )


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "dask://127.0.0.1:1", "dask://"])
def test_a_cluster_that_is_not_there_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.3)
    with pytest.raises(SettingsError, match="--executor"), pool(executor=address):
        pass


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of what a killed worker leaves open
def test_a_cluster_of_two_finds_the_same_though_one_is_killed(alone: list[str]) -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        address = cluster.scheduler_address.replace("tcp://", workers.DASK)
        with pool(executor=address) as hands:
            found = readings(inputs(), hands)
            begun = [repr(next(found)) for _ in range(3)]
            first = next(iter(cluster.workers.values()))
            os.kill(first.pid, signal.SIGKILL)
            assert begun + [repr(reading) for reading in found] == alone
