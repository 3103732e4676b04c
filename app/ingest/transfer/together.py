"""Inserts events with several tellings, and links, as an export has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ingest.storing.rows import Values, ids, insert
from app.ingest.transfer import rows
from app.ingest.transfer.lines import EventLine, LineError, LinkLine
from app.ingest.transfer.rows import Numbers
from app.models import ActorRow, EventRow, LinkRow, ParticipantRow, StatementRow, TellingRow
from app.models.search import is_one_of


def join_tellings(session: Session, numbered: Sequence[tuple[int, EventLine]]) -> list[int]:
    """Bring tellings together into these events; row numbers of all events that had a part in it.

    Doing it twice changes nothing. Raises LineError for a telling or an actor that is not stored.
    """
    lines = [line for _, line in numbered]
    told = ids(session, TellingRow, "public_id", (t for x in lines for t in x["tellings"]))
    actors = ids(session, ActorRow, "slug", (p["actor"] for x in lines for p in x["participants"]))
    for number, line in numbered:
        _require(number, "tellings", line["tellings"], told)
        _require(number, "participants", (p["actor"] for p in line["participants"]), actors)
    before = set(
        session.scalars(sa.select(TellingRow.event_id).where(is_one_of(TellingRow.id, told.values())))
    )
    kept = ids(session, EventRow, "public_id", (x["id"] for x in lines))
    for line in lines:
        event_id = kept[line["id"]]
        session.execute(sa.update(EventRow).where(EventRow.id == event_id).values(rows.event(line)))
        members = is_one_of(TellingRow.id, [told[t] for t in line["tellings"]])
        session.execute(sa.update(TellingRow).where(members).values(event_id=event_id))
    session.execute(sa.delete(ParticipantRow).where(is_one_of(ParticipantRow.event_id, before)))
    session.execute(sa.delete(EventRow).where(is_one_of(EventRow.id, before - set(kept.values()))))
    insert(session, ParticipantRow, [row for x in lines for row in _parties(x, kept[x["id"]], actors)])
    return sorted(before)


def _parties(line: EventLine, event_id: int, actors: Numbers) -> list[Values]:
    day = rows.day_of(line)
    return [
        {
            "event_id": event_id,
            "actor_id": actors[p["actor"]],
            "role": p["role"],
            "position": n,
            "sort_day": day,
        }
        for n, p in enumerate(line["participants"])
    ]


def store_links(session: Session, numbered: Sequence[tuple[int, LinkLine]]) -> None:
    """Insert links. Raises LineError for one whose end is not stored."""
    ends = [end for _, x in numbered for end in (x["source"], x["target"])]
    known = {
        "event": ids(session, TellingRow, "public_id", (e["id"] for e in ends if e["record"] == "event")),
        "statement": ids(
            session, StatementRow, "public_id", (e["id"] for e in ends if e["record"] != "event")
        ),
    }
    made = []
    for number, line in numbered:
        row: Values = {"kind": line["kind"].value, "reasons": line["reasons"]}
        for side, end in (("from", line["source"]), ("to", line["target"])):
            _require(number, "source" if side == "from" else "target", [end["id"]], known[end["record"]])
            row[f"{side}_telling_id"] = known["event"][end["id"]] if end["record"] == "event" else None
            row[f"{side}_statement_id"] = known["statement"][end["id"]] if end["record"] != "event" else None
        made.append(row)
    insert(session, LinkRow, made)


def forget_links(session: Session) -> None:
    """Delete every link, before those of an export take their place."""
    session.execute(sa.delete(LinkRow))


def _require(number: int, field: str, wanted: Iterable[str], known: Numbers) -> None:
    for name in wanted:
        if name not in known:
            raise LineError(number, f"{field}: {name!r} is in no article before it")
