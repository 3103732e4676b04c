"""The article in the data that a page carries for machines and for its own scripts.

A page built in the browser has its text only there: in the ``articleBody`` of its JSON-LD, or in the
state from which its scripts build it. Of the latter, the object with the page's own title is taken, and of
its fields the one with the most words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.ingest.given_date import iso_day

#: Deeper than any page nests its state; what does is made to exhaust whoever reads it.
_DEEPEST: Final = 40
_FEWEST_WORDS: Final = 20
_TITLES: Final = ("headline", "title", "name")
_DAYS: Final = (
    "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate",
    "publication_date", "pubDate", "firstPublished", "published",
)  # fmt: skip
_AUTHORS: Final = ("author", "authors", "byline", "writer")
#: Beside a title, one of these makes a part of the state an article of its own.
_OWN: Final = frozenset({"url", "link", "slug", "href", "permalink", "canonicalUrl"})
#: Under these keys texts stand in the blocks of an editor; other texts there are addresses and styles.
_WORDS: Final = (
    "text", "html", "content", "value", "body", "paragraph", "children", "blocks", "data", "items", "nodes",
)  # fmt: skip
_ASSIGNED: Final = re.compile(r"\s*(?:window|self|globalThis)\.\w+\s*=\s*(?=[{\[])")

#: Markup to its words, a block a line.
Plain = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Carried:
    """``text`` is the body, a paragraph a line; ``day`` is ISO, ``where`` the words it rests on."""

    title: str | None
    text: str
    day: str | None = None
    where: str | None = None
    byline: str | None = None


def linked_data(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Articles in the JSON-LD of a page."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        data = _json(script.text or "")
        for node in data if isinstance(data, list) else [data]:
            graph = node.get("@graph") if isinstance(node, dict) else None
            for item in [node, *(graph if isinstance(graph, list) else [])]:
                kind = str(item.get("@type", "")) if isinstance(item, dict) else ""
                if "Article" in kind or "Posting" in kind:
                    yield item


def carried(tree: Any, titles: frozenset[str], plain: Plain) -> Carried | None:
    """The article of this title, or of one of these; the fullest where there are several."""
    linked = list(linked_data(tree))
    found = [_linked(item, plain) for item in linked if len(linked) == 1 or _title(item) in titles]
    found += [_stated(node, plain) for data in _states(tree) for node in _titled(data, titles)]
    whole = [each for each in found if each is not None and len(each.text.split()) >= _FEWEST_WORDS]
    return max(whole, key=lambda each: len(each.text), default=None)


def _json(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):  # not JSON, or nested without end
        return None


def _states(tree: Any) -> Iterator[Any]:
    for script in tree.iterfind(".//script"):
        text = script.text or ""
        if script.get("type") == "application/json":
            yield _json(text)
        elif assigned := _ASSIGNED.match(text):
            yield _json(text[assigned.end() :].rstrip().rstrip(";"))


def _titled(data: Any, titles: frozenset[str], depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every part of a state that has the page's title."""
    if depth > _DEEPEST or not isinstance(data, dict | list):
        return
    if isinstance(data, dict) and _title(data) in titles:
        yield data
    for each in data.values() if isinstance(data, dict) else data:
        yield from _titled(each, titles, depth + 1)


def _title(node: Mapping[str, Any]) -> str | None:
    return next(
        (" ".join(v.split()) for key in _TITLES if isinstance(v := node.get(key), str) and v.strip()), None
    )


def _linked(item: Mapping[str, Any], plain: Plain) -> Carried | None:
    body = item.get("articleBody")
    return Carried(_title(item), plain(body), byline=_author(item)) if isinstance(body, str) else None


def _stated(node: Mapping[str, Any], plain: Plain) -> Carried:
    bodies = [_words(value, plain) for key, value in node.items() if key not in _TITLES]
    body = max(bodies, key=lambda text: len(text.split()), default="")
    for key in _DAYS:
        if isinstance(given := node.get(key), str) and (day := iso_day(given)):
            return Carried(_title(node), body, day, f"{key}: {given.strip()}", _author(node))
    return Carried(_title(node), body, byline=_author(node))


def _words(value: Any, plain: Plain, depth: int = 0) -> str:
    """The texts of a field, however its editor parts them; other articles in it are left out."""
    if isinstance(value, str):
        return plain(value)
    if depth > _DEEPEST:
        return ""
    if isinstance(value, dict):
        if _title(value) and not _OWN.isdisjoint(value):
            return ""
        value = [value[key] for key in _WORDS if key in value]
    if not isinstance(value, list):
        return ""
    return "\n".join(filter(None, (_words(each, plain, depth + 1) for each in value)))


def _author(node: Mapping[str, Any]) -> str | None:
    for given in (node.get(key) for key in _AUTHORS):
        every = given if isinstance(given, list) else [given]
        names = [each.get("name") if isinstance(each, dict) else each for each in every]
        told = [" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()]
        if told:
            return "; ".join(told)
    return None
