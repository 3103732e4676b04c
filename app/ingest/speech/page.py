"""The article as a row of tokens to which mentions, dates and quotation marks are pinned.

The steps of the statement stage use token numbers only; this is where they look things up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from app.domain.records import Actor, ActorKind, Draft, Mention, MentionHow
from app.domain.text import Quotation, QuotationRole, Span, Token
from app.domain.time import DateMention, TimeKind
from app.ingest.speech.unclosed import narrated_from
from app.languages.ar.normalise import fold
from app.languages.ar.speech import Speech

_COMMAS = frozenset("،,")
_ENDS = frozenset(".؟!؛?;…")
#: A text without full stops is read in pieces of about this many words, in bounded time.
_LONGEST = 400
_OPENERS = frozenset('("[«“')


@dataclass(frozen=True, slots=True)
class Pin:
    """A mention, date or quotation from token ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionPin(Pin):
    mention: Mention
    actor: Actor
    prefix: str


@dataclass(frozen=True, slots=True)
class DatePin(Pin):
    date: DateMention


@dataclass(frozen=True, slots=True)
class QuotePin(Pin):
    """``start`` is the opening mark, ``end`` follows the closing one."""

    quotation: Quotation
    spoken: bool


class Page:
    """Read-only look-ups by token number over one draft."""

    __slots__ = (
        "_ends",
        "_folds",
        "_name_parts",
        "_slugs",
        "_starts",
        "_surnames",
        "closed",
        "dates",
        "draft",
        "mentioned",
        "mentions",
        "opened",
        "quoted",
        "speech",
        "text",
        "titled",
        "tokens",
    )

    def __init__(self, draft: Draft, speech: Speech) -> None:
        self.draft = draft
        self.speech = speech
        self.tokens = draft.tokens
        self.text = draft.document.text
        self._folds = _folds(self.tokens, self.text)
        self._starts = [t.span.start for t in self.tokens]
        self._ends = [t.span.end for t in self.tokens]
        self._slugs: dict[int, list[str]] = {}
        self.titled: dict[int, MentionPin] = {}
        self.mentions = self._pin_mentions()
        self._name_parts = self._parts_of_names()
        self._surnames = self._last_words()
        self.mentioned = {pin.end: pin for pin in self.mentions.values()}
        self.dates = self._pin_dates()
        self.opened: dict[int, QuotePin] = {}
        self.quoted = bytearray(len(self.tokens))
        self._pin_quotes()
        self.closed = {pin.end: pin for pin in self.opened.values()}

    def _range(self, span: Span) -> tuple[int, int]:
        """Token numbers a stretch of text touches."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)

    def _pin_mentions(self) -> dict[int, MentionPin]:
        """The longest mention at each token."""
        actors = {a.slug: a for a in self.draft.actors}
        pins: dict[int, MentionPin] = {}
        for mention in self.draft.mentions:
            actor = actors.get(mention.slug)
            if actor is None or mention.how is MentionHow.PRONOUN:
                continue
            start, end = self._range(mention.span)
            self._slugs.setdefault(start, []).append(mention.slug)
            if start < end and (start not in pins or pins[start].end < end):
                prefix = self.text[self._starts[start] : mention.span.start]
                pins[start] = MentionPin(start, end, mention, actor, prefix)
                self._pin_title(pins[start])
        return pins

    def _pin_title(self, pin: MentionPin) -> None:
        """Pin a person where the title before the name begins, up to where name and titles end."""
        phrase = pin.mention.phrase
        if phrase is None or pin.actor.kind is not ActorKind.PERSON:
            return
        start, end = self._range(phrase)
        if start < pin.start:
            prefix = self.text[self._starts[start] : phrase.start]
            self.titled[start] = replace(pin, start=start, end=end, prefix=prefix)

    def _parts_of_names(self) -> dict[int, bool]:
        """Tokens of persons' names, those after the first of each marked."""
        named = (MentionHow.NAME, MentionHow.ALIAS)
        people = (
            pin
            for pin in self.mentions.values()
            if pin.actor.kind is ActorKind.PERSON and pin.mention.how in named
        )
        return {i: i > pin.start for pin in people for i in range(pin.start, pin.end)}

    def _last_words(self) -> dict[str, Actor]:
        """People of the article by the last word of their names, where that is one's alone."""
        found: dict[str, set[str]] = {}
        people = {a.slug: a for a in self.draft.actors if a.kind is ActorKind.PERSON and " " in a.name_ar}
        for slug, actor in people.items():
            found.setdefault(fold(actor.name_ar).split()[-1], set()).add(slug)
        return {word: people[slugs.pop()] for word, slugs in found.items() if len(slugs) == 1}

    def surnamed(self, i: int) -> MentionPin | None:
        """The person whose name ends in the words at ``i``: «بن فرحان», «كي مون», «اليماني»."""
        for end in range(i + 1, min(i + 4, len(self.tokens) + 1)):
            actor = self._surnames.get(self.fold(end - 1))
            words = [self.fold(k) for k in range(i, end)]
            if actor is not None and fold(actor.name_ar).split()[-len(words) :] == words:
                span = self.span(i, end)
                mention = Mention(actor.slug, self.tokens[i].paragraph, span, MentionHow.ALIAS)
                return MentionPin(i, end, mention, actor, "")
        return None

    def _pin_dates(self) -> dict[int, DatePin]:
        pins = {}
        for date in self.draft.dates:
            start, end = self._range(date.span)
            if start < end and date.kind is not TimeKind.SET:
                pins[start] = DatePin(start, end, date)
        return pins

    def _pin_quotes(self) -> None:
        for quotation in self.draft.quotations:
            start, end = self._range(quotation.outer)
            if start >= end:
                continue
            filled = (name := self.mentions.get(start + 1)) is not None and name.end == end - 1
            spoken = not filled and (
                quotation.role is QuotationRole.SPEECH or self._opens_with_verb(start, end)
            )
            pin = self._cut(QuotePin(start, end, quotation, spoken))
            self.opened[start] = pin
            if spoken:
                self.quoted[start : pin.end] = b"\x01" * (pin.end - start)

    def _cut(self, pin: QuotePin) -> QuotePin:
        """A quotation without what the writer says after it inside its marks."""
        left = narrated_from(self.tokens, pin.start, pin.end, self.speech) if pin.spoken else None
        if left is None:
            return pin
        inner = self.slice(pin.quotation.inner.start, self._ends[left - 1])
        return replace(pin, end=left, quotation=replace(pin.quotation, inner=inner, closed=False))

    def _opens_with_verb(self, start: int, end: int) -> bool:
        """Marks that begin with a verb in the present hold a clause, whatever stands before them."""
        first = self.tokens[start + 1] if start + 1 < end else None
        return end - start > 4 and first is not None and any(a.aspect == "i" for a in first.analyses)

    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of the sentences, in order."""
        ranges, start = [], 0
        for i in range(1, len(self.tokens) + 1):
            endless = i - start >= _LONGEST and not self.quoted[i - 1]
            if endless or i == len(self.tokens) or not self.same_sentence(i, start):
                ranges.append((start, i))
                start = i
        return ranges

    def fold(self, i: int) -> str:
        """The folded word at ``i``, empty outside the article."""
        return self._folds[i] if 0 <= i < len(self._folds) else ""

    def bare(self, i: int) -> str:
        """The folded word without the conjunction و or ف that a list knows it without."""
        word = self.fold(i)
        return word[1:] if len(word) > 3 and word[0] in "وف" else word

    def within(self, i: int, name: str) -> bool:
        """Whether the word, with or without its conjunction, is in a list of ``speech.toml``."""
        words = self.speech.lists[name]
        return self.fold(i) in words or self.bare(i) in words

    def is_comma(self, i: int) -> bool:
        return self.fold(i) in _COMMAS

    def is_end(self, i: int) -> bool:
        return self.fold(i) in _ENDS

    def is_mark(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and not self.tokens[i].is_word

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, self._starts[start], self._ends[end - 1])

    def slice(self, start: int, end: int) -> Span:
        """A span between character offsets."""
        return Span.of(self.text, start, end)

    def nested(self, start: int, end: int) -> frozenset[str]:
        """Slugs of all mentions that begin in a range, also of those inside a longer one."""
        return frozenset(slug for i in range(start, end) for slug in self._slugs.get(i, ()))

    def same_sentence(self, i: int, j: int) -> bool:
        return _place(self.tokens[i]) == _place(self.tokens[j])

    def close_bracket(self, i: int, end: int) -> int:
        """The token after the bracket that opens at ``i``; ``i + 1`` when it never closes."""
        for j in range(i + 1, min(end, i + 40)):
            if self.fold(j) == ")":
                return j + 1
        return i + 1

    def attached(self, pin: MentionPin) -> bool:
        """Whether a preposition is written together with the mention."""
        return any(c in pin.prefix for c in "بلك") or self.fold(pin.start).startswith("لل")

    def oblique(self, pin: MentionPin) -> bool:
        """Whether the mention stands after a preposition, attached or not, and so is no subject."""
        if self.attached(pin):
            return True
        i = pin.start - 1
        while i >= 0 and self.fold(i) in _OPENERS:
            i -= 1
        return self.fold(i) in ("ل", "ب") or self.within(i, "prepositions")

    def titled_from(self, pin: MentionPin) -> int:
        """Where the title before a name begins, else the name."""
        phrase = pin.mention.phrase
        return self._range(phrase)[0] if phrase is not None else pin.start

    def governed_title(self, pin: MentionPin) -> bool:
        """«بعد لقاء مع الرئيس فلان»: the title before the name stands after a preposition."""
        start = self.titled_from(pin)
        return start < pin.start and (self.within(start - 1, "prepositions") or self.fold(start - 1) == "ل")

    def named_in_quotes(self, i: int) -> MentionPin | None:
        """The mention that fills, or begins just inside, the marks opening at ``i``."""
        return self.mentions.get(i) or self.mentions.get(i + 1)

    def inside_name(self, i: int) -> bool:
        """Whether the word is a later part of a person's name, whatever else it may be spelt like."""
        return self._name_parts.get(i, False)

    def names_person(self, i: int) -> bool:
        """Whether the word stands in a person's name, at its beginning too."""
        return i in self._name_parts

    def media(self, pin: MentionPin) -> bool:
        return pin.actor.kind is ActorKind.MEDIA


def _folds(tokens: tuple[Token, ...], text: str) -> list[str]:
    """Folded words; the name «علي» keeps apart from «على» in a text that knows the undotted ى."""
    if "ى" not in text:
        return [t.fold for t in tokens]
    return ["علي (اسم)" if t.fold == "علي" and t.span.text.endswith("ي") else t.fold for t in tokens]


def _place(token: Token) -> tuple[int, int]:
    return token.paragraph, token.sentence
