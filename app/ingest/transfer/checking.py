"""What a line must keep to beyond its form: offsets within the text, names that stand for something."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.ingest.transfer.lines import ArticleLine, ChainPart, EventLine, Stretch

Place = tuple[str, Stretch]


def check_article(line: ArticleLine) -> None:
    """Raises ValueError that names the first field that contradicts another."""
    if hashlib.sha256(line["text"].encode()).hexdigest() != line["sha256"]:
        raise ValueError("sha256: is not that of text")
    _within(_stretches(line), len(line["text"]))
    slugs = _unique("actors", "slug", line["actors"])
    for where, slug in _named(line):
        if slug not in slugs:
            raise ValueError(f"{where}: no actor {slug!r} in this article")
    claims = _unique("statements", "id", line["statements"])
    _unique("tellings", "id", line["tellings"])
    for n, telling in enumerate(line["tellings"]):
        if telling["claimed_by"] is not None and telling["claimed_by"] not in claims:
            raise ValueError(
                f"tellings.{n}.claimed_by: no statement {telling['claimed_by']!r} in this article"
            )


def check_event(line: EventLine) -> None:
    """Raises ValueError unless the event is called after one of its tellings."""
    if line["id"] not in line["tellings"]:
        raise ValueError("id: is not that of a telling")


def _unique(field: str, name: str, parts: Iterable[Mapping[str, Any]]) -> set[str]:
    seen: set[str] = set()
    for n, part in enumerate(parts):
        if part[name] in seen:
            raise ValueError(f"{field}.{n}.{name}: {part[name]!r} is there twice")
        seen.add(part[name])
    return seen


def _within(places: Iterable[Place], length: int) -> None:
    for where, at in places:
        if not 0 <= at["start"] < at["end"] <= length:
            raise ValueError(f"{where}.end: {at['start']} to {at['end']} is no stretch of the text")


def _stretches(line: ArticleLine) -> Iterator[Place]:
    if line["title_at"]:
        yield "title_at", line["title_at"]
    yield from _listed("paragraphs", line["paragraphs"])
    yield from _listed("discarded", line["discarded"])
    yield from _listed("sentences", line["sentences"])
    yield from _listed("dates", line["dates"])
    for n, actor in enumerate(line["actors"]):
        yield from _listed(f"actors.{n}.mentions", actor["mentions"])
    yield from _records("statements", line["statements"])
    yield from _records("tellings", line["tellings"])


def _listed(field: str, parts: Iterable[Stretch]) -> Iterator[Place]:
    return ((f"{field}.{n}", part) for n, part in enumerate(parts))


def _records(field: str, parts: Iterable[Any]) -> Iterator[Place]:
    for n, part in enumerate(parts):
        yield f"{field}.{n}", part
        yield from _listed(f"{field}.{n}.evidence", part["evidence"])
        yield from ((f"{field}.{n}.chain.{k}.cue", x["cue"]) for k, x in enumerate(part["chain"]) if x["cue"])


def _named(line: ArticleLine) -> Iterator[tuple[str, str]]:
    if line["outlet"] is not None:
        yield "outlet", line["outlet"]
    for n, statement in enumerate(line["statements"]):
        yield f"statements.{n}.speaker", statement["speaker"]
        yield from _media(f"statements.{n}", statement["chain"])
    for n, telling in enumerate(line["tellings"]):
        for k, party in enumerate(telling["participants"]):
            yield f"tellings.{n}.participants.{k}.actor", party["actor"]
        yield from _media(f"tellings.{n}", telling["chain"])


def _media(where: str, chain: Iterable[ChainPart]) -> Iterator[tuple[str, str]]:
    return ((f"{where}.chain.{k}.actor", link["actor"]) for k, link in enumerate(chain))
