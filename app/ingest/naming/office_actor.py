"""An office as an actor, for titles whose holder is unknown."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Span
from app.ingest.naming.page import Page
from app.ingest.naming.title import Title
from app.knowledge.load import Knowledge
from app.knowledge.records import slugify
from app.languages.ar.offices import load_offices


def office_actor(knowledge: Knowledge, title: Title, span: Span) -> Actor | None:
    """The office itself, for titles whose holder is not known."""
    if len(title.offices) == 1:
        office = knowledge.offices[title.offices[0]]
        return Actor(
            office.slug, ActorKind.OFFICE, office.name_ar, office.name_en, office.country,
            gender=title.rank.gender, number="s",
        )  # fmt: skip
    name_en = _english(knowledge, title)
    return Actor(
        slugify(name_en), ActorKind.OFFICE, span.text, name_en, title.country, known=False,
        gender=title.rank.gender, number=title.rank.number,
    )  # fmt: skip


#: Who serve one that reigns or governs: their own name is not his.
_REIGNING = frozenset({"president", "king", "emir", "sultan", "supreme_leader", "crown_prince", "pope"})


def own_title(knowledge: Knowledge, title: Title, inner: Title | None, person: Candidate) -> Title:
    """The part of a title that is the person's: «مستشار الرئيس فلان» names the president, if he is one."""
    while inner is not None and inner.nested is not None:
        inner = inner.nested
    if inner is None or inner.rank.rank.id not in _REIGNING or title.rank.rank.id == "deputy":
        return title
    careers = (knowledge.careers.get(r.slug.replace("-", "_"), ()) for r in person.readings)
    held = {post.office for posts in careers for post in posts}
    return inner if held & set(inner.offices) and not held & set(title.offices) else title


def title_alone(page: Page, title: Title) -> list[Candidate]:
    """A title without a name: one candidate for each office it means."""
    if title.former:
        return []
    found = page.candidate((title.start, title.stop), title.form, Sign.TITLE, MentionHow.OFFICE)
    office = office_actor(page.knowledge, title, found.span)
    readings = (office,) if office and title.rank.number == "s" else ()
    return [
        replace(
            found, readings=readings, offices=(identifier,) if identifier else (),
            head=title.rank.rank.id,
            country=title.country, gender=title.rank.gender,
            number="s" if title.offices else title.rank.number,
            sure=title.rank.number == "s" or title.second is not None,
        )
        for identifier in title.offices or ("",)
    ]  # fmt: skip


def _english(knowledge: Knowledge, title: Title) -> str:
    if title.nested:
        return f"{title.rank.rank.en} to the {_english(knowledge, title.nested)}"
    country = knowledge.countries.get(title.country or "")
    what = f"{title.portfolio or ''} {title.rank.rank.en}".strip()
    adjective = f"{country.adjective_en} " if country and not title.body else ""
    name = adjective + load_offices().english.get(f"{title.portfolio} {title.rank.rank.id}", what)
    if title.offices and not title.portfolio:
        return knowledge.offices[title.offices[0]].name_en
    if title.place:
        place = knowledge.countries.get(title.place) or knowledge.places.get(title.place)
        name += f" to {place.name_en}" if place else ""
    return f"{name} of {title.body.name_en}" if title.body else name
