"""The view as a file: rows for CSV, objects for JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app.pages.statements.data import as_json as _object
from app.pages.statements.records import Statement
from app.web.json_lists import pieces
from app.web.spreadsheet import BOM, line
from app.web.urls import Urls
from app.web.verbs_in_english import in_english

_COLUMNS: Final = (
    "id", "date", "earliest", "latest", "speaker", "speaker_ar", "speaker_en", "speaker_named", "verb",
    "verb_en", "lemma", "quote", "modality", "content", "chain", "article", "title", "published", "paragraph",
    "sentence", "events", "denied_events", "address",
)  # fmt: skip


def as_json(said: Iterable[Statement], pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """One object: the parameters as given, then the statements in the order of the page."""
    return pieces("statements", pairs, map(_object, said))


def as_csv(said: Iterable[Statement], urls: Urls, origin: str) -> Iterator[str]:
    """RFC 4180 with a byte-order mark; no cell can be read as a formula. ``address`` is that of the words in
    their article, ``origin`` its scheme and host."""
    yield BOM + line(_COLUMNS)
    for each in said:
        place = urls.article(
            each.article, paragraph=each.paragraph, sentence=each.sentence, highlight=each.id
        )
        row = _object(each) | {
            "verb_en": in_english(each.lemma, each.verb),
            "address": origin + place,
            "speaker": each.speaker.slug,
            "speaker_ar": each.speaker.name_ar,
            "speaker_en": each.speaker.name_en,
            "chain": "; ".join(link.medium.slug for link in each.chain),
            "events": "; ".join(told.id for told in each.events if not told.denied),
            "denied_events": "; ".join(told.id for told in each.events if told.denied),
        }
        yield line(row[name] for name in _COLUMNS)
