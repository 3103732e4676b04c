"""What a rule is: a name, a pattern over word classes, how to read it, and examples that are run as tests.

A pattern is a regular expression whose letters are word classes (``WEEKDAY COMMA? day:DAY OF? month:M``).
``name:CLASS`` captures what stood there; the macros below stand for several classes. Spaces are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.time import TimeKind
from app.ingest.temporal.context import Context, Value
from app.ingest.temporal.unit import Unit
from app.languages.ar.time_words import time_words

#: (text, reference day, EDTF); an empty EDTF means "recognised, but without a place on the calendar".
Example = tuple[str, str, str]

_LEXED = (
    "PFX DAY NUM YEAR YEARW YMD DMY XY YM MY PAIR CLOCKTIME SLASH DASH COMMA LP RP DOT COLON PERCENT BAR"
    " BROKEN"
).split()
_MACROS = {
    "M": "(?:MONTH|MONTHQ|HMONTH)",
    "MP": "month:M(?:(?:SLASH|DASH)?(?P<twin>M)|LP(?P<twin>M)RP)?",
    "YR": "(?:YEAR|YEARW)",
    "MOD": "(?:PREV|NEXT|CUR|BEFOREHAND|FOLLOWING|LAST)",
    "STEP": "(?:PREV|NEXT|CUR)",
    "YT": "(?:(?:COMMA|DASH|SLASH)?(?:OF|IN|PFX)?(?:AAM|AAMDEF)?year:YR(?P<era>ERA)?|(?P<short>NUM))",
    "YREL": "(?:(?:OF|IN|PFX)?(?:(?P<this>THIS)AAMDEF|(?P<that>THAT|NAFS)AAMDEF|AAMDEF(?P<that>SAME)"
    "|AAMDEF(?P<yearmod>MOD)))",
    "NAMED": "(?:DAYPART?(?:YAWM|TODAY)?(?P<weekday>WEEKDAY)(?:COMMA|LP)?(?:IN|OF)?|YAWM)",
    "COUNT": "(?:DAY|NUM|CARD)",
    "ANYUNIT": "(?:UNIT|UNITP|YAWM|SHAHR|AAM|AYYAM)",
    "CLOCK_": "(?:(?:COMMA|DASH)?(?:IN|PFX)?(?:HOUR)?CLOCKTIME(?:DAYPART)?)",
}
_GROUP = re.compile(r"\b([a-z_0-9]+):\(\?:")
_WORD = re.compile(r"(?<![<\w])(?!P<)(?:(?P<name>[a-z_0-9]+):)?(?P<word>[A-Z][A-Z0-9_]*)(?!\w)")


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """One private character for each class of words."""
    names = dict.fromkeys((*time_words().classes, *_LEXED))
    return {name: chr(0xE000 + k) for k, name in enumerate(names)}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Raises KeyError for a class that no word has."""
    table = codes()

    def put(m: re.Match[str]) -> str:
        word, name = m["word"], m["name"]
        inner = _WORD.sub(put, _MACROS[word]) if word in _MACROS else table[word]
        return f"(?P<{name}>{inner})" if name else inner

    text = _WORD.sub(put, _GROUP.sub(r"(?P<\1>", pattern))
    return re.compile(_number_names(re.sub(r"\s+", "", text)))


def _number_names(pattern: str) -> str:
    """A name may stand in several alternatives: its later places become ``name__1``, ``name__2`` …"""
    seen: dict[str, int] = {}

    def put(m: re.Match[str]) -> str:
        name = m[1]
        seen[name] = seen.get(name, -1) + 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] else m.group()

    return re.sub(r"\(\?P<(\w+)>", put, pattern)


@dataclass(frozen=True, slots=True)
class Groups:
    """What a pattern kept, by name."""

    units: tuple[Unit, ...]
    match: re.Match[str]
    at: int

    def _place(self, name: str) -> tuple[int, int] | None:
        index = self.match.re.groupindex
        alias, k = name, 0
        while alias in index:
            if self.match.start(alias) >= 0:
                return self.match.span(alias)
            k += 1
            alias = f"{name}__{k}"
        return None

    def has(self, name: str) -> bool:
        return self._place(name) is not None

    def unit(self, name: str) -> Unit | None:
        place = self._place(name)
        return self.units[place[0]] if place and place[0] < place[1] else None

    def all(self, name: str) -> tuple[Unit, ...]:
        place = self._place(name)
        return self.units[place[0] : place[1]] if place else ()

    def number(self, name: str) -> int | None:
        unit = self.unit(name)
        return int(unit.value) if unit is not None and not isinstance(unit.value, str) else None

    def word(self, name: str) -> str | None:
        unit = self.unit(name)
        return str(unit.value) if unit is not None else None

    def cls(self, name: str) -> str:
        unit = self.unit(name)
        return unit.cls if unit is not None else ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a pattern matched: the folded text, the stretch, the units around it."""

    text: str
    start: int
    end: int
    before: Unit | None
    after: Unit | None
    groups: Groups
    quoted: bool = False
    news: bool = True
    follows_date: bool = False

    def words_before(self, count: int = 1) -> list[str]:
        return re.findall(r"[^\W\d_]+", self.text[max(0, self.start - 16 * count) : self.start])[-count:]

    def words_after(self, count: int = 1) -> list[str]:
        return re.findall(r"[^\W_]+", self.text[self.end : self.end + 16 * count])[:count]

    def next_char(self) -> str:
        return self.text[self.end : self.end + 2].lstrip()[:1]


def always(site: Site) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """``read`` gives the value, or None where the words make no sense after all; ``guard`` looks around.

    A rule that ``swallows`` lets no other rule read the words that its guard has refused (a name).
    A rule without a pattern joins two findings and is applied in ``find.py``.
    ``requests_only`` rules are for short requests, where a bare number may be a day.
    """

    name: str
    pattern: str
    read: Callable[[Groups, Context], Value | None]
    yes: tuple[Example, ...]
    no: tuple[str, ...] = ()
    kind: TimeKind = TimeKind.DATE
    guard: Callable[[Site], bool] = always
    requests_only: bool = False
    swallows: bool = False
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.yes:
            raise ValueError(f"rule {self.name} has no examples")
        object.__setattr__(self, "regex", compile_pattern(self.pattern or "(?!)"))
