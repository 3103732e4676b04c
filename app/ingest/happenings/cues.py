"""Words near a trigger that bear on it («رفض», «إمكانية», «سعى إلى»), and those that only seem to."""

from __future__ import annotations

from app.ingest.happenings.particles import (
    IN_FRONT,
    ONLY_AS_VERBS,
    ONLY_WITHOUT_IN,
    OTHER_WORDS,
    PREPOSITIONS,
)
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

#: «بناء على دعوة …», «في إشارة إلى إرجاء …»
_POINTING_AT = frozenset({("بناء", "علي"), ("اشاره", "الي")})
#: So many words may stand between a verb of reacting and what it is about.
REACH = 9


def speaks(view: View, k: int, cues: frozenset[str]) -> bool:
    """Whether the token is one of the cues; names («تيار المستقبل») and «إليه», «في ظل» are none."""
    name = view.at.get(k)
    if name is not None and not name.adjective:
        return False
    word = view.fold(k)
    if word in OTHER_WORDS or (word in ONLY_WITHOUT_IN and view.fold(k - 1) in IN_FRONT):
        return False
    if word in ONLY_AS_VERBS and view.verbs[k] is None:
        return False
    return view.has(k, cues)


def any_speaks(view: View, near: list[int], cues: frozenset[str]) -> bool:
    return any(speaks(view, k, cues) for k in near)


def reacted_to(view: View, found: Candidate, words: EventWords) -> bool:
    """«أدان المجلس إطلاق صاروخ», «انتقاما لاستشهاده»: whoever reacts takes it for a fact."""
    k = found.carrier - 1
    if (view.fold(k - 1), view.fold(k)) in _POINTING_AT:
        return True
    if k >= 0 and (view.has(k, words.cues["reacting"]) or _adjective_of(view, k, words)):
        return view.clauses[k] == view.clauses[found.carrier]
    verb = found.governor
    if verb is None or not view.has(verb, words.cues["reacting"]) or found.carrier - verb > REACH:
        return False
    through = (found.bare is not None and bool(found.bare.preposition)) or view.fold(k) in PREPOSITIONS
    if through != view.has(verb, words.cues["reacting_through"]):
        return False  # «أدين بعلاقته بالهجوم»
    return not any(_of_its_own(view, j, words) for j in range(verb + 1, found.carrier) if j not in view.at)


def _of_its_own(view: View, k: int, words: EventWords) -> bool:
    """What somebody reacts to is named here: «أدين بالتخطيط لهجمات» by what he did, «رحب بأن …»."""
    accused = view.tokens[k].is_verbal_noun and view.fold(k).startswith("ب")
    return accused or view.fold(k) == "ان" or bool(words.noun(view.fold(k)))


def _adjective_of(view: View, k: int, words: EventWords) -> bool:
    """«إدانته الحازمة لإطلاق»: an adjective or a mark between."""
    return (not view.tokens[k].is_word or view.fold(k).startswith("ال")) and view.has(
        k - 1, words.cues["reacting"]
    )
