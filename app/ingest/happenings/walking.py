"""How the words after a trigger are traversed: prepositions, nouns that head a chunk, turns to a topic."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import ActorKind
from app.ingest.happenings.bridging import names_relation
from app.ingest.happenings.joining import adjoins
from app.ingest.happenings.particles import (
    ADJUNCTS,
    ALL_OF,
    AMONG,
    BETWEEN,
    BOTH,
    BUILDINGS,
    BY,
    CONJUNCTIONS,
    COUNTERPART,
    DURING,
    ENVOYS,
    FIRE,
    FOREMOST,
    GROUNDS,
    IN_AID_OF,
    IN_ITS_COURSE,
    INDIVIDUALS,
    LANDS,
    LED_BY,
    LOOSE,
    PEOPLE,
    PLACE,
    RELATIONS,
    RESUMING,
    SEVERAL_OF,
    SIDE,
    SOLDIERS,
    TOWARDS,
    WITH,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.view import View
from app.ingest.happenings.wording import counts, for_forces, names_whom, stands_for_people
from app.languages.ar.events import EventWords, load_event_words, readings


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor phrase with the preposition that governs it; empty where there is none.

    ``head`` is the noun that the actor owns, None where the actor fills the place itself;
    ``place`` is the preposition of the whole chunk then, that before the actor otherwise.
    """

    preposition: str
    phrase: Phrase
    head: int | None = None
    place: str = ""


@dataclass(slots=True)
class Walk:
    """Where the walk over the words stands.

    ``done``: the chunk has its actor; ``at``: its preposition; ``visit``: it is said where somebody goes;
    ``group``: where people stand yet unnamed; ``object``: whoever is named next without preposition is the
    object of a verbal noun, after the genitive that says whose doing it is; ``turned``: where a topic began;
    ``owned``: a pronoun on the verbal noun says who acts, so that «ل» marks the object.
    """

    preposition: str = ""
    last: Argument | None = None
    topic: bool = False
    done: bool = False
    end: int = -1
    at: int = -1
    head: int | None = None
    group: str | None = None
    visit: bool = False
    object: bool = False
    turned: int = -1
    owned: bool = False


#: «على هامش القمة»: says where, after which whoever is met may follow.
_MARGIN = "هامش"
_NO_HEADS = LOOSE | RESUMING | IN_ITS_COURSE | AMONG | CONJUNCTIONS | BOTH | ALL_OF


def step(view: View, k: int, walk: Walk, words: EventWords) -> None:
    """Take in one word that is no actor: a preposition, the turn to the topic, a noun, or none of these."""
    word = _bare(view.fold(k))
    if _governs_nothing(view, k, word, walk):
        return
    if walk.group is not None and names_whom(view, k):
        walk.preposition, walk.head, walk.done = walk.group, None, False
        return
    if k in view.dated or _aside_of_his_own(view, k, walk):
        walk.preposition, walk.head = "", None
        return
    if word == "علي" and view.fold(k + 1) in ADJUNCTS:
        walk.preposition, walk.topic = "?", walk.topic or view.fold(k + 1) != _MARGIN
        return
    if word in _COMMAS:
        closed = walk.preposition in PLACE and walk.last is not None and not walk.last.preposition
        walk.done = walk.done or closed  # «اعتقل فلانا في المدينة، معقل …»: what follows describes the place
        walk.preposition, walk.head, walk.object = "", None, False
    _governed(view, k, word, walk, words)


def _none_yet(walk: Walk) -> bool:
    """Nobody but a state that may be a place was named: «غارات على لبنان، … ضد مواقع …»."""
    last = walk.last
    return last is None or last.preposition in PLACE or last.phrase.kind is ActorKind.COUNTRY


def _governed(view: View, k: int, word: str, walk: Walk, words: EventWords) -> None:
    """A preposition, the turn to the topic, or a noun."""
    if word in BY and walk.preposition == "من":
        walk.preposition = "قبل"
    elif word == "ل" or _for_each(view, k):
        walk.preposition, walk.head, walk.done = "الي", None, False
    elif word in WITH | BETWEEN | TOWARDS | PLACE or word in ("من", "عن"):
        walk.preposition, walk.done, walk.at = word, False, k
        walk.head, walk.object = None, False
        anew = (word == "ضد" and _none_yet(walk)) or (word in BETWEEN and walk.last is None)
        walk.topic = walk.topic and not anew and (word not in WITH or not _meets_anew(view, k, words))
    elif word in COUNTERPART:
        walk.preposition, walk.done = walk.preposition or "مع", False
    elif word in words.cues["purpose"] or word in IN_AID_OF or word == "الا" or _in_order_to(view, k):
        walk.turned = walk.turned if walk.topic else k
        walk.preposition, walk.topic = word, True
    else:
        _noun(view, k, walk)


_COMMAS = frozenset("،؛,")


def _governs_nothing(view: View, k: int, word: str, walk: Walk) -> bool:
    """«عنصرا من الحزب», «قياديا في الحركة», «عن نحو مئة سجين»: no preposition of a place of its own."""
    if word == "من":
        many = view.has(k - 1, SEVERAL_OF) and view.starting(k + 1) is None
        return many or _of_a_side(view, k, walk) or view.has(k - 1, ALL_OF) or _for_each(view, k - 1)
    if word == "في" and _members_of(view, k, walk):
        return True
    if word in AMONG or view.fold(k) in FOREMOST:
        return True
    return (word == "نحو" and counts(view, k + 1)) or (word in ("علي", "في") and view.fold(k + 1) in FOREMOST)


def _aside_of_his_own(view: View, k: int, walk: Walk) -> bool:
    """«التقى عقب وصوله فلانا»: the pronoun closes what the preposition of time began."""
    own = view.fold(k - 1) in DURING and bool(pronoun_on(view.tokens[k]))  # «عقب وصوله»
    his = view.fold(k) in _HIS and view.fold(k - 2) in DURING  # «خلال كلمة له»
    closes = (own and walk.turned in (-1, k - 1)) or (his and walk.turned in (-1, k - 2))
    walk.topic = walk.topic and not closes
    return closes


_HIS = frozenset({"له", "لها", "لهم", "لهما"})


def _bare(word: str) -> str:
    """«مع فلان ومع فلان»: the preposition that «و» joins; «بحق فلان» is against him."""
    if word in _LIKE:
        return _LIKE[word]
    return word[1:] if word[0] == "و" and word[1:] in WITH | BETWEEN | TOWARDS else word


_LIKE = {"بحق": "ضد", "صوب": "نحو", "ناحيه": "نحو"}


def _for_lands(view: View, k: int) -> bool:
    """«زيارته للعاصمة القطرية», «للمملكة العربية السعودية»: where to."""
    return any(b.preposition == "ل" and b.word in LANDS for b in readings(view.fold(k)))


def _meets_anew(view: View, k: int, words: EventWords) -> bool:
    """«محادثات حول ليبيا مع فلان»; «بسبب الخلاف مع قطر», «بلا تفاهم مع الرباط» go on with the topic."""
    following = view.starting(k + 1) or view.starting(k + 2)
    person = following is not None and following.kind is ActorKind.PERSON
    return person or not (
        view.has(k - 1, RELATIONS) or words.noun(view.fold(k - 1)) or view.tokens[k - 1].is_verbal_noun
    )


def _another_site(view: View, k: int) -> bool:
    """«مواقع تابعة لفلان … وموقعا لعلان»: what is hit besides."""
    sites = load_event_words().classes["sites"]
    return view.fold(k)[0] == "و" and any(b.word in sites and not b.definite for b in readings(view.fold(k)))


def _noun(view: View, k: int, walk: Walk) -> None:
    """A noun: after «ل» and the like, one that hides whose it is, or the head of a chunk."""
    word = view.fold(k)
    if _goes_on(view, k, walk) or names_relation(view, k):
        return
    if word[0] == "ب" and word[1:] in FIRE:
        walk.preposition, walk.head, walk.done = "ب", k, False
    elif for_forces(view, k) or (walk.visit and _for_lands(view, k)):
        walk.preposition, walk.head, walk.done = "الي", None, False
    elif walk.owned and not walk.done and any(b.preposition == "ل" for b in readings(word)[1:3]):
        walk.preposition, walk.head = "", k  # «قصفها لمواقع الجيش»
    elif word[0] == "ل" and (word[1:] in PEOPLE or any(b.word in PEOPLE for b in readings(word)[1:])):
        walk.preposition, walk.head, walk.done = "الي", k, False
    elif word in BUILDINGS:
        walk.preposition, walk.head, walk.at = "في", None, k
    elif word in LED_BY or _as_or_for(word):
        walk.preposition, walk.head = "?", None
    elif _heads(view, k, walk):
        walk.head = k
        walk.group = walk.preposition if stands_for_people(view, k) else walk.group


def _for_each(view: View, k: int) -> bool:
    """«لكل من قطر ومصر»."""
    word = view.fold(k)
    return word[0] == "ل" and word[1:] in ALL_OF and view.fold(k + 1) == "من"


def _as_or_for(word: str) -> bool:
    """«لبحث …», «كوسيط»; «كروز» and «كوادر» only begin like it."""
    if word in PEOPLE:
        return False
    return any(
        b.preposition == "ل" or (b.preposition == "ك" and b.word in _OFFICES) for b in readings(word)[1:2]
    )


_OFFICES = load_event_words().classes["titles"] | {"وسيط", "جزء", "طرف", "ضيف", "مراقب", "ضامن"}


def _goes_on(view: View, k: int, walk: Walk) -> bool:
    """«… ومقاتلين من الحركة», «و7 مقاتلين من …», «ومواقع لفلان»: more of what stood there before."""
    last, word = walk.last, view.fold(k)
    if last is None or word[0] != "و":
        return False
    more = adjoins(view, walk.end, k) and (word[1:] in PEOPLE or word[1:].isdigit())
    if not more and not (last.head is not None and _another_site(view, k)):
        return False
    walk.preposition = last.preposition if last.head is None or word[1:] in PEOPLE else last.place
    walk.head, walk.done = None if word[1:].isdigit() else k, False
    return True


def _of_a_side(view: View, k: int, walk: Walk) -> bool:
    """«من جهة», «مسؤولين من البلدين», «عنصرا من الحزب»: the word governs nothing of its own."""
    if view.fold(k + 1) in SIDE and view.starting(k + 2) is None:
        return True
    following = view.starting(k + 1) or view.nations.get(k + 1)
    if view.has(k - 1, _SENT_BY):
        return True  # «مع ممثلين من قطر»
    if following is not None and following.kind is ActorKind.COUNTRY and not _definite(view, k + 1):
        return False  # «سحب قوات من سوريا»
    people = walk.head is not None and not walk.done and view.has(walk.head, PEOPLE)
    return people or view.has(k - 1, ENVOYS) or (counts(view, k - 1) and not walk.done)


def _members_of(view: View, k: int, walk: Walk) -> bool:
    """«خمسة قياديين في الحركة», «ضابطا في الجيش»: people of the body that is named next."""
    body = view.starting(k + 1)
    head = walk.head if walk.head is not None and not walk.done and k - walk.head <= 3 else -1
    people = view.has(head, INDIVIDUALS | SOLDIERS | _MEN)
    return people and body is not None and body.kind in _JOINED


_SENT_BY = frozenset("ممثلين ممثلون مندوبين مندوبون مبعوثين وفود".split())
_MEN = load_event_words().classes["killed"]
#: Bodies that people are members of.
_JOINED = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.MILITARY})


def _definite(view: View, k: int) -> bool:
    return view.fold(k).startswith("ال")


def _heads(view: View, k: int, walk: Walk) -> bool:
    """A noun that begins a chunk: the first after a preposition, or an indefinite object after another."""
    word = view.fold(k)
    if not view.tokens[k].is_word or view.verbs[k] is not None or word in _NO_HEADS or counts(view, k):
        return False
    if adjectival(word) and word not in SOLDIERS | GROUNDS | INDIVIDUALS:
        return False
    if walk.head is None:
        return not walk.done or walk.object
    return walk.preposition == "" and word.endswith("ا") and not word.startswith("ال")


def _in_order_to(view: View, k: int) -> bool:
    """«لبحث …», «لتجنب …»: what for, which names nobody who takes part."""
    return view.fold(k)[0] == "ل" and any(a.pos in ("verbal_noun", "verb") for a in view.tokens[k].analyses)
