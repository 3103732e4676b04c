"""Who stands in an election: winners, losers and rivals, not who counts the votes or where it is held."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.records import ActorKind
from app.ingest.happenings.joining import chain
from app.ingest.happenings.particles import CONTESTS, OUTCOMES, RIVALS, VOTES
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import subject_of
from app.ingest.happenings.view import View

_CONTESTANTS = frozenset(
    {ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.SOURCE, ActorKind.OFFICE}
)


def contestants(view: View) -> list[Phrase]:
    """«فاز حزب …», «أسفرت عن فوز … أمام …», «حصل … على 20 مقعدا»: in the sentence that tells an election."""
    found: dict[str, Phrase] = {}
    for k in range(len(view.tokens)):
        for phrase in _standing(view, k):
            if stands(view, phrase):
                found.setdefault(phrase.slug, phrase)
    return list(found.values())


def stands(view: View, phrase: Phrase) -> bool:
    """A party or a person, not the body that holds the election («الهيئة العليا للانتخابات»)."""
    counting = any("انتخاب" in view.fold(k) for k in range(phrase.start, phrase.end))
    return phrase.kind in _CONTESTANTS and not phrase.adjective and not counting


def _standing(view: View, k: int) -> Iterator[Phrase]:
    if view.verbs[k] is not None and view.has(k, CONTESTS) and _for_votes(view, k):
        yield from subject_of(view, k)
    elif view.verbs[k] is None and k not in view.at and view.has(k, OUTCOMES):
        named = view.starting(k + 1)
        if named is not None and not named.prefix:
            yield from chain(view, named, view.clause_range(k)[1])
    elif view.has(k, RIVALS) or (view.fold(k) == "امام" and _lost_before(view, k)):
        named = view.starting(k + 1) or (view.starting(k + 2) if view.has(k + 1, RIVALS) else None)
        yield from (named,) if named is not None and not named.prefix else ()


def _lost_before(view: View, k: int) -> bool:
    """«خسر الانتخابات أمام فلان»."""
    return any(view.has(j, CONTESTS | OUTCOMES) for j in range(max(0, k - 8), k))


def _for_votes(view: View, k: int) -> bool:
    """Verbs of getting and leading tell of an election only with votes, seats or the vote itself."""
    reading = view.verbs[k]
    if reading is None or reading.lemma not in _ANYTHING:
        return True
    return any(view.has(j, VOTES) for j in range(k + 1, min(k + 14, len(view.tokens))))


_ANYTHING = frozenset({"حصل", "تقدم", "حصد", "حل", "حاز", "جاء", "نال", "احرز", "تصدر", "ترشح"})
