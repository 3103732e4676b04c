"""Counts of hits, misses and false finds, and the precision, recall and F1 made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.text import Span


@dataclass(frozen=True, slots=True)
class Score:
    """One layer of one article (or of all).

    ``gold`` and ``found`` count the items; ``gold_hit`` and ``found_hit`` those of each side that
    have a partner (they differ where one annotation stands for several finds). ``missed`` and
    ``false`` are the others in words.
    """

    gold: int
    found: int
    gold_hit: int
    found_hit: int
    missed: tuple[str, ...] = field(default=())
    false: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, gold: int, found: int, missed: Sequence[str], false: Sequence[str]) -> Score:
        return cls(gold, found, gold - len(missed), found - len(false), tuple(missed), tuple(false))

    @classmethod
    def rate(cls, checks: Iterable[tuple[bool, str]]) -> Score:
        """Right of asked: precision and recall are the same number."""
        answers = list(checks)
        wrong = tuple(words for right, words in answers if not right)
        n = len(answers)
        return cls(n, n, n - len(wrong), n - len(wrong), wrong)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.gold_hit + other.gold_hit,
            self.found_hit + other.found_hit,
            self.missed + other.missed,
            self.false + other.false,
        )

    @property
    def precision(self) -> float:
        """1.0 where nothing was found: nothing false was."""
        return self.found_hit / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.gold_hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def around(text: str, span: Span, reach: int = 40) -> str:
    """The words of a span in their surroundings: «… لبحث [الهدنة] في …»."""
    before = text[max(0, span.start - reach) : span.start]
    after = text[span.end : span.end + reach]
    left, right = ("…" if span.start > reach else ""), ("…" if span.end + reach < len(text) else "")
    return " ".join(f"{left}{before}[{cut(text[span.start : span.end])}]{after}{right}".split())


def cut(words: str, length: int = 60) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
