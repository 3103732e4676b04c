"""How many events a telling speaks of: a total, some of them, one more."""

from __future__ import annotations

from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

_DOZENS = frozenset("عشرات مئات الاف".split())
_OFTEN = frozenset("مرات مرارا تكرارا".split())
_SOME = frozenset("بعض احدي احد".split())
_NEW = frozenset("جديد جديده جديدا جديدين جديدتين اضافي اضافيه".split())


def many(view: View, found: Candidate, words: EventWords) -> bool:
    """«200 غارة», «قصف الطيران عشرات المواقع»: told as a habit or a sum."""
    if found.verbal:
        named = view.starting(found.end)
        often = any(view.fold(k) in _OFTEN for k in range(found.end, found.end + 5))
        return often or view.has(named.end if named else found.end, _DOZENS)
    before = range(max(0, found.start - 3), found.start)
    return any(view.fold(k).isdigit() or view.has(k, words.cues["many"]) for k in before)


def some_of_them(view: View, found: Candidate) -> bool:
    """«بعض الضربات», «إحدى الغارات»."""
    return any(view.has(found.start - k, _SOME) for k in (1, 2))


def one_more(view: View, found: Candidate, words: EventWords) -> bool:
    """«مجددا», «للمرة الثانية», «اجتماع آخر», «وقبلها بساعات»: not the one told before."""
    first, end = view.clause_range(found.start)
    if not found.definite and any(view.fold(k) in words.cues["earlier"] for k in range(first, first + 2)):
        return True
    near = range(max(first, found.start - 2), min(end, found.end + 6))
    if found.light is not None and any(view.fold(k) in _NEW for k in range(found.end, found.end + 2)):
        return not found.definite  # «شن غارات جديدة»
    return not found.definite and any(view.has(k, words.cues["again"]) for k in near)
