from __future__ import annotations

import pytest

from app.errors import NotFoundError, QueryError
from app.pages.embed.query import EmbedQuery


def parse(url: str, **others: str) -> EmbedQuery:
    return EmbedQuery.parse([("url", url), *others.items()], "example.org")


def test_an_event_and_a_view_are_told_apart() -> None:
    assert parse("https://example.org/en/events/e1").event == "e1"
    view = parse("http://example.org/ar/?actor=ru&actor=il&q=%D8%A3")
    assert (view.lang, view.event) == ("ar", None)
    assert view.pairs == (("actor", "ru"), ("actor", "il"), ("q", "أ"))


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.org/en/events/e1",
        "https://example.org.elsewhere.org/en/",
        "ftp://example.org/en/",
        "//example.org/en/",
        "https://example.org/fr/",
        "https://example.org/en/actors/ru",
        "https://example.org/en/events/",
        "https://example.org/en/events/e1/x",
        "https://example.org:81/en/",
        "https://[::1/en/",
        "not an address",
    ],
)
def test_pages_of_others_and_pages_without_a_frame_are_not_found(url: str) -> None:
    with pytest.raises(NotFoundError):
        parse(url)


def test_an_address_is_asked_for() -> None:
    with pytest.raises(QueryError) as refused:
        parse("")
    assert refused.value.field == "url"


@pytest.mark.parametrize(("room", "width"), [("300", 300), ("640", 640), ("5000", 640)])
def test_a_frame_is_no_wider_than_there_is_room(room: str, width: int) -> None:
    assert parse("https://example.org/en/", maxwidth=room).width == width


@pytest.mark.parametrize("room", ["0", "-1", "x", "999999"])
def test_room_is_a_number(room: str) -> None:
    with pytest.raises(QueryError):
        parse("https://example.org/en/", maxheight=room)
