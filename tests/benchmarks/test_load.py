"""What the load asks for is there, what it reads in beside is new to the store, and its figures are told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.domain.text import RawArticle
from app.ingest.read import Reading, read_paths
from app.main import create_app
from app.settings import Settings
from tests.benchmarks import load
from tests.benchmarks.load import Loaded
from tests.benchmarks.timeline import servers, stores
from tests.benchmarks.timeline.stores import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stores, "FOLDER", tmp_path_factory.mktemp("bench"))
        yield stores.build(40)


def test_every_page_that_is_asked_for_is_there(store: Store) -> None:
    paths = load.our_paths(store)
    kinds = {path.split("/")[2].partition("?")[0] for path in paths}
    assert kinds >= {"", "events", "articles", "actors", "statements", "search", "contradictions", "v1"}
    with TestClient(create_app(Settings(database_url=f"sqlite:///{store.ours}"))) as client:
        for kind in kinds:
            path = next(path for path in paths if path.split("/")[2].partition("?")[0] == kind)
            assert client.get(path).status_code == 200, path
    assert len(load.their_paths(store)) > 60


def test_what_is_read_in_meanwhile_are_articles_nobody_has(tmp_path: Path) -> None:
    lines = list(load.fresh(3))
    (tmp_path / "fresh.jsonl").write_text("".join(lines), "utf-8")
    found = list(read_paths([str(tmp_path / "fresh.jsonl")], Reading(jsonl=True)))
    assert len({raw.sha256 for raw in found if isinstance(raw, RawArticle)}) == 3


def test_memory_is_that_of_the_whole_family() -> None:
    own = load.memory(os.getpid())
    assert own > 10 or not Path("/proc/self/status").exists()
    assert load.memory(2**30) == 0.0
    assert load.processor(os.getpid()) > 10 or not Path("/proc/self/stat").exists()
    assert load.processor(2**30) == 0.0


def test_figures_are_told_in_a_table() -> None:
    ours = Loaded("Tasalsul", 600, 60.0, 20.0, 90.0, 200.0, 0, 0, 210.0, 212.4, 3.25, 31, 0)
    row = load.table([ours]).splitlines()[-1]
    assert row.startswith("| Tasalsul | 10.0 | 20 ms | 90 ms | 200 ms | 3.2 ms | 0 | 0 | 210 → 212 MB |")
    assert row.endswith("| 31 articles, 0 failed |")


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not a part of the project's tests")
def test_wrk_asks_for_the_paths_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("here", "utf-8")
    paths = tmp_path / "paths.txt"
    paths.write_text("/index.html\n/nowhere\n", "utf-8")
    with servers.still(tmp_path) as server:
        found = load.load("files", server, paths, 1, 2)
    assert found.requests > 2
    assert 0 < found.refused < found.requests
    assert found.broken == 0
