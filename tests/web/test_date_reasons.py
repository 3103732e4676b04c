from __future__ import annotations

import pytest

from app.web.date_reasons import Reason, reason
from app.web.i18n import language
from app.web.render import date_words


def why(code: str, words: str | None, anchor: str | None) -> Reason:
    return reason(language(code), date_words(code), words, anchor)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_relative_words_name_the_day_they_were_counted_from(code: str) -> None:
    told = why(code, "أمس", "publication 2015-09-24")
    assert told.words == "أمس"
    assert told.why is not None
    assert "24" in told.why
    assert "2015" in told.why


def test_kinds_of_anchor_are_told_apart() -> None:
    anchors = ("publication 2015-09-24", "speech 2015-09-24", "narrative 2015-09-24")
    assert len({why("en", "أمس", anchor).why for anchor in anchors}) == 3


def test_words_that_say_it_all_need_no_reason() -> None:
    assert why("en", "7 أكتوبر 2015", None) == Reason("7 أكتوبر 2015", None)


def test_an_unknown_anchor_is_not_told() -> None:
    assert why("en", "أمس", "moon 2015-09-24").why is None


def test_a_date_without_words_is_called_inferred() -> None:
    assert why("en", None, None) == Reason(None, "inferred from the surrounding text")
