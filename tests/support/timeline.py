"""Records for tests, with only what a test cares about."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from app.domain import edtf as dates
from app.pages.timeline.records import Facts, Party, Record, Totals
from app.pages.timeline.view_chart import Bead, Lane, Mark, lane_rows
from app.pages.timeline.voice import Voice
from app.web.i18n import language
from app.web.render import date_words
from app.web.urls import Urls

AR = Voice(language("ar"), date_words("ar"), Urls("ar"))
EN = Voice(language("en"), date_words("en"), Urls("en"))


def party(slug: str, role: str = "participant", lane: str | None = None) -> Party:
    return Party(slug, f"اسم {slug}", slug.title(), lane or (slug if len(slug) == 2 else None), role)


def record(id: int, edtf: str | None, *parties: Party, **changes: Any) -> Record:
    """An event of this date; ``kind="statement"`` makes it a statement."""
    first, last = dates.bounds(edtf) if edtf else (None, None)
    start = first or last
    said = changes.get("kind") == "statement"
    fields: dict[str, Any] = {
        "kind": "event",
        "id": id,
        "public_id": f"r{id}",
        "type": "direct" if said else "talks",
        "state": "asserted" if said else "occurred",
        "headline_ar": "عنوان",
        "headline_en": "Headline",
        "edtf": edtf,
        "earliest": first,
        "latest": last,
        "day": start.toordinal() if start else 0,
        "date_text": None,
        "certainty": "undated" if edtf is None else "day" if len(edtf) == 10 else "approximate",
        "parties": parties,
        "origins": 1,
    }
    return Record(**(fields | changes))


def lanes(n: int) -> tuple[Lane, ...]:
    """As many lanes, one below the other."""
    return lane_rows([Lane(f"l{k}", f"Lane {k}", k, 1) for k in range(n)])


def mark(key: str, top: int, bottom: int) -> Mark:
    """A mark with a bead at each of these heights."""
    ys = sorted({top, bottom})
    return Mark(key, "/", key, "event", "day", False, tuple(Bead(y, 1, "participant") for y in ys))


def facts(*days: str, **changes: Any) -> Facts:
    """Facts of a corpus with one record on each of these days."""
    counts = Counter(date.fromisoformat(day).toordinal() for day in days)
    totals = Totals(len(days), 0, 0, 1, None, None)
    lists = ("marks", "listed", "undated", "states", "actors", "outlets", "relaxed", "tellings")
    empty: dict[str, Any] = dict.fromkeys(lists, ())
    fields = empty | {
        "totals": totals,
        "overall": totals,
        "days": tuple(sorted(counts.items())),
        "density": None,
        "next_key": None,
        "names": {},
        "chosen": None,
    }
    return Facts(**(fields | changes))
