"""States expressed otherwise than by name: adjectives of nationality, capitals, representatives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.domain.records import Actor, ActorKind
from app.domain.text import Token
from app.ingest.happenings.particles import ADJECTIVES, ARMS, ENVOYS, FORCES, MANY, MARKS, SOLDIERS
from app.ingest.happenings.phrases import Phrase, state_names
from app.ingest.nationality import Nisba, nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings
from app.languages.ar.normalise import fold


def adjective_phrases(
    tokens: Sequence[Token], inside: set[int], knowledge: Knowledge, actors: Mapping[str, Actor]
) -> list[Phrase]:
    """Adjectives of nationality that say whose the noun before them is.

    The noun must be an event («غارات إسرائيلية») or act for a state («الطيران الإسرائيلي»); in the
    second case the phrase begins at the noun. Several may follow one noun («روسية تركية»).
    """
    words = load_event_words()
    armies = armies_of(actors)
    found: list[Phrase] = []
    head, agent = -1, False
    for i, token in enumerate(tokens):
        if i in inside:
            head, agent = _joins(tokens, i, inside, head)
            continue
        nation = _nation(token.fold, knowledge)
        if nation is None:
            event = words.noun(token.fold) is not None
            arms = any(b.word in ARMS for b in readings(token.fold))  # «مروحية» looks like an adjective
            if token.is_word and (event or arms or not adjectival(token.fold)):
                agent = any(b.word in words.classes["agents"] for b in readings(token.fold))
                head = i if agent or event else -1
            continue
        people = nation.number == "p" and nation.gender == "m" and not tokens[head].fold.endswith("ين")
        if head < 0 or (people and not agent):
            continue
        code = nation.code.lower()
        if head in inside and not token.fold.startswith("و"):
            continue
        first = head if agent and head not in inside and not (found and found[-1].end > head) else i
        prefix = _prefix(tokens[first].fold) if first == head else token.fold[:1].replace("ا", "")
        prefix = prefix if prefix in ("و", "ل", "ب", "ك", "ول", "وب") else ""
        army = armies.get(code) if agent and (first == head or head in inside) else None
        slug, kind = code, ActorKind.COUNTRY
        if army is not None and any(b.word in FORCES for b in readings(tokens[head].fold)):
            slug, kind = army, ActorKind.MILITARY
        found.append(Phrase(first, i + 1, slug, kind, prefix, adjective=not agent, country=code, agent=agent))
    return found


def _joins(tokens: Sequence[Token], i: int, inside: set[int], head: int) -> tuple[int, bool]:
    """«القوات المصرية والسودانية»: the forces at the head of a name, to which «و» joins others."""
    if i - 1 not in inside and any(b.word in FORCES for b in readings(tokens[i].fold)):
        return i, True
    return (head, True) if head in inside else (-1, False)


def _nation(word: str, knowledge: Knowledge) -> Nisba | None:
    """The nationality of an adjective; «مساعدة مالية» is of money, not of Mali."""
    return None if word in _ORDINARY else nisba(word, knowledge) or _accusative(word, knowledge)


_ORDINARY = frozenset({"مالي", "ماليه", "ماليا", "ماليين"})


def _accusative(word: str, knowledge: Knowledge) -> Nisba | None:
    """«اجتماعا مصريا»; «ليبيا» is the state."""
    return None if word in state_names(knowledge) else nisba(word.removesuffix("ا"), knowledge)


def capital_phrases(
    tokens: Sequence[Token], named: Sequence[Phrase], inside: set[int], knowledge: Knowledge
) -> list[Phrase]:
    """«بين روسيا من جهة وأنقرة»: a capital joined to an actor stands for its government."""
    ends = {p.end for p in named}
    names = capital_names(knowledge)
    found = _represented(tokens, inside, knowledge)
    for i, token in enumerate(tokens):
        code = names.get(token.fold[1:]) if token.fold[0] == "و" and i not in inside else None
        if code is None:
            continue
        k = i
        while k > 0 and (tokens[k - 1].fold in ("من", "جهه", "جانب", "ناحيه") or tokens[k - 1].fold in MARKS):
            k -= 1
        if k in ends:
            found.append(Phrase(i, i + 1, code, ActorKind.COUNTRY, "و", country=code))
    return found


def _represented(tokens: Sequence[Token], inside: set[int], knowledge: Knowledge) -> list[Phrase]:
    """«ممثلي قطر وتركيا والولايات المتحدة»: whose representatives meet."""
    names = state_names(knowledge)
    found: list[Phrase] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].fold if i else ""
        joined = token.fold[:1] == "و" and found and i - found[-1].end <= 1
        code = names.get(token.fold[1:] if joined else token.fold) if i not in inside else None
        sent = any(b.word in ENVOYS for b in readings(before)) or _officials(tokens, i, names)
        if code and (joined or sent):
            prefix = "و" if joined else ""
            found.append(Phrase(i, i + 1, code, ActorKind.COUNTRY, prefix, country=code, envoys=True))
    return found


def _officials(tokens: Sequence[Token], i: int, names: Mapping[str, str]) -> bool:
    """«وزراء الري في مصر والسودان»: the first of the states whose officials they are."""
    if i < 2 or i + 1 >= len(tokens) or tokens[i - 1].fold != "في":
        return False
    several = tokens[i + 1].fold[:1] == "و" and tokens[i + 1].fold[1:] in names
    return several and any(b.word in MANY for t in tokens[max(0, i - 5) : i - 1] for b in readings(t.fold))


@lru_cache(maxsize=4)
def capital_names(knowledge: Knowledge) -> Mapping[str, str]:
    return {fold(c.capital_ar): c.slug for c in knowledge.countries.values() if c.capital_ar}


def nations_of(
    tokens: Sequence[Token], knowledge: Knowledge, actors: Mapping[str, Actor]
) -> dict[int, Phrase]:
    """Every adjective of nationality as the state it names, whatever it goes with."""
    found = {}
    armies = armies_of(actors)
    for i, token in enumerate(tokens):
        nation = nisba(token.fold, knowledge) or nisba(token.fold.removesuffix("ا"), knowledge)
        if nation is not None and token.fold not in _ORDINARY:
            code = nation.code.lower()
            soldier = any(b.word in SOLDIERS for b in readings(tokens[i - 1].fold)) if i else False
            army = armies.get(code) if soldier else None
            slug, kind = (army, ActorKind.MILITARY) if army else (code, ActorKind.COUNTRY)
            found[i] = Phrase(i, i + 1, slug, kind, adjective=True, country=code)
    return found


def _prefix(word: str) -> str:
    """The particles before a noun, as far as the article shows where it begins."""
    bare = next((b for b in readings(word) if b.definite), None)
    conjunction = "و" if word.startswith(("وال", "ول")) else ""
    return conjunction + (bare.preposition if bare else "")


def adjectival(word: str) -> bool:
    return any(b.word.endswith(("ي", "يه", "يتان", "يتين")) or b.word in ADJECTIVES for b in readings(word))


def armies_of(actors: Mapping[str, Actor]) -> dict[str, str]:
    """The army of each state that the article names, by the code of the state."""
    return {
        a.country.lower(): a.slug
        for a in actors.values()
        if a.kind is ActorKind.MILITARY
        and a.country
        and fold(a.name_ar).startswith(("الجيش", "القوات المسلحه"))
    }
