"""The words of saying, read from ``speech.toml`` and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.domain.records import Modality
from app.languages.ar.normalise import fold


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """How one verb of saying takes its content; the fields are explained in ``speech.toml``."""

    lemma: str
    clause: bool = True
    quote: bool = False
    object: bool = False
    after: frozenset[str] = frozenset()
    modality: Modality = Modality.ASSERTED
    past_only: bool = False
    weak: bool = False
    continues: bool = False
    named_only: bool = False
    media_only: bool = False
    noun_object: bool = False
    present_phrase: bool = False
    in_document: bool = False
    person: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """All tables of ``speech.toml``, folded. ``lists`` are word lists by name."""

    verbs: Mapping[str, SpeechVerb]
    relay: Mapping[str, str]
    according: frozenset[str]
    quoting: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    phrase_starts: frozenset[str]
    as_clauses: frozenset[str]
    nouns: frozenset[str]
    nouns_with_b: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    hedges: frozenset[str]
    negators: frozenset[str]


@lru_cache(maxsize=1)
def load_speech() -> Speech:
    """Raises ValueError for an unknown key or modality, KeyError for a missing table."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("speech.toml").read_text("utf-8"))
    verbs: dict[str, SpeechVerb] = {}
    for group in raw["verbs"]:
        for verb in _group(group):
            verbs[verb.lemma] = _joined(verbs.get(verb.lemma), verb)
    according = raw["according"]
    phrases = tuple(tuple(fold(phrase).split()) for phrase in according["phrases"])
    return Speech(
        verbs=verbs,
        relay={fold(v["lemma"]): fold(v["source"]) for v in raw["relay"]["verbs"]},
        according=_folded(according["words"]),
        quoting=_folded(according["quoting"]),
        phrases=phrases,
        phrase_starts=frozenset(start for phrase in phrases for start in (phrase[0], "و" + phrase[0])),
        as_clauses=_folded(according["clauses"]),
        nouns=_folded(raw["nouns"]["lemmas"]),
        nouns_with_b=_folded(raw["nouns"]["with_b"]),
        lists={name: _folded(words) for name, words in raw["lists"].items()},
        hedges=_folded(raw["hedges"]["words"]),
        negators=_folded(raw["hedges"]["negators"]),
    )


_FLAGS = (
    "clause",
    "quote",
    "object",
    "weak",
    "continues",
    "named_only",
    "media_only",
    "noun_object",
    "present_phrase",
    "in_document",
    "person",
)
_KEYS = frozenset({"lemmas", "after", "modality", "past_only", "needs", *_FLAGS})


def _group(group: dict[str, Any]) -> list[SpeechVerb]:
    if unknown := group.keys() - _KEYS:
        raise ValueError(f"speech.toml: unknown keys {sorted(unknown)} beside {group.get('lemmas')}")
    shared = {k: v for k, v in group.items() if k not in ("lemmas", "after", "modality", "needs")}
    after = _folded(group.get("after", []))
    modality = Modality(group.get("modality", "asserted"))
    return [
        SpeechVerb(
            fold(lemma),
            after=after,
            modality=modality,
            needs=tuple(map(fold, group.get("needs", []))),
            **shared,
        )
        for lemma in group["lemmas"]
    ]


def _joined(one: SpeechVerb | None, other: SpeechVerb) -> SpeechVerb:
    """Two verbs that are spelt alike once folded (ذكر, ذكّر) share their frames."""
    if one is None:
        return other
    flags = {name: getattr(one, name) or getattr(other, name) for name in _FLAGS}
    past_only = one.past_only and other.past_only
    return replace(one, after=one.after | other.after, past_only=past_only, **flags)


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
