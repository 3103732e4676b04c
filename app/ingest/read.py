"""Bytes to ``RawArticle``: text files, saved web pages, JSON lines, folders of them, standard input.

A text is decoded as UTF-8 (a byte order mark is dropped), its line ends are made LF, and nothing
else is changed, ever. What cannot be read comes out as an ``InputError`` in its place, so that the
others go on. Reading is lazy: one article at a time, in order, folders sorted by name.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.text import Metadata, RawArticle
from app.errors import InputError
from app.ingest.given_date import published_value
from app.ingest.html import declared_charset, looks_like_html, read_page
from app.ingest.sidecar import NAME, Sidecar, load_sidecar

#: An article is a few kilobytes, a page with all its machinery a few hundred; more is a mistake.
MAX_BYTES = 8_000_000

STDIN = "-"
SUFFIXES = frozenset({".txt", ".html", ".htm", ".jsonl"})

Found = RawArticle | InputError


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: ``jsonl`` takes every input as JSON lines; ``given`` overrides what files say.

    ``sidecar`` is asked for every article; without it an ``articles.toml`` beside a file is used.
    """

    jsonl: bool = False
    sidecar: Sidecar | None = None
    given: Metadata = field(default_factory=Metadata)


def read_paths(
    paths: Iterable[str], how: Reading | None = None, stdin: BinaryIO | None = None
) -> Iterator[Found]:
    """Every article under ``paths`` in order, an ``InputError`` where one cannot be read.

    ``-`` stands for standard input. The name of an article is its path under the folder given, or
    the bare file name; an article of a JSON lines file is named ``file#id``, or ``file#line``. What
    comes from standard input without an id is named by its text, ``-#`` and 12 digits of its SHA-256.
    """
    how = how or Reading()
    for given in paths:
        try:
            yield from _read_given(given, how, stdin)
        except OSError as error:
            yield InputError(given, error.strerror or str(error))


def _read_given(given: str, how: Reading, stdin: BinaryIO | None) -> Iterator[Found]:
    path = Path(given)
    if given == STDIN:
        yield from _read_stream(stdin or sys.stdin.buffer, STDIN, STDIN, how)
    elif path.is_dir():
        yield from _read_folder(path, how)
    else:
        yield from _read_file(path, path.name, _beside(path.parent, how))


def _read_folder(folder: Path, how: Reading) -> Iterator[Found]:
    """A sidecar counts for its folder and, where they have none of their own, those below."""
    closed: list[OSError] = []
    known = {folder: _beside(folder, how)}
    empty = True
    for path in _files(folder, closed):
        empty = False
        if path.parent not in known:
            own = _beside(path.parent, how)
            known[path.parent] = known[folder] if own is how else own
        yield from _read_file(path, path.relative_to(folder).as_posix(), known[path.parent])
    for error in closed:
        yield InputError(str(error.filename), error.strerror or str(error))
    if empty and not closed:
        yield InputError(str(folder), f"no {', '.join(sorted(SUFFIXES))} file in this folder")


def _files(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Files that may be articles, sorted, hidden ones passed over; ``closed`` takes what cannot be opened."""
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(root, name)


def _beside(folder: Path, how: Reading) -> Reading | InputError:
    """``how`` with the sidecar of a folder, if it has one and no other was given."""
    path = folder / NAME
    if how.sidecar is not None or not path.is_file():
        return how
    try:
        return replace(how, sidecar=load_sidecar(path))
    except InputError as error:
        return error


def _read_file(path: Path, name: str, how: Reading | InputError) -> Iterator[Found]:
    if isinstance(how, InputError):  # without its sidecar a file would be read with the wrong date
        yield InputError(str(path), f"not read, for what is known of it cannot be: {how}")
        return
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, str(path), name, how)
    except FileNotFoundError:
        yield InputError(str(path), "no such file")
    except OSError as error:
        yield InputError(str(path), error.strerror or str(error))


def _read_stream(stream: BinaryIO, file: str, name: str, how: Reading) -> Iterator[Found]:
    """``file`` is named in errors, ``name`` becomes the article's."""
    if how.jsonl or file.lower().endswith(".jsonl"):
        yield from _read_lines(stream, file, name, how)
        return
    try:
        data = _checked(stream.read(MAX_BYTES + 1))
        html = file.lower().endswith((".html", ".htm"))
        yield _article(_decode(data), html, name, how)
    except (ValueError, InputError) as error:
        yield InputError(file, str(error))


def _read_lines(stream: BinaryIO, file: str, name: str, how: Reading) -> Iterator[Found]:
    number, seen, empty = 0, set[str](), True
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if not line.strip() and len(line) <= MAX_BYTES:
            continue
        empty = False
        try:
            record = _record(_checked(line))
            own_id = record["id"]
            if own_id in seen:
                raise ValueError(f"the id {own_id!r} stands here for the second time")
            if own_id is not None:
                seen.add(own_id)
            yield _from_record(record, f"{name}#{number if own_id is None else own_id}", how)
        except (ValueError, InputError) as error:
            yield InputError(file, str(error), number)
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):  # what is left of a line too long
            line = stream.readline(MAX_BYTES + 1)
    if empty:
        yield InputError(file, "empty")


def _checked(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES // 1_000_000} MB, too long for one article")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("binary, not text")
    if not data.strip():
        raise ValueError("empty")
    return data


def _decode(data: bytes) -> str:
    """UTF-8, or for a web page the character set it names itself."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        charset = declared_charset(data)
        try:
            if charset is not None and charset.replace("-", "") != "utf8":
                return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
        raise ValueError(f"not UTF-8 (byte {error.start})") from error


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(_decode(line))
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: nested too deep") from error
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    for key in ("text", "html", "title", "published", "outlet", "url", "byline"):
        if record.get(key) is not None and not isinstance(record[key], str):
            raise ValueError(f'"{key}" is not a text')
    if record.get("text") is None and record.get("html") is None:
        raise ValueError('neither "text" nor "html" is given')
    return record | {"id": _id(record.get("id"))}


def _id(given: object) -> str | None:
    if given is None or isinstance(given, str):
        return given or None
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    raise ValueError('"id" is neither a text nor a whole number')


def _from_record(record: dict[str, Any], name: str, how: Reading) -> RawArticle:
    is_html = record.get("text") is None
    published = record.get("published")
    own = Metadata(
        id=record["id"],
        title=record.get("title"),
        outlet=record.get("outlet"),
        published=published_value(published) if published else None,
        url=record.get("url"),
        byline=record.get("byline"),
    )
    return _article(record["html"] if is_html else record["text"], is_html, name, how, own)


def _article(text: str, is_html: bool, name: str, how: Reading, own: Metadata | None = None) -> RawArticle:
    meta = own or Metadata()
    if is_html or (own is None and looks_like_html(text)):
        page = read_page(text)
        if page is None:
            raise ValueError("no article found in this page")
        text, meta = page.text, overlay(page.meta, meta)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise ValueError("binary, not text")
    if not any(map(str.isalnum, text)):
        raise ValueError("empty, or without a word")
    if how.sidecar is not None:
        meta = overlay(meta, how.sidecar.find(name, Path(name).name, meta.id))
    sha256 = fingerprint(text)
    if name.startswith(STDIN) and meta.id is None:
        name = f"{STDIN}#{sha256[:12]}"  # two texts of one stream must not replace each other
    return RawArticle(name, text, sha256, overlay(meta, how.given))


def fingerprint(text: str) -> str:
    """SHA-256 of the text in UTF-8; raises ValueError for half a surrogate pair."""
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise ValueError(f"half a character (at {error.start})") from error


def overlay(below: Metadata, above: Metadata) -> Metadata:
    """``below`` with whatever ``above`` knows; a date brings its own note."""
    known = {f.name: value for f in fields(above) if (value := getattr(above, f.name)) is not None}
    if above.published is not None:
        known["published_note"] = above.published_note
    return replace(below, **known)
