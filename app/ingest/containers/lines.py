"""JSON lines: ``{"id", "text" or "html", "title"?, "published"?, "outlet"?, "url"?, "byline"?}`` per line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from app.errors import InputError
from app.ingest import decoding
from app.ingest.containers.item import FIELDS, KNOWN, MOST_NAMES, Item, Unread, from_record, once


def json_lines(stream: BinaryIO, file: str, name: str) -> Iterator[Item | InputError | Unread]:
    """An article a line, named ``name#id`` or ``name#line``; an error in its place where one is wrong."""
    number, seen, empty, others = 0, set[str](), True, Counter[str]()
    while line := stream.readline(decoding.MAX_BYTES + 1):
        number += 1
        if not line.strip() and len(line) <= decoding.MAX_BYTES:
            continue
        empty = False
        try:
            record = _record(decoding.checked(line))
            others.update(
                name for name in record.keys() - KNOWN if name in others or len(others) < MOST_NAMES
            )
            yield from_record(record, once(_id(record.get("id")), seen), name, number)
        except ValueError as error:
            yield InputError(file, str(error), number)
        while len(line) > decoding.MAX_BYTES and not line.endswith(b"\n"):  # what is left of a line too long
            line = stream.readline(decoding.MAX_BYTES + 1)
    if empty:
        yield InputError(file, "empty")
    if others:
        yield Unread(others)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decoding.decode(line).text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: nested too deep") from error
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    for key in FIELDS:
        if record.get(key) is not None and not isinstance(record[key], str):
            raise ValueError(f'"{key}" is not a text')
    return record


def _id(given: object) -> str | None:
    if given is None or isinstance(given, str):
        return given or None
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    raise ValueError('"id" is neither a text nor a whole number')
