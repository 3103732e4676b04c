"""Whom each candidate means, decided over the whole article."""

from __future__ import annotations

from dataclasses import replace

from app.domain.edtf import bounds
from app.domain.records import Actor, ActorKind, Candidate, Draft, Mention, MentionHow, Sign
from app.domain.time import DateSpan
from app.ingest.mentions_tables import person_actor
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import fold


class Resolver:
    """Holds what the article has introduced so far and gives each candidate its actor."""

    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._draft = draft
        self._knowledge = knowledge
        self._on = _window(draft.document.published.edtf)
        self._found: dict[str, Actor] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._order: list[tuple[Candidate, str]] = []
        self._persons = {p.slug: p for p in knowledge.persons.values()}
        self._named = {
            r.slug for c in draft.candidates if c.sure and c.sign in (Sign.TABLE, Sign.PERSON) for r in c.readings
        }

    def actors(self) -> tuple[Actor, ...]:
        """All actors with their mentions, in order of first mention."""
        for candidate in self._draft.candidates:
            actor = self._actor(candidate)
            if actor:
                self._note(candidate, actor)
        acting = {c.span for c, _ in self._order if not c.place}
        kept = [slug for slug in self._found if self._counts(slug)]
        del acting
        return tuple(replace(self._found[s], mentions=tuple(self._mentions[s])) for s in kept)

    def _counts(self, slug: str) -> bool:
        """A country that only ever says where is no actor, unless the story keeps coming back to it."""
        own = [c for c, s in self._order if s == slug]
        if self._found[slug].kind not in (ActorKind.COUNTRY, ActorKind.ORGANISATION):
            return True
        return any(not c.place for c in own) or len(own) >= 2

    def _note(self, candidate: Candidate, actor: Actor) -> None:
        known = self._found.setdefault(actor.slug, actor)
        if not known.gender and (candidate.gender or actor.gender):
            self._found[actor.slug] = replace(known, gender=candidate.gender or actor.gender)
        phrase = candidate.phrase if candidate.phrase != candidate.span else None
        office = candidate.offices[0] if candidate.offices else None
        self._mentions.setdefault(actor.slug, []).append(
            Mention(actor.slug, candidate.paragraph, candidate.span, candidate.how, office, phrase)
        )
        self._order.append((candidate, actor.slug))

    def _actor(self, candidate: Candidate) -> Actor | None:
        if candidate.sign is Sign.TABLE:
            return self._tabled(candidate)
        if candidate.sign is Sign.PERSON:
            return self._unknown(candidate)
        if candidate.sign is Sign.TITLE:
            return self._holder(candidate)
        if candidate.sign is Sign.DESCRIPTION:
            return self._described(candidate)
        return candidate.readings[0] if candidate.readings else None

    def _tabled(self, candidate: Candidate) -> Actor | None:
        if candidate.place and candidate.readings[0].kind is ActorKind.COUNTRY and candidate.how is MentionHow.ALIAS:
            capital = fold(candidate.span.text) not in {
                fold(n)
                for c in self._knowledge.countries.values()
                for n in (c.name_ar, *c.aliases)
            }
            if capital:
                return None
        readings = [r for r in candidate.readings if r.slug in self._found] or [
            r for r in candidate.readings if r.slug in self._named
        ]
        if not candidate.sure and not readings:
            return None
        return (readings or list(candidate.readings))[0]

    def _unknown(self, candidate: Candidate) -> Actor:
        """A name again, or a longer or shorter form of one the article has given."""
        stub = candidate.readings[0]
        parts = fold(stub.name_ar).split()
        for actor in self._found.values():
            if actor.kind is ActorKind.PERSON and fold(actor.name_ar).split()[-1] == parts[-1] and not actor.known:
                return actor
        return stub

    def _holder(self, candidate: Candidate) -> Actor | None:
        """A title's holder: whom the article names in it, else by the table and the date."""
        office = candidate.offices[0] if candidate.offices else None
        for earlier, slug in reversed(self._order):
            if office and office in earlier.offices and self._found[slug].kind is ActorKind.PERSON:
                return self._found[slug]
        holders = self._knowledge.holder_of(office, self._on) if office and self._on else ()
        named = [h for h in self._knowledge.terms.get(office or "", ()) if self._knowledge.persons[h.person].slug in self._named]
        chosen = [h for h in holders if self._knowledge.persons[h.person].slug in self._named] or list(holders) or named
        if len({h.person for h in chosen}) == 1:
            return person_actor(self._knowledge.persons[chosen[0].person], candidate.gender)
        return candidate.readings[0] if candidate.readings else None

    def _described(self, candidate: Candidate) -> Actor | None:
        """«الوزير»: the last one introduced with that title."""
        for earlier, slug in reversed(self._order):
            actor = self._found[slug]
            if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE) and candidate.number == "s":
                if earlier.head == candidate.head or any(_same_rank(o, candidate.head) for o in earlier.offices):
                    return actor
        return None


_RANK_OF_OFFICE = {
    "minister": ("minister", "secretary"),
    "president": ("president", "prime_minister", "speaker", "head"),
    "spokesperson": ("spokesperson", "press_secretary"),
    "ambassador": ("ambassador",),
    "secretary": ("secretary_general",),
    "envoy": ("envoy",),
    "commander": ("commander",),
}


def _same_rank(office: str, head: str) -> bool:
    return any(word in office for word in _RANK_OF_OFFICE.get(head, ()))


def _window(edtf: str | None) -> DateSpan | None:
    if not edtf:
        return None
    earliest, latest = bounds(edtf)
    return DateSpan(edtf, earliest, latest)
