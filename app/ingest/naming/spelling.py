"""Known names in spellings no table lists: foreign names by their consonants, and letters swapped.

Arabic writes one foreign name in many ways (بوغدانوف, بوجدانوف; ديمتري, دميتري). Two spellings with
the same consonants, where those that stand for one sound count as one, are taken for one name of two
words or more. A single word is only forgiven two letters in the wrong order (بلوميبرغ).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.domain.records import Actor
from app.ingest.naming.tables import medium_actor, person_actor
from app.ingest.naming.trie import words_of
from app.knowledge.load import Knowledge
from app.knowledge.records import Person
from app.languages.ar.lexicon import is_word
from app.languages.ar.normalise import fold

#: Letters that outlets exchange for one foreign sound; long vowels come and go.
_SOUNDS = str.maketrans("جكقگچثصشطضظذڤپ", "غغغغشسسستزززفب", "اويءئؤه")
#: States whose names are largely Arabic: there a long vowel makes another name (علي, علاء).
_ARAB = frozenset("AE AF BH DJ DZ EG IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TN TR YE".split())
_SHORTEST_NAME, _SHORTEST_WORD = 6, 6


def consonants(name: str) -> str:
    """What is left of a name when spelling is forgiven: «سيرجي شويجو» and «سيرغي شويغو» agree."""
    words = (word.removeprefix("ال").translate(_SOUNDS) for word in words_of(fold(name)))
    return " ".join("".join(c for i, c in enumerate(w) if i == 0 or c != w[i - 1]) for w in words)


@lru_cache(maxsize=4)
def _persons(knowledge: Knowledge) -> Mapping[str, Actor]:
    found: dict[str, Actor] = {}
    shared: set[str] = set()
    for person in knowledge.persons.values():
        if person.country is None or person.country in _ARAB:
            continue
        for key in {consonants(n) for n in (person.name_ar, *person.aliases) if " " in n}:
            if key in found and found[key].slug != person.slug:
                shared.add(key)
            found[key] = person_actor(person)
    return {k: a for k, a in found.items() if k not in shared and len(k.replace(" ", "")) >= _SHORTEST_NAME}


@lru_cache(maxsize=4)
def _words(knowledge: Knowledge) -> Mapping[str, Actor]:
    """Single words that name a person or an outlet, by the spellings with two letters swapped."""
    found: dict[str, Actor] = {}
    shared: set[str] = set()
    for word, actor in _single_names(knowledge):
        for key in _swapped(word):
            if key in found and found[key].slug != actor.slug:
                shared.add(key)
            found[key] = actor
    return {key: actor for key, actor in found.items() if key not in shared}


def _single_names(knowledge: Knowledge) -> Iterator[tuple[str, Actor]]:
    for person in knowledge.persons.values():
        for name in person.aliases:
            if len(fold(name)) >= _SHORTEST_WORD and " " not in name:
                yield fold(name), person_actor(person)
    for medium in knowledge.media.values():
        if not medium.needs_cue:
            for name in (medium.name_ar, *medium.aliases):
                if len(fold(name)) >= _SHORTEST_WORD and " " not in name:
                    yield fold(name), medium_actor(medium)


def _swapped(word: str) -> set[str]:
    """The word with two neighbouring letters changed about, its first letter and article in place."""
    first = 3 if word.startswith("ال") else 1
    return {
        word[:k] + word[k + 1] + word[k] + word[k + 2 :]
        for k in range(first, len(word) - 1)
        if word[k] != word[k + 1]
    }


def respelt_person(name: str, knowledge: Knowledge) -> Actor | None:
    """The one known person whose name has the same consonants; None if none or several.

    A first name may be cut short before a surname that only one known person has («ستيف» for «ستيفن»).
    """
    words = words_of(fold(name))
    if len(words) < 2:
        return None
    return _persons(knowledge).get(consonants(name)) or _with_short_name(words, knowledge)


def _with_short_name(words: tuple[str, ...], knowledge: Knowledge) -> Actor | None:
    person = _surnames(knowledge).get(words[-1])
    if person is None or len(words) > 2:
        return None
    given, full = consonants(words[0]), consonants(words_of(fold(person.name_ar))[0])
    short, long = sorted((given, full), key=len)
    return person_actor(person) if len(short) > 1 and long.startswith(short) else None


@lru_cache(maxsize=4)
def _surnames(knowledge: Knowledge) -> Mapping[str, Person]:
    """Foreign persons by a name of one word that no other has."""
    found: dict[str, set[str]] = {}
    for person in knowledge.persons.values():
        if person.country is not None and person.country not in _ARAB:
            for name in (*person.aliases, person.name_ar.split()[-1]):
                if " " not in name:
                    found.setdefault(fold(name), set()).add(person.id)
    return {name: knowledge.persons[ids.pop()] for name, ids in found.items() if len(ids) == 1}


def misspelt_word(word: str, knowledge: Knowledge) -> Actor | None:
    """The one known name that has the letters of a folded word of no dictionary, two of them swapped."""
    if len(word) < _SHORTEST_WORD or is_word(word):
        return None
    return _words(knowledge).get(word)
