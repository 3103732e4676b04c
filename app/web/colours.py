"""The lane colour of an actor's state: six for the main states, six for neighbours, grey for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_COLOURS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "ru": 1, "il": 2, "us": 3, "tr": 4, "sy": 5, "ir": 6,
        "lb": 7, "jo": 10, "iq": 9, "sa": 8, "eg": 11, "qa": 12,
        "fr": 11, "gb": 12, "de": 10, "eu": 11, "ua": 7, "ae": 9, "ps": 8, "cn": 10,
    }
)  # fmt: skip


def colour(lane: str | None) -> int:
    """The number of the colour ``--lane-N`` for a state's slug; 0 where it has none of its own."""
    return _COLOURS.get(lane or "", 0)
