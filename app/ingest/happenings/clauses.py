"""Finite verbs and clauses of a sentence: which words are verbs here, and where clauses begin."""

from __future__ import annotations

from collections.abc import Sequence, Set

from app.domain.text import Analysis, Token
from app.ingest.happenings.particles import (
    CONJUNCTIONS,
    IN_AID_OF,
    IN_ITS_COURSE,
    MARKS,
    NEVER_VERBS,
    PREPOSITIONS,
    RELATIVE,
    RENEWS,
    STOPS,
    THAT,
    THAT_BARE,
)
from app.ingest.happenings.states import adjectival, capital_names
from app.ingest.happenings.verbal_nouns import after_having, decided, joins_masdar, resolved
from app.ingest.nationality import nisba
from app.knowledge.load import Knowledge
from app.languages.ar.events import load_event_words


def finite(
    tokens: Sequence[Token],
    i: int,
    verbs: Sequence[Analysis | None],
    knowledge: Knowledge,
    inside: Set[int] = frozenset(),
) -> Analysis | None:
    """The verb a token is here, or None; a form that is also a noun is a verb only where verbs stand."""
    token = tokens[i]
    verb = token.verb()
    bare = token.fold[1:] if token.fold[0] in "وف" else token.fold
    after = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    if verb is None or token.fold in capital_names(knowledge) or (verb.suffix and after.isdigit()):
        return None
    if {token.fold, bare} & (NEVER_VERBS | IN_AID_OF) and (bare, after) != ("عبر", "عن"):
        return None
    before = _word_before(tokens, i)
    if (
        before in PREPOSITIONS | load_event_words().classes["titles"]
        or _begins_phrase(tokens, i)
        or resolved(tokens, i, inside)
        or (token.fold == "وقف" and decided(tokens, i, verbs, token.analyses))
    ):
        return None  # «أعلنت الوزارة، أمس، وقف الواردات»
    others = [a for a in token.analyses if a.pos != "verb"]
    if _follows_subject(i, verbs, inside) and verb.number == "d" and verb.aspect == "p":
        return None  # «تقود روسيا تحالفا»: an accusative, no dual
    if not others or token.span.text.endswith("ى") or before == "ثم" or after_having(tokens, i):
        return verb
    if _is_noun(verb, others, before) or (before in RENEWS and others[0].pos == "verbal_noun"):
        return None
    if _tells_of_noun(tokens, i, verb):
        return verb
    waited = decided(tokens, i, verbs, others) or joins_masdar(tokens, i, verbs, others)
    noun = waited or (nisba(after, knowledge) and not after.startswith("ال"))
    return None if noun or not _verb_stands(tokens, i, verbs, before, named=i - 1 in inside) else verb


def _follows_subject(i: int, verbs: Sequence[Analysis | None], inside: Set[int]) -> bool:
    """A name stands right before the word, and a verb right before the name."""
    k = i - 1
    while k in inside:
        k -= 1
    verb = verbs[k] if 0 <= k < i - 1 else None
    return verb is not None and verb.lemma != "كان"


def _is_noun(verb: Analysis, others: Sequence[Analysis], before: str) -> bool:
    """Of a form that may be either: a first person, what follows أن, or a word with the article."""
    if before in THAT_BARE or (verb.aspect == "i" and verb.person == "1"):
        return True
    return any(a.pos != "verb" and "ال" in a.prefixes for a in others)


def _tells_of_noun(tokens: Sequence[Token], i: int, verb: Analysis) -> bool:
    """«اجتماع ضم وزراء», «مؤتمر صحفي مشترك عقده الوزير»: soon after the name of an event, who took part."""
    words = load_event_words()
    if verb.lemma not in words.cues["attend"] and not (verb.suffix and verb.lemma in words.cues["light"]):
        return False
    for k in range(i - 1, max(-1, i - 4), -1):
        if words.noun(tokens[k].fold) is not None or _begins_phrase(tokens, k):
            return True
        if not adjectival(tokens[k].fold):
            break
    return False


def _begins_phrase(tokens: Sequence[Token], i: int) -> bool:
    """«وقف إطلاق النار»: the word and the next begin the name of an event."""
    after = tokens[i + 1].fold if i + 1 < len(tokens) else ""
    phrases = load_event_words().by_noun.get(tokens[i].fold, ())
    return any(len(phrase) > 1 and phrase[1] == after for phrase, _ in phrases)


def _verb_stands(
    tokens: Sequence[Token], i: int, verbs: Sequence[Analysis | None], before: str, *, named: bool
) -> bool:
    """At the head of a sentence or clause, after قد or a relative, or after a subject that ends in a name."""
    if i == 0 or not tokens[i - 1].is_word or tokens[i].fold[0] in "وف":
        return True
    if before in RELATIVE | CONJUNCTIONS | (THAT - THAT_BARE) or before in (
        "قد",
        "لقد",
        "وقد",
        "لم",
        "لن",
        "لا",
    ):
        return True
    for k in range(i - 1, -1, -1):
        if not tokens[k].is_word or tokens[k].fold in THAT | CONJUNCTIONS | RELATIVE:
            break
        reading = verbs[k]
        if reading is not None and reading.lemma != "كان":
            return False
    return (named or _definite(before)) and not (i + 1 < len(tokens) and tokens[i + 1].fold in ("من", "في"))


def _definite(word: str) -> bool:
    return word.startswith(("ال", "وال"))


def _word_before(tokens: Sequence[Token], i: int) -> str:
    k = i - 1
    while k >= 0 and tokens[k].fold in MARKS:
        k -= 1
    return tokens[k].fold if k >= 0 else ""


def clauses_of(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], inside: Set[int] = frozenset()
) -> tuple[tuple[int, ...], dict[int, int], dict[int, int]]:
    """A clause number for each token, the parent of each clause, and the antecedent of relatives.

    No clause begins ``inside`` a name.
    """
    numbers: list[int] = []
    parents: dict[int, int] = {}
    antecedents: dict[int, int] = {}
    current, last, outer = 0, 0, -1
    bracket: tuple[int, int] | None = None
    for i, token in enumerate(tokens):
        word = token.fold
        if word == "(":
            bracket = current, outer
        elif word == ")" and bracket is not None:  # what stands in brackets is told aside
            (current, outer), bracket = bracket, None
            numbers.append(current)
            continue
        spoken = i > 0 and i - 1 not in inside and tokens[i - 1].fold == ":"
        opens = spoken or (i not in inside and _opens(tokens, verbs, i, numbers, current))
        if word in STOPS and outer >= 0:
            current, outer = outer, -1
        elif (word in RELATIVE and i not in inside) or _asyndetic(tokens, verbs, i):
            last += 1
            parents[last], antecedents[last] = current, i - 1
            outer = current if outer < 0 else outer
            current = last
        elif opens:
            last += 1
            parents[last] = current
            current, outer = last, -1
        elif (start := _led_in(tokens, verbs, i, numbers, current)) is not None:
            last += 1
            parents[last] = current
            numbers[start:] = [last] * (i - start)
            current, outer = last, -1
        numbers.append(current)
    return tuple(numbers), parents, antecedents


def _led_in(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int, numbers: list[int], current: int
) -> int | None:
    """«…، وفي العام التالي أفرجت السلطات عنه»: where a clause begins that «و» and an adjunct lead in."""
    if verbs[i] is None or not any(v and c == current for v, c in zip(verbs, numbers, strict=False)):
        return None
    k = i - 1
    while k > 0 and numbers[k] == current and verbs[k] is None and i - k <= 8:
        word = tokens[k].fold
        if word[0] == "و" and word[1:] in PREPOSITIONS and tokens[k - 1].fold in STOPS:
            return k
        if word in STOPS and tokens[k + 1].fold[0] != "و" and k + 1 < i - 1:
            return None
        k -= 1
    return None


#: «عمليات وصفها بالنوعية ضد …»: only names what the clause goes on to tell.
_NAMING = frozenset({"وصف", "سمي", "اعتبر", "عد"})


def _asyndetic(tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int) -> bool:
    """«صاروخا أطلقه الحوثيون»: a verb with a pronoun right after a noun without article describes it."""
    verb = verbs[i]
    if verb is not None and i > 1 and i + 1 < len(tokens) and tokens[i + 1].fold in IN_ITS_COURSE:
        return verbs[i - 1] is None and tokens[i].fold[0] not in "وف"
    if verb is None or verb.suffix is None or i < 2 or verb.prefixes or verb.lemma in _NAMING:
        return False
    before = tokens[i - 1]
    if (
        not before.is_word
        or before.fold.startswith("ال")
        or before.fold in PREPOSITIONS | THAT | CONJUNCTIONS
    ):
        return False
    return verbs[i - 1] is None and before.fold not in ("قد", "لم", "لن", "لا", "ما", "الذي", "التي")


#: «…، وقد وافق المجلس»: begins a clause of its own.
AND_INDEED = frozenset({"وقد", "فقد", "ولقد", "فلقد"})


def _opens(
    tokens: Sequence[Token], verbs: Sequence[Analysis | None], i: int, numbers: list[int], current: int
) -> bool:
    """A new clause begins with أن after a verb, with a conjunction, or with و/ف and a verb."""
    word = tokens[i].fold
    if i > 0 and tokens[i - 1].fold == ":":
        return True
    if word in THAT or word in AND_INDEED:
        return i > 0
    if word == "حين" and tokens[i - 1].fold != "في" and (i + 1 >= len(verbs) or verbs[i + 1] is None):
        return False
    if word in CONJUNCTIONS:
        follows = tokens[i + 1].fold if i + 1 < len(tokens) else ""
        told = verbs[i + 1] is not None if word == "الا" and i + 1 < len(verbs) else False
        return i > 0 and (word not in ("غير", "الا") or follows.startswith("ان") or told)
    verb = verbs[i]
    if verb is None or i == 0:
        return False
    if tokens[i - 1].fold == "ثم" or (word[0] in "وف" and verb.prefixes[:1] in (("و",), ("ف",))):
        return True
    mine = [v for v, c in zip(verbs, numbers, strict=False) if v is not None and c == current]
    if len(mine) == 1 and mine[0].lemma == "كان" and mine[0].aspect == "p":
        return False  # «كان فلان، وهو …، زار»: one verb with its auxiliary
    return tokens[i - 1].fold in STOPS and bool(mine)
