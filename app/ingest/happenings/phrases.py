"""Noun phrases that stand for actors: names with their titles, adjectives of nationality, capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.records import Actor, ActorKind, Mention, MentionHow
from app.domain.text import Span, Token
from app.ingest.happenings.particles import (
    ALSO,
    DEPUTIES,
    ENVOY_TO,
    GOVERNMENTS,
    IN_NAME_OF,
    MARKS,
    PEERS,
    PREPOSITIONS,
    QUOTES,
    RELATIVE,
    SENT,
    THAT,
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
    spokesman a person is by his title («المتحدث باسم الجيش فلان»).
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
        whole = _phrase(inside, actor, prefix, metonym=bare not in words)
        found += _by_state(tokens, whole, knowledge) if whole.envoys else [whole]
    return _titled(tokens, sorted(found, key=lambda p: p.start), knowledge)


def _set_apart(tokens: Sequence[Token], start: int) -> str:
    """«قال فلان لـ«فلان»»: the particle before quotation marks."""
    k = start - 1
    while k >= 0 and tokens[k].fold in QUOTES:
        k -= 1
    return tokens[k].fold if 0 <= k < start - 1 and tokens[k].fold in ("ل", "ب") else ""


def _phrase(inside: range, actor: Actor, prefix: str, *, metonym: bool) -> Phrase:
    """«مسؤولين روس» that nobody names stand for their state."""
    country = country_of(actor)
    if actor.kind is ActorKind.SOURCE and actor.number == "p" and country:
        return Phrase(
            inside[0], inside[-1] + 1, country, ActorKind.COUNTRY, prefix, country=country, envoys=True
        )
    metonym = metonym and actor.kind is ActorKind.COUNTRY and len(inside) == 1
    return Phrase(inside[0], inside[-1] + 1, actor.slug, actor.kind, prefix, country=country, metonym=metonym)


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
    """«وزيرا خارجية قطر ومصر», «الجيشين المصري والسوداني»: the actors that share one stretch of words."""
    found: dict[tuple[int, int], list[Actor]] = {}
    for mention in mentions:
        if mention.how is not MentionHow.PRONOUN and mention.slug in actors:
            found.setdefault((mention.span.start, mention.span.end), []).append(actors[mention.slug])
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


def _titled(tokens: Sequence[Token], phrases: Sequence[Phrase], knowledge: Knowledge) -> list[Phrase]:
    """Persons with the titles before their names; what stands inside a title is no phrase of its own."""
    out: list[Phrase] = []
    for phrase in phrases:
        start = _title_start(tokens, phrase, out) if phrase.kind is ActorKind.PERSON else phrase.start
        if phrase.kind is ActorKind.PERSON and phrase.country and _governs(tokens, start):
            out.append(_government(tokens, phrase, start - 1))
            continue
        if start == phrase.start:
            out.append(_of_another_state(tokens, phrase, knowledge))
            continue
        body = None
        while out and out[-1].start >= start:
            inner = out.pop()
            body = inner if tokens[inner.start - 1].fold in IN_NAME_OF else body
        prefix = _title_prefix(tokens[start].fold)
        out.append(replace(phrase, start=start, prefix=prefix, speaks_for=body))
    return out


def _governs(tokens: Sequence[Token], start: int) -> bool:
    return start > 0 and any(b.word in GOVERNMENTS for b in readings(tokens[start - 1].fold))


def _government(tokens: Sequence[Token], phrase: Phrase, start: int) -> Phrase:
    """«إدارة الرئيس فلان»: it acts for the state that he governs."""
    bare = next(b for b in readings(tokens[start].fold) if b.word in GOVERNMENTS)
    prefix = ("و" if tokens[start].fold[0] == "و" else "") + bare.preposition
    return replace(phrase, start=start, slug=phrase.country or "", kind=ActorKind.COUNTRY, prefix=prefix)


def _of_another_state(tokens: Sequence[Token], phrase: Phrase, knowledge: Knowledge) -> Phrase:
    """«الرئيسان المصري فلان والسوداني فلان»: the second name with the adjective that joins it."""
    before = tokens[phrase.start - 1].fold if phrase.start else ""
    if phrase.kind is not ActorKind.PERSON or not before.startswith("وال") or not nisba(before, knowledge):
        return phrase
    return replace(phrase, start=phrase.start - 1, prefix="و")


def _title_prefix(word: str) -> str:
    """The particles before a title; the و of وزير is its own."""
    titles = load_event_words().classes["titles"]
    bare = next((b for b in readings(word) if b.word in titles), None)
    if bare is None or bare.word == word:
        return ""
    return ("و" if word[0] == "و" else "") + bare.preposition


def _title_start(tokens: Sequence[Token], phrase: Phrase, before: Sequence[Phrase]) -> int:
    """The first token of the title that runs up to a name, or the name's own first token."""
    titles = load_event_words().classes["titles"]
    floor = max((p.end for p in before if p.kind is ActorKind.PERSON), default=0)
    start = phrase.start
    for k in range(phrase.start - 1, max(floor, phrase.start - 11) - 1, -1):
        word = tokens[k].fold
        if word == "،" and (k == phrase.start - 1 or _peers(tokens, k - 1)):
            continue
        if (not tokens[k].is_word and word not in MARKS) or word in ALSO:
            break
        if word in ENVOY_TO and _envoy_before(tokens, k, floor):
            continue
        if (word in PREPOSITIONS and word != "في") or word in THAT or word in RELATIVE:
            break
        if any(b.word in titles for b in readings(word)) or _peers(tokens, k):
            start = k
        elif tokens[k].verb() is not None and not word.startswith("ال"):
            break
        if start == k and _title_prefix(word):
            break
    return start


def _peers(tokens: Sequence[Token], k: int) -> bool:
    """«بنظيريه، التركي فلان والإيراني فلان»: several of one rank."""
    return k >= 0 and any(b.word in PEERS for b in readings(tokens[k].fold))


def _envoy_before(tokens: Sequence[Token], k: int, floor: int) -> bool:
    """«سفير الهند لدى عمان فلان»: where an envoy is sent belongs to his title."""
    near = range(max(floor, k - 6), k)
    return any(b.word in SENT for j in near for b in readings(tokens[j].fold))


def country_of(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug
    return actor.country.lower() if actor.country else None
