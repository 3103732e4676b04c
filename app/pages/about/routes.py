"""The page about the project."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.pages.about.figures import holdings, quality
from app.pages.about.view import build
from app.web.render import Here

router = APIRouter()


@router.get("/{lang}/about")
def about(page: Here) -> Response:
    return page.render("about/page.html", view=build(page.language, quality(), holdings()))
