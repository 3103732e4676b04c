"""Web pages: the article without its furniture, and only dates that a page states for machines."""

from __future__ import annotations

import pytest

from app.ingest.html import Page, declared_charset, looks_like_html, read_page
from app.ingest.read import read_paths

BODY = "<p>" + "وصل الوفد إلى العاصمة صباحا وبدأ المحادثات مع المسؤولين. " * 4 + "</p>"


def page(head: str = "", extra: str = "") -> Page:
    found = read_page(
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><a href='/'>الرئيسية</a></nav><article><h1>وفد في العاصمة</h1>{BODY}{extra}</article>"
        "</body></html>"
    )
    assert found is not None
    return found


def test_article_without_furniture() -> None:
    found = page(
        '<meta property="og:title" content="وفد في العاصمة"><meta property="og:site_name" content="المثال">'
    )
    assert found.text.startswith("وفد في العاصمة\n\nوصل الوفد")
    assert found.text.count("وفد في العاصمة") == 1
    assert "الرئيسية" not in found.text
    assert (found.meta.title, found.meta.site) == ("وفد في العاصمة", "المثال")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-03-04T22:10:00+03:00">',
        '<meta name="pubdate" content="2019-03-04">',
        '<meta itemprop="datePublished" content="2019-03-04">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-03-04"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, '
        '{"@type": ["ReportageNewsArticle"], "datePublished": "2019-03-04T01:00Z"}]}</script>',
        '<link rel="canonical" href="https://example.org/2019/3/4/visit">',
    ],
)
def test_stated_day(head: str) -> None:
    assert page(head).meta.published == "2019-03-04"


def test_the_words_of_the_markup_are_the_evidence() -> None:
    found = page('<meta property="article:published_time" content="2019-03-04T22:10:00+03:00">')
    assert found.meta.published_note == "article:published_time: 2019-03-04T22:10:00+03:00"


@pytest.mark.parametrize(
    ("head", "extra"),
    [
        ("", "<p>نشر يوم 4 مارس 2019</p>"),
        ('<meta name="date" content="04/03/2019">', ""),
        ('<meta name="date" content="2019-13-40">', ""),
        ('<meta property="article:modified_time" content="2019-03-04">', ""),
        (
            '<script type="application/ld+json">{"@type": "Person", "datePublished": "2019-03-04"}</script>',
            "",
        ),
        ('<script type="application/ld+json">{broken</script>', ""),
        ("", '<time datetime="2019-03-04">أ</time><time datetime="2018-01-01">ب</time>'),
    ],
)
def test_no_date_is_made_up(head: str, extra: str) -> None:
    assert page(head, extra).meta.published is None


def test_page_without_an_article() -> None:
    assert read_page("<html><body><script>1</script></body></html>") is None


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <!-- saved --> <HTML lang=ar>", True),
        ("<خبر> عاجل", False),
        ("قال: <html>", False),
    ],
)
def test_looks_like_html(text: str, is_html: bool) -> None:
    assert looks_like_html(text) is is_html


def test_declared_charset_is_found() -> None:
    html = '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head>'
    assert declared_charset(html.encode()) == "windows-1256"
    assert declared_charset(b'<meta charset="utf-8">') == "utf-8"
    assert declared_charset(b"<p>") is None


def test_page_in_its_own_charset_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("pages") / "old.html"
    file.write_bytes(
        f'<html><head><meta charset="windows-1256"></head><body>{BODY}</body></html>'.encode("cp1256")
    )
    (article,) = read_paths([str(file)])
    assert "وصل الوفد" in getattr(article, "text", "")


HOSTILE = {
    "open": ("<div>" * 5000, ""),
    "nested": ("<div>" * 5000, "</div>" * 5000),
    "attributes": ("<p " + 'a="b" ' * 5000 + ">", "</p>"),
    "angles": ("<" * 5000, ""),
    "comments": ("<!---->" * 5000, ""),
    "dashes": (f"<title>{' - ا' * 50_000}</title>", "<h1>ا - ب</h1>" * 1000),
    "out of place": (f"<svg>{BODY}<title>", f"<article>{BODY}<math><head></svg>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_breaks_nothing(name: str) -> None:
    before, after = HOSTILE[name]
    read_page(f"<html><body>{before}{BODY}{after}</body></html>")
    assert looks_like_html(before + "<html>") in (True, False)


@pytest.mark.parametrize("script", ["[" * 20_000, '{"a":' * 20_000, "[1, {]", "null", '{"@graph": 3}'])
def test_hostile_data_of_a_page_dates_nothing(script: str) -> None:
    assert page(f'<script type="application/ld+json">{script}</script>').meta.published is None
