from __future__ import annotations

import hashlib
from pathlib import Path

from app.web.urls import Urls, in_language, static_version


def test_addresses_stand_under_their_language() -> None:
    urls = Urls("ar")
    assert urls.timeline() == "/ar/"
    assert (
        urls.timeline([("from", "2015-09"), ("q", "تنسيق")])
        == "/ar/?from=2015-09&q=%D8%AA%D9%86%D8%B3%D9%8A%D9%82"
    )
    assert urls.actor("a/b?c") == "/ar/actors/a%2Fb%3Fc"


def test_an_article_is_entered_at_a_sentence_with_a_record_marked() -> None:
    urls = Urls("en")
    assert urls.article("x1", paragraph=3, sentence=2, highlight="r9") == "/en/articles/x1?hl=r9#p3s2"
    assert urls.article("x1", paragraph=3) == "/en/articles/x1#p3"
    assert urls.article("x1") == "/en/articles/x1"


def test_the_other_language_has_the_same_view() -> None:
    assert in_language("/ar/", "from=2015", "en") == "/en/?from=2015"
    assert in_language("/ar/events/x", "", "en") == "/en/events/x"


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a")
    before = static_version(tmp_path)
    static_version.cache_clear()
    (tmp_path / "a.css").write_text("b")
    assert static_version(tmp_path) != before
    assert len(before) == len(hashlib.sha256().hexdigest()[:12])
