"""The parameters of the list of statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from app.domain.records import Modality, QuoteKind
from app.languages.ar.normalise import fold
from app.web.asked import Asked
from app.web.columns import both_ways
from app.web.filters import Parameter, choice, cursor, day, number, slug, typed, words

#: Filters whose values are offered with counts, in the order in which they are shown.
FACETS: Final = ("speaker", "verb", "quote", "modality", "chain", "outlet")
#: How many media the words came through; so many and more are one value.
LONGEST: Final = 4
#: What the list may be in order of: the day, or the value of a filter; turned round with a minus sign.
SORTS: Final = both_ways(("day", *FACETS))


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
    choice("chain", map(str, range(LONGEST + 1)), repeat=True),
    slug("outlet", repeat=True),
    choice("sort", SORTS, default="day"),
    choice("view", ("cards", "table"), default="cards"),
    cursor("after"),
    number("limit", 1, 200, 40),
)


@dataclass(frozen=True, slots=True)
class StatementsQuery(Asked):
    """The fields are the parameters (``from`` is a word of Python, hence ``since``).

    ``verb`` holds lemmas, ``chain`` numbers of media, ``after`` the place in the list that the last page
    ended with. ``sort`` and ``view`` change what the page looks like, not what is on it.
    """

    PARAMETERS: ClassVar[tuple[Parameter, ...]] = PARAMETERS

    q: str | None = None
    since: str | None = None
    to: str | None = None
    speaker: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    sort: str = "day"
    view: str = "cards"
    after: str | None = None
    limit: int = 40

    @staticmethod
    def typed(pair: tuple[str, str]) -> tuple[str, str]:
        """Dates in the form of an address, verbs in the letters by which lemmas are filed."""
        name, value = typed(pair)
        return name, fold(value).strip() if name == "verb" else value

    def with_(self, **changes: Any) -> StatementsQuery:
        """Another view; anything but paging begins the list anew."""
        changes.setdefault("after", None)
        return replace(self, **changes)

    def toggled(self, facet: str, value: str) -> StatementsQuery:
        """The view with this value added to the filter, or taken out of it."""
        return self.with_(**{facet: tuple(sorted({*self.values(facet)} ^ {value}))})

    @property
    def signature(self) -> tuple[tuple[str, str], ...]:
        """What decides which statements fit."""
        return tuple(pair for pair in self.pairs if pair[0] not in ("sort", "view", "after", "limit"))
