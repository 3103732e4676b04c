"""Arabic names in Latin letters, for slugs and English labels of persons no table knows.

Simple news-agency style: no diacritics, vowels supplied between consonants, listed given names as
they are usually written.
"""

from __future__ import annotations

from app.languages.ar.names import given_names
from app.languages.ar.normalise import fold

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "", "ؤ": "o",
    "ئ": "e", "ڤ": "v", "پ": "p", "چ": "ch", "گ": "g", "ژ": "zh",
}  # fmt: skip
_VOWELS = frozenset("اوي")


def romanise(name: str) -> str:
    """``ميخائيل بوغدانوف`` becomes ``Mikhail Bughdanuf``; never empty for Arabic letters."""
    out: list[str] = []
    parts = fold(name).split()
    for at, part in enumerate(parts):
        if at and parts[at - 1] == "عبد":
            out[-1] = "Abdullah" if part == "الله" else f"Abdul {_word(part.removeprefix('ال'))}"
        else:
            out.append(_word(part))
    return " ".join(filter(None, out))


def _word(word: str) -> str:
    if word in _PARTICLES:
        return _PARTICLES[word]
    listed = given_names().get(word)
    if listed:
        return listed.name_en
    if word.startswith("ال") and len(word) > 4:
        return "al-" + _word(word[2:])
    return _letters(word).capitalize()


_PARTICLES = {
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ابو": "Abu",
    "ابي": "Abi",
    "ال": "Al",
    "عبد": "Abd",
    "ام": "Umm",
    "الدين": "al-Din",
}


def _letters(word: str) -> str:
    """Consonants as they are, long vowels as vowels, and an ``a`` where consonants would collide."""
    sounds = [_sound(word, at) for at in range(len(word))]
    out: list[str] = []
    for at, (sound, vowel) in enumerate(sounds):
        if vowel and out and out[-1][-1:] == sound[:1]:
            continue
        after = sounds[at + 1] if at + 1 < len(sounds) else None
        out.append(sound)
        if vowel or after is None or after[1]:
            continue
        alone = at == 0 or sounds[at - 1][1]
        last = at + 2 == len(sounds)
        if (at == 0) or (last and (not alone or len(sounds) > 3)):
            out.append("a")
    return "".join(out)


def _sound(word: str, at: int) -> tuple[str, bool]:
    """The Latin letters of one Arabic letter, and whether they are a vowel here."""
    letter = word[at]
    inside = at > 0 and word[at - 1] not in _VOWELS
    if letter == "ه" and at == len(word) - 1 and inside and at > 1:
        return "a", True
    if letter in "وي" and inside:
        return ("u" if letter == "و" else "i"), True
    if letter in "اع":
        return "a", True
    return _LETTERS.get(letter, letter), False
