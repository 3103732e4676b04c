"""Articles of the database as lines, in batches, ordered by public id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ingest.transfer.lines import ActorPart, ArticleLine, ChainPart, StatementPart, Stretch, TellingPart
from app.ingest.transfer.rows import DESCRIBED
from app.models import (
    ActorRow,
    AppearanceRow,
    ArticleRow,
    Base,
    ChainLinkRow,
    CurationRow,
    DateMentionRow,
    DiscardedRow,
    EvidenceRow,
    MentionRow,
    ParagraphRow,
    SentenceRow,
    StatementRow,
    TellingParticipantRow,
    TellingRow,
)
from app.models.base import table_of
from app.models.search import is_one_of

#: Articles read at once.
CHUNK = 100

Row = Mapping[str, Any]
Parts = Mapping[int, list[dict[str, Any]]]

_AT = ("start", "end")
_DATED = ("edtf", "earliest", "latest", "date_text", "date_rule")
_PLACED = ("place_slug", "place_ar", "place_en", "place_country")
_RECORD = ("paragraph", "sentence", *_AT)
_STATEMENT = (
    "speaker_named",
    "inferred_by",
    "verb",
    "lemma",
    "quote",
    "modality",
    "content",
    "evidence_kind",
)
_TELLING = ("type", "status", "headline_ar", "headline_en", "background", "origin", "evidence_kind")
_KNOWN = ("key", "sha256", "fingerprint", "rules_version", "file_name", "given_id", "language")
_TOLD = ("published_edtf", "published_basis", "published_evidence", "text")
_actors = table_of(ActorRow)


def article_lines(session: Session) -> Iterator[ArticleLine]:
    """Every article with all that rests on it; some hundred are in memory at a time."""
    table = table_of(ArticleRow)
    every = sa.select(table, _actors.c.slug.label("outlet"))
    every = (
        every.outerjoin(_actors, _actors.c.id == table.c.outlet_id).order_by(table.c.public_id).limit(CHUNK)
    )
    last = ""
    while chunk := session.execute(every.where(table.c.public_id > last)).mappings().all():
        yield from _lines(session, cast("Sequence[Row]", chunk))
        last = chunk[-1]["public_id"]


def _lines(session: Session, articles: Sequence[Row]) -> Iterator[ArticleLine]:
    ids = [a["id"] for a in articles]
    parts = {
        "paragraphs": _parts(session, ParagraphRow, ids, ("n", "kind", *_AT)),
        "discarded": _parts(session, DiscardedRow, ids, ("reason", *_AT)),
        "sentences": _parts(session, SentenceRow, ids, ("paragraph", "n", *_AT)),
        "dates": _parts(
            session,
            DateMentionRow,
            ids,
            ("paragraph", *_AT, "kind", "edtf", "earliest", "latest", "rule", "anchor"),
        ),
        "actors": _described(session, ids),
        "statements": _statements(session, ids),
        "tellings": _tellings(session, ids),
    }
    curations = _curations(session, ids)
    for a in articles:
        at = None if a["title_start"] is None else Stretch(start=a["title_start"], end=a["title_end"])
        line = {"record": "article", **_picked(a, _KNOWN), "title": a["title"], "title_at": at}
        line |= {"byline": a["byline"], "url": a["url"], "outlet": a["outlet"]} | _picked(a, _TOLD)
        line |= {name: found[a["id"]] for name, found in parts.items()}
        yield cast("ArticleLine", line | ({"curations": curations[a["id"]]} if a["id"] in curations else {}))


def _curations(session: Session, ids: Sequence[int]) -> Parts:
    """In order of table and record; articles in which nobody set anything right are left out."""
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = _rows(session, CurationRow, "article_id", ids)
    for c in sorted(rows, key=lambda c: (c["entry"], c["public_id"])):
        shown = _picked(c, ("entry", "record", "fields", "note_ar", "note_en"))
        found[c["article_id"]].append(shown | {"id": c["public_id"]})
    return found


def _described(session: Session, ids: Sequence[int]) -> Parts:
    mentions = _rows(session, MentionRow, "article_id", ids, named=True)
    seen: defaultdict[tuple[int, str], list[Row]] = defaultdict(list)
    for m in mentions:
        seen[m["article_id"], m["slug"]].append(_picked(m, ("paragraph", *_AT, "how", "office")))
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for a in sorted(_rows(session, AppearanceRow, "article_id", ids, named=True), key=lambda a: a["slug"]):
        own = sorted(seen[a["article_id"], a["slug"]], key=_place)
        actor: ActorPart = cast("ActorPart", {"slug": a["slug"], **_picked(a, DESCRIBED), "mentions": own})
        found[a["article_id"]].append(cast("dict[str, Any]", actor))
    return found


def _statements(session: Session, ids: Sequence[int]) -> Parts:
    rows = _rows(session, StatementRow, "article_id", ids, named=True, actor="speaker_id")
    carried = _carried(session, "statement_id", [s["id"] for s in rows])

    def part(s: Row) -> StatementPart:
        own = {"id": s["public_id"], **_picked(s, _RECORD), "speaker": s["slug"], **_picked(s, _STATEMENT)}
        return cast("StatementPart", own | _picked(s, (*_DATED, "rule")) | carried(s))

    return _by_article(rows, part)


def _tellings(session: Session, ids: Sequence[int]) -> Parts:
    rows = _rows(session, TellingRow, "article_id", ids)
    numbers = [t["id"] for t in rows]
    carried = _carried(session, "telling_id", numbers)
    parties = _under("telling_id", _rows(session, TellingParticipantRow, "telling_id", numbers, named=True))
    said = sa.select(StatementRow.id, StatementRow.public_id).where(is_one_of(StatementRow.article_id, ids))
    claims = {row.id: row.public_id for row in session.execute(said)}

    def part(t: Row) -> TellingPart:
        own = {
            "id": t["public_id"],
            **_picked(t, (*_RECORD, *_TELLING)),
            "claimed_by": claims.get(t["claimed_by_id"]),
        }
        own |= _picked(t, (*_DATED, *_PLACED, "rule"))
        there = sorted(parties[t["id"]], key=lambda p: p["position"])
        own["participants"] = [{"actor": p["slug"], "role": p["role"]} for p in there]
        return cast("TellingPart", own | carried(t))

    return _by_article(rows, part)


def _carried(session: Session, owner: str, ids: Sequence[int]) -> Callable[[Row], dict[str, Any]]:
    """Evidence, chain and profile of these records, asked for one by one."""
    evidence = _under(owner, _rows(session, EvidenceRow, owner, ids))
    chains = _under(owner, _rows(session, ChainLinkRow, owner, ids, named=True))

    def of(record: Row) -> dict[str, Any]:
        words = sorted(evidence[record["id"]], key=lambda e: (_place(e), e["role"].value))
        chain = sorted(chains[record["id"]], key=lambda x: x["position"])
        return {
            "evidence": [_picked(e, ("role", *_AT)) for e in words],
            "chain": [_link(x) for x in chain],
            "profile": record["profile"],
        }

    return of


def _link(x: Row) -> ChainPart:
    cue = None if x["cue_start"] is None else Stretch(start=x["cue_start"], end=x["cue_end"])
    return ChainPart(role=x["role"], actor=x["slug"], cue=cue)


def _parts(session: Session, row: type[Base], ids: Sequence[int], names: tuple[str, ...]) -> Parts:
    return _by_article(_rows(session, row, "article_id", ids), lambda r: _picked(r, names))


def _by_article(rows: Iterable[Row], part: Callable[[Row], Any]) -> Parts:
    """Parts of each article in order of place, then of all they say."""
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=_place):
        found[row["article_id"]].append(part(row))
    return found


def _place(row: Row) -> tuple[Any, ...]:
    """Whatever stands at one place is told apart by its own words or name."""
    return row["start"], row["end"], str(row.get("public_id") or row.get("rule") or row.get("n"))


def _rows(
    session: Session,
    row: type[Base],
    owner: str,
    ids: Sequence[int],
    *,
    named: bool = False,
    actor: str = "actor_id",
) -> list[Row]:
    """Rows that belong to one of these; ``named`` adds the slug of the actor."""
    table = table_of(row)
    wanted = sa.select(table)
    if named:
        wanted = sa.select(table, _actors.c.slug).join(_actors, _actors.c.id == table.c[actor])
    found = session.execute(wanted.where(is_one_of(getattr(row, owner), ids))).mappings()
    return cast("list[Row]", list(found))


def _under(owner: str, rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[owner]].append(row)
    return found


def _picked(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}
