from __future__ import annotations

from app.pages.actor.query import ActorsQuery
from app.pages.actor.records import Choice, Listing
from app.pages.actor.view_list import build_list
from app.web.i18n import language
from app.web.urls import Urls


def test_a_kind_is_set_and_taken_away_by_the_same_chip() -> None:
    listing = Listing((), 0, 0, (Choice("person", 3), Choice("media", 1)), (), None)
    chosen = build_list(listing, ActorsQuery(kind="person", q="x"), language("en"), Urls("en"))
    assert [(k.on, k.href) for k in chosen.kinds] == [
        (True, "/en/actors?q=x"),
        (False, "/en/actors?q=x&kind=media"),
    ]


def test_headings_begin_with_the_greatest_number_and_with_the_first_letter() -> None:
    view = build_list(Listing((), 0, 0, (), (), None), ActorsQuery(), language("en"), Urls("en"))
    assert view.columns["named"].sorted == "descending"
    assert view.columns["named"].href == "/en/actors?sort=named"
    assert view.columns["events"].href == "/en/actors?sort=-events"
    assert view.columns["name"].href == "/en/actors?sort=name"


def test_files_keep_filters_and_order_and_know_no_pages() -> None:
    query = ActorsQuery(kind="person", sort="name", view="cards", after="x")
    view = build_list(Listing((), 0, 0, (), (), None), query, language("en"), Urls("en"))
    assert view.files["CSV"] == "/en/actors.csv?kind=person&sort=name"
    assert view.as_table == "/en/actors?kind=person&sort=name&after=x"
    assert view.hidden == (("kind", "person"), ("sort", "name"), ("view", "cards"))
