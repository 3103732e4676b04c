from __future__ import annotations

import pytest
from fastapi import Request, Response

from app.errors import QueryError, UnknownParameterError
from app.web.api.models import Listing
from app.web.api.paging import USUAL, limit_of, listing
from app.web.filters import slug

KNOWN = (slug("actor", repeat=True), slug("after"))


def asked(query: str) -> Request:
    scope = {"type": "http", "method": "GET", "path": "/api/v1/things", "query_string": query.encode()}
    return Request(scope | {"headers": []})


def test_the_limit_is_taken_off_and_the_rest_left() -> None:
    assert limit_of([("actor", "ru"), ("limit", "7")], KNOWN) == (7, [("actor", "ru")])
    assert limit_of([], KNOWN) == (USUAL, [])


@pytest.mark.parametrize("limit", ["0", "201", "x", "1e2", "٧"])
def test_a_limit_is_a_number_in_its_range(limit: str) -> None:
    with pytest.raises(QueryError):
        limit_of([("limit", limit)], KNOWN)


def test_an_unknown_name_is_told_with_the_limit_among_those_known() -> None:
    with pytest.raises(UnknownParameterError) as refused:
        limit_of([("colour", "red")], KNOWN)
    assert refused.value.allowed == ("actor", "after", "limit")


def test_the_addresses_beside_keep_the_filters() -> None:
    response = Response()
    page = listing(Listing[int], asked("actor=ru&after=2"), response, [1], 9, after="3", before="1")
    assert (page.next, page.previous) == (
        "/api/v1/things?actor=ru&after=3",
        "/api/v1/things?actor=ru&after=1",
    )
    assert '</api/v1/things?actor=ru>; rel="first"' in response.headers["link"]


def test_the_second_page_leads_back_to_the_plain_address() -> None:
    page = listing(Listing[int], asked("after=2"), Response(), [1], 9, after=None, before="")
    assert (page.next, page.previous) == (None, "/api/v1/things")
