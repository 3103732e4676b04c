"""Words of the generated corpus, from ``vocabulary.toml``, with how often each is drawn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_BEFORE = ("", "ال", "وال", "بال", "فال", "كال", "و", "ب", "ل", "ك")
_AFTER = ("ها", "هم")


@dataclass(frozen=True, slots=True)
class Act:
    """A type of event and how it is told: «verb A link B»."""

    type: str
    verb: str
    link: str
    label: str
    weight: int


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its Arabic and English names."""

    ar: str
    en: str


def named(table: str) -> tuple[Named, ...]:
    return tuple(Named(ar, en) for ar, en in _TABLE[table])


ACTS = tuple(Act(*row) for row in _TABLE["acts"])
ACT_WEIGHTS = tuple(accumulate(act.weight for act in ACTS))
SAYINGS = tuple((verb, modality) for verb, modality in _TABLE["sayings"])
MONTHS = tuple(_TABLE["months"])
TOPICS_EN = tuple(_TABLE["topics_en"])
TOWNS = named("towns")


def _forms() -> list[str]:
    """About 3,000 words: bare nouns first, then with particles before them, then with pronouns after."""
    nouns = _TABLE["nouns"].split()
    made = [f"{before}{noun}" for before in _BEFORE for noun in nouns]
    owned = [noun for noun in nouns if not noun.endswith(("ة", "ى", "ء"))]
    made += [f"{before}{noun}{after}" for before in ("", "و", "ب", "ل") for after in _AFTER for noun in owned]
    return list(dict.fromkeys(made))


_FORMS = _forms()
_WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(len(_FORMS))))


def words(random: Random, count: int) -> str:
    """Words that mean nothing together, frequent ones more often."""
    return " ".join(random.choices(_FORMS, cum_weights=_WEIGHTS, k=count))
