"""Finds the noun phrase that is the subject of a verb."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.domain.text import Analysis
from app.ingest.speech.agreement import agrees
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.naming import whole_phrase
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.prepositions import governs, has_pronoun


def find_subject(page: Page, start: int, end: int, reading: Analysis | None = None) -> Phrase | None:
    """The first noun phrase of ``[start, end)`` that no preposition governs.

    Adverbs, dates, prepositional and relative phrases and asides between commas are passed over,
    and so are mentions whose gender is not that of the verb ``reading``.
    """
    addressed = reading is not None and _is_addressed(page, start, reading)
    return None if addressed else _first_free(page, start, end, reading)


def _first_free(page: Page, start: int, end: int, reading: Analysis | None) -> Phrase | None:
    i, governed = start, False
    while i < end:
        if (after := _past_aside(page, i, end)) is not None:
            i, governed = after, False
        elif page.is_mark(i):
            if not governed and (named := _in_marks(page, i)) is not None:
                return named
            i, governed = _past_name(page, i, governed)
        elif pin := page.mentions.get(i):
            first = i == start or (i == start + 1 and start in page.opened)  # «عبر "فلان" عن»
            free = not page.attached(pin) if first else not page.oblique(pin)
            if free and not governed and agrees(pin, reading) and not (reading and _is_accusative(page, pin)):
                return whole_phrase(page, i, end)
            i, governed = _past_adjectives(page, pin.end) if free is False or governed else pin.end, False
        elif adverb := _adverb_at(page, i):
            i += adverb
        elif governs(page, i):
            i, governed = i + 1, True
        elif governed:
            i, governed = _past_governed(page, i)
        else:
            return whole_phrase(page, i, end)
    return None


def _is_accusative(page: Page, pin: MentionPin) -> bool:
    """«ووصف الديمقراطيين بأنهم»: plurals in ـيين are never the subject."""
    return page.fold(pin.start).endswith("يين") and not page.attached(pin)


#: «قبل قليل», «بعد ذلك»
_BEFORE, _THEN = frozenset({"قبل", "بعد", "منذ"}), frozenset({"قليل", "ذلك", "ساعات", "ايام", "دقائق"})


def _adverb_at(page: Page, i: int) -> int:
    """How many words an adverb has that begins at ``i``; 0 where there is none."""
    if page.fold(i) in _BEFORE and page.fold(i + 1) in _THEN:
        return 2
    return int(page.within(i, "adverbs") or has_pronoun(page, i))


def _past_adjectives(page: Page, i: int) -> int:
    """«لإذاعة أوروبا 1 الفرنسية»: past a number and what says of what land a medium or body is."""
    i += page.fold(i).isdigit()
    while i < len(page.tokens) and i not in page.mentions and _is_nisba(page, i):
        i += 1
    return i


def _is_nisba(page: Page, i: int) -> bool:
    word = page.fold(i)
    return word.startswith("ال") and word.endswith(("يه", "ي")) and not page.within(i, "person_heads")


def _is_addressed(page: Page, at: int, reading: Analysis) -> bool:
    """«وطالب الحكومة بـ», «اتهم المعارضة بـ»: by its gender the object of the verb, no subject."""
    lists, word = page.speech.lists, page.fold(at)
    if reading.gender != "m" or reading.number != "s" or page.tokens[at].verb() is not None:
        return False
    takes = reading.lemma in lists["addressing"] or reading.lemma in lists["transitive"]
    person = at in page.mentions and page.mentions[at].actor.kind is ActorKind.PERSON
    return takes and not person and word.startswith("ال") and word.endswith("ه")


def _in_marks(page: Page, i: int) -> Phrase | None:
    """«وأضاف "العلي" أن», «ذكرت "الغد" أن»: a name in marks; not «وقال "بالتأكيد"»."""
    quote = page.opened.get(i)
    if quote is None or quote.spoken or page.named_in_quotes(i):
        return None
    end = quote.end
    person = page.surnamed(i + 1)
    if person is not None and person.end == end - 1:
        return Phrase(i, end, Head.MENTION, person)
    name = page.tokens[i + 1].is_word and not page.within(i + 1, "particles") and not governs(page, i + 1)
    return Phrase(i, end, Head.NAME) if name and not page.within(i + 1, "adverbs") else None


#: «في ختام اللقاء ضرورة الحوار»: what one speaks of, never the genitive of a definite noun.
_MATTERS = frozenset({"ضروره", "اهميه", "وجوب", "حرص", "رفض", "دعم", "تمسك", "التزام", "استعداد", "عدم"})


def _is_whole(page: Page, i: int) -> bool:
    """«في البلدية وصول …»: a definite noun has no genitive; a deed or somebody after it is free."""
    if not page.fold(i).startswith(("ال", "لل", "بال")) or i + 1 >= len(page.tokens):
        return False
    deed = any(r.pos == "verbal_noun" and not r.prefixes for r in page.tokens[i + 1].analyses)
    return deed or page.within(i + 1, "titles") or page.fold(i + 1) in _MATTERS


#: «من جهته», «من جانبها»: nothing more belongs to these.
SIDES = ("جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "ناحيته", "ناحيتها", "ناحيتهم")
_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه"})


def _past_governed(page: Page, i: int) -> tuple[int, bool]:
    """Past a word that a preposition governs, and whether it still governs the next.

    Set phrases are whole («في البداية», «في الوقت نفسه»), and so are «في هذا السياق» and «في ذلك اليوم».
    """
    if page.fold(i) in _THIS:
        return min(i + 2, len(page.tokens)), False
    if page.within(i, "set_phrases"):
        return i + 2 if page.fold(i + 1) in _SAME else i + 1, False
    side = page.within(i, "adverbial_nouns") and page.fold(i).endswith(SIDES)
    return i + 1, not (side or _is_whole(page, i))


def past_aside(page: Page, i: int) -> int:
    """Past «في الوقت نفسه», «في المقابل» right after a verb."""
    set_phrase = page.fold(i) in ("في", "ب") and page.within(i + 1, "set_phrases")
    return _past_governed(page, i + 1)[0] if set_phrase else i


def _past_name(page: Page, i: int, governed: bool) -> tuple[int, bool]:
    """Past a mark, or a name in marks that a preposition governs: «لموقع "المونيتور" الإخباري»."""
    quote = page.opened.get(i)
    if quote is None or not governed or quote.spoken:
        return i + 1, governed
    return quote.end, page.fold(quote.end).startswith("ال")


def _past_aside(page: Page, i: int, end: int) -> int | None:
    """The token after a date, a comma, a bracket, or a relative clause that begins at ``i``."""
    word = page.fold(i)
    if i in page.dates:
        return page.dates[i].end
    if page.is_comma(i) or word in ("-", ")"):
        return i + 1
    if word == "(" and i + 1 not in page.mentions:
        return page.close_bracket(i, end)
    if i in page.mentions:
        return None  # «فضل», «طالب»: a name, whatever else it may be spelt like
    apposed = page.is_comma(i - 1) and page.within(i, "attributes")
    if page.within(i, "relatives") or page.within(i, "asides") or apposed:
        return next((j for j in range(i, end) if page.is_comma(j)), end)
    return None
