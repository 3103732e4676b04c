"""A sentence as the event rules read it: words, finite verbs, clauses and noun phrases of actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.domain.records import Actor, ActorKind, Mention, MentionHow
from app.domain.text import Analysis, Sentence, Span, Token
from app.domain.time import DateMention
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words, readings
from app.languages.ar.normalise import fold

PREPOSITIONS = frozenset(
    """في من الي علي عن مع بين ضد بعد قبل خلال اثناء عقب منذ حتي لدي عند داخل خارج فوق تحت قرب حول بشان عبر
    وفق وفقا حسب بحسب دون غير ازاء تجاه نحو باتجاه قباله اثر وسط ضمن برعايه بحضور برئاسه بقياده""".split()
)  # fmt: skip
_THAT = frozenset(
    "ان انه انها انهم انهما اننا باَن بان بانه بانها بانهم فان فانه لان لانه لانها وان وانه وانها كان_".split()
)
#: Only these cannot stand right before a verb in the past; with a pronoun attached they can.
_THAT_BARE = frozenset("ان بان فان لان وان".split())
_CONJUNCTIONS = frozenset(
    """حيث فيما بينما لكن لكنه لكنها ولكن ولكنه ولكنها اذ عندما كما وكما غير الا مما وذلك فهو فهي لافتا
    مشيرا مضيفا موكدا مؤكدا معتبرا موضحا مبينا مشددا قائلا مشيره مضيفه مؤكده قائله حين وقتما ريثما اما""".split()
)
_RELATIVE = frozenset(
    "الذي التي الذين اللذين اللتين اللذان اللتان اللواتي والذي والتي والذين ممن وهو وهي وهم وهما".split()
)
_STOPS = frozenset("،؛,;:.!؟?…")
_NEVER_VERBS = frozenset(
    """بعد قبل حول خلال عبر ضد وفق حال كل بعض غير مثل نحو دون بين بينها بينهم بينهما مع امس اليوم غدا فقط ايضا كذلك رغم ثم
    اذا واحد واحده انه انها انهم عقب حسب بحسب عدا سوي ارفع اكبر ابرز اهم اول احد اخر جهه""".split()
)
_ADJECTIVES = frozenset(
    "مشترك مشتركه متكرر متكرره رفيع رفيعه مفاجئ مفاجئه طارئ طارئه جديد جديده اخير اخيره كبير كبيره مباشر مباشره".split()
)
#: Marks that do not part a verb from its neighbours.
_QUOTES = frozenset("\"'()[]-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[start, end)`` of the sentence that stand for an actor.

    ``prefix`` is the particle attached to its first word. ``adjective`` is True where an adjective
    of nationality stands for the country («غارات إسرائيلية»), so that there is no mention; ``agent``
    where it goes with what acts for the country («الطيران الإسرائيلي»).
    """

    start: int
    end: int
    slug: str
    kind: ActorKind
    prefix: str = ""
    adjective: bool = False
    country: str | None = None
    agent: bool = False

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
    nations: Mapping[int, Phrase] = field(default_factory=dict)
    dated: frozenset[int] = frozenset()

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
    dates: Sequence[DateMention] = (),
) -> View:
    """Read one sentence with the mentions and dates that stand in it."""
    named = _named(tokens, mentions, actors, knowledge)
    inside = {i for p in named for i in range(p.start, p.end)}
    dated = frozenset(i for i, t in enumerate(tokens) if any(d.span.overlaps(t.span) for d in dates))
    verbs: list[Analysis | None] = []
    for i in range(len(tokens)):
        verbs.append(None if i in inside or i in dated else _finite(tokens, i, verbs, knowledge))
    clauses, parents, antecedents = _clauses(tokens, verbs)
    adjectives = _adjectives(tokens, inside, knowledge)
    capitals = _capitals(tokens, named, inside, knowledge)
    phrases = tuple(sorted((*named, *adjectives, *capitals), key=lambda p: p.start))
    at = {i: p for p in phrases for i in range(p.start, p.end)}
    nations = _nations(tokens, knowledge)
    return View(sentence, tokens, tuple(verbs), clauses, parents, antecedents, phrases, at, nations, dated)


def _named(
    tokens: Sequence[Token], mentions: Sequence[Mention], actors: Mapping[str, Actor], knowledge: Knowledge
) -> list[Phrase]:
    """Longest mentions first, none inside another; pronouns say nothing of the place of a name."""
    found: list[Phrase] = []
    taken: set[int] = set()
    words = _state_names(knowledge)
    for mention in sorted(mentions, key=lambda m: -len(m.span)):
        actor = actors.get(mention.slug)
        if mention.how is MentionHow.PRONOUN or actor is None:
            continue
        inside = [i for i, t in enumerate(tokens) if t.span.overlaps(mention.span)]
        if not inside or taken & set(inside) or _looks_ahead(tokens, inside):
            continue
        taken |= set(inside)
        if mention.how is MentionHow.OFFICE and (states := _colleagues(tokens, inside, words)):
            found += states
            continue
        first = tokens[inside[0]]
        cut = mention.span.start - first.span.start
        prefix = first.fold[: max(cut, 0)]
        if not prefix and first.fold.startswith("لل"):
            prefix = "ل"
        found.append(
            Phrase(inside[0], inside[-1] + 1, mention.slug, actor.kind, prefix, country=_country(actor))
        )
    return _titled(tokens, sorted(found, key=lambda p: p.start))


def _looks_ahead(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """A word alone that reads as «he will …» is no name, whatever name it resembles."""
    return len(inside) == 1 and any("س" in a.prefixes for a in tokens[inside[0]].analyses if a.pos == "verb")


def _colleagues(tokens: Sequence[Token], inside: Sequence[int], names: Mapping[str, str]) -> list[Phrase]:
    """«وزراء خارجية قطر وتركيا وإيران»: several holders of one office stand for their states."""
    found = []
    for i in (*inside, inside[-1] + 1):
        word = tokens[i].fold if i < len(tokens) else ""
        for name in (word, word[1:] if word[:1] == "و" else ""):
            if name in names:
                code = names[name]
                found.append(
                    Phrase(i, i + 1, code, ActorKind.COUNTRY, "و" if name != word else "", country=code)
                )
    return found if len(found) > 1 else []


@lru_cache(maxsize=4)
def _state_names(knowledge: Knowledge) -> Mapping[str, str]:
    """First words of the names of states, folded, with the code of the state."""
    names: dict[str, str] = {}
    for country in knowledge.countries.values():
        for name in (country.name_ar, *country.aliases):
            words = fold(name).split()
            if words and (len(words) == 1 or words[0] == "الولايات"):
                names.setdefault(words[0], country.slug)
    return names


def _titled(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Persons with the titles before their names; what stands inside a title is no phrase of its own."""
    out: list[Phrase] = []
    for phrase in phrases:
        start = _title_start(tokens, phrase, out) if phrase.kind is ActorKind.PERSON else phrase.start
        if start == phrase.start:
            out.append(phrase)
            continue
        while out and out[-1].start >= start:
            out.pop()
        out.append(replace(phrase, start=start, prefix=_title_prefix(tokens[start].fold)))
    return out


def _title_prefix(word: str) -> str:
    """The particles before a title; the و of وزير is its own."""
    titles = load_event_words().classes["titles"]
    bare = next((b for b in readings(word) if b.word in titles), None)
    if bare is None or bare.word == word:
        return ""
    return ("و" if word[0] == "و" else "") + bare.preposition


def _title_start(tokens: Sequence[Token], phrase: Phrase, before: Sequence[Phrase]) -> int:
    """The first token of the title that runs up to a name, or the name's own first token."""
    titles = load_event_words().classes["titles"]
    floor = max((p.end for p in before if p.kind is ActorKind.PERSON), default=0)
    start = phrase.start
    for k in range(phrase.start - 1, max(floor, phrase.start - 11) - 1, -1):
        word = tokens[k].fold
        if word == "،" and k == phrase.start - 1:
            continue
        if not tokens[k].is_word and word not in _QUOTES:
            break
        if word in PREPOSITIONS and word != "في" or word in _THAT or word in _RELATIVE:
            break
        if any(b.word in titles for b in readings(word)):
            start = k
        elif tokens[k].verb() is not None and not word.startswith("ال"):
            break
        if start == k and _title_prefix(word):
            break
    return start


def _country(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COUNTRY:
        return actor.slug
    return actor.country.lower() if actor.country else None


def _adjectives(tokens: Sequence[Token], inside: set[int], knowledge: Knowledge) -> list[Phrase]:
    """Adjectives of nationality that say whose the noun before them is.

    The noun must be an event («غارات إسرائيلية») or act for a state («الطيران الإسرائيلي»); in the
    second case the phrase begins at the noun. Several may follow one noun («روسية تركية»).
    """
    words = load_event_words()
    found: list[Phrase] = []
    head, agent = -1, False
    for i, token in enumerate(tokens):
        if i in inside:
            head = -1
            continue
        nation = nisba(token.fold, knowledge)
        if nation is None:
            if token.is_word and not adjectival(token.fold):
                agent = any(b.word in words.classes["agents"] for b in readings(token.fold))
                head = i if agent or words.noun(token.fold) else -1
            continue
        if head < 0 or (nation.number == "p" and nation.gender == "m" and not agent):
            continue
        code = nation.code.lower()
        first = head if agent and not (found and found[-1].end > head) else i
        prefix = _prefix(tokens[first].fold) if first == head else token.fold[:1].replace("ا", "")
        prefix = prefix if prefix in ("و", "ل", "ب", "ك", "ول", "وب") else ""
        found.append(
            Phrase(
                first, i + 1, code, ActorKind.COUNTRY, prefix, adjective=not agent, country=code, agent=agent
            )
        )
    return found


def _capitals(
    tokens: Sequence[Token], named: Sequence[Phrase], inside: set[int], knowledge: Knowledge
) -> list[Phrase]:
    """«بين روسيا من جهة وأنقرة»: a capital joined to an actor stands for its government."""
    ends = {p.end for p in named}
    names = _capital_names(knowledge)
    found = []
    for i, token in enumerate(tokens):
        code = names.get(token.fold[1:]) if token.fold[0] == "و" and i not in inside else None
        if code is None:
            continue
        k = i
        while k > 0 and (
            tokens[k - 1].fold in ("من", "جهه", "جانب", "ناحيه") or tokens[k - 1].fold in _QUOTES
        ):
            k -= 1
        if k in ends:
            found.append(Phrase(i, i + 1, code, ActorKind.COUNTRY, "و", country=code))
    return found


@lru_cache(maxsize=4)
def _capital_names(knowledge: Knowledge) -> Mapping[str, str]:
    return {fold(c.capital_ar): c.slug for c in knowledge.countries.values() if c.capital_ar}


def _nations(tokens: Sequence[Token], knowledge: Knowledge) -> dict[int, Phrase]:
    """Every adjective of nationality as the state it names, whatever it goes with."""
    found = {}
    for i, token in enumerate(tokens):
        nation = nisba(token.fold, knowledge)
        if nation is not None:
            code = nation.code.lower()
            found[i] = Phrase(i, i + 1, code, ActorKind.COUNTRY, adjective=True, country=code)
    return found


def _prefix(word: str) -> str:
    """The particles before a noun, as far as the article shows where it begins."""
    bare = next((b for b in readings(word) if b.definite), None)
    conjunction = "و" if word.startswith("وال") or word.startswith("ول") else ""
    return conjunction + (bare.preposition if bare else "")


def adjectival(word: str) -> bool:
    return any(b.word.endswith(("ي", "يه")) or b.word in _ADJECTIVES for b in readings(word))


def _finite(
    tokens: Sequence[Token], i: int, verbs: Sequence[Analysis | None], knowledge: Knowledge
) -> Analysis | None:
    """The verb a token is here, or None; a form that is also a noun is a verb only where verbs stand."""
    token = tokens[i]
    verb = token.verb()
    if verb is None or token.fold in _NEVER_VERBS:
        return None
    before = _word_before(tokens, i)
    if before in PREPOSITIONS:
        return None
    others = [a for a in token.analyses if a.pos != "verb"]
    if not others or token.span.text.endswith("ى"):
        return verb
    if verb.aspect == "i" and verb.person == "1":
        return None
    if before in _THAT_BARE or any(a.pos != "verb" and "ال" in a.prefixes for a in others):
        return None
    after = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    if after and nisba(after, knowledge) and not after.startswith("ال"):
        return None
    return verb if _verb_stands(tokens, i, verbs, before) else None


def _verb_stands(tokens: Sequence[Token], i: int, verbs: Sequence[Analysis | None], before: str) -> bool:
    """At the head of a sentence or clause, after قد or a relative, or after a subject that ends in a name."""
    if i == 0 or not tokens[i - 1].is_word or tokens[i].fold[0] in "وف":
        return True
    if before in _RELATIVE | _CONJUNCTIONS | (_THAT - _THAT_BARE) or before in (
        "قد",
        "لقد",
        "وقد",
        "لم",
        "لن",
        "لا",
    ):
        return True
    for k in range(i - 1, -1, -1):
        if not tokens[k].is_word or tokens[k].fold in _THAT | _CONJUNCTIONS | _RELATIVE:
            break
        reading = verbs[k]
        if reading is not None and reading.lemma != "كان":
            return False
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
        elif _asyndetic(tokens, verbs, i, numbers, current):
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


def _asyndetic(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int, numbers: list[int], current: int
) -> bool:
    """«صاروخا أطلقه الحوثيون»: a verb with a pronoun right after a noun without article describes it."""
    verb = verbs[i]
    if verb is None or verb.suffix is None or i < 2 or tokens[i].fold[0] in "وفس":
        return False
    before = tokens[i - 1]
    if (
        not before.is_word
        or before.fold.startswith("ال")
        or before.fold in PREPOSITIONS | _THAT | _CONJUNCTIONS
    ):
        return False
    return verbs[i - 1] is None and before.fold not in ("قد", "لم", "لن", "لا", "ما", "الذي", "التي")


def _opens(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int, numbers: list[int], current: int
) -> bool:
    """A new clause begins with أن after a verb, with a conjunction, or with و/ف and a verb."""
    word = tokens[i].fold
    if word in _THAT:
        return i > 0 and word != "كان_"
    if word == "حين" and tokens[i - 1].fold != "في":
        return False
    if word in _CONJUNCTIONS:
        follows = tokens[i + 1].fold if i + 1 < len(tokens) else ""
        return i > 0 and (word not in ("غير", "الا") or follows.startswith("ان"))
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
