"""What an article has said so far: its actors, and the words by which it may refer to them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from app.domain.records import Actor, ActorKind, Candidate, Mention, Sign
from app.languages.ar.normalise import fold, untagged

_MEMORY = 300


class Told:
    """``found``: actors by slug in order of first mention; ``own``: the candidates of each."""

    def __init__(self) -> None:
        self.found: dict[str, Actor] = {}
        self.own: dict[str, list[Candidate]] = defaultdict(list)
        self.in_office: dict[str, str] = {}
        self._by_part: dict[tuple[ActorKind, str], list[str]] = defaultdict(list)
        self._tails: dict[tuple[str, ...], str] = {}
        self._surnamed: dict[str, str] = {}
        self._all: list[tuple[Candidate, str]] = []

    def tell(self, candidate: Candidate, actor: Actor) -> None:
        """Remember that a candidate means an actor."""
        known = self.found.setdefault(actor.slug, actor)
        if not known.gender and (candidate.gender or actor.gender):
            self.found[actor.slug] = replace(known, gender=candidate.gender or actor.gender)
        if known.country is None and known.kind is ActorKind.PERSON and candidate.country:
            self.found[actor.slug] = replace(self.found[actor.slug], country=candidate.country)
        self._all.append((candidate, actor.slug))
        if actor.kind is ActorKind.PERSON:
            named = candidate.sign in (Sign.TABLE, Sign.PERSON)
            for name in {fold(actor.name_ar), fold(candidate.span.text)} if named else ():
                parts = _parts(name)
                first = 0 if candidate.head == "nickname" else 1
                self._tails |= {parts[k:]: actor.slug for k in range(first, len(parts) - 1)}
                if len(parts) > 1:
                    self._surnamed[parts[-1]] = actor.slug
        self.own[actor.slug].append(candidate)
        if candidate.sign in (Sign.TABLE, Sign.PERSON):
            self.in_office |= dict.fromkeys(candidate.offices, actor.slug)
        if candidate.sign in (Sign.PERSON, Sign.BODY) and known is actor:
            for part in {fold(part) for part in actor.name_ar.split()}:
                self._by_part[actor.kind, part].append(actor.slug)

    def lately(self) -> Iterator[tuple[Candidate, Actor]]:
        """What was told before, the last first, as far back as a reader remembers."""
        return ((candidate, self.found[slug]) for candidate, slug in islice(reversed(self._all), _MEMORY))

    def by_last_parts(self, name: str) -> Actor | None:
        """The person whose name ends in these two or more words."""
        slug = self._tails.get(_parts(fold(name)))
        return self.found[slug] if slug else None

    def by_surname(self, word: str) -> Actor | None:
        """The person told last whose name ends in this word."""
        slug = self._surnamed.get(fold(word))
        return self.found[slug] if slug else None

    def sharing(self, stub: Actor) -> list[Actor]:
        """Actors of a kind whose names have the first word of this one's."""
        return [self.found[s] for s in self._by_part[stub.kind, fold(stub.name_ar.split()[0])]]

    def mentions(self, slug: str) -> tuple[Mention, ...]:
        """The mentions of one actor, in order of the text."""
        return tuple(
            Mention(
                slug,
                c.paragraph,
                c.span,
                c.how,
                c.offices[0] if c.offices else None,
                c.phrase if c.phrase != c.span else None,
            )
            for c in self.own[slug]
        )


def _parts(name: str) -> tuple[str, ...]:
    """The words of a folded name, «أبي» and «أبا» as «أبو»; «سعد_الحريري» has two."""
    return tuple("ابو" if word in ("ابي", "ابا") else word for word in untagged(name).split())
