"""Whom each candidate means, decided over the whole article in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from app.domain.edtf import bounds
from app.domain.records import Actor, ActorKind, Candidate, Draft, Mention, Sign
from app.domain.time import DateSpan
from app.ingest.actors_names import same_body, same_person
from app.ingest.actors_ranks import GOVERNING, begins, same_noun, same_rank
from app.ingest.mentions_tables import country_actor, person_actor
from app.ingest.mentions_titles import title_grammar
from app.knowledge.load import Knowledge
from app.languages.ar.bodies import load_bodies
from app.languages.ar.normalise import fold

_STATES = (ActorKind.COUNTRY, ActorKind.ORGANISATION)
_OFTEN = 2
_MEMORY = 300


class Resolver:
    """Holds what the article has introduced so far and gives each candidate its actor."""

    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._draft = draft
        self._knowledge = knowledge
        self._grammar = title_grammar(knowledge)
        self._on = _window(draft.document.published.edtf)
        self._found: dict[str, Actor] = {}
        self._own: dict[str, list[Candidate]] = defaultdict(list)
        self._in_office: dict[str, str] = {}
        self._by_part: dict[tuple[ActorKind, str], list[str]] = defaultdict(list)
        self._tails: dict[tuple[str, ...], str] = {}
        self._told: list[tuple[Candidate, str]] = []
        self._named = frozenset(
            r.slug
            for c in draft.candidates
            if c.sure and c.sign in (Sign.TABLE, Sign.PERSON) and len(c.readings) == 1
            for r in c.readings
        )
        self._to_come = {
            office: c.readings[0]
            for c in reversed(draft.candidates)
            if c.sign in (Sign.TABLE, Sign.PERSON)
            for office in c.offices
        }
        self._beside = {b.slug: b.beside for b in knowledge.organisations.values() if b.beside}

    def actors(self) -> tuple[Actor, ...]:
        """All actors with their mentions, in order of first mention."""
        for candidate in self._draft.candidates:
            actor = self._actor(candidate)
            if actor:
                self._tell(candidate, actor)
        return tuple(
            replace(actor, mentions=self._mentions(slug))
            for slug, actor in self._found.items()
            if self._counts(slug)
        )

    def _tell(self, candidate: Candidate, actor: Actor) -> None:
        known = self._found.setdefault(actor.slug, actor)
        if not known.gender and (candidate.gender or actor.gender):
            self._found[actor.slug] = replace(known, gender=candidate.gender or actor.gender)
        if known.country is None and known.kind is ActorKind.PERSON and candidate.country:
            self._found[actor.slug] = replace(self._found[actor.slug], country=candidate.country)
        self._told.append((candidate, actor.slug))
        if actor.kind is ActorKind.PERSON:
            for name in {fold(actor.name_ar), fold(candidate.span.text)}:
                parts = tuple(name.split())
                self._tails |= {parts[k:]: actor.slug for k in range(1, len(parts) - 1)}
        self._own[actor.slug].append(candidate)
        if candidate.sign in (Sign.TABLE, Sign.PERSON):
            self._in_office |= dict.fromkeys(candidate.offices, actor.slug)
        if candidate.sign in (Sign.PERSON, Sign.BODY) and known is actor:
            for part in {fold(part) for part in actor.name_ar.split()}:
                self._by_part[actor.kind, part].append(actor.slug)

    def _mentions(self, slug: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(
                slug,
                c.paragraph,
                c.span,
                c.how,
                c.offices[0] if c.offices else None,
                c.phrase if c.phrase != c.span else None,
            )
            for c in self._own[slug]
        )

    def _counts(self, slug: str) -> bool:
        """A country that only ever says where is no actor, unless the story keeps coming back to it."""
        own = self._own[slug]
        often = self._found[slug].kind in _STATES and len(own) >= _OFTEN
        return often or any(not c.place for c in own)

    # -- one candidate ------------------------------------------------------------------------------

    def _actor(self, candidate: Candidate) -> Actor | None:
        match candidate.sign:
            case Sign.TABLE:
                return self._tabled(candidate)
            case Sign.PERSON | Sign.BODY:
                return self._unlisted(candidate)
            case Sign.TITLE:
                return self._holder(candidate)
            case Sign.DESCRIPTION:
                return self._described(candidate)
            case Sign.SOURCE:
                return candidate.readings[0]

    def _tabled(self, candidate: Candidate) -> Actor | None:
        if candidate.head == "people" and candidate.country:
            return country_actor(self._knowledge.countries[candidate.country])
        if candidate.head == "capital" and candidate.place:
            return None
        tail = self._tails.get(tuple(fold(candidate.span.text).split()))
        if tail and not any(r.slug in self._found for r in candidate.readings):
            return self._found[tail]
        known = [r for r in candidate.readings if r.slug in self._found] or [
            r for r in candidate.readings if r.slug in self._named
        ]
        if known:
            return known[0]
        if candidate.sure:
            return candidate.readings[0]
        return next((r for r in candidate.readings if self._is_beside(r)), None)

    def _is_beside(self, actor: Actor) -> bool:
        other = self._knowledge.organisations.get(self._beside.get(actor.slug) or "")
        return other is not None and other.slug in self._named

    def _unlisted(self, candidate: Candidate) -> Actor:
        """A name again, or a longer or shorter form of one the article has given."""
        stub = candidate.readings[0]
        tail = self._tails.get(tuple(fold(stub.name_ar).split())) if stub.kind is ActorKind.PERSON else None
        if tail:
            return self._found[tail]
        same = same_person if candidate.sign is Sign.PERSON else same_body
        slugs = self._by_part[stub.kind, fold(stub.name_ar.split()[0])]
        return next((self._found[s] for s in slugs if same(self._found[s], stub)), stub)

    def _lately(self) -> Iterator[tuple[Candidate, str]]:
        """What was told before, the last first, as far back as a reader remembers."""
        return islice(reversed(self._told), _MEMORY)

    # -- titles ---------------------------------------------------------------------------------------

    def _holder(self, candidate: Candidate) -> Actor | None:
        """A title's holder: whom the article names in it, else by the table and the date."""
        offices = candidate.offices
        if candidate.head == "counterpart":
            offices = self._counterparts(candidate)
        for office in offices:
            person = self._named_as(office) or self._by_date(office, candidate)
            if person:
                return self._one_of(candidate, person, office)
        again = None if offices or candidate.country else self._titled_before(candidate)
        if again:
            return again
        if not offices and candidate.country:
            person = self._last_titled(candidate.head, candidate.country)
            if person:
                return person
        return candidate.readings[0] if candidate.readings else None

    def _one_of(self, candidate: Candidate, person: Actor, office: str) -> Actor:
        """«وزراء خارجية فرنسا وألمانيا»: of many at once only those named count, else their states."""
        country = self._knowledge.offices[office].country
        if candidate.sure or person.slug in self._named or country is None:
            return person
        return country_actor(self._knowledge.countries[country])

    def _titled_before(self, candidate: Candidate) -> Actor | None:
        """«وزير الخارجية» after «وزير الخارجية فلان»: whoever bears these words, before or after."""
        words = fold(candidate.span.text)
        for earlier, slug in self._lately():
            if earlier.sign in (Sign.TABLE, Sign.PERSON) and f" {words} " in f" {fold(earlier.phrase.text)} ":
                actor = self._found[slug]
                if actor.kind is ActorKind.PERSON:
                    return actor
        return None

    def _counterparts(self, candidate: Candidate) -> tuple[str, ...]:
        for earlier, _ in self._lately():
            for office in earlier.offices:
                found = self._grammar.counterpart(office, candidate.country or "")
                if found:
                    return found
        return ()

    def _named_as(self, office: str) -> Actor | None:
        """Whom the article calls by this office: the last one told, else the next to come."""
        slug = self._in_office.get(office)
        return self._found[slug] if slug else self._to_come.get(office)

    def _by_date(self, office: str, candidate: Candidate) -> Actor | None:
        """The one holder on the article's day; of several, the one that the article names."""
        terms = self._knowledge.terms.get(office, ())
        serving = [h for h in terms if self._on and h.serves(self._on)]
        named = [h for h in serving or terms if self._knowledge.persons[h.person].slug in self._named]
        people = {h.person for h in named} or {h.person for h in serving}
        if len(people) != 1:
            return None
        return person_actor(self._knowledge.persons[people.pop()], candidate.gender)

    def _last_titled(self, head: str, country: str) -> Actor | None:
        """«الوزير الروسي»: the last person of that rank and country."""
        for earlier, slug in self._lately():
            actor = self._found[slug]
            if (
                actor.kind is ActorKind.PERSON
                and earlier.head == head
                and country in (actor.country, earlier.country)
            ):
                return actor
        return None

    # -- descriptions -----------------------------------------------------------------------------------

    def _described(self, candidate: Candidate) -> Actor | None:
        if candidate.head == "homeland":
            return self._homeland()
        if candidate.head == "الحكومه":
            return self._government()
        wanted = load_bodies().descriptions.get(candidate.head)
        if wanted is None:
            return self._ranked(candidate)
        for _, slug in self._lately():
            actor = self._found[slug]
            if actor.kind not in wanted.kinds or candidate.country not in (None, actor.country):
                continue
            if ActorKind.SOURCE in wanted.kinds:
                if same_noun(wanted.word, actor.name_ar):
                    return actor
            elif not wanted.names or begins(actor.name_ar, wanted.names):
                return actor
        return None

    def _homeland(self) -> Actor | None:
        """«بلاده»: the state of the last person told."""
        for _, slug in self._lately():
            actor = self._found[slug]
            if actor.kind is ActorKind.PERSON and actor.country:
                return country_actor(self._knowledge.countries[actor.country])
        return None

    def _government(self) -> Actor | None:
        """«الحكومة»: the one told before, else that of the last person whose office was told."""
        for earlier, slug in self._lately():
            actor = self._found[slug]
            if fold(earlier.span.text).removeprefix("ال").startswith("حكومه"):
                return actor
            if actor.kind is ActorKind.PERSON and actor.country and self._governs(earlier, actor.country):
                return country_actor(self._knowledge.countries[actor.country])
        return None

    def _governs(self, candidate: Candidate, country: str) -> bool:
        """True for a title of the state itself, not of the United Nations or a party."""
        lands = {self._knowledge.offices[office].country for office in candidate.offices}
        return country in lands or (not lands and candidate.head in GOVERNING)

    def _ranked(self, candidate: Candidate) -> Actor | None:
        """«الوزير»: the last one introduced in that rank; «المتحدث» may be an unnamed one."""
        if candidate.number != "s":
            return None
        for earlier, slug in self._lately():
            actor = self._found[slug]
            if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE) and same_rank(earlier, candidate.head):
                return actor
            if actor.kind is ActorKind.SOURCE and same_noun(fold(candidate.span.text), actor.name_ar):
                return actor
        return None


def _window(edtf: str | None) -> DateSpan | None:
    if not edtf:
        return None
    try:
        earliest, latest = bounds(edtf)
    except ValueError:
        return None
    return DateSpan(edtf, earliest, latest)
