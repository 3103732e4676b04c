"""Static files: kept for a year under the current version, checked again under any other."""

from __future__ import annotations

import os
from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web.urls import static_version

_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"


class VersionedFiles(StaticFiles):
    """To be mounted at ``/static/{version}``; an old page's version still finds its files."""

    def file_response(
        self,
        full_path: os.PathLike[str] | str,
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        current = scope["path_params"].get("version") == static_version()
        response.headers["Cache-Control"] = _FOR_EVER if current else _ASK_AGAIN
        return response
