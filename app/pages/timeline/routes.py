"""The timeline page."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.web.render import Here

router = APIRouter()


@router.get("/{lang}/")
def timeline(page: Here) -> Response:
    return page.render("timeline/page.html")
