"""Well-known events with their days, which articles name without saying when they were.

``known_events.csv``: ``acts`` are types or triggers of events; of each group of ``parties`` (parted by
"&") one must take part ("*": anybody); of ``words`` one alternative must stand by the event, all its parts
(joined by "+"; "_" is a blank) in any order; ``completes`` gives "who acts > who is acted on" where the
text names only one of them, or neither.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """``parties`` are groups of slugs; ``words`` alternatives, each of parts that must all be found."""

    id: str
    day: date
    acts: frozenset[str]
    parties: tuple[frozenset[str], ...]
    words: tuple[tuple[str, ...], ...]
    completes: tuple[str, str] | None

    def told_by(self, acts: frozenset[str], who: frozenset[str], text: str) -> bool:
        """Whether an event of these names, parties and folded words round it is this one."""
        if not self.acts & acts or not all(group & who for group in self.parties):
            return False
        return any(all(part in text for part in parts) for parts in self.words)


@lru_cache(maxsize=1)
def load_known_events() -> tuple[KnownEvent, ...]:
    """Read the table, latest first; ValueError names the row that does not fit."""
    text = files("app.knowledge").joinpath("known_events.csv").read_text("utf-8")
    rows = [_event(row) for row in csv.DictReader(text.splitlines(), strict=True)]
    if len({row.id for row in rows}) != len(rows):
        raise ValueError("known_events.csv: two events of one id")
    return tuple(sorted(rows, key=lambda row: row.day, reverse=True))


def _event(row: dict[str, str]) -> KnownEvent:
    actor, _, target = row["completes"].partition(">")
    return KnownEvent(
        row["id"],
        date.fromisoformat(row["day"]),
        frozenset(row["acts"].split()),
        tuple(frozenset(group.split(";")) for group in row["parties"].split("&") if group != "*"),
        tuple(
            tuple(fold(part.replace("_", " ")) for part in word.split("+")) for word in row["words"].split()
        ),
        (actor, target) if target else None,
    )
