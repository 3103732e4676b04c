"""Read back by feedparser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser

from app.pages.timeline.exports.feed import as_atom
from app.pages.timeline.records import Record
from tests.support.sheets import TALKS, WORDS, dated, sheet


def read(records: list[Record], lang: str = "en", **filters: Any) -> Any:
    feed = feedparser.parse("".join(as_atom(records, sheet(lang, "atom", **filters))))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def test_the_feed_names_itself_and_the_page() -> None:
    feed = read([], actor=("ru",)).feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {
        "self": "https://example.org/en/timeline.atom?actor=ru",
        "alternate": "https://example.org/en/?actor=ru",
    }
    assert (feed.id, feed.updated) == (links["self"], "2026-01-02T03:04:05Z")


def test_an_entry_was_published_with_its_article_and_tells_its_own_date() -> None:
    (entry,) = read([TALKS]).entries
    assert (entry.id, entry.link) == ("https://example.org/en/events/e1",) * 2
    assert entry.published == "2015-09-20T00:00:00Z"
    assert "October 2015" in entry.summary
    assert entry.dcterms_date == "2015-10"
    assert {"talks", "ru"} == {tag.term for tag in entry.tags}


def test_an_entry_of_unknown_publication_has_only_when_it_was_read_in() -> None:
    (entry,) = read([dated(None, published=None)]).entries
    assert entry.updated == "2026-01-02T03:04:05Z"
    assert "published" not in entry
    assert "dcterms_date" not in entry


def test_text_is_never_markup() -> None:
    hostile = replace(WORDS, content="</summary><script>x</script> & «قول» \x00\x0b\ufffe")
    (entry,) = read([hostile], "ar").entries
    assert "</summary><script>x</script> & «قول»" in entry.summary
    assert entry.summary_detail.type == "text/plain"
