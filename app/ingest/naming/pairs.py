"""Two bodies of one kind by their states: «الجيشين الروسي والتركي», «وزارتي الدفاع الروسية والتركية»."""

from __future__ import annotations

from app.domain.records import Actor, MentionHow, Sign
from app.ingest.naming.page import Find, Page
from app.ingest.naming.tables import actor_of
from app.ingest.naming.trie import forms
from app.languages.ar.normalise import fold


def pair_at(page: Page, at: int, stop: int) -> Find | None:
    """«الجيشين الروسي والتركي», «وزارتي الدفاع الروسية والتركية»: one body for each adjective."""
    if not any((n := page.nisba(k)) and n.definite for k in range(at + 1, min(at + 4, stop))):
        return None
    for form in forms(page.fold(at)):
        single = _singular(form.word)
        middle = [page.fold(k) for k in range(at + 1, min(at + 3, stop))]
        for length in range(3) if single else ():
            first = page.nisba(at + 1 + length) if at + 2 + length < stop else None
            second = page.nisba(at + 2 + length) if first else None
            if not (first and second and first.definite and second.definite):
                continue
            if not page.fold(at + 2 + length).startswith("و"):
                continue  # «الصحفي التركي الألماني»: one of two states
            readings = (_of_state(page, [single, *middle[:length]], n.code) for n in (first, second))
            actors = [actor for actor in readings if actor]
            end = at + 3 + length
            if actors:
                return [
                    page.candidate((at, end), form, Sign.TABLE, MentionHow.ALIAS, (actor,))
                    for actor in actors
                ], end
    return None


def _of_state(page: Page, words: list[str], code: str) -> Actor | None:
    adjective = "ال" + fold(page.knowledge.countries[code].nisba[0])
    for phrase in ([*words, adjective], [*words, adjective + "ه"]):
        found = page.names.find(phrase)
        if found:
            return actor_of(found[0][0], found[1], page.knowledge)
    return None


def _singular(word: str) -> str:
    """The singular of a dual: «الجيشين» gives «الجيش», «وزارتي» «وزاره»; empty for anything else."""
    for ending, single in (
        ("تين", "ه"),
        ("تان", "ه"),
        ("تي", "ه"),
        ("تا", "ه"),
        ("ين", ""),
        ("ان", ""),
        ("ي", ""),
        ("ا", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)] + single
    return ""
