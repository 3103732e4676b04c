"""Loads what runs did: a fixed number of queries, however much a run did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.models import (
    ActorRow,
    ArticleRow,
    ChangeRow,
    IngestArticleRow,
    IngestRunRow,
    StatementRow,
    TellingRow,
)
from app.pages.changes.query import CHANGES, ChangesQuery
from app.pages.changes.records import Facts, Line, Place, Run
from app.web.history import Step, names, steps
from app.web.named import named

#: So many articles of each run are shown in the list of runs, and so many records of one article.
FEW: Final = 5
SHOWN: Final = 12
#: What became of articles of which nothing need be told one by one.
REPEATED: Final = ("unchanged", "duplicate")
_COLUMNS: Final = ("added", "changed", "redated", "lost")


def load(session: Session, query: ChangesQuery) -> Facts:
    """Everything the page shows of this view; NotFoundError for a run that never was."""
    total = session.scalar(sa.select(sa.func.count()).select_from(IngestRunRow)) or 0
    if query.run is None:
        found = _runs(session, query)
        after = found[query.limit - 1].id if len(found) > query.limit else None
        lines = _lines(session, [run.id for run in found[: query.limit]], query, FEW)
    else:
        run = session.get(IngestRunRow, query.run)
        if run is None:
            raise NotFoundError("run", str(query.run))
        found, here = [run], _lines(session, [run.id], query, query.limit + 1)[run.id]
        lines = {run.id: here[: query.limit]}
        after = here[query.limit - 1].id if len(here) > query.limit else None
    return _facts(session, query, found[: query.limit], lines, total, after)


def _facts(
    session: Session,
    query: ChangesQuery,
    runs: Sequence[IngestRunRow],
    lines: Mapping[int, Sequence[IngestArticleRow]],
    total: int,
    after: int | None,
) -> Facts:
    every = [line for some in lines.values() for line in some]
    told = _told(session, [line.id for line in every], query.change)
    shown = [step for some in told.values() for step in some]
    made = _made(session, every, told, query.change)
    counts = _counts(session, [run.id for run in runs])
    return Facts(
        runs=tuple(
            Run(
                run.id,
                run.started,
                run.finished,
                run.rules_version,
                *counts[run.id],
                tuple(made[line.id] for line in lines.get(run.id, ())),
            )
            for run in runs
        ),
        total=total,
        after=after,
        places=_places(session, [step.id for step in shown if step.record == "statement"]),
        events=_events(session, [step.id for step in shown if step.record == "event"]),
        names=names(session, shown),
    )


def _runs(session: Session, query: ChangesQuery) -> list[IngestRunRow]:
    """The latest first, one more than are shown."""
    wanted = sa.select(IngestRunRow).where(_passing(query)).order_by(IngestRunRow.id.desc())
    if query.after is not None:
        wanted = wanted.where(IngestRunRow.id < query.after)
    return list(session.scalars(wanted.limit(query.limit + 1)))


def _passing(query: ChangesQuery) -> sa.ColumnElement[bool]:
    """Runs that made a change of the sort asked for, or any."""
    if query.change is None:
        return sa.true()
    return sa.exists().where(IngestArticleRow.run_id == IngestRunRow.id, _column(query.change) > 0)


def count_and_before(session: Session, query: ChangesQuery) -> tuple[int, int | None]:
    """How many runs fit, and the run after which the page before begins (0: the first page, None: none)."""
    total = session.scalar(sa.select(sa.func.count()).select_from(IngestRunRow).where(_passing(query))) or 0
    if query.after is None:
        return total, None
    later = sa.select(IngestRunRow.id).where(_passing(query), IngestRunRow.id > query.after)
    back = later.order_by(IngestRunRow.id).offset(query.limit - 1).limit(1)
    return total, session.scalar(back) or 0


def _column(change: str) -> Any:
    return getattr(IngestArticleRow, dict(zip(CHANGES, _COLUMNS, strict=True))[change])


def _lines(
    session: Session, runs: Collection[int], query: ChangesQuery, limit: int
) -> Mapping[int, list[IngestArticleRow]]:
    """Of each run its first articles of which there is something to tell."""
    row = IngestArticleRow
    n = sa.func.row_number().over(partition_by=row.run_id, order_by=row.id)
    ranked = sa.select(row.id, n.label("n")).where(row.run_id.in_(runs), row.result.not_in(REPEATED))
    if query.change is not None:
        ranked = ranked.where(_column(query.change) > 0)
    if query.run is not None and query.after is not None:
        ranked = ranked.where(row.id > query.after)
    some = ranked.subquery()
    wanted = sa.select(row).join(some, some.c.id == row.id).where(some.c.n <= limit).order_by(row.id)
    found: dict[int, list[IngestArticleRow]] = defaultdict(list)
    for line in session.scalars(wanted):
        found[line.run_id].append(line)
    return found


def _counts(session: Session, runs: Collection[int]) -> Mapping[int, tuple[dict[str, int], dict[str, int]]]:
    """Of each run its articles by what became of them, and its records by change."""
    row = IngestArticleRow
    sums = [sa.func.sum(getattr(row, name)) for name in _COLUMNS]
    rows = session.execute(
        sa.select(row.run_id, row.result, sa.func.count(), *sums)
        .where(row.run_id.in_(runs))
        .group_by(row.run_id, row.result)
        .order_by(row.run_id, row.result)
    )
    found: dict[int, tuple[dict[str, int], dict[str, int]]] = defaultdict(
        lambda: ({}, dict.fromkeys(CHANGES, 0))
    )
    for run, result, articles, *changed in rows:
        results, counts = found[run]
        results[result] = articles
        for name, count in zip(CHANGES, changed, strict=True):
            counts[name] += int(count)
    return found


def _told(session: Session, lines: Collection[int], change: str | None) -> Mapping[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    ranked = (
        sa.select(
            ChangeRow.id,
            sa.func.row_number()
            .over(partition_by=ChangeRow.ingest_article_id, order_by=ChangeRow.id)
            .label("n"),
        )
        .where(ChangeRow.ingest_article_id.in_(lines), *([ChangeRow.change == change] if change else []))
        .subquery()
    )
    first = sa.select(ranked.c.id).where(ranked.c.n <= SHOWN)
    for step in steps(session, ChangeRow.id.in_(first)):
        found[step.line].append(step)
    return found


def _made(
    session: Session, lines: Collection[IngestArticleRow], told: Mapping[int, list[Step]], change: str | None
) -> dict[int, Line]:
    rows = session.execute(
        sa.select(ArticleRow.public_id, ArticleRow.title, ActorRow)
        .outerjoin(ActorRow, ActorRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.public_id.in_({line.article_public_id for line in lines}))
    )
    papers = {row.public_id: (row.title, named(row.ActorRow) if row.ActorRow else None) for row in rows}
    found = {}
    for line in lines:
        title, outlet = papers.get(line.article_public_id or "", (None, None))
        counts = {name: getattr(line, column) for name, column in zip(CHANGES, _COLUMNS, strict=True)}
        shown = tuple(told.get(line.id, ()))
        listed = 0 if line.result == "added" else counts[change] if change else sum(counts.values())
        found[line.id] = Line(
            id=line.id,
            article=line.article_public_id if line.article_public_id in papers else None,
            title=title,
            outlet=outlet,
            file=line.file_name,
            result=line.result,
            detail=line.detail,
            counts=counts,
            records=shown,
            more=max(0, listed - len(shown)),
        )
    return found


def _places(session: Session, ids: Collection[str]) -> dict[str, Place]:
    row = StatementRow
    rows = session.execute(
        sa.select(row.public_id, row.paragraph, row.sentence).where(row.public_id.in_(ids))
    )
    return {id_: Place(paragraph, sentence) for id_, paragraph, sentence in rows}


def _events(session: Session, ids: Collection[str]) -> frozenset[str]:
    rows = session.scalars(sa.select(TellingRow.public_id).where(TellingRow.public_id.in_(ids)))
    return frozenset(rows)
