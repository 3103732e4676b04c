"""An explained article as one self-contained page: no scripts, no other files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from app.domain.records import Extraction
from app.ingest.explaining.findings import Finding, Part, pieces
from app.ingest.explaining.layout import Block, blocks, facts

STYLE = Path(__file__).with_name("page.css")
_LEGEND = (
    ("content", "what was said"),
    ("quoted", "word for word"),
    ("cue", "the saying"),
    ("source", "who says it"),
    ("relay", "through whom"),
    ("actor", "actor"),
    ("date", "time"),
    ("trigger", "event"),
    ("place", "place"),
)


def page(extractions: Sequence[Extraction]) -> str:
    """HTML of the articles, one after the other."""
    title = extractions[0].document.name if len(extractions) == 1 else f"{len(extractions)} articles"
    legend = "".join(f'<li><mark class="{part}">{words}</mark></li>' for part, words in _LEGEND)
    articles = "".join(_article(e, k) for k, e in enumerate(extractions, 1))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Tasalsul</title><style>{STYLE.read_text('utf-8')}</style></head>\n"
        f'<body><header><h1>What was read, and why</h1><ul class="legend">{legend}</ul></header>\n'
        f"<main>{articles}</main></body></html>\n"
    )


def _article(extraction: Extraction, k: int) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{_lines(value)}</dd>" for name, value in facts(extraction))
    body = "".join(_block(block, k) for block in blocks(extraction))
    name = escape(extraction.document.name)
    return f'<article><h2><bdi>{name}</bdi></h2><dl class="facts">{rows}</dl>{body}</article>\n'


def _lines(value: str) -> str:
    """A note may have a line for each language."""
    return "<br>".join(f'<bdi dir="auto">{escape(line)}</bdi>' for line in value.splitlines())


def _block(block: Block, k: int) -> str:
    text = "".join(_piece(p.text, p.parts, p.of, k) for p in pieces(block.span, list(block.found)))
    kind = escape(block.kind.replace("_", " "))
    if block.discarded:
        return (
            f'<details class="discarded"><summary>not read: {kind}</summary>'
            f'<p dir="auto" lang="ar">{text}</p></details>\n'
        )
    label = f"¶ {block.n}" if block.n is not None else kind
    notes = "".join(_note(number, finding, k) for number, finding in block.found)
    return (
        f'<section class="block {kind}"><h3><bdi dir="ltr">{label}</bdi></h3>'
        f'<p dir="rtl" lang="ar">{text}</p>'
        f"<ol>{notes}</ol></section>\n"
    )


def _piece(text: str, parts: frozenset[Part], of: tuple[int, ...], k: int) -> str:
    words = escape(text)
    if not parts:
        return words
    names = " ".join(part.value for part in Part if part in parts)
    title = " ".join(f"{n}" for n in of)
    return f'<a class="m {names}" href="#f{k}-{of[-1]}" title="{title}">{words}</a>'


def _note(number: int, finding: Finding, k: int) -> str:
    reasons = " · ".join(map(escape, finding.reasons))
    return (
        f'<li id="f{k}-{number}" class="{finding.layer.value}" value="{number}">'
        f'<b>{escape(finding.what)}</b> <bdi lang="ar">«{escape(finding.head.text)}»</bdi>'
        f"<small><code>{escape(finding.rule)}</code> {reasons}</small></li>"
    )
