"""The pages that are asked for, and how long each server takes to answer."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlencode

from tests.benchmarks.cast import CAST
from tests.benchmarks.timeline.servers import Server
from tests.benchmarks.timeline.stores import Store

#: Of the most frequent actor to one of the rarest, a year each; words likewise.
RANKS = (0, 1, 2, 4, 8, 16, 32, 64, 128, 200, 300, 380)
YEARS = tuple(range(2011, 2023))
#: Ours, as it is called where it answers from what it has kept, and where it has nothing yet.
OURS, FIRST = "Tasalsul", "Tasalsul, first time"
PAGES = ("all", "actor", "actor and dates", "dates", "text")

Addresses = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Milliseconds of one page over all its parameters; bytes of the largest, plain and compressed.

    ``cpu`` is the processor time of the server, the mean of all: what a busy machine leaves as it is.
    """

    p50: float
    p95: float
    cpu: float
    size: int
    packed: int


def addresses(store: Store) -> Addresses:
    """Paths by page and by server."""
    slugs = [CAST[rank].slug for rank in RANKS]
    sought = frequent_words(store)
    pairs = list(zip(slugs, YEARS, strict=True))
    return {
        "all": {
            "Tasalsul": ["/ar/"] * len(RANKS),
            "floor": ["/"] * len(RANKS),
            "Datasette": ["/datasette/events?_sort=day"] * len(RANKS),
        },
        "actor": {
            "Tasalsul": [_at("/ar/", actor=slug) for slug in slugs],
            "floor": [_at("/", actor=slug) for slug in slugs],
            "Datasette": [_at("/datasette/parts", actor=slug, _sort="day") for slug in slugs],
        },
        "actor and dates": {
            "Tasalsul": [_at("/ar/", **{"from": year, "to": year, "actor": slug}) for slug, year in pairs],
            "floor": [_at("/", actor=slug, year=year) for slug, year in pairs],
            "Datasette": [
                _at(
                    "/datasette/parts",
                    actor=slug,
                    day__gte=f"{year}-01-01",
                    day__lte=f"{year}-12-31",
                    _sort="day",
                )
                for slug, year in pairs
            ],
        },
        "dates": {
            "Tasalsul": [_at("/ar/", **{"from": year, "to": year}) for year in YEARS],
            "floor": [_at("/", year=year) for year in YEARS],
            "Datasette": [
                _at("/datasette/events", day__gte=f"{year}-01-01", day__lte=f"{year}-12-31", _sort="day")
                for year in YEARS
            ],
        },
        "text": {
            "Tasalsul": [_at("/ar/", q=word) for word in sought],
            "floor": [_at("/", q=word) for word in sought],
            "Datasette": [_at("/datasette/events", _search=word) for word in sought],
        },
        "facet": {"Datasette": [_at("/datasette/parts", _facet="actor", _size=0)]},
    }


def frequent_words(store: Store) -> list[str]:
    """Twelve words of headlines, from the most frequent to one of the rarest."""
    with sqlite3.connect(store.datasette) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, events_fts, col)")
        rows = connection.execute(
            "SELECT term FROM temp.terms WHERE col = 'headline_ar' AND length(term) > 2"
            " ORDER BY doc DESC, term"
        ).fetchall()
    connection.close()
    step = len(rows) ** (1 / (len(RANKS) - 1))
    return [rows[min(int(step**n) - 1, len(rows) - 1)][0] for n in range(len(RANKS))]


def _at(path: str, **parameters: object) -> str:
    return f"{path}?{urlencode(parameters)}"


def ask(servers: Sequence[Server], store: Store, rounds: int) -> dict[str, dict[str, Answer]]:
    """Every page of every server, in turns, over one connection each, after others have warmed it up.

    We keep pages while nothing changes, so what we are asked for the first time stands apart; of the
    others, who keep none, the first round does not count.
    """
    for server in servers:
        _timed(server, warming(server.name))
    answers: dict[str, dict[str, Answer]] = {}
    for page, paths in addresses(store).items():
        own = [server for server in servers if server.name in paths]
        times: dict[str, list[float]] = {}
        spent: dict[str, float] = {}
        for turn in range(rounds + 1):
            for server in own:
                name = server.name if turn or server.name != OURS else FIRST
                before = server.cpu
                found = _timed(server, paths[server.name])
                if turn or name == FIRST:
                    times.setdefault(name, []).extend(found)
                    spent[name] = spent.get(name, 0.0) + server.cpu - before
        for name, found in times.items():
            server = next(each for each in own if name in (each.name, FIRST))
            sizes = _sizes(server, paths[server.name])
            answers.setdefault(page, {})[name] = Answer(*_middle(found), spent[name] / len(found), *sizes)
    return answers


def warming(server: str) -> list[str]:
    """Addresses of each page, none of which is asked for later."""
    slug = CAST[3].slug
    return {
        OURS: [_at("/ar/", **{"from": "2014-02"}), _at("/ar/", actor=slug), _at("/ar/", q="بيان")],
        "floor": ["/", _at("/", actor=slug), _at("/", q="بيان")],
        "Datasette": [
            "/datasette/events?_sort=headline_ar",
            _at("/datasette/parts", actor=slug, _sort="day"),
            _at("/datasette/events", _search="بيان"),
        ],
    }[server]


def _timed(server: Server, paths: Sequence[str]) -> list[float]:
    """Milliseconds to the last byte of each, over one connection that was opened before."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
    connection.connect()
    times = []
    for path in paths:
        started = time.perf_counter()
        _body(connection, path, "identity")
        times.append(1000 * (time.perf_counter() - started))
    connection.close()
    return times


def _body(connection: HTTPConnection, path: str, encoding: str) -> bytes:
    """A page that is not answered with 200 ends the run."""
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} is answered with {answer.status}")
    return body


def _middle(times: Sequence[float]) -> tuple[float, float]:
    return median(times), quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def _sizes(server: Server, paths: Sequence[str]) -> tuple[int, int]:
    """Bytes of the largest page, plain and compressed."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
    plain, packed = (max(len(_body(connection, p, form)) for p in paths) for form in ("identity", "gzip"))
    connection.close()
    return plain, packed
