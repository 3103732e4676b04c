"""Conditional requests: an entity tag from the number of the last ingest and of the index."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Final

import sqlalchemy as sa
from fastapi import Depends, FastAPI, Request, Response
from sqlalchemy.orm import Session

from app.models import IndexStateRow, IngestRunRow
from app.web.site import Reading

_CACHE: Final = "public, no-cache"


class NotModified(Exception):  # noqa: N818 - no error: the answer that the asker has is still right
    """Raised before anything is read; ``tag`` is the entity tag of the state of the store."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def install(api: FastAPI) -> None:
    """Answer ``NotModified`` with 304 and no body."""

    @api.exception_handler(NotModified)
    def not_modified(_: Request, fresh: NotModified) -> Response:
        return Response(status_code=304, headers={"ETag": fresh.tag, "Cache-Control": _CACHE})


def entity_tag(session: Session) -> str:
    """Weak, for the same state may be sent compressed or not (RFC 9110, 8.8.3)."""
    run, epoch, generation = session.execute(
        sa.select(
            sa.select(sa.func.coalesce(sa.func.max(IngestRunRow.id), 0)).scalar_subquery(),
            IndexStateRow.epoch,
            IndexStateRow.generation,
        )
    ).one()
    return f'W/"{run}-{epoch}.{generation}-{version("tasalsul")}"'


def fresh(request: Request, response: Response, session: Reading) -> None:
    """Dependency: tags the answer, or ends the request where the asker has it already."""
    tag = entity_tag(session)
    given = request.headers.get("If-None-Match", "")
    if given.strip() == "*" or tag in (each.strip() for each in given.split(",")):
        raise NotModified(tag)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = _CACHE


Fresh = Annotated[None, Depends(fresh)]
