"""Inserts many articles at once, with few statements however many records there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.records import MentionHow
from app.ingest.storing.actors import Spelling, choose, count_spellings, lane
from app.ingest.storing.copies import store_copies
from app.ingest.storing.keys import saying_keys, telling_keys
from app.ingest.storing.rows import Values, ids, insert
from app.ingest.transfer import rows
from app.ingest.transfer.lines import ArticleLine, StatementPart, TellingPart
from app.ingest.transfer.rows import Numbers, Profiles
from app.models import (
    ActorRow,
    AppearanceRow,
    ArticleRow,
    BlockKeyRow,
    ChainLinkRow,
    CurationRow,
    DateMentionRow,
    DiscardedRow,
    EventRow,
    EvidenceRow,
    MentionRow,
    ParagraphRow,
    ParticipantRow,
    SentenceRow,
    StatementRow,
    TellingParticipantRow,
    TellingRow,
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A checked article on its way in; ``number`` is that of its line."""

    number: int
    line: ArticleLine
    profiles: Profiles

    @property
    def size(self) -> int:
        return len(self.line["statements"]) + len(self.line["tellings"])


@dataclass(frozen=True, slots=True)
class Stored:
    """Row numbers by public id; ``refiled`` are known actors whose records are filed elsewhere now."""

    articles: Numbers = field(default_factory=dict)
    statements: Numbers = field(default_factory=dict)
    events: Numbers = field(default_factory=dict)
    tellings: Numbers = field(default_factory=dict)
    refiled: frozenset[int] = frozenset()


def store_batch(session: Session, batch: Sequence[Arrival]) -> Stored:
    """Insert articles that the store does not hold, each telling for now an event of its own."""
    lines = [arrival.line for arrival in batch]
    actor_ids = _store_actors(session, lines)
    insert(session, ArticleRow, [rows.article(x, actor_ids.get(x["outlet"] or "")) for x in lines])
    articles = ids(session, ArticleRow, "key", (x["key"] for x in lines))
    _store_parts(session, lines, articles)
    store_copies(session, {articles[x["key"]]: _body(x) for x in lines})
    refiled = _store_appearances(session, lines, articles, actor_ids)
    statements = _store_statements(session, lines, articles, actor_ids)
    events, tellings = _store_tellings(session, lines, articles, actor_ids, statements)
    _store_carriers(session, batch, actor_ids, statements, tellings)
    return Stored(articles, statements, events, tellings, frozenset(refiled))


def _curations(line: ArticleLine, article: int) -> Iterator[Values]:
    for part in line.get("curations", ()):
        own: Values = {"article_id": article, "public_id": part["id"]}
        yield own | {name: value for name, value in part.items() if name != "id"}


def _body(line: ArticleLine) -> list[str]:
    return [line["text"][p["start"] : p["end"]] for p in line["paragraphs"] if p["n"] is not None]


def _store_actors(session: Session, lines: Sequence[ArticleLine]) -> dict[str, int]:
    """Rows for actors not known yet, described by the best of this batch; all row numbers by slug."""
    parts: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in lines:
        for actor in line["actors"]:
            parts[actor["slug"]].append(actor)
    known = ids(session, ActorRow, "slug", parts)
    fresh = {
        slug: rows.description(max(seen, key=_rank)) for slug, seen in parts.items() if slug not in known
    }
    made = [
        {"slug": slug, **shown, "lane": lane(slug, shown["kind"], shown["country"])}
        for slug, shown in fresh.items()
    ]
    insert(session, ActorRow, made)
    return known | ids(session, ActorRow, "slug", fresh)


def _rank(actor: Mapping[str, Any]) -> tuple[bool, int, str]:
    shown = rows.description(actor)
    return actor["known"], len(actor["mentions"]), repr(sorted((k, str(v)) for k, v in shown.items()))


def _store_parts(session: Session, lines: Sequence[ArticleLine], articles: Numbers) -> None:
    owned = [({"article_id": articles[x["key"]]}, x) for x in lines]
    insert(session, ParagraphRow, [{**own, **p} for own, x in owned for p in x["paragraphs"]])
    insert(session, DiscardedRow, [{**own, **p} for own, x in owned for p in x["discarded"]])
    insert(session, SentenceRow, [{**own, **p} for own, x in owned for p in x["sentences"]])
    insert(session, CurationRow, [row for own, x in owned for row in _curations(x, own["article_id"])])
    dates = [{**own, **d, **rows.words(d, x["text"])} for own, x in owned for d in x["dates"]]
    insert(session, DateMentionRow, dates)


def _store_appearances(
    session: Session, lines: Sequence[ArticleLine], articles: Numbers, actor_ids: Numbers
) -> set[int]:
    """Appearances and mentions; spellings counted and actors described anew where it matters."""
    appearances: list[Values] = []
    mentions: list[Values] = []
    for line in lines:
        for actor in line["actors"]:
            own = {"article_id": articles[line["key"]], "actor_id": actor_ids[actor["slug"]]}
            appearances.append({**own, **rows.description(actor), "mentions": len(actor["mentions"])})
            mentions += ({**own, **m, **rows.words(m, line["text"])} for m in actor["mentions"])
    insert(session, AppearanceRow, appearances)
    insert(session, MentionRow, mentions)
    count_spellings(session, _spellings(mentions))
    return choose(session, _differing(session, appearances))


def _spellings(mentions: Iterable[Values]) -> Counter[Spelling]:
    return Counter(
        (m["actor_id"], m["text"], m["how"]) for m in mentions if m["how"] is not MentionHow.PRONOUN
    )


def _differing(session: Session, appearances: Iterable[Values]) -> set[int]:
    """Actors whose row is not what every one of these appearances says."""
    seen: defaultdict[int, set[tuple[object, ...]]] = defaultdict(set)
    for appearance in appearances:
        seen[appearance["actor_id"]].add(tuple(rows.description(appearance).values()))
    columns = [getattr(ActorRow, name) for name in rows.DESCRIBED]
    found = session.execute(sa.select(ActorRow.id, *columns).where(ActorRow.id.in_(seen)))
    return {row[0] for row in found if seen[row[0]] != {tuple(row[1:])}}


def _store_statements(
    session: Session, lines: Sequence[ArticleLine], articles: Numbers, actor_ids: Numbers
) -> dict[str, int]:
    made = [
        rows.statement(s, x["text"], articles[x["key"]], actor_ids[s["speaker"]])
        for x in lines
        for s in x["statements"]
    ]
    insert(session, StatementRow, made)
    return ids(session, StatementRow, "public_id", (row["public_id"] for row in made))


def _store_tellings(
    session: Session,
    lines: Sequence[ArticleLine],
    articles: Numbers,
    actor_ids: Numbers,
    statements: Numbers,
) -> tuple[dict[str, int], dict[str, int]]:
    """Row numbers of events and of tellings."""
    told = [(x, t) for x in lines for t in x["tellings"]]
    insert(session, EventRow, [rows.event_told_once(t) for _, t in told])
    events = ids(session, EventRow, "public_id", (t["id"] for _, t in told))
    made = []
    for x, t in told:
        claim = statements.get(t["claimed_by"] or "")
        made.append(rows.telling(t, x["text"], articles[x["key"]], events[t["id"]], claim))
    insert(session, TellingRow, made)
    parties = [{"event_id": events[t["id"]], **p} for _, t in told for p in rows.parties(t, actor_ids)]
    insert(session, ParticipantRow, parties)
    return events, ids(session, TellingRow, "public_id", (t["id"] for _, t in told))


def _store_carriers(
    session: Session,
    batch: Sequence[Arrival],
    actor_ids: Numbers,
    statements: Numbers,
    tellings: Numbers,
) -> None:
    """What hangs on statements and tellings alike: evidence, chains, keys; and who takes part."""
    evidence: list[Values] = []
    chain: list[Values] = []
    keys: list[Values] = []
    for own, part, text, block_keys in _owners(batch, statements, tellings):
        evidence += ({**own, **row} for row in rows.evidence(part["evidence"], text))
        chain += ({**own, **row} for row in rows.chain(part["chain"], text, actor_ids))
        keys += ({**own, **row} for row in block_keys)
    insert(session, EvidenceRow, evidence)
    insert(session, ChainLinkRow, chain)
    insert(session, BlockKeyRow, keys)
    told = [t for arrival in batch for t in arrival.line["tellings"]]
    parties = [
        ({"telling_id": tellings[t["id"]]}, n, p) for t in told for n, p in enumerate(t["participants"])
    ]
    insert(
        session,
        TellingParticipantRow,
        [
            own | {"actor_id": actor_ids[p["actor"]], "role": p["role"], "position": n}
            for own, n, p in parties
        ],
    )


Owner = tuple[Values, StatementPart | TellingPart, str, Iterator[Values]]


def _owners(batch: Sequence[Arrival], statements: Numbers, tellings: Numbers) -> Iterator[Owner]:
    """Every record as the columns that name it, its part of the line, its text, and its block keys."""
    for arrival in batch:
        line, seen = arrival.line, arrival.profiles
        for s, saying in zip(line["statements"], seen.sayings, strict=True):
            own: Values = {"statement_id": statements[s["id"]], "telling_id": None}
            yield own, s, line["text"], saying_keys(saying)
        for t, telling in zip(line["tellings"], seen.tellings, strict=True):
            own = {"statement_id": None, "telling_id": tellings[t["id"]]}
            yield own, t, line["text"], telling_keys(telling)
