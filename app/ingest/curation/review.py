"""What people should check first, each with the lines for ``overrides.toml`` that would correct it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.domain.links import LinkKind
from app.domain.records import ActorKind, EventStatus
from app.models import ActorRow, AppearanceRow, ArticleRow, EventRow, LinkRow, TellingRow

KINDS: Final = ("dates", "names", "undated")
#: Where the day to begin with is not known either.
_DAY: Final = "YYYY-MM-DD"
#: Statuses of what has a day, whether or not it is told.
_DONE: Final = (EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.REPORTED)
_NAMED: Final = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.MILITARY)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: ``words`` tell what and where, ``table`` and ``keys`` what to write."""

    kind: str
    words: tuple[str, ...]
    table: str
    keys: tuple[str, ...]

    def as_toml(self) -> str:
        """Comments and a table whose keys wait behind ``#`` for a hand to fill them in."""
        comments = [f"# {' '.join(line.split())}" for line in self.words]
        return "\n".join([*comments, self.table, *(f"# {key}" for key in self.keys), ""])


def doubts(session: Session, kinds: Sequence[str] = KINDS, most: int = 20) -> Iterator[Doubt]:
    """Up to ``most`` of each kind, those first that touch most of the store, each record once."""
    ask = {"dates": _differing_dates, "names": _unknown_names, "undated": _undated}
    seen: set[str] = set()
    for doubt in (doubt for kind in KINDS if kind in kinds for doubt in ask[kind](session, most)):
        if doubt.table not in seen:
            yield doubt
        seen.add(doubt.table)


def _differing_dates(session: Session, most: int) -> Iterator[Doubt]:
    """Two articles give one event different days, or tell two events that only the day parts."""
    one, other = aliased(TellingRow), aliased(TellingRow)
    here, there = aliased(ArticleRow), aliased(ArticleRow)
    rows = session.execute(
        sa.select(one, here.file_name, other, there.file_name)
        .join(LinkRow, LinkRow.from_telling_id == one.id)
        .join(other, other.id == LinkRow.to_telling_id)
        .join(here, here.id == one.article_id)
        .join(there, there.id == other.article_id)
        .where(LinkRow.kind == LinkKind.DIFFERS.value, LinkRow.reasons == "date")
        .order_by(one.sort_day, one.public_id, other.public_id)
        .limit(most)
    )
    for a, a_file, b, b_file in rows:
        words = ("One event on two days, or two events:", _told(a, a_file), _told(b, b_file))
        keys = (f"same_as = [{_quoted(b.public_id)}]", f"date = {_quoted(a.edtf or _DAY)}")
        yield Doubt("dates", words, _table("events", a.public_id), keys)


def _unknown_names(session: Session, most: int) -> Iterator[Doubt]:
    """Names that no table holds, in the most articles first."""
    articles = sa.func.count(AppearanceRow.article_id)
    rows = session.execute(
        sa.select(ActorRow, articles, sa.func.sum(AppearanceRow.mentions))
        .join(AppearanceRow, AppearanceRow.actor_id == ActorRow.id)
        .where(ActorRow.known.is_(False), ActorRow.kind.in_(_NAMED))
        .group_by(ActorRow.id)
        .order_by(articles.desc(), sa.func.sum(AppearanceRow.mentions).desc(), ActorRow.slug)
        .limit(most)
    )
    for actor, in_articles, mentions in rows:
        counted = f"{in_articles} article(s), {mentions} mention(s)"
        words = (f"Who is it? «{actor.name_ar}» ({actor.kind.value}), {counted}",)
        keys = ('same_as = ""', f"name_en = {_quoted(actor.name_en)}", 'country = ""')
        yield Doubt("names", words, _table("actors", actor.slug), keys)


def _undated(session: Session, most: int) -> Iterator[Doubt]:
    """Events that happened on no known day, those told by most articles first."""
    rows = session.execute(
        sa.select(TellingRow, ArticleRow.file_name, ArticleRow.published_edtf)
        .join(EventRow, EventRow.id == TellingRow.event_id)
        .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
        .where(
            EventRow.certainty == "undated",
            EventRow.status.in_(_DONE),
            EventRow.background.is_(False),
            TellingRow.public_id == EventRow.public_id,
        )
        .order_by(EventRow.tellings_count.desc(), EventRow.id)
        .limit(most)
    )
    for telling, file, published in rows:
        when = f"When was it? The article is of {published}." if published else "When was it?"
        keys = (f"date = {_quoted(published or _DAY)}",)
        yield Doubt("undated", (when, _told(telling, file)), _table("events", telling.public_id), keys)


def _told(telling: TellingRow, file: str) -> str:
    day = telling.edtf or "no date"
    return (
        f"{telling.public_id} · {day} · {telling.headline_en} · {file} ¶{telling.paragraph}: «{telling.text}»"
    )


def _table(record: str, id_: str) -> str:
    return f"[{record}.{_quoted(id_)}]"


def _quoted(text: Any) -> str:
    """A basic string of TOML; JSON's escapes are all among its own."""
    return json.dumps(str(text), ensure_ascii=False)
