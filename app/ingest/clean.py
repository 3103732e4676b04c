"""Raw article to document: what is title, body and heading, and what is kept aside.

First version: blocks by length, final punctuation and a few cue words.
"""

from __future__ import annotations

import re

from app.domain.text import (
    Basis,
    Discarded,
    Document,
    Paragraph,
    ParagraphKind,
    Published,
    RawArticle,
    Span,
)
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold

_END = re.compile(r"[.؟?!…:؛][\"'»”“’)\]]*$")
_TAIL = re.compile(
    r"^(?:مقالات (?:ذات صله|متعلقه)|اقرا ايضا|مواضيع ذات صله|التعليقات|غير كلمه السر|ادعم )"
)


def clean(raw: RawArticle, knowledge: Knowledge) -> Document:
    """Read the lines of a text as title, body, headings and blocks kept aside."""
    lines = [
        Span.of(raw.text, m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", raw.text)
    ]
    tail = next((i for i, s in enumerate(lines) if _TAIL.match(fold(s.text))), len(lines))
    repeated = {i for i, s in enumerate(lines) if any(_repeats(s, t) for t in lines[i + 1 :])}
    sentences = [i for i in range(tail) if i not in repeated and _is_sentence(lines[i].text)]
    first, last = (sentences[0], sentences[-1]) if sentences else (0, tail - 1)
    heads = [
        s for i, s in enumerate(lines[:first]) if i not in repeated and len(s.text.split()) >= 4
    ]
    title = heads[0] if heads else None
    paragraphs: list[Paragraph] = []
    discarded: list[Discarded] = []
    for i, span in enumerate(lines):
        if span is title:
            continue
        if i in sentences or len(lines) == 1:
            n = 1 + sum(p.n is not None for p in paragraphs)
            paragraphs.append(Paragraph(n, span))
        elif first < i < last:
            paragraphs.append(Paragraph(None, span, ParagraphKind.HEADING))
        else:
            discarded.append(Discarded(span, "furniture"))
    meta = raw.meta
    published = (
        Published(meta.published, Basis.SUPPLIED, meta.published_note)
        if meta.published
        else Published()
    )
    return Document(
        raw.name, raw.text, raw.sha256, "ar", meta, title, None, None, published,
        tuple(paragraphs), tuple(discarded),
    )  # fmt: skip


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= 8 and bool(_END.search(line))


def _repeats(earlier: Span, later: Span) -> bool:
    """True for a browser title before its headline and for a deck cut short before its lead."""
    a, b = fold(earlier.text).rstrip(" ….!"), fold(later.text)
    return len(b) > 20 and a.startswith(b) or len(a) > 20 and b.startswith(a)
