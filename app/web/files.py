"""Static files from memory, compressed once; cached for a year under the current version, else revalidated.

Style sheets are requested together (``css/tokens+base.css``), scripts with everything they import
(``js/timeline.whole.js``): one response where a page would wait for many.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web import modules
from app.web.urls import static_version

mimetypes.add_type("font/woff2", ".woff2")
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"
_TOGETHER: Final = "+"
_WHOLE: Final = ".whole.js"
#: So many files, or files together, are kept in memory.
_KEPT: Final = 128


@dataclass(frozen=True, slots=True)
class _File:
    """``packed`` is empty where packing saves nothing, as with fonts and pictures."""

    body: bytes
    packed: bytes
    etag: str
    kind: str


class VersionedFiles(StaticFiles):
    """To be mounted at ``/static/{version}``; an old page's version still finds its files."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at a path below the folder; raises HTTPException where there is none."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405)
        file = _read(Path(self.directory or ""), path)
        current = scope["path_params"].get("version") == static_version()
        headers = {
            "Cache-Control": _FOR_EVER if current else _ASK_AGAIN,
            "ETag": file.etag,
            "Vary": "Accept-Encoding",
        }
        asked = Headers(scope=scope)
        if file.etag in asked.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        if file.packed and "gzip" in asked.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(file.packed, headers=headers, media_type=file.kind)
        return Response(file.body, headers=headers, media_type=file.kind)


@lru_cache(maxsize=_KEPT)
def _read(root: Path, path: str) -> _File:
    """A file, or several of one folder and one kind one after another, or a script with its modules."""
    if path.endswith(_WHOLE):
        (entry,) = _parts(root, path.removesuffix(_WHOLE) + ".js")
        body = modules.whole(entry).encode()
    else:
        body = b"\n".join(file.read_bytes() for file in _parts(root, path))
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    packed = gzip.compress(body, 9, mtime=0)
    worth = len(packed) < 0.9 * len(body)
    return _File(body, packed if worth else b"", f'"{hashlib.sha256(body).hexdigest()[:16]}"', kind)


def _parts(root: Path, path: str) -> list[Path]:
    """The files that a path names, each of them once; raises HTTPException where one is not there."""
    whole = PurePosixPath(path)
    names = whole.name.removesuffix(whole.suffix).split(_TOGETHER)
    if len(set(names)) < len(names):
        raise HTTPException(404)
    files = [(root / whole.parent / f"{name}{whole.suffix}").resolve() for name in names]
    if not all(file.is_relative_to(root.resolve()) and _is_there(file) for file in files):
        raise HTTPException(404)
    return files


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name longer than any file can have
        return False
