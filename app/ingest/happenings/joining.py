"""Whether one actor continues a list from another: by «و», by a dash, in brackets, as an ally."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.records import ActorKind
from app.ingest.happenings.particles import (
    ALL_OF,
    ALLIES,
    BEFORE_NOUNS,
    BESIDES,
    DASHES,
    JOINING,
    MARKS,
    SIDE,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View
from app.languages.ar.events import readings


def adjoins(view: View, end: int, k: int) -> bool:
    """Nothing but marks, adjectives, «و», «من جهة» and a group that the next explains between two phrases."""
    if end >= 0 and view.fold(k - 1) == "(":
        return k - end <= 6
    return end >= 0 and all(
        not view.tokens[j].is_word
        or view.fold(j) in ("و", "من")
        or view.fold(j) in SIDE
        or view.fold(j) in ALLIES
        or adjectival(view.fold(j))
        for j in range(end, k)
    )


def listed(view: View, phrase: Phrase) -> bool:
    """«مجموعة الخمس (روسيا والصين …)»: names in brackets say who the group before is."""
    following = view.starting(phrase.end)
    return view.fold(phrase.start - 1) == "(" and following is not None and following.conjoined


def numbered(view: View, k: int) -> tuple[Phrase, ...]:
    """«الدول الأربع», «الوزراء الثلاثة»: the last of so many who were named in a list."""
    count = COUNTS.get(view.fold(k + 1).removesuffix("ه")) if k >= 0 else None
    group = view.past.groups.get(count, ()) if count else ()
    if not group or not any(b.definite and b.word in NUMBERED for b in readings(view.fold(k))):
        return ()
    states = view.has(k, frozenset({"دول", "بلدان"}))
    return group if (group[0].kind is ActorKind.COUNTRY) == states or view.has(k, SIDES) else ()


#: Words for those whose number may stand for their names.
SIDES = frozenset({"اطراف", "جهات"})
NUMBERED = SIDES | frozenset("دول بلدان وزراء رؤساء زعماء قاده".split())
COUNTS = {"الثلاث": 3, "الاربع": 4, "الخمس": 5, "الست": 6, "السبع": 7}


def after_and(view: View, k: int) -> bool:
    """«و"إسرائيل"»: the conjunction stands apart, before a quotation mark."""
    k -= 1
    while k >= 0 and view.fold(k) in MARKS:
        if view.fold(k) in DASHES:
            return True
        k -= 1
    return view.fold(k) == "و"


def chain(view: View, phrase: Phrase, limit: int) -> Iterator[Phrase]:
    """A phrase and those joined to it: «روسيا وإسرائيل», «كارتر ونظيره الروسي شويغو»."""
    yield phrase
    k, joined = phrase.end, False
    while k < limit:
        word = view.fold(k)
        following = view.starting(k)
        if following is None and (word, view.fold(k + 1)) in BESIDES:
            joined, k = joined or word[0] == "و" or word not in ALL_OF, k + 2
        elif following is None and (word in MARKS | JOINING | ALLIES or word == "،"):
            joined = joined or word in JOINING | ALLIES or word == "(" or word in DASHES
            k += 1
        elif following is not None and (
            following.conjoined or joined or following.slug == phrase.slug or serial(view, phrase, following)
        ):
            yield following
            phrase, k, joined = following, following.end, False
        elif following is not None and following.adjective:
            k = following.end
        elif (
            following is not None
            and phrase.agent
            and following.start == phrase.end
            and len(following.slug) == 2
        ):
            yield following
            phrase, k = following, following.end
        else:
            return


def serial(view: View, phrase: Phrase, following: Phrase) -> bool:
    """«مصر، السودان، وإثيوبيا»: a list parted by commas, «و» only before the last."""
    for _ in range(_LIST):
        apart = view.fold(following.start - 1) == "،" and following.start - phrase.end == 1
        if not apart or following.kind is not phrase.kind or following.adjective:
            return False
        k = following.end + (view.fold(following.end) == "،")
        after = view.starting(k)
        if after is None or after.kind is not phrase.kind:
            return False
        if after.conjoined:
            return True
        phrase, following = following, after
    return False


def serial_from(view: View, phrase: Phrase) -> bool:
    """Whether a list parted by commas begins at the phrase."""
    following = view.starting(phrase.end + 1) if view.fold(phrase.end) == "،" else None
    return following is not None and serial(view, phrase, following)


#: So many names a list may have.
_LIST = 12


def headed(view: View, first: int, limit: int) -> tuple[Phrase, ...]:
    """The names at the head of a clause without verb: «إن روسيا بصدد …»."""
    k = first
    while k < limit and k - first <= 2:
        if view.fold(k).removeprefix("و") in BEFORE_NOUNS:
            return ()
        phrase = view.starting(k)
        if phrase:
            return tuple(chain(view, phrase, limit)) if phrase.prefix[-1:] not in ("ل", "ب") else ()
        k += 1
    return ()


OF_TWO = frozenset("اللذان اللذين اللتان اللتين".split())


def pair_ending(view: View, last: Phrase) -> tuple[Phrase, ...]:
    """«قطر ومصر اللتان …»: the two of whom the second stands right before."""
    for phrase in (p for p in reversed(view.phrases) if p.end <= last.start and not p.adjective):
        two = tuple(chain(view, phrase, last.end))
        if len(two) == 2 and two[1] is last:
            return two
    return (last,)
