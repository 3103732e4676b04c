"""The list of contradictions."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from app.pages.contradictions import select
from app.pages.contradictions.query import ContradictionsQuery
from app.pages.contradictions.view import build
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/contradictions")
def contradictions(page: Here, session: Reading) -> Response:
    given = tuple(page.request.query_params.multi_items())
    query = ContradictionsQuery.parse(given)
    if given != query.pairs:
        return RedirectResponse(page.urls.contradictions(query.pairs), 303)
    view = build(select.load(session, query), query, page.language, page.urls)
    return page.render("contradictions/page.html", view=view)
