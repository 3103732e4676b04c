"""What a page weighs, over many views of a generated corpus in which every kind of drawing occurs."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.ingest.transfer.load import load
from app.main import create_app
from tests.benchmarks.cast import CAST
from tests.benchmarks.generate import lines
from tests.support import stores, web

EVENTS = 2_000
MOST = 200_000
MOST_PACKED = 45_000

#: From the most frequent actor to one of the rarest.
ACTORS = [CAST[rank].slug for rank in (0, 3, 8, 16, 32, 64, 128, 380)]
SHOWN = ["", "&lane=actor", "&lane=type", "&scale=linear", "&limit=200"]
VIEWS = [
    *(f"?{shown[1:]}" for shown in SHOWN),
    *(f"?actor={slug}{shown}" for slug in ACTORS for shown in ("", "&lane=actor&limit=200")),
    *(
        f"?from={since}&to={to}{shown}"
        for since, to in (("2015", "2015"), ("2018-03", "2018-05"))
        for shown in SHOWN
    ),
    "?from=2016&to=2017&actor=ru",
    "?certainty=undated&limit=200",
    "?kind=statement",
    "?q=تجارة",
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client over the generated corpus."""
    with stores.kept_on(None):
        engine = stores.empty(tmp_path_factory.mktemp("weight"))
    file = tmp_path_factory.mktemp("corpus") / "corpus.jsonl"
    file.write_bytes(b"".join(lines(EVENTS)))
    list(load(engine, str(file), stores.clock))
    with TestClient(create_app(web.settings_of(engine))) as made:
        yield made


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_view_weighs_more_than_it_may(reader: TestClient, lang: str) -> None:
    weights = {}
    for view in VIEWS:
        answer = reader.get(f"/{lang}/{view}", headers={"Accept-Encoding": "identity"})
        assert answer.status_code == 200, view
        weights[view] = len(answer.content), len(gzip.compress(answer.content, 5))
    assert {view: size for view, (size, _) in weights.items() if size > MOST} == {}
    assert {view: packed for view, (_, packed) in weights.items() if packed > MOST_PACKED} == {}
    assert max(size for size, _ in weights.values()) > MOST / 2, "nothing here is large enough to tell"
