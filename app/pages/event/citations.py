"""Citations of an event: in plain text, as BibTeX, as CSL-JSON and as RIS. Pure.

What is cited is the record, a page of this site that changes as articles are ingested; its date is therefore
the day of the last ingest. The date and the sources of the event are in the note, in words, because no
citation format can express how certain a date is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.domain import edtf
from app.pages.event.records import Facts
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.render import name_in

_SPECIAL: Final = re.compile(r"[\\{}%&#$_~^]")
_ESCAPED: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LEVEL_0: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Citation:
    """``note`` says when the event was and who tells it, ``read`` is the day of the last reading."""

    id: str
    title: str
    site: str
    note: str
    when: str | None
    address: str
    read: date
    lang: str


def citation(facts: Facts, spoken: Language, dates: DateWords, address: str, read: date) -> Citation:
    event = facts.event
    arabic = spoken.code == "ar"
    told: dict[str, str] = {}
    for telling in facts.tellings:
        source = telling.source
        name = name_in(spoken.code, source.outlet) if source.outlet else source.title or source.article
        told[source.article] = f"{name} ({dates.edtf(source.published)})" if source.published else name
    by = ("، " if arabic else ", ").join(told.values())
    return Citation(
        id=event.id,
        title=(event.headline_ar if arabic else event.headline_en) or event.headline_ar,
        site=spoken.gettext("Tasalsul"),
        note=f"{dates.edtf(event.edtf)}. {spoken.gettext('Reported by')}: {by}",
        when=event.edtf,
        address=address,
        read=read,
        lang=spoken.code,
    )


def as_text(cited: Citation) -> str:
    opening, closing = "«»" if cited.lang == "ar" else "“”"
    title = f"{opening}{cited.title}{closing}"
    return f"{cited.site}: {title}. {cited.note}. {cited.address} ({cited.read.isoformat()})\n"


def as_bibtex(cited: Citation) -> str:
    """BibTeX in UTF-8, as biber and every recent manager of references read it."""
    fields = {
        "author": f"{{{_tex(cited.site)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "year": str(cited.read.year),
        "date": cited.read.isoformat(),
        "url": cited.address,
        "note": _tex(cited.note),
        "langid": {"ar": "arabic", "en": "english"}[cited.lang],
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{tasalsul-{cited.id},\n{lines}}}\n"


def as_csl(cited: Citation) -> list[dict[str, Any]]:
    """CSL-JSON. ``event-date`` says year, month and day as far as they are known; doubt is ``circa``."""
    item: dict[str, Any] = {
        "id": f"tasalsul-{cited.id}",
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": cited.site}],
        "container-title": cited.site,
        "URL": cited.address,
        "issued": {"date-parts": [_parts(cited.read.isoformat())]},
        "note": cited.note,
        "language": cited.lang,
    }
    if cited.when:
        item["event-date"] = _csl_date(cited.when)
    return [item]


def as_ris(cited: Citation) -> str:
    """RIS, a tag a line, in UTF-8."""
    tags = (
        ("TY", "ELEC"),
        ("AU", cited.site),
        ("TI", cited.title),
        ("PY", str(cited.read.year)),
        ("DA", cited.read.strftime("%Y/%m/%d/")),
        ("UR", cited.address),
        ("N1", cited.note),
        ("LA", cited.lang),
        ("ID", f"tasalsul-{cited.id}"),
    )
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], "\\" + found[0]), " ".join(text.split()))


def _csl_date(value: str) -> dict[str, Any]:
    first, _, last = value.rstrip("~?%").partition("/")
    ends = [end for end in (first, last) if end]
    if all(_LEVEL_0.fullmatch(end) for end in ends):
        told: dict[str, Any] = {"date-parts": [_parts(end) for end in ends]}
        return told | ({"circa": True} if value[-1] in "~?%" else {})
    days = [day for day in edtf.bounds(value) if day]
    if not days:
        return {"literal": value}
    return {"date-parts": [_parts(days[0].isoformat())], "circa": True, "literal": value}


def _parts(iso: str) -> list[int]:
    return [int(part) for part in iso.split("-")]
