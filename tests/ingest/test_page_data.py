"""The article in the data of a page: the part with its title, the field with the most words, nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import etree

from app.ingest.html import fragment_text, read_page
from app.ingest.page_data import Carried, carried

TITLE = "بدء أعمال الجسر الجديد"
FIRST = "بدأت صباح اليوم أعمال بناء الجسر الجديد فوق النهر، ويستمر العمل فيه عامين بحسب بلدية المدينة."
THEN = "وقالت البلدية إن حركة السير ستحول إلى الطريق الشرقي."
OTHER = (
    "خبر آخر لا صلة له بهذا يقول كلاما كثيرا عن الطقس وعن الأسواق وعن الرياضة وعن كل شيء سوى الجسر الجديد "
    * 3
)


def found(*scripts: str, titles: tuple[str, ...] = (TITLE,)) -> Carried | None:
    tree = etree.fromstring(f"<html><body>{''.join(scripts)}</body></html>", etree.HTMLParser())
    return carried(tree, frozenset(titles), fragment_text)


def state(data: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


def linked(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FIRST}</p><p>{THEN}</p>",
        f"{FIRST}\n\n{THEN}",
        [{"type": "paragraph", "text": FIRST}, {"type": "image", "src": "a.jpg"}, {"text": THEN}],
        {"blocks": [{"data": {"text": FIRST}}, {"data": {"text": THEN}}]},
        {"nodeType": "doc", "content": [{"content": [{"value": FIRST}]}, {"content": [{"value": THEN}]}]},
        [FIRST, {"title": "قد يهمك", "url": "/x", "text": OTHER}, THEN],
    ],
)
def test_the_fullest_field_of_the_part_with_the_title(body: Any) -> None:
    others = [{"title": "خبر آخر", "body": OTHER, "publishedAt": "2001-01-01"}]
    own = {"title": TITLE, "lead": FIRST[:20], "body": body, "publishedAt": "2020-05-06T07:08:09Z"}
    for script in (
        state({"a": [{"b": own}], "others": others}),
        f"<script>window.__S__ = {json.dumps(own)};</script>",
    ):
        told = found(script)
        assert told is not None
        assert (told.text, told.day) == (f"{FIRST}\n{THEN}", "2020-05-06")
        assert told.where == "publishedAt: 2020-05-06T07:08:09Z"


@pytest.mark.parametrize(
    "script",
    [
        state({"title": "خبر آخر", "body": OTHER}),
        state({"title": TITLE, "body": THEN}),
        state({"title": TITLE, "style": {"css": OTHER}}),
        state([TITLE, OTHER]),
        f"<script>var x = {json.dumps({'title': TITLE, 'body': OTHER})}</script>",
        "<script type='application/json'>{broken</script>",
        "<script type='application/json'>" + "[" * 20_000 + "</script>",
        state({"title": TITLE, "body": [[[[THEN]]]]}),
        linked(headline="خبر آخر", articleBody=OTHER) + linked(headline="خبر ثالث", articleBody=OTHER),
        linked(headline=TITLE, articleBody=["?"]),
    ],
)
def test_nothing_else_is_taken(script: str) -> None:
    assert found(script) is None


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("أسماء", "أسماء"),
        ({"name": " أسماء  علي"}, "أسماء علي"),
        ([{"name": "أ"}, "ب"], "أ; ب"),
        ({"id": 3}, None),
        ([], None),
    ],
)
def test_who_wrote_it(author: Any, byline: str | None) -> None:
    told = found(linked(articleBody=f"{FIRST} {THEN}", author=author))
    assert told is not None
    assert told.byline == byline


def test_text_of_the_markup_is_preferred_where_it_is_whole() -> None:
    longer = f"{FIRST} {OTHER} {THEN}"
    page = read_page(
        f"<html><head><title>{TITLE}</title>{linked(headline=TITLE, articleBody=longer)}</head>"
        f"<body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{OTHER}</p></article></body></html>"
    )
    assert page is not None
    assert page.text == f"{TITLE}\n\n{FIRST}\n{OTHER.strip()}"
