"""Small stores of made-up records, drawn at random: every shape a date or a cast can have."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.edtf import date_span
from app.domain.records import ActorKind, EventStatus, EventType, Modality, QuoteKind, Role
from app.domain.text import Basis
from app.index.write import rebuild
from app.ingest.storing.rows import certainty, sort_day
from app.models import ActorRow, ArticleRow, Base, EventRow, ParticipantRow, StatementRow, TellingRow
from tests.support import stores

STATES = ("ru", "il", "us", "tr")
OUTLETS = ("paper-a", "paper-b", "paper-c")
PLACES = ("damascus", "moscow")
EVIDENCE = ("named", "institution", "anonymous", "reports")
DATES = (
    None,
    "2015-09-{d}",
    "2015-10-{d}",
    "2015-{m}",
    "2015-{m}-{d}",
    "~",
    "2015",
    "../2015-{m}-{d}",
    "2015-{m}-{d}/..",
    "2014-1{n}-{d}/2015-{m}-{d}",
    "1948",
    "1990-01-01/2016-{m}-{d}",
    "2016-0{n}-0{n}",
)
WORDS = ("التقى الوزير", "قال بوتين", "في القاهرة", "غارة على دمشق", "والرئيس التركي", "بروسيا", "المحادثات")


class Corpus:
    """Records drawn from ``seed``; ``session`` is the store that they are put into."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.random = random.Random(seed)
        self._made = 0

    def fill(self, articles: int = 6) -> None:
        self._actors()
        for _ in range(articles):
            self.article()
        self.session.flush()

    def article(self) -> None:
        """An article with some statements, telling some events, a few of which others tell too."""
        draw, n = self.random, self._next()
        outlet = draw.choice([None, *self._ids(ActorRow.kind == ActorKind.MEDIA)])
        day = draw.choice([None, date(2015, 8, 1) + timedelta(draw.randrange(400))])
        row = ArticleRow(
            public_id=f"a{n}",
            key=f"a{n}",
            sha256=f"{n:064}",
            fingerprint="",
            rules_version="",
            file_name=f"a{n}",
            language="ar",
            title="عنوان",
            outlet_id=outlet,
            published_edtf=day and day.isoformat(),
            published_earliest=day,
            published_latest=day,
            published_basis=Basis.STATED,
            text="",
        )
        self.session.add(row)
        self.session.flush()
        known = list(self.session.scalars(sa.select(EventRow.id)))
        for _ in range(draw.randrange(5)):
            self._telling(row.id, draw.choice(known) if known and draw.random() < 0.3 else self._event())
        for _ in range(draw.randrange(4)):
            self._statement(row.id)

    def redescribe(self, event: int) -> None:
        """Give an event another date, type and cast, as regrouping does."""
        self.session.execute(sa.delete(ParticipantRow).where(ParticipantRow.event_id == event))
        self.session.execute(sa.update(EventRow).where(EventRow.id == event).values(**self._facts()))
        self._cast(event)

    def drop(self, article: int) -> None:
        """Remove an article with its statements, and the events that only it told."""
        self.session.execute(sa.delete(TellingRow).where(TellingRow.article_id == article))
        self.session.execute(sa.delete(StatementRow).where(StatementRow.article_id == article))
        self.session.execute(sa.delete(ArticleRow).where(ArticleRow.id == article))
        told = sa.select(TellingRow.event_id)
        untold = list(self.session.scalars(sa.select(EventRow.id).where(EventRow.id.not_in(told))))
        self.session.execute(sa.delete(ParticipantRow).where(ParticipantRow.event_id.in_(untold)))
        self.session.execute(sa.delete(EventRow).where(EventRow.id.in_(untold)))

    def _actors(self) -> None:
        self.session.add_all(_actor(slug, ActorKind.COUNTRY, slug) for slug in STATES)
        for state in (*STATES, None):
            for kind in (ActorKind.PERSON, ActorKind.MILITARY, ActorKind.ORGANISATION):
                self.session.add(_actor(f"{kind.value}-{state or 'none'}", kind, state))
        self.session.add_all(_actor(slug, ActorKind.MEDIA, "us") for slug in OUTLETS)
        self.session.flush()

    def _event(self) -> int:
        n = self._next()
        row = EventRow(
            public_id=f"e{n}",
            headline_ar=self._words(),
            headline_en=f"Talks {n}",
            tellings_count=1,
            origins_count=1,
            background=False,
            **self._facts(),
        )
        self.session.add(row)
        self.session.flush()
        self._cast(row.id)
        return row.id

    def _facts(self) -> dict[str, Any]:
        draw = self.random
        place = draw.choice([None, *PLACES])
        dated = self._dated()
        return {
            "type": draw.choice([EventType.MEETING, EventType.AIRSTRIKE, EventType.PHONE_CALL]),
            "status": draw.choice(list(EventStatus)),
            "evidence_kind": draw.choice(EVIDENCE),
            "place_slug": place, "place_ar": place, "place_en": place,
            "certainty": dated.pop("certainty"),
            **dated,
        }  # fmt: skip

    def _dated(self) -> dict[str, Any]:
        draw = self.random
        form = draw.choice(DATES)
        if form is None:
            return {"edtf": None, "earliest": None, "latest": None, "sort_day": None, "certainty": "undated"}
        if form == "~":
            form = "2015-{m}-{d}~"
        m, d, n = f"{draw.randint(1, 12):02}", f"{draw.randint(1, 28):02}", str(draw.randint(1, 2))
        value = date_span(form.format(m=m, d=d, n=n))
        return {
            "edtf": value.edtf,
            "earliest": value.earliest,
            "latest": value.latest,
            "sort_day": sort_day(value),
            "certainty": certainty(value),
        }

    def _cast(self, event: int) -> None:
        actors = self.random.sample(self._ids(ActorRow.kind != ActorKind.MEDIA), self.random.randrange(5))
        for position, actor in enumerate(actors):
            self.session.add(
                ParticipantRow(event_id=event, actor_id=actor, role=Role.PARTICIPANT, position=position)
            )
        self.session.flush()

    def _telling(self, article: int, event: int) -> None:
        n = self._next()
        self.session.add(
            TellingRow(
                public_id=f"t{n}",
                event_id=event,
                article_id=article,
                paragraph=1,
                sentence=1,
                start=0,
                end=1,
                text=self._words(),
                type=EventType.MEETING,
                status=EventStatus.OCCURRED,
                headline_ar=self._words(),
                headline_en=f"Talks {n}",
                background=False,
                origin="",
                evidence_kind="reports",
                rule="",
                profile={},
            )
        )
        self.session.flush()

    def _statement(self, article: int) -> None:
        n, dated = self._next(), self._dated()
        dated.pop("certainty")
        self.session.add(
            StatementRow(
                public_id=f"s{n}",
                article_id=article,
                paragraph=1,
                sentence=1,
                start=0,
                end=1,
                text=self._words(),
                speaker_id=self.random.choice(self._ids(sa.true())),
                speaker_named=True,
                verb="قال",
                lemma="قال",
                quote=QuoteKind.INDIRECT,
                modality=self.random.choice(list(Modality)),
                content=self._words(),
                evidence_kind=self.random.choice(EVIDENCE),
                rule="",
                profile={},
                **dated,
            )
        )
        self.session.flush()

    def _words(self) -> str:
        return " ".join(self.random.sample(WORDS, 3))

    def _ids(self, where: sa.ColumnElement[bool]) -> list[int]:
        return list(self.session.scalars(sa.select(ActorRow.id).where(where).order_by(ActorRow.id)))

    def _next(self) -> int:
        self._made += 1
        return self._made


def _actor(slug: str, kind: ActorKind, state: str | None) -> ActorRow:
    return ActorRow(
        slug=slug,
        kind=kind,
        name_ar=f"اسم {slug}",
        name_en=slug.title(),
        country=state,
        lane=state,
        known=True,
    )


def ids(session: Session, row: type[Base]) -> set[int]:
    """All row ids of a table."""
    return set(session.scalars(sa.select(Base.metadata.tables[row.__tablename__].c.id)))


@contextmanager
def indexed(seed: int, articles: int = 6) -> Iterator[Engine]:
    """An engine on a store of such records with its index, gone afterwards."""
    with stores.temporary() as made:
        with db.transaction(made) as session:
            Corpus(session, seed).fill(articles)
            rebuild(session)
        yield made
