"""Finds the words of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.records import ActorKind
from app.domain.text import Analysis
from app.ingest.speech.page import Page
from app.languages.ar.speech import SpeechVerb

#: أن, إن and بأن with their pronouns, folded.
COMPLEMENT = re.compile(r"[بوف]?ان(?:ه|ها|هم|هما|هن|نا|ني|ي)?")
#: «ألا», written «ألّا» too: أن with لا; «إلا» is folded alike.
_THAT_NOT = frozenset({"الا", "بالا", "والا"})
#: What is asked or supposed is not told; إن is no condition once its hamza is lost.
_IF = frozenset({"لو", "ولو", "اذا", "واذا", "هل", "وهل", "سواء"})
#: «ما يؤكد أن», «مما يشير إلى أن»: things that show, not people who say.
_WHAT = frozenset({"ما", "مما", "بما"})
_RELAYED = re.compile(r"[وف]?قول(?:ه|ها|هم|هما|هن)")


#: Short duals that are no adverb: «أكدا», «وقالا».
_BOTH = frozenset("قالا اكدا شددا عبرا نددا".split())

#: A noun after these is counted: «ثلاثون متهما», «خمسة عشر متهما».
_TENS = frozenset(
    """عشر عشره عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين
    تسعون تسعين""".split()
)


class CueKind(StrEnum):
    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"
    RELAY = "relay"
    ACCORDING = "according"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word (or phrase) of saying at tokens ``at`` … ``end``."""

    kind: CueKind
    at: int
    end: int
    verb: SpeechVerb
    reading: Analysis

    @property
    def lemma(self) -> str:
        return self.verb.lemma


_ACCORDING_VERB = SpeechVerb("وفق", clause=False)
_NO_READING = Analysis("وفق", "particle")


def is_complement(page: Page, i: int) -> bool:
    """أن or إن that may open reported content: not «بعد أن», «يجب أن» or «شأنه أن»."""
    word = page.fold(i)
    fits = COMPLEMENT.fullmatch(word) is not None
    if page.fold(i - 1) == "قبل" and page.fold(i - 2) == "من" and not _is_present(page, i + 1):
        return fits  # «زعمت من قبل أن …»
    if word in _THAT_NOT and page.tokens[i].span.text.lstrip("وبف").startswith("أ"):
        fits = True
    return fits and i not in page.mentions and not page.within(i - 1, "not_complement")


def _is_present(page: Page, i: int) -> bool:
    return i < len(page.tokens) and any(r.aspect == "i" for r in page.tokens[i].analyses)


def goes_on(page: Page, start: int) -> bool:
    """«كما أن الناخبين …», «وأنه …»: a sentence that goes on with what was said before it."""
    at = start + (page.bare(start) == "كما")
    return COMPLEMENT.fullmatch(page.fold(at)) is not None and page.fold(at)[:1] != "ف"


def is_relayed(page: Page, i: int) -> bool:
    """«قوله», «تأكيدها», «إشارته» after the source of a relay."""
    if _RELAYED.fullmatch(page.fold(i)) or page.fold(i) == "القول":
        return True
    return any(
        r.pos == "verbal_noun" and r.suffix and not r.prefixes and r.lemma in page.speech.verbs
        for r in page.tokens[i].analyses
    )


def is_speech_verb(page: Page, i: int) -> bool:
    """Whether the word can be a finite verb of saying that carries no object."""
    verbs = page.speech.verbs
    return any(
        r.pos == "verb"
        and r.person == "3"
        and r.suffix is None
        and r.lemma in verbs
        and not verbs[r.lemma].weak
        and not (r.lemma == "عبر" and _is_other_word(page, i, r))
        for r in page.tokens[i].analyses
    )


def find_cues(page: Page, start: int, end: int) -> list[Cue]:
    """Cues of a sentence in order; none inside quoted speech or a mention."""
    cues: list[Cue] = []
    i = start
    while i < end:
        cue = None if page.quoted[i] or page.inside_name(i) else _cue_at(page, i, start)
        if cue is not None:
            cues.append(cue)
            i = cue.end
        elif (pin := page.mentions.get(i)) is not None and not page.tokens[i].analyses:
            i = pin.end
        else:
            i += 1
    return cues


def _cue_at(page: Page, i: int, start: int) -> Cue | None:
    return _according(page, i) or _worded(page, i, start)


def _according(page: Page, i: int) -> Cue | None:
    speech, word, bare = page.speech, page.fold(i), page.bare(i)
    for known in (speech.according, speech.quoting):
        if word in known or bare in known:
            return Cue(CueKind.ACCORDING, i, i + 1, _ACCORDING_VERB, _NO_READING)
    for phrase in speech.phrases if word in speech.phrase_starts else ():
        if word in (phrase[0], "و" + phrase[0]) and all(
            page.fold(i + k) == w or (k == len(phrase) - 1 and page.fold(i + k)[: len(w)] == w)
            for k, w in enumerate(phrase[1:], start=1)
        ):
            return Cue(CueKind.ACCORDING, i, i + len(phrase), _ACCORDING_VERB, _NO_READING)
    return None


def _worded(page: Page, i: int, start: int) -> Cue | None:
    for reading in _ordered(page, i):
        verb = page.speech.verbs.get(reading.lemma)
        if reading.pos == "verb" and reading.lemma in page.speech.relay and _is_told(page, i, reading):
            relay = SpeechVerb(reading.lemma, quote=True)
            return Cue(CueKind.RELAY, i, i + 1, relay, reading)
        if reading.lemma == "رد" and page.fold(i + 1).removeprefix("ال").startswith("فعل"):
            continue
        if verb is None or (verb.in_document and page.fold(i + 1) != "في"):
            continue
        if reading.pos == "verb" and _is_told(page, i, reading):
            return Cue(CueKind.VERB, i, i + 1, verb, reading)
        if reading.pos == "participle" and is_adverbial(page, i, reading) and not _is_deed(page, i):
            return Cue(CueKind.PARTICIPLE, i, i + 1, verb, reading)
        if reading.pos == "verbal_noun" and _is_told_of(page, i, reading):
            return Cue(CueKind.NOUN, i, i + 1, verb, reading)
    return None


def _is_deed(page: Page, i: int) -> bool:
    """«بعد مطالبة العراق لتركيا بـ»: the verbal noun, which is spelt like the participle."""
    deed = any(r.pos == "verbal_noun" and not r.prefixes for r in page.tokens[i].analyses)
    return deed and (page.within(i - 1, "prepositions") or page.fold(i - 1) in ("ظل", "ضوء"))


def _is_told_of(page: Page, i: int, reading: Analysis) -> bool:
    """Whether a verbal noun may open a statement: «نفي», «إعلانه», and only with ب «بالإشارة إلى»."""
    with_b = {"ب", "ال"} <= set(reading.prefixes) and not page.within(i - 1, "worth")
    return reading.lemma in page.speech.nouns or (with_b and reading.lemma in page.speech.nouns_with_b)


def turns_against(page: Page, i: int) -> bool:
    """«لكنه», «إلا أنها», «غير أنه» ending at ``i``: whoever spoke goes on."""
    against = COMPLEMENT.fullmatch(page.fold(i)) and page.within(i - 1, "adversatives")
    return page.bare(i).startswith("لكن") or bool(against)


def _ordered(page: Page, i: int) -> tuple[Analysis, ...]:
    """Readings with the likelier first: «نفي» with dots is the noun, «نفى» without them the verb."""
    token = page.tokens[i]
    if token.span.text.endswith("ي"):
        return tuple(sorted(token.analyses, key=lambda r: r.pos != "verbal_noun"))
    return token.analyses


def _is_told(page: Page, i: int, reading: Analysis) -> bool:
    """A third-person verb that tells of saying: not negated, future, or governed by أن."""
    if reading.number == "d" and len(page.bare(i)) <= 4 and page.bare(i) not in _BOTH:
        return False  # «ردا على», «بحثا عن»: an adverb far more often than a dual
    if reading.person != "3" or "س" in reading.prefixes or "ل" in reading.prefixes:
        return False
    if reading.voice == "p" and reading.lemma not in page.speech.relay:
        return False
    if reading.aspect == "i" and _impersonal(page, i):
        what = page.fold(i - 1) in _WHAT and reading.lemma not in page.speech.lists["claiming"]
        if what or reading.lemma in ("ذكر", "اشار"):
            return False  # «يذكر أن», «لا تملك ما يؤكد أن»
    before = page.fold(i - 1)
    supposed = before in _IF or (before == "حال" and page.within(i - 2, "governing"))
    if supposed or _is_noun(page, i, before) or _is_other_word(page, i, reading):
        return False  # «لو قال», «في حال أعلن», «عن أمله», «في قال»
    if before in ("لم", "ولم", "لا", "ولا") and reading.lemma in page.speech.lists["unexcluded"]:
        return True
    if before in page.speech.lists["negations"] or before in ("الجدير", "والجدير", "جدير", "وجدير"):
        return False
    return not (
        reading.aspect == "i"
        and before in ("ان", "بان", "قد", "وقد", "كي", "لان", "لانه", "لانها", "لانهم", "سوف", "هل")
    )


def _is_noun(page: Page, i: int, before: str) -> bool:
    """After a preposition, at the head of a name («حلف شمال الأطلسي»), or a look-alike."""
    named = i in page.mentions and page.mentions[i].end > i + 1
    governed = before in page.speech.lists["governing"] and i - 1 not in page.mentions
    return named or governed or page.bare(i) in page.speech.lists["no_verbs"]


def _is_other_word(page: Page, i: int, reading: Analysis) -> bool:
    """«وعقب الاجتماع», the preposition; «أمله», his hope."""
    if reading.lemma == "اعلم" and reading.aspect == "i" and reading.suffix is None:
        return True  # «يعلم أن»: knows
    if reading.lemma == "عبر" and not reading.prefixes and reading.aspect == "p":
        return any(page.within(i + 1, name) for name in ("texts", "adverbial_nouns", "channels"))
    if reading.lemma == "عقب":
        return not _comments(page, i)
    return reading.lemma == "امل" and reading.suffix is not None


def _comments(page: Page, i: int) -> bool:
    """«وعقب الوزير على ذلك»: somebody remarks; «عقب تعيين الوزير» is the preposition."""
    pin = page.mentions.get(i + 1)
    human = pin is not None and pin.actor.kind is ActorKind.PERSON
    return human or page.fold(i + 1) in ("علي", "قائلا", "قائله", "بالقول")


def _impersonal(page: Page, i: int) -> bool:
    """«يذكر أن», «ويشار إلى أن»: the article itself recalls something."""
    return is_complement(page, i + 1) or (page.fold(i + 1) == "الي" and is_complement(page, i + 2))


def is_adverbial(page: Page, i: int, reading: Analysis) -> bool:
    """«مضيفا», «مشيرة», «مؤكدين»: indefinite, without a preposition, in the accusative."""
    if page.bare(i) in page.speech.lists["no_verbs"]:
        return False
    if page.bare(i) == "مجددا" and not page.is_comma(i - 1):
        return False  # "again"
    if {"ال", "ب", "ل", "ك"} & set(reading.prefixes):
        return False
    word = page.fold(i)
    if page.fold(i - 1).isdigit() or page.fold(i - 1).removeprefix("و") in _TENS:
        return False  # «21 متهما»: counted
    if word.endswith("ه") and page.tokens[i].span.text.endswith("ه") and "ة" in page.text:
        return False  # «ومقره لندن»: a pronoun, not the ending of «مقرة»
    masculine = word.endswith("ا") and (word.endswith("يا") or not reading.lemma.endswith("ا"))
    return masculine or (word.endswith(("ه", "ين")) and reading.gender is not None and len(word) > 4)
