"""Bytes to ``RawArticle``: text files, saved web pages, containers of many, folders of them, standard input.

A text is decoded (see ``decoding``), its line ends are made LF, and nothing else is changed, ever. What
cannot be read comes out as an ``InputError`` in its place. Reading is lazy: one article at a time, in order.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from app.domain.text import Metadata, RawArticle
from app.errors import InputError
from app.ingest import decoding
from app.ingest.containers import zips
from app.ingest.containers.feeds import feed
from app.ingest.containers.item import Container, Item
from app.ingest.containers.lines import json_lines
from app.ingest.containers.mhtml import saved_page
from app.ingest.containers.tables import table
from app.ingest.containers.warc import web_archive
from app.ingest.html import looks_like_html, read_page
from app.ingest.sidecar import NAME, Sidecar, load_sidecar, sidecar_of

STDIN = "-"
#: The last ones as a server names what it makes, and a mirror of it with its question: ``show.aspx?id=3``.
PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"})
#: A page with all it shows in one file, as browsers save it.
SAVED = frozenset({".mht", ".mhtml"})
CONTAINERS: dict[str, Container] = {
    ".jsonl": json_lines,
    ".csv": table,
    ".tsv": table,
    ".xml": feed,
    ".rss": feed,
    ".atom": feed,
    ".warc": web_archive,
}
ZIP = ".zip"
SUFFIXES = frozenset({".txt", *PAGES, *SAVED, *CONTAINERS, ZIP})
#: Any of them may be packed further; of ``.warc.gz`` warcio takes care itself.
GZIP = ".gz"
_SETTINGS = ".toml"
_SIDECAR_BYTES = 1_000_000
#: With its pictures; the page itself is the first part.
SAVED_BYTES = 8 * decoding.MAX_BYTES

Found = RawArticle | InputError


@dataclass(slots=True)
class Meter:
    """How far reading has come, in bytes of the files given; ``total`` is 0 where it is not known. ``passed``
    counts files of other endings in folders, ``unread`` has by file the fields that nobody reads."""

    total: int = 0
    done: int = 0
    at: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    unread: dict[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[str]) -> Meter:
        """For these paths; what cannot be looked at counts nothing, and standard input has no size."""
        total = 0
        for given in paths:
            if given == STDIN:
                return cls()
            path = Path(given)
            with contextlib.suppress(OSError):
                files = _files(path, []) if path.is_dir() else [path]
                total += sum(file.stat().st_size for file in files)
        return cls(total)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: ``jsonl`` takes every input as JSON lines; ``given`` overrides what files say.

    ``sidecar`` is asked for every article; without it an ``articles.toml`` beside a file is used. What
    it says of an article in an archive need not begin with ``inside``, the archive's name.
    """

    jsonl: bool = False
    sidecar: Sidecar | None = None
    meter: Meter | None = None
    inside: str = ""
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
    for path in _files(folder, closed, how.meter.passed if how.meter else None):
        empty = False
        if path.parent not in known:
            own = _beside(path.parent, how)
            known[path.parent] = known[folder] if own is how else own
        yield from _read_file(path, path.relative_to(folder).as_posix(), known[path.parent])
    for error in closed:
        yield InputError(str(error.filename), error.strerror or str(error))
    if empty and not closed:
        yield InputError(str(folder), f"no {', '.join(sorted(SUFFIXES))} file in this folder")


def _files(folder: Path, closed: list[OSError], passed: Counter[str] | None = None) -> Iterator[Path]:
    """Files that may be articles, sorted, hidden ones passed over, and what a browser saved with a page
    («talks_files» beside «talks.html»); ``closed`` takes what cannot be opened, ``passed`` other endings."""
    for root, folders, names in os.walk(folder, onerror=closed.append):
        beside = {f"{PurePosixPath(name).stem}_files" for name in names if kind_of(name) in PAGES}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        for name in sorted(name for name in names if not name.startswith(".")):
            if kind_of(name) in SUFFIXES:
                yield Path(root, name)
            elif passed is not None and kind_of(name) != _SETTINGS:
                passed[kind_of(name) or name] += 1


def kind_of(name: str) -> str:
    """The ending that tells how a file is read, in small letters, ``.gz`` looked through."""
    path = PurePosixPath(name.lower().partition("?")[0])
    return PurePosixPath(path.stem).suffix if path.suffix == GZIP else path.suffix


def holds_many(name: str) -> bool:
    """Whether a file of this name is read as more than one article."""
    return kind_of(name) in {ZIP, *CONTAINERS}


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
            for one in _read_stream(stream, str(path), name, how):
                if how.meter is not None:
                    how.meter.at = stream.tell()
                yield one
            if how.meter is not None:
                how.meter.done, how.meter.at = how.meter.done + stream.seek(0, os.SEEK_END), 0
    except FileNotFoundError:
        yield InputError(str(path), "no such file")
    except OSError as error:
        yield InputError(str(path), error.strerror or str(error))


def _read_stream(stream: BinaryIO, file: str, name: str, how: Reading) -> Iterator[Found]:
    """``file`` is named in errors, ``name`` becomes the article's."""
    kind = ".jsonl" if how.jsonl else kind_of(file)
    if kind == ZIP:
        yield from _read_zip(stream, file, name, how)
        return
    if file.lower().endswith(GZIP) and kind != ".warc":
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    try:
        if kind in CONTAINERS:
            yield from _read_container(CONTAINERS[kind], stream, file, name, how)
        elif kind in SAVED:
            yield _found(saved_page(stream.read(SAVED_BYTES), name), file, how)
        else:
            text = decoding.decode(decoding.checked(stream.read(decoding.MAX_BYTES + 1)))
            own = Metadata(charset=text.charset)
            item = Item(name, text.text, kind in PAGES or looks_like_html(text.text), own)
            yield _found(item, file, how)
    except ValueError as error:
        yield InputError(file, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield InputError(file, f"cannot be unpacked: {error}")


def _read_container(read: Container, stream: BinaryIO, file: str, name: str, how: Reading) -> Iterator[Found]:
    for item in read(stream, file, name):
        if isinstance(item, Item):
            yield _found(item, file, how)
        elif isinstance(item, InputError):
            yield item
        elif how.meter is not None:
            how.meter.unread[file] = item.names


def _read_zip(stream: BinaryIO, file: str, name: str, how: Reading) -> Iterator[Found]:
    """What a zipped folder holds; its ``articles.toml`` counts for all of it."""
    try:
        with zips.opened(stream, file) as archive:
            files = list(zips.members(archive))
            here = next((info for info, path in files if str(path) == NAME), None)
            if here is not None and how.sidecar is None:
                own = sidecar_of(archive.open(here).read(_SIDECAR_BYTES), f"{file}/{NAME}")
                how = replace(how, sidecar=own, inside=f"{name}/")
            every = [(i, p) for i, p in files if kind_of(p.name) in SUFFIXES - {ZIP}]
            for info, path in every:
                inside = f"{file}/{path}"
                if why := zips.refusal(info):
                    yield InputError(inside, why)
                    continue
                try:
                    with archive.open(info) as member:
                        yield from _read_stream(cast("BinaryIO", member), inside, f"{name}/{path}", how)
                except zips.BROKEN as error:
                    yield InputError(inside, f"cannot be unpacked: {error}")
            if not every:
                yield InputError(file, f"no {', '.join(sorted(SUFFIXES - {ZIP}))} file in this archive")
    except InputError as error:
        yield error


def _found(item: Item, file: str, how: Reading) -> Found:
    """The article of an item, or the error in its place."""
    try:
        return _article(item, how)
    except ValueError as error:
        return InputError(file, str(error), item.line)
    except InputError as error:
        return error if item.line is None else InputError(file, str(error), item.line)


def _article(item: Item, how: Reading) -> RawArticle:
    text, meta, name = item.text, item.own, item.name
    if item.is_html:
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
        meta = overlay(meta, how.sidecar.find(name, name.removeprefix(how.inside), Path(name).name, meta.id))
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
