"""The event as a page, as a panel beside the timeline, and as data."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from markupsafe import Markup
from sqlalchemy.orm import Session

from app.errors import NotFoundError
from app.pages.event import citations, select
from app.pages.event.data import as_json
from app.pages.event.picture import picture
from app.pages.event.query import parse
from app.pages.event.view import build
from app.web.downloads import attachment
from app.web.pictures import png
from app.web.render import Here, Page
from app.web.security import EMBEDDED
from app.web.site import Reading, last_read
from app.web.urls import Pairs

router = APIRouter()


@router.get("/{lang}/embed/events/{id}")
def embedded(page: Here, session: Reading, id: str) -> Response:
    """The event made small, to be shown on other sites in a frame."""
    parse(page.request.query_params.multi_items())
    view = build(select.load(session, id), page.language, page.dates, page.urls)
    made = page.render("event/embed.html", view=view)
    made.headers.update(EMBEDDED)
    return made


@router.get("/{lang}/events/{id}.png")
def drawn(page: Here, session: Reading, id: str) -> Response:
    """The picture that stands for the event where it is linked to."""
    parse(page.request.query_params.multi_items())
    data = png(picture(select.load(session, id), page.language, page.dates))
    return Response(data, media_type="image/png", headers={"Cache-Control": "public, max-age=3600"})


def titled(page: Page, session: Session, id: str | None, pairs: Pairs) -> str:
    """What the event is called, for oEmbed; raises NotFoundError."""
    parse(pairs)
    event = select.load(session, id or "").event
    return (event.headline_ar if page.lang == "ar" else event.headline_en) or event.headline_ar


@router.get("/{lang}/events/{id}.txt")
def as_words(page: Here, session: Reading, id: str) -> Response:
    return PlainTextResponse(citations.as_text(cited(page, session, id)))


@router.get("/{lang}/events/{id}.bib")
def as_bibtex(page: Here, session: Reading, id: str) -> Response:
    return _reference(citations.as_bibtex(cited(page, session, id)), "application/x-bibtex", f"{id}.bib")


@router.get("/{lang}/events/{id}.ris")
def as_ris(page: Here, session: Reading, id: str) -> Response:
    return _reference(
        citations.as_ris(cited(page, session, id)), "application/x-research-info-systems", f"{id}.ris"
    )


@router.get("/{lang}/events/{id}.csl.json")
def as_csl(page: Here, session: Reading, id: str) -> Response:
    made = citations.as_csl(cited(page, session, id))
    return JSONResponse(made, media_type="application/vnd.citationstyles.csl+json")


def cited(page: Page, session: Session, id: str) -> citations.Citation:
    """How to cite the event with this id, or with a telling of this id."""
    parse(page.request.query_params.multi_items())
    facts = select.load(session, id)
    address = page.origin + page.urls.event(facts.event.id)
    return citations.citation(facts, page.language, page.dates, address, last_read(session).date())


def _reference(text: str, media_type: str, name: str) -> Response:
    return Response(text, media_type=f"{media_type}; charset=utf-8", headers=attachment(name))


@router.get("/{lang}/events/{id}.json")
def data(page: Here, session: Reading, id: str) -> Response:
    parse(page.request.query_params.multi_items())
    return JSONResponse(as_json(select.load(session, id)))


@router.get("/{lang}/events/{id}")
def event(page: Here, session: Reading, id: str) -> Response:
    """The id of a telling leads to its event, that of a statement to its words in the article."""
    parse(page.request.query_params.multi_items())
    try:
        facts = select.load(session, id)
    except NotFoundError:
        return _statement(page, session, id)
    if facts.event.id != id:
        return RedirectResponse(page.urls.event(facts.event.id), 302)
    view = build(facts, page.language, page.dates, page.urls)
    if page.wants_partial:
        return page.render("event/_panel.html", view=view)
    permalink = str(page.request.url.replace(query="", fragment=""))
    return page.render("event/page.html", view=view, permalink=permalink)


def panel(page: Page, session: Session, id: str) -> Markup:
    """The event to stand beside the timeline; raises NotFoundError."""
    view = build(select.load(session, id), page.language, page.dates, page.urls)
    return page.text("event/_panel.html", view=view)


def _statement(page: Here, session: Reading, id: str) -> Response:
    place = select.where_said(session, id)
    if place is None:
        raise NotFoundError("event", id)
    article, paragraph, sentence = place
    return RedirectResponse(
        page.urls.article(article, paragraph=paragraph, sentence=sentence, highlight=id), 302
    )
