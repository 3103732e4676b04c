"""The web application on a socket: in this process, or in several that share it."""

from __future__ import annotations

import os
import socket
from tempfile import TemporaryDirectory
from typing import Any, Final

import uvicorn
from uvicorn.supervisors import Multiprocess

from app.main import create_app, settle
from app.settings import Settings
from app.web import logs, metrics

#: Headers of 16 KB, 10 seconds for answers under way when told to stop, a bound on what waits at once.
_OPTIONS: Final[dict[str, Any]] = {
    "log_config": None,
    "access_log": False,
    "server_header": False,
    "h11_max_incomplete_event_size": 16_384,
    "timeout_graceful_shutdown": 10,
    "limit_concurrency": 1_000,
}
#: Of as many heaps glibc lets the threads of a worker fill; by itself it would take eight a core.
_ARENAS: Final = "2"


def serve(settings: Settings, listener: socket.socket, workers: int) -> None:
    """Answer until told to stop (SIGINT, SIGTERM); a worker that dies is replaced by another."""
    logs.configure(settings.log)
    # asyncio only does this for sockets that name their protocol; without it the end of an answer waits 40 ms
    # for the receipt of its beginning.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if workers == 1:
        web = create_app(settings)
        settle(web)
        uvicorn.Server(uvicorn.Config(web, **_OPTIONS)).run(sockets=[listener])
        return
    with TemporaryDirectory(prefix="tasalsul-metrics-") as folder:
        os.environ |= settings.as_environment() | {metrics.FOLDER: folder}
        os.environ.setdefault("MALLOC_ARENA_MAX", _ARENAS)
        config = uvicorn.Config("app.main:from_environment", factory=True, workers=workers, **_OPTIONS)
        Multiprocess(config, sockets=[listener]).run()
