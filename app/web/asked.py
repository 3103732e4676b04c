"""What the queries of all lists share: parsing, the window of time, the values of a parameter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Final, Self

from app.domain import edtf
from app.errors import BackwardsError, TooManyError
from app.web.filters import Parameter, canonical, read, typed

#: So many values of a repeated parameter go into one view: every link of the page carries them all.
MOST_VALUES: Final = 40


def field_of(name: str) -> str:
    """The field of a parameter: ``from`` is a word of Python."""
    return "since" if name == "from" else name


class Asked:
    """Mixed into a frozen dataclass whose fields are its ``PARAMETERS``, each with its default."""

    __slots__ = ()

    PARAMETERS: ClassVar[tuple[Parameter, ...]]
    since: str | None
    to: str | None

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> Self:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        repeated = {each.name for each in cls.PARAMETERS if each.repeat}
        found: dict[str, Any] = {}
        for name, values in read(cls.PARAMETERS, map(cls.typed, given)).items():
            if len(values) > MOST_VALUES:
                raise TooManyError(name, str(len(values)), (str(MOST_VALUES),))
            found[field_of(name)] = values if name in repeated else values[0]
        if "limit" in found:
            found["limit"] = int(found["limit"])
        if "exact" in found:
            found["exact"] = True
        query = cls(**found)
        first, last = query.window
        if first and last and first > last:
            raise BackwardsError("to", query.to or "", (f"≥ {query.since}",))
        return query

    @staticmethod
    def typed(pair: tuple[str, str]) -> tuple[str, str]:
        """A value as people type it, in the form of an address."""
        return typed(pair)

    @property
    def window(self) -> tuple[date | None, date | None]:
        """First and last day asked for; None where a side is open."""
        first = edtf.bounds(self.since)[0] if self.since else None
        last = edtf.bounds(self.to)[1] if self.to else None
        return first, last

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a parameter as in an address, none where it is not given."""
        value = getattr(self, field_of(name))
        if isinstance(value, tuple):
            return value
        return ("1",) if value is True else (str(value),) if value else ()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        return canonical(self.PARAMETERS, {each.name: self.values(each.name) for each in self.PARAMETERS})
