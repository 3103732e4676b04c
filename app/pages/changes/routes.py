"""What is new, as a page and as JSON."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, RedirectResponse

from app.pages.changes import select
from app.pages.changes.data import as_json
from app.pages.changes.query import ChangesQuery
from app.pages.changes.view import build
from app.web.render import Here
from app.web.site import Reading

router = APIRouter()


@router.get("/{lang}/changes")
def changes(page: Here, session: Reading) -> Response:
    given = tuple(page.request.query_params.multi_items())
    query = ChangesQuery.parse(given)
    if given != query.pairs:
        return RedirectResponse(page.urls.changes(query.pairs), 303)
    view = build(select.load(session, query), query, page.language, page.dates, page.urls)
    return page.render("changes/page.html", view=view)


@router.get("/{lang}/changes.json")
def changes_as_json(page: Here, session: Reading) -> Response:
    query = ChangesQuery.parse(page.request.query_params.multi_items())
    facts = select.load(session, query)
    return JSONResponse(
        {
            "query": [list(pair) for pair in query.pairs],
            "runs": [as_json(run) for run in facts.runs],
            "after": facts.after,
        }
    )
