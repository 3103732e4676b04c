"""The view as a file: rows for CSV, objects for JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.statements.data import as_json as _object
from app.pages.statements.records import Statement
from app.web.json_lists import pieces
from app.web.spreadsheet import BOM, line

_COLUMNS: Final = (
    "id", "date", "earliest", "latest", "speaker", "speaker_ar", "speaker_en", "speaker_named", "verb",
    "lemma", "quote", "modality", "content", "chain", "article", "title", "published", "paragraph",
    "sentence", "events", "denied_events",
)  # fmt: skip


def as_json(said: Iterable[Statement], pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """One object: the parameters as given, then the statements in the order of the page."""
    return pieces("statements", pairs, map(_object, said))


def as_csv(said: Iterable[Statement]) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula."""
    yield BOM + line(_COLUMNS)
    for each in said:
        row = _object(each) | {
            "speaker": each.speaker.slug,
            "speaker_ar": each.speaker.name_ar,
            "speaker_en": each.speaker.name_en,
            "chain": "; ".join(link.medium.slug for link in each.chain),
            "events": "; ".join(told.id for told in each.events if not told.denied),
            "denied_events": "; ".join(told.id for told in each.events if told.denied),
        }
        yield line(row[name] for name in _COLUMNS)
