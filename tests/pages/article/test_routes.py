from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.models import ArticleRow, EventRow, StatementRow, TellingRow
from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("article")) as made:
        yield made


@pytest.fixture(scope="module")
def articles(client: TestClient) -> list[ArticleRow]:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        return list(session.scalars(sa.select(ArticleRow).order_by(ArticleRow.id)))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_article_is_shown_whole(client: TestClient, articles: list[ArticleRow], lang: str) -> None:
    for article in articles:
        answer = client.get(f"/{lang}/articles/{article.public_id}")
        assert answer.status_code == 200
        words = web.visible(answer.text)
        for line in filter(None, article.text.split("\n")):
            assert re.sub(r"\s+", " ", line).strip() in words


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_face_of_the_title_is_fetched_at_once(
    client: TestClient, articles: list[ArticleRow], lang: str
) -> None:
    page = lxml.html.fromstring(client.get(f"/{lang}/articles/{articles[0].public_id}").text)
    faces = page.xpath("//link[@rel='preload' and @as='font']/@href")
    assert sum("plex-sans-arabic-arabic-600" in face for face in faces) == 1


def test_a_record_is_highlighted_by_the_address_alone(client: TestClient) -> None:
    with db.reading(client.app.state.engine) as session:  # type: ignore[attr-defined]
        id_, article = session.execute(
            sa.select(TellingRow.public_id, ArticleRow.public_id).join(
                ArticleRow, ArticleRow.id == TellingRow.article_id
            )
        ).first() or ("", "")
    plain = client.get(f"/ar/articles/{article}").text
    marked = client.get(f"/ar/articles/{article}?hl={id_}").text
    assert "highlight" not in plain
    assert re.search(rf'data-layers="[^"]*highlight[^"]*" data-ids="[^"]*{id_}', marked)
    assert marked.count('aria-current="true"') > plain.count('aria-current="true"')


def test_text_only(client: TestClient, articles: list[ArticleRow]) -> None:
    page = client.get(f"/ar/articles/{articles[0].public_id}?marks=none").text
    assert 'class="mark"' not in page
    assert 'class="note"' not in page


def test_a_link_to_a_lost_record_is_explained(client: TestClient, articles: list[ArticleRow]) -> None:
    answer = client.get(f"/en/articles/{articles[0].public_id}?hl=0123456789abcdef")
    assert answer.status_code == 200
    assert "no longer in this article" in answer.text


@pytest.mark.parametrize(
    "path", ["/ar/articles/nothing", "/en/articles/nothing.json", "/en/articles/nothing.txt"]
)
def test_unknown_article(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("query", ["marks=some", "colour=red", "hl=%3Cb%3E", "marks=all&marks=none"])
def test_bad_parameters_are_named(client: TestClient, articles: list[ArticleRow], query: str) -> None:
    answer = client.get(f"/ar/articles/{articles[0].public_id}?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in answer.text


def test_every_span_of_the_data_is_its_text(client: TestClient, articles: list[ArticleRow]) -> None:
    found = client.get(f"/en/articles/{articles[1].public_id}.json").json()

    def check(value: object) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        own = 0
        if {"start", "end", "text"} <= value.keys():
            assert found["text"][value["start"] : value["end"]] == value["text"]
            own = 1
        return own + sum(map(check, value.values()))

    assert check({k: v for k, v in found.items() if k != "text"}) > 50


def test_plain_text_is_the_stored_text(client: TestClient, articles: list[ArticleRow]) -> None:
    assert client.get(f"/ar/articles/{articles[0].public_id}.txt").text == articles[0].text


def test_queries_do_not_grow_with_the_article(client: TestClient, articles: list[ArticleRow]) -> None:
    costs = []
    for article in articles:
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/ar/articles/{article.public_id}")
        costs.append(len(sent))
    assert len(set(costs)) == 1
    assert costs[0] <= 14


def test_the_list_shows_all_the_latest_first(client: TestClient, articles: list[ArticleRow]) -> None:
    page = client.get("/en/articles").text
    shown = re.findall(r'<h2><a href="/en/articles/(\w+)"', page)
    by_date = sorted(articles, key=lambda a: str(a.published_earliest), reverse=True)
    assert shown == [a.public_id for a in by_date]


def test_the_list_goes_on_after_an_article(client: TestClient, articles: list[ArticleRow]) -> None:
    by_date = sorted(articles, key=lambda a: str(a.published_earliest), reverse=True)
    page = client.get(f"/en/articles?after={by_date[1].public_id}").text
    assert re.findall(r'<h2><a href="/en/articles/(\w+)"', page) == [a.public_id for a in by_date[2:]]


def test_hostile_text_is_harmless(tmp_path_factory: pytest.TempPathFactory, database: str) -> None:
    with web.asking(tmp_path_factory.mktemp("hostile")) as client:
        with db.transaction(client.app.state.engine) as session:  # type: ignore[attr-defined]
            row = session.scalars(sa.select(ArticleRow)).first()
            assert row is not None
            row.title = '<script>alert("x")</script>'
            row.text = "<b>" * (len(row.text) // 3) + "&" * (len(row.text) % 3)
            session.execute(sa.update(StatementRow).values(content='"><img src=x onerror=alert(1)>'))
            id_ = row.public_id
        for path in (f"/ar/articles/{id_}", "/ar/articles"):
            page = client.get(path).text
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "<b>" not in page


def test_a_telling_without_a_date_says_when_others_have_it(client: TestClient) -> None:
    with db.transaction(client.app.state.engine) as session:  # type: ignore[attr-defined]
        telling, article, edtf = session.execute(
            sa.select(TellingRow, ArticleRow.public_id, EventRow.edtf)
            .join(ArticleRow, ArticleRow.id == TellingRow.article_id)
            .join(EventRow, EventRow.id == TellingRow.event_id)
            .where(TellingRow.edtf == EventRow.edtf, sa.func.length(EventRow.edtf) == 10)
            .order_by(TellingRow.id)
        ).first() or (None, "", "")
        assert telling
        telling.edtf = None
    page = client.get(f"/en/articles/{article}?hl={telling.public_id}").text
    assert re.search(rf'datetime="{edtf}"[^—]*— from another telling', page)
