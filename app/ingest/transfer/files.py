"""Files of lines: plain or gzip by the ending, ``-`` for the standard streams."""

from __future__ import annotations

import gzip
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app.errors import InputError

STREAM = "-"


def read_lines(file: str) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1; raises InputError for a file that cannot be read to its end."""
    n = 0
    try:
        with _reading(file) as stream:
            for n, raw in enumerate(stream, 1):
                yield n, raw
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(file, reason, n or None) from error


def write_lines(file: str, lines: Iterable[bytes]) -> None:
    """Write all lines or, if anything goes wrong on the way, leave what was there before.

    Equal lines give equal bytes, compressed or not.
    """
    if file == STREAM:
        sys.stdout.buffer.writelines(lines)
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    with replacing(path) as part, part.open("wb") as stream:
        if path.suffix == ".gz":
            with gzip.GzipFile("", "wb", 6, stream, mtime=0) as packed:
                packed.writelines(lines)
        else:
            stream.writelines(lines)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to be written to, which takes its place if that went well and anything is there.

    Raises InputError where nothing can be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        if part.exists():
            part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise InputError(str(path), getattr(error, "strerror", None) or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _reading(file: str) -> IO[bytes] | gzip.GzipFile:
    if file == STREAM:
        return sys.stdin.buffer
    return gzip.open(file, "rb") if file.endswith(".gz") else Path(file).open("rb")
