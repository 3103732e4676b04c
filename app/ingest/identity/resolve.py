"""Whom each candidate refers to, resolved over the whole article in text order."""

from __future__ import annotations

from dataclasses import replace

from app.domain.edtf import window
from app.domain.records import Actor, ActorKind, Candidate, Draft, MentionHow, Sign
from app.ingest.identity.article import Article
from app.ingest.identity.groups import group_told
from app.ingest.identity.names import same_body, same_person
from app.ingest.identity.ranks import GOVERNING, begins, same_noun, same_rank
from app.ingest.identity.salience import Salience
from app.ingest.identity.titles import Holders
from app.ingest.identity.told import Told
from app.ingest.naming.tables import BARE, country_actor
from app.knowledge.load import Knowledge
from app.languages.ar.bodies import Description, load_bodies
from app.languages.ar.normalise import fold

_STATES = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.OFFICE)
#: Outlets that every state has, by the noun that speaks of them («الوكالة الروسية»).
_TELEVISION = "التلفزيون"
_STATE_MEDIA = {"الوكاله": "news_agency", _TELEVISION: "state_tv"}
#: How often a state must be named that only says where; fewer for the speaker's own («بلاده»).
_OFTEN, _OFTEN_OURS = 3, 2
_MEMORY = 300
#: Bodies whose ordinary names («الحرس الجمهوري») mean those of the state that the article is about.
_OF_STATES = (ActorKind.MILITARY, ActorKind.OFFICE)


class Resolver:
    """Holds what the article has introduced so far and gives each candidate its actor."""

    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._draft = draft
        self._knowledge = knowledge
        self._told = Told()
        self._salience = Salience(draft)
        self._article = Article(draft, knowledge)
        on = window(draft.document.published.edtf)
        self._holders = Holders(self._told, self._article, knowledge, on)
        self._beside = {b.slug: _slug_of(b.beside, knowledge) for b in knowledge.organisations.values()}

    def actors(self) -> tuple[Actor, ...]:
        """All actors with their mentions, in order of first mention."""
        for candidate in self._draft.candidates:
            actor = self._actor(candidate)
            if actor:
                self._told.tell(candidate, actor)
        return tuple(
            replace(actor, mentions=self._told.mentions(slug))
            for slug, actor in self._told.found.items()
            if self._counts(slug)
        )

    def _counts(self, slug: str) -> bool:
        """What only ever says where is no actor, unless the story keeps coming back to that state."""
        own = self._told.own[slug]
        enough = _OFTEN_OURS if any(c.how is MentionHow.PRONOUN for c in own) else _OFTEN
        often = self._told.found[slug].kind in _STATES and len(own) >= enough
        return often or any(not c.place for c in own)

    # -- one candidate ------------------------------------------------------------------------------

    def _actor(self, candidate: Candidate) -> Actor | None:
        match candidate.sign:
            case Sign.TABLE:
                return self._tabled(candidate)
            case Sign.PERSON | Sign.BODY:
                return self._unlisted(candidate)
            case Sign.TITLE:
                return self._holders.holder(candidate)
            case Sign.DESCRIPTION:
                return self._described(candidate)
            case Sign.SOURCE:
                return candidate.readings[0]
            case Sign.GROUP:
                return group_told(candidate, self._told)

    def _tabled(self, candidate: Candidate) -> Actor | None:
        if candidate.head == "people" and candidate.country:
            return country_actor(self._knowledge.countries[candidate.country])
        if candidate.head == "capital" and candidate.place:
            return None
        if candidate.head.startswith(BARE):
            return self._institution(candidate)
        tail = self._told.by_last_parts(candidate.span.text)
        if tail and not any(r.slug in self._told.found for r in candidate.readings):
            return tail
        known = [r for r in candidate.readings if r.slug in self._told.found]
        known = known or self._namesake(candidate)
        known = known or [r for r in candidate.readings if r.slug in self._article.named]
        if known:
            return known[0]
        if candidate.sure:
            media = candidate.readings[0].kind is ActorKind.MEDIA and len(candidate.readings) > 1
            return self._article.nearest(candidate.readings) if media else candidate.readings[0]
        return next((r for r in candidate.readings if self._is_beside(r)), None)

    def _namesake(self, candidate: Candidate) -> list[Actor]:
        """Whoever the article gave a full name that ends in this surname, before a famous bearer."""
        fully = any(r.slug in self._article.fully_named for r in candidate.readings)
        if candidate.how is not MentionHow.ALIAS or fully:
            return []
        namesake = self._told.by_surname(candidate.span.text)
        return [namesake] if namesake is not None else []

    def _institution(self, candidate: Candidate) -> Actor | None:
        told = (actor for _, actor in self._told.lately())
        found = self._article.institution(candidate.head, told)
        listed = (r for r in candidate.readings if r.known and r.slug in self._article.named)
        return found or next(listed, candidate.readings[0] if candidate.sure else None)

    def _is_beside(self, actor: Actor) -> bool:
        other = self._beside.get(actor.slug)
        if other in self._article.named:
            return True
        return actor.kind in _OF_STATES and actor.country is not None and actor.country == self._article.home

    def _unlisted(self, candidate: Candidate) -> Actor:
        """A name again, or a longer or shorter form of one the article has given."""
        stub = candidate.readings[0]
        if candidate.head == "nickname":
            return next((a for _, a in self._told.lately() if a.kind is ActorKind.PERSON), stub)
        person = stub.kind is ActorKind.PERSON
        tail = (
            (self._told.by_last_parts(stub.name_ar) or self._article.fully(stub.name_ar)) if person else None
        )
        if tail:
            return tail
        same = same_person if candidate.sign is Sign.PERSON else same_body
        sharing = self._told.sharing(stub)
        if " " not in stub.name_ar:
            sharing.reverse()  # of two with one surname the last introduced
        return next((known for known in sharing if same(known, stub)), stub)

    # -- descriptions -----------------------------------------------------------------------------------

    def _described(self, candidate: Candidate) -> Actor | None:
        if candidate.head == "homeland":
            return self._homeland()
        if candidate.head == "الحكومه":
            return self._government()
        wanted = load_bodies().descriptions.get(candidate.head)
        if wanted is None:
            return self._ranked(candidate)
        told = ((c, actor) for c, actor in self._told.lately() if _fits(candidate, wanted, c, actor))
        return self._salience.meant(candidate, told) or self._of_state(candidate, wanted)

    def _of_state(self, candidate: Candidate, wanted: Description) -> Actor | None:
        """What a description with a nationality means that nothing told before fits by its noun."""
        if ActorKind.SOURCE in wanted.kinds and candidate.country:
            return self._official(candidate.country)
        state_owned = _STATE_MEDIA.get(candidate.head)
        if state_owned and (candidate.country or candidate.head == _TELEVISION):
            return self._article.medium(state_owned, candidate.country)
        return None

    def _official(self, country: str) -> Actor | None:
        """«المسؤول الأميركي»: the one person of that state whom the text gave a title."""
        titled = {
            actor.slug: actor
            for earlier, actor in self._told.lately()
            if actor.kind is ActorKind.PERSON and actor.country == country and earlier.phrase != earlier.span
        }
        return titled.popitem()[1] if len(titled) == 1 else None

    def _homeland(self) -> Actor | None:
        """«بلاده»: the state of the last person told."""
        for _, actor in self._told.lately():
            if actor.kind is ActorKind.PERSON and actor.country:
                return country_actor(self._knowledge.countries[actor.country])
        return None

    def _government(self) -> Actor | None:
        """«الحكومة»: the one told before, else that of the last person whose office was told."""
        for earlier, actor in self._told.lately():
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
        for earlier, actor in self._told.lately():
            if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE) and same_rank(earlier, candidate.head):
                return actor
            if actor.kind is ActorKind.SOURCE and same_noun(fold(candidate.span.text), actor.name_ar):
                return actor
        return None


def _fits(description: Candidate, wanted: Description, earlier: Candidate, actor: Actor) -> bool:
    """Whether a description may mean an actor told before: by kind, state and the noun of the name."""
    if actor.kind not in wanted.kinds or description.country not in (None, actor.country):
        return False
    if earlier.sign is Sign.GROUP and actor.kind is ActorKind.ORGANISATION:
        return False
    if ActorKind.SOURCE in wanted.kinds:
        return same_noun(wanted.word, actor.name_ar)
    many = fold(actor.name_ar.split(maxsplit=1)[0]) in load_bodies().broken_plurals
    if actor.kind is ActorKind.MEDIA and description.number == "s" and many:
        return False
    return not wanted.names or begins(actor.name_ar, wanted.names)


def _slug_of(identifier: str | None, knowledge: Knowledge) -> str | None:
    """Of a body or person by its id."""
    row = knowledge.organisations.get(identifier or "") or knowledge.persons.get(identifier or "")
    return row.slug if row else None
