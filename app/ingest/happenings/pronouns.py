"""Whom a pronoun attached to a word refers to: «زارها», «سلمته», «لقاء جمعه مع فلان»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from app.domain.records import ActorKind
from app.ingest.happenings.bridging import sent_arms
from app.ingest.happenings.particles import PREPOSITION_WITH_PRONOUN
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import subject_of
from app.ingest.happenings.view import View

_NOBODY = frozenset({ActorKind.SOURCE, ActorKind.MEDIA})
#: «كانت تلك أول دولة زارها»: what a verb like these says of its subject is the subject itself.
_COPULAS = frozenset({"كان", "اصبح", "صار", "عد", "اعتبر", "ظل", "بات", "مثل"})


def meant(view: View, k: int, pronoun: str, others: Set[str] = frozenset()) -> tuple[Phrase, ...]:
    """The last one named before token ``k``, in its sentence or those before, that a pronoun may mean.

    ``others`` are those whom it cannot mean, such as the subject of the same verb.
    """
    fits = (p for p in _candidates(view, k) if p.slug not in others and _agrees(p, pronoun))
    return tuple(p for p in (next(fits, None),) if p is not None)


def object_of(view: View, verb: int, others: Set[str] = frozenset()) -> tuple[Phrase, ...]:
    """Whom the pronoun on a verb means; in a relative clause that is whom the clause describes."""
    reading = view.verbs[verb]
    if reading is None or reading.suffix not in ("ه", "ها"):
        return ()
    if sent_arms(view, verb):
        return ()
    antecedent = view.antecedents.get(view.clauses[verb])
    if antecedent is None:
        return meant(view, verb, reading.suffix, others)
    return tuple(p for p in _described(view, antecedent) if p.slug not in others)


def _described(view: View, i: int) -> tuple[Phrase, ...]:
    """The antecedent, or the subject of the clause that says the antecedent of it."""
    while i >= 0 and not view.tokens[i].is_word:
        i -= 1
    if (phrase := view.at.get(i)) is not None:
        return (phrase,)
    first, _ = view.clause_range(i)
    verb = next((k for k in range(first, i) if view.verbs[k] is not None), None)
    reading = view.verbs[verb] if verb is not None else None
    copula = reading is not None and reading.lemma in _COPULAS
    return subject_of(view, verb)[:1] if verb is not None and copula else ()


def _candidates(view: View, k: int) -> Iterator[Phrase]:
    yield from (p for p in reversed(view.phrases) if p.end <= k and not p.adjective)
    for subjects in view.past.subjects:
        yield from subjects


def _agrees(phrase: Phrase, pronoun: str) -> bool:
    if phrase.kind in _NOBODY or phrase.number in ("p", "d"):
        return False
    if phrase.kind is ActorKind.PERSON:
        return (phrase.gender or "m") == ("f" if pronoun == "ها" else "m")
    return phrase.gender == ("f" if pronoun == "ها" else "m")


def governed_by_preposition(view: View, k: int, used: Sequence[Phrase]) -> tuple[str, Phrase | None]:
    """«معها», «ضده», «عنه»: the preposition, and whoever was named last before that its pronoun may mean."""
    preposition, pronoun = PREPOSITION_WITH_PRONOUN.get(view.fold(k), ("", ""))
    apart = preposition == "بين" and view.fold(k + 1) != "وبين"  # «دول بينها قطر»
    if not preposition or k in view.at or apart:
        return "", None
    kinds = _MEANT_BY_HER if pronoun == "ها" else _MEANT_BY_HIM
    others = {p.slug for p in used}
    before = (p for p in reversed(view.phrases) if p.end <= k and not (p.adjective or p.agent))
    found = next((p for p in before if p.kind in kinds and p.slug not in others), None)
    return preposition, replace(found, start=k, end=k + 1, prefix="") if found is not None else None


_MEANT_BY_HER = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})
_MEANT_BY_HIM = frozenset({ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.MILITARY})
