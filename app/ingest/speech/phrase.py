"""Noun phrases that name a speaker: where they stand, how far they reach, whom they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.records import ActorKind, MentionHow
from app.domain.text import Analysis
from app.ingest.speech.page import MentionPin, Page
from app.languages.ar.normalise import fold


class Head(StrEnum):
    """What kind of words stand for the speaker when no mention does."""

    MENTION = "mention"
    NAME = "name"
    SOURCE = "source"
    TITLE = "title"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens ``start`` … ``end``; ``pin`` is the mention that identifies it."""

    start: int
    end: int
    head: Head
    pin: MentionPin | None = None


#: «الوزيران», «المجتمعون», «الجانبين»
_PLURAL_TITLE = re.compile(r"ال\w{3,}(?:ان|ون|ين)")
_ATTACHED = ("بال", "لل", "وبال", "ولل")
_ASIDE = frozenset(
    {
        "طالبا",
        "طالبه",
        "رافضا",
        "رافضه",
        "مشترطا",
        "مشترطه",
        "طلب",
        "طلبت",
        "فضل",
        "فضلت",
        "رفض",
        "رفضت",
        "اشترط",
        "اشترطت",
    }
)


def find_subject(page: Page, start: int, end: int, reading: Analysis | None = None) -> Phrase | None:
    """The first noun phrase of ``[start, end)`` that no preposition governs.

    Adverbs, dates, prepositional and relative phrases and asides between commas are passed over.
    """
    i, governed = start, False
    while i < end:
        word = page.fold(i)
        if date := page.dates.get(i):
            i, governed = date.end, False
        elif page.is_comma(i) or word in ("-", ")"):
            i, governed = i + 1, False
        elif word == "(" and i + 1 not in page.mentions:
            i = page.close_bracket(i, end)
        elif (
            (quote := page.opened.get(i))
            and not page.quoted[i]
            and not page.named_in_quotes(i)
            and not governed
        ):
            return Phrase(i, quote.end, Head.NAME)
        elif page.is_mark(i):
            i += 1
        elif pin := page.mentions.get(i):
            free = not page.attached(pin) if i == start else not page.oblique(pin)
            if not governed and free and agrees(pin, reading):
                return _whole(page, i, end, reading)
            i, governed = pin.end, False
        elif page.within(i, "adverbs") or _PRONOUN_PHRASE.fullmatch(word):
            i += 1
        elif page.within(i, "relatives") or word in _ASIDE:
            i, governed = _next_comma(page, i, end), False
        elif (
            page.within(i, "prepositions")
            or word in ("ل", "ب")
            or word.startswith(_ATTACHED)
            or _attached(page, i)
        ):
            i, governed = i + 1, True
        elif governed:
            i += 1
        else:
            return _whole(page, i, end, reading)
    return None


_MASCULINE_COUNTRIES = frozenset({"iq", "lb", "jo", "sd", "ye", "ma", "so", "va"})
_MASCULINE_MEDIA = ("موقع", "تلفزيون", "التلفزيون", "الموقع", "راديو", "مرصد", "برنامج", "مركز")


def gender_of(pin: MentionPin) -> str | None:
    """Grammatical gender of an actor as a subject, None where it cannot be told."""
    actor, head = pin.actor, fold(pin.mention.span.text.split()[0])
    if actor.kind is ActorKind.PERSON:
        return actor.gender[:1] if actor.gender else None
    if actor.kind is ActorKind.COUNTRY:
        return "m" if actor.slug in _MASCULINE_COUNTRIES else "f"
    if actor.kind is ActorKind.MEDIA:
        return "m" if head in _MASCULINE_MEDIA else "f"
    if actor.gender:
        return actor.gender[:1]
    return "f" if head.endswith(("ه", "ات")) else None


def agrees(pin: MentionPin, reading: Analysis | None) -> bool:
    """Whether a mention can be the subject of a verb form, by gender as far as it is known."""
    if reading is None or reading.gender is None or reading.number == "p":
        return True
    gender = gender_of(pin)
    return gender is None or gender == reading.gender


def _attached(page: Page, i: int) -> bool:
    """«لوكالات», «لصحيفة», «بشكل»: a one-letter preposition on a word of our lists."""
    word = page.fold(i)
    if len(word) < 4 or word[0] not in "لب":
        return False
    rest, lists = word[1:], page.speech.lists
    if word in lists["source_heads"] or word in lists["person_heads"] or word in lists["document_heads"]:
        return False
    if word[0] == "ب":
        return any(r.prefixes and "ب" in r.prefixes for r in page.tokens[i].analyses) or rest in _MANNER
    return rest in lists["medium_heads"] or rest in lists["source_heads"] or rest in lists["person_heads"]


#: «فيه», «منها», «له», «خلاله»: a preposition with its pronoun.
_PRONOUN_PHRASE = re.compile(
    r"[وف]?(?:في|من|عن|علي|الي|ل|ب|مع|لدي|بين|خلال|بعد|قبل|حول|ضد)(?:ه|ها|هم|هما|هن|نا|ي)"
)

_MANNER = frozenset(
    {"شكل", "صوره", "لهجه", "لغه", "قوه", "شده", "حزم", "وضوح", "صراحه", "سخريه", "طريقه", "عباره", "حسب"}
)


def _next_comma(page: Page, i: int, end: int) -> int:
    return next((j for j in range(i, end) if page.is_comma(j)), end)


def _whole(page: Page, start: int, end: int, reading: Analysis | None) -> Phrase | None:
    """The phrase that begins at ``start``, with its apposition, and its identifying mention."""
    stop = _phrase_end(page, start, end)
    person = _person(page, start, stop)
    if person is None and stop < end and page.is_comma(stop):
        person = _apposition(page, stop + 1, end)
        stop = person.end if person else stop
    if person is not None:
        return Phrase(start, person.end, Head.MENTION, person)
    pin = page.mentions.get(start)
    if pin is not None and page.fold(start) not in page.speech.lists["documents"]:
        pin = _named_medium(page, pin)
        return Phrase(start, pin.end, Head.MENTION, pin)
    lists = page.speech.lists
    at = start + 1 if page.fold(start) in ("ذات", "نفس") else start
    head = page.fold(at)
    if head in lists["document_heads"]:
        owner = _first_mention(page, at + 1, min(stop, at + 4))
        return Phrase(start, owner.end, Head.MENTION, owner) if owner else Phrase(at, at + 1, Head.TITLE)
    if head in lists["source_heads"] or head.removesuffix("ا") in lists["source_heads"]:
        return Phrase(start, stop, Head.SOURCE)
    if head in lists["person_heads"]:
        return Phrase(start, stop, Head.TITLE)
    if _PLURAL_TITLE.fullmatch(head):
        return Phrase(start, _title_end(page, start, stop), Head.TITLE)
    if head in lists["institution_heads"]:
        return Phrase(start, definite_end(page, start, stop), Head.TITLE)
    if head in lists["correspondent_heads"] and (pin := page.mentions.get(at + 1)) and page.media(pin):
        return Phrase(start, pin.end, Head.MENTION, pin)
    medium = head in lists["medium_heads"] or head in lists["name_heads"]
    if medium and (pin := _first_mention(page, start, stop)):
        return Phrase(start, pin.end, Head.MENTION, pin)
    return Phrase(start, stop, Head.UNKNOWN)


def _title_end(page: Page, start: int, stop: int) -> int:
    """«الوزيران», «الجانبان الروسي والتركي»: the noun with the adjectives of nationality after it."""
    i = start + 1
    while i < stop and page.fold(i).endswith("ي") and page.fold(i).startswith(("ال", "وال")):
        i += 1
    return i


def definite_end(page: Page, start: int, stop: int) -> int:
    """«وزارة الصحة اللبنانية» before its object: a noun and the definite words that follow it."""
    i = start + 1
    while i < stop and (page.fold(i).startswith(("ال", "وال", "لل")) or page.fold(i - 1) in ("في", "ل")):
        i += 1
        if i < stop and page.fold(i) == "في":
            i += 1
    return i


def _medium_in(page: Page, i: int) -> bool:
    """«شبكة (بلومبيرغ)»: the bracket holds the name, not an aside."""
    pin = page.mentions.get(i)
    return pin is not None and page.media(pin)


def _named_medium(page: Page, pin: MentionPin) -> MentionPin:
    """The outlet in marks that follows its kind: «وكالة الأنباء "معا"»."""
    quote = page.opened.get(pin.end)
    inner = page.mentions.get(pin.end + 1) if quote else page.mentions.get(pin.end)
    return inner if quote and inner and page.media(pin) and page.media(inner) else pin


def _phrase_end(page: Page, start: int, end: int) -> int:
    """Up to a comma, bracket, date, relative clause, aside or addressed medium."""
    i = start
    while i < end:
        word = page.fold(i)
        if i > start and (
            page.is_comma(i)
            or word in (":", "ل", "-")
            or (word == "(" and not _medium_in(page, i + 1))
            or i in page.dates
            or page.within(i, "relatives")
            or word in _ASIDE
            or word in page.speech.lists["adverbs"]
            or word in ("خلال", "لدي", "عبر", "عقب", "اثر", "اثناء")
            or (_attached(page, i) and word[0] == "ل")
        ):
            break
        pin = page.mentions.get(i)
        if i > start and pin and page.media(pin) and "ل" in pin.prefix:
            break
        i = pin.end if pin else i + 1
    return min(i, end)


def _person(page: Page, start: int, end: int) -> MentionPin | None:
    """The person named in the phrase: «المتحدث باسم الوزارة فلان», not one in its genitive."""
    office_of: set[str] = set()
    for i in range(start, end):
        pin = page.mentions.get(i)
        if pin is None or pin.actor.kind is not ActorKind.PERSON:
            continue
        named = pin.mention.how in (MentionHow.NAME, MentionHow.ALIAS)
        if i == start and (named or pin.mention.office):
            following = page.mentions.get(pin.end)
            if not (following and following.actor.slug == pin.actor.slug):
                return (
                    pin if named or not _later_name(page, pin.end, end) else _later_name(page, pin.end, end)
                )
            return MentionPin(pin.start, following.end, pin.mention, pin.actor, pin.prefix)
        if named and i > start and not page.oblique(pin) and pin.actor.slug not in office_of:
            return pin
        if not named:
            office_of.add(pin.actor.slug)
    return None


def _later_name(page: Page, start: int, end: int) -> MentionPin | None:
    pin = page.mentions.get(start)
    named = pin is not None and pin.end <= end and pin.actor.kind is ActorKind.PERSON
    return pin if named else None


def _apposition(page: Page, start: int, end: int) -> MentionPin | None:
    """A person named right after the comma: «وزير الخارجية الروسي، سيرغي لافروف،»."""
    pin = page.mentions.get(start)
    if pin is None or pin.actor.kind is not ActorKind.PERSON or pin.prefix:
        return None
    closed = pin.end >= end or page.is_comma(pin.end) or page.is_mark(pin.end)
    return pin if closed or pin.mention.how is MentionHow.NAME else None


def _first_mention(page: Page, start: int, end: int) -> MentionPin | None:
    return next((page.mentions[i] for i in range(start, end) if i in page.mentions), None)
