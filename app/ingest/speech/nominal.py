"""Acts of saying expressed by participles, verbal nouns and relaying verbs."""

from __future__ import annotations

from dataclasses import replace

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.asides import as_left, aside_end
from app.ingest.speech.content import Opening, find_opening, trimmed
from app.ingest.speech.cues import Cue, is_complement, is_relayed, is_speech_verb
from app.ingest.speech.heads import Head
from app.ingest.speech.naming import whole_phrase
from app.ingest.speech.objects import object_end
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.phrase import find_subject, past_aside
from app.ingest.speech.subjects import media_between, nearest_before, subject_before
from app.ingest.speech.verbs import read_backward

_PARTICIPLE_REACH = 20
_LINK_REACH = 25
_SOURCE_REACH = 40
_TITLE = 8
_ASIDES = 6
#: Fewer words before or after an aside are no content.
_SHORTEST = 3


def read_participle(scene: Scene) -> Said | None:
    """«مضيفا أن», «مشيرة إلى أن», «مؤكدا أهمية …»: the speaker of the clause goes on."""
    page, cue = scene.page, scene.cue
    opening = find_opening(page, cue, scene.end) or _participle_object(scene)
    if opening is None or opening.mark > cue.end + _PARTICIPLE_REACH:
        return None
    if any(is_speech_verb(page, i) for i in range(cue.end, opening.mark)):
        return None
    if _is_predicate(scene):
        return None
    adjective = page.fold(cue.at).endswith("ه") and not page.is_comma(cue.at - 1)
    if adjective and (opening.mark > cue.end + 1 or _qualifies(page, cue, opening)):
        return None
    return replace(
        scene.said(opening, f"participle.{opening.how}"),
        fallback=subject_before(page, scene.start, cue.at, cue.reading),
        relays=media_between(page, cue, opening.mark, None),
        clause=cue.at,
        same_speaker=True,
    )


def _qualifies(page: Page, cue: Cue, opening: Opening) -> bool:
    """«حراسة مشددة على», «الناقلة متهمة بنقل»: said of the noun before it, not by anybody."""
    if opening.how != "phrase":
        return False
    accused = cue.lemma == "اتهم" and opening.start == cue.end
    before = page.fold(cue.at - 1)
    noun = before.endswith(("ه", "ات")) and cue.at - 1 not in page.mentioned and not before.startswith("ال")
    return accused or (noun and page.mentioned.get(cue.at) is None)


def _is_predicate(scene: Scene) -> bool:
    """«ما زال الوزير مصرا على الحل»: what somebody still is, not what he says beside another deed."""
    page, cue = scene.page, scene.cue
    if page.is_comma(cue.at - 1):
        return False
    for i in range(cue.at - 1, max(scene.clause, cue.at - _TITLE) - 1, -1):
        if page.is_mark(i) or page.within(i, "relatives"):
            return False
        if page.within(i, "lasting"):
            return True
        if page.tokens[i].verb() is not None and i not in page.mentions:
            return False
    return False


def _participle_object(scene: Scene) -> Opening | None:
    page, cue = scene.page, scene.cue
    adjective = page.fold(cue.at).endswith("ه") and not page.is_comma(cue.at - 1)
    if not cue.verb.object or adjective or page.is_mark(cue.end):
        return None
    start = past_aside(page, cue.end)
    words = (page.bare(i).removeprefix("ال") for i in range(cue.end, object_end(scene)))
    if cue.verb.needs and not any(word.startswith(cue.verb.needs) for word in words):
        return None
    if object_end(scene) - start < 2 or page.within(start, "prepositions"):
        return None
    return Opening(start, start, "object")


def read_relay(scene: Scene) -> Said | None:
    """«نقلت رويترز عن مصدر قوله إن», «نسبت … إلى … قولها», «نُقل عن … أن»."""
    page, cue, end = scene.page, scene.cue, scene.end
    if (left := as_left(page, cue)) is not None:
        return _read_as_relayed(scene, left) or read_backward(scene)
    link = _link(page, cue, end)
    if link is None:
        return _read_of_him(scene) or _read_first_hand(scene)
    told = next((i for i in range(link + 1, min(end, link + _SOURCE_REACH)) if is_relayed(page, i)), None)
    opening = find_opening(page, replace(cue, end=(told or link) + 1), end)
    if opening is None or opening.how not in ("clause", "quote", "colon"):
        return None
    source = find_subject(page, link + 1, told or opening.mark)
    if source is None:
        return None
    if source.head is Head.UNKNOWN and source.end - source.start <= 8:
        source = replace(source, head=Head.SOURCE)
    medium = find_subject(page, cue.end, link, cue.reading)
    said = scene.said(opening, "relay" if medium or cue.reading.voice != "p" else "relay.passive", source)
    verb = (told, told + 1) if told else said.verb
    return replace(said, verb=verb, relays=(medium,) if medium and medium.pin else ())


def _link(page: Page, cue: Cue, end: int) -> int | None:
    """Where the source of a relay is given; not the «صادر عن» of a document that relays."""
    word = page.speech.relay[cue.lemma]
    near = range(cue.end, min(end, cue.end + _LINK_REACH))
    at = next((i for i in near if page.fold(i) == word and not page.within(i - 1, "issued")), None)
    tongue = next((i for i in near if page.fold(i) == "لسان" and page.fold(i - 1) == "علي"), None)
    return tongue if at is None else at


def _read_as_relayed(scene: Scene, left: int) -> Said | None:
    """«بحسب ما نقلت الشبكة عن مسؤولين، فإن …»: whoever the medium has it from speaks."""
    page, cue = scene.page, scene.cue
    stop = aside_end(page, cue.end, scene.end)
    word = page.speech.relay[cue.lemma]
    link = next((i for i in range(cue.end, min(stop, cue.end + _LINK_REACH)) if page.fold(i) == word), None)
    if link is not None and left - scene.start <= 1:
        stop = next((i for i in range(link + 2, stop) if page.is_comma(i)), stop)
    source = find_subject(page, link + 1, stop) if link is not None else None
    medium = find_subject(page, cue.end, link, cue.reading) if link is not None else None
    if source is None or source.head is Head.UNKNOWN:
        return None
    if left - scene.start <= 1 and scene.end - stop > _SHORTEST:
        at = stop + 1 + is_complement(page, stop + 1)
        said = scene.said(Opening(left, at, "after"), "relay.before", source)
    elif left - scene.clause > _SHORTEST and not scene.found:
        end = trimmed(page, scene.clause, left)
        said = scene.said_before(scene.clause, end, left, "relay.after", source)
    else:
        return None
    return replace(said, relays=(medium,) if medium and medium.pin else ())


#: «نقلت عنه القول», by the gender of whom it takes up.
_OF_HIM = {"عنه": "m", "عنها": "f"}


def _read_of_him(scene: Scene) -> Said | None:
    """«ونقلت الوكالة عنه قوله إن»: whoever spoke before, through the medium."""
    page, cue = scene.page, scene.cue
    near = range(cue.end, min(scene.end, cue.end + _LINK_REACH))
    at = next((i for i in near if page.fold(i) in _OF_HIM), None)
    if at is None or not is_relayed(page, at + 1):
        return None
    opening = find_opening(page, replace(cue, end=at + 2), scene.end)
    if opening is None or opening.how not in ("clause", "quote", "colon"):
        return None
    medium = find_subject(page, cue.end, at, cue.reading)
    reading = replace(cue.reading, gender=_OF_HIM[page.fold(at)], number="s")
    said = replace(scene, cue=replace(cue, reading=reading)).said(opening, "relay")
    return replace(said, verb=(at + 1, at + 2), relays=(medium,) if medium and medium.pin else ())


def _read_first_hand(scene: Scene) -> Said | None:
    """«نقل مراسل الوكالة أنه سمع انفجارا»: a medium or its man tells what it saw."""
    page, cue = scene.page, scene.cue
    opening = find_opening(page, cue, scene.end)
    if opening is None or opening.how != "clause" or cue.reading.voice == "p" or cue.lemma != "نقل":
        return None
    subject = find_subject(page, cue.end, opening.mark, cue.reading)
    if subject is None or subject.pin is None or not page.media(subject.pin):
        return None
    return scene.said(opening, "verb.clause", subject)


def read_noun(scene: Scene) -> Said | None:
    """«نفي النظام وجود لقاءات», «إعلانها أن», «الإعلان عن», «إعرابه عن القلق»."""
    page, cue = scene.page, scene.cue
    if any(s.verb[0] == cue.at for s in scene.found):
        return None
    opening = _noun_opening(scene)
    if opening is None or _is_done(page, cue):
        return None
    said = replace(scene.said(opening, f"noun.{opening.how}"), clause=cue.at)
    if cue.reading.suffix or "ال" in cue.reading.prefixes:
        before = nearest_before(page, scene.start, cue.at)
        before = before or subject_before(page, scene.start, cue.at, cue.reading)
        return replace(said, fallback=before, same_speaker=True)
    owner = find_subject(page, cue.end, opening.mark)
    return replace(said, subject=owner) if owner is not None and owner.pin is not None else None


def _is_done(page: Page, cue: Cue) -> bool:
    """«لم يتم الإعلان عن», «جاء الإعلان عن»: told as a deed, of nobody."""
    bare = cue.reading.prefixes == ("ال",) and cue.reading.suffix is None
    verb = page.tokens[cue.at - 1].verb() if cue.at else None
    return bare and (verb is not None or page.within(cue.at - 1, "done"))


def _noun_opening(scene: Scene) -> Opening | None:
    """Right after the noun, its pronoun, or the phrase that owns it."""
    page, cue = scene.page, scene.cue
    owner = None if cue.reading.suffix else _owner(page, cue.end)
    at = _past_place(page, cue, owner.end) if owner else cue.end
    if at >= scene.end:
        return None
    if is_complement(page, at):
        return Opening(at, at + 1, "clause")
    calls = cue.lemma in page.speech.lists["charging"] and "ال" not in cue.reading.prefixes
    if page.fold(at) in cue.verb.after and not calls:
        clause = is_complement(page, at + 1)
        return Opening(at, at + 1 + clause, "clause" if clause else "phrase")
    told = cue.reading.suffix or "ب" in cue.reading.prefixes
    if page.fold(at) == ":" and told and at + 1 < scene.end:
        return Opening(at, at + 1, "colon")
    if owner is not None and _is_charged(page, cue, at):
        return Opening(at, at, "phrase")
    word = at in page.opened or not page.is_mark(at)
    told = page.tokens[at].verb() is not None and not page.tokens[at].is_verbal_noun
    thing = word and not page.within(at, "prepositions") and not told
    owned = owner is not None or cue.reading.suffix is not None
    return Opening(at, at, "object") if owned and thing and cue.verb.noun_object else None


def _past_place(page: Page, cue: Cue, at: int) -> int:
    """Past commas, dates and where it was said: «إعلان الرئيس من البيت الأبيض، أمس، عن …»."""
    for _ in range(_ASIDES):
        date, place = page.dates.get(at), page.mentions.get(at + 1)
        if page.fold(at) in ("في", "منذ") and date is None:
            date = page.dates.get(at + 1)
        if page.is_comma(at) or page.within(at, "adverbs"):
            at += 1
        elif date is not None:
            at = date.end
        elif page.fold(at) in ("من", "في") and page.fold(at) not in cue.verb.after:
            at = place.end if place else at + 2
        else:
            break
    return at


def _owner(page: Page, at: int) -> MentionPin | None:
    """Whose saying the noun before ``at`` is: a name, or a title with the name after it."""
    at += 2 * (page.fold(at) == "كل" and page.fold(at + 1) == "من")
    pin, marks = page.mentions.get(at), page.opened.get(at)
    if marks is not None and (inner := page.mentions.get(at + 1)) is not None and inner.end == marks.end - 1:
        return replace(inner, start=marks.start, end=marks.end)  # «إعلان "الوفاق" سيطرتها»
    if pin is not None:
        later = page.mentions.get(pin.end)
        same = later is not None and later.actor.slug == pin.actor.slug
        return later if same else pin
    if not page.within(at, "person_heads"):
        return None
    phrase = whole_phrase(page, at, min(len(page.tokens), at + _TITLE))
    return phrase.pin if phrase.pin is not None and phrase.pin.end <= at + _TITLE else None


def _is_charged(page: Page, cue: Cue, at: int) -> bool:
    """«اتهام أنقرة لدمشق بـ», «دعوة باريس للأطراف إلى»: ل before the other party tells whose saying it is."""
    pin = page.mentions.get(at)
    if cue.lemma in page.speech.lists["threatening"]:
        word = page.fold(at)
        deed = any(r.pos == "verbal_noun" and "ب" in r.prefixes for r in page.tokens[at].analyses)
        return deed or (word.startswith("بال") and at not in page.mentions)
    if cue.lemma not in page.speech.lists["charging"] or pin is None or not page.attached(pin):
        return False
    after = page.fold(pin.end)
    return after in cue.verb.after or ("ب" in cue.verb.after and after.startswith("ب"))
