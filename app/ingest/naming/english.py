"""English names for bodies and descriptions in no table, put together word by word.

Arabic strings nouns together as genitives and places adjectives after them: «شعبة الإعلام الحربي» is read
backwards, "War Media Division"; what follows ل is a purpose, "for …". Words in no lexicon are romanised.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.ingest.naming.trie import forms, words_of
from app.ingest.nationality import nisba_table
from app.knowledge.load import Knowledge
from app.languages.ar.english import EnglishWords, load_english
from app.languages.ar.normalise import fold, untagged
from app.languages.ar.romanise import romanise


def english_of(words: str, knowledge: Knowledge, *, title: bool) -> str:
    """``words`` in English, as a title or as a description; never with Arabic letters."""
    parts = untagged(words).split()
    plain = ["".join(c for c in part if c.isalnum() or c in "-_.'") for part in parts]
    tokens = [(fold(word), word) for word in plain if fold(word)]
    found = _phrases(_merged(tokens), knowledge)
    return " ".join(_capital(w) for w in found.split()) if title else found


#: Before an owner that is joined to another: «لجنة الإغاثة والدعم».
_AND = "+"


def _merged(tokens: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Two words that the lexicon has as one: «متعددة الجنسيات»."""
    words, out, at = load_english(), list[tuple[str, str]](), 0
    while at < len(tokens):
        pair = tokens[at : at + 2]
        key = " ".join(word for word, _ in pair)
        known = next(
            (k for k in (key, key.removeprefix("ال")) if k in words.nouns or k in words.adjectives), ""
        )
        if len(pair) == 2 and known:
            out.append((known, known))
            at += 2
        else:
            out.append(tokens[at])
            at += 1
    return out


def _capital(word: str) -> str:
    return word if word in _SMALL or word.startswith("al-") else word[:1].upper() + word[1:]


_SMALL = frozenset({"of", "the", "for", "at", "in", "and", "to", "on", "with", "from", "bin"})


def _phrases(tokens: Sequence[tuple[str, str]], knowledge: Knowledge) -> str:
    """The phrases between prepositions, each read backwards."""
    words = load_english()
    out: list[str] = []
    group: list[tuple[str, str]] = []
    joint = ""
    for fold_, text in tokens:
        found = _joint(fold_, words, first=not group)
        if found and found[0] == words.prefixes["و"] and len(group) > 1:
            group.append((f"{_AND}{found[1]}", text))
        elif found:
            out += [joint, _compound(group, knowledge, words)]
            joint, rest = found
            group = [(rest, text[-len(rest) :] if len(rest) < len(text) else text)] if rest else []
        else:
            group.append((fold_, text))
    out += [joint, _compound(group, knowledge, words)]
    return " ".join(filter(None, out))


def _joint(word: str, words: EnglishWords, *, first: bool) -> tuple[str, str] | None:
    """The English of a preposition with what is written together with it."""
    if word in words.prepositions:
        return words.prepositions[word], ""
    if first or word in words.nouns or word in words.adjectives:
        return None
    for prefix, rest in (("لل", "ال" + word[2:]), ("بال", word[1:]), ("ل", word[1:]), ("وال", word[1:])):
        bare = rest.removeprefix("ال")
        if word.startswith(prefix) and len(bare) > 2 and (bare in words.nouns or prefix == "لل"):
            return words.prefixes[prefix[0]], rest
    return None


def _compound(tokens: Sequence[tuple[str, str]], knowledge: Knowledge, words: EnglishWords) -> str:
    """Owners before what they own, adjectives before their noun; heads of offices keep «of».

    Words of no lexicon beside each other are one name, and stay in its order: «فلان الفلاني».
    """
    groups: list[list[str]] = []
    name = -1
    of = bool(tokens) and tokens[0][0].removeprefix("ال") in words.of_heads and len(tokens) > 1
    for fold_, text in tokens:
        adjective = adjective_of(fold_, knowledge)
        noun = None if adjective and groups else _noun(fold_.removeprefix(_AND), knowledge, words)
        if fold_.startswith(_AND) and groups:
            groups[-1].append(f"and {noun or romanise(text)}")
        elif adjective and groups:
            groups[-1].insert(0, adjective)
        elif noun is None and name == len(groups) - 1 >= 0:
            groups[-1].append(romanise(text))
        else:
            name = len(groups) if noun is None else -1
            groups.append([noun or romanise(text)])
    phrases = [" ".join(group) for group in groups]
    if of and len(phrases) > 1:
        return f"{phrases[0]} of the {' '.join(reversed(phrases[1:]))}"
    return " ".join(phrase for phrase in reversed(phrases) if phrase)


def adjective_of(word: str, knowledge: Knowledge) -> str | None:
    """The English of a folded adjective in any form, a nationality's included; None for other words."""
    words = load_english()
    nisba = nisba_table(knowledge).get(word)
    if nisba:
        return knowledge.countries[nisba.code].adjective_en
    bare = word.removeprefix("ال")
    for form in (word, bare, bare.removesuffix("ه"), singular(bare)):
        if form in words.adjectives:
            return words.adjectives[form]
    return None


def singular(word: str) -> str:
    """«روسيين», «بارزون», «كبيران» as the lexicon has them."""
    for ending in ("يين", "يون", "يان", "ين", "ون", "ان", "تين", "تان", "ات"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending) + ("ي" if ending in ("يين", "يون", "يان") else "")
    return word


def _noun(word: str, knowledge: Knowledge, words: EnglishWords) -> str | None:
    """None for a word that neither lexicon nor tables have."""
    for form in (word, word.removeprefix("ال")):
        if form in words.nouns:
            return words.nouns[form]
    known = _known(word, knowledge)
    if known:
        return known
    return adjective_of(word, knowledge)


def _known(word: str, knowledge: Knowledge) -> str | None:
    """A country or place by its own word."""
    for form in forms(word)[:1]:
        country = next((c for c in knowledge.countries.values() if fold(c.name_ar) == form.word), None)
        if country:
            return country.name_en
        place = knowledge.place_by_name(form.word)
        if place and len(words_of(form.word)) == 1:
            return place.name_en.split(" (")[0]
    return None
