"""XML written piece by piece: elements whose text may be anything an article contains."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

#: What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    """The text less the characters that no XML document can hold."""
    return _FORBIDDEN.sub("", text)


def child(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """A new element at the end of another, with its text."""
    made = etree.SubElement(parent, name, {key: holdable(value) for key, value in attributes.items()})
    if text is not None:
        made.text = holdable(text)
    return made


def written(element: etree._Element) -> str:
    """The element as a line of XML."""
    text: str = etree.tostring(element, encoding="unicode")
    return text + "\n"


def document(root: etree._Element) -> bytes:
    """The element as a whole document, in UTF-8."""
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
