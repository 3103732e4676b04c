"""A saved web page as an article: its body through trafilatura, its metadata from its own markup.

The text is the headline, an empty line, and one paragraph per line. A publication date is taken only
from where a page states it for machines; a date in the prose is left to later stages.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.domain.text import Metadata
from app.ingest.given_date import iso_day
from app.ingest.page_data import Carried, carried, linked_data

log = logging.getLogger(__name__)

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_ADDRESS_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
#: The address of the front page of a site, as the pages of the site give it.
_FIRST_PAGE = re.compile(r"https?://[^/?#]+/?|/|/?index\.\w{3,5}")
_LOOKS_LIKE_HTML = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype html|html|head|body|article)\b",  # never goes back
    re.IGNORECASE | re.DOTALL,
)

_TITLE_MARK = re.compile(r"\s[-–—|]\s")
#: Letters of what a page may call its article; each dash in it may end the title proper.
_LONGEST_TITLE = 500
#: What the data of a page must have more of than its markup to be taken for the article.
_MUCH_MORE = 2
#: The guesses of trafilatura are slow, and not used here.
_DATES = {"extensive_search": False}

#: ``name``, ``property`` or ``itemprop`` of a <meta> that gives the day of publication.
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "article.published", "publishdate",
    "publish_date", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "parsely-pub-date", "sailthru.date",
)  # fmt: skip

#: Names of a day of publication in RDFa.
_ANNOTATED = frozenset(
    """dc:date dc:created dc:issued dcterms:created dcterms:issued
    schema:datecreated schema:datepublished""".split()
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the text of the article and what the page says about it."""

    text: str
    meta: Metadata


def looks_like_html(text: str) -> bool:
    """True for a text that begins as a web page does."""
    return bool(_LOOKS_LIKE_HTML.match(text[:2000]))


def declared_charset(data: bytes) -> str | None:
    """The character set that the page names in its first 2,048 bytes, if any."""
    found = _CHARSET.search(data[:2048])
    return found[1].decode("ascii").lower() if found else None


def read_page(html: str) -> Page | None:
    """Body and facts of a page, or None where no article is found in it."""
    try:
        tree = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8"))
    except etree.LxmlError:
        return None
    if tree is None:
        return None
    found = _extracted(html)
    body = (getattr(found, "text", None) or "").strip()
    title = _one_line(getattr(found, "title", None))
    data = carried(tree, frozenset(_titles(tree, title)), fragment_text)
    if data is not None and _says_more(data.text, body):
        body, title = data.text, data.title or title
    if not body:
        return None
    own, host = getattr(found, "sitename", None), getattr(found, "hostname", None)
    site = _one_line(own or _home(tree, title) or host)
    title = _headline(title, site)
    published, note = _published(tree, data)
    meta = Metadata(
        title=title,
        site=site,
        published=published,
        published_note=note,
        url=getattr(found, "url", None),
        byline=_one_line(getattr(found, "author", None)) or (data.byline if data else None),
    )
    return Page(_with_title(title, body), meta)


def _extracted(html: str) -> Any:
    """What trafilatura finds; of a page without a body in its markup only what its head says."""
    import trafilatura  # noqa: PLC0415 - a fifth of a second that most inputs, being text, need not wait

    try:
        found = trafilatura.bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_links=False,
            date_extraction_params=_DATES,
        )
        return found or trafilatura.extract_metadata(html, date_config=_DATES, extensive=False)
    except Exception:  # of a broken page it takes for granted what is not there
        log.debug("a page that trafilatura fails on", exc_info=True)
        return None


def _says_more(data: str, body: str) -> bool:
    """True for the text of a page whose markup holds next to nothing of it, or not its paragraphs."""
    if "".join(data.split()) == "".join(body.split()):
        return data.count("\n") > body.count("\n")
    return len(data.split()) > _MUCH_MORE * len(body.split())


def _titles(tree: Any, found: str | None) -> Iterator[str]:
    """What the page may call its article."""
    if found:
        yield found
    for path in (".//h1", ".//title"):
        for element in tree.iterfind(path):
            if text := _one_line("".join(element.itertext())[:_LONGEST_TITLE]):
                yield text
                yield from (text[: mark.start()] for mark in _TITLE_MARK.finditer(text))


def _home(tree: Any, title: str | None) -> str | None:
    """«عنوان الخبر | اسم الموقع»: the end of a title, where a link to the first page is called so too."""
    whole = _one_line((tree.findtext(".//title") or "")[:_LONGEST_TITLE]) or ""
    *before, name = _TITLE_MARK.split(whole)
    if not before or title is None or not whole.startswith(title):
        return None
    for link in tree.iterfind(".//a[@href]"):
        if _FIRST_PAGE.fullmatch(link.get("href")):
            pictures = (picture.get("alt") for picture in link.iterfind(".//img"))
            if name in (_one_line("".join(link.itertext())), *pictures):
                return name
    return None


def _headline(title: str | None, site: str | None) -> str | None:
    """«عنوان الخبر - اسم الموقع»: without the name that the site gives itself."""
    if title is None or site is None:
        return title
    *head, last = _TITLE_MARK.split(title)
    own = bool(head) and (last in site or site in last)
    return title[: -len(last)].rstrip(" -–—|") if own else title


#: Elements of HTML that begin a line of their own.
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr"
    " li main ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe"})


def fragment_text(markup: str) -> str:
    """The words of a piece of a page, such as a feed carries: a block a line, entities resolved."""
    if "<" not in markup and "&" not in markup:
        return "\n".join(_lines(markup))
    tree = etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser(encoding="utf-8"))
    return "\n".join(_lines("".join(_pieces(tree)))) if tree is not None else ""


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _pieces(tree: Any) -> Iterator[str]:
    """Text in order; line ends of the markup are blanks, those of blocks are kept."""
    for step, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _BLOCKS:
            yield "\n"
        if step == "start" and name not in _UNSEEN and element.text:
            yield element.text.replace("\n", " ")
        if step != "start" and element.tail:
            yield element.tail.replace("\n", " ")


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _with_title(title: str | None, body: str) -> str:
    if title is None:
        return body
    first, _, rest = body.partition("\n")
    if _one_line(first) == title:
        body = rest.lstrip("\n")
    return f"{title}\n\n{body}" if body else title


def _published(tree: Any, data: Carried | None) -> tuple[str | None, str | None]:
    """ISO day of publication and the words of the markup it rests on."""
    for where, value in _stated_dates(tree):
        if day := iso_day(value):
            return day, f"{where}: {value.strip()}"
    return (data.day, data.where) if data else (None, None)


def _stated_dates(tree: Any) -> Iterator[tuple[str, str]]:
    """Candidates, the most explicit first, each with the name of its place."""
    named: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            if name := meta.get(key):
                named.setdefault(name.lower(), meta.get("content"))
    yield from ((name, named[name]) for name in _DATE_NAMES if name in named)
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield (
            "itemprop datePublished",
            next(filter(None, map(element.get, ("content", "datetime", "title"))), ""),
        )
    for item in linked_data(tree):
        if isinstance(day := item.get("datePublished"), str):
            yield "datePublished", day
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield from (("address", day) for day in _address_dates(link.get("href") or ""))
    times = [time.get("datetime") for time in tree.iterfind(".//time[@datetime]")]
    if len(times) == 1:  # among several, some belong to other stories
        yield "time", times[0]
    yield from _annotated_dates(tree)


def _annotated_dates(tree: Any) -> Iterator[tuple[str, str]]:
    """RDFa, as Drupal writes it: «property="dc:date dc:created" content="…"», where the page has but one."""
    found = [
        (name, element.get("content"))
        for element in tree.iterfind(".//*[@property][@content]")
        if (name := next((n for n in element.get("property").lower().split() if n in _ANNOTATED), None))
    ]
    if len({value for _, value in found}) == 1:
        yield found[0]


def _address_dates(address: str) -> Iterator[str]:
    for year, month, day in _ADDRESS_DAY.findall(address):
        yield f"{year}-{int(month):02}-{int(day):02}"
