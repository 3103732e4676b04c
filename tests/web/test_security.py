from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from app.web.security import HEADERS, SecurityHeaders


def test_headers_are_added_but_never_replaced() -> None:
    own = PlainTextResponse("x", headers={"Referrer-Policy": "no-referrer"})
    headers = TestClient(SecurityHeaders(own)).get("/").headers
    assert headers["referrer-policy"] == "no-referrer"
    assert all(name in headers for name in HEADERS)
