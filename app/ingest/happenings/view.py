"""A sentence as the event rules read it: words, finite verbs, clauses and noun phrases of actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.records import Actor, Mention, Statement
from app.domain.text import Analysis, Sentence, Token
from app.domain.time import DateMention
from app.ingest.happenings.clauses import clauses_of, finite
from app.ingest.happenings.phrases import Phrase, country_of, named_phrases, tokens_in
from app.ingest.happenings.possessed import latter_phrases, possessed_phrases
from app.ingest.happenings.states import adjective_phrases, armies_of, capital_phrases, nations_of
from app.ingest.happenings.titles import titled
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence with what earlier stages found in it."""

    sentence: Sentence
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    statements: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Past:
    """What was read before.

    ``subjects`` of the last sentences, the latest sentence first and in it its main subject; ``groups``
    the last who were named in one list, by how many they are; ``sides`` the last two states set side by side.
    """

    subjects: tuple[tuple[Phrase, ...], ...] = ()
    groups: Mapping[int, tuple[Phrase, ...]] = field(default_factory=dict)
    sides: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One sentence with everything the rules ask of it; indices are positions in ``tokens``.

    ``armies`` gives the army of a state that the article names; ``speakers`` who speaks, by the token of a
    verb of saying; ``heard`` the tokens ``[start, end)`` of what is said with its speaker, innermost last;
    ``past`` what the sentences before were about.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    verbs: tuple[Analysis | None, ...]
    clauses: tuple[int, ...]
    parents: Mapping[int, int]
    antecedents: Mapping[int, int]
    phrases: tuple[Phrase, ...]
    at: Mapping[int, Phrase] = field(default_factory=dict)
    nations: Mapping[int, Phrase] = field(default_factory=dict)
    dated: frozenset[int] = frozenset()
    bounds: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    armies: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[int, Phrase] = field(default_factory=dict)
    heard: Sequence[tuple[int, int, Phrase]] = ()
    past: Past = field(default_factory=Past)

    def fold(self, i: int) -> str:
        return self.tokens[i].fold if 0 <= i < len(self.tokens) else ""

    def has(self, i: int, words: frozenset[str]) -> bool:
        """The token, or the word under what is attached to it, is one of the words."""
        if not 0 <= i < len(self.tokens):
            return False
        if any(b.word in words for b in readings(self.tokens[i].fold)):
            return True
        verb = self.verbs[i]
        return verb is not None and verb.lemma in words

    def clause_range(self, i: int) -> tuple[int, int]:
        """First and one past the last token of the clause that token ``i`` stands in."""
        return self.bounds[self.clauses[i]]

    def starting(self, i: int) -> Phrase | None:
        """The actor phrase that begins at token ``i``."""
        phrase = self.at.get(i)
        return phrase if phrase and phrase.start == i else None

    def speaker_of(self, i: int) -> Phrase | None:
        """Who says what token ``i`` stands in."""
        return next((p for start, end, p in reversed(self.heard) if start <= i < end), None)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].span.start, self.tokens[end - 1].span.end


def view_of(read: SentenceRead, actors: Mapping[str, Actor], knowledge: Knowledge, past: Past) -> View:
    """Find the verbs, clauses and actor phrases of a sentence."""
    tokens = read.tokens
    named = titled(tokens, named_phrases(tokens, read.mentions, actors, knowledge), knowledge)
    inside = {i for p in named for i in range(p.start, p.end)}
    dated = frozenset(i for d in read.dates for i in tokens_in(tokens, d.span))
    verbs: list[Analysis | None] = []
    for i in range(len(tokens)):
        daytime = i + 1 in dated and tokens[i].fold in load_event_words().cues["daytimes"]
        verbs.append(
            None if i in inside or i in dated or daytime else finite(tokens, i, verbs, knowledge, inside)
        )
    clauses, parents, antecedents = clauses_of(tokens, verbs, inside)
    adjectives = adjective_phrases(tokens, inside, knowledge, actors)
    capitals = capital_phrases(tokens, named, inside, knowledge)
    speakers, heard = _speech(tokens, read.statements, actors)
    theirs = possessed_phrases(tokens, (*named, *adjectives), heard, actors)
    latter = latter_phrases(tokens, named)
    phrases = tuple(sorted((*named, *adjectives, *capitals, *theirs, *latter), key=lambda p: p.start))
    return View(
        sentence=read.sentence,
        tokens=tokens,
        verbs=tuple(verbs),
        clauses=clauses,
        parents=parents,
        antecedents=antecedents,
        phrases=phrases,
        at={i: p for p in phrases for i in range(p.start, p.end)},
        nations=nations_of(tokens, knowledge, actors),
        dated=dated,
        bounds=_bounds(clauses),
        armies=armies_of(actors),
        speakers=speakers,
        heard=heard,
        past=past,
    )


def _speech(
    tokens: Sequence[Token], statements: Sequence[Statement], actors: Mapping[str, Actor]
) -> tuple[dict[int, Phrase], list[tuple[int, int, Phrase]]]:
    """Who speaks, by the verb and by the words spoken."""
    speakers: dict[int, Phrase] = {}
    heard = []
    for statement in sorted(statements, key=lambda s: -len(s.content)):
        actor = actors.get(statement.speaker.slug)
        if actor is None:
            continue
        verb, content = tokens_in(tokens, statement.verb), tokens_in(tokens, statement.content)
        gender = actor.gender[:1] if actor.gender else None
        speaker = Phrase(0, 1, actor.slug, actor.kind, country=country_of(actor), gender=gender)
        speakers |= dict.fromkeys(verb, speaker)
        if content:
            heard.append((content[0], content[-1] + 1, speaker))
    return speakers, heard


def _bounds(clauses: Sequence[int]) -> dict[int, tuple[int, int]]:
    """First and one past the last token of each clause."""
    found: dict[int, tuple[int, int]] = {}
    for i, clause in enumerate(clauses):
        found[clause] = (found[clause][0] if clause in found else i, i + 1)
    return found
