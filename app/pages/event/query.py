"""The event page has no parameters; anything in the query string is rejected."""

from __future__ import annotations

from collections.abc import Iterable

from app.web.filters import read


def parse(given: Iterable[tuple[str, str]]) -> None:
    """Raises QueryError for any parameter."""
    read((), given)
