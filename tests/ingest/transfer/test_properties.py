"""Whatever corpus comes, in whatever order and however grouped: a round trip gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import db
from app.index.check import differences
from app.ingest.transfer.dump import dump
from app.ingest.transfer.load import load
from tests.benchmarks.article import article, encoded
from tests.support import stores

Part = dict[str, Any]
EVENT = (
    "type", "status", "headline_ar", "headline_en", "evidence_kind", "background", "edtf", "earliest",
    "latest", "date_text", "date_rule", "place_slug", "place_ar", "place_en", "place_country", "participants",
)  # fmt: skip


def corpus(seed: int, events: list[int]) -> list[Part]:
    """Lines of an export: articles with so many events each, some tellings brought together, some links."""
    random = Random(seed)
    articles = [article(Random(f"{seed} {n}"), n, count) for n, count in enumerate(events)]
    tellings = [t for one in articles for t in one["tellings"]]
    ids = [("event", t["id"]) for t in tellings] + [
        ("statement", s["id"]) for a in articles for s in a["statements"]
    ]
    random.shuffle(articles)
    random.shuffle(tellings)
    size = random.choice((2, 3))
    groups = [tellings[n : n + size] for n in range(0, random.randrange(len(tellings) + 1), size)]
    joined = [_event(random, told) for told in groups if len(told) > 1]
    links = [_link(random, *random.sample(ids, 2)) for _ in range(random.randrange(4))]
    counts = {"articles": len(articles), "events": len(joined), "links": len(links)}
    head = {"record": "header", "format": "tasalsul", "version": 1, "corpus": str(seed)}
    return [head | counts, *articles, *joined, *links]


def _event(random: Random, told: list[Part]) -> Part:
    lead = random.choice(told)
    seen = {"certainty": "approximate", "tellings_count": len(told), "origins_count": 1}
    own = {"record": "event", "id": random.choice(told)["id"], "tellings": [t["id"] for t in told]}
    return own | seen | {name: lead[name] for name in EVENT}


def _link(random: Random, source: tuple[str, str], target: tuple[str, str]) -> Part:
    ends = {
        side: {"record": kind, "id": id_} for side, (kind, id_) in (("source", source), ("target", target))
    }
    return {
        "record": "link",
        "kind": random.choice(("differs", "before", "denial_of")),
        **ends,
        "reasons": "test",
    }


def carried_over(lines: bytes, folder: Path) -> bytes:
    """What a new store exports after it imported these lines; its index is right."""
    folder.mkdir()
    engine = stores.empty(folder)
    (file := folder / "given.jsonl").write_bytes(lines)
    list(load(engine, str(file), lambda: datetime(2026, 1, 1, tzinfo=UTC)))
    with db.reading(engine) as session:
        assert list(differences(session)) == []
    found = b"".join(dump(engine))
    engine.dispose()
    return found


@pytest.mark.usefixtures("database")
@pytest.mark.slow
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.lists(st.integers(0, 8), min_size=1, max_size=6))
def test_a_round_trip_gives_the_same_bytes(seed: int, events: list[int]) -> None:
    lines = corpus(seed, events)
    with TemporaryDirectory() as folder:
        first = carried_over(b"".join(map(encoded, lines)), Path(folder) / "first")
        second = carried_over(first, Path(folder) / "second")
    assert first == second
    kinds = [line["record"] for line in lines]
    exported = first.splitlines()
    for kind in ("article", "event", "link"):
        assert sum(raw.startswith(f'{{"record":"{kind}"'.encode()) for raw in exported) == kinds.count(kind)
