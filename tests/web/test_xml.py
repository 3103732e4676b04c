from __future__ import annotations

import pytest
from lxml import etree

from app.web.xml import child, document, holdable, written


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_document_can_hold_is_left_out(sign: str) -> None:
    assert holdable(f"قبل{sign}بعد") == "قبلبعد"


@pytest.mark.parametrize("text", ["سطر\nثانٍ\t", "<b>&amp;</b> ]]>", "😀", "«نص» \u200f", ""])
def test_all_else_comes_back_as_it_was(text: str) -> None:
    root = etree.Element("root")
    child(root, "told", text, about=text)
    (told,) = etree.fromstring(written(root))
    assert (told.text or "") == text
    assert told.get("about") == text.replace("\n", "\n")


def test_an_element_is_a_line_and_a_document_says_what_it_is() -> None:
    assert written(etree.Element("a")) == "<a/>\n"
    assert document(etree.Element("a")).startswith(b"<?xml")
