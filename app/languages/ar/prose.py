"""Signs of running prose that need no analyser: verb forms, and how body text begins."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from app.languages.ar.normalise import fold, fold_text

_VERBS = Path(__file__).with_name("verbs.tsv")
_WORDS = Path(__file__).with_name("prose.toml")


@dataclass(frozen=True, slots=True)
class ProseWords:
    """The lists of ``prose.toml``, folded; see there for what each is."""

    connectives: frozenset[str]
    own_waw: tuple[str, ...]
    interrogatives: frozenset[str]
    named_kinds: frozenset[str]
    speech_cues: frozenset[str]
    short_forms: frozenset[str]
    at_large: frozenset[str]
    byline_cues: frozenset[str]
    date_words: frozenset[str]
    media_kinds: frozenset[str]
    picture_words: frozenset[str]


@lru_cache(maxsize=1)
def prose_words() -> ProseWords:
    """Read once; ValueError for a missing, unknown or empty list."""
    table = tomllib.loads(_WORDS.read_text("utf-8"))
    lists = {name: [fold(w) for w in words.split()] for name, words in table.items()}
    if set(lists) != {f.name for f in fields(ProseWords)} or not all(lists.values()):
        raise ValueError("prose.toml: a list is missing, unknown or empty")
    return ProseWords(
        frozenset(lists["connectives"]),
        tuple(lists["own_waw"]),
        frozenset(lists["interrogatives"]),
        frozenset(lists["named_kinds"]),
        frozenset(lists["speech_cues"]),
        frozenset(lists["short_forms"]),
        frozenset(lists["at_large"]),
        frozenset(lists["byline_cues"]),
        frozenset(lists["date_words"]),
        frozenset(lists["media_kinds"]),
        frozenset(lists["picture_words"]),
    )


@lru_cache(maxsize=1)
def _verb_forms() -> frozenset[str]:
    """Third-person forms of the verb list, past and present, both genders and voices."""
    with _VERBS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return frozenset(form for row in rows for form in _forms(row) if len(form) > 2)


def _forms(row: Mapping[str, str]) -> Iterable[str]:
    for column in ("lemma", "past_f", "present", "passive_past", "passive_present"):
        form = fold(row.get(column) or "")
        yield form
        if form.startswith("ي"):
            yield "ت" + form[1:]


def is_verb(word: str) -> bool:
    """True for a third-person form of the verb list, with or without و, ف or س before it."""
    form = fold(word)
    forms = _verb_forms()
    return any(form.removeprefix(p) in forms for p in ("", "و", "ف", "س", "وس", "فس") if form.startswith(p))


@lru_cache(maxsize=1)
def _tenses() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of the past and of the present, active, of he, she and they; of the present also of the two."""
    past: set[str] = set()
    present: set[str] = set()
    with _VERBS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            past |= {fold(row["lemma"]), fold(row["past_f"])}
            now = fold(row["present"])
            root = now.removesuffix("ي")
            present |= {now, "ت" + now[1:], root + "ون", now + "ان", "ت" + now[1:] + "ان"}
    return frozenset(w for w in past if len(w) > 2), frozenset(present)


def tells_past(word: str) -> bool:
    """True for a form of the past without a particle before it: «أعلن», «أعلنت»."""
    return fold(word) in _tenses()[0]


def tells_present(word: str) -> bool:
    """True for a form of the present without a particle before it: «يعلن», «تعلن», «يعلنون», «يعلنان»."""
    return fold(word) in _tenses()[1]


def opens_as_prose(line: str) -> bool:
    """True for a line that begins as body text does: with a verb, a conjunction or a connective.

    Arabic prose puts its verb first, headlines and captions do not.
    """
    found = re.search(r"\w+", fold_text(line))
    if not found:
        return False
    first = found.group()
    lists = prose_words()
    if first in lists.connectives or is_verb(first):
        return True
    return first.startswith("و") and len(first) > 3 and not first.startswith(lists.own_waw)


def asks(line: str) -> bool:
    """True for a line that is a question, alone or after a headline's colon: «القمة: ماذا بعد؟»."""
    if not line.rstrip("\"'»”“’)] ").endswith(("؟", "?")):
        return False
    lead, colon, rest = fold_text(line).partition(":")
    if colon and not opens_as_prose(lead) and not any(map(is_verb, lead.split())):
        line = rest
    found = re.search(r"\w+", fold_text(line))
    return bool(found and found.group() in prose_words().interrogatives)
