"""Links to words on the page that published them: text fragments, which browsers highlight.

The form is ``#:~:text=start,end`` (https://wicg.github.io/scroll-to-text-fragment/). Pure.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urldefrag

#: Up to so many words are given as they are; of more only as many at either end.
WHOLE: Final = 8
ENDS: Final = 4


def fragment(url: str, words: str) -> str:
    """The address of these words on the page; of its beginning where there are no words."""
    page, anchor = urldefrag(url)
    each = words.split()
    if not each:
        return url
    parts = [each] if len(each) <= WHOLE else [each[:ENDS], each[-ENDS:]]
    text = ",".join(_escaped(" ".join(part)) for part in parts)
    return f"{page}#{anchor}:~:text={text}"


def _escaped(text: str) -> str:
    """Commas and hyphens part the pieces of a directive, and so are written as numbers too."""
    return quote(text, safe="").replace("-", "%2D")
