from __future__ import annotations

from dataclasses import replace

import pytest

from app.pages.contradictions.query import WHYS, ContradictionsQuery
from app.pages.contradictions.records import Facts, Pair, Side, Source, Way
from app.pages.contradictions.view import ContradictionsView, build
from app.web.i18n import language
from app.web.named import Named
from app.web.urls import Urls

SIDE = Side(
    record="r1",
    source=Source("a", "ar", None),
    paragraph=1,
    sentence=1,
    start=50,
    text="قُتل ثلاثة أشخاص",
    marks=((55, 60),),
    chain=Way((), Named("x", "س", "X"), named=True),
    edtf=None,
    event=None,
    headline_ar="",
    headline_en="",
)
TOLD = replace(SIDE, record="r2", event="e1", headline_ar="حدث", headline_en="Event")


def view(*pairs: Pair, why: str | None = None, **counts: int) -> ContradictionsView:
    facts = Facts(pairs, dict.fromkeys(WHYS, 0) | counts, len(pairs), None)
    return build(facts, ContradictionsQuery(why), language("en"), Urls("en"))


@pytest.mark.parametrize("one", [SIDE, TOLD])
def test_the_question_is_the_event_on_either_side(one: Side) -> None:
    (shown,) = view(Pair(1, "denial_of", ("principals",), one, TOLD)).pairs
    assert shown.about
    assert shown.about.event == "e1"
    assert view(Pair(1, "denial_of", ("same_question",), SIDE, SIDE)).pairs[0].about is None


def test_why_is_told_in_words_and_unknown_reasons_are_left_out() -> None:
    (shown,) = view(Pair(1, "differs", ("number", "unheard_of"), TOLD, TOLD)).pairs
    assert shown.why == ("One event, and different numbers for the same thing.",)


def test_opposed_judgements_tell_what_is_opposed() -> None:
    (shown,) = view(Pair(1, "differs", ("evaluation", "success"), SIDE, SIDE)).pairs
    assert " ".join(shown.why) == (
        "Both took part in one event, and judge it in opposite ways: "
        "one speaks of success, the other of failure."
    )


def test_words_are_marked_where_they_stand() -> None:
    (shown,) = view(Pair(1, "differs", (), TOLD, TOLD)).pairs
    assert "".join(piece.text for piece in shown.one.pieces) == SIDE.text
    assert [piece.text for piece in shown.one.pieces if piece.marked] == [SIDE.text[5:10]]


def test_a_chip_for_each_way_that_accounts_differ_in() -> None:
    chips = view(denial=2, number=1, why="number").chips
    assert [(chip.text, chip.on) for chip in chips] == [("Denials", False), ("Different numbers", True)]
    assert [chip.href for chip in chips] == ["/en/contradictions?why=denial", "/en/contradictions"]
