"""Names of actors in English sentences: the article they take, the number of their verb. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from app.domain.records import ActorKind
from app.languages.ar.wordings import load_wordings

_BRACKETS = re.compile(r"^(.*\S)\s*\(([^)]*)\)$")
#: What a body is named for, after its own noun: "Ministry of …", "Union for …".
_GENITIVE = re.compile(r" (?:of|for|in|to|on|at|from) ")

#: Words and letters before which "an" stands.
_VOWELS = re.compile(r"(?!eu|uni|use|one)[aeiou]", re.IGNORECASE)
_LETTERS = re.compile("[AEFHILMNORSX]")


def with_article(name: str, name_ar: str, kind: ActorKind) -> str:
    """In running text: "the Syrian army", "Hezbollah", "the United States", "gunmen"."""
    words, name = load_wordings().english, short(name, kind)
    if kind is ActorKind.PERSON or name.lower().startswith(("the ", "a ", "an ")):
        return name
    if kind is ActorKind.COUNTRY or name in words.countries:
        return f"the {name}" if name in words.countries else name
    if kind is ActorKind.SOURCE and not name_ar.startswith("ال"):
        return _with_a(name)
    if name[:1].islower() and kind is not ActorKind.OFFICE:
        return f"the {name}" if name_ar.startswith("ال") else name
    if re.search(r"(?<!people)(?<!women)'s [a-z]", name, re.IGNORECASE):
        return name
    return f"the {name}" if last_word(name) in words.the else name


def _with_a(name: str) -> str:
    """One of many, where the name says so by its own noun: "an officer at …", "a US official", "sources"."""
    if _is_many(name) or not _own(name)[-1].islower():
        return name
    first = name.split(maxsplit=1)[0]
    sounds = _LETTERS if first.isupper() else _VOWELS
    return f"an {name}" if sounds.match(first) else f"a {name}"


def _is_many(name: str) -> bool:
    """Whether one of a name's own words is a noun in the plural: "sources close to …"."""
    words = load_wordings().english
    return any(
        word in words.several or (word.endswith(("s", "men", "people")) and word not in words.single)
        for word in _own(name)
        if word.islower() and not word.endswith("ss")
    )


def _own(name: str) -> list[str]:
    return _GENITIVE.split(unbracketed(name), maxsplit=1)[0].split()


def short(name: str, kind: ActorKind) -> str:
    """Without what tells it from others of its name: "Transitional Military Council (Sudan)"."""
    found = load_wordings().short.get(name, name)
    return found if kind is ActorKind.PERSON else unbracketed(found)


def last_word(name: str) -> str:
    """Of a body's own noun: "ministry" of "Ministry of Health", "council" of "Military Council (Sudan)"."""
    return _own(name)[-1].lower()


def is_plural(name: str, kind: ActorKind) -> bool:
    """Whether it takes a plural verb: "Houthis", "armed forces", "gunmen"."""
    if kind in (ActorKind.PERSON, ActorKind.COUNTRY):
        return False
    if kind is ActorKind.SOURCE:
        return _is_many(name)
    words = load_wordings().english
    return any(
        last.lower() in words.several
        or (last.islower() and last.endswith(("s", "men")) and last not in words.single)
        for last in (_own(name)[-1], unbracketed(name).split()[-1])
    )


def bracketed(name: str) -> tuple[str, str] | None:
    """A name and what stands in brackets behind it: "Tripoli (Libya)"."""
    found = _BRACKETS.match(name)
    return (found[1], found[2]) if found else None


def unbracketed(name: str) -> str:
    found = bracketed(name)
    return found[0] if found else name


@lru_cache(maxsize=4_096)
def saying(name: str, name_ar: str, kind: ActorKind, *, denied: bool = False) -> str:
    """What heads a statement: "The White House says", "The Houthis deny"."""
    if not name:
        return ""
    subject = with_article(name, name_ar, kind)
    verbs = ("deny", "denies") if denied else ("say", "says")
    return f"{subject[:1].upper()}{subject[1:]} {verbs[not is_plural(name, kind)]}"
