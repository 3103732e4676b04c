"""Which slots around the words of a directed event name who is acted on: ``frames.toml``, checked on load."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.domain.records import EventType
from app.languages.ar.events import Trigger, load_event_words
from app.languages.ar.normalise import fold

_PLACES = frozenset(
    {"object", "بين", "من", "عن", "علي", "ضد", "الي", "باتجاه", "تجاه", "نحو", "لدي", "مع", "في", "ب"}
)
_KEYS = frozenset(
    {
        "types",
        "triggers",
        "target",
        "owned",
        "within",
        "recipient",
        "source",
        "undergone",
        "groups",
        "asked",
        "through",
    }
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Places by preposition, "" being that of the object; the head of ``frames.toml`` explains each."""

    target: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    recipient: bool = False
    asked: bool = False
    through: bool = False
    source: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames by trigger and by type; ``words`` are sets of folded words by what they do."""

    by_trigger: Mapping[str, Frame]
    by_type: Mapping[EventType, Frame]
    words: Mapping[str, frozenset[str]]

    def of(self, trigger: Trigger) -> Frame:
        """The frame of a trigger; an empty one where the table has none for it or its type."""
        return self.by_trigger.get(trigger.id) or self.by_type.get(trigger.type) or Frame()


@lru_cache(maxsize=1)
def load_frames() -> Frames:
    """Read the table; ValueError names the entry that does not fit."""
    data = tomllib.loads(files("app.languages.ar").joinpath("frames.toml").read_text("utf-8"))
    by_trigger: dict[str, Frame] = {}
    by_type: dict[EventType, Frame] = {}
    known = {t.id for t in load_event_words().triggers}
    for entry in data["frame"]:
        if set(entry) - _KEYS:
            raise ValueError(f"frames.toml: {sorted(set(entry) - _KEYS)} not known")
        frame = _frame(entry)
        for trigger in entry.get("triggers", "").split():
            if trigger not in known:
                raise ValueError(f"frames.toml: no trigger {trigger}")
            by_trigger[trigger] = frame
        by_type |= {EventType(name): frame for name in entry.get("types", "").split()}
    words = {name: frozenset(text.split()) for name, text in data["words"].items()}
    if unfolded := [w for found in words.values() for w in found if fold(w) != w]:
        raise ValueError(f"frames.toml: {unfolded} are not folded")
    return Frames(by_trigger, by_type, words)


def _frame(entry: Mapping[str, Any]) -> Frame:
    def places(key: str) -> frozenset[str]:
        words = frozenset(entry.get(key, "").split())
        if words - _PLACES:
            raise ValueError(f"frames.toml: {sorted(words - _PLACES)} are no places")
        return frozenset("" if word == "object" else word for word in words)

    return Frame(
        target=places("target"),
        owned=places("owned"),
        within=places("within"),
        recipient=bool(entry.get("recipient")),
        asked=bool(entry.get("asked")),
        through=bool(entry.get("through")),
        source=places("source"),
        groups=places("groups"),
        undergone=frozenset(entry.get("undergone", "").split()),
    )
