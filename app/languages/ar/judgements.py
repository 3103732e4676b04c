"""How one side judges its dealings with another: ``judgements.toml``, in pairs such as agreed, disputed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from app.domain.codes import Family
from app.languages.ar.events import load_event_words, readings
from app.languages.ar.normalise import fold

_WORD = re.compile(r"\w+")
_TURNING = frozenset("لا لم ليس ليست ما ولا ولم دون بدون ودون بلا عدم غير بعدم لعدم اي".split())
#: So many words before one that judges may turn it round, or only wish for it.
REACH = 4
_UNSURE = ("stop", "idle", "seek", "intend", "possible", "aim", "urge")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One side of a pair of opposites; ``name`` is that of the pair, ``agrees`` its first side."""

    name: str
    agrees: bool

    @property
    def opposite(self) -> Judgement:
        return Judgement(self.name, not self.agrees)

    def __str__(self) -> str:
        return f"{self.name}{'+' if self.agrees else '-'}"


@dataclass(frozen=True, slots=True)
class Opposites:
    """A pair: the families of event it may speak of, and its phrases by their first word."""

    about: frozenset[Family]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]


@dataclass(frozen=True, slots=True)
class JudgingWords:
    """The pairs of opposites by name, and words that say of one that it is only wished for."""

    pairs: Mapping[str, Opposites]
    wished: frozenset[str]


@lru_cache(maxsize=1)
def load_judgements() -> JudgingWords:
    """Read the table; ValueError names what does not fit."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("judgements.toml").read_text("utf-8"))
    cues = load_event_words().cues
    wished = frozenset(raw.pop("wished").split()).union(*(cues[cue] for cue in _UNSURE))
    return JudgingWords({name: _opposites(name, entry) for name, entry in raw.items()}, wished)


def _opposites(name: str, entry: Mapping[str, str]) -> Opposites:
    if set(entry) != {"about", "for", "against"}:
        raise ValueError(f"judgements.toml: {name}: about, for and against are wanted")
    phrases: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    for side in ("for", "against"):
        for phrase in entry[side].split():
            if fold(phrase) != phrase:
                raise ValueError(f"judgements.toml: {name}: {phrase} is not folded")
            words = tuple(phrase.split("_"))
            phrases[words[0]] = (*phrases.get(words[0], ()), (words, side == "for"))
    return Opposites(frozenset(Family(f) for f in entry["about"].split()), phrases)


def judgements_of(text: str) -> frozenset[Judgement]:
    """What a text says outright: nothing that it only wishes, and no pair of which it holds both sides."""
    words = _WORD.findall(fold(text))
    table = load_judgements()
    found = {
        judged
        for at in range(len(words))
        if not _wished(words[max(0, at - REACH) : at], table.wished)
        for name, pair in table.pairs.items()
        for judged in _at(words, at, name, pair)
    }
    return frozenset(j for j in found if j.opposite not in found)


def _at(words: Sequence[str], at: int, name: str, pair: Opposites) -> Iterator[Judgement]:
    """The judgement that begins with this word, turned round where it is negated."""
    turned = any(word in _TURNING for word in words[max(0, at - 3) : at])
    for reading in readings(words[at]):
        for phrase, agrees in pair.phrases.get(reading.word, ()):
            if tuple(words[at + 1 : at + len(phrase)]) == phrase[1:]:
                yield Judgement(name, agrees != turned)


def _wished(before: Sequence[str], wished: frozenset[str]) -> bool:
    return any(b.word in wished for word in before for b in readings(word))


def families_of(name: str) -> frozenset[Family]:
    """The families of event that a judgement of this name may speak of."""
    return load_judgements().pairs[name].about
