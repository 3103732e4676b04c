from __future__ import annotations

from datetime import date

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Link, Telling
from app.pages.timeline.view_cards import TOGETHER, badges, card, heaps, joined, merged, months
from app.pages.timeline.voice import shortened
from app.web.named import Named
from tests.support.timeline import AR, EN, party, record

QUERY = TimelineQuery()


def test_records_stand_under_their_month_with_the_silence_between() -> None:
    told = [
        record(1, "2017-03-05", party("ru")),
        record(2, "2017-03-06", party("ru", "source"), kind="statement"),
        record(3, "2018-03-06", party("ru")),
    ]
    first, second = months(told, QUERY, (), EN)
    assert (first.title, first.counts, first.silence) == ("March 2017", "1 event · 1 statement", None)
    assert (second.title, second.silence) == ("March 2018", "1 year")
    assert months(told, QUERY, (), AR)[0].title == "آذار/مارس 2017"


def test_a_year_without_a_month_is_not_put_into_january() -> None:
    told = [record(1, "2017", certainty="year"), record(2, "2017-01-09")]
    assert [month.title for month in months(told, QUERY, (), EN)] == ["2017", "January 2017"]


def test_order_by_publication_groups_by_publication() -> None:
    told = [
        record(1, "2015-01-01", published=date(2017, 5, 1)),
        record(2, "2014-01-01", published=date(2017, 6, 1)),
    ]
    titles = [month.title for month in months(told, TimelineQuery(order="published"), (), EN)]
    assert titles == ["May 2017", "June 2017"]


def test_badges_tell_what_is_not_plain() -> None:
    texts = [
        badge.text for badge in badges(record(1, "2017-03~", state="planned", certainty="approximate"), EN)
    ]
    assert texts == ["planned", "date approximate"]
    assert not badges(record(1, "2017-03-05"), EN)
    denial = badges(record(1, "2017-03-05", kind="statement", state="denied"), EN)
    assert [(badge.text, badge.tone) for badge in denial] == [("denial", "deny")]


def test_an_undated_record_says_when_it_was_published() -> None:
    undated = card(record(1, None, published=date(2017, 5, 1)), QUERY, (), EN)
    assert undated.date == "published 1 May 2017"


def test_a_statement_speaks_in_arabic_and_is_only_announced_in_english() -> None:
    said = record(
        1,
        "2017-03-05",
        party("ru", "source"),
        kind="statement",
        headline_ar="متحدث",
        headline_en="Speaker",
        content="كلام",
    )
    arabic = card(said, QUERY, (), AR)
    assert (arabic.headline, arabic.speaker, arabic.content) == ("متحدث: كلام", "اسم ru", "كلام")
    english = card(said, QUERY, (), EN)
    assert (english.headline, english.content) == ("Speaker says", "كلام")


def test_the_open_record_has_its_passages_and_the_way_to_them() -> None:
    text = "قال إن اللقاء سيعقد غدا"
    telling = Telling(
        "t1", "a1", None, "2017-03-05", 4, 2, 100, text, ((107, 113),), (Link("صحيفة", "Paper", None),), None
    )
    opened = card(record(1, "2017-03-05"), TimelineQuery(event="r1"), (telling,), AR)
    (passage,) = opened.passages
    assert passage.href == "/ar/articles/a1?hl=t1#p4s2"
    assert [piece.text for piece in passage.pieces if piece.marked] == [text[7:13]]
    assert not card(record(1, "2017-03-05"), QUERY, (telling,), AR).passages


def test_a_sentence_that_tells_a_record_twice_is_shown_once() -> None:
    one = Telling("t1", "a1", None, None, 4, 2, 100, "كلمات من جملة", ((100, 105),), (), None)
    other = Telling("t2", "a1", None, None, 4, 2, 100, "كلمات من جملة", ((109, 113),), (), None)
    elsewhere = Telling("t3", "a2", None, None, 1, 1, 0, "كلمات من جملة", (), (), None)
    first, second = merged([one, other, elsewhere])
    assert (first.public_id, first.marks) == ("t1", ((100, 105), (109, 113)))
    assert second is elsewhere


def test_marks_that_stand_together_are_one() -> None:
    assert joined([(5, 9), (30, 40)]) == ((5, 40),)
    assert joined([(5, 9), (TOGETHER + 20, TOGETHER + 30)]) == ((5, 9), (TOGETHER + 20, TOGETHER + 30))
    assert joined([]) == ()


def test_shortening_keeps_whole_words() -> None:
    assert shortened("one two three", 20) == "one two three"
    assert shortened("one two, three", 10) == "one two…"


def test_the_undated_lie_under_their_articles() -> None:
    one, two = Named("a1", "عنوان", "عنوان"), Named("a2", "آخر", "آخر")
    outlet = (Named("daily", "اليومية", "The Daily"),)
    undated = [
        record(1, None, article=one, outlets=outlet, published=date(2017, 5, 1)),
        record(2, None, article=two, published=date(2017, 6, 1)),
        record(3, None, party("ru", "source"), article=one, kind="statement"),
    ]
    first, second = heaps(undated, QUERY, (), EN)
    assert (first.title, first.href) == ("عنوان", "/en/articles/a1")
    assert first.told == "The Daily, in an article of 1 May 2017"
    assert first.counts == "1 event · 1 statement"
    assert [card.date for card in first.cards] == ["", ""]
    assert second.told == "in an article of 1 June 2017"
