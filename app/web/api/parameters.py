"""The parameters of the pages as OpenAPI describes them, each with a sentence and an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

from fastapi import Path, Request

from app.errors import QueryError
from app.web.api.models import Problem
from app.web.filters import SLUG, Parameter, day
from app.web.i18n import gettext_noop as _

#: Name → what it means. One sentence does for every list that has the parameter.
MEANINGS: Final[Mapping[str, str]] = {
    "from": _("First day, month or year of the window; records whose dates overlap it are found."),
    "to": _("Last day, month or year of the window."),
    "actor": _(
        "Slug of a person, state, body, outlet or unnamed source; a state also means who acts for it."
    ),
    "match": _("Whether any of the actors must take part, or all, or nobody but them."),
    "kind": _("Sort of record or actor."),
    "type": _("Type of event."),
    "status": _("Whether the event occurred, was planned, was denied …"),
    "modality": _("How a statement is meant: asserted, denied, demanded …"),
    "outlet": _("Slug of a paper that tells it."),
    "article": _("Id of an article that tells it."),
    "place": _("Slug of a place."),
    "certainty": _("Quality of the date."),
    "evidence": _("Best origin behind the record."),
    "q": _("Words in any of their forms; a phrase in quotation marks, the beginning of a word as be*."),
    "exact": _("1: letters are compared as they are written."),
    "order": _("By the day of the event, or by the day of first publication."),
    "after": _("Where the page begins, as the page before gave it in its address. Opaque."),
    "limit": _("How many at most."),
    "speaker": _("Slug of who speaks."),
    "verb": _("Lemma of the verb of saying."),
    "quote": _("Direct, indirect or partly direct speech."),
    "chain": _("Number of media the words passed through; 4 means four or more."),
    "sort": _("Sort key, descending with a minus sign; records without a value come last."),
    "why": _("How the two accounts conflict."),
    "country": _("Slug of a state."),
    "change": _("Only runs that made a change of this kind, and only those changes."),
    "interval": _("Length of the intervals in which records are counted."),
}
#: Of use to pages only; accepted everywhere, so that the query string of a page can be used as it is.
DISPLAY: Final = _("Changes only how a page looks; nothing here.")

_EXAMPLES: Final[Mapping[str, str]] = {
    "from": "2015-09",
    "to": "2015-10-05",
    "actor": "ru",
    "speaker": "ru",
    "outlet": "elaph",
    "place": "damascus",
    "q": "تنسيق",
    "verb": "قال",
    "country": "ru",
    "limit": "20",
}

#: The id or slug of one record.
RecordId = Annotated[
    str, Path(description=_("Id or slug, as lists give it."), pattern=f"^(?:{SLUG.pattern})$", max_length=160)
]

_TOO_BAD: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "What the asker has is still right (`If-None-Match`)."},
    422: {"model": Problem, "description": "A parameter will not do; which, and what would."},
    500: {"model": Problem, "description": "A fault of ours; nothing of it is told."},
}
#: What any address may be answered with, before anything is read or where nothing can be.
ANYWHERE: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Problem, "description": "A null byte in the address."},
    413: {"model": Problem, "description": "A body; nothing here takes one."},
    414: {"model": Problem, "description": "An address that is too long."},
    503: {"model": Problem, "description": "The database does not answer; `Retry-After` says when to ask."},
}
#: Answers of a list, and of one record.
LIST: Final = _TOO_BAD
ONE: Final = {**_TOO_BAD, 404: {"model": Problem, "description": "There is no such record."}}


def described(parameters: Iterable[Parameter], most: int | None = None) -> dict[str, Any]:
    """``openapi_extra`` of a route; ``most`` values of a repeated parameter go into one request."""
    return {"parameters": [_parameter(each, most) for each in parameters]}


def _parameter(parameter: Parameter, most: int | None) -> dict[str, Any]:
    one = dict(parameter.schema)
    if parameter.default is not None:
        one["default"] = int(parameter.default) if one["type"] == "integer" else parameter.default
    schema: dict[str, Any] = one
    if parameter.repeat:
        schema = {"type": "array", "items": one} | ({"maxItems": most} if most else {})
    made: dict[str, Any] = {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": MEANINGS.get(parameter.name, DISPLAY),
        "schema": schema,
    }
    if parameter.repeat:
        made |= {"style": "form", "explode": True}
    example = _EXAMPLES.get(parameter.name)
    if example:
        value: Any = int(example) if one["type"] == "integer" else example
        made["example"] = [value] if parameter.repeat else value
    return made


def written_out(request: Request) -> None:
    """Dependency: a program writes values as they are described; what a form or a hand may send is refused.

    Raises QueryError for blanks and for dates in other forms.
    """
    for name, value in request.query_params.multi_items():
        if not value or value != value.strip():
            raise QueryError(name, value, ("not empty, no blanks around it",))
        if name in ("from", "to"):
            day(name).check(value)
