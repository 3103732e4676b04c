"""A kept page goes out in the form that the browser reads."""

from __future__ import annotations

import gzip

from fastapi import Request

from app.web.kept import Kept

PAGE = "<p>كما هو</p>" * 100


def asking(accepts: str) -> Request:
    return Request({"type": "http", "headers": [(b"accept-encoding", accepts.encode())]})


def test_a_browser_that_unpacks_gets_it_packed() -> None:
    answer = Kept.of(PAGE).answer(asking("br, gzip"))
    assert gzip.decompress(bytes(answer.body)).decode() == PAGE
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-length"] == str(len(answer.body))


def test_any_other_gets_it_plain() -> None:
    answer = Kept.of(PAGE).answer(asking("identity"))
    assert bytes(answer.body).decode() == PAGE
    assert "content-encoding" not in answer.headers


def test_caches_on_the_way_keep_the_forms_apart() -> None:
    for accepts in ("gzip", "identity"):
        assert Kept.of(PAGE).answer(asking(accepts)).headers["vary"] == "HX-Request, Accept-Encoding"
