"""Which of our actors is which annotated actor, and whether two descriptions mean one speaker.

An annotated actor and one of ours are the same when, best evidence first,

1. both have a Wikidata id and it is the same (two different ids never match);
2. they share a canonical name, Arabic or English;
3. they are of one kind (person, country, medium, any other body) and share the words of a
   mention, pronouns aside; of two or more words, one may stand inside the other;
4. the annotation has an office that we resolved to its holder by the same words.

Names are compared as folded words without marks. Each actor is used once.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.records import Actor, ActorKind, MentionHow, Statement
from app.ingest.evaluation.gold import GoldActor
from app.ingest.evaluation.pairing import pair, plain

_SUFFIXES = ("يون", "يين", "ون", "ين", "ان", "ات")


def align(gold: Sequence[GoldActor], ours: Sequence[Actor]) -> dict[int, int]:
    """Indices of annotated actors to indices of ours."""
    return pair(gold, ours, likeness)


def likeness(gold: GoldActor, actor: Actor) -> float:
    """0 for different actors, else the strength of the evidence."""
    if gold.wikidata and actor.wikidata:
        return 4.0 if gold.wikidata == actor.wikidata else 0.0
    if ({plain(gold.name_ar), plain(gold.name_en)} & {plain(actor.name_ar), plain(actor.name_en)}) - {""}:
        return 3.0
    theirs = {plain(m) for m in (*gold.mentions, gold.name_ar)}
    if _kind(gold.kind) == _kind(actor.kind):
        words = {plain(m.span.text) for m in actor.mentions if m.how is not MentionHow.PRONOUN}
        words.add(plain(actor.name_ar))
        shared = len(theirs & words)
        return 2.0 + shared / 100 if shared else float(any(_inside(a, b) for a in theirs for b in words))
    if gold.kind == "office" and actor.kind is ActorKind.PERSON:
        titles = {plain(m.span.text) for m in actor.mentions if m.how is MentionHow.OFFICE}
        return 0.5 if theirs & titles else 0.0
    return 0.0


def _kind(kind: str) -> str:
    return kind if kind in ("person", "country", "media") else "body"


def _inside(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return " " in shorter and f" {shorter} " in f" {longer} "


class Cast:
    """The actors of one article on both sides, paired."""

    def __init__(self, gold: Sequence[GoldActor], ours: Sequence[Actor]) -> None:
        self.gold = gold
        self.ours = ours
        self.pairs = align(gold, ours)
        self._slugs = {i: ours[j].slug for i, j in self.pairs.items()}

    def slug(self, name: str) -> str | None:
        """Our actor for an annotated name (or a mention used as one), None where it has none."""
        for names in (lambda a: (a.name_ar,), lambda a: a.mentions):
            for i, actor in enumerate(self.gold):
                if plain(name) in {plain(n) for n in names(actor)} and i in self._slugs:
                    return self._slugs[i]
        named = [a.slug for a in self.ours if plain(a.name_ar) == plain(name)]
        return named[0] if named else None

    def knows(self, name: str) -> bool:
        """True when the annotation lists this name among its actors."""
        return any(plain(name) in {plain(n) for n in (a.name_ar, *a.mentions)} for a in self.gold)

    def speaks(self, name: str, statement: Statement) -> bool:
        """True when our speaker is the annotated one; unnamed ones are compared by description."""
        speaker = statement.speaker
        if self.slug(name) == speaker.slug or plain(name) == plain(speaker.name_ar):
            return True
        if self.knows(name) and plain(name) not in _collectives(self.gold):
            return False
        words = [speaker.name_ar, statement.source.text if statement.source else ""]
        return any(same_head(name, w) for w in words if w)


def _collectives(gold: Sequence[GoldActor]) -> set[str]:
    """Mentions such as «الإسرائيليون» that stand for a country and may be read as a group."""
    return {plain(m) for a in gold for m in a.mentions if a.kind == "country" and m.endswith(("ون", "ين"))}


def same_head(one: str, other: str) -> bool:
    """True when two descriptions have the same head noun, whatever its number or article."""
    a, b = (plain(words).split() for words in (one, other))
    return bool(a and b) and _stem(a[0]) == _stem(b[0])


def _stem(word: str) -> str:
    word = word.removeprefix("ال")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word.removesuffix(suffix)
    return word
