"""GraphML: actors as nodes, the events they share as edges, for programs that draw networks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from app.pages.actor.data import entry_as_json
from app.pages.actor.records import Entry
from app.pages.actor.select_graph import Tie
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


def as_graphml(entries: Iterable[Entry], ties: Iterable[Tie]) -> Iterator[str]:
    """A graph without directions, in pieces."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            key = {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind}
            yield written(etree.Element("key", key))
    yield '<graph edgedefault="undirected">\n'
    slugs: dict[int, str] = {}
    for entry in entries:
        slugs[entry.id] = entry.actor.slug
        told = entry_as_json(entry)
        yield _element("node", {"id": entry.actor.slug}, {name: told[name] for name in _NODE})
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
