"""What holds for every answer: languages, headers, errors in words, compression, static files."""

from __future__ import annotations

import hashlib

import pytest
from starlette.testclient import TestClient

from app.settings import ROOT
from app.web.urls import Urls


@pytest.mark.parametrize(("header", "where"), [("en-GB,en;q=0.8", "/en/"), ("ar-SY", "/ar/"), ("de", "/ar/")])
def test_the_way_in_follows_the_readers_language(client: TestClient, header: str, where: str) -> None:
    answer = client.get("/", headers={"Accept-Language": header})
    assert (answer.status_code, answer.headers["location"]) == (302, where)
    assert "Accept-Language" in answer.headers["vary"]


def test_health_is_json(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.json()["status"] == "ok"


@pytest.mark.parametrize("path", ["/ar/", "/en/", "/ar/nowhere", "/fr/", "/health", "/ar/?from=never"])
def test_every_answer_forbids_what_is_inline_and_what_is_foreign(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/ar/", "/en/", "/ar/nowhere"])
def test_pages_have_nothing_inline(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert "<script>" not in page


def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(client: TestClient) -> None:
    arabic, english = client.get("/ar/nowhere"), client.get("/en/nowhere")
    assert arabic.status_code == english.status_code == 404
    assert "هذه الصفحة غير موجودة" in arabic.text
    assert "This page does not exist" in english.text
    assert client.get("/fr/").status_code == 404


def test_data_is_told_of_errors_as_data(client: TestClient) -> None:
    answer = client.get("/en/?kind=rumour", headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert answer.json() == {
        "status": 422,
        "title": answer.json()["title"],
        "detail": "kind='rumour' is not allowed; allowed: event, statement",
        "field": "kind",
        "value": "rumour",
        "allowed": ["event", "statement"],
    }


def test_a_bad_parameter_is_named_with_what_would_do(client: TestClient) -> None:
    answer = client.get("/ar/?kind=<b>rumour</b>")
    assert answer.status_code == 422
    assert "<code>kind</code>" in answer.text
    assert "<code>statement</code>" in answer.text
    assert "<b>rumour</b>" not in answer.text
    assert "&lt;b&gt;rumour&lt;/b&gt;" in answer.text


def test_what_would_do_is_named_in_the_language_of_the_page(client: TestClient) -> None:
    arabic, english = (client.get(f"/{lang}/?type=rumour").text for lang in ("ar", "en"))
    assert '<code>talks</code></bdi> <span class="hint">محادثات</span>' in arabic
    assert "<code>talks</code></bdi></li>" in english
    assert '<code>other</code></bdi> <span class="hint">Other event</span>' in english


def test_an_unknown_parameter_is_not_passed_over(client: TestClient) -> None:
    answer = client.get("/en/?actors=tr")
    assert answer.status_code == 422
    assert "<code>actors</code>" in answer.text
    assert "<code>actor</code>" in answer.text


def test_pages_are_compressed(client: TestClient) -> None:
    answer = client.get("/ar/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"


def test_static_files_are_kept_for_ever_under_their_version_only(client: TestClient) -> None:
    path = Urls("ar").static("css/base.css")
    current = client.get(path)
    assert current.status_code == 200
    assert "immutable" in current.headers["cache-control"]
    old = client.get("/static/000000000000/css/base.css")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")
    assert client.get("/static/000000000000/../app/main.py").status_code == 404


def test_vendored_files_are_listed_with_their_hashes() -> None:
    for folder in (ROOT / "static" / "vendor", ROOT / "tests" / "browser" / "vendor"):
        listed = (folder / "VENDOR.md").read_text()
        for file in [*folder.rglob("*.js"), *folder.rglob("*.woff2")]:
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            assert f"{file.relative_to(folder).as_posix()} |" in listed
            assert digest in listed, file.name
