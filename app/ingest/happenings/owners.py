"""Who owns the airspace, the aircraft or the ambassador that an act is about."""

from __future__ import annotations

from collections.abc import Iterator

from app.ingest.happenings.joining import chain
from app.ingest.happenings.particles import LAUNCHES, PREPOSITIONS
from app.ingest.happenings.phrases import Phrase, attached
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.subjects import subject_after, subject_of
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View


def owners_of(view: View, found: Candidate, key: int) -> Iterator[Phrase]:
    """Whose the airspace, aircraft or ambassador is: adjective, genitive or pronoun after the word."""
    inside = view.at.get(key)
    if inside is not None:
        yield from chain(view, inside, view.clause_range(key)[1])
        return
    for k in range(key + 1, min(key + 4, len(view.tokens))):
        if view.antecedents.get(view.clauses[k]) == key and view.has(k, LAUNCHES):
            yield from subject_after(view, k)
            return
        nation = view.nations.get(k)
        if nation is not None:
            yield nation
            return
        following = view.starting(k)
        if following is not None:
            if not attached(following):
                yield from chain(view, following, view.clause_range(key)[1])
            return
        if not view.tokens[k].is_word or view.fold(k) in PREPOSITIONS:
            break
    if pronoun_on(view.tokens[key]):
        first, _ = view.clause_range(key)
        verb = next((k for k in range(first, key) if view.verbs[k] is not None), None)
        yield from subject_of(view, verb) if verb is not None and verb != found.start else ()
