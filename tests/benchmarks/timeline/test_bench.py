"""The bench itself: what it asks for is there, what it tells is put where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.testclient import TestClient as BareClient

from app.main import create_app
from app.settings import Settings
from tests.benchmarks.timeline import asking, report, stills, stores
from tests.benchmarks.timeline.asking import Answer
from tests.benchmarks.timeline.browser import Seen
from tests.benchmarks.timeline.floor import app as floor
from tests.benchmarks.timeline.report import Measured
from tests.benchmarks.timeline.stores import Store

SEEN = Seen(150.0, {"zoom": 40.0}, {"load": 90.0, "zoom": 30.0}, 3_000, 5, 60_000)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stores, "FOLDER", tmp_path_factory.mktemp("bench"))
        yield stores.build(80)


@pytest.mark.slow
def test_every_page_that_is_asked_for_is_there(store: Store) -> None:
    ours = TestClient(create_app(Settings(database_url=f"sqlite:///{store.ours}")), follow_redirects=False)
    bare = BareClient(floor(store.ours))
    for page, paths in asking.addresses(store).items():
        for path in paths.get("Tasalsul", ()):
            assert ours.get(path).status_code == 200, (page, path)
        for path in paths.get("floor", ()):
            assert bare.get(path).status_code == 200, (page, path)


def test_the_floor_counts_as_we_do(store: Store) -> None:
    assert "<p>110</p>" in BareClient(floor(store.ours)).get("/").text  # 80 events and 30 statements


def test_a_store_is_made_once(store: Store) -> None:
    assert store.seconds is not None
    assert stores.build(80).seconds is None
    assert stores.build(80, store.ours.parent.parent) == stores.build(80)


def test_the_page_by_hand_holds_what_it_should(store: Store, tmp_path: Path) -> None:
    stills.hand(store, tmp_path, bars=30, marks=100, cards=20)
    text = (tmp_path / "hand.html").read_text("utf-8")
    assert [text.count(tag) for tag in ("<rect", "<circle", "<li")] == [30, 100, 20]


def test_tables_are_put_between_their_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = tmp_path / "performance.md"
    document.write_text(
        "# Speed\n\n<!-- timeline: measured -->\nearlier\n<!-- timeline: end -->\nrest\n", "utf-8"
    )
    monkeypatch.setattr(report, "DOCUMENT", document)
    answers = {"all": {"Tasalsul": Answer(5.0, 9.0, 4.0, 120_000, 20_000)}}
    seen = {"Tasalsul": SEEN, "by hand": SEEN, "vis-timeline": None}
    measured = Measured(
        1_000, 0.5, answers, seen, {"Tasalsul": 90.0}, {"Tasalsul": 1.0}, {"datasette": "no pip"}
    )
    report.write(report.tables([measured]))
    told = document.read_text("utf-8")
    assert told.startswith("# Speed\n")
    assert told.endswith("<!-- timeline: end -->\nrest\n")
    for words in ("5 / 9 · 4.0", "120 / 20", "2,000", "1.00", "over 40 s", "datasette not measured"):
        assert words in told
    assert "earlier" not in told
