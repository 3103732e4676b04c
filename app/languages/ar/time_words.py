"""The words of time as one look-up table: folded word, with its particles, to class and meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.languages.ar.normalise import fold

_FILES = ("months_and_days.toml", "numbers.toml")
_PARTICLES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
#: Classes whose words take only «و» and «ف».
_CONJUNCTION_ONLY = frozenset(
    """SINCE BY UNTIL BEFORE AFTER DURING BETWEEN IN OF TO THIS THAT STARTING SETADV VAGUE ABOUT EVERY REL
    FEW NAFS""".split()
)
#: Classes whose words stand alone.
_BARE = frozenset("AND ERA BC CUR LAST PREV NEXT SAME FULL FEWADJ AL BEFOREHAND FOLLOWING".split())
#: Forms with a particle that are other words: one, harbour, touched, stood out, prepared …
_OTHER_WORDS = frozenset("واحد فاحد لامس واول فول بكل لكل لست كست وست بست لنا بليل كليل وعد لعام".split()) - {
    "لعام"
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or fixed phrase. ``cls`` names its class, ``value`` its meaning there."""

    cls: str
    value: int | str
    words: tuple[str, ...]
    definite: bool
    lead: str = ""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """``single``: form to entry. ``phrases``: first form to its phrases, longest first.

    ``known`` holds the keys of both.
    """

    single: dict[str, Entry]
    phrases: dict[str, tuple[Entry, ...]]
    classes: tuple[str, ...]
    known: frozenset[str]


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """Read and check the tables; raises ValueError for an empty section or a word with two meanings."""
    single: dict[str, Entry] = {}
    phrases: dict[str, list[Entry]] = {}
    entries = list(_entries())
    for entry in entries:
        for form, led in _with_particles(entry):
            if len(entry.words) > 1:
                phrases.setdefault(form, []).append(led)
            elif not led.lead or form not in _OTHER_WORDS:
                _add(single, form, led)
    ordered = {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in phrases.items()}
    return TimeWords(
        single, ordered, tuple(dict.fromkeys(e.cls for e in entries)), frozenset(single) | frozenset(ordered)
    )


def _entries() -> Iterator[Entry]:
    folder = Path(__file__).parent
    for name in _FILES:
        table = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for cls, words in table.items():
            if not words:
                raise ValueError(f"{name}: section {cls} is empty")
            for word, value in words.items():
                parts = tuple(fold(word).split())
                yield Entry(cls, value, parts, parts[0].startswith("ال"))


def _with_particles(entry: Entry) -> Iterator[tuple[str, Entry]]:
    first = entry.words[0]
    yield first, entry
    if entry.cls in _BARE:
        return
    for lead in _PARTICLES:
        if entry.cls in _CONJUNCTION_ONLY and lead not in ("و", "ف"):
            continue
        joined = lead + first
        if entry.definite and lead.endswith("ل"):
            joined = lead + first[1:]  # ل and ال fuse: «للثلاثاء»
        yield joined, Entry(entry.cls, entry.value, entry.words, entry.definite, lead)


def _add(single: dict[str, Entry], form: str, entry: Entry) -> None:
    known = single.get(form)
    if known is None or (known.lead and not entry.lead):
        single[form] = entry
    elif not known.lead and not entry.lead and (known.cls, known.value) != (entry.cls, entry.value):
        raise ValueError(f"{form} is both {known.cls} and {entry.cls}")
