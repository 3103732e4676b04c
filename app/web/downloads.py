"""Responses that a browser saves as files, streamed while they are generated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from starlette.responses import StreamingResponse

#: Characters sent at once: every block goes to another thread and back, which a record alone is not worth.
BLOCK: Final = 1 << 16


def download(
    pieces: Iterable[str], media_type: str, name: str, *, disposition: str = "attachment"
) -> StreamingResponse:
    """The pieces of a text as a file; ``name`` is of plain letters."""
    return StreamingResponse(
        blocks(pieces), media_type=media_type, headers=attachment(name, disposition=disposition)
    )


def attachment(name: str, *, disposition: str = "attachment") -> dict[str, str]:
    """Headers under which a browser keeps the answer as a file; ``name`` is of plain letters."""
    return {"Content-Disposition": f'{disposition}; filename="tasalsul-{name}"'}


def blocks(pieces: Iterable[str], size: int = BLOCK) -> Iterator[str]:
    """The same text in fewer pieces, each of ``size`` characters or a little more."""
    some: list[str] = []
    length = 0
    for piece in pieces:
        some.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(some)
            some, length = [], 0
    if some:
        yield "".join(some)
