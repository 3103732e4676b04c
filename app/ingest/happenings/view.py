"""A sentence as the event rules read it: words, finite verbs, clauses and noun phrases of actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.records import Actor, ActorKind, Mention, MentionHow
from app.domain.text import Analysis, Sentence, Span, Token
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import readings

PREPOSITIONS = frozenset(
    """في من الي علي عن مع بين ضد بعد قبل خلال اثناء عقب منذ حتي لدي عند داخل خارج فوق تحت قرب حول بشان عبر
    وفق وفقا حسب بحسب دون غير ازاء تجاه نحو باتجاه قباله اثر وسط ضمن برعايه بحضور برئاسه بقياده""".split()
)  # fmt: skip
_THAT = frozenset(
    "ان انه انها انهم انهما اننا باَن بان بانه بانها بانهم فان فانه لان لانه لانها وان وانه وانها كان_".split()
)
_CONJUNCTIONS = frozenset(
    """حيث فيما بينما لكن لكنه لكنها ولكن ولكنه ولكنها اذ عندما كما وكما غير الا مما وذلك وهو وهي وهم فهو فهي لافتا
    مشيرا مضيفا موكدا مؤكدا معتبرا موضحا مبينا مشددا قائلا مشيره مضيفه مؤكده قائله حين وقتما ريثما اما""".split()
)
_RELATIVE = frozenset("الذي التي الذين اللذين اللتين اللذان اللتان اللواتي والذي والتي والذين ممن".split())
_STOPS = frozenset("،؛,;:.!؟?…")
_NEVER_VERBS = frozenset(
    "بعد قبل حول خلال عبر ضد وفق حال كل بعض غير مثل نحو دون بين مع امس اليوم غدا فقط ايضا كذلك رغم ثم اذا".split()
)
#: Marks that do not part a verb from its neighbours.
_QUOTES = frozenset("\"'()[]-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[start, end)`` of the sentence that stand for an actor.

    ``prefix`` is the particle attached to its first word. ``adjective`` is True where an adjective
    of nationality stands for the country («غارات إسرائيلية»), so that there is no mention.
    """

    start: int
    end: int
    slug: str
    kind: ActorKind
    prefix: str = ""
    adjective: bool = False
    country: str | None = None

    @property
    def conjoined(self) -> bool:
        return self.prefix.startswith("و")


@dataclass(frozen=True, slots=True)
class View:
    """One sentence with everything the rules ask of it; indices are positions in ``tokens``."""

    sentence: Sentence
    tokens: Sequence[Token]
    verbs: tuple[Analysis | None, ...]
    clauses: tuple[int, ...]
    parents: Mapping[int, int]
    antecedents: Mapping[int, int]
    phrases: tuple[Phrase, ...]
    at: Mapping[int, Phrase] = field(default_factory=dict)

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
        mine = [k for k, c in enumerate(self.clauses) if c == self.clauses[i]]
        return mine[0], mine[-1] + 1

    def starting(self, i: int) -> Phrase | None:
        """The actor phrase that begins at token ``i``."""
        phrase = self.at.get(i)
        return phrase if phrase and phrase.start == i else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].span.start, self.tokens[end - 1].span.end


def view_of(
    sentence: Sentence,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    knowledge: Knowledge,
) -> View:
    """Read one sentence; ``mentions`` are those of its paragraph or of the sentence alone."""
    named = _named(tokens, mentions, actors)
    inside = {i for p in named for i in range(p.start, p.end)}
    verbs = tuple(None if i in inside else _finite(tokens, i, knowledge) for i in range(len(tokens)))
    clauses, parents, antecedents = _clauses(tokens, verbs)
    adjectives = [
        a for i in range(len(tokens)) if i not in inside and (a := _adjective(tokens, i, knowledge))
    ]
    phrases = tuple(sorted((*named, *adjectives), key=lambda p: p.start))
    at = {i: p for p in phrases for i in range(p.start, p.end)}
    return View(sentence, tokens, verbs, clauses, parents, antecedents, phrases, at)


def _named(tokens: Sequence[Token], mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> list[Phrase]:
    """Longest mentions first, none inside another; pronouns say nothing of the place of a name."""
    found: list[Phrase] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: -len(m.span)):
        actor = actors.get(mention.slug)
        if mention.how is MentionHow.PRONOUN or actor is None:
            continue
        inside = [i for i, t in enumerate(tokens) if t.span.overlaps(mention.span)]
        if not inside or taken & set(inside):
            continue
        taken |= set(inside)
        first = tokens[inside[0]]
        cut = mention.span.start - first.span.start
        prefix = first.fold[: max(cut, 0)]
        if not prefix and first.fold.startswith("لل"):
            prefix = "ل"
        found.append(
            Phrase(inside[0], inside[-1] + 1, mention.slug, actor.kind, prefix, country=_country(actor))
        )
    return found


def _country(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug
    return actor.country.lower() if actor.country else None


def _adjective(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> Phrase | None:
    found = nisba(tokens[i].fold, knowledge)
    if found is None or i == 0 or (not tokens[i - 1].is_word and tokens[i - 1].fold not in _QUOTES):
        return None
    prefix = "و" if tokens[i].fold.startswith("و") else ""
    code = found.code.lower()
    return Phrase(i, i + 1, code, ActorKind.COUNTRY, prefix, adjective=True, country=code)


def _finite(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> Analysis | None:
    """The verb a token is here, or None; a form that is also a noun is a verb only where verbs stand."""
    token = tokens[i]
    verb = token.verb()
    if verb is None or token.fold in _NEVER_VERBS:
        return None
    before = _word_before(tokens, i)
    if verb.aspect == "p" and before in PREPOSITIONS:
        return None
    others = [a for a in token.analyses if a.pos != "verb"]
    if not others or token.span.text.endswith("ى"):
        return verb
    if verb.aspect == "i" and verb.person == "1":
        return None
    if before in _THAT or any(a.pos != "verb" and "ال" in a.prefixes for a in others):
        return None
    after = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    if after and nisba(after, knowledge) and not after.startswith("ال"):
        return None
    return verb if _verb_stands(tokens, i, before) else None


def _verb_stands(tokens: Sequence[Token], i: int, before: str) -> bool:
    """At the head of a sentence or clause, after قد or a relative, or after a subject that ends in a name."""
    if i == 0 or not tokens[i - 1].is_word or tokens[i].fold[0] in "وف":
        return True
    if before in _RELATIVE or before in _CONJUNCTIONS or before in ("قد", "لقد", "وقد", "لم", "لن", "لا"):
        return True
    return _definite(before) and not (i + 1 < len(tokens) and tokens[i + 1].fold in ("من", "في"))


def _definite(word: str) -> bool:
    return word.startswith(("ال", "وال"))


def _word_before(tokens: Sequence[Token], i: int) -> str:
    k = i - 1
    while k >= 0 and tokens[k].fold in _QUOTES:
        k -= 1
    return tokens[k].fold if k >= 0 else ""


def _clauses(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None]
) -> tuple[tuple[int, ...], dict[int, int], dict[int, int]]:
    """A clause number for each token, the parent of each clause, and the antecedent of relatives."""
    numbers: list[int] = []
    parents: dict[int, int] = {}
    antecedents: dict[int, int] = {}
    current, last, outer = 0, 0, -1
    for i, token in enumerate(tokens):
        word = token.fold
        opens = _opens(tokens, verbs, i, numbers, current)
        if word in _STOPS and outer >= 0:
            current, outer = outer, -1
        elif word in _RELATIVE:
            last += 1
            parents[last], antecedents[last] = current, i - 1
            outer = current if outer < 0 else outer
            current = last
        elif opens:
            last += 1
            parents[last] = current
            current, outer = last, -1
        numbers.append(current)
    return tuple(numbers), parents, antecedents


def _opens(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int, numbers: list[int], current: int
) -> bool:
    """A new clause begins with أن after a verb, with a conjunction, or with و/ف and a verb."""
    word = tokens[i].fold
    if word in _THAT:
        return i > 0 and word != "كان_"
    if word in _CONJUNCTIONS:
        return i > 0
    verb = verbs[i]
    if verb is None or i == 0:
        return False
    if word[0] in "وف" and verb.prefixes[:1] in (("و",), ("ف",)):
        return True
    return tokens[i - 1].fold in _STOPS and any(
        v is not None and c == current for v, c in zip(verbs, numbers, strict=False)
    )


def text_span(text: str, view: View, start: int, end: int) -> Span:
    return Span.of(text, *view.span(start, end))
