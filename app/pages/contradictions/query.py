"""The parameters of the list of contradictions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from app.web.filters import Parameter, canonical, choice, read

#: In what two accounts are opposed.
WHYS: Final = ("denial", "number", "account", "date", "evaluation")


def _is_place(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


PARAMETERS: Final[tuple[Parameter, ...]] = (
    choice("why", WHYS),
    Parameter("after", ("…",), _is_place, schema={"type": "string", "pattern": "^[0-9]{1,9}$"}),
)


@dataclass(frozen=True, slots=True)
class ContradictionsQuery:
    """``after`` is the number of the last pair of the page before."""

    why: str | None = None
    after: int = 0

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> ContradictionsQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        found: dict[str, Any] = {name: values[0] for name, values in read(PARAMETERS, given).items()}
        return cls(found.get("why"), int(found.get("after", 0)))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order."""
        return canonical(
            PARAMETERS, {"why": (self.why or "",), "after": (str(self.after) if self.after else "",)}
        )
