"""Whether a rank or noun mentioned again fits one mentioned before."""

from __future__ import annotations

from app.domain.records import Candidate, Sign
from app.languages.ar.normalise import fold

#: Ranks of those who speak for a state.
GOVERNING = frozenset({"minister", "president", "king", "emir", "sultan", "crown_prince"})
_RANK_OF_OFFICE = {
    "minister": ("minister", "secretary_of", "foreign_secretary", "defence_secretary"),
    "president": ("president", "prime_minister", "speaker"),
    "spokesperson": ("spokesperson", "press_secretary"),
    "ambassador": ("ambassador",),
    "secretary": ("secretary_general",),
    "envoy": ("envoy",),
    "commander": ("commander",),
    "king": (".king",),
    "emir": (".emir",),
}


def same_rank(earlier: Candidate, head: str) -> bool:
    if earlier.head == head and earlier.sign is not Sign.DESCRIPTION:
        return True
    return any(word in office for office in earlier.offices for word in _RANK_OF_OFFICE.get(head, ()))


def same_noun(word: str, name: str) -> bool:
    """«المصدر» and «مصدر دبلوماسي»: the same noun, whatever its article, number or case."""
    one, other = word.removeprefix("ال"), fold(name.split(maxsplit=1)[0]).removeprefix("ال")
    return one[:4] == other[:4] and abs(len(one) - len(other)) < 3


def begins(name: str, nouns: frozenset[str]) -> bool:
    return fold(name.split(maxsplit=1)[0]).removeprefix("ال") in nouns
