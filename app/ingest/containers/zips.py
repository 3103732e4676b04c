"""Zipped folders: every member is a file in itself, read no further than an article may be long."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO

from app.errors import InputError

#: Text packs to a fifth or a tenth of itself; what packs better than this by far is a bomb.
MOST_UNPACKED = 200
_SMALL = 1_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)


@contextmanager
def opened(stream: BinaryIO, file: str) -> Iterator[zipfile.ZipFile]:
    """The archive; raises InputError where it is none."""
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise InputError(file, f"not a zip archive that can be read: {error}") from error
    with archive:
        yield archive


def members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Files, sorted, each with its path inside; what is hidden is passed over, ``..`` leads nowhere."""
    for info in sorted(archive.infolist(), key=lambda each: each.filename):
        parts = [
            p for p in PurePosixPath(info.filename.replace("\\", "/")).parts if p not in ("/", "..", ".")
        ]
        if parts and not info.is_dir() and not any(p.startswith((".", "__MACOSX")) for p in parts):
            yield info, PurePosixPath(*parts)


def refusal(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not unpacked, if it is not."""
    if info.flag_bits & 0x1:
        return "locked by a password"
    if info.file_size > _SMALL and info.file_size > MOST_UNPACKED * max(1, info.compress_size):
        return f"unpacks to more than {MOST_UNPACKED} times its size"
    return None
