from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.web.urls import static_version


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("css/tokens.css", "text/css"),
        ("js/timeline.js", "text/javascript"),
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
