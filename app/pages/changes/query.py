"""The parameters of the list of changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.web.filters import Parameter, canonical, choice, number, read

#: In the order in which they are told.
CHANGES: Final = ("added", "changed", "re-dated", "lost")
MOST: Final = 2_000_000_000

PARAMETERS: Final[tuple[Parameter, ...]] = (
    Parameter("run", (f"1–{MOST}",), number("run", 1, MOST, 1).accepts),
    choice("change", CHANGES),
    Parameter("after", ("…",), number("after", 1, MOST, 1).accepts),
    number("limit", 1, 100, 20),
)


@dataclass(frozen=True, slots=True)
class ChangesQuery:
    """``run`` is None for the list of runs; ``after`` the last run, or line of one, of the page before."""

    run: int | None = None
    change: str | None = None
    after: int | None = None
    limit: int = 20

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> ChangesQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        found: dict[str, Any] = {name: values[0] for name, values in read(PARAMETERS, given).items()}
        for name in found.keys() & {"run", "after", "limit"}:
            found[name] = int(found[name])
        return cls(**found)

    def with_(self, **changes: Any) -> ChangesQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        given = {each.name: getattr(self, each.name) for each in PARAMETERS}
        return canonical(
            PARAMETERS, {name: (str(value),) if value is not None else () for name, value in given.items()}
        )
