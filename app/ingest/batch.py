"""Many articles through the rules, in order; no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.records import Extraction
from app.errors import InputError
from app.ingest.read import Found
from app.ingest.workers import Pool, read_one
from app.languages.ar.analyser import analyser_in_use


def readings(found: Iterable[Found], pool: Pool | None = None) -> Iterator[Extraction | InputError]:
    """Read each article by the rules; an error takes the place of what could not be read.

    Raises SettingsError before the first where the analyser asked for is not to be had.
    """
    analyser_in_use()
    if pool is not None:
        yield from pool.readings(found)
        return
    for raw in found:
        yield raw if isinstance(raw, InputError) else read_one(raw)
