"""Many articles through the rules, one after the other; no database."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from app.domain.records import Extraction
from app.errors import InputError
from app.ingest import pipeline
from app.ingest.read import Found
from app.knowledge.load import Knowledge, load_knowledge
from app.languages.ar.analyser import analyser_in_use

log = logging.getLogger(__name__)


def readings(found: Iterable[Found], tables: Knowledge | None = None) -> Iterator[Extraction | InputError]:
    """Read each article by the rules; an error takes the place of what could not be read.

    Raises SettingsError before the first where the analyser asked for is not to be had.
    """
    tables = tables or load_knowledge()
    analyser_in_use()
    for raw in found:
        if isinstance(raw, InputError):
            yield raw
            continue
        try:
            yield pipeline.extract(raw, tables)
        except Exception as error:
            log.debug("the rules failed on %s", raw.name, exc_info=True)
            yield InputError(raw.name, f"the rules failed on it, please report this ({error!r})")
