"""Requests drawn at random: addresses of the application with parameters, ids and paths nobody means."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Mount, Route

#: Ids, slugs and paths: of the file system, of SQL, of templates, of no length or too great a one.
IDS = (
    *(
        "nothing",
        "..",
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/app/main.py",
        ".env",
        "~",
    ),
    *(
        "' OR 1=1 --",
        "1; DROP TABLE articles",
        "{{7*7}}",
        "${7*7}",
        "<script>",
        "\u202eاسم",
        "بوتين",
        "\U0001f600",
    ),
    *(
        "\ud7ff",
        "%ff%fe",
        "a" * 300,
        "-1",
        "0",
        "9" * 40,
        "nan",
        "null",
        "a/b/c",
        "a\\b",
        "con",
        "*",
        "%",
        "_",
    ),
    *("a.b", "x.json", "x.csv", "x.ics", "\r\nSet-Cookie: a=b", "\t", " ", "?", "#"),
)
NAMES = (
    *("from", "to", "actor", "match", "kind", "type", "status", "modality", "outlet", "article", "place"),
    *(
        "certainty",
        "evidence",
        "q",
        "exact",
        "order",
        "scale",
        "axis",
        "lane",
        "after",
        "limit",
        "hl",
        "marks",
    ),
    *("why", "page", "country", "event", "id", "url", "format", "colour", "", "__class__", "a[]", "\u202e"),
)
VALUES = (
    *IDS,
    *("", "2015", "2015-09", "2015-09-24", "2015-13", "2015-02-30", "0000", "-0001", "99999", "2016/2015"),
    *("../2015", "2015-09-24T00:00:00Z", "ru", "il", "any", "all", "event", "statement", "day", "undated"),
    *(
        "published",
        "linear",
        "rtl",
        "country",
        "named",
        "1",
        "200",
        "201",
        "1e9",
        "٢٠١٥",
        "NEAR(",
        '"',
        '"a" OR "b',
    ),
    *("a* AND b", "a NEAR/3 b", "^a", "col:x", "(((((", "ا" * 400, "و" * 50, "َ" * 100, "\u200f\u200e"),
    *("AND OR NOT", "a:b & !c | 'd", "\\", "'; --"),
)
METHODS = ("GET",) * 12 + ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)


def patterns(web: FastAPI) -> list[str]:
    """The paths of all routes, those of the interface for programs among them."""
    found = []
    for route in web.routes:
        if isinstance(route, APIRoute | Route):
            found.append(route.path)
        elif isinstance(route, Mount) and isinstance(route.app, FastAPI):
            found += [route.path + inner for inner in patterns(route.app)]
    return sorted({*found, *getattr(web.state, "paths", ()), "/static/{version}/{path}"})


def drawn(seed: int, paths: Sequence[str], known: Sequence[str]) -> Iterator[Asked]:
    """Requests without end; ``known`` are ids and slugs that are there."""
    draw = random.Random(seed)
    while True:
        target = "/".join(_part(draw, part, known) for part in draw.choice(paths).split("/"))
        if draw.random() < 0.05:
            target = "/" + draw.choice((*IDS, "ar//", "ar/./", "ar/../en/", ";a=b")).replace(" ", "%20")
        pairs = [_pair(draw, known) for _ in range(draw.choice((0, 0, 1, 1, 2, 3, 8)))]
        query = "&".join(pairs)
        if draw.random() < 0.03:
            query = "".join(draw.choice("=&%;+?#[]/\\'\"aa0") for _ in range(draw.randrange(60))).replace(
                "#", ""
            )
        path = "/" + quote(target.lstrip("/"), safe="/%.;=~:@!$&'()*+,")
        yield Asked(draw.choice(METHODS), f"{path}?{query}", _headers(draw))


def _part(draw: random.Random, part: str, known: Sequence[str]) -> str:
    before, brace, rest = part.partition("{")
    if not brace:
        return part
    name, _, after = rest.partition("}")
    if name.startswith("lang"):
        value = draw.choice(("ar", "en", "ar", "en", "fr", draw.choice(IDS)))
    else:
        value = draw.choice(known) if draw.random() < 0.4 else draw.choice(IDS)
    return before + _quoted(draw, value) + after


def _pair(draw: random.Random, known: Sequence[str]) -> str:
    value = draw.choice(known) if draw.random() < 0.2 else draw.choice(VALUES)
    return f"{quote_plus(draw.choice(NAMES))}={quote_plus(value, errors='replace')}"


def _quoted(draw: random.Random, value: str) -> str:
    """Percent-encoded, sometimes twice; what is so already stays."""
    return value if "%" in value else quote(quote(value) if draw.random() < 0.05 else value, safe="/.")


def _headers(draw: random.Random) -> dict[str, str]:
    choices = (
        ("Accept", ("application/json", "text/html", "*/*", "", "image/png;q=x", "a" * 500)),
        ("Accept-Language", ("en", "ar;q=nan", "ar;q=-1,en;q=9e999", "", ",;,", "x" * 500)),
        ("HX-Request", ("true", "false", "\x7f")),
        ("HX-Target", ("panel", "list", "<b>")),
        ("If-None-Match", ("*", 'W/"1-1.1-0"', '"', ",,,")),
        ("Range", ("bytes=0-1", "bytes=-1", "bytes=9-1", "lines=1")),
        ("Host", ("[", "a b", "evil.example:99999", "")),
        ("X-Request-ID", ("a" * 64, "<script>", "\x7f")),
        ("Accept-Encoding", ("gzip", "identity;q=0", "br")),
    )
    return {name: draw.choice(values) for name, values in choices if draw.random() < 0.12}
