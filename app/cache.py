"""Tables that are slow to derive, cached between runs as text files in the user's cache folder.

A file is named after what it was made from, so a newer package or another folding rule never
meets an old table; it also carries a digest of its content, so a truncated file is made again.
Where nothing can be written, the table is derived each time: the cache only ever saves time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

#: A folder for derived tables; set to nothing, none are kept.
VARIABLE = "TASALSUL_CACHE_DIR"


def folder() -> Path | None:
    """``$TASALSUL_CACHE_DIR``, else ``tasalsul`` in the user's cache folder; None where there is none."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given).expanduser() if given else None
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tasalsul"
    except RuntimeError:  # no home
        return None


def kept(name: str, source: bytes, make: Callable[[], str]) -> str:
    """The text that ``make`` derives from ``source``, from the folder if it is there, else made and kept."""
    where = folder()
    if where is None:
        return make()
    path = where / f"{name}-{hashlib.sha256(source).hexdigest()[:16]}.txt"
    text = _read(path)
    if text is None:
        text = make()
        with contextlib.suppress(OSError):
            data = text.encode()
            place(path, _digest(data) + b"\n" + data)
            _forget(path, name)
    return text


def place(path: Path, data: bytes) -> None:
    """Put a file in its place, whole or not at all; OSError where that cannot be."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        try:
            file.write(data)
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _read(path: Path) -> str | None:
    """What was kept, None where nothing whole is there."""
    try:
        digest, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data.decode() if digest == _digest(data) else None


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _forget(path: Path, name: str) -> None:
    """Remove what the same table was before."""
    for old in path.parent.glob(f"{name}-*.txt"):
        if old != path:
            old.unlink(missing_ok=True)
