"""The lines of a text with the features that tell what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from app.domain.text import Span
from app.languages.ar.boilerplate import Line
from app.languages.ar.prose import asks

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_CLOSERS = re.compile(r"[\s\"'»”“’)\]}*]+$")
#: A note after the last sentence: «/نهاية الخبر/», «(يتبع)».
_NOTE = re.compile(r"(?<=[.؟!\"»”])\s*(?:/[^/]{1,25}/|\([^()]{1,25}\))\s*$")
#: An empty line right before.
_GAP = re.compile(r"\n[^\S\n]*\n[^\S\n]*\Z")
_GAP_WITHIN = 80
_WIDE_GAP = re.compile(r"\s{3,}|\t")
_STEM_END = re.compile(r"[\s.…!\"']+$")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_BULLET = re.compile(r"^\s*(?:[-–—•●▪■◄►*·]|\(?\d{1,2}\)?\s*[-.)–ـ])\s*\S")
#: A question this short, alone on its line, is a heading or a title.
_LONGEST_QUESTION_HEADING = 14
_LONGEST_EXCLAMATION = 8


class Ending(Enum):
    FULL = "full"  # . ؟ !
    OPEN = "open"  # : ، ؛ the text goes on in the next line
    CUT = "cut"  # … or ..
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """A line with text, outer spaces left off.

    ``line`` has its folded twin for comparing, ``stem`` that twin without the marks at its end;
    ``apart``: an empty line stands before it.
    """

    span: Span
    line: Line
    stem: str
    words: int
    ending: Ending
    arabic: float
    bullet: bool
    question: bool
    listing: bool
    apart: bool

    @property
    def key(self) -> str:
        return self.line.key

    @property
    def prose(self) -> bool:
        return self.line.prose

    @property
    def exclaims(self) -> bool:
        """A few words with an exclamation mark and no verb before them: a heading («مفاجأة الموسم!»)."""
        return self.words <= _LONGEST_EXCLAMATION and not self.prose and self.span.text.endswith("!")

    def is_body(self, *, stops: bool) -> bool:
        """True for running text. ``stops``: this page ends its paragraphs with a full stop."""
        if self.arabic < 0.5 or self.listing:
            return False
        if self.ending is Ending.FULL:
            if (self.question and self.words <= _LONGEST_QUESTION_HEADING) or self.exclaims:
                return False
            return self.words >= 5 or (self.words >= 3 and self.prose)
        if self.ending is Ending.OPEN:
            return self.words >= 8 or (self.words >= 4 and self.prose)
        if self.ending is Ending.CUT:
            return self.words >= 8 and self.prose
        if stops:
            return self.words >= 25 or (self.words >= 9 and self.prose)
        return self.words >= 14 or (self.words >= 6 and self.prose)


def blocks_of(text: str) -> list[Block]:
    """One block for each line that is not blank."""
    return [block_at(text, m.start(), m.end()) for m in _LINE.finditer(text)]


def block_at(text: str, start: int, end: int) -> Block:
    span = Span.of(text, start, end)
    letters = len(_LETTER.findall(span.text))
    line = Line.of(span.text)
    return Block(
        span=span,
        line=line,
        stem=_STEM_END.sub("", line.key),
        words=sum(1 for w in span.text.split() if _LETTER.search(w) or w.isdigit()),
        ending=_ending(span.text),
        arabic=len(_ARABIC.findall(span.text)) / letters if letters else 0.0,
        bullet=bool(_BULLET.match(span.text)),
        question=asks(span.text),
        listing=_is_listing(span.text),
        apart=_GAP.search(text[max(0, start - _GAP_WITHIN) : start]) is not None,
    )


def _is_listing(line: str) -> bool:
    """Headlines set side by side on one line, with wide gaps between them."""
    parts = [p for p in _WIDE_GAP.split(line) if p.strip()]
    stops = sum(_ending(p) is Ending.FULL for p in parts)
    return len(parts) >= 4 and 3 * stops <= len(parts)


def _ending(line: str) -> Ending:
    core = _CLOSERS.sub("", _NOTE.sub("", line))
    if core.endswith(("…", "..")):
        return Ending.CUT
    if core.endswith((".", "؟", "!", "?", "۔")):
        return Ending.FULL
    return Ending.OPEN if core.endswith((":", "،", "؛", ",")) else Ending.NONE


def uses_full_stops(blocks: list[Block]) -> bool:
    """True when most paragraphs end in a full stop: then long lines that do not are suspect.

    Paragraphs are known by how they begin; only where that tells too little, by their length.
    """
    long = [b for b in blocks if b.words >= 10 and b.prose and b.arabic >= 0.5]
    if len(long) < 2:
        long = [b for b in blocks if b.words >= 15 and b.arabic >= 0.5]
    return not long or 2 * sum(b.ending is Ending.FULL for b in long) >= len(long)
