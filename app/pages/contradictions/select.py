"""Loads pairs of conflicting accounts from the links that were found when articles were ingested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.links import LinkKind
from app.errors import NotFoundError
from app.models import (
    ActorRow,
    ArticleRow,
    ChainLinkRow,
    EventRow,
    EvidenceRole,
    EvidenceRow,
    LinkRow,
    SentenceRow,
    StatementRow,
    TellingRow,
)
from app.models.search import is_one_of
from app.models.twice import OUTLET, SPEAKER
from app.pages.contradictions.query import WHYS, ContradictionsQuery
from app.pages.contradictions.records import Facts, Pair, Side, Source, Way
from app.web.marking import Stretch
from app.web.named import Link, Named, named
from app.web.opposed import opposed

#: Pairs on a page.
PAGE: Final = 20
_MARKED: Final = (EvidenceRole.CONTENT, EvidenceRole.VERB, EvidenceRole.TRIGGER)

_CLAIM: Final = aliased(StatementRow)


def load(session: Session, query: ContradictionsQuery, limit: int | None = None) -> Facts:
    """A page of pairs, in the order in which they were found."""
    length = limit or PAGE
    rows = session.scalars(
        sa.select(LinkRow)
        .where(opposed(query.why), LinkRow.id > query.after)
        .order_by(LinkRow.id)
        .limit(length + 1)
    ).all()
    shown = rows[:length]
    counted = session.execute(
        sa.select(*(sa.func.count().filter(opposed(why)) for why in (*WHYS, None)))
    ).one()
    return Facts(
        pairs=_pairs(session, shown),
        counts=dict(zip(WHYS, counted, strict=False)),
        total=counted[-1],
        after=shown[-1].id if len(rows) > length else None,
        before=_before(session, query, length) if query.after else None,
    )


def one(session: Session, id_: int) -> Pair:
    """The pair with this number; raises NotFoundError when there is none."""
    row = session.scalar(sa.select(LinkRow).where(LinkRow.id == id_, opposed(None)))
    if row is None:
        raise NotFoundError("contradiction", str(id_))
    return _pairs(session, [row])[0]


def _before(session: Session, query: ContradictionsQuery, length: int) -> int:
    """The number after which the page before begins."""
    earlier = sa.select(LinkRow.id).where(opposed(query.why), LinkRow.id < query.after)
    return session.scalar(earlier.order_by(LinkRow.id.desc()).offset(length - 1).limit(1)) or 0


def _pairs(session: Session, rows: Sequence[LinkRow]) -> tuple[Pair, ...]:
    told = _sides(session, TellingRow, [i for r in rows for i in (r.from_telling_id, r.to_telling_id)])
    said = _sides(session, StatementRow, [i for r in rows for i in (r.from_statement_id, r.to_statement_id)])
    return tuple(_pair(row, told, said) for row in rows)


def _pair(row: LinkRow, told: Mapping[int, Side], said: Mapping[int, Side]) -> Pair:
    source = said[row.from_statement_id] if row.from_statement_id else told[row.from_telling_id or 0]
    target = said[row.to_statement_id] if row.to_statement_id else told[row.to_telling_id or 0]
    one, other = (target, source) if row.kind == LinkKind.DENIAL_OF.value else (source, target)
    return Pair(row.id, row.kind, tuple(row.reasons.split()), one, other)


def _sides(
    session: Session, row: type[TellingRow] | type[StatementRow], given: Iterable[int | None]
) -> dict[int, Side]:
    ids = [id_ for id_ in given if id_ is not None]
    if not ids:
        return {}
    is_telling = row is TellingRow
    rows = session.execute(_passages(row, ids)).all()
    chains = _chains(session, ChainLinkRow.telling_id if is_telling else ChainLinkRow.statement_id, ids)
    marks = _marks(session, EvidenceRow.telling_id if is_telling else EvidenceRow.statement_id, ids)
    return {each.id: _side(each, chains.get(each.id, ()), marks.get(each.id, ())) for each in rows}


def _passages(row: Any, ids: Iterable[int]) -> sa.Select[Any]:
    """Each record with its whole sentence, or its own words where these are more; an event with its
    headline, and whoever is said to have told of it."""
    place, outlet, speaker, claim = SentenceRow, OUTLET, SPEAKER, _CLAIM
    start = sa.case((place.start < row.start, place.start), else_=row.start)
    end = sa.case((place.end > row.end, place.end), else_=row.end)
    is_telling = row is TellingRow
    event = EventRow if is_telling else None
    found = sa.select(
        row.id, row.public_id, row.paragraph, row.sentence, row.edtf, start.label("start"),
        sa.func.substr(ArticleRow.text, start + 1, end - start).label("passage"),
        ArticleRow.public_id.label("article"), ArticleRow.language, ArticleRow.published_edtf,
        outlet, speaker,
        (event.public_id if event else sa.null()).label("event"),
        (event.headline_ar if event else sa.literal("")).label("headline_ar"),
        (event.headline_en if event else sa.literal("")).label("headline_en"),
        (claim.speaker_named if is_telling else row.speaker_named).label("speaker_named"),
    )  # fmt: skip
    found = found.select_from(row).join(ArticleRow, ArticleRow.id == row.article_id)
    if is_telling:
        found = found.join(EventRow, EventRow.id == row.event_id)
        found = found.outerjoin(claim, claim.id == row.claimed_by_id)
        found = found.outerjoin(speaker, speaker.id == claim.speaker_id)
    else:
        found = found.outerjoin(speaker, speaker.id == row.speaker_id)
    here = sa.and_(
        place.article_id == row.article_id, place.paragraph == row.paragraph, place.n == row.sentence
    )
    found = found.outerjoin(outlet, outlet.id == ArticleRow.outlet_id).outerjoin(place, here)
    return found.where(is_one_of(row.id, ids))


def _side(row: Any, links: Iterable[Link], marks: Iterable[Stretch]) -> Side:
    outlet, speaker = row[10], row[11]
    known = tuple(links) or ((Link(named(outlet), None),) if outlet else ())
    return Side(
        record=row.public_id,
        source=Source(row.article, row.language, row.published_edtf),
        paragraph=row.paragraph,
        sentence=row.sentence,
        start=row.start,
        text=row.passage,
        marks=tuple(marks),
        chain=Way(known, named(speaker) if speaker else None, bool(row.speaker_named)),
        edtf=row.edtf,
        event=row.event,
        headline_ar=row.headline_ar,
        headline_en=row.headline_en,
    )


def _chains(session: Session, owner: Any, ids: Iterable[int]) -> Mapping[int, list[Link]]:
    rows = session.execute(
        sa.select(owner, ActorRow.slug, ActorRow.name_ar, ActorRow.name_en, ChainLinkRow.cue_text)
        .join(ActorRow, ActorRow.id == ChainLinkRow.actor_id)
        .where(is_one_of(owner, ids))
        .order_by(owner, ChainLinkRow.position)
    )
    found: dict[int, list[Link]] = defaultdict(list)
    for id_, slug, arabic, english, cue in rows:
        found[id_].append(Link(Named(slug, arabic, english), cue))
    return found


def _marks(session: Session, owner: Any, ids: Iterable[int]) -> Mapping[int, list[Stretch]]:
    rows = session.execute(
        sa.select(owner, EvidenceRow.start, EvidenceRow.end)
        .where(is_one_of(owner, ids), EvidenceRow.role.in_(_MARKED))
        .order_by(EvidenceRow.start)
    )
    found: dict[int, list[Stretch]] = defaultdict(list)
    for id_, start, end in rows:
        found[id_].append((start, end))
    return found
