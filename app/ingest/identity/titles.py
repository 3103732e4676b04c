"""Whom a title without a name refers to: its holder in the article, in the tables, or the office itself."""

from __future__ import annotations

from app.domain.records import Actor, ActorKind, Candidate, Sign
from app.domain.time import DateSpan
from app.ingest.identity.article import Article
from app.ingest.identity.told import Told
from app.ingest.naming.offices import office_titles
from app.ingest.naming.tables import country_actor, person_actor
from app.knowledge.load import Knowledge
from app.languages.ar.names import given_names
from app.languages.ar.normalise import fold

#: Ranks with a portfolio: of these only a short title («الوزير الروسي») may mean any that was told.
_WITH_PORTFOLIO = frozenset({"minister", "president", "deputy", "undersecretary", "director", "secretary"})


def _is_of_other_gender(candidate: Candidate, person: Actor) -> bool:
    """«المتحدثة باسم الأمم المتحدة» is not the man whom the table has; «وزير الدفاع» may be a woman."""
    listed = given_names().get(fold(person.name_ar.split()[0]))
    return candidate.gender == "f" and listed is not None and listed.gender == "m"


class Holders:
    """Reads titles of one article by what it has told and what it names later."""

    def __init__(self, told: Told, article: Article, knowledge: Knowledge, on: DateSpan | None) -> None:
        self._told = told
        self._article = article
        self._knowledge = knowledge
        self._titles = office_titles(knowledge)
        self._on = on

    def holder(self, candidate: Candidate) -> Actor | None:
        """A title's holder: whom the article names in it, else by the table and the date."""
        offices = candidate.offices
        if candidate.head == "counterpart":
            offices = self._counterparts(candidate)
        for office in offices:
            person = self._named_as(office) or self._by_date(office, candidate)
            if person and not _is_of_other_gender(candidate, person):
                return self._one_of(candidate, person, office)
        return self._unlisted(candidate, offices) or self._office(candidate)

    def _unlisted(self, candidate: Candidate, offices: tuple[str, ...]) -> Actor | None:
        """Of a title without a holder in the table: whom the article names so, before or after."""
        if candidate.number != "s":
            return None
        person = None
        if not offices and candidate.country is None:
            person = self._titled_before(candidate) or self._abroad(candidate)
        elif not offices and candidate.country:
            person = self._last_titled(candidate, candidate.country)
        return person or self._article.bearer(candidate) or self._article.only_one(candidate)

    def _abroad(self, candidate: Candidate) -> Actor | None:
        """«وزير الدفاع»: the one minister of defence whom the article names, else its own state's."""
        offices = self._titles.of_any_state(candidate.span.text)
        held = [
            h for ids in offices.values() for office in ids for h in self._knowledge.terms.get(office, ())
        ]
        named = {
            h.person
            for h in held
            if self._knowledge.persons[h.person].slug in self._article.named
            and (self._on is None or h.serves(self._on))
        }
        if len(named) == 1:
            return person_actor(self._knowledge.persons[named.pop()], candidate.gender)
        own = () if named else offices.get(self._article.home or "", ())
        return self._by_date(own[0], candidate) if own else None

    def _office(self, candidate: Candidate) -> Actor | None:
        """The office itself; one told before whose title begins or goes on so is the same."""
        if not candidate.readings:
            return None
        stub = candidate.readings[0]
        words = fold(stub.name_ar)
        for _, actor in self._told.lately():
            if actor.kind is ActorKind.OFFICE and not actor.known and not stub.known:
                known = fold(actor.name_ar)
                if f"{known} ".startswith(f"{words} ") or f"{words} ".startswith(f"{known} "):
                    return actor
        return stub

    def _one_of(self, candidate: Candidate, person: Actor, office: str) -> Actor:
        """«وزراء خارجية فرنسا وألمانيا»: of many at once only those named count, else their states."""
        country = self._knowledge.offices[office].country
        if candidate.sure or person.slug in self._article.named or country is None:
            return person
        return country_actor(self._knowledge.countries[country])

    def _titled_before(self, candidate: Candidate) -> Actor | None:
        """«وزير الخارجية» after «وزير الخارجية فلان»: the last one who bears these words."""
        words = fold(candidate.span.text)
        for earlier, actor in self._told.lately():
            borne = f" {words} " in f" {fold(earlier.phrase.text)} "
            if borne and earlier.sign in (Sign.TABLE, Sign.PERSON) and actor.kind is ActorKind.PERSON:
                return actor
        return None

    def _counterparts(self, candidate: Candidate) -> tuple[str, ...]:
        for earlier, _ in self._told.lately():
            for office in earlier.offices:
                found = self._titles.counterpart(office, candidate.country or "")
                if found:
                    return found
        return ()

    def _named_as(self, office: str) -> Actor | None:
        """Whom the article calls by this office: the last one told, else the next to come."""
        slug = self._told.in_office.get(office)
        return self._told.found[slug] if slug else self._article.to_come.get(office)

    def _by_date(self, office: str, candidate: Candidate) -> Actor | None:
        """The one holder on the article's day; of several, the one that the article names."""
        terms = self._knowledge.terms.get(office, ())
        serving = self._knowledge.holder_of(office, self._on) if self._on else ()
        named = [h for h in serving or terms if self._knowledge.persons[h.person].slug in self._article.named]
        people = {h.person for h in named} or {h.person for h in serving}
        if len(people) != 1:
            return None
        return person_actor(self._knowledge.persons[people.pop()], candidate.gender)

    def _last_titled(self, candidate: Candidate, country: str) -> Actor | None:
        """«الوزير الروسي»: the last person of that rank and country."""
        if candidate.head in _WITH_PORTFOLIO and len(candidate.span.text.split()) > 2:
            return None
        for earlier, actor in self._told.lately():
            lands = (actor.country, earlier.country)
            if actor.kind is ActorKind.PERSON and earlier.head == candidate.head and country in lands:
                return actor
        return None
