"""Arabic names in Latin letters, for slugs and English labels of persons in no table.

Simple news-agency style: no diacritics, vowels supplied between consonants, listed names as they are
usually written. Foreign names («تيتوف», «تولماسيان») are recognised by their endings and written with the
vowels that the Arabic letters give.
"""

from __future__ import annotations

import re

from app.languages.ar.names import family_names, foreign_names, given_names
from app.languages.ar.normalise import fold, untagged

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
    parts = [(fold(part), part) for part in untagged(name).split() if fold(part)]
    for at, (part, text) in enumerate(parts):
        if at and parts[at - 1][0] == "عبد":
            out[-1] = _servant(part, text)
        else:
            out.append(_word(part, text))
    return _latin(" ".join(filter(None, out)))


def _servant(part: str, text: str) -> str:
    """«عبد الله», «عبد الرحمن»: one name of two words."""
    return (
        "Abdullah" if part == "الله" else f"Abdul {_word(part.removeprefix('ال'), text.removeprefix('ال'))}"
    )


def _latin(name: str) -> str:
    """Without letters of Arabic that have no Latin twin here."""
    return "".join(c for c in name if not "\u0600" <= c <= "\u08ff")


def _word(word: str, text: str) -> str:
    if word in _PARTICLES:
        return _PARTICLES[word]
    listed = given_names().get(word)
    usual = listed.name_en if listed else family_names().get(word) or foreign_names().get(word)
    if usual:
        return usual
    if word.startswith("عبد") and len(word) > 5:
        return _servant(word[3:], text[3:])
    number = _NUMBER.fullmatch(word)
    if number:
        return number[1]
    if word.startswith("ال") and len(word) > 4 and not text.startswith(("أ", "إ", "آ")):
        return "al-" + _word(word[2:], text[2:]).removeprefix("al-")
    return (_foreign(word) or _letters(word, text)).capitalize()


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


#: «الـ20», «ال48».
_NUMBER = re.compile(r"(?:ال)?(\d+)")
#: Endings of names of others, the longer first; what stands before them has its vowels written.
_ENDINGS = {
    "شفيلي": "shvili", "بولوس": "poulos", "شتاين": "stein", "اوغلو": "oglu", "فيتش": "vich",
    "انوف": "anov", "فسكي": "vsky", "بيرغ": "berg", "بيرج": "berg", "اكيس": "akis", "يديس": "idis",
    "ييفا": "yeva", "ييف": "yev", "وفا": "ova", "يفا": "eva", "سكي": "sky", "نكو": "nko", "برغ": "berg",
    "برج": "berg", "يان": "yan", "سون": "son", "يتش": "ic", "وف": "ov", "يف": "ev",
}  # fmt: skip
_OPENINGS = tuple("sht shv st sk sp sm sl sv br tr kr gr fr dr bl kl gl fl".split())
_FOREIGN = {"و": "o", "ي": "i", "ا": "a", "غ": "g", "ه": "h"}
#: Arabic words and names that end so by chance: «شريف», «معروف», «حنيف».
_PATTERNS = re.compile(r"..يف|..?وف|م..وف|...يان|..سون|.*[حصضطظع].*")


def _foreign(word: str) -> str:
    """«شارمازانوف» is Sharmazanov; empty for words that are no such name."""
    end = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 2), "")
    if not end or _PATTERNS.fullmatch(word):
        return ""
    stem = word.removesuffix(end)
    sounds = (_FOREIGN.get(letter, _LETTERS.get(letter, "")) for letter in stem)
    out = re.sub(r"^i|(?<=[aoi])i", "y", "".join(sounds))
    out = re.sub(r"(?<=[ao])f(?=[aoi])", "v", out)
    opens = len(stem) > 1 and stem[0] not in _VOWELS and stem[1] not in _VOWELS
    if opens and not out.startswith(_OPENINGS):
        first = _LETTERS.get(stem[0], "")
        out = f"{first}a{out.removeprefix(first)}"
    return out + _ENDINGS[end]


def _letters(word: str, text: str) -> str:
    """Consonants as they are, long vowels as vowels, an ``a`` where two consonants would begin a syllable."""
    sounds = [_sound(word, at) for at in range(len(word))]
    if text.endswith("ة"):
        sounds[-1] = ("a", True)
    out: list[str] = []
    run = 0
    for at, (sound, vowel) in enumerate(sounds):
        if vowel:
            if not (out and out[-1][-1:] == sound[:1]):
                out.append(sound)
            run = 0
            continue
        after = sounds[at + 1] if at + 1 < len(sounds) else None
        if after is None and run and len(sounds) > 3 and not sounds[at - 1][1]:
            out.append("a")
        out.append(sound)
        run += 1
        if after and not after[1] and (at == 0 or run > 1):
            out.append("a")
            run = 0
    return "".join(out)


def _sound(word: str, at: int) -> tuple[str, bool]:
    """The Latin letters of one Arabic letter, and whether they are a vowel here."""
    letter = word[at]
    inside = at > 0 and word[at - 1] not in _VOWELS
    if letter == "ه" and at == len(word) - 1 and at > 1 and inside:
        return "a", True
    if letter in "وي" and inside:
        return ("u" if letter == "و" else "i"), True
    if letter in "اع":
        return "a", True
    return _LETTERS.get(letter, letter), False
