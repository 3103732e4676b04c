"""Looks around a match: names that look like dates, counts that look like years, tense."""

from __future__ import annotations

import re
from enum import IntEnum

from app.ingest.temporal.rule import Site
from app.languages.ar.prose import tells_past, tells_present
from app.languages.ar.time_cues import time_cues

_CUES = time_cues()
_WORDS = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_BOUNDARY = re.compile(r"[.!؟?\n]")
#: So many words before a date are asked for its tense; an Arabic word with its space has six letters.
_LOOK_BACK = 14
_WORD_LENGTH = 12
#: Between a verb and a date these make the date that of something else.
_NOT_HAPPENED = frozenset(("ان", "الي", "حتي", "عن", "لن", "اجراء", "موعد"))
#: A verb of three letters is surely one after these: «الذي عقد في», not «عقد اجتماع في».
_WHICH = frozenset(("الذي", "التي", "الذين", "وقد", "قد", "والذي", "والتي"))
#: Verbs of what is so nowadays: «السياسة التي أصبحت اليوم».
_BECAME = frozenset("اصبح اصبحت بات باتت صار صارت غدت ظل ظلت اضحي اضحت امست كانت ليس ليست مازالت".split())
#: «كان من المقرر أن»: what was planned may be over by now …
_WAS = frozenset(("كان", "وكان", "كانت", "وكانت"))
#: … unless it is called off, which nobody does afterwards.
_CALLED_OFF = frozenset(
    """الغي الغت الغاء بالغاء ارجا ارجات ارجاء بارجاء ارجئت ارجئ اجل اجلت تاجيل بتاجيل تاجلت تاجل
    علق علقت تعليق قاطع قاطعت يلغي تلغي يرجئ ترجئ يؤجل تؤجل""".split()
)
#: «يأتي ذلك بعد …»: of what the text tells.
_COMES = frozenset(("ياتي", "تاتي"))
#: Between «بعد يومين» and the «من» that says of what: «بعد يومين فقط من».
_ADVERBS = frozenset("فقط فحسب تقريبا تحديدا بالضبط لا اكثر".split())


class Tense(IntEnum):
    """Which way the words before a date look."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


def eponym(site: Site) -> bool:
    """True where the word before makes the date a name."""
    return _before(site) in _CUES.eponyms


def weekday_name(site: Site) -> bool:
    return _before(site) in _CUES.weekday_names or named_after(site) or two_of_them(site)


def named_after(site: Site) -> bool:
    """«الجمعة العظيمة», «أيلول الأسود»."""
    after = site.words_after(1)
    return bool(after and after[0] in _CUES.name_after)


def became(site: Site) -> bool:
    """«غدا واضحا» is "it became clear", unless the words look ahead: «يعقد غدا اجتماعا»."""
    if site.text[site.start : site.end] != "غدا" or tense(site.text, site.start, site.end) > 0:
        return False
    after = _NEXT_WORD.match(site.text, site.end)
    return after is not None and len(after[1]) > 3 and after[1].endswith("ا")


def today_loosely(site: Site) -> bool:
    """«اليوم» as a name of a medium, as "nowadays" or as a day in general."""
    after = site.words_after(1)
    return _before(site) in _CUES.today_names or bool(after and after[0] in _CUES.today_after)


def earlier_or_later(site: Site) -> bool:
    """«في وقت سابق من اليوم», «في ساعة متأخرة من اليوم»."""
    words = site.words_before(2)
    return len(words) == 2 and words[1] == "من" and words[0] in _CUES.in_the_day


def told_in_person(site: Site) -> bool:
    """«اليوم سمعنا», «ندعو اليوم», «تم اليوم»: quoted, «today» is a day beside a deed, else "nowadays"."""
    beside = (*site.words_before(1), *site.words_after(1))
    return any(_is_deed(word) for word in beside) or _which_was_done(site.words_before(2))


def _which_was_done(words: list[str]) -> bool:
    """«الجرائم التي ارتكبت اليوم»; not «التي أصبحت اليوم», «التي تواجهنا اليوم»."""
    if len(words) < 2 or words[0] not in _WHICH:
        return False
    verb = words[1]
    return len(verb) > 3 and verb.endswith("ت") and verb[0] not in "يتن" and verb not in _BECAME


def _is_deed(word: str) -> bool:
    """A verb of the past, or of the first person."""
    bare = _without_and(word)
    if bare in _BECAME:
        return False
    we = bare.startswith("ن") and tells_present("ي" + bare[1:])
    ours = len(bare) >= 5 and bare.endswith("نا") and not bare.startswith("ال")
    did = ours and (tells_past(bare[:-2]) or tells_past(bare[:-1]))  # «سمعنا», «أعلنا»
    return we or did or bare == "تم" or tells_past(bare) or tells_past(word)


def happened(site: Site) -> bool:
    """«عقد في 19 يناير»: a verb of the past right before, which tells no saying, and no «أن» between."""
    words = site.words_before(4)
    for k in range(len(words) - 1, max(-1, len(words) - 4), -1):
        bare = _without_and(words[k])
        if bare in _NOT_HAPPENED or tells_present(bare):
            return False
        if tells_past(bare):
            related = len(bare) > 3 or (k > 0 and words[k - 1] in _WHICH)
            return related and bare not in _CUES.planning
    return False


def two_of_them(site: Site) -> bool:
    """«برحيلهما الاثنين», «الاثنين معا»: both, not Monday."""
    if site.text[site.start : site.end] not in ("الاثنين", "والاثنين"):
        return False
    return _before(site).endswith("هما") or site.words_after(1)[:1] == ["معا"]


def aside(words: list[str]) -> bool:
    """«قبل يومين على يد مجهولين»: after «على» begins something else."""
    return bool(words) and words[0] in _CUES.aside


def counts_from_now(site: Site) -> bool:
    """«قبل 48 ساعة من الموعد» counts from what follows."""
    words = site.words_after(2)
    return words[:1] not in (["من"], ["علي"]) or words[1:] in (["الان"], ["اليوم"])


def comes(site: Site) -> bool:
    """«ويأتي الهجوم بعد أسبوع من …»: what the text tells of comes so long after what follows."""
    after, before = site.words_after(2), site.words_before(_LOOK_BACK)
    since = after[:1] in (["من"], ["علي"]) and after[1:] not in (["الان"], ["اليوم"])
    return since and any(_without_and(word) in _COMES for word in before)


def counted_from(site: Site) -> bool:
    """«بعد يومين فقط من القمة»: an adverb may stand before what the days are counted from."""
    words = site.words_after(4)
    k = next((i for i, w in enumerate(words) if w not in _ADVERBS), len(words))
    return k > 0 and words[k : k + 1] == ["من"]


def offers_two(site: Site) -> bool:
    """«شهر أو شهران»: the one or the other, not both together."""
    return "او" in site.text[site.start : site.end].split()


def spent(words: list[str]) -> bool:
    """«… قضاها في السلطة» after a length of time."""
    return bool(words) and words[0] in _CUES.spent


def since_the_days_of(site: Site) -> bool:
    """«منذ أيام الحرب الباردة»: what follows is no particle and no verb."""
    words = site.words_after(1)
    if not words or site.next_char() in tuple('.،,؛:!؟)"-'):
        return False
    return words[0] not in _CUES.after_adverb and words[0] not in _CUES.back


def general_not_year(site: Site) -> bool:
    """«الأمين العام الحالي»."""
    return _before(site) in _CUES.general_before


def numbered(site: Site) -> bool:
    """«القرار 2254»."""
    return any(w in _CUES.numbered for w in site.words_before(2))


def year_of_event(site: Site) -> bool:
    """«اعتداءات 2015», «اتفاق فيينا 2015»: a happening with its year, with one name between at most."""
    return any(w in _CUES.year_events for w in site.words_before(2)) and not counts_things(site)


def counts_things(site: Site) -> bool:
    return counted(site.text, site.end)


def counted(text: str, end: int) -> bool:
    """Is the number that ends here followed by what it counts?"""
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1] in _CUES.counted


def moved(text: str, start: int) -> bool:
    """A date moved from one day to another: «تأجيل الجلسة من الأحد إلى الاثنين» is no stretch of time."""
    return any(w in _CUES.moving for w in _WORDS.findall(text[max(0, start - 70) : start])[-6:])


def tense(text: str, start: int, end: int) -> Tense:
    """Does the clause before (or the word right after) speak of what is to come? The nearest cue decides."""
    after = _NEXT_WORD.match(text, end)
    if after and _is_ahead(after[1]):
        return Tense.AHEAD
    head = text[max(0, start - _WORD_LENGTH * _LOOK_BACK) : start]
    cut = [m.end() for m in _BOUNDARY.finditer(head)]
    words = _WORDS.findall(head[cut[-1] if cut else 0 :])[-_LOOK_BACK:]
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        if _is_ahead(word):
            off = any(_without_and(w) in _CALLED_OFF for w in words[:k])
            return Tense.OPEN if _was_planned(words, k) and not off else Tense.AHEAD
        if word in _CUES.back or _without_and(word) in _CUES.back:
            return Tense.BACK
    return Tense.OPEN


def _was_planned(words: list[str], k: int) -> bool:
    """«كان من المقرر أن يعقد»: «كان» right before the words that look ahead, or one word further."""
    j = k - 1
    while j >= 0 and (words[j] in ("ان", "من") or _is_ahead(words[j])):
        j -= 1
    return bool(_WAS.intersection((*words[max(0, k - 2) : k], *words[max(0, j) : j + 1])))


def _before(site: Site) -> str:
    """The word before, over an «و» that stands alone: «قوى 8 و14 آذار»."""
    words = [w for w in site.words_before(2) if w != "و"]
    return words[-1] if words else ""


def _without_and(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف") else word


def _is_ahead(word: str) -> bool:
    bare = _without_and(word)
    if word in _CUES.ahead or bare in _CUES.ahead:
        return True
    future = len(bare) >= 4 and bare[0] == "س" and bare[1] in "يتن"
    return future and not bare.startswith(_CUES.not_future)
