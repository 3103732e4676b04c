"""A bare page over the same sets: Starlette, sqlite3, one template, nothing that a reader would ask for.

It answers what the timeline answers (how many, when, in whose lanes, which values there are, the first
fifty) from the same table of sets, and draws as many bars, marks and cards. What ours takes longer is
what links, languages, words and the rest of the page cost.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import uvicorn
from jinja2 import Environment
from pyroaring import BitMap64
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from app.languages.ar.normalise import fold_text

BARS, MARKS, CARDS = 96, 400, 50
_FACETS = ("kind", "type", "status", "modality", "certainty", "evidence", "outlet", "state", "actor")
_FIRST_MONTH = 2005 * 12
_SHIFT, _MONTHS = 24, 17

_PAGE = Environment(autoescape=True).from_string(Path(__file__).with_suffix(".html").read_text("utf-8"))


_EVENTS = """
SELECT e.public_id, e.headline_ar, e.date_text, e.type, group_concat(a.name_ar, '، ')
FROM index_entries i JOIN events e ON e.id = i.event_id
LEFT JOIN participants p ON p.event_id = e.id LEFT JOIN actors a ON a.id = p.actor_id
WHERE i.key IN (?) GROUP BY i.key"""
_STATEMENTS = """
SELECT s.public_id, s.content, s.date_text, s.modality, a.name_ar
FROM index_entries i JOIN statements s ON s.id = i.statement_id JOIN actors a ON a.id = s.speaker_id
WHERE i.key IN (?)"""


class Sets:
    """The sets of a database, read when first asked for."""

    def __init__(self, file: Path) -> None:
        self.db = sqlite3.connect(f"file:{file}?mode=ro", uri=True, check_same_thread=False)
        self.get = lru_cache(maxsize=1_000)(self._read)
        self.values = lru_cache(maxsize=20)(self._values)
        self.year = lru_cache(maxsize=20)(self._year)

    def _read(self, facet: str, value: str) -> BitMap64:
        row = self.db.execute(
            "SELECT id FROM index_terms WHERE facet = ? AND value = ?", (facet, value)
        ).fetchone()
        low = (row[0] if row else -1) << _MONTHS
        span = (low, low + (1 << _MONTHS))
        rows = self.db.execute("SELECT keyset FROM index_postings WHERE id >= ? AND id < ?", span)
        return BitMap64.union(BitMap64(), *(BitMap64.deserialize(keys) for (keys,) in rows))

    def _values(self, facet: str) -> list[str]:
        rows = self.db.execute(
            "SELECT value FROM index_terms WHERE facet = ? ORDER BY records DESC LIMIT 24", (facet,)
        )
        return [value for (value,) in rows]

    def _year(self, year: int) -> BitMap64:
        """Whatever is filed under a month of the year, not what reaches into it from outside."""
        low, high = (year * 12) << _SHIFT, (year * 12 + 12) << _SHIFT
        every = self.get("all", "-")
        return every[every.rank(low - 1) : every.rank(high - 1)]

    def word(self, word: str) -> BitMap64:
        """Whatever a word stands in, as it stands."""
        found = "SELECT json_group_array(rowid) FROM index_words WHERE index_words MATCH ?"
        (keys,) = self.db.execute(found, (f'"{fold_text(word)}"',)).fetchone()
        return BitMap64(json.loads(keys))

    def cards(self, keys: Iterable[int]) -> list[Any]:
        wanted = list(keys)
        marks = ",".join("?" * len(wanted))
        told = _EVENTS.replace("?", marks)
        said = _STATEMENTS.replace("?", marks)
        return self.db.execute(told, wanted).fetchall() + self.db.execute(said, wanted).fetchall()


def page(sets: Sets, actor: str | None, year: int | None, word: str | None) -> str:
    found = sets.get("all", "-")
    if actor:
        found = found & sets.get("actor", actor)
    if year:
        found = found & sets.year(year)
    if word:
        found = found & sets.word(word)
    facets = [
        (facet, [(v, found.intersection_cardinality(sets.get(facet, v))) for v in sets.values(facet)])
        for facet in _FACETS
    ]
    step = max(1, len(found) // MARKS)
    marks = [found[n] for n in range(0, len(found), step)][:MARKS]
    return _PAGE.render(
        total=len(found),
        bars=_bars(found),
        marks=[(key % 1_200, key % 400, key) for key in marks],
        facets=facets,
        cards=sets.cards(found[:CARDS]),
    )


def _bars(found: BitMap64) -> list[tuple[int, int]]:
    """Heights of bars that share the months between the first and the last."""
    if not found:
        return []
    first, last = max(found[0] >> _SHIFT, _FIRST_MONTH), found[len(found) - 1] >> _SHIFT
    width = max(1, (last - first) / BARS)
    ends = [int(first + n * width) << _SHIFT for n in range(BARS + 1)]
    counts = [found.range_cardinality(low, high) for low, high in pairwise(ends)]
    return [(n, 40 * count // max(*counts, 1)) for n, count in enumerate(counts)]


def app(file: Path) -> Starlette:
    sets = Sets(file)

    def answer(request: Request) -> HTMLResponse:
        asked = request.query_params
        year = int(asked["year"]) if "year" in asked else None
        return HTMLResponse(page(sets, asked.get("actor"), year, asked.get("q")))

    return Starlette(routes=[Route("/", answer)], middleware=[Middleware(GZipMiddleware, compresslevel=5)])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--port", type=int, required=True)
    asked = parser.parse_args()
    uvicorn.run(app(asked.file), port=asked.port, log_level="warning")


if __name__ == "__main__":
    main()
