"""The words that tell events: triggers and cues of ``events.toml``, checked on load.

Verbs are matched by the analyser's lemma; nouns by their folded forms, with or without article,
attached particles and pronouns.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.domain.records import EventType
from app.languages.ar.normalise import fold

FRAMES = frozenset({"mutual", "directed"})
GUARDS = frozenset(
    """weak no_purpose person_object person_subject pair place object owner by_country in_country by_source
    needs_target past dated offer from formal speech victims by_speaker bare direct patient recipient
    forces does new own thing that head order plain carried about there light broke_out either
    whose flown states given upon call known decreed through whom announced named_object
    before given_to reached occasion""".split()
)  # fmt: skip
#: When a trigger becomes that of another entry; ``app.ingest.happenings.becoming`` says what each means.
CONDITIONS = frozenset("groups abroad land_abroad at_home air_defence between_states frontier".split())
_KEYS = frozenset(
    """id type frame verbs nouns needs also by bars within guards like becomes
    label_ar label_en to to_en""".split()
)
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry. The word sets are classes resolved to folded words; empty means no condition."""

    id: str
    type: EventType
    frame: str
    verbs: frozenset[str]
    nouns: tuple[tuple[str, ...], ...]
    needs: frozenset[str]
    also: frozenset[str]
    by: frozenset[str]
    bars: frozenset[str]
    within: int
    guards: frozenset[str]
    like: frozenset[str]
    becomes: tuple[tuple[str, str], ...] = ()
    label_ar: str | None = None
    label_en: str | None = None
    to: str = ""
    to_en: str = ""


@dataclass(frozen=True, slots=True)
class Bare:
    """A noun without what is attached to it: conjunction, preposition, article, pronoun."""

    word: str
    definite: bool = False
    preposition: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A type as a headline begins with it: gender for the adjective, ``to`` before who is acted on.

    ``verb`` holds the masculine and the feminine form, ``verb_en`` the singular and the plural,
    parted by a slash; empty where the type is told by its noun alone.
    """

    ar: str
    en: str
    gender: str
    to: str = "مع"
    to_en: str = "with"
    verb: str = ""
    verb_en: str = ""


@dataclass(frozen=True)
class EventWords:
    """``by_verb`` and ``by_noun`` give the triggers of a lemma or of a noun's first word."""

    by_verb: Mapping[str, tuple[Trigger, ...]]
    by_noun: Mapping[str, tuple[tuple[tuple[str, ...], Trigger], ...]]
    cues: Mapping[str, frozenset[str]]
    triggers: tuple[Trigger, ...]
    by_id: Mapping[str, Trigger]
    labels: Mapping[EventType, Label]
    classes: Mapping[str, frozenset[str]]
    particles: Mapping[str, frozenset[str]]
    masculine: frozenset[str]

    def nouns(self, word: str) -> Iterator[tuple[Bare, tuple[str, ...], Trigger]]:
        """Every trigger that a folded word may begin: longest and strictest first."""
        found = [(b, p, t) for b in readings(word) for p, t in self.by_noun.get(b.word, ())]
        yield from sorted(found, key=lambda f: _phrase_first(f[1:]))

    def noun(self, word: str) -> Bare | None:
        """The reading of a folded word under which it begins a trigger noun."""
        return next((b for b in readings(word) if b.word in self.by_noun), None)


@lru_cache(maxsize=1)
def load_event_words() -> EventWords:
    """Read the table; ValueError names the entry that does not fit."""
    data = tomllib.loads(files("app.languages.ar").joinpath("events.toml").read_text("utf-8"))
    classes = {name: _forms(words) for name, words in data["classes"].items()}
    triggers = tuple(_trigger(entry, classes) for entry in data["trigger"])
    by_id = {t.id: t for t in triggers}
    if len(by_id) != len(triggers):
        raise ValueError("events.toml: two triggers of one id")
    turns = [turn for t in triggers for turn in t.becomes]
    if lost := {name for when, name in turns if when not in CONDITIONS or name not in by_id}:
        raise ValueError(f"events.toml: becomes: {sorted(lost)} or its condition not known")
    by_verb: dict[str, list[Trigger]] = defaultdict(list)
    by_noun: dict[str, list[tuple[tuple[str, ...], Trigger]]] = defaultdict(list)
    for trigger in triggers:
        for verb in trigger.verbs:
            by_verb[verb].append(trigger)
        for phrase in trigger.nouns:
            by_noun[phrase[0]].append((phrase, trigger))
    return EventWords(
        by_verb={verb: tuple(found) for verb, found in by_verb.items()},
        by_noun={noun: tuple(sorted(found, key=_phrase_first)) for noun, found in by_noun.items()},
        cues={name: _forms(words) for name, words in data["cues"].items()},
        triggers=triggers,
        by_id=by_id,
        classes=classes,
        particles={name: _forms(words) for name, words in data["particles"].items()},
        masculine=frozenset(data["states"]["masculine"].split()),
        labels={t: Label(**data["labels"][t]) for t in EventType},
    )


def _phrase_first(entry: tuple[tuple[str, ...], Trigger]) -> tuple[int, bool, int]:
    """Longer phrases before shorter ones, stricter triggers before looser ones."""
    phrase, trigger = entry
    return -len(phrase), not trigger.also, -len(trigger.needs)


def _trigger(entry: dict[str, Any], classes: Mapping[str, frozenset[str]]) -> Trigger:
    name = entry.get("id", "?")
    unknown = set(entry) - _KEYS
    guards = frozenset(entry.get("guards", ()))
    if unknown or guards - GUARDS or entry.get("frame") not in FRAMES:
        raise ValueError(f"events.toml: {name}: {sorted(unknown | (guards - GUARDS))} or frame not known")
    if not entry.get("verbs") and not entry.get("nouns"):
        raise ValueError(f"events.toml: {name}: neither verbs nor nouns")

    def union(key: str) -> frozenset[str]:
        return frozenset().union(*(classes[c] for c in entry.get(key, ())))

    return Trigger(
        id=name,
        type=EventType(entry["type"]),
        frame=entry["frame"],
        verbs=_folded(entry.get("verbs", "").split(), name),
        nouns=tuple(sorted(tuple(f.split("_")) for f in _forms(entry.get("nouns", "")))),
        needs=union("needs"),
        also=union("also"),
        by=union("by"),
        bars=union("bars"),
        within=entry.get("within", 3),
        guards=guards,
        like=frozenset(EventType(t) for t in entry.get("like", ())),
        becomes=tuple(entry.get("becomes", {}).items()),
        label_ar=entry.get("label_ar"),
        label_en=entry.get("label_en"),
        to=entry.get("to", ""),
        to_en=entry.get("to_en", ""),
    )


def _folded(words: Iterable[str], where: str) -> frozenset[str]:
    for word in words:
        if fold(word) != word:
            raise ValueError(f"events.toml: {where}: {word} is not folded")
    return frozenset(words)


def _forms(words: str) -> frozenset[str]:
    """Every form a list of words stands for: ``a/b`` alternatives, ``a+`` with dual and plural."""
    forms: set[str] = set()
    for word in words.split():
        for form in word.split("/"):
            forms |= _inflected(form[:-1]) if form.endswith("+") else {form}
    return _folded(sorted(forms), "forms")


def _inflected(noun: str) -> set[str]:
    """The regular dual and sound feminine plural, and the accusative of an indefinite noun."""
    if noun.endswith("ه"):
        return {noun, *(noun[:-1] + ending for ending in ("ات", "تين", "تان", "تي"))}
    return {noun, *(noun + ending for ending in ("ات", "ين", "ان", "ا", "ي"))}


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Bare, ...]:
    """Ways to undress a folded word, the least undressed first."""
    found = []
    for rest, preposition, definite in _fronts(word):
        found.append(Bare(rest, definite, preposition))
        if rest.endswith("ا") and not definite and len(rest) >= 4:
            found.append(Bare(rest[:-1], False, preposition))
        if rest.endswith(("ان", "ين", "ون")) and len(rest) >= 6:
            stem = rest[:-3] + "ه" if rest[-3] == "ت" else rest[:-2]
            found.append(Bare(stem, definite, preposition))
        for suffix in _SUFFIXES:
            stem = rest.removesuffix(suffix)
            if not definite and stem != rest and len(stem) >= 3:
                found.append(Bare(stem, True, preposition, suffix))
                if stem.endswith("ئ"):
                    found.append(Bare(stem[:-1] + "ء", True, preposition, suffix))
                if stem.endswith("ت"):
                    found.append(Bare(stem[:-1] + "ه", True, preposition, suffix))
    return tuple(found)


def _fronts(word: str) -> Iterable[tuple[str, str, bool]]:
    """(rest, preposition, definite) for each way to take particles off the front."""
    yield word, "", False
    starts = [word]
    if word[:1] in ("و", "ف") and len(word) > 3:
        starts.append(word[1:])
        yield word[1:], "", False
    for start in starts:
        if start.startswith("ال") and len(start) > 4:
            yield start[2:], "", True
        if start.startswith("لل") and len(start) > 4:
            yield start[2:], "ل", True
            yield "ا" + start[1:], "ل", True
        if start[:1] in ("ب", "ل", "ك") and len(start) >= 4:
            rest = start[1:]
            yield rest, start[0], False
            if rest.startswith("ال") and len(rest) > 4:
                yield rest[2:], start[0], True


def topics_of(text: str) -> frozenset[EventType]:
    """The types of event that a text names by noun."""
    words = load_event_words()
    tokens = _WORD.findall(fold(text))
    found: set[EventType] = set()
    for at, token in enumerate(tokens):
        bare = words.noun(token)
        if bare is None:
            continue
        for phrase, trigger in words.by_noun[bare.word]:
            if all(_same(tokens[at + k : at + k + 1], part) for k, part in enumerate(phrase) if k):
                found.add(trigger.type)
    return frozenset(found)


def _same(tokens: list[str], part: str) -> bool:
    return bool(tokens) and any(b.word == part for b in readings(tokens[0]))
