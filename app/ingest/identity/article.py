"""What the candidates of a whole article reveal before any of them is resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from app.domain.records import Actor, ActorKind, Candidate, Draft, MentionHow, Sign
from app.ingest.article_lands import article_lands, home_land
from app.ingest.naming.institutions import Institution, institutions
from app.ingest.naming.tables import BARE, institution_actor
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold

#: Of these an article that calls one person so («السفير فلان») has told the holder.
_ONE_AT_A_TIME = frozenset({"ambassador", "envoy", "delegate", "representative", "consul", "charge"})
#: Among how many states, the most named first, a usual one must be.
_FIRST = 4
_NAMES = (Sign.TABLE, Sign.PERSON)


class Article:
    """Names, titles and states of one article, before and after any candidate."""

    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        text = draft.document.text
        self.lands = article_lands(text, knowledge)
        self.home = home_land(text, knowledge)
        self.named = frozenset(
            r.slug
            for c in draft.candidates
            if c.sure and c.sign in _NAMES and len(c.readings) == 1
            for r in c.readings
        )
        self.fully_named = frozenset(
            c.readings[0].slug
            for c in draft.candidates
            if c.how is MentionHow.NAME and c.sign in _NAMES and len(c.readings) == 1
        )
        self.to_come: Mapping[str, Actor] = {
            office: c.readings[0]
            for c in reversed(draft.candidates)
            if c.sign in _NAMES
            for office in c.offices
        }
        self._tails = _tails(draft.candidates)
        self._titled = [(_words(c), c.readings[0]) for c in draft.candidates if _is_titled(c)]
        self._ranked = _ranked(draft.candidates)

    def fully(self, name: str) -> Actor | None:
        """«عبد الرحمن» before «رامي عبد الرحمن»: the one whose full name, given further on, ends so."""
        found = self._tails.get(fold(name), {})
        return next(iter(found.values())) if len(found) == 1 else None

    def bearer(self, candidate: Candidate) -> Actor | None:
        """Whom the article names with all the words of this title, before or after it."""
        words = _words(candidate)
        borne = {actor.slug: actor for phrase, actor in self._titled if f" {words} " in f" {phrase} "}
        return borne.popitem()[1] if len(borne) == 1 else None

    def only_one(self, candidate: Candidate) -> Actor | None:
        """The one person of the article whom it calls by this rank, of the title's state if it names one."""
        if candidate.head not in _ONE_AT_A_TIME:
            return None
        people = self._ranked.get(candidate.head, {})
        fitting = [a for a, land in people.values() if land is None or candidate.country in (None, land)]
        return fitting[0] if len(fitting) == 1 else None

    def institution(self, head: str, told: Iterator[Actor]) -> Actor | None:
        """The body of a state that «الجيش» means: one the article names, else that of its own land."""
        institution = _by_suffix()[head.removeprefix(BARE)]
        for actor in told:
            if actor.country and self._is(institution, actor.country, {actor.slug}):
                return actor
        for code in self.lands:
            if self._is(institution, code, self.named):
                return self._of(institution, code)
        if institution.again:
            return None
        usual = institution.usual if institution.usual in self.lands[:_FIRST] else None
        land = usual or self.home
        found = self._of(institution, land) if land else None
        return found if found and found.kind is not ActorKind.COUNTRY else None

    def _is(self, institution: Institution, code: str, slugs: Set[str]) -> bool:
        """The body of this state is one of these; what stands for the state itself is none."""
        body = self._of(institution, code)
        return body.kind is not ActorKind.COUNTRY and body.slug in slugs

    def medium(self, suffix: str, country: str | None) -> Actor | None:
        """The agency or television of a state, of the article's own where none is given."""
        code = country or self.home
        return self._of(_by_suffix()[suffix], code) if code else None

    def nearest(self, actors: Sequence[Actor]) -> Actor:
        """Of outlets that share a name the one of the state that the article speaks of most."""
        order = {code: at for at, code in enumerate(self.lands)}
        return min(actors, key=lambda actor: order.get(actor.country or "", len(order)))

    def _of(self, institution: Institution, code: str) -> Actor:
        return institution_actor(institution, code, self._knowledge)


def _tails(candidates: tuple[Candidate, ...]) -> Mapping[str, Mapping[str, Actor]]:
    """Persons by the last two words of names of three, folded."""
    found: dict[str, dict[str, Actor]] = defaultdict(dict)
    for c in candidates:
        people = c.readings[:1] if c.sign in _NAMES and c.how is MentionHow.NAME else ()
        words = fold(c.span.text).split()
        if people and people[0].kind is ActorKind.PERSON and len(words) > 2:
            found[" ".join(words[-2:])].setdefault(people[0].slug, people[0])
    return found


def _by_suffix() -> Mapping[str, Institution]:
    return {institution.suffix: institution for institution in institutions()}


def _words(candidate: Candidate) -> str:
    """The folded words of a title, «للسفير» as «السفير»."""
    words = fold(candidate.phrase.text)
    return "ال" + words[2:] if words.startswith("لل") else words


def _is_titled(candidate: Candidate) -> bool:
    return (
        candidate.sign in _NAMES
        and candidate.phrase != candidate.span
        and bool(candidate.readings)
        and candidate.readings[0].kind is ActorKind.PERSON
    )


def _ranked(candidates: tuple[Candidate, ...]) -> Mapping[str, Mapping[str, tuple[Actor, str | None]]]:
    """Persons by the rank before their names, each with the state of the title."""
    found: dict[str, dict[str, tuple[Actor, str | None]]] = defaultdict(dict)
    for c in candidates:
        if c.head and _is_titled(c):
            found[c.head].setdefault(c.readings[0].slug, (c.readings[0], c.country))
    return found
