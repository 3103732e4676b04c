from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.support import web


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[TestClient]:
    with web.asking(tmp_path_factory.mktemp("search")) as made:
        made.follow_redirects = True
        yield made


def told(client: TestClient, q: str, **more: Any) -> dict[str, Any]:
    answer = client.get("/en/search.json", params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def texts(found: dict[str, Any]) -> list[str]:
    """The words marked in whatever was found."""
    marked = []
    for group in found["found"].values():
        for hit in group["hits"]:
            for part in hit.values():
                if isinstance(part, dict) and "marks" in part:
                    marked += [part["text"][a:b] for a, b in part["marks"]]
    return marked


def ids(client: TestClient, q: str, kind: str, **more: Any) -> list[str]:
    """Everything of a kind, page by page."""
    seen, after = list[str](), None
    while True:
        page = told(client, q, kind=kind, limit=3, **({"after": after} if after else {}), **more)
        group = page["found"].get(kind, {"hits": [], "after": None})
        for hit in group["hits"]:
            where = hit.get("source", {})
            seen.append(hit.get("id") or hit.get("slug") or f"{where['article']} {where['paragraph']}")
        after = group["after"]
        if not after:
            return seen


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("روسيا", "وروسيا"), ("Putin", "بوتين"), ("نتنياهو", "نتانياهو"), ("Netanyahu", "نتانياهو"),
        ("موسكُو", "موسكو"), ("ضربة", "ضربات"), ("غارة", "غارات"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_other_forms_but_not_letter_by_letter(
    client: TestClient, question: str, word: str
) -> None:
    loose, exact = (texts(told(client, question, limit=100, **more)) for more in ({}, {"exact": 1}))
    assert any(word in each for each in loose)
    assert not any(word in each for each in exact)


def test_every_kind_is_counted_paged_and_without_repetition(client: TestClient) -> None:
    counts = told(client, "روسيا")["counts"]
    assert set(counts) == {"event", "statement", "passage", "article", "actor"}
    for kind, count in counts.items():
        found = ids(client, "روسيا", kind)
        assert len(found) == len(set(found)) == count > 0


@pytest.mark.parametrize("question", ["روسيا", "Putin", '"وزارة الدفاع"', "روسيا سوريا"])
def test_every_hit_leads_to_where_its_words_stand(client: TestClient, question: str) -> None:
    page = client.get("/ar/search", params={"q": question}).text
    links = {html.unescape(each) for each in re.findall(r'href="(/ar/articles/[^"]+#[^"]+)"', page)}
    assert links
    for link in links:
        address, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in client.get(address).text


def test_marked_words_are_those_of_the_article(client: TestClient) -> None:
    (group,) = told(client, "سوريا", kind="passage", limit=100)["found"].values()
    for hit in group["hits"]:
        assert hit["excerpt"]["marks"]
        words = web.visible(client.get(f"/ar/articles/{hit['source']['article']}").text)
        for a, b in hit["excerpt"]["marks"]:
            assert hit["excerpt"]["text"][a:b] in words


@pytest.mark.parametrize(
    "narrow",
    [{"from": "2021"}, {"to": "2015-09-20"}, {"actor": "il"}, {"outlet": "elaph"}, {"type": "talks"}],
)
def test_a_filter_lets_through_some_of_what_was_found(client: TestClient, narrow: dict[str, str]) -> None:
    every, some = told(client, "روسيا")["counts"], told(client, "روسيا", **narrow)["counts"]
    for kind in ("event", "statement", "passage", "article"):
        assert set(ids(client, "روسيا", kind, **narrow)) <= set(ids(client, "روسيا", kind))
    assert sum(some.values()) < sum(every.values())


def test_events_are_those_of_the_timeline(client: TestClient) -> None:
    for query in (
        {"q": "روسيا"},
        {"q": "Putin"},
        {"q": "روسيا", "from": "2016"},
        {"q": "تركيا", "actor": "ru"},
    ):
        there = client.get("/en/timeline.json", params=query | {"kind": "event"}).json()["records"]
        more = {name: value for name, value in query.items() if name != "q"}
        assert ids(client, query["q"], "event", **more) == [each["id"] for each in there], query


def test_an_actor_is_filtered_by_as_its_name_is_typed(client: TestClient) -> None:
    answer = client.get("/ar/search", params={"q": "سوريا", "actor": "إسرائيل"})
    assert answer.url.params["actor"] == "il"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_found_says_what_is_near(client: TestClient, lang: str) -> None:
    page = client.get(f"/{lang}/search", params={"q": "بوتيين"}).text
    found = re.search(r'class="card seek-none">.*?<a href="([^"]+)"><bdi>بوتين', page, re.DOTALL)
    assert found
    assert 'class="hit-list"' in client.get(html.unescape(found[1])).text


@pytest.mark.parametrize(
    ("question", "more", "kind"),
    [
        ("روسيا ظظظظ", {}, "fewer"),
        ('"موسكو إسرائيل"', {}, "loose"),
        ("رُوسيا", {"exact": "1"}, "folded"),
        ("Netanyaho", {}, "word"),
    ],
)
def test_other_questions_find_as_much_as_they_promise(
    client: TestClient, question: str, more: dict[str, str], kind: str
) -> None:
    proposed = told(client, question, **more)["instead"]
    assert kind in {each["kind"] for each in proposed}
    for each in proposed:
        exact = {} if each["kind"] == "folded" else more
        assert sum(told(client, each["q"], **exact)["counts"].values()) == each["count"] > 0


def test_a_filter_in_the_way_is_named(client: TestClient) -> None:
    found = told(client, "روسيا", outlet="nobody")
    assert found["counts"] == dict.fromkeys(found["counts"], 0)
    without = sum(told(client, "روسيا")["counts"].values())
    assert found["without_filter"] == [{"filter": "outlet", "count": without}]


def test_the_search_field_of_every_page_leads_here(client: TestClient) -> None:
    for path in ("/ar/statements", "/ar/articles", "/en/actors"):
        page = client.get(path).text
        lang = path[1:3]
        assert re.search(rf'<form class="find" method="get" action="/{lang}/search"', page)


def test_an_address_is_made_canonical_and_bad_ones_are_refused(client: TestClient) -> None:
    answer = client.get("/ar/search?to=&q=روسيا&limit=20&actor=")
    assert answer.url.query == b"q=%D8%B1%D9%88%D8%B3%D9%8A%D8%A7"
    for bad in (
        "kind=poem",
        "colour=red",
        "q=x&kind=event&after=zz",
        "q=x&after=1.2",
        "q=روسيا&kind=passage&after=x",
        "limit=0",
    ):
        for ending in ("", ".json"):
            assert client.get(f"/ar/search{ending}?{bad}").status_code == 422, bad


def test_queries_do_not_grow_with_what_is_found(client: TestClient) -> None:
    client.get("/en/search?q=موسكو")
    counts = []
    for limit in (2, 100):
        with web.counting(client.app.state.engine) as sent:  # type: ignore[attr-defined]
            client.get(f"/en/search?q=سوريا&limit={limit}")
        counts.append(len(sent))
    assert max(counts) <= 45


OPERATORS = [
    '"', '""', "'", "*", "-", "^", "(", ")", "{a b}: c", "a AND", "NOT a", "a OR OR b", "NEAR(a b, 3)",
    "NEAR/", "words:a", 'col : "a"', "a + b", "a ^ b", "--", ";", "%", "_", "\\", "a' OR '1'='1", "& | ! <->",
    ":*", "a:*", "'a'", "<b>", "{{7*7}}", "${x}", "\ue000", "\u200f\u200e", "َُِ", "ـ", "«»", '"«', "a" * 200,
    "* *", "ا*", "AND", "و و و", "🙂", "١٢", "null", "روسيا" * 40, '"روسيا* موسكو', "%00", "+", "\u202e",
]  # fmt: skip
HOSTILE = st.lists(
    st.sampled_from([*OPERATORS, "روسيا", "موسكو", "a", "AND", "OR", "NOT", "NEAR", " ", "  "]), max_size=6
).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("q", OPERATORS)
def test_operators_mean_nothing(client: TestClient, q: str) -> None:
    for path, more in (("/ar/search", {}), ("/en/search.json", {"exact": "1"})):
        assert client.get(path, params={"q": q, **more}).status_code in (200, 422)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    HOSTILE, st.sampled_from([{}, {"exact": "1"}, {"kind": "passage"}, {"kind": "actor"}, {"actor": "ru"}])
)
@example('"" OR "', {})
def test_any_question_is_answered_or_refused(client: TestClient, q: str, more: dict[str, str]) -> None:
    answer = client.get("/en/search.json", params={"q": q, **more})
    assert answer.status_code in ({400} if "\0" in q else {200, 422})


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_was_not_looked_for_is_said(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    assert {"ar": "«ال»", "en": "“ال”"}[lang] in web.visible(client.get(f"/{lang}/search?q=ال*").text)
    question = {"ar": "في", "en": "من"}[lang]
    assert told(client, question + " .", exact="1")["whole"]
    monkeypatch.setattr("app.index.text.COMPARED", 1)
    assert not told(client, question, exact="1")["whole"]
    assert 'class="seek-note"' in client.get(f"/{lang}/search?q={question}&exact=1").text


@pytest.mark.parametrize(
    "question", ["Netanyahu Putin", "Putin", "روسيا", "إسرائيل سوريا", "قال*", "موسكو Netanyahu"]
)
def test_what_is_counted_is_shown(client: TestClient, question: str) -> None:
    groups = told(client, question)["found"]
    assert groups
    assert all(len(group["hits"]) == min(3, group["count"]) for group in groups.values())
