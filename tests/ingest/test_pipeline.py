from __future__ import annotations

import dataclasses

import pytest

from app.domain.records import Draft
from app.domain.text import Basis, Metadata, RawArticle
from app.ingest import pipeline
from app.ingest.clean import clean
from app.ingest.engine import engine_version
from app.knowledge.load import load_knowledge

TEXT = """اجتماع في أنقرة لبحث الهدنة
أعلنت وزارة الخارجية التركية، أمس الاثنين، أن وفدا روسيا وصل إلى أنقرة لبحث الهدنة.
وقال وزير الخارجية التركي إن الاجتماع "كان مفيدا وسيستمر غدا".
مقالات ذات صلة
أسعار النفط ترتفع"""


def raw(**meta: str) -> RawArticle:
    return RawArticle("a.txt", TEXT, "0" * 64, Metadata(**meta))


def test_stages_are_in_the_order_the_house_names() -> None:
    names = [stage.name for stage in pipeline.STAGES]
    order = [
        "sentences",
        "morphology",
        "dates",
        "publication",
        "mentions",
        "actors",
        "statements",
        "events",
        "groups",
    ]
    assert names == order
    assert pipeline.STAGES[: len(pipeline.DATING)] == pipeline.DATING


def test_it_reads_an_article_from_end_to_end() -> None:
    found = pipeline.extract(raw(published="2018-03-13"))
    assert found.document.title is not None
    assert len(found.document.body) == 2
    assert [d.reason for d in found.document.discarded] == ["related_links", "related_links"]
    assert len(found.sentences) == 2
    assert found.rules_version == engine_version()


def test_the_same_text_gives_the_same_records() -> None:
    assert pipeline.extract(raw(published="2018-03-13")) == pipeline.extract(raw(published="2018-03-13"))


def test_no_stage_touches_the_text_or_its_blocks() -> None:
    tables = load_knowledge()
    draft = Draft(clean(raw(), tables))
    before = draft.document
    for stage in pipeline.STAGES:
        draft = stage.run(draft, tables)
        after = dataclasses.replace(draft.document, published=before.published)
        assert after == before, stage.name


def test_dated_reads_as_far_as_the_publication_date() -> None:
    draft = pipeline.dated(raw(published="2018-03-13"))
    assert draft.document.published.basis is Basis.SUPPLIED
    assert draft.sentences
    assert not draft.statements


@pytest.mark.parametrize("text", ["", "\n\n", "...", "خبر"])
def test_next_to_nothing_is_read_without_complaint(text: str) -> None:
    found = pipeline.extract(RawArticle("a.txt", text, "0" * 64))
    assert found.statements == ()
    assert found.events == ()
