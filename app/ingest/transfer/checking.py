"""What a line must satisfy beyond its form: offsets within the text, references that resolve."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.ingest.storing.reprint import print_of
from app.ingest.transfer.lines import ArticleLine, EventLine, StatementPart, Stretch, TellingPart

Path = tuple[str | int, ...]


def check_article(line: ArticleLine) -> None:
    """Raises ValueError that names the first field that contradicts another."""
    plain = hashlib.sha256(line["text"].encode()).hexdigest()
    if line["sha256"] not in (plain, print_of(plain, line["key"])):
        raise ValueError("sha256: is not that of text")
    _check_stretches(line)
    slugs = _unique("actors", "slug", line["actors"])
    if not slugs.issuperset(slug for _, slug in _named(line)):
        where, slug = next((where, slug) for where, slug in _named(line) if slug not in slugs)
        raise ValueError(f"{'.'.join(map(str, where))}: no actor {slug!r} in this article")
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


def _check_stretches(line: ArticleLine) -> None:
    length = len(line["text"])
    _check_stretch(line["title_at"], length, "title_at")
    _within("paragraphs", line["paragraphs"], length)
    _within("discarded", line["discarded"], length)
    _within("sentences", line["sentences"], length)
    _within("dates", line["dates"], length)
    for n, actor in enumerate(line["actors"]):
        _within("actors", actor["mentions"], length, n, "mentions")
    _check_records("statements", line["statements"], length)
    _check_records("tellings", line["tellings"], length)


def _check_records(field: str, records: Sequence[StatementPart] | Sequence[TellingPart], length: int) -> None:
    _within(field, records, length)
    for n, record in enumerate(records):
        _within(field, record["evidence"], length, n, "evidence")
        for k, link in enumerate(record["chain"]):
            _check_stretch(link["cue"], length, field, n, "chain", k, "cue")


def _within(field: str, parts: Sequence[Stretch], length: int, *inner: str | int) -> None:
    for n, part in enumerate(parts):
        _check_stretch(part, length, field, *inner, n)


def _check_stretch(at: Stretch | None, length: int, *where: str | int) -> None:
    """Raises ValueError for what is no stretch of the text; its name is only then put together."""
    if at is not None and not 0 <= at["start"] < at["end"] <= length:
        name = ".".join(map(str, where))
        raise ValueError(f"{name}.end: {at['start']} to {at['end']} is no stretch of the text")


def _named(line: ArticleLine) -> Iterator[tuple[Path, str]]:
    """Every actor that something of the line names, and where."""
    if line["outlet"] is not None:
        yield ("outlet",), line["outlet"]
    for n, statement in enumerate(line["statements"]):
        yield ("statements", n, "speaker"), statement["speaker"]
        for k, link in enumerate(statement["chain"]):
            yield ("statements", n, "chain", k, "actor"), link["actor"]
    for n, telling in enumerate(line["tellings"]):
        for k, party in enumerate(telling["participants"]):
            yield ("tellings", n, "participants", k, "actor"), party["actor"]
        for k, link in enumerate(telling["chain"]):
            yield ("tellings", n, "chain", k, "actor"), link["actor"]
