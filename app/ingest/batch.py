"""Runs many articles through the rules, in order, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.records import Extraction
from app.domain.text import RawArticle
from app.errors import InputError
from app.ingest.workers import Other, Pool, read_one
from app.languages.ar.analyser import analyser_in_use


def readings(
    found: Iterable[RawArticle | Other], pool: Pool | None = None
) -> Iterator[Extraction | InputError | Other]:
    """Read each article by the rules; an error takes the place of what could not be read.

    What is no article comes in its place as it is.

    Raises SettingsError before the first where the analyser asked for is not to be had.
    """
    analyser_in_use()
    if pool is not None:
        yield from pool.readings(found)
        return
    for raw in found:
        yield read_one(raw) if isinstance(raw, RawArticle) else raw
