"""Later mentions of a person by the last part of the name: «دروبينين» after «أليكسي دروبينين»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.naming.page import Page
from app.ingest.naming.trie import Form, forms, words_of
from app.languages.ar.lexicon import is_word
from app.languages.ar.names import given_names, load_names
from app.languages.ar.normalise import fold


def surnames(page: Page, found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for bare surnames of the persons in ``found``, outside all its candidates."""
    persons = _by_surname(found)
    covered = bytearray(len(page.tokens))
    for candidate in found:
        covered[candidate.first : candidate.stop] = b"\x01" * (candidate.stop - candidate.first)
    return [
        _bare(page, at, form, _whose(page, at, persons[form.word]))
        for at in range(len(page.tokens))
        if not covered[at]
        for form in forms(page.fold(at))[:4]
        if form.word in persons and _certain(page, at, form)
    ]


def _by_surname(found: Sequence[Candidate]) -> Mapping[str, list[Candidate]]:
    persons: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if not candidate.readings or candidate.readings[0].kind is not ActorKind.PERSON:
            continue
        parts = words_of(fold(candidate.span.text))
        if candidate.sign in (Sign.PERSON, Sign.TABLE) and len(parts) > 1 and len(parts[-1]) > 2:
            persons[parts[-1]].append(candidate)
    return persons


def _whose(page: Page, at: int, family: Sequence[Candidate]) -> Actor:
    """Of several with one surname whoever fits the verb before it; one introduced by a title, else the last.

    Whoever is named in passing («ذكرى والده فلان») does not take the surname from whom the article is about.
    """
    verb = page.tokens[at - 1].verb() if at and page.same_sentence(at - 1, at) else None
    wanted = verb.gender if verb is not None and verb.person == "3" else None
    fitting = [c for c in family if wanted is None or _gender(c) in (None, wanted)] or family
    before = [c for c in fitting if c.first < at]
    titled = [c for c in before if c.offices or c.phrase != c.span]
    return (titled or before or fitting[:1])[-1].readings[0]


def _gender(candidate: Candidate) -> str | None:
    gender = candidate.gender or candidate.readings[0].gender
    return gender[:1] if gender else None


def _certain(page: Page, at: int, form: Form) -> bool:
    """A surname that is an ordinary word must follow a verb, or stand with the article it has as name."""
    if form.cut and is_word(page.fold(at)) and not form.word.startswith("ال"):
        return False
    if not is_word(form.word) and form.word not in given_names():
        return True
    spoken = at > 0 and page.same_sentence(at - 1, at) and page.tokens[at - 1].verb() is not None
    return spoken and form.word not in load_names().never_name


def _bare(page: Page, at: int, form: Form, actor: Actor) -> Candidate:
    found = page.candidate((at, at + 1), form, Sign.TABLE, MentionHow.ALIAS, (actor,))
    return replace(found, gender=actor.gender)
