"""Words of page furniture (``boilerplate.toml``), checked on load."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.languages.ar.normalise import fold_text
from app.languages.ar.prose import opens_as_prose

_FOLDER = Path(__file__).parent
_LISTS = ("section", "lines", "starts", "contains", "edge")
_KEYS = frozenset({*_LISTS, "final", "sentences", "digits", "max_words", "reason", "yes", "no"})
_SYMBOLS = re.compile(r"^[^\w(©]+")
_OUTER = re.compile(r"^[\W\d]+|[\W\d]+$")


def key(line: str) -> str:
    """A line as compared: folded, in lower case, single spaces."""
    return " ".join(fold_text(line).lower().split())


def bare(line: str) -> str:
    """A line's key without the marks and numbers at its ends: «التعليقات (3):» is «التعليقات»."""
    return _OUTER.sub("", key(line))


@dataclass(frozen=True, slots=True)
class Line:
    """What the words of furniture are compared with; ``lead`` is the key without symbols before it."""

    key: str
    lead: str
    bare: str
    words: int
    prose: bool

    @classmethod
    def of(cls, text: str) -> Line:
        folded = key(text)
        lead = _SYMBOLS.sub("", folded)
        return cls(folded, lead, _OUTER.sub("", folded), len(lead.split()), opens_as_prose(text))


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of one reason; see the head of ``boilerplate.toml`` for what each list means."""

    reason: str
    section: frozenset[str]
    lines: frozenset[str]
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    edge: tuple[str, ...]
    final: bool
    sentences: bool
    digits: bool
    max_words: int
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def opens_section(self, line: Line) -> bool:
        return line.bare in self.section

    def takes(self, line: Line) -> bool:
        """True for a line that is such furniture wherever it stands."""
        if line.bare in self.lines:
            return True
        if line.words > self.max_words or (self.digits and not any(c.isdigit() for c in line.lead)):
            return False
        sentence = line.words > 6 and line.lead.endswith(".")
        begins = line.lead.startswith(self.starts) and any(_begins(line.lead, s) for s in self.starts)
        if begins and (self.sentences or not sentence):
            return True
        return not (sentence or line.prose) and any(_holds(line.lead, c) for c in self.contains)

    def edge_cue(self, line: Line) -> str | None:
        """The words that make a line such furniture where no body text stands beyond it."""
        return next((e for e in self.edge if _holds(line.key, e)), None)


def _begins(words: str, start: str) -> bool:
    return words.startswith(start) and not _joined(start[-1:], words[len(start) : len(start) + 1])


def _holds(words: str, part: str) -> bool:
    at = words.find(part)
    while at >= 0:
        end = at + len(part)
        if not _joined(words[max(0, at - 1) : at], part[0]) and not _joined(part[-1], words[end : end + 1]):
            return True
        at = words.find(part, at + 1)
    return False


def _joined(left: str, right: str) -> bool:
    """True inside a word; Latin and Arabic letters run together are two words («camera iconوزير»)."""
    return left.isalnum() and right.isalnum() and left.isascii() is right.isascii()


@lru_cache(maxsize=1)
def furniture() -> tuple[Furniture, ...]:
    """All groups in the order of the file; ValueError for an unknown key, an empty list, no examples."""
    table = tomllib.loads((_FOLDER / "boilerplate.toml").read_text("utf-8"))
    return tuple(_group(reason, lists) for reason, lists in table.items())


def _group(reason: str, lists: Mapping[str, Any]) -> Furniture:
    if unknown := lists.keys() - _KEYS:
        raise ValueError(f"boilerplate.toml: [{reason}] has unknown keys {sorted(unknown)}")
    empty = any(name in lists and not lists[name] for name in _LISTS)
    if empty or not lists.get("yes") or not lists.get("no"):
        raise ValueError(f"boilerplate.toml: [{reason}] needs examples and no empty list")
    return Furniture(
        reason=lists.get("reason", reason),
        section=frozenset(map(bare, lists.get("section", ()))),
        lines=frozenset(map(bare, lists.get("lines", ()))),
        starts=tuple(map(key, lists.get("starts", ()))),
        contains=tuple(map(key, lists.get("contains", ()))),
        edge=tuple(map(key, lists.get("edge", ()))),
        final=bool(lists.get("final", False)),
        sentences=bool(lists.get("sentences", False)),
        digits=bool(lists.get("digits", False)),
        max_words=int(lists.get("max_words", 12)),
        yes=tuple(lists["yes"]),
        no=tuple(lists["no"]),
    )
