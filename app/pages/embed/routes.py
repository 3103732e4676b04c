"""The oEmbed endpoint. The framed pages themselves belong to the timeline and the event."""

from __future__ import annotations

from html import escape
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from lxml import etree
from starlette.exceptions import HTTPException

from app.pages.embed.query import FORMATS, EmbedQuery
from app.web.i18n import language
from app.web.problems import ANYWHERE
from app.web.render import Page
from app.web.site import Reading
from app.web.urls import Urls, query_string
from app.web.xml import child, document

router = APIRouter()


@router.get("/oembed")
def oembed(request: Request, session: Reading) -> Response:
    """How to show a page of this site in a frame: type ``rich``, in JSON or in XML."""
    query = EmbedQuery.parse(request.query_params.multi_items(), request.url.netloc)
    if query.format not in FORMATS:
        raise HTTPException(501)
    page = Page(request, language(query.lang))
    kind = "timeline" if query.event is None else "event"
    title = request.app.state.titles[kind](page, session, query.event, query.pairs)
    urls = Urls(query.lang)
    if query.event is None:
        framed, drawn = urls.embed() + query_string(query.pairs), urls.export("timeline.png", query.pairs)
    else:
        framed, drawn = urls.embed(query.event), f"{urls.event(query.event)}.png"
    frame = (
        f'<iframe src="{escape(page.origin + framed)}" title="{escape(title)}" width="{query.width}"'
        f' height="{query.height}" loading="lazy" referrerpolicy="no-referrer"'
        ' sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )
    made = {
        "version": "1.0",
        "type": "rich",
        "provider_name": page.language.gettext("Tasalsul"),
        "provider_url": page.origin + urls.timeline(),
        "title": title,
        "html": frame,
        "width": query.width,
        "height": query.height,
        "thumbnail_url": page.origin + drawn,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 3600,
    }
    if query.format == "xml":
        return Response(_as_xml(made), media_type="text/xml", headers=ANYWHERE)
    return JSONResponse(made, headers=ANYWHERE)


def _as_xml(made: dict[str, Any]) -> bytes:
    root = etree.Element("oembed")
    for name, value in made.items():
        child(root, name, str(value))
    return document(root)
