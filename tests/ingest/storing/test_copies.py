"""An article and its copies are linked and tell with one voice, in whatever order they come and go."""

from __future__ import annotations

import hashlib
from itertools import permutations
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from app import db
from app.domain.records import Extraction
from app.domain.text import Metadata, RawArticle
from app.ingest import pipeline, store
from app.ingest.storing.copies import WITHIN
from app.ingest.storing.events import regroup
from app.ingest.transfer.dump import dump
from app.ingest.transfer.files import write_lines
from app.ingest.transfer.load import load
from app.models import ArticleRow, BandRow, CopyRow, EventRow, TellingRow
from tests.support import stores

LEAD = "أجرى وزير الخارجية الأردني أيمن الصفدي ونظيره المصري سامح شكري اتصالا هاتفيا الأربعاء.\n"
BODY = (
    LEAD
    + "وتناول الاتصال إعادة فتح المعابر أمام الشاحنات المحملة بالخضار، وأسعار النقل بين البلدين، وموعد انعقاد"
    " اللجنة العليا المشتركة في الخريف المقبل بعد تأجيلها مرتين.\n"
    "ومن المقرر أن يزور وفد من غرفة التجارة القاهرة في الشهر المقبل لتوقيع اتفاق يخفض الرسوم على الأدوية"
    " والأسمدة والآلات الزراعية إلى النصف.\n"
    "وتشكو مصانع في المنطقة الحرة من تأخر البضائع أسابيع في الميناء، وتطالب بنافذة واحدة للتفتيش.\n"
)
OWN = (
    LEAD
    + "ولم يصدر عن أي من الوزارتين حتى المساء بيان يوضح ما دار في المكالمة التي استغرقت نصف ساعة بحسب مصادر"
    " في عمان.\n"
    "ويترقب المصدرون نتائجها، فقد خسر كثير منهم موسم الحمضيات حين أغلقت الطريق البرية فجأة قبل عامين ولم تجد"
    " السلطات بديلا لها.\n"
)
HEADS = {
    "first": "الصفدي يهاتف شكري\n",
    "second": "اتصال أردني مصري بشأن المعابر\n",
    "other": "مكالمة في المساء\n",
}
OUTLETS = {"first": "aljazeera", "second": "al-quds-al-arabi", "other": "bbc-arabic"}
TEXTS = {
    "first": HEADS["first"] + BODY,
    "second": HEADS["second"] + BODY.rsplit("\n", 2)[0] + "\n",
    "other": HEADS["other"] + OWN,
}


def raw(name: str, text: str, published: str | None = "2019-10-16") -> RawArticle:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    meta = Metadata(outlet=OUTLETS[name], published=published, title=HEADS[name].strip())
    return RawArticle(f"{name}.txt", text, sha256, meta)


def read(name: str, text: str | None = None, published: str | None = "2019-10-16") -> Extraction:
    return pipeline.extract(raw(name, text or TEXTS[name], published))


@pytest.fixture(scope="module")
def three() -> dict[str, Extraction]:
    return {name: read(name) for name in TEXTS}


def origins(engine: Engine) -> dict[str, tuple[int, int]]:
    """Articles and independent origins of the phone call, by the articles that tell it."""
    with db.reading(engine) as session:
        rows = session.execute(
            sa.select(EventRow.id, EventRow.tellings_count, EventRow.origins_count, ArticleRow.file_name)
            .join(TellingRow, TellingRow.event_id == EventRow.id)
            .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
            .where(EventRow.type == "phone_call")
            .order_by(ArticleRow.file_name)
        ).all()
    names: dict[int, set[str]] = {}
    for row in rows:
        names.setdefault(row.id, set()).add(row.file_name.removesuffix(".txt"))
    return {" ".join(sorted(names[r.id])): (r.tellings_count, r.origins_count) for r in rows}


def links(engine: Engine) -> dict[tuple[str, str], int]:
    one, other = sa.orm.aliased(ArticleRow), sa.orm.aliased(ArticleRow)
    with db.reading(engine) as session:
        rows = session.execute(
            sa.select(one.file_name, other.file_name, CopyRow.shared)
            .join(CopyRow, CopyRow.article_id == one.id)
            .join(other, other.id == CopyRow.copy_id)
        )
        return {(a.removesuffix(".txt"), b.removesuffix(".txt")): shared for a, b, shared in rows}


def test_a_copy_is_linked_with_its_measure_and_is_one_origin(
    engine: Engine, three: dict[str, Extraction]
) -> None:
    stores.put(engine, three["first"], three["other"])
    assert (links(engine), origins(engine)) == ({}, {"first other": (2, 2)})
    stores.put(engine, three["second"])
    found = links(engine)
    assert found.keys() == {("first", "second"), ("second", "first")}
    assert 50 < found["first", "second"] < found["second", "first"] == 100
    assert origins(engine) == {"first other second": (3, 2)}


def test_the_order_of_coming_does_not_matter(tmp_path: Path, three: dict[str, Extraction]) -> None:
    seen = []
    for n, order in enumerate(permutations(three)):
        folder = tmp_path / str(n)
        folder.mkdir()
        engine = stores.empty(folder)
        stores.put(engine, *(three[name] for name in order))
        seen.append(stores.contents(engine))
    assert all(contents == seen[0] for contents in seen)
    assert seen[0]["copies"]


def test_what_changes_or_goes_is_counted_again(engine: Engine, three: dict[str, Extraction]) -> None:
    stores.put(engine, three["first"], three["second"])
    before = stores.contents(engine)
    assert origins(engine) == {"first second": (2, 1)}
    stores.put(engine, read("second", HEADS["second"] + OWN))
    assert (links(engine), origins(engine)) == ({}, {"first second": (2, 2)})
    stores.put(engine, three["second"])
    assert stores.contents(engine) == before
    with db.transaction(engine) as session:
        article = session.scalars(sa.select(ArticleRow).where(ArticleRow.file_name == "second.txt")).one()
        removed = store.remove(session, article)
        regroup(session, removed.tellings, [])
    assert (links(engine), origins(engine)) == ({}, {"first": (1, 1)})


@pytest.mark.parametrize(
    ("published", "linked"),
    [("2019-10-18", True), (None, True), ("2019-10", True), ("2020-06-01", False), ("2018", False)],
)
def test_only_texts_of_one_month_are_compared(
    engine: Engine, three: dict[str, Extraction], published: str | None, linked: bool
) -> None:
    assert WITHIN.days == 31
    stores.put(engine, three["first"], read("second", published=published))
    assert bool(links(engine)) is linked


def test_an_import_knows_copies_as_an_ingest_does(
    tmp_path: Path, engine: Engine, three: dict[str, Extraction]
) -> None:
    stores.put(engine, *three.values())
    file = str(tmp_path / "all.jsonl")
    write_lines(file, dump(engine))
    for n, before in enumerate(((), ("other",), ("first",))):
        folder = tmp_path / f"import{n}"
        folder.mkdir()
        other = stores.empty(folder)
        stores.put(other, *(three[name] for name in before))
        list(load(other, file, stores.clock))
        assert stores.contents(other) == stores.contents(engine)


def test_articles_of_before_are_looked_at_by_the_next_ingest(
    engine: Engine, three: dict[str, Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.put(engine, *three.values())
    before = stores.contents(engine)
    monkeypatch.setattr(store, "MOST_AT_ONCE", 2)
    with db.transaction(engine) as session:
        session.execute(sa.delete(BandRow))
        session.execute(sa.delete(CopyRow))
        session.execute(sa.update(EventRow).values(origins_count=EventRow.tellings_count))
    stores.put(engine)
    assert stores.contents(engine) == before
