"""Noun phrases that stand for actors: names with their titles, adjectives of nationality, capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.records import Actor, ActorKind, Mention, MentionHow
from app.domain.text import Span, Token
from app.ingest.happenings.particles import (
    DEPUTIES,
    QUOTES,
)
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings
from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[start, end)`` of the sentence that stand for an actor.

    ``prefix`` is the particle attached to its first word. ``adjective`` is True where an adjective
    of nationality stands for the country («غارات إسرائيلية»), so that there is no mention; ``agent``
    where it goes with what acts for the country («الطيران الإسرائيلي»); ``envoys`` where holders of an
    office stand for their states («نائبا وزيري خارجية قطر وعمان», «ممثلي الأردن»); ``metonym`` where a
    capital or a palace stands for its state; ``speaks_for`` whose
    spokesman a person is by his title («المتحدث باسم الجيش فلان»); ``title`` the token where the title
    before a name begins, -1 where none was read with it; ``gender`` and ``number`` those of the actor.
    """

    start: int
    end: int
    slug: str
    kind: ActorKind
    prefix: str = ""
    adjective: bool = False
    country: str | None = None
    agent: bool = False
    envoys: bool = False
    metonym: bool = False
    speaks_for: Phrase | None = None
    title: int = -1
    gender: str | None = None
    number: str | None = None

    @property
    def conjoined(self) -> bool:
        return self.prefix.startswith("و")


def named_phrases(
    tokens: Sequence[Token], mentions: Sequence[Mention], actors: Mapping[str, Actor], knowledge: Knowledge
) -> list[Phrase]:
    """Longest mentions first, none inside another; pronouns say nothing of the place of a name."""
    found: list[Phrase] = []
    taken: set[int] = set()
    words = state_names(knowledge)
    sharing = _sharing(mentions, actors)
    for mention in sorted(mentions, key=lambda m: -len(m.span)):
        actor = actors.get(mention.slug)
        if mention.how is MentionHow.PRONOUN or actor is None:
            continue
        inside = tokens_in(tokens, mention.span)
        if not inside or taken & set(inside) or _looks_ahead(tokens, inside):
            continue
        taken |= set(inside)
        first = tokens[inside[0]]
        cut = mention.span.start - first.span.start
        prefix = first.fold[: max(cut, 0)]
        pair = _one_each(tokens, inside, sharing.get((mention.span.start, mention.span.end), ()), prefix)
        if pair:
            found += pair
            continue
        if mention.how is MentionHow.OFFICE and (states := _colleagues(tokens, inside, words)):
            found += states
            continue
        bare = first.fold[len(prefix) :]
        prefix = prefix or _set_apart(tokens, inside[0])
        if not prefix and first.fold.startswith("لل"):
            prefix = "ل"
        whole = _of_body(_phrase(inside, actor, prefix, named=bare in words), actor, actors)
        if mention.phrase is not None and actor.kind is ActorKind.PERSON:
            whole = replace(whole, title=next(iter(tokens_in(tokens, mention.phrase)), -1))
        found += _by_state(tokens, whole, knowledge) if whole.envoys else [whole]
    return sorted(found, key=lambda p: p.start)


def _set_apart(tokens: Sequence[Token], start: int) -> str:
    """«قال فلان لـ«فلان»»: the particle before quotation marks."""
    k = start - 1
    while k >= 0 and tokens[k].fold in QUOTES:
        k -= 1
    return tokens[k].fold if 0 <= k < start - 1 and tokens[k].fold in ("ل", "ب") else ""


def _of_state(slug: str, *, metonym: bool) -> str:
    """Capitals are feminine, whatever their state is."""
    return "m" if slug in load_event_words().masculine and not metonym else "f"


def _phrase(inside: range, actor: Actor, prefix: str, *, named: bool) -> Phrase:
    """«مسؤولين روس» that nobody names stand for their state."""
    country = country_of(actor)
    if actor.kind is ActorKind.SOURCE and actor.number == "p" and country:
        return Phrase(
            inside[0], inside[-1] + 1, country, ActorKind.COUNTRY, prefix, country=country, envoys=True
        )
    metonym = not named and actor.kind is ActorKind.COUNTRY and len(inside) == 1
    gender = actor.gender[:1] if actor.gender else None
    if actor.kind is ActorKind.COUNTRY:
        gender = _of_state(actor.slug, metonym=metonym) if metonym or named else None
    return Phrase(
        inside[0], inside[-1] + 1, actor.slug, actor.kind, prefix,
        country=country, metonym=metonym, gender=gender, number=actor.number,
    )  # fmt: skip


def _of_body(phrase: Phrase, actor: Actor, actors: Mapping[str, Actor]) -> Phrase:
    """«أربعة قياديين في الحركة»: unnamed people of a movement stand for it, not for their state."""
    body = actors.get(actor.affiliation or "") if phrase.envoys else None
    if body is None or body.kind not in (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION):
        return phrase
    return replace(phrase, slug=body.slug, kind=body.kind, envoys=False)


def _by_state(tokens: Sequence[Token], whole: Phrase, knowledge: Knowledge) -> list[Phrase]:
    """«مسؤولين سوريين وإسرائيليين»: a phrase for each state."""
    cuts = [
        (i, nation.code.lower())
        for i in range(whole.start + 1, whole.end)
        if tokens[i].fold.startswith("و") and (nation := nisba(tokens[i].fold, knowledge))
    ]
    ends = [i for i, _ in cuts] + [whole.end]
    others = [
        replace(whole, start=i, end=end, slug=code, country=code, prefix="و")
        for (i, code), end in zip(cuts, ends[1:], strict=True)
    ]
    return [replace(whole, end=ends[0]), *others]


def _sharing(mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> dict[tuple[int, int], list[Actor]]:
    """«وزيرا خارجية قطر ومصر», «الجيشين المصري والسوداني»: the actors that share one stretch of words.

    Of «القوات المصرية والسودانية» the first has a stretch of its own, with which that of the second begins.
    """
    found: dict[tuple[int, int], list[Actor]] = {}
    forces: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.how is not MentionHow.PRONOUN and mention.slug in actors:
            found.setdefault((mention.span.start, mention.span.end), []).append(actors[mention.slug])
            if actors[mention.slug].kind is ActorKind.MILITARY:
                forces.setdefault(mention.span.start, []).append(mention)
    for nested in forces.values():
        if len(nested) > 1:
            *others, whole = sorted(nested, key=lambda m: m.span.end)
            joined = (m.slug for m in others if whole.span.text[len(m.span) :].lstrip().startswith("و"))
            found[whole.span.start, whole.span.end][:0] = [actors[slug] for slug in joined]
    return found


def _one_each(tokens: Sequence[Token], inside: range, actors: Sequence[Actor], prefix: str) -> list[Phrase]:
    """A phrase for each of several actors that share their words; deputies stand for their states."""
    if not 1 < len(actors) < len(inside):
        return []
    if any(b.word in DEPUTIES for b in readings(tokens[inside[0] - 1].fold if inside[0] else "")):
        return []
    if len(actors) > 2 and any(a.kind is ActorKind.PERSON for a in actors):
        return []
    cuts = [inside[0], *inside[-len(actors) + 1 :], inside[-1] + 1]
    return [
        Phrase(start, end, actor.slug, actor.kind, "و" if n else prefix, country=country_of(actor))
        for n, (actor, start, end) in enumerate(zip(actors, cuts, cuts[1:], strict=False))
    ]


def tokens_in(tokens: Sequence[Token], span: Span) -> range:
    """Positions of the tokens that share a character with the span."""
    first = bisect_right(tokens, span.start, key=lambda t: t.span.end)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda t: t.span.start))


def _looks_ahead(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """A word alone that reads as «he will …» is no name, whatever name it resembles."""
    return len(inside) == 1 and any("س" in a.prefixes for a in tokens[inside[0]].analyses if a.pos == "verb")


def _colleagues(tokens: Sequence[Token], inside: Sequence[int], names: Mapping[str, str]) -> list[Phrase]:
    """«وزراء خارجية قطر وتركيا وإيران»: several holders of one office stand for their states."""
    found = []
    for i in (*inside, inside[-1] + 1):
        word = tokens[i].fold if i < len(tokens) else ""
        for name in (word, word[1:] if word[:1] == "و" else ""):
            if name in names:
                code = names[name]
                prefix = "و" if name != word else ""
                found.append(Phrase(i, i + 1, code, ActorKind.COUNTRY, prefix, country=code, envoys=True))
    return found if len(found) > 1 else []


@lru_cache(maxsize=4)
def state_names(knowledge: Knowledge) -> Mapping[str, str]:
    """First words of the names of states, folded, with the code of the state."""
    names: dict[str, str] = {}
    for country in knowledge.countries.values():
        for name in (country.name_ar, *country.aliases):
            words = fold(name).split()
            if words and (len(words) == 1 or words[0] == "الولايات"):
                names.setdefault(words[0], country.slug)
    return names


def country_of(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug
    return actor.country.lower() if actor.country else None


def attached(phrase: Phrase) -> str:
    """The preposition that stands attached before a phrase; "" where there is none."""
    last = phrase.prefix[-1:]
    return {"ل": "الي", "ب": "ب", "ك": "ك"}.get(last, "")
