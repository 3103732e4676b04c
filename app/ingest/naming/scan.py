"""One pass over the tokens of each sentence that yields candidates, longest reading first."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.records import Candidate, MentionHow, Sign
from app.ingest.naming.bodies import BodyFinder
from app.ingest.naming.forces import force_at
from app.ingest.naming.groups import group_at
from app.ingest.naming.named import NamedFinder
from app.ingest.naming.own_envoys import own_envoy_at
from app.ingest.naming.page import Find, Page
from app.ingest.naming.persons import PersonFinder
from app.ingest.naming.sources import source_at
from app.ingest.naming.spelling import misspelt_word
from app.ingest.naming.titled import TitledFinder
from app.ingest.naming.trie import forms


class _Step(NamedTuple):
    """Candidates up to token ``end``, with a ``person`` or not, ``instead`` of the last person or beside."""

    found: list[Candidate]
    end: int
    instead: bool
    person: bool


class Scanner:
    """Finds the candidates of one article."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._persons = PersonFinder(page)
        self._named = NamedFinder(page, self._persons)
        self._bodies = BodyFinder(page)
        self._titled = TitledFinder(page, self._persons, self._named, self._bodies)
        self._reach = 0
        self._last: Candidate | None = None

    def scan(self, start: int, stop: int) -> list[Candidate]:
        """Candidates of the tokens ``[start, stop)``, one sentence."""
        found: list[Candidate] = []
        self._last = None
        at, person = start, 0
        while at < stop:
            step = self._step(at, stop) if self._page.tokens[at].is_word else None
            if step is None:
                at += 1
                continue
            if step.instead:
                del found[person]
            found += step.found
            person = len(found) - 1 if step.person else person
            at = step.end
        return found

    def _step(self, at: int, stop: int) -> _Step | None:
        """What begins at a token: a title, else what stands without one."""
        last = self._last
        find = (
            self._titled.at(at, stop, last, self._reach)
            or own_envoy_at(self._page, self._persons, at, stop)
            or self._untitled(at, stop)
        )
        if find is None:
            return None
        found, end = find
        instead = last is not None and any(c.first == last.first and c.span == last.span for c in found)
        person = any(_is_person(c) for c in found)
        if person:
            self._reach = end
            self._last = found[-1] if _is_person(found[-1]) else None
        return _Step(found, end, instead, person)

    def _untitled(self, at: int, stop: int) -> Find | None:
        force = force_at(self._page, at, stop)
        if force:
            return force
        named = self._named.at(at, stop)
        if named and named[0] and not named[0][0].sure:
            body = self._bodies.named(at, stop)
            named = body if body and body[1] > named[1] else named
        return (
            named
            or group_at(self._page, at, stop)
            or self._source(at, stop)
            or self._bodies.at(at, stop)
            or self._persons.untitled(at, stop)
            or self._misspelt(at)
        )

    def _misspelt(self, at: int) -> Find | None:
        """«بلوميبرغ»: a known name with two letters swapped."""
        for form in forms(self._page.fold(at)):
            actor = misspelt_word(form.word, self._page.knowledge)
            if actor:
                place = (at, at + 1)
                return [self._page.candidate(place, form, Sign.TABLE, MentionHow.ALIAS, (actor,))], at + 1
        return None

    def _source(self, at: int, stop: int) -> Find | None:
        found = source_at(self._page, at, stop)
        if found is None:
            return None
        inner: list[Candidate] = []
        k = at + 1
        while k < found.stop:
            named = self._named.at(k, found.stop) if not self._page.nisba(k) else None
            inner += named[0] if named else []
            k = named[1] if named else k + 1
        return [found, *inner], found.stop


def _is_person(candidate: Candidate) -> bool:
    return candidate.sign is Sign.PERSON or (
        candidate.sign is Sign.TABLE
        and bool(candidate.readings)
        and candidate.readings[0].kind.value == "person"
    )
