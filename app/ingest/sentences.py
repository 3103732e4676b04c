"""Sentences and quotations of the body.

Quotation marks are paired first; a paragraph is then divided at sentence ends outside
quotation marks and brackets. A dateline or byline at the start of a paragraph belongs to no sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.records import Draft
from app.domain.text import Document, Paragraph, Quotation, QuotationRole, Sentence, Span
from app.ingest.cleaning.heads import head_end
from app.ingest.quotes import Pairing, pair_marks
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold
from app.languages.ar.prose import is_verb, prose_words

_STOPS = re.compile(r"[.؟!?…]+[\"'»”“’)\]]*")
_CLOSERS = frozenset('"»”“')
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MOST_PARAGRAPHS_BETWEEN = 4
#: How many characters before a mark or a full stop tell what it is.
_REACH = 60
#: Thrice the longest sentence of the news; what runs on without a stop is cut at the best mark there is.
_LONGEST = 1500
_CUTS = (".؟!?…", "؛;:،,", " \t\u00a0")


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``sentences`` and ``quotations``; both are in the order of the text."""
    document = draft.document
    heads = {p.n: head_end(document, p, knowledge) for p in document.body}
    quotations = _quotations(document)
    quoted: dict[int, list[tuple[int, int]]] = {}
    for q in quotations:
        quoted.setdefault(q.paragraph, []).append((q.outer.start, q.outer.end))
    sentences = tuple(
        s for p in document.body for s in _sentences(document.text, p, heads[p.n], quoted.get(p.n or 0, []))
    )
    return replace(draft, sentences=sentences, quotations=quotations)


@dataclass(frozen=True, slots=True)
class _Mended:
    """The pairing of a paragraph, and whether a quotation runs into it or out of it."""

    paragraph: Paragraph
    pairing: Pairing
    enters: bool = False
    whole: bool = False


def _quotations(document: Document) -> tuple[Quotation, ...]:
    body = document.body
    pairings = [pair_marks(p.span.text) for p in body]
    enters, whole = _across(pairings)
    found: list[Quotation] = []
    for k, paragraph in enumerate(body):
        found += _of_paragraph(document.text, _Mended(paragraph, pairings[k], k in enters, k in whole))
    return tuple(found)


def _across(pairings: list[Pairing]) -> tuple[set[int], set[int]]:
    """Paragraphs that a quotation opened earlier runs into, and those it fills."""
    enters: set[int] = set()
    whole: set[int] = set()
    for k, pairing in enumerate(pairings):
        if not pairing.pairs or pairing.pairs[-1].close is not None:
            continue
        for j in range(k + 1, min(k + 1 + _MOST_PARAGRAPHS_BETWEEN, len(pairings))):
            first_pair = pairings[j].pairs[0].open if pairings[j].pairs else None
            stray = pairings[j].strays[0] if pairings[j].strays else None
            if stray is not None and (first_pair is None or stray < first_pair):
                enters.add(j)
                whole.update(range(k + 1, j))
                break
            if first_pair is not None:
                break
    return enters, whole


def _of_paragraph(text: str, mended: _Mended) -> list[Quotation]:
    paragraph, pairs = mended.paragraph, mended.pairing.pairs
    base, end = paragraph.span.start, paragraph.span.end
    found: list[Quotation] = []
    if mended.whole:
        return [_quotation(text, paragraph, (base, end), (base, end), closed=False)]
    if mended.enters:
        stray = base + mended.pairing.strays[0]
        if text[base:stray].strip():
            found.append(_quotation(text, paragraph, (base, stray + 1), (base, stray), closed=False))
    for k, pair in enumerate(pairs):
        start = base + pair.open
        if pair.close is not None:
            outer, inner = (start, base + pair.close + 1), (start + 1, base + pair.close)
        else:
            stop = base + pairs[k + 1].open if k + 1 < len(pairs) else end
            stop = _unclosed_end(text, start + 1, stop)
            outer, inner = (start, stop), (start + 1, stop)
        if text[slice(*inner)].strip():
            found.append(_quotation(text, paragraph, outer, inner, closed=pair.close is not None))
    return found


def _unclosed_end(text: str, start: int, limit: int) -> int:
    """Where a quotation without a closing mark ends: a speech with its paragraph, else its sentence."""
    before = text[max(0, start - 40) : start - 1].rstrip()
    words = _WORD.findall(before)
    speech = before.endswith(":") or (
        words and (fold(words[-1]) in prose_words().speech_cues or is_verb(words[-1]))
    )
    if not speech:
        stop = _STOPS.search(text, start, limit)
        limit = stop.end() if stop else limit
    return start + len(text[start:limit].rstrip())


def _quotation(
    text: str, paragraph: Paragraph, outer: tuple[int, int], inner: tuple[int, int], *, closed: bool
) -> Quotation:
    start, end = inner
    core = text[start:end]
    start += len(core) - len(core.lstrip())
    span = Span.of(text, start, start + len(core.strip()))
    role = _role(text[max(paragraph.span.start, outer[0] - _REACH) : outer[0]], span.text)
    return Quotation(paragraph.n or 0, Span.of(text, *outer), span, closed, role)


def _role(before: str, inner: str) -> QuotationRole:
    """Speech, a name, or scare quotes, as the words before and within suggest."""
    words = [fold(w) for w in _WORD.findall(inner)]
    lead = [fold(w) for w in _WORD.findall(before)][-3:]
    if lead and len(words) <= 4 and any(w in prose_words().named_kinds for w in _bare(lead[-1])):
        return QuotationRole.NAME
    cue = before.rstrip().endswith(":") or bool(
        lead and (lead[-1] in prose_words().speech_cues or is_verb(lead[-1]))
    )
    if cue and len(words) >= 3:
        return QuotationRole.SPEECH
    if len(words) >= 4 and any(map(_is_predicate, (*words, *lead))):
        return QuotationRole.SPEECH
    if len(words) >= 6:
        return QuotationRole.SPEECH
    return QuotationRole.NAME if words and all(w.isascii() for w in words) else QuotationRole.SCARE


def _is_predicate(word: str) -> bool:
    """A verb of the third person, or of the first: «نقبل», «أعتقد»."""
    return is_verb(word) or (word[:1] in ("ن", "ا") and is_verb("ي" + word[1:]))


def _bare(word: str) -> tuple[str, ...]:
    """A word with and without a particle or the article before it."""
    stems = [word] + [word[1:] for p in "وفبلك" if word.startswith(p)]
    return (
        *stems,
        *(s[2:] for s in stems if s.startswith("ال")),
        *(s[2:] for s in stems if s.startswith("لل")),
    )


def _sentences(text: str, paragraph: Paragraph, start: int, quoted: list[tuple[int, int]]) -> list[Sentence]:
    end = paragraph.span.end
    closed_off = _merged([*quoted, *_brackets(text, start, end)])
    found: list[Span] = []
    seen, spoken = start, False
    for stop in _STOPS.finditer(text, start, end):
        cut = stop.end()
        spoken = spoken or _LETTER_OR_DIGIT.search(text, seen, stop.start()) is not None
        seen = cut
        if cut < end and spoken and _ends_sentence(text, stop, start) and not _within(closed_off, cut):
            found += _pieces(text, start, cut)
            start, spoken = _after_blanks(text, cut, end), False
    if start < end:
        found += _pieces(text, start, end)
    return [Sentence(paragraph.n or 0, n, span) for n, span in enumerate(found, 1)]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, or where it is longer than any that is meant as one, pieces cut at its marks."""
    while end - start > _LONGEST:
        window = range(start + _LONGEST, start + _LONGEST // 2, -1)
        cut = next((k for marks in _CUTS for k in window if text[k - 1] in marks), start + _LONGEST)
        if text[start:cut].strip():
            yield Span.of(text, start, start + len(text[start:cut].rstrip()))
        start = _after_blanks(text, cut, end)
    if start < end:
        yield Span.of(text, start, end)


def _after_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, with those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _within(stretches: list[tuple[int, int]], at: int) -> bool:
    """True strictly inside one of the sorted stretches."""
    k = bisect_left(stretches, (at, at)) - 1
    return k >= 0 and stretches[k][0] < at < stretches[k][1]


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in _BRACKETS.finditer(text, start, end)]


def _ends_sentence(text: str, stop: re.Match[str], start: int) -> bool:
    """True unless the stop belongs to a number, an initial, a short form, an address or an ellipsis."""
    marks = stop.group().rstrip("\"'»”“’)]")
    before = _last_word(text, start, stop.start())
    after = text[stop.end() : stop.end() + 1]
    if marks in ("؟", "!", "?") or set(marks) <= set("؟!?"):
        return after.isspace() and not _goes_on(text[stop.end() : stop.end() + 20], stop.group() != marks)
    if len(marks) > 1 or marks == "…":
        return False
    if fold(before) in prose_words().short_forms or _initial(before):
        return False
    if before.isdigit() and not text[start : stop.start() - len(before)].strip():
        return False
    if after.isspace():
        return True
    # A full stop run into the next word: «سوريا.وقال», but neither «3.5» nor «site.com».
    closed = text[stop.start() - 1 : stop.start()] in _CLOSERS
    return _is_arabic(after) and (closed or (_is_arabic(before[-1:]) and len(before) > 2))


def _goes_on(after: str, quoted: bool) -> bool:
    """After a quoted question the sentence may go on: «"متى؟" سأل الوزير»."""
    word = _WORD.search(after)
    return bool(quoted and word and is_verb(word.group()) and word.group()[0] not in "وف")


def _last_word(text: str, start: int, end: int) -> str:
    found = re.search(r"[^\s\"'«»“”()\[\]]+$", text[max(start, end - _REACH) : end])
    return found.group() if found else ""


def _initial(word: str) -> bool:
    """A lone letter, or the last of several: «أ.ف.ب»."""
    last = word.rsplit(".", 1)[-1]
    return len(last) == 1 and last.isalpha()


def _is_arabic(char: str) -> bool:
    return "\u0620" <= char <= "\u064a" or "\ufb50" <= char <= "\ufefc"
