"""Pages of a list, with the addresses of their neighbours in the body and the ``Link`` header (RFC 8288)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

from fastapi import Request, Response

from app.web.api.models import Listing
from app.web.filters import Parameter, number, read
from app.web.urls import Pairs, query_string

ListingOf = TypeVar("ListingOf", bound=Listing[Any])

#: Records on a page where nothing is asked for.
USUAL: Final = 50
LIMIT: Final = number("limit", 1, 200, USUAL)


def limit_of(given: Iterable[tuple[str, str]], known: Sequence[Parameter]) -> tuple[int, Pairs]:
    """The length of a page and the other pairs of an address, where a page itself knows no ``limit``.

    Raises QueryError for any pair that is not among ``known`` or the limit.
    """
    pairs = list(given)
    values = read((*known, LIMIT), pairs)
    limit = int(values.get("limit", (str(USUAL),))[0])
    return limit, [pair for pair in pairs if pair[0] != "limit"]


def listing(
    kind: type[ListingOf],
    request: Request,
    response: Response,
    items: Sequence[Any],
    total: int,
    *,
    after: str | None,
    before: str | None,
) -> ListingOf:
    """The page, of a ``kind`` of its own so that its schema has a plain name.

    ``after`` is the cursor of the next page, ``before`` that of the one before: None where there is no such
    page; ``before`` is empty where that is the first.
    """
    path = request.url.path
    given = [pair for pair in request.query_params.multi_items() if pair[0] != "after" and pair[1]]
    first = path + query_string(given)
    following = path + query_string([*given, ("after", after)]) if after else None
    previous = None
    if before is not None:
        previous = path + query_string([*given, ("after", before)]) if before else first
    beside = {"first": first, "prev": previous, "next": following}
    links = [f'<{address}>; rel="{name}"' for name, address in beside.items() if address]
    response.headers["Link"] = ", ".join(links)
    return kind(total=total, items=list(items), next=following, previous=previous)
