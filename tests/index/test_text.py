"""What is found by words: in every form, by every name, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import db
from app.domain.records import ActorKind, EventStatus, EventType, MentionHow, Modality, QuoteKind, Role
from app.domain.text import Basis
from app.errors import TooBroadError
from app.index import text as sought_text
from app.index.read import Keys, current
from app.index.text import holding
from app.index.write import reindex
from app.models import (
    ActorRow,
    AliasRow,
    ArticleRow,
    EventRow,
    IndexEntryRow,
    ParticipantRow,
    StatementRow,
    TellingRow,
)
from tests.support import stores

TEXTS = {
    "visit": "وزار الوزير أنقرة يوم الثلاثاء برفقة وفد كبير",
    "call": "اتصل الرئيس بنظيره وبحثا الوضع في وسوريا ولبنان",
    "strike": "استهدفت الغارة مستودعا قرب دمشق، وللحكومة روايتها",
    "deal": "وقّع الطرفان اتفاق التعاون مع حكومتها في موسكو",
    "poet": "قرأ الشاعر زير سالم قصيدة عن نتانياهو",
}
PARTIES = {"visit": ["tr"], "call": ["putin", "netanyahu"], "strike": ["il"], "deal": ["putin"]}


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[Engine]:
    made = stores.empty(tmp_path)
    with db.transaction(made) as session:
        fill(session)
        reindex(
            session,
            set(session.scalars(sa.select(EventRow.id))),
            set(session.scalars(sa.select(StatementRow.id))),
        )
    yield made
    made.dispose()


def fill(session: Session) -> None:
    people = {
        "putin": (ActorKind.PERSON, "فلاديمير بوتين", "Vladimir Putin"),
        "netanyahu": (ActorKind.PERSON, "بنيامين نتنياهو", "Benjamin Netanyahu"),
        "tr": (ActorKind.COUNTRY, "تركيا", "Turkey"),
        "il": (ActorKind.COUNTRY, "إسرائيل", "Israel"),
        "officer": (ActorKind.SOURCE, "ضابط كبير", "a senior officer"),
    }
    actors = {
        slug: ActorRow(slug=slug, kind=kind, name_ar=ar, name_en=en, known=True)
        for slug, (kind, ar, en) in people.items()
    }
    article = ArticleRow(
        public_id="a", key="a", sha256="a", fingerprint="", rules_version="", file_name="a", language="ar",
        published_basis=Basis.UNKNOWN, text="",
    )  # fmt: skip
    session.add_all([*actors.values(), article])
    session.flush()
    for spelling in ("نتنياهو", "نتانياهو"):
        session.add(AliasRow(actor_id=actors["netanyahu"].id, text=spelling, how=MentionHow.NAME, count=1))
    for name, text in TEXTS.items():
        event(session, name, text, article.id, [actors[slug].id for slug in PARTIES.get(name, ())])
    session.add(
        StatementRow(
            public_id="said",
            article_id=article.id,
            paragraph=1,
            sentence=1,
            start=0,
            end=1,
            text="قال الضابط إن القوات مستعدة",
            speaker_id=actors["officer"].id,
            speaker_named=False,
            verb="قال",
            lemma="قال",
            quote=QuoteKind.INDIRECT,
            modality=Modality.ASSERTED,
            content="القوات مستعدة",
            evidence_kind="anonymous",
            rule="",
            profile={},
        )
    )
    session.flush()


def event(session: Session, name: str, text: str, article: int, parties: list[int]) -> None:
    shared = {
        "type": EventType.MEETING,
        "status": EventStatus.OCCURRED,
        "headline_ar": "خبر",
        "headline_en": "News item",
        "background": False,
    }
    row = EventRow(
        public_id=name,
        certainty="undated",
        evidence_kind="reports",
        tellings_count=1,
        origins_count=1,
        **shared,
    )
    session.add(row)
    session.flush()
    session.add(
        TellingRow(
            public_id=name,
            event_id=row.id,
            article_id=article,
            paragraph=1,
            sentence=1,
            start=0,
            end=1,
            text=text,
            origin="",
            evidence_kind="reports",
            rule="",
            profile={},
            **shared,
        )
    )
    for n, actor in enumerate(parties):
        session.add(ParticipantRow(event_id=row.id, actor_id=actor, role=Role.PARTICIPANT, position=n))


def names(session: Session, question: str, *, exact: bool = False) -> set[str]:
    keys = set(holding(current(session), question, exact=exact))
    rows = session.execute(sa.select(IndexEntryRow.key, IndexEntryRow.event_id)).all()
    events = dict(iter(session.execute(sa.select(EventRow.id, EventRow.public_id))))
    return {events[row.event_id] if row.event_id else "said" for row in rows if row.key in keys}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("انقرة", {"visit"}),
        ("أنقره", {"visit"}),
        ("سوريا", {"call"}),
        ("لبنان سوريا", {"call"}),
        ("لبنان دمشق", set()),
        ("حكومة", {"strike", "deal"}),
        ("الحكومة", {"strike"}),
        ("وزير", {"visit"}),
        ("زير", {"poet"}),
        ("زار", {"visit"}),
        ("بوتين", {"call", "deal"}),
        ("Putin", {"call", "deal"}),
        ("putin anka", set()),
        ("اسرائيل", {"strike"}),
        ("Israel", {"strike"}),
        ("نتنياهو", {"call", "poet"}),
        ("نتانياهو", {"call", "poet"}),
        ("Netanyahu", {"call", "poet"}),
        ("senior", {"said"}),
        ('"اتفاق التعاون"', {"deal"}),
        ('"التعاون اتفاق"', set()),
        ("«وفد كبير» زار", {"visit"}),
        ('"فلاديمير بوتين"', {"call", "deal"}),
        ('"قصيدة خبر"', set()),
        ("استهد*", {"strike"}),
        ("استهد", set()),
        ("news", {"visit", "call", "strike", "deal", "poet"}),
        ("' OR 1=1 --", set()),
        ('NEAR("a" "b")', set()),
        ("words:x", set()),
    ],
)
def test_words_find_what_holds_them(engine: Engine, question: str, found: set[str]) -> None:
    with db.reading(engine) as session:
        assert names(session, question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("أنقرة", {"visit"}), ("انقرة", set()), ("إسرائيل", {"strike"}), ("اسرائيل", set()),
        ("وزار", {"visit"}), ("زار", set()), ("Putin", {"call", "deal"}), ("putin", set()),
        ('"اتفاق التعاون"', {"deal"}), ("نتانياهو", {"poet"}), ("بوتين نتنياهو", {"call"}), ("ـ", set()),
        ("أنقرة ـــ", set()),
    ],
)  # fmt: skip
def test_an_exact_question_takes_letters_as_they_are(engine: Engine, question: str, found: set[str]) -> None:
    with db.reading(engine) as session:
        assert names(session, question, exact=True) == found


@pytest.mark.parametrize("question", ["", "   ", '"', "***", "—"])
def test_nothing_asked_is_everything(engine: Engine, question: str) -> None:
    with db.reading(engine) as session:
        assert len(names(session, question)) == 6


def test_a_text_that_changed_is_found_by_its_new_words_only(engine: Engine) -> None:
    with db.transaction(engine) as session:
        telling = session.scalars(sa.select(TellingRow).where(TellingRow.public_id == "visit")).one()
        telling.text = "غادر الوفد طهران"
        reindex(session, [telling.event_id])
    with db.reading(engine) as session:
        assert names(session, "طهران") == {"visit"}
        assert names(session, "انقرة") == set()
        assert not holding(current(session), "انقرة")  # nor under a key that is given out no more


def test_a_name_that_changed_is_looked_up_anew(engine: Engine) -> None:
    with db.reading(engine) as session:
        assert names(session, "Türkiye") == set()
    with db.transaction(engine) as session:
        session.execute(sa.update(ActorRow).where(ActorRow.slug == "tr").values(name_en="Türkiye"))
        reindex(session, set(session.scalars(sa.select(EventRow.id))))
    with db.reading(engine) as session:
        assert names(session, "Türkiye") == {"visit"}


def test_an_exact_question_with_too_many_texts_reads_the_first_and_says_so(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sought_text, "COMPARED", 1)
    with db.reading(engine) as session:
        reader = current(session)
        every = sought_text.records(reader, "في", exact=True)
        assert not every.whole
        assert len(holding(reader, "في", exact=True)) > 1  # where nothing could say so, all are read
        monkeypatch.setattr(sought_text, "ALL_COMPARED", 1)
        with pytest.raises(TooBroadError):
            holding(reader, '"في"', exact=True)  # or none, and the page says why
        assert len(every.keys) <= 1
        one = next(iter(holding(reader, "أنقرة", exact=True)))
        narrowed = sought_text.records(reader, "في", exact=True, within=lambda: Keys([one]))
        assert narrowed.whole


def test_words_are_looked_for_together(engine: Engine) -> None:
    with db.reading(engine) as session:
        assert names(session, "زار الوزير أنقرة") == {"visit"}
        assert names(session, "زار الوزير دمشق") == set()
        assert names(session, "Putin موسكو") == {"deal"}
        assert names(session, "Putin nowhere") == set()
