"""Where the words that name a speaker end, and which mention in them identifies the speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.records import ActorKind, MentionHow
from app.ingest.speech.apposition import person_apposed
from app.ingest.speech.belonging import first_mention, is_served, kin_of, of_person
from app.ingest.speech.ends import before_deed, body_end, definite_end, document_end, past_definite, title_end
from app.ingest.speech.heads import ON_BEHALF, Head, Phrase
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.prepositions import addressed, attached, has_pronoun, of_nation

#: «الوزيران», «المجتمعون», «الجانبين»
_PLURAL_TITLE = re.compile(r"ال\w{3,}(?:ان|ون|ين)")


#: Words that name a speaker, or a body no table lists, are no more than these.
_LONGEST, _TITLE = 40, 5


def whole_phrase(page: Page, start: int, end: int) -> Phrase:
    """The phrase that begins at ``start``, with its apposition, and its identifying mention."""
    if (known := _by_first_words(page, start, end)) is not None:
        return known
    pin = page.mentions.get(start)
    if pin is not None and (named := _namesake(page, pin, end)) is not None:
        return Phrase(start, named.end, Head.MENTION, named)
    if pin is not None and not _is_human(pin) and not _stands_for_owner(page, start):
        pin = _named_medium(page, pin)
        return Phrase(start, pin.end, Head.MENTION, pin)
    if pin is None and (named := page.surnamed(start)) is not None and named.end <= end:
        return Phrase(start, named.end, Head.MENTION, named)
    stop = _phrase_end(page, start, end)
    if pin is not None and _is_cut_short(page, pin, stop):
        pin = None
    if pin is None and (patron := of_person(page, start, stop)) is not None:
        return patron
    # Not whom an unnamed source is said to be close to.
    unnamed = pin is not None and pin.actor.kind is ActorKind.SOURCE
    first, last = (pin.end, before_deed(page, pin.end, stop)) if pin and unnamed else (start, stop)
    person = _person(page, first, last)
    if person is None and stop < end:
        person = person_apposed(page, stop, end)
        stop = person.end if person else stop
    if person is not None:
        return Phrase(start, person.end, Head.MENTION, person)
    if pin is not None and not _stands_for_owner(page, start):
        return Phrase(start, pin.end, Head.MENTION, pin)
    return _by_noun(page, start + 1 if page.fold(start) in _SAME else start, stop)


def _is_cut_short(page: Page, pin: MentionPin, stop: int) -> bool:
    """«مساعد قائد القوة البحرية», «قائد آخر»: of an unnamed source its noun alone was read."""
    bare = pin.actor.kind is ActorKind.SOURCE and pin.end == pin.start + 1 < stop
    if not bare or page.is_mark(pin.end) or page.tokens[pin.end].verb() is not None:
        return False
    return not any(page.within(pin.end, name) for name in ("prepositions", "adverbs", "relatives"))


def _namesake(page: Page, pin: MentionPin, end: int) -> MentionPin | None:
    """«وقال الحوثي»: the man the article gave his full name, not the group called after his family."""
    groups = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
    named = page.surnamed(pin.start) if pin.actor.kind in groups and pin.end == pin.start + 1 else None
    return named if named is not None and named.end == pin.end <= end else None


def _by_first_words(page: Page, start: int, end: int) -> Phrase | None:
    """A title read together with its name, a spokesman, kin, or «كل من فرنسا وألمانيا»; else None."""
    titled = page.titled.get(start)
    if _is_some_spokesman(page, start):
        return Phrase(start, _patron_end(page, start, end), Head.SOURCE)
    if titled is not None and titled.end <= end:
        return Phrase(start, titled.end, Head.MENTION, titled)
    pin = page.mentions.get(start)
    if pin is None and page.within(start, "honours") and start + 1 < end:
        return replace(whole_phrase(page, start + 1, end), start=start)  # «معالي وزير الخارجية»
    if pin is not None and pin.actor.kind is ActorKind.COUNTRY and page.within(start, "several"):
        return Phrase(start, pin.end, Head.SOURCE)  # «وزراء خارجية فرنسا وألمانيا»
    if page.fold(start) in ("كل", "كلا") and page.fold(start + 1) == "من" and start + 2 < end:
        return whole_phrase(page, start + 2, end)
    return kin_of(page, start, end) if page.within(start, "kin") and start not in page.mentions else None


#: Nominative plurals of people right after their verb: «مسلحون», «المتظاهرون», «مشرعون», «لاجئون».
_PEOPLE = re.compile(r"م\w{2,}ون|\w{2,}يون")
_NO_PEOPLE = frozenset("مليون مضمون مخزون تلفزيون تليفزيون تريليون بليون كاميون مكنون".split())


def is_people(word: str) -> bool:
    """«مسلحون», «متظاهرون»: a folded nominative plural of people, without its article."""
    return _PEOPLE.fullmatch(word) is not None and word not in _NO_PEOPLE and not word.startswith("ال")


def _is_human(pin: MentionPin) -> bool:
    """Whether the words may go on with a name: «وزير الخارجية الروسي، سيرغي لافروف»."""
    return pin.actor.kind in (ActorKind.PERSON, ActorKind.SOURCE) or pin.mention.how is MentionHow.OFFICE


def _stands_for_owner(page: Page, start: int) -> bool:
    """A document speaks for who issued it, a correspondent for the outlet named after him."""
    word, lists = page.fold(start), page.speech.lists
    return word in lists["documents"] or (
        word in lists["correspondent_heads"] and _owner(page, start, start + 4) is not None
    )


#: «ذات البيان», «نفس المصدر»
_SAME = frozenset({"ذات", "نفس"})


def _by_noun(page: Page, start: int, stop: int) -> Phrase:
    """A phrase that no mention names, by its first noun."""
    lists, head = page.speech.lists, page.fold(start)
    owner = _owner(page, start, stop)
    if owner is not None:
        return Phrase(start, owner.end, Head.MENTION, owner)
    if (medium := _medium_in_marks(page, start, stop)) is not None:
        return medium
    alone = head in lists["excellencies"] or head in lists["latter"]
    stop = start + 1 if alone else stop
    if head in lists["document_heads"] and not _is_deed(page, start):
        issuer = _issuer(page, start, stop)
        return (
            whole_phrase(page, issuer, stop)
            if issuer
            else Phrase(start, document_end(page, start, stop), Head.TITLE)
        )
    if head in lists["multitudes"] and page.fold(start + 1).startswith("ال"):
        ends = (i for i in range(start + 2, stop) if i in page.mentions or page.within(i, "prepositions"))
        end = next(ends, stop)
        return Phrase(start, end, Head.SOURCE)  # «عشرات الجمعيات», before whom they call upon
    many = is_people(head)
    sources = lists["source_heads"]
    if many or head in sources or head.removesuffix("ا") in sources or head in lists["person_heads"]:
        title = not many and head in lists["person_heads"] and head not in sources
        return Phrase(start, stop, Head.TITLE if title else Head.SOURCE)
    if _PLURAL_TITLE.fullmatch(head) or alone:
        return Phrase(start, title_end(page, start, stop), Head.TITLE)
    if head in lists["institution_heads"]:
        end = stop if _fills(page, start, stop) else definite_end(page, start, stop)
        return Phrase(start, end, Head.TITLE)
    return Phrase(start, stop, Head.UNKNOWN)


def _medium_in_marks(page: Page, start: int, stop: int) -> Phrase | None:
    """«موقع "…"»: a medium of no table, by its name."""
    named = page.opened.get(start + 1)
    if named is None or named.spoken or named.end > stop or not page.within(start, "medium_heads"):
        return None
    return Phrase(start, named.end, Head.SOURCE)


def _issuer(page: Page, start: int, stop: int) -> int | None:
    """Where whoever issued a document is named: «بيان الوزارة», «بيان صادر عن الجيش»."""
    if start + 1 < stop and page.within(start + 1, "institution_heads"):
        return start + 1
    if not page.within(start + 1, "issued"):
        return None
    return start + 3 if page.fold(start + 2) == "عن" else start + 2


def _is_deed(page: Page, i: int) -> bool:
    """«تحقيق تقدم»: a verbal noun with its object, not an inquiry."""
    deed = any(r.pos == "verbal_noun" and not r.prefixes for r in page.tokens[i].analyses)
    after = {r.pos for r in page.tokens[i + 1].analyses} if i + 1 < len(page.tokens) else {"verb"}
    told = after == {"verb"} or page.is_mark(i + 1) or page.within(i + 1, "issued")
    return deed and not told


def _owner(page: Page, start: int, stop: int) -> MentionPin | None:
    """Who speaks through a document, a correspondent, a press office or an outlet named after its kind."""
    lists, head = page.speech.lists, page.fold(start)
    if head in lists["document_heads"] and not head.startswith("ال"):
        return _whose_text(page, start, stop)
    if head in lists["correspondent_heads"]:
        pin = first_mention(page, start + 1, min(stop, start + 3))
        return pin if pin is not None and page.media(pin) else None
    if head in lists["press_offices"] and page.fold(start + 1) in lists["press_words"]:
        return first_mention(page, start + 2, min(stop, start + 6))
    if head in lists["medium_heads"] or head in lists["name_heads"]:
        return first_mention(page, start, min(stop, past_definite(page, start + 1) + 1))
    return None


#: «تقرير أرسل إلى المجلس», «دراسة عن المدينة»: neither is whose text it is.
_TO_OR_ABOUT = frozenset("الي عن علي في حول بشان ضد بعد قبل عبر امام".split())


def _whose_text(page: Page, start: int, stop: int) -> MentionPin | None:
    """«بيان الوزارة», «تقرير صادر عن الجيش»."""
    pin = first_mention(page, start + 1, min(stop, start + 4))
    if pin is None or (page.fold(pin.start - 1) in _TO_OR_ABOUT and not page.within(pin.start - 2, "issued")):
        return None
    return pin


def _fills(page: Page, start: int, stop: int) -> bool:
    """«حكومة أرخبيل كذا أعلنت»: all words up to the verb or its «أن» are the body's name."""
    if page.fold(start).startswith("ال") or not 1 < stop - start <= _TITLE or stop >= len(page.tokens):
        return False
    closed = page.tokens[stop].verb() is not None or page.fold(stop) in ("ان", "بان", "انه", "انها", "بانها")
    return closed and body_end(page, start, stop) == stop


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
    i, end = start, min(end, start + _LONGEST)
    while i < end and (i == start or not _ends_phrase(page, i)):
        pin = page.mentions.get(i)
        i = pin.end if pin else i + 1
    return min(i, end)


def _ends_phrase(page: Page, i: int) -> bool:
    if page.is_mark(i):
        opens = page.fold(i) == "(" and not _medium_in(page, i + 1)
        return opens or page.is_comma(i) or page.fold(i) in (":", "-")
    if i in page.dates or page.fold(i) == "ل" or addressed(page, i):
        return True
    if page.fold(i)[:1] == "ب" and page.fold(i)[1:] in page.speech.lists["texts"]:
        return True  # «بعث الأمير ببرقية عبر فيها»
    if (page.fold(i) == "ما" and i not in page.mentions) or has_pronoun(page, i):
        return True  # «المجلس ما وصفه بـ», «الوزير عليهم»
    if page.within(i, "calling_on"):
        return True  # «وهتف كثيرون مطالبين بـ»
    if page.fold(i) == "في" and page.within(i + 1, "texts"):
        return True  # «رئيس البلدية في بيان»
    return any(page.within(i, name) for name in ("relatives", "asides", "adverbs", "circumstances"))


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
        if (
            named
            and i > start
            and not page.oblique(pin)
            and not page.governed_title(pin)
            and not is_served(page, pin, start)
            and not attached(page, i - 1)
            and not of_nation(page, i - 1)
            and page.fold(i - 1) not in ON_BEHALF
            and pin.actor.slug not in office_of
        ):
            return pin
        if not named:
            office_of.add(pin.actor.slug)
    return None


def _is_some_spokesman(page: Page, start: int) -> bool:
    """«متحدث باسم الرئيس فلان»: the name is the president's; «المتحدث باسم الرئاسة فلان» has his own."""
    return page.fold(start + 1) == "باسم" and not page.fold(start).startswith(("ال", "وال"))


def _patron_end(page: Page, start: int, end: int) -> int:
    """The end of «متحدث باسم الرئيس الروسي فلان»: of the name, else of the definite words."""
    stop = _phrase_end(page, start, end)
    named = next((pin for i in range(start + 2, stop) if (pin := page.mentions.get(i))), None)
    return min(stop, named.end) if named else definite_end(page, start + 1, stop)


def _later_name(page: Page, start: int, end: int) -> MentionPin | None:
    pin = page.mentions.get(start)
    named = pin is not None and pin.end <= end and pin.actor.kind is ActorKind.PERSON
    return pin if named else None
