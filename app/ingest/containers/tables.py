"""Tables: CSV or TSV with the keys of JSON lines as column names; other columns are ignored."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from app.errors import InputError
from app.ingest import decoding
from app.ingest.containers.item import FIELDS, KNOWN, MOST_NAMES, Item, Unread, from_record, once

#: A table of some ten thousand articles. It is held in memory, for a field may go over many lines.
MAX_TABLE = 200_000_000
_SEPARATORS = (",", ";", "\t")


def table(stream: BinaryIO, file: str, name: str) -> Iterator[Item | InputError | Unread]:
    """An article a row, named ``name#id`` or ``name#row``; the line of names is row 1."""
    data = stream.read(MAX_TABLE + 1)
    if len(data) > MAX_TABLE:
        yield InputError(file, f"more than {MAX_TABLE // 1_000_000} MB; JSON lines have no such limit")
        return
    try:
        read = decoding.decode(data)
    except ValueError as error:
        yield InputError(file, str(error))
        return
    text = read.text
    if not text.strip():
        yield InputError(file, "empty")
        return
    csv.field_size_limit(decoding.MAX_BYTES)
    head = text.partition("\n")[0]
    rows = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True
    )
    names = [n.strip().lower() for n in rows.fieldnames or ()]
    if not {"text", "html"} & set(names):
        yield InputError(file, 'no column is named "text" or "html"', 1)
        return
    rows.fieldnames = names
    count = 0
    for item in _rows(rows, file, name):
        count += 1
        if isinstance(item, Item):
            item = replace(item, own=replace(item.own, charset=read.charset))  # noqa: PLW2901
        yield item
    if others := {each for each in names if each} - KNOWN:
        yield Unread(dict.fromkeys(sorted(others)[:MOST_NAMES], count))


def _rows(rows: csv.DictReader[str], file: str, name: str) -> Iterator[Item | InputError]:
    seen, number = set[str](), 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:  # where the next row begins is not known any more
            yield InputError(file, f"not a table from here on: {error}", rows.line_num)
            return
        try:
            own_id = once(row.get("id") or None, seen)
            yield from_record({key: row.get(key) or None for key in FIELDS}, own_id, name, number)
        except ValueError as error:
            yield InputError(file, str(error), rows.line_num)
