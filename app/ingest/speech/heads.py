"""The words that stand for a speaker: where they are, and what kind of words they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ingest.speech.page import MentionPin

#: Between whoever speaks and whom he speaks for: «المتحدث باسم الوزارة».
ON_BEHALF = frozenset({"باسم", "بلسان"})


class Head(StrEnum):
    """What kind of words stand for the speaker when no mention does."""

    MENTION = "mention"
    NAME = "name"
    SOURCE = "source"
    TITLE = "title"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens ``start`` … ``end``; ``pin`` is the mention that identifies it."""

    start: int
    end: int
    head: Head
    pin: MentionPin | None = None
