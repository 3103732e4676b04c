"""Records that hold the words looked for."""

from __future__ import annotations

from functools import lru_cache

import sqlalchemy as sa

from app.index.read import Keys, Reader
from app.index.tables import ENTRIES
from app.languages.ar.normalise import fold
from app.models import ActorRow, IndexEntryRow, StatementRow, TellingRow
from app.models.search import is_one_of


def holding(reader: Reader, wanted: str, *, exact: bool) -> Keys:
    """Keys of the records that hold every word of ``wanted``.

    Every text is read and folded: right at thousands of records, to be replaced by an index beyond.
    """
    session = reader.session
    told = session.execute(
        sa.select(TellingRow.event_id, TellingRow.text, TellingRow.headline_ar, TellingRow.headline_en)
    )
    said = session.execute(
        sa.select(StatementRow.id, StatementRow.text, ActorRow.name_ar, ActorRow.name_en).join(
            ActorRow, ActorRow.id == StatementRow.speaker_id
        )
    )
    events = {i for i, *texts in told if holds("\n".join(texts), wanted, exact=exact)}
    statements = {i for i, *texts in said if holds("\n".join(texts), wanted, exact=exact)}
    either = is_one_of(IndexEntryRow.event_id, events) | is_one_of(IndexEntryRow.statement_id, statements)
    return Keys(session.scalars(sa.select(ENTRIES.c.key).where(either)))


def holds(text: str, wanted: str, *, exact: bool) -> bool:
    """True when every word looked for stands in the text, letters folded unless ``exact``."""
    if not exact:
        text, wanted = _folded(text), _folded(wanted)
    return all(word in text for word in wanted.split())


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    """Kept, for the same passages are looked through again with every search."""
    return fold(text).casefold()
