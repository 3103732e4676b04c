"""What storing an article again did to its records: added, changed, re-dated, lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from app.languages.ar.normalise import fold
from app.models import StatementRow, TellingParticipantRow, TellingRow

#: What a record says, by field, as ``app.web.history`` shows it.
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """A telling (``event``) or statement: ``fields`` are what a reader would notice a difference in,
    ``text`` its own words, shown and not compared; ``beside`` are ids of other tellings of its event, one
    of other articles among them if there is any."""

    record: str
    id: str
    words: str
    edtf: str | None
    fields: Fields
    text: str = ""
    beside: tuple[str, ...] = ()

    @property
    def told(self) -> Fields:
        return {**self.fields, "text": self.text}


@dataclass(frozen=True, slots=True)
class Change:
    """``change`` is added, changed, re-dated or lost; before and after are what the record said.

    ``beside`` is a telling that is left of the event which lost this one, None where none is.
    """

    change: str
    record: str
    id: str
    before: Fields | None
    after: Fields | None
    beside: str | None = None


def snapshot(session: Session, article_id: int) -> list[Record]:
    """The article's records as stored, in order of place."""
    tellings = session.scalars(
        sa.select(TellingRow)
        .where(TellingRow.article_id == article_id)
        .options(selectinload(TellingRow.participants).selectinload(TellingParticipantRow.actor))
        .order_by(TellingRow.start, TellingRow.public_id)
    ).all()
    together = _together(session, article_id, tellings)
    statements = session.scalars(
        sa.select(StatementRow)
        .where(StatementRow.article_id == article_id)
        .options(selectinload(StatementRow.speaker))
        .order_by(StatementRow.start, StatementRow.public_id)
    )
    told = [_of_telling(t, together.get(t.event_id, ())) for t in tellings]
    return [*told, *map(_of_statement, statements)]


def _together(
    session: Session, article_id: int, tellings: Sequence[TellingRow]
) -> Mapping[int | None, list[str]]:
    """Ids of tellings by the event that they tell: of other articles one, and those of the article."""
    events = {t.event_id for t in tellings}
    rows = session.execute(
        sa.select(TellingRow.event_id, sa.func.min(TellingRow.public_id))
        .where(TellingRow.event_id.in_(events), TellingRow.article_id != article_id)
        .group_by(TellingRow.event_id)
    )
    found: dict[int | None, list[str]] = defaultdict(list)
    for event, other in rows:
        found[event].append(other)
    for t in tellings:
        found[t.event_id].append(t.public_id)
    return found


def _of_telling(t: TellingRow, together: Sequence[str]) -> Record:
    place = {"slug": t.place_slug, "ar": t.place_ar, "en": t.place_en} if t.place_slug else None
    fields = {
        "type": t.type.value,
        "status": t.status.value,
        "participants": [[p.actor.slug, p.role.value] for p in t.participants],
        "date": t.edtf,
        "place": place,
    }
    beside = tuple(id_ for id_ in together if id_ != t.public_id)
    return Record("event", t.public_id, fold(t.text), t.edtf, fields, t.text, beside)


def _of_statement(s: StatementRow) -> Record:
    fields = {
        "speaker": s.speaker.slug,
        "verb": s.lemma,
        "quote": s.quote.value,
        "modality": s.modality.value,
        "date": s.edtf,
        "content": s.content,
    }
    return Record("statement", s.public_id, fold(s.text), s.edtf, fields, s.text)


def compare(before: Sequence[Record], after: Sequence[Record]) -> list[Change]:
    """Pair records by id, then by their words (a changed text changes every id), and tell them apart."""
    pairs, lost, added = _pairs(before, after)
    found = [change for old, new in pairs if (change := _difference(old, new))]
    gone = {r.id for r in lost}
    found += [Change("lost", r.record, r.id, r.told, None, _left(r, gone)) for r in lost]
    found += [Change("added", r.record, r.id, None, r.told) for r in added]
    return found


def _left(record: Record, gone: Collection[str]) -> str | None:
    """The first of the tellings beside one that was not lost with it."""
    return next((id_ for id_ in record.beside if id_ not in gone), None)


def _pairs(
    before: Sequence[Record], after: Sequence[Record]
) -> tuple[list[tuple[Record, Record]], list[Record], list[Record]]:
    by_id = {(r.record, r.id): r for r in after}
    pairs = [(r, by_id.pop((r.record, r.id))) for r in before if (r.record, r.id) in by_id]
    matched = {(r.record, r.id) for r, _ in pairs}
    by_words: Mapping[tuple[str, str], list[Record]] = defaultdict(list)
    for r in by_id.values():
        by_words[r.record, r.words].append(r)
    lost = []
    for r in before:
        if (r.record, r.id) in matched:
            continue
        if by_words[r.record, r.words]:
            pairs.append((r, by_words[r.record, r.words].pop(0)))
        else:
            lost.append(r)
    return pairs, lost, [r for rest in by_words.values() for r in rest]


def _difference(old: Record, new: Record) -> Change | None:
    if old.fields == new.fields:
        return None
    kind = "re-dated" if old.edtf != new.edtf else "changed"
    return Change(kind, new.record, new.id, old.told, new.told)
