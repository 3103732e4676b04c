"""Counters and durations for Prometheus, for this process or for all workers.

If ``PROMETHEUS_MULTIPROC_DIR`` names a folder, workers keep their numbers there and each of them can report
the total; ``tasalsul serve --workers`` creates one.
"""

from __future__ import annotations

import os
from typing import Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.responses import Response

#: Names the folder of the numbers of all workers.
FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"

_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "POST"})
_BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

_requests = Counter("tasalsul_requests", "Requests answered.", ["method", "page", "status"])
_seconds = Histogram("tasalsul_request_seconds", "Time to the end of an answer.", ["page"], buckets=_BUCKETS)
_troubles = Counter("tasalsul_database_troubles", "Requests the database did not answer.", ["reason"])


def note(method: str, page: str, status: int, seconds: float) -> None:
    """Count an answer; whoever invents methods makes no more series."""
    _requests.labels(method if method in _METHODS else "other", page, str(status)).inc()
    _seconds.labels(page).observe(seconds)


def note_trouble(reason: str) -> None:
    _troubles.labels(reason).inc()


def told() -> Response:
    """All numbers in the text format of Prometheus."""
    registry = REGISTRY
    if os.environ.get(FOLDER):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})
