"""A small version of a view for frames on other sites, and its link preview."""

from __future__ import annotations

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session

from app.index.read import current
from app.pages.timeline import select, select_counts, select_facets
from app.pages.timeline.picture import picture
from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view import title
from app.pages.timeline.view_filters import applied
from app.pages.timeline.voice import Voice
from app.web.pictures import png
from app.web.render import Here, Page
from app.web.security import EMBEDDED
from app.web.site import Reading
from app.web.urls import Pairs

router = APIRouter()

#: Records shown in a frame where nothing is asked for.
SHOWN = 12


@router.get("/{lang}/embed/timeline")
def embedded(page: Here, session: Reading) -> Response:
    """The first records of a view with links to each, and to the view as a whole."""
    asked = TimelineQuery.parse(page.request.query_params.multi_items())
    query = asked if "limit" in page.request.query_params else asked.with_(limit=SHOWN)
    voice = Voice(page.language, page.dates, page.urls)
    found, records = select.page_of(session, query)
    whole = query.with_(limit=TimelineQuery().limit, after=None)
    made = page.render(
        "timeline/embed.html",
        title=named(page, session, asked.pairs),
        records=records,
        total=found.total,
        voice=voice,
        whole=page.origin + voice.link(whole),
    )
    made.headers.update(EMBEDDED)
    return made


@router.get("/{lang}/timeline.png")
def drawn(page: Here, session: Reading) -> Response:
    """The picture of a view."""
    query = TimelineQuery.parse(page.request.query_params.multi_items())
    voice = Voice(page.language, page.dates, page.urls)
    counted = select_counts.histogram(session, query, "month")
    _, found = select_counts.choices(session, query)
    states = [state for state in found.states if not query.actor or state.slug in query.actor]
    data = png(picture(named(page, session, query.pairs), counted, states, voice))
    return Response(data, media_type="image/png", headers={"Cache-Control": "public, max-age=3600"})


def named(page: Page, session: Session, pairs: Pairs) -> str:
    """What a view is of; raises QueryError for what no view can be of."""
    query = TimelineQuery.parse(pairs)
    voice = Voice(page.language, page.dates, page.urls)
    return title(applied(query, select_facets.names(current(session), query), voice), voice)
