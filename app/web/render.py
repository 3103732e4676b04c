"""Renders templates: one Jinja environment per language, strict about undefined names.

Besides what its page passes, a template can use: ``lang``, ``direction``, ``_`` and
``ngettext``, ``urls`` (addresses in its language), ``dates`` (dates in words), ``label``
(a value of a closed vocabulary), ``in_english`` (the words of saying), ``name`` (an actor, outlet or
place in its language).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from app.errors import NotFoundError
from app.settings import TEMPLATES
from app.web.colours import colour
from app.web.dates_in_words import DateWords
from app.web.i18n import CODES, Language, language
from app.web.labels import VOCABULARIES
from app.web.site import sections
from app.web.urls import Urls, in_language
from app.web.verbs_in_english import in_english

_PLAIN_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
#: What HTML gives a meaning to.
_SPECIAL: Final = re.compile("[&<>\"']").search
_EXTENSIONS: Final = ("jinja2.ext.i18n",)


class Page:
    """What a route needs to answer one request in one language."""

    def __init__(self, request: Request, spoken: Language) -> None:
        self.request = request
        self.language = spoken
        self.lang = spoken.code
        self.urls = Urls(spoken.code)
        self.dates = date_words(spoken.code)

    @property
    def origin(self) -> str:
        """Scheme and host by which the reader came, for addresses that leave the page."""
        return str(self.request.base_url).rstrip("/")

    @property
    def wants_partial(self) -> bool:
        """True when htmx asks for a part of the page to swap in, not for the whole to restore."""
        headers = self.request.headers
        return headers.get("HX-Request") == "true" and headers.get("HX-History-Restore-Request") != "true"

    def render(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """An answer with the template filled in; ``context`` is the page's own view."""
        return HTMLResponse(self.text(template, **context), status, headers={"Vary": "HX-Request"})

    def text(self, template: str, **context: Any) -> Markup:
        """The template filled in, to stand alone or inside another."""
        url = self.request.url
        found = environment(self.lang).get_template(template)
        text = found.render(
            page=self,
            sections=sections(self.request.app),
            path="/" + url.path.lstrip("/").partition("/")[2],
            other=self.language.other,
            address=in_language(url.path, url.query, self.lang),
            address_in_other=in_language(url.path, url.query, self.language.other.code),
            **context,
        )
        return Markup(text)  # noqa: S704 - made by an environment that escapes


async def page(request: Request, lang: str) -> Page:
    """Dependency: the page of the language in the path; any other language is not found.

    It waits for nothing; as a coroutine it spares the way to another thread and back.
    """
    if lang not in CODES:
        raise NotFoundError("page", request.url.path)
    return Page(request, language(lang))


Here = Annotated[Page, Depends(page)]


@cache
def date_words(code: str) -> DateWords:
    return DateWords(language(code))


class _InOnePiece(Template):
    """A template that hands over all it makes at once, and escapes only what there is to escape.

    Jinja passes every piece up through each template and block around it; a page of thousands of
    pieces, five levels deep, spends a third of its time on that.
    """

    @classmethod
    def from_code(cls, *arguments: Any, **named: Any) -> Template:
        made = super().from_code(*arguments, **named)
        made.root_render_func.__globals__["escape"] = escaped
        made.root_render_func = _in_one_piece(made.root_render_func)
        made.blocks = {name: _in_one_piece(block) for name, block in made.blocks.items()}
        return made


def escaped(value: Any) -> str:
    """``markupsafe.escape`` for what goes straight into a page: most of it are numbers and plain words."""
    kind = type(value)
    if kind is str:
        return str(escape(value)) if _SPECIAL(value) else value
    if kind is int or kind is float:
        return str(value)
    return value if kind is Markup else escape(value)


def _in_one_piece(render: Callable[..., Iterator[str]]) -> Callable[..., Iterator[str]]:
    def rendered(*arguments: Any, **named: Any) -> Iterator[str]:
        yield "".join(render(*arguments, **named))

    return rendered


class _Templates(Environment):
    """Templates of one language, in which a message with nothing to fill in is text like any other."""

    template_class = _InOnePiece

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        _Told(language(str(self.globals["lang"]))).visit(parsed)
        return parsed


class _Told(NodeTransformer):
    """Puts words in the place of messages: a page has a hundred, and each was looked up for every reader."""

    def __init__(self, spoken: Language) -> None:
        self.spoken = spoken

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name of the node
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(message))], kwargs=[], dyn_args=None
            ):
                words = Markup(self.spoken.gettext(message)) % {}  # noqa: S704 - from our own catalogue
                return nodes.Const(words, lineno=node.lineno)
        return node


@cache
def environment(code: str) -> Environment:
    """The Jinja environment of a language, with everything that does not change by request."""
    spoken = language(code)
    made = _Templates(
        loader=FileSystemLoader(TEMPLATES),
        extensions=_EXTENSIONS,
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Views have the attributes they are asked for, or the template is wrong: nothing else need be tried.
    made.getattr = getattr  # type: ignore[assignment, method-assign]
    made.install_gettext_translations(spoken.translations, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        lang=code,
        direction=spoken.direction,
        languages=[language(each) for each in CODES],
        urls=Urls(code),
        dates=date_words(code),
        colour=colour,
        label=lambda vocabulary, value: label(spoken, vocabulary, value),
        in_english=in_english,
    )
    made.tests["plain_date"] = lambda edtf: bool(_PLAIN_DATE.fullmatch(edtf))
    made.filters.update(
        name=lambda thing: name_in(code, thing),
        headname=lambda thing: capital(name_in(code, thing)),
        thousands=lambda n: f"{n:,}",
    )
    return made


def prepare() -> None:
    """Compile every template in every language, so that no reader waits for that: half a second for each."""
    for code in CODES:
        templates = environment(code)
        for name in templates.list_templates(extensions=["html"]):
            templates.get_template(name)


def label(spoken: Language, vocabulary: str, value: str) -> str:
    """The name of a value of a closed vocabulary; a value without one is shown as it is."""
    message = VOCABULARIES[vocabulary].get(value)
    return spoken.gettext(message) if message else value


def capital(text: str) -> str:
    """With a capital letter, as what begins a line has it: "Official source at …"."""
    return text[:1].upper() + text[1:]


def name_in(code: str, thing: Any) -> str:
    """``name_ar`` or ``name_en`` of a thing, the other where one is empty."""
    first, second = (thing.name_ar, thing.name_en) if code == "ar" else (thing.name_en, thing.name_ar)
    return str(first or second)
