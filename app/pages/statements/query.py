"""What the reader asks of the list of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from app.domain import edtf
from app.domain.records import Modality, QuoteKind
from app.errors import BackwardsError, TooManyError
from app.languages.ar.normalise import fold
from app.web.filters import (
    Parameter,
    canonical,
    choice,
    cursor,
    day,
    number,
    read,
    slug,
    typed,
    words,
)

#: Filters whose values are offered with counts, in the order in which they are shown.
FACETS: Final = ("speaker", "verb", "quote", "modality", "outlet")
#: So many values of one filter go into one view: every link of the page carries them all.
MOST_VALUES: Final = 40


def _typed(pair: tuple[str, str]) -> tuple[str, str]:
    """Dates in the form of an address, verbs in the letters by which lemmas are filed."""
    name, value = typed(pair)
    return name, fold(value).strip() if name == "verb" else value


def _is_lemma(value: str) -> bool:
    return len(value) <= 80 and value.isprintable()


PARAMETERS: Final[tuple[Parameter, ...]] = (
    words("q"),
    day("from"),
    day("to"),
    slug("speaker", repeat=True),
    Parameter("verb", ("قال",), _is_lemma, repeat=True),
    choice("quote", QuoteKind, repeat=True),
    choice("modality", Modality, repeat=True),
    slug("outlet", repeat=True),
    cursor("after"),
    number("limit", 1, 200, 40),
)


@dataclass(frozen=True, slots=True)
class StatementsQuery:
    """The fields are the parameters (``from`` is a word of Python, hence ``since``).

    ``verb`` holds lemmas, ``after`` the place in the list that the last page ended with.
    """

    q: str | None = None
    since: str | None = None
    to: str | None = None
    speaker: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    after: str | None = None
    limit: int = 40

    @classmethod
    def parse(cls, given: Iterable[tuple[str, str]]) -> StatementsQuery:
        """Read the pairs of an address; raises QueryError for what it does not understand."""
        found: dict[str, Any] = {}
        for name, values in read(PARAMETERS, map(_typed, given)).items():
            if len(values) > MOST_VALUES:
                raise TooManyError(name, str(len(values)), (str(MOST_VALUES),))
            found[_field(name)] = values if name in FACETS else values[0]
        if "limit" in found:
            found["limit"] = int(found["limit"])
        query = cls(**found)
        first, last = query.window
        if first and last and first > last:
            raise BackwardsError("to", query.to or "", (f"≥ {query.since}",))
        return query

    @property
    def window(self) -> tuple[date | None, date | None]:
        """First and last day asked for; None where a side is open."""
        first = edtf.bounds(self.since)[0] if self.since else None
        last = edtf.bounds(self.to)[1] if self.to else None
        return first, last

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, none where it is not given."""
        value = getattr(self, _field(name))
        return value if isinstance(value, tuple) else (str(value),) if value else ()

    def with_(self, **changes: Any) -> StatementsQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    def toggled(self, facet: str, value: str) -> StatementsQuery:
        """The view with this value added to the filter, or taken out of it."""
        return self.with_(**{facet: tuple(sorted({*self.values(facet)} ^ {value}))})

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Name and value in canonical order, defaults left out."""
        return canonical(PARAMETERS, {each.name: self.values(each.name) for each in PARAMETERS})

    @property
    def signature(self) -> tuple[tuple[str, str], ...]:
        """What decides which statements fit."""
        return tuple(pair for pair in self.pairs if pair[0] not in ("after", "limit"))


def _field(name: str) -> str:
    return "since" if name == "from" else name
