from __future__ import annotations

import pytest

from app.pages.statements.query import FACETS, StatementsQuery
from app.pages.statements.records import Count, Facts, Statement
from app.pages.statements.view import IN_SIGHT, StatementsView, build
from app.web.i18n import language
from app.web.marking import Mark
from app.web.urls import Urls
from tests.support.statements import SPEAKER, said


def facts(*listed: Statement, **facets: tuple[Count, ...]) -> Facts:
    return Facts(9, 9, dict.fromkeys(FACETS, ()) | facets, {SPEAKER.slug: SPEAKER}, listed, None)


def view(found: Facts, query: StatementsQuery | None = None, lang: str = "en") -> StatementsView:
    return build(found, query or StatementsQuery(), language(lang), Urls(lang))


def test_a_passage_is_cut_at_its_marks_wherever_it_stands() -> None:
    marks = (Mark(100, 103, "verb"), Mark(104, 119, "content"), Mark(109, 114, "quoted"))
    (card,) = view(facts(said(marks=marks))).cards
    assert "".join(s.text for s in card.segments) == card.said.text
    assert [s.text for s in card.segments if s.has("quoted")] == ["سيعود"]
    assert [s.text for s in card.segments if s.has("verb")] == ["قال"]


@pytest.mark.parametrize(("quote", "marked"), [("direct", ["سيعود"]), ("indirect", []), ("mixed", [])])
def test_content_is_marked_only_where_all_of_it_is_direct_speech(quote: str, marked: list[str]) -> None:
    (card,) = view(facts(said(quote=quote, marks=(Mark(109, 114, "content"),)))).cards
    assert [s.text for s in card.segments if s.has("quoted")] == marked


def test_many_values_stand_behind_more_but_never_a_chosen_one() -> None:
    verbs = tuple(Count(f"v{n}", 9 - n % 9) for n in range(IN_SIGHT + 3))
    (group,) = view(facts(verb=verbs), StatementsQuery(verb=(verbs[-1].value,))).groups
    assert len(group.chips) == IN_SIGHT + 1
    assert len(group.more) == 2
    assert [chip.text for chip in group.chips if chip.on] == [verbs[-1].value]


@pytest.mark.parametrize(("lang", "text"), [("ar", "متحدث"), ("en", "A speaker")])
def test_chips_are_named_in_the_language_of_the_page(lang: str, text: str) -> None:
    counts = (Count(SPEAKER.slug, 2), Count("gone", 1))
    (group,) = view(facts(speaker=counts), lang=lang).groups
    assert [chip.text for chip in group.chips] == [text, "gone"]
    assert group.chips[0].href == f"/{lang}/statements?speaker=a-speaker"


def test_verbs_are_shown_in_full_spelling_and_in_english_beside_their_english() -> None:
    verbs = facts(verb=(Count("اكد", 2), Count("نفي", 1), Count("v1", 1)))
    (group,) = view(verbs, lang="ar").groups
    assert [(chip.text, chip.arabic) for chip in group.chips] == [("أكّد", None), ("نفى", None), ("v1", None)]
    (group,) = view(verbs).groups
    assert [(chip.text, chip.arabic) for chip in group.chips] == [
        ("affirmed", "أكّد"),
        ("denied", "نفى"),
        ("v1", None),
    ]


def test_a_single_value_is_no_choice() -> None:
    assert view(facts(outlet=(Count("paper", 3),))).groups == ()


def test_the_form_carries_the_chips_and_files_the_whole_view() -> None:
    query = StatementsQuery(q="x", speaker=("a", "b"), limit=5, after="1.2")
    made = view(facts(), query)
    assert made.hidden == (("speaker", "a"), ("speaker", "b"), ("limit", "5"))
    assert made.csv == "/en/statements.csv?q=x&speaker=a&speaker=b"
    assert made.first_page == "/en/statements?q=x&speaker=a&speaker=b&limit=5"


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ["no outlet", "1 outlet", "2 outlets", "4 outlets or more"]),
        ("ar", ["بلا وسيلة", "وسيلة واحدة", "وسيلتان", "4 وسائل فأكثر"]),
    ],
)
def test_chains_are_counted_in_words(lang: str, texts: list[str]) -> None:
    (group,) = view(facts(chain=tuple(Count(n, 1) for n in ("0", "1", "2", "4"))), lang=lang).groups
    assert [chip.text for chip in group.chips] == texts


def test_columns_turn_round_and_keep_the_filters_but_not_the_place() -> None:
    made = view(facts(), StatementsQuery(verb=("قال",), sort="-quote", view="table", after="1.2"))
    assert {name: column.sorted for name, column in made.columns.items() if column.sorted} == {
        "quote": "descending"
    }
    assert made.columns["quote"].href.endswith("sort=quote&view=table")
    assert made.columns["day"].href.endswith("?verb=%D9%82%D8%A7%D9%84&view=table")
    assert made.as_cards.endswith("sort=-quote&after=1.2")
    assert made.csv.endswith("sort=-quote")
    assert ("sort", "-quote") in made.hidden
