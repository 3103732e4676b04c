"""Subjects that do not simply follow their verb, and the media beside them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind
from app.domain.text import Analysis
from app.ingest.speech.agreement import agrees
from app.ingest.speech.anew import IN_IT
from app.ingest.speech.cues import Cue, is_complement
from app.ingest.speech.ends import indefinite_end
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.naming import is_people, whole_phrase
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.phrase import SIDES, find_subject
from app.ingest.speech.prepositions import attached, without_to

#: A text stands within so many words of the verb that says what is in it.
_TEXT_REACH = 20


#: «تصريحات منسوبة للوزير», «رسالة مصورة للزعيم»
_ASCRIBED = frozenset(
    "منسوبه منسوب متلفزه متلفز صحفيه صحافيه صحفي صحافي مصوره مصور سابقه سابق صوتيه صوتي".split()
)


def is_free(page: Page, pin: MentionPin) -> bool:
    """Neither after a preposition nor the genitive of a noun: «اقتراح بوتين» is not Putin."""
    if page.oblique(pin):
        return False
    i = page.titled_from(pin) - 1
    if i < 0 or page.is_mark(i) or "و" in pin.prefix or not page.same_sentence(i, pin.start):
        return True
    if page.fold(i).startswith("ال") and not page.tokens[i].verb() and i not in page.dates:
        return not _is_governed(page, i)
    if page.tokens[i].verb() or i in page.dates:
        return True
    # «الزعيم فلان», but not «زعيم الحزب», who is no party.
    heads = ("person_heads", "name_heads") if pin.actor.kind is ActorKind.PERSON else ("name_heads",)
    return any(
        page.within(i, name) for name in ("particles", "relatives", "adverbs", "negations", "breaks")
    ) or any(page.fold(i) in page.speech.lists[name] for name in heads)


#: A subject stands within so many words of its verb.
_FAR = 25
#: A title before a name has no more words.
_TITLE = 6


def _is_governed(page: Page, i: int) -> bool:
    """«قضية الجاسوس الروسي السابق فلان», «في اللقاء فلان»: definite words that another word governs."""
    first = i
    while i >= 0 and first - i < _TITLE and page.fold(i).startswith("ال") and i not in page.mentioned:
        i -= 1
    if i == first or i < 0 or not page.same_sentence(i, first) or page.is_mark(i) or i in page.dates:
        return False
    if any(page.within(i, name) for name in ("person_heads", "titles", "particles", "relatives", "adverbs")):
        return False
    if page.within(i, "prepositions"):
        return True
    plain = not page.tokens[i].analyses and not page.fold(i).startswith(("ال", "وال", "لل", "بال"))
    return plain and i not in page.mentioned and page.mentioned.get(i + 1) is None


def subject_before(page: Page, start: int, at: int, reading: Analysis) -> Phrase | None:
    """The subject that stands before a verb: the first free mention or source that agrees with it."""
    i = start
    while i < at:
        pin = page.mentions.get(i)
        if pin is not None and is_free(page, pin) and agrees(pin, reading):
            return find_subject(page, i, at, reading) or Phrase(i, pin.end, Head.MENTION, pin)
        if pin is None and _is_speaker(page, i, reading) and _heads_clause(page, i, start):
            if (described := _described_by(page, i, reading)) is not None:
                return described
            phrase = find_subject(page, i, at, reading)
            if phrase is None or phrase.head is not Head.SOURCE or phrase.start != i:
                return phrase
            return replace(phrase, end=_unnamed_end(page, phrase))
        i = pin.end if pin else i + 1
    return None


def _described_by(page: Page, i: int, reading: Analysis) -> Phrase | None:
    """«فلان، عضو المكتب السياسي، حيث قال»: the person before the comma whose title begins here."""
    pin = page.mentioned.get(i - 1) if page.is_comma(i - 1) else None
    person = pin is not None and pin.actor.kind is ActorKind.PERSON and agrees(pin, reading)
    return Phrase(pin.start, pin.end, Head.MENTION, pin) if pin is not None and person else None


def _unnamed_end(page: Page, phrase: Phrase) -> int:
    """«مسلحون من المعارضة»: the words for an unnamed source, without the object of what it did."""
    plural = is_people(page.fold(phrase.start)) and phrase.end > phrase.start + 1
    return indefinite_end(page, phrase.start, phrase.end) if plural else phrase.end


def teller(page: Page, cue: Cue, start: int) -> Phrase | None:
    """Who tells in «بيانا قال فيه», «شريطا لفلان قال فيه»: whose the text is, else who brings it out."""
    lists = page.speech.lists
    words = range(cue.at - 1, max(start, cue.at - _TEXT_REACH) - 1, -1)
    text = next(
        (i for i in words if page.fold(i).removeprefix("ال").removesuffix("ا") in lists["texts"]), None
    )
    if text is None:
        return None
    if (author := _author(page, text + 1, cue.at)) is not None:
        return author
    if (owner := _owner_named(page, text, cue)) is not None:
        return owner
    for i in range(text + 1, cue.at):
        pin = page.mentions.get(i)
        owned = pin is not None and ("ل" in pin.prefix or page.fold(pin.start - 1) in ("ل", "من", "عن"))
        if pin is not None and owned and not page.media(pin) and agrees(pin, cue.reading):
            return Phrase(i, pin.end, Head.MENTION, pin)
    return _owner_unnamed(page, text + 1, cue.at) or subject_before(page, start, text, cue.reading)


def _author(page: Page, at: int, stop: int) -> Phrase | None:
    """«الرسالة التي نشرها فلان على صفحته، كتب فيها»: the subject of what brought the text out."""
    for i in range(at, min(stop, at + 4)):
        verb = page.tokens[i + 1] if i + 1 < stop and page.within(i, "relatives") else None
        if verb is not None and any(r.pos == "verb" and r.suffix for r in verb.analyses):
            author = find_subject(page, i + 2, stop)
            return author if author is not None and author.pin is not None else None
    return None


def _owner_named(page: Page, text: int, cue: Cue) -> Phrase | None:
    """«تصريحات الوزير فلان التي قال فيها»: whose the text is, right after a noun without its article."""
    if page.fold(text).startswith("ال") or page.is_mark(text + 1):
        return None
    owner = whole_phrase(page, text + 1, cue.at)
    pin = owner.pin
    return owner if pin is not None and not page.media(pin) and agrees(pin, cue.reading) else None


def _owner_unnamed(page: Page, at: int, stop: int) -> Phrase | None:
    """«تصريح لرئيس البلدية»: whose the text is, where no mention names him."""
    lists = page.speech.lists
    at += page.fold(at) in _ASCRIBED
    head = without_to(page.fold(at), lists)
    known = any(head in lists[name] for name in ("person_heads", "institution_heads"))
    if not known or head == page.fold(at) or at in page.mentions:
        return None
    phrase = whole_phrase(page, at, stop)
    return phrase if phrase.pin is not None else replace(phrase, head=Head.TITLE)


#: «بدوره», after whoever now speaks in his turn.
_IN_TURN = frozenset({"بدوره", "بدورها", "بدورهم"})


def in_turn(page: Page, cue: Cue, stop: int) -> Phrase | None:
    """«وأكد الهلال الأحمر من جهته …»: unknown definite words before «for his part» are the subject."""
    if cue.end in page.mentions or not page.fold(cue.end).startswith("ال"):
        return None
    for i in range(cue.end + 1, min(stop, cue.end + _TITLE + 2)):
        if page.fold(i) in _IN_TURN or (page.fold(i) == "من" and page.fold(i + 1) in SIDES):
            return Phrase(cue.end, i, Head.SOURCE)
        if page.is_mark(i) or page.tokens[i].verb() is not None or page.within(i, "prepositions"):
            return None
    return None


def nearest_before(page: Page, start: int, at: int) -> Phrase | None:
    """The last free mention before a word: whose doing «بالإعلان عن» or «بعد إعرابه» is."""
    for i in range(at - 1, start - 1, -1):
        pin = page.mentions.get(i)
        if pin is not None and is_free(page, pin):
            return find_subject(page, i, at) or Phrase(i, pin.end, Head.MENTION, pin)
    return None


#: «في أول رد فعل لفلان»: whose words the sentence is to tell.
_REACTIONS = frozenset("رد فعل تعليق تصريح ظهور كلمه خطاب موقف مقابله حديث تغريده بيان".split())
_FIRST = 4


def reacting(page: Page, start: int, at: int, reading: Analysis) -> Phrase | None:
    """«وفي أول رد فعل لفلان، قال»: the owner of the reaction a sentence begins with."""
    if page.fold(start) not in ("في", "وفي") or not page.is_comma(at - 1):
        return None
    near = range(start + 1, min(at, start + 2 + _FIRST))
    text = next((i for i in reversed(near) if page.fold(i) in _REACTIONS), None)
    pin = page.mentions.get(text + 1) if text is not None else None
    fits = pin is not None and page.fold(pin.start)[:1] == "ل" and page.attached(pin) and agrees(pin, reading)
    return Phrase(pin.start, pin.end, Head.MENTION, pin) if pin is not None and fits else None


def just_before(page: Page, cue: Cue, start: int) -> Phrase | None:
    """«موسكو أبلغت تل أبيب بأن»: the mention the verb follows at once, which it agrees with."""
    if cue.reading.prefixes or page.within(cue.at - 1, "relatives") or page.fold(cue.end) in IN_IT:
        return None
    pins = (page.mentions[i] for i in range(max(start, cue.at - 8), cue.at) if i in page.mentions)
    pin = next((p for p in pins if p.end == cue.at and is_free(page, p) and agrees(p, cue.reading)), None)
    if pin is None and page.is_end(cue.at - 2):
        pin = page.surnamed(cue.at - 1)
    return Phrase(pin.start, pin.end, Head.MENTION, pin) if pin else None


def text_before(page: Page, cue: Cue) -> Phrase | None:
    """«في كتاب جديد يقول إن», «رسالة تفيد بأن»: whose text the verb in the present describes."""
    last = cue.at - 1
    at_once = is_complement(page, cue.end) or is_complement(page, cue.end + 1)
    if cue.reading.aspect != "i" or cue.reading.prefixes or not at_once or last in page.mentions:
        return None
    for i in (last, last - 1):
        head = page.fold(i).removesuffix("ا")
        if head in page.speech.lists["texts"]:
            fits = (cue.reading.gender == "f") == head.endswith("ه")
            owned = i < last and page.fold(last).startswith("ال")  # «كتاب الوزير يقول»
            return Phrase(i, cue.at, Head.SOURCE) if fits and not owned else None
    return None


def right_after(page: Page, cue: Cue, mark: int) -> Phrase | None:
    """The mention right after the verb, even one whose gender is on record as another."""
    pin = page.mentions.get(cue.end)
    if pin is None or pin.end > mark or page.attached(pin):
        return None
    return find_subject(page, cue.end, mark)


def adjoins(page: Page, phrase: Phrase, at: int) -> bool:
    """Whether only adverbs, dates, brackets and commas stand between a subject and its verb."""
    if at - phrase.end >= _FAR:
        return False
    return _is_apposed(page, phrase.end, at) or find_subject(page, phrase.end, at) is None


def _is_apposed(page: Page, start: int, at: int) -> bool:
    """«فلان، رئيس البرلمان المنتخب، أعلن»: all between the commas is who he is."""
    stop = at - 1 - (page.fold(at - 1) in ("قد", "وقد"))
    title = page.is_comma(start) and page.is_comma(stop) and stop > start + 1
    known = any(page.within(start + 1, name) for name in ("titles", "person_heads", "institution_heads"))
    told = any(page.tokens[i].verb() and i not in page.mentions for i in range(start + 2, stop))
    return title and known and not told


def media_between(page: Page, cue: Cue, mark: int, subject: Phrase | None) -> tuple[Phrase, ...]:
    """Media spoken to or quoted between verb and content: «لـ(رويترز)», «أبلغ مصدر بلومبيرغ»."""
    pins = (page.mentions[i] for i in range(cue.end, mark) if i in page.mentions)
    told = cue.lemma in page.speech.lists["telling"]
    return tuple(
        Phrase(pin.start, pin.end, Head.MENTION, pin)
        for pin in pins
        if page.media(pin)
        and not (subject and subject.start <= pin.start < subject.end)
        and (told or page.oblique(pin) or attached(page, pin.start - 1) or _is_carried(page, cue, pin))
    )


def _is_carried(page: Page, cue: Cue, pin: MentionPin) -> bool:
    """«تصريحات نقلتها وكالة إنترفاكس»: the medium is the subject of a verb with an object pronoun."""
    before = next(
        (j for j in range(pin.start - 1, cue.end, -1) if not page.within(j, "medium_heads")), cue.at
    )
    return any(r.pos == "verb" and r.suffix for r in page.tokens[before].analyses)


def _heads_clause(page: Page, i: int, start: int) -> bool:
    return (
        i == start
        or page.within(i - 1, "particles")
        or page.is_mark(i - 1)
        or bool(page.tokens[i - 1].verb())
    )


def _is_speaker(page: Page, i: int, reading: Analysis) -> bool:
    """A noun of our lists for people, bodies and sources, of the gender of the verb."""
    word, lists = page.fold(i), page.speech.lists
    if word in lists["medium_heads"] and i + 1 in page.opened:
        return True  # «موقع "…" الإخباري ذكر أن»
    if is_people(word) or (reading.number == "d" and word.startswith("ال") and word.endswith("ان")):
        return True  # «ونشر مسلحون صورا قالوا إنها», «اتفق الوزيران على قمة، وشددا على»
    if word in lists["multitudes"] and page.fold(i + 1).startswith("ال"):
        return True  # «وخرج آلاف المتظاهرين … مطالبين بـ»
    if word in lists["source_heads"] or word.removesuffix("ا") in lists["source_heads"]:
        return True
    body = word in lists["institution_heads"] and not page.tokens[i].verb()
    body = body or (word in lists["titles"] and not page.is_mark(i + 1))
    if not body and not (
        word.startswith("ال")
        and any(word in lists[n] for n in ("person_heads", "institution_heads", "medium_heads"))
    ):
        return False
    return reading.gender is None or (reading.gender == "f") == word.endswith(("ه", "ات"))
