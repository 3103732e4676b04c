from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.web.urls import static_version


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("css/tokens.css", "text/css"),
        ("js/timeline.js", "text/javascript"),
        ("js/timeline.whole.js", "text/javascript"),
        ("img/icon.svg", "image/svg+xml"),
        ("vendor/fonts/noto-naskh-arabic-arabic-400-normal.woff2", "font/woff2"),
    ],
)
def test_files_have_their_kind_and_are_kept(client: TestClient, path: str, kind: str) -> None:
    answer = client.get(f"/static/{static_version()}/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "max-age=31536000" in answer.headers["cache-control"]


def test_an_unchanged_file_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/static/old/css/base.css")
    again = client.get("/static/old/css/base.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_sheets_come_together_in_the_order_asked_for(client: TestClient) -> None:
    both = client.get("/static/any/css/tokens+base.css")
    apart = [client.get(f"/static/any/css/{name}.css").content for name in ("tokens", "base")]
    assert both.headers["content-type"].startswith("text/css")
    assert both.content == b"\n".join(apart)


@pytest.mark.parametrize(
    "path",
    [
        "css/none.css",
        "css/base+none.css",
        "css/base+base.css",
        "css/base",
        "css",
        "css/..%2f..%2fpyproject.toml",
        "css/base+..%2f..%2f..%2fpyproject.css",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/static/any/{path}").status_code == 404


def test_text_is_sent_packed_and_fonts_as_they_are(client: TestClient) -> None:
    packed = {"Accept-Encoding": "gzip"}
    sheet = client.get("/static/any/css/base.css", headers=packed)
    font = client.get("/static/any/vendor/fonts/noto-naskh-arabic-arabic-400-normal.woff2", headers=packed)
    assert sheet.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in font.headers
    assert sheet.content == client.get("/static/any/css/base.css", headers={"Accept-Encoding": ""}).content


def test_files_are_only_read(client: TestClient) -> None:
    assert client.post("/static/any/css/base.css").status_code == 405
