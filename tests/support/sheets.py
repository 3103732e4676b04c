"""Records and a sheet for tests of the formats that a view is taken away in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.edtf import bounds
from app.pages.timeline.exports.sheet import Sheet
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Party, Record
from app.pages.timeline.voice import Voice
from app.web.i18n import language
from app.web.named import Named
from app.web.render import date_words
from app.web.urls import Urls

#: A date of every shape that is stored, with what the index calls its quality.
DATES = {
    "2015-09-21": "day",
    "2015-10": "month",
    "2015": "year",
    "2015-10-04/2015-10-07": "month",
    "../2015-10-05": "approximate",
    "2015-01-02/..": "approximate",
    "2015-09-21~": "approximate",
    "2015-10?": "approximate",
    "201X": "approximate",
    "2015-22": "approximate",
    "[2015-01-05,2015-01-06]": "approximate",
}

TALKS = Record(
    "event", 1, "e1", "talks", "planned", "محادثات بين البلدين", "Talks", "2015-10", date(2015, 10, 1),
    date(2015, 10, 31), 1, "الشهر المقبل", "month", (Party("ru", "روسيا", "Russia", "ru", "source"),), 2,
    published=date(2015, 9, 20), outlets=(Named("paper", "جريدة", "Paper"),),
    article=Named("a1", "عنوان", "عنوان"), place=Named("moscow", "موسكو", "Moscow"),
)  # fmt: skip
WORDS = replace(
    TALKS, kind="statement", public_id="s1", type="direct", state="denied", headline_ar="الوزير",
    headline_en="The minister", content="لا علم لنا بذلك، «مطلقًا»", place=None,
)  # fmt: skip


def dated(edtf: str | None, **changes: Any) -> Record:
    """The talks on another date, or on none."""
    first, last = bounds(edtf) if edtf else (None, None)
    certainty = DATES.get(edtf or "", "undated")
    return replace(TALKS, edtf=edtf, earliest=first, latest=last, certainty=certainty, **changes)


def sheet(lang: str = "en", ending: str = "csv", **filters: Any) -> Sheet:
    return Sheet(
        query=TimelineQuery(**filters),
        voice=Voice(language(lang), date_words(lang), Urls(lang)),
        origin="https://example.org",
        title="Timeline",
        updated=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        ending=ending,
    )
