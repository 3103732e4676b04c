"""The stored text, and everything that refers to it.

All offsets are code points of the stored text, start inclusive, end exclusive, so that
``text[start:end]`` is always the words shown. The text never changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the stored text together with its words."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut ``text[start:end]``; raises ValueError if it is empty or not inside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} is not inside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


class ParagraphKind(StrEnum):
    BODY = "body"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article. ``n`` counts body paragraphs from 1; a heading has none."""

    n: int | None
    span: Span
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True)
class Discarded:
    """A block that is kept but not read, with the reason (``related_links``, ``comments`` …)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body paragraph; ``n`` counts from 1 within its paragraph."""

    paragraph: int
    n: int
    span: Span


class QuotationRole(StrEnum):
    SPEECH = "speech"
    SCARE = "scare"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks. ``outer`` includes the marks, ``inner`` does not.

    ``closed`` is False where the closing mark is missing and the end was inferred.
    ``role`` is a first guess from the text alone: speech, scare quotes, or a name.
    """

    paragraph: int
    outer: Span
    inner: Span
    closed: bool
    role: QuotationRole


class Basis(StrEnum):
    """How a publication date is known."""

    SUPPLIED = "supplied"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """Publication date as EDTF (None when unknown), its basis, and the words or note behind it."""

    edtf: str | None = None
    basis: Basis = Basis.UNKNOWN
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    slug: str
    name_ar: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text: from a sidecar, command line, HTML or JSON line.

    ``published_note`` says how the date is known, perhaps in one line per language. ``site`` is
    the name a page or feed gives itself; its address outweighs it, and ``outlet`` outweighs both. ``charset``
    is the encoding the bytes were decoded from if it was not UTF-8.
    """

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_note: str | None = None
    url: str | None = None
    byline: str | None = None
    site: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A file as read: decoded, with LF line endings, otherwise unchanged."""

    name: str
    text: str
    sha256: str
    meta: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: body paragraphs, headings and discarded blocks of one unchanged text."""

    name: str
    text: str
    sha256: str
    language: str
    meta: Metadata
    title: Span | None
    byline: Span | None
    outlet: Outlet | None
    published: Published
    paragraphs: tuple[Paragraph, ...]
    discarded: tuple[Discarded, ...]

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs, in order; ``body[k].n == k + 1``."""
        return tuple(p for p in self.paragraphs if p.n is not None)

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One morphological reading of a word.

    ``lemma`` is undiacritised and alef-folded; ``pos`` is ``verb``, ``noun``, ``adj`` …;
    ``aspect`` is p(erfect), i(mperfect) or c(ommand); ``prefixes`` are the clitics before it,
    outermost first (``و``, ``س``, ``ب``, ``ال`` …), ``suffix`` the pronoun after it.
    """

    lemma: str
    pos: str
    aspect: str | None = None
    person: str | None = None
    gender: str | None = None
    number: str | None = None
    voice: str | None = None
    prefixes: tuple[str, ...] = ()
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark of the body. ``fold`` is its folded form, used for every look-up."""

    i: int
    paragraph: int
    sentence: int
    span: Span
    fold: str
    analyses: tuple[Analysis, ...] = ()

    @property
    def is_word(self) -> bool:
        return self.fold[:1].isalnum()

    @property
    def is_verbal_noun(self) -> bool:
        """Whether one of its readings is a verbal noun."""
        return any(a.pos == "verbal_noun" for a in self.analyses)

    def verb(self) -> Analysis | None:
        """The first verbal reading, or None."""
        return next((a for a in self.analyses if a.pos == "verb"), None)
