"""Content as a noun phrase: «نفى المتحدث وجود لقاءات», «أكد أهمية الحوار»."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Modality
from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.anew import IN_IT, starts_anew
from app.ingest.speech.asides import as_left
from app.ingest.speech.complete import complete
from app.ingest.speech.content import BY_THE_WAY, Opening
from app.ingest.speech.cues import Cue
from app.ingest.speech.ends import body_end, definite_end, indefinite_end
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.subjects import adjoins, in_turn, just_before, subject_before, teller

_HIMSELF = frozenset({"نفسه", "نفسها"})
#: A name has fewer words.
_NAME = 5
#: «أعلنت … المسؤولية عن الهجوم»
_RESPONSIBILITY = frozenset({"المسووليه", "المسؤوليه", "المسييوليه", "المسئوليه"})
#: … and between «اعتبر» and what something is taken for.
_VERDICT = 20
_TAKEN_FOR = frozenset({"غير", "بمثابه", "مجرد", "جزءا", "امرا"})
_PRONOUNS = ("ها", "هما", "هم", "ه")
#: How many words may stand between «أعلنت» and «مسؤوليتها».
_OWNED = 20


def read_object(scene: Scene) -> Said | None:
    """The saying whose content is the object of its verb."""
    page, cue = scene.page, scene.cue
    if page.fold(cue.at - 1) in page.speech.lists["relatives"] or cue.reading.suffix:
        return None
    if cue.verb.past_only and cue.reading.aspect != "p":
        return None
    stop = object_end(scene)
    words = (page.bare(i).removeprefix("ال") for i in range(cue.end, stop))
    if cue.verb.needs and not any(word.startswith(cue.verb.needs) for word in words):
        return None
    if cue.lemma == "اعتبر" and not _is_verdict(scene, stop):
        return None
    return _read_himself(scene) or _read_owned(scene, stop) or _read_thing(scene, stop)


def _read_himself(scene: Scene) -> Said | None:
    """«أعلن نفسه رئيسا»: what somebody declares himself to be."""
    page, cue = scene.page, scene.cue
    at = next((i for i in range(cue.end, cue.end + 4) if page.fold(i) in _HIMSELF), None)
    if cue.lemma != "اعلن" or at is None or at + 1 >= scene.end or page.is_mark(at - 1):
        return None
    subject = find_subject(page, cue.end, at, cue.reading) if at > cue.end else None
    if at > cue.end and (subject is None or subject.pin is None or subject.end != at):
        return None
    return complete(scene, Opening(at, at, "object"), subject)


def _is_verdict(scene: Scene, stop: int) -> bool:
    """«اعتبر بقاء القوات استمرارا للغزو», «اعتبرت الخطوة "متسرعة"»: what it takes the thing for."""
    page = scene.page
    words = range(scene.cue.end + 2, min(stop, scene.cue.end + _VERDICT))
    return any(
        i in page.opened
        or page.fold(i) in _TAKEN_FOR
        or page.tokens[i].span.text.endswith(("اً", "ًا"))
        or (page.fold(i).endswith("ا") and len(page.fold(i)) > 4)
        for i in words
        if i not in page.mentions and not page.within(i, "adverbs") and not page.fold(i).startswith("ال")
    )


def _read_thing(scene: Scene, stop: int) -> Said | None:
    """The object stands after the subject, or is a thing that can be none."""
    page, cue = scene.page, scene.cue
    subject = _object_subject(scene, stop)
    if subject is None and page.fold(cue.end) in IN_IT:
        subject = teller(page, cue, scene.start)
    joined = "و" in cue.reading.prefixes or page.within(cue.at - 1, "subordinate")
    own = joined and _is_matter(page, cue)  # «وأكدتا التزامهما», «حين أعلن اعترافه بالقدس»
    called = joined and bool(scene.found) and cue.lemma in ("وصف", "نعت")  # «ووصف الأوضاع بـ"الكارثة"»
    told_in = page.fold(cue.end) in IN_IT or _goes_on(scene) or own or called  # «اتصالا أكد خلاله دعم …»
    if subject is None and cue.at - scene.start > 1 and not told_in and not _has_subject_before(scene):
        return None
    behind = subject is not None and subject.end > cue.at
    after = _past_partners(page, subject.end, stop) if subject and behind else cue.end
    thing = find_subject(page, after, stop) or _owned_after(scene, after, stop)
    thing = thing or _deed_after(page, after, stop)
    if thing is None or _is_outside(scene, thing):
        return None
    named = subject is not None and subject.pin is not None and page.fold(thing.start).startswith("ال")
    if stop - thing.start < (1 if named else 2):  # «أدان الوزير الهجوم.»
        return None
    if subject is None and page.fold(cue.end) not in IN_IT and not _is_thing(page, thing.start):
        return None
    kinds = {r.pos for r in page.tokens[thing.start].analyses}
    if "verb" in kinds and "verbal_noun" not in kinds and not page.within(thing.start, "deeds"):
        return None
    start = thing.start
    if subject is not None and subject.pin is None and behind:
        start = _past_name(page, start, stop)
        subject = replace(subject, end=max(subject.end, start)) if start > thing.start else subject
    return complete(scene, Opening(start, start, "object"), subject)


def _past_name(page: Page, at: int, stop: int) -> int:
    """«المفوض في المنطقة سوم داه فقدان …»: past the unknown words of a name, up to the deed told."""
    if page.within(at, "matters"):
        return at
    for i in range(at, min(stop, at + _NAME)):
        token = page.tokens[i]
        if i > at and any(r.pos == "verbal_noun" and not r.prefixes for r in token.analyses):
            return i
        if token.analyses or not token.is_word or page.fold(i).startswith("ال") or i in page.mentions:
            break
    return at


def _read_owned(scene: Scene, stop: int) -> Said | None:
    """«وأعلنت حركة …، وهي …، مسؤوليتها عن الهجوم»: what stands before «its …» is the unknown subject."""
    page, cue = scene.page, scene.cue
    gender = {"m": ("ه", "هم", "هما"), "f": ("ها", "هم", "هما")}.get(cue.reading.gender or "", ())
    at = next(
        (i for i in range(cue.end + 1, min(stop, cue.end + _OWNED)) if _is_owned(page, i, gender)), None
    )
    apart = at is not None and any(page.is_comma(i) for i in range(cue.end, at))
    if at is None or (cue.end in page.mentions and not apart) or page.quoted[at]:
        return None
    subject = find_subject(page, cue.end, at)
    if subject is None or subject.start != cue.end or subject.head is Head.TITLE:
        return None
    if subject.pin is None:
        subject = replace(subject, head=Head.SOURCE, end=min(subject.end, body_end(page, subject.start, at)))
    return scene.said(Opening(at, at, "object"), "verb.object", subject)


def _owned_after(scene: Scene, after: int, stop: int) -> Phrase | None:
    """«أعلنت الرئاسة في بيان رسمي اتهامها»: something of their own after where it was told."""
    page = scene.page
    at = next((i for i in range(after, min(stop, after + _OWNED)) if _is_owned(page, i, _PRONOUNS)), None)
    return None if at is None or page.quoted[at] else Phrase(at, stop, Head.UNKNOWN)


def _deed_after(page: Page, after: int, stop: int) -> Phrase | None:
    """«أعلن الوزير في مؤتمر صحفي قطع العلاقات»: the deed after the text in which it was told."""
    near = range(after, min(stop, after + _NAME))
    at = next((i for i in near if page.fold(i) == "في" and page.within(i + 1, "texts")), None)
    if at is None:
        return None
    i = at + 2
    while i < stop and (
        page.fold(i).endswith(("ي", "يه", "زه", "ره", "ضب", "ضبه", "شترك")) or i in page.dates
    ):
        i = page.dates[i].end if i in page.dates else i + 1
    deed = i < stop and page.tokens[i].is_verbal_noun and not page.fold(i).startswith("ال")
    return Phrase(i, stop, Head.UNKNOWN) if deed else None


def _is_matter(page: Page, cue: Cue) -> bool:
    """What somebody declares or hopes for, right after the verb: «التزامهما», «ضرورة الحوار»."""
    i = _past_day(page, cue.end)
    deed = i < len(page.tokens) and page.tokens[i].is_verbal_noun
    hoped = deed and cue.verb.modality is Modality.EXPECTED
    return hoped or _is_owned(page, i, _PRONOUNS) or page.within(i, "weighty")


def _past_day(page: Page, i: int) -> int:
    """«أعلن في السادس من ديسمبر اعترافه», «أعلنت الأحد انسحابها»."""
    date = page.dates.get(i) or (page.dates.get(i + 1) if page.fold(i) == "في" else None)
    return date.end if date is not None else i


def _is_owned(page: Page, i: int, endings: tuple[str, ...]) -> bool:
    """«مسؤوليتها», «انسحابه», not after a preposition."""
    word, owned = page.fold(i), page.speech.lists["owned"]
    if word in _RESPONSIBILITY and page.fold(i + 1) == "عن":
        return not page.within(i - 1, "prepositions")
    stem = next((word.removesuffix(e) for e in endings if word.endswith(e)), "")
    own = stem.removesuffix("ت") in owned or stem.removesuffix("تي") in owned
    return own and not page.within(i - 1, "prepositions")


def _is_outside(scene: Scene, thing: Phrase) -> bool:
    """A relative clause, or what follows an aside: «وتصدت الدفاعات، كما أعلن الجيش، لعشرة صواريخ»."""
    page = scene.page
    past = as_left(page, scene.cue) is not None and page.is_comma(thing.start - 1)
    return past or page.within(thing.start, "relatives") or page.fold(thing.start) in BY_THE_WAY


def _goes_on(scene: Scene) -> bool:
    """«أكدت الكويت حرصها على …، وجددت دعمها»: joined to a saying whose content holds no clause."""
    joined = scene.cue.reading.prefixes[:1] == ("و",)
    return joined and bool(scene.found) and scene.found[-1].how in ("object", "phrase")


def _past_partners(page: Page, i: int, stop: int) -> int:
    """Past «وفرنسا وعدد من الدول» after a subject: what is joined to it by و."""
    while i < stop and page.fold(i).startswith("و") and (i in page.mentions or page.within(i, "quantities")):
        pin = page.mentions.get(i)
        i = pin.end if pin else i + 1
        if pin is None and page.fold(i) == "من":
            i = definite_end(page, i + 1, stop)
            i = i + 2 if page.fold(i) == "في" else i
    return i


def _is_thing(page: Page, i: int) -> bool:
    """Whether the noun after a subjectless verb is its object: a deed or matter, not somebody unknown."""
    word, token = page.fold(i), page.tokens[i]
    if word.startswith("ال") or i in page.mentions or page.within(i, "matters"):
        return True
    owned = len(word) > 4 and word.endswith(("ه", "ها", "هم", "هما")) and not token.span.text.endswith("ة")
    return owned or token.is_verbal_noun


def _object_subject(scene: Scene, stop: int) -> Phrase | None:
    """The subject before an object: known, or a definite title that ends where its object begins."""
    page, cue = scene.page, scene.cue
    if (before := just_before(page, cue, scene.start)) is not None:
        return before
    subject = find_subject(page, cue.end, stop, cue.reading)
    if subject is None or subject.head is Head.UNKNOWN or subject.start > cue.end + 8:
        return in_turn(page, cue, stop)
    if subject.head is Head.TITLE:
        return replace(subject, end=definite_end(page, subject.start, subject.end))
    if subject.head is Head.SOURCE:
        return replace(subject, end=indefinite_end(page, subject.start, subject.end))
    return subject


def _has_subject_before(scene: Scene) -> bool:
    """«وكانت الوزارة أعلنت إحباط …»."""
    page, cue = scene.page, scene.cue
    before = None if cue.reading.prefixes else subject_before(page, scene.start, cue.at, cue.reading)
    return before is not None and adjoins(page, before, cue.at)


def object_end(scene: Scene) -> int:
    """The end of the sentence or the next coordinated saying."""
    page, cue = scene.page, scene.cue
    ends = (i for i in range(cue.end + 1, scene.end) if page.is_end(i) or starts_anew(page, i))
    return next(ends, scene.end)
