"""Nobody's request gets an error of ours, and no article's text becomes more than text.

``TASALSUL_FUZZ=10000 pytest tests/web/test_hostile.py`` asks ten thousand times on each database.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
import sqlalchemy as sa
from icalendar import Calendar
from lxml import etree, html
from starlette.testclient import TestClient

from app import db
from app.index.upkeep import renew
from app.ingest.intake import intake
from app.ingest.read import Reading, read_paths
from app.main import create_app
from app.models import ActorRow, ArticleRow, EventRow, StatementRow
from app.settings import SEEDS
from tests.support import requests, stores, web

#: Requests on each database; the same ones each time, unless others are asked for.
REQUESTS = int(os.environ.get("TASALSUL_FUZZ") or 150)
SEED = int(os.environ.get("TASALSUL_FUZZ_SEED") or 6)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    """The five articles, faults told as a reader gets them."""
    engine = stores.filled(tmp_path_factory.mktemp("asked"))
    application = create_app(replace(web.settings_of(engine), lag=1))
    with TestClient(application, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def known(client: TestClient) -> list[str]:
    """Some ids and slugs of records that are there."""
    rows = (EventRow.public_id, StatementRow.public_id, ArticleRow.public_id, ActorRow.slug)
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        return [value for row in rows for value in session.scalars(sa.select(row).order_by(row).limit(4))]


@pytest.mark.slow
def test_no_request_is_answered_by_a_fault(asked: TestClient) -> None:
    counted, faults = Counter[int](), list[str]()
    paths = requests.patterns(asked.app)  # type: ignore[arg-type]
    assert len(paths) > 20
    for each in islice(requests.drawn(SEED, paths, known(asked)), REQUESTS):
        try:
            answer = asked.request(each.method, each.target, headers=each.headers)
        except httpx2.InvalidURL:
            continue  # which the client does not send
        counted[answer.status_code] += 1
        if answer.status_code >= 500 or "Traceback" in answer.text:
            faults.append(f"{answer.status_code} {each}")
        if "root:" in answer.text or "create_app" in answer.text:
            faults.append(f"a file of the machine: {each}")
        assert "set-cookie" not in answer.headers
    print(dict(counted))  # noqa: T201 - shown by `pytest -s`, for docs/reliability.md
    assert faults == []
    assert counted[200] > REQUESTS / 20, "some of it was understood"


@pytest.mark.parametrize(
    "path",
    ["/static/x/../../app/main.py", "/static/x/..%2f..%2fapp%2fmain.py", "/static/x/%2e%2e/%2e%2e/README.md",
     "/static/x//etc/passwd",  "/static/x/css", "/static/x/" + "a" * 300, "/static/x/css/%00base.css",
     "/ar/articles/..%2f..%2fREADME.md", "/ar/..%2f..%2fetc/passwd.json"],
)  # fmt: skip
def test_no_path_reaches_the_file_system(asked: TestClient, path: str) -> None:
    answer = asked.get(path)
    assert answer.status_code in {400, 404, 307}
    assert "import" not in answer.text


#: What stands in a text; a page may show the words, and nothing else of it.
MARK = "hxmark"
ATTACKS = (
    f"<script>alert('{MARK}')</script>",
    f'"><img src=x onerror=alert("{MARK}")>',
    f"</title></textarea><svg/onload=alert('{MARK}')>",
    f'<meta http-equiv="refresh" content="0;url=//evil.example/{MARK}">',
    f"javascript:alert('{MARK}')",
    f"]]><x>{MARK}</x><![CDATA[",
    f"<!--{MARK}--!><base href=//evil.example>",
    f"{{{{ 7 * 7 }}}}{{% raw %}}{MARK}",
    f"\u202e{MARK}\u2066\u202d",
    f"=HYPERLINK(\"//evil.example\",\"{MARK}\")",
    f"\r\nBEGIN:VEVENT\r\nSUMMARY:{MARK}\r\nEND:VEVENT",
    f"&#x3c;script&#x3e;{MARK}&amp;lt;",
)  # fmt: skip
#: Endings of the timeline's address that are not pages.
FILES = ("timeline.csv", "timeline.json", "timeline.ics", "timeline.atom", "statements.csv")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Every text of the five articles, and every name, replaced by attacks."""
    with stores.kept_on(None):
        engine = stores.filled(tmp_path_factory.mktemp("poisoned"))
    with db.transaction(engine) as session:
        for table in (ActorRow, EventRow, StatementRow, ArticleRow):
            for n, row in enumerate(session.scalars(sa.select(table)).all()):
                attack = ATTACKS[n % len(ATTACKS)]
                for column in ("name_ar", "name_en", "headline_ar", "headline_en", "content", "verb", "title",
                               "byline", "url", "place_ar", "place_en", "date_text"):  # fmt: skip
                    if getattr(row, column, None):
                        setattr(row, column, attack)
                if isinstance(row, ArticleRow):
                    row.text = (attack * len(row.text))[: len(row.text)]
    renew(engine)
    with TestClient(create_app(web.settings_of(engine)), follow_redirects=False) as client:
        yield client


def pages(client: TestClient) -> Iterator[str]:
    ids = known(client)
    yield from (
        "/en/",
        "/ar/?scale=linear",
        "/en/statements",
        "/en/articles",
        "/en/actors",
        "/en/contradictions",
    )
    yield "/en/search?q=" + MARK
    yield from (f"/ar/{kind}/{id_}" for kind in ("events", "articles", "actors") for id_ in ids)


@pytest.mark.slow
def test_text_of_articles_stays_text_on_pages(poisoned: TestClient) -> None:
    met = 0
    for path in pages(poisoned):
        answer = poisoned.get(path)
        if answer.status_code in {302, 404}:  # an id of another kind of record
            continue
        assert (path, answer.status_code) == (path, 200)
        page = html.fromstring(answer.content)
        met += MARK in answer.text
        assert [e for e in page.iter("script", "img", "base", "iframe", "object") if MARK in _whole(e)] == []
        assert not page.xpath("//meta[@http-equiv] | //base | //*[@*[starts-with(name(), 'on')]]"), path
        for link in page.xpath("//@href | //@src | //@action | //@formaction | //@hx-get"):
            assert urlsplit(link.strip()).scheme.lower() in {"", "http", "https", "data"}, (path, link)
            assert "evil.example" not in urlsplit(link).netloc
    assert met > 5


def _whole(element: html.HtmlElement) -> str:
    return str(etree.tostring(element, encoding="unicode"))


def test_text_of_articles_stays_text_in_files(poisoned: TestClient) -> None:
    for name in FILES:
        answer = poisoned.get(f"/en/{name}")
        assert (name, answer.status_code) == (name, 200)
        assert answer.headers["x-content-type-options"] == "nosniff"
        text = answer.content.decode("utf-8")
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
            assert {len(row) for row in rows if row} == {len(rows[0])}
            formulas = [cell for row in rows for cell in row if cell[:1] in set("=+@\t\r") and MARK in cell]
            assert formulas == [], "a spreadsheet would run it"
        elif name.endswith(".ics"):
            events = list(Calendar.from_ical(text).walk("VEVENT"))
            assert events
            assert all(str(event.get("SUMMARY", "")) != MARK for event in events), (
                "an event of the text's own"
            )
        elif name.endswith(".atom"):
            feed = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))
            names = [str(element.tag).rpartition("}")[2] for element in feed.iter()]
            assert "x" not in names, "an element of the text's own"
        else:
            json.loads(text)


PAGE = """<!doctype html><html lang="ar"><head><title>{title}</title>
<meta http-equiv="refresh" content="0;url=//evil.example/"><base href="//evil.example/"></head>
<body><article><h1>{title}</h1><p>{text}</p><script>alert("hxmark")</script>
<p>قال وزير الخارجية الروسي سيرغي لافروف يوم 5 أكتوبر 2015 إن {text}</p></article></body></html>"""

HOSTILE = ["\0" * 50, "ا" * 50_000, "كلمة " * 3_000, *ATTACKS[:4], "\u202e" * 500]


@pytest.mark.slow
@pytest.mark.usefixtures("database")
def test_hostile_articles_are_read_and_shown(tmp_path: Path) -> None:
    """From the file to the page: null bytes, enormous lines, markup that acts."""
    engine = stores.empty(tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    told = next(SEEDS.glob("000*.txt")).read_text("utf-8")
    for n, text in enumerate(HOSTILE):
        (news / f"{n}.html").write_text(PAGE.format(title=text[:300], text=text), "utf-8")
        (news / f"{n}.txt").write_text(f"{text}\n{told[:2000]}\n{text}", "utf-8")
    outcomes = {o.file: o.result.value for o in intake(engine, read_paths([str(news)], Reading()))}
    assert len(outcomes) == 2 * len(HOSTILE), outcomes
    with TestClient(create_app(web.settings_of(engine)), follow_redirects=False) as client:
        addresses = re.findall(r'href="(/en/articles/\w+)"', client.get("/en/articles").text)
        assert addresses
        for path in ("/en/", "/en/timeline.csv", "/en/timeline.ics", *addresses):
            answer = client.get(path)
            assert (path, answer.status_code) == (path, 200)
            assert "<script>alert" not in answer.text
            assert 'http-equiv="refresh"' not in answer.text
            assert "\0" not in answer.text
