"""The parameters of an oEmbed request: the address of a page, and the size of the frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from app.errors import NotFoundError, QueryError
from app.web.filters import Parameter, read
from app.web.i18n import CODES

#: The frame's width and height where there is room, in pixels.
WIDTH: Final = 640
HEIGHT: Final = 480
#: In what an answer may be had; any other is not implemented, by the specification no error of the asker's.
FORMATS: Final = ("json", "xml")


def _size(name: str) -> Parameter:
    def accepts(value: str) -> bool:
        return value.isascii() and value.isdigit() and len(value) < 6 and int(value) > 0

    return Parameter(name, ("1–99999",), accepts)


PARAMETERS: Final[tuple[Parameter, ...]] = (
    Parameter("url", ("https://…",), lambda value: len(value) <= 2000 and value.isprintable()),
    _size("maxwidth"),
    _size("maxheight"),
    Parameter("format", FORMATS, lambda value: len(value) <= 40 and value.isprintable(), default=FORMATS[0]),
)


@dataclass(frozen=True, slots=True)
class EmbedQuery:
    """A page of this site: its language, the event's id (None: the timeline), and its parameters."""

    lang: str
    event: str | None
    pairs: tuple[tuple[str, str], ...]
    width: int
    height: int
    format: str

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]], host: str) -> EmbedQuery:
        """Read the pairs of an address; ``host`` is ours. QueryError for what is missing or no value,
        NotFoundError for a page that has no frame, as the specification wants it."""
        values = {name: found[0] for name, found in read(PARAMETERS, given).items()}
        if "url" not in values:
            raise QueryError("url", "", (f"https://{host}/ar/", f"https://{host}/ar/events/…"))
        lang, event, pairs = _page(values["url"], host)
        return cls(
            lang=lang,
            event=event,
            pairs=pairs,
            width=min(WIDTH, int(values.get("maxwidth", WIDTH))),
            height=min(HEIGHT, int(values.get("maxheight", HEIGHT))),
            format=values.get("format", "json"),
        )


def _page(url: str, host: str) -> tuple[str, str | None, tuple[tuple[str, str], ...]]:
    refused = NotFoundError("page with a frame", url)
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise refused from error
    lang, _, rest = parts.path.lstrip("/").partition("/")
    if parts.scheme not in ("http", "https") or parts.netloc != host or lang not in CODES:
        raise refused
    if not rest:
        return lang, None, tuple(parse_qsl(parts.query))
    where, _, id_ = rest.partition("/")
    if where != "events" or not id_ or "/" in id_:
        raise refused
    return lang, unquote(id_), ()
