"""Names with the titles before them: «المبعوث الخاص إلى ليبيا، فلان», «إدارة الرئيس فلان»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import ActorKind
from app.domain.text import Token
from app.ingest.happenings.particles import (
    ADDRESS,
    ALSO,
    ENVOY_TO,
    GOVERNMENTS,
    IN_NAME_OF,
    MARKS,
    OF_RANK,
    PEERS,
    PREPOSITIONS,
    QUOTES,
    RELATIVE,
    SENT,
    THAT,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings


def titled(tokens: Sequence[Token], phrases: Sequence[Phrase], knowledge: Knowledge) -> list[Phrase]:
    """Persons with the titles before their names; what stands inside a title is no phrase of its own."""
    out: list[Phrase] = []
    for phrase in phrases:
        start = _title_start(tokens, phrase, out) if phrase.kind is ActorKind.PERSON else phrase.start
        start, given = _title_read(tokens, phrase, start, out)
        if phrase.kind is ActorKind.PERSON and (address := _addressed(tokens, start)) < start:
            start, given = address, given or _attached_to(tokens[address].fold)
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
        prefix = given or _title_prefix(tokens[start].fold)
        out.append(replace(phrase, start=start, prefix=prefix, speaks_for=body))
    return _whole(tokens, out)


def _addressed(tokens: Sequence[Token], start: int) -> int:
    """«صاحب السمو الملكي الأمير فلان», «بمعالي الوزير فلان»: where the form of address begins."""
    k = start
    while k > 0 and (tokens[k - 1].fold in OF_RANK or _address(tokens, k - 1)):
        k -= 1
    return k if k == start or _address(tokens, k) else start


def _address(tokens: Sequence[Token], k: int) -> bool:
    word = tokens[k].fold
    if word.removeprefix("ب").removeprefix("ل") == "دوله":  # «دولة الرئيس», but «دولة قطر»
        return tokens[k + 1].fold in _HEADS_OF_GOVERNMENT
    return any(b.word in ADDRESS for b in readings(word))


_HEADS_OF_GOVERNMENT = frozenset({"الرئيس", "رئيس", "السيد"})


def _attached_to(word: str) -> str:
    """The particles before a form of address."""
    bare = next((b for b in readings(word) if b.word in ADDRESS or b.word == "دوله"), None)
    return "" if bare is None else ("و" if word[0] == "و" else "") + bare.preposition


def _whole(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Phrase]:
    """«الرئيس "فلان"»: a title and a name of one person that only a sign parts are one phrase."""
    out: list[Phrase] = []
    for phrase in phrases:
        before = out[-1] if out else None
        if before is not None and before.slug == phrase.slug and phrase.kind is ActorKind.PERSON:
            between = {t.fold for t in tokens[before.end : phrase.start]}
            if between and between <= _SIGNS:
                out[-1] = replace(before, end=phrase.end)
                continue
        out.append(phrase)
    return out


_SIGNS = QUOTES | {"@"}


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


def _title_read(
    tokens: Sequence[Token], phrase: Phrase, start: int, before: Sequence[Phrase]
) -> tuple[int, str]:
    """The title as it was read with the name, however long, and the particle before it."""
    floor = max((p.end for p in before if p.kind is ActorKind.PERSON), default=0)
    if not floor <= phrase.title < start:
        return start, ""
    word = tokens[phrase.title].fold
    return phrase.title, "ل" if word.startswith("لل") else ""


def _peers(tokens: Sequence[Token], k: int) -> bool:
    """«بنظيريه، التركي فلان والإيراني فلان»: several of one rank."""
    return k >= 0 and any(b.word in PEERS for b in readings(tokens[k].fold))


def _envoy_before(tokens: Sequence[Token], k: int, floor: int) -> bool:
    """«سفير الهند لدى عمان فلان»: where an envoy is sent belongs to his title."""
    near = range(max(floor, k - 6), k)
    return any(b.word in SENT for j in near for b in readings(tokens[j].fold))
