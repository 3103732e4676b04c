"""GraphML: actors as nodes, the events they share as edges, for programs that draw networks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from app.pages.actor.select_graph import Tie
from app.pages.actor.select_list import Line
from app.web.xml import child, written

#: What is told of a node and of an edge, and its type in GraphML.
_NODE: Final = {
    "name_ar": "string",
    "name_en": "string",
    "kind": "string",
    "country": "string",
    "mentions": "int",
    "articles": "int",
}
_EDGE: Final = {"events": "int", "first": "string", "last": "string"}


def as_graphml(lines: Iterable[Line], ties: Iterable[Tie]) -> Iterator[str]:
    """A graph without directions, in pieces."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            key = {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind}
            yield written(etree.Element("key", key))
    yield '<graph edgedefault="undirected">\n'
    slugs: dict[int, str] = {}
    for line in lines:
        slugs[line.id] = line.slug
        told = {name: getattr(line, "lane" if name == "country" else name) for name in _NODE}
        yield _element("node", {"id": line.slug}, told)
    for tie in ties:
        ends = {"source": slugs[tie.one], "target": slugs[tie.other]}
        yield _element("edge", ends, {name: getattr(tie, name) for name in _EDGE})
    yield "</graph>\n</graphml>\n"


def _element(owner: str, attributes: Mapping[str, str], told: Mapping[str, Any]) -> str:
    """A node or an edge; what is not known is left out."""
    made = etree.Element(owner, dict(attributes))
    for name, value in told.items():
        if value is not None:
            child(made, "data", str(value), key=f"{owner}-{name}")
    return written(made)
