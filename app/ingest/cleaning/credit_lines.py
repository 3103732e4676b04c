"""Lines and paragraph heads made of places, media, dates and names: datelines, bylines, agency tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.ingest.cleaning.stated import is_date_words
from app.knowledge.load import Knowledge
from app.knowledge.records import Medium
from app.languages.ar.boilerplate import bare
from app.languages.ar.names import given_names
from app.languages.ar.normalise import fold
from app.languages.ar.prose import is_verb, prose_words

_PARTS = re.compile(r"[^-–—ـ−/|،,:()\[\]«»\"“”*•]+")
_WORDS = re.compile(r"[^\W_]+")
_NOT_NAMES = re.compile(r"\d|[؟!?.…]")
_MOST_WORDS = 14


class Part(StrEnum):
    MEDIUM = "medium"
    AT_LARGE = "agencies"  # «وكالات»
    PLACE = "place"
    DATE = "date"
    CUE = "cue"  # «بقلم», «إعداد»
    NAME = "name"  # two to four words that may be a person
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    part: Part
    start: int
    end: int
    medium: Medium | None = None


class Names:
    """The media and places a credit may name, looked up by folded words."""

    _made: ClassVar[tuple[Knowledge, Names] | None] = None

    @classmethod
    def of(cls, knowledge: Knowledge) -> Names:
        """The names of some tables, made once for the tables used last."""
        if cls._made is None or cls._made[0] is not knowledge:
            cls._made = (knowledge, cls(knowledge))
        return cls._made[1]

    def __init__(self, knowledge: Knowledge) -> None:
        self.media: Mapping[str, Medium] = {
            bare(name): m for m in knowledge.media.values() for name in (*m.aliases, m.name_ar, m.name_en)
        }
        self.places = {bare(n) for p in knowledge.places.values() for n in (*p.aliases, p.name_ar)}
        self._persons = {bare(n) for p in knowledge.persons.values() for n in (p.name_ar, *p.aliases)}
        self._countries = {bare(c.name_ar) for c in knowledge.countries.values()}
        self.places |= self._countries | {bare(c.capital_ar) for c in knowledge.countries.values()}

    def piece(self, text: str, start: int, end: int) -> Piece:
        words = bare(text[start:end])
        medium = self.medium(words)
        if medium and words not in self._countries:
            return Piece(Part.MEDIUM, start, end, medium)
        first = words.partition(" ")[0]
        if words in prose_words().at_large or first == "وكالات":
            return Piece(Part.AT_LARGE, start, end)
        if words in self.places:
            return Piece(Part.PLACE, start, end)
        if is_date_words(text[start:end]):
            return Piece(Part.DATE, start, end)
        if first in prose_words().byline_cues and _is_cue(text, start, end):
            return Piece(Part.CUE, start, end)
        return Piece(Part.NAME if _may_be_name(text[start:end]) else Part.OTHER, start, end)

    def is_person(self, name: str) -> bool:
        return bare(name) in self._persons

    def medium(self, name: str) -> Medium | None:
        """By any of its names, or by two of them in a row: «وكالة الصحافة الفرنسية أ ف ب»."""
        words = bare(name)
        found = self.media.get(words) or self.media.get(words.removeprefix("وكاله "))
        spaces = [m.start() for m in re.finditer(" ", words)][:8]
        halves = ((self.media.get(words[:k]), self.media.get(words[k + 1 :])) for k in spaces)
        return found or next((a for a, b in halves if a and a is b), None)

    def media_within(self, folded: str) -> list[Medium]:
        """Media whose name stands in a folded line as whole words; short names are not looked for."""
        padded = f" {' '.join(_WORDS.findall(folded))} "
        named = (m for name, m in self.media.items() if len(name) >= 4 and f" {name} " in padded)
        return [m for m in named if not m.needs_cue]


def _is_cue(text: str, start: int, end: int) -> bool:
    """«إعداد:», «بقلم فلان الفلاني», but not «متابعة مباشرة لجلسة المجلس»."""
    rest = text[start:end].split()[1:]
    return not rest or (len(rest) <= 4 and is_given_name(rest[0]))


def is_given_name(word: str) -> bool:
    return fold(word) in given_names()


def _may_be_name(words: str) -> bool:
    """Two to four words without a verb, a digit or a connective."""
    parts = words.split()
    if not 2 <= len(parts) <= 4 or _NOT_NAMES.search(words):
        return False
    return not any(is_verb(p) or bare(p) in prose_words().connectives for p in parts)


def pieces(text: str, names: Names) -> Iterator[Piece]:
    """The parts between dashes, bars, brackets and colons, each with what it is."""
    for match in _PARTS.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        if start < end and text[start:end].strip():
            yield names.piece(text, start, start + len(text[start:end].strip()))


def is_credit(text: str, names: Names) -> bool:
    """True for a line that is nothing but a credit: «بلدي نيوز - وكالات», «(أ ف ب)», «بقلم فلان»."""
    if len(text.split()) > _MOST_WORDS:
        return False
    found = list(pieces(text, names))
    parts = [p.part for p in found]
    if not parts or Part.OTHER in parts or parts == [Part.PLACE] or set(parts) <= {Part.DATE}:
        return False
    if {Part.MEDIUM, Part.AT_LARGE} & set(parts):
        return True
    named = [text[p.start : p.end] for p in found if p.part is Part.NAME]
    known = any(is_given_name(n.split(maxsplit=1)[0]) and not names.is_person(n) for n in named)
    if Part.CUE in parts:
        return known or not named
    return (parts == [Part.NAME] and known) or sorted(parts) == [Part.NAME, Part.PLACE]


_SEPARATOR = re.compile(r"[\s\-–—ـ−/|،,:()\[\]«»\"“”*•.]*")
_LONGEST_HEAD = 110


def head_pieces(paragraph: str, names: Names) -> list[Piece]:
    """The pieces of a dateline at the head of a paragraph, empty where there is none.

    «موسكو - رويترز:», «دمشق (أ ف ب) -», «بيروت 15 سبتمبر 2018 (رويترز) -», «القدس/ فلان/ الأناضول»,
    «(CNN)--», «موسكو – أعلن …». A place alone counts only where a verb follows its dash or colon.
    """
    found: list[Piece] = []
    at = _SEPARATOR.match(paragraph).end()  # type: ignore[union-attr]
    while at < min(len(paragraph), _LONGEST_HEAD):
        part = _PARTS.match(paragraph, at)
        read = _read(paragraph, at, part.end(), names) if part else []
        if not read:
            break
        found += read
        at = _SEPARATOR.match(paragraph, read[-1].end).end()  # type: ignore[union-attr]
        if part and read[-1].end < len(paragraph[: part.end()].rstrip()):
            break
    return found if found and _is_head(paragraph, found) else []


def _read(text: str, start: int, end: int, names: Names) -> list[Piece]:
    """One known part as a piece; a place and its date as two; a medium run into the text as one."""
    end = start + len(text[start:end].rstrip())
    piece = names.piece(text, start, end)
    if piece.part is not Part.OTHER and not (piece.part is Part.NAME and end == len(text)):
        return [piece]
    words = list(re.finditer(r"\S+", text[start:end]))
    for k in range(min(4, len(words) - 1), 0, -1):
        cut, rest = start + words[k - 1].end(), start + words[k].start()
        first = names.piece(text, start, cut)
        if first.part is Part.PLACE and is_date_words(text[rest:end]):
            return [first, Piece(Part.DATE, rest, end)]
        if first.part in (Part.MEDIUM, Part.AT_LARGE) and is_verb(words[k].group()):
            return [first]
    return []


def _is_head(paragraph: str, found: list[Piece]) -> bool:
    after = paragraph[found[-1].end :]
    marks = _SEPARATOR.match(after).group()  # type: ignore[union-attr]
    goes_on = re.match(r"\S+", after[len(marks) :])
    if goes_on is None:
        return False
    parts = [p.part for p in found]
    strong = any(c in marks for c in "-–—−:/|)]")
    verb = is_verb(goes_on.group())
    if parts[0] in (Part.MEDIUM, Part.AT_LARGE) and len(parts) == 1 and ":" in marks:
        return False  # «رويترز: …» tells the source of what follows
    if Part.MEDIUM in parts or Part.AT_LARGE in parts:
        return strong or (len(parts) > 1 and verb)
    return parts[0] is Part.PLACE and Part.OTHER not in parts and strong and verb
