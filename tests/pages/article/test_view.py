"""The view is pure: made here from a small article of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.pages.article.query import ArticleQuery
from app.pages.article.records import (
    ActorFound,
    Article,
    DateFound,
    EventFound,
    Facts,
    Line,
    Link,
    SentencePlace,
    StatementFound,
    Unused,
)
from app.pages.article.view import ArticleView, build
from app.web.i18n import language
from app.web.named import Named
from app.web.render import date_words

TEXT = "خبر\nقال سعيد إن اللقاء عقد أمس. وغادر بعده.\nتعليقات"
OUTLET = Named("some-paper", "صحيفة ما", "Some Paper")
SAID = Named("said", "سعيد", "Said", "jo")


def place(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def facts() -> Facts:
    first, second = place("قال سعيد إن اللقاء عقد أمس."), place("وغادر بعده.")
    published = "2015-09-24"
    return Facts(
        article=Article(
            "a1", "خبر", None, None, "ar", "a.txt", OUTLET, published, "supplied", "ملاحظة\nA note", TEXT
        ),
        lines=(Line(1, "body", first[0], second[1]),),
        sentences=(SentencePlace(1, 1, *first), SentencePlace(1, 2, *second)),
        unused=(Unused("comments", *place("تعليقات")),),
        dates=(DateFound(1, *place("أمس"), "أمس", "date", "2015-09-23", "publication 2015-09-24"),),
        actors=(ActorFound(SAID, "person", True, (place("سعيد"),), (("سعيد", 1),)),),
        statements=(
            StatementFound(
                id="s1",
                paragraph=1,
                sentence=1,
                speaker=SAID,
                named=True,
                quote="indirect",
                modality="asserted",
                edtf=None,
                date_text=None,
                verb=place("قال"),
                content=place("اللقاء عقد أمس"),
                quoted=(),
                chain=(Link(OUTLET, None), Link(Named("wire", "وكالة", "Wire"), "نقلت وكالة")),
            ),
        ),
        events=(
            EventFound(
                id="t1",
                event="e1",
                paragraph=1,
                sentence=1,
                type="meeting",
                status="occurred",
                headline_ar="لقاء",
                headline_en="Meeting",
                edtf="2015-09-23",
                date_text="أمس",
                clause=first,
                core=(place("اللقاء"), place("أمس")),
                parties=(),
                sources=1,
            ),
        ),
    )


def view(query: ArticleQuery | None = None, code: str = "en") -> ArticleView:
    return build(facts(), query or ArticleQuery(), language(code), date_words(code))


def words_of(page: ArticleView, layer: str) -> str:
    return "".join(g.text for p in page.paragraphs for s in p.passages for g in s.segments if g.has(layer))


def test_the_text_is_whole() -> None:
    page = view()
    whole = "".join(g.text for s in page.paragraphs[0].passages for g in s.segments)
    line = page.facts.lines[0]
    assert whole == TEXT[line.start : line.end]


def test_sentences_have_anchors_and_blanks_have_none() -> None:
    assert [s.id for s in view().paragraphs[0].passages] == ["p1s1", None, "p1s2"]


def test_layers_overlap() -> None:
    page = view()
    assert words_of(page, "statement") == "اللقاء عقد أمس"
    assert words_of(page, "event") == "اللقاء عقد أمس"
    assert words_of(page, "date") == "أمس"
    assert words_of(page, "actor") == "سعيد"
    assert words_of(page, "highlight") == ""


@pytest.mark.parametrize("hl", ["t1", "e1"])
def test_the_event_arrived_at_is_marked_by_its_own_id_and_by_its_telling(hl: str) -> None:
    page = view(ArticleQuery(hl))
    assert words_of(page, "highlight") == "اللقاء عقد أمس"
    assert [n.current for n in page.paragraphs[0].notes] == [False, True]


def test_the_statement_arrived_at_is_marked_with_its_verb() -> None:
    assert words_of(view(ArticleQuery("s1")), "highlight") == "قالاللقاء عقد أمس"


def test_text_only_keeps_the_passage_arrived_at() -> None:
    page = view(ArticleQuery("t1", "none"))
    assert words_of(page, "highlight")
    assert not words_of(page, "statement")
    assert not words_of(page, "actor")


def test_an_id_of_another_article_marks_nothing_and_says_so() -> None:
    page = view(ArticleQuery("zzz"))
    assert page.missing
    assert not words_of(page, "highlight")
    assert not view().missing


def test_notes_follow_the_text() -> None:
    notes = view().paragraphs[0].notes
    assert [(n.kind, n.anchor) for n in notes] == [("statement", "p1s1"), ("event", "p1s1")]


def test_dates_tell_what_they_were_counted_from() -> None:
    (line,) = view().dates
    assert (line.anchor, line.found.edtf) == ("p1s1", "2015-09-23")
    assert line.why.why == "counted from the day of publication, 24 September 2015"


def test_a_date_told_twice_is_a_row_with_both_places() -> None:
    whole = facts()
    (one,) = whole.dates
    again, other = replace(one, paragraph=2, start=999), replace(one, edtf="2015-09-22")
    told = replace(whole, dates=(one, again, other, replace(one, edtf=None)))
    lines = build(told, ArticleQuery(), language("en"), date_words("en")).dates
    assert [(line.found.edtf, [place[:2] for place in line.places]) for line in lines] == [
        ("2015-09-23", [(1, "p1s1"), (2, "p2")]),
        ("2015-09-22", [(1, "p1s1")]),
    ]
    assert lines[0].places[0][2] == f"{one.start}-{one.end}"


@pytest.mark.parametrize(
    ("hl", "words"),
    [
        ("{}-{}".format(*place("اللقاء")), "اللقاء"),
        (SAID.slug, "سعيد"),
        ("9-3", ""),
        ("0-99999", ""),
        ("nobody", ""),
    ],
)
def test_any_stretch_and_any_actor_can_be_arrived_at(hl: str, words: str) -> None:
    for marks in ("all", "none"):
        page = view(ArticleQuery(hl, marks))
        assert words_of(page, "highlight") == words
        assert page.missing is not bool(words)


@pytest.mark.parametrize(("code", "note"), [("ar", "ملاحظة"), ("en", "A note")])
def test_the_note_on_the_date_is_in_the_language_of_the_page(code: str, note: str) -> None:
    assert "".join(piece.text for piece in view(code=code).evidence) == note


def test_iso_dates_in_a_note_are_set_apart() -> None:
    """Unisolated they read backwards in Arabic."""
    article = replace(facts().article, evidence="نُشر يوم 2015-09-24.")
    page = build(replace(facts(), article=article), ArticleQuery(), language("ar"), date_words("ar"))
    assert [piece.text for piece in page.evidence if piece.marked] == ["2015-09-24"]


def test_ways_through_another_medium_are_listed_once() -> None:
    twice = replace(facts(), statements=facts().statements * 2)
    (chain,) = build(twice, ArticleQuery(), language("en"), date_words("en")).chains
    assert [link.medium.slug for link in chain.links] == ["some-paper", "wire"]
    assert chain.count == 2


def test_unused_text_is_kept() -> None:
    (block,) = view().unused
    assert (block.reason, block.text) == ("comments", "تعليقات")


def test_where_the_address_is_known_each_note_leads_to_its_words_there() -> None:
    assert {note.original for p in view().paragraphs for note in p.notes} == {None}
    known = replace(facts(), article=replace(facts().article, url="https://paper.example/1"))
    made = build(known, ArticleQuery(), language("en"), date_words("en"))
    notes = [note for p in made.paragraphs for note in p.notes]
    assert notes
    for note in notes:
        assert note.original
        assert note.original.startswith("https://paper.example/1#:~:text=")
