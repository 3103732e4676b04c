"""Where: a known place governed by a preposition of place in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType, Place
from app.domain.text import Span
from app.ingest.article_lands import article_lands
from app.ingest.happenings.foreign_days import in_passing, speech_of
from app.ingest.happenings.nearby_days import told_in
from app.ingest.happenings.particles import GOVERNMENTS, SEVERAL_OF
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.naming.trie import forms, words_of
from app.knowledge.load import Knowledge
from app.languages.ar.events import EventWords, readings
from app.languages.ar.normalise import fold

_IN = frozenset(
    """في داخل قرب فوق قباله شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط محيط ريف مطار قاعده مدينه محافظه
    بلده منطقه مناطق منتجع عاصمه العاصمه مدينتي قريه ميناء معبر حي مخيم بمدينه بمحافظه بمنطقه ضواحي اطراف
    اجواء""".split()
)  # fmt: skip
_PARTS = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف".split())
_TO = frozenset("الي".split())
_ON = frozenset("علي باتجاه نحو".split())
#: A place only for what leaves it, or for whoever is sent to it.
_BY_TYPE = frozenset({"من", "لدي"})
#: What lies in a place without the event about it happening there.
_TOPICS = frozenset(
    """وضع اوضاع ازمه ازمات حرب نزاع صراع ملف ملفات قضيه قضايا تطورات تطور تسويه حل حلول سلام استقرار مصير
    مستجدات احداث عمليه عمليات تسويات انتخابات هدنه تهدئه انتقال اعمار وجود نفوذ دور مصالح مستقبل حوار
    اصلاحات""".split()
)
#: … whatever the event is.
_ALWAYS_TOPICS = frozenset("وضع اوضاع ملف ملفات قضيه قضايا تطورات مستجدات مستقبل مصير".split())
#: Acts of force happen where the war is.
_SPOKEN_OF = frozenset({Family.STRIKE, Family.OTHER})
#: «أسوة بالبحرين», «مقارنة بمصر» name what is likened, no place.
_LIKENED = frozenset("اسوه مقارنه شبيه شبيها شبيهه".split())
#: «ب» goes with these and names no place: «اعترف بالقدس», «علاقاتها بقطر».
_WITH_B = frozenset(
    """اعترف اعتراف علاقه علاقات علاقته علاقتها علاقاته علاقاتها صله صلات ندد تنديد رحب ترحيب اشاد اشاده طالب
    مطالبه تمسك ارتباط اتهم اتهام مس لحق الحق ربط وعد""".split()
)
#: What is agreed on or proposed lies elsewhere: «اتفقا على إجلاء المدنيين من شرق حلب».
_CONTENT = frozenset("علي بشان حول خطه خريطه مشروع مقترح بخصوص".split())
_GIVING_CAUSE = frozenset({"خلفيه", "ضوء"})
_MARKS = frozenset("\"'()[]")
_STRIKES = frozenset({EventType.AIRSTRIKE, EventType.MISSILE_STRIKE, EventType.INVASION, EventType.OTHER})
_REACHING = frozenset("وصل غادر زار".split())
_NOT_PLACES = frozenset("region.middle_east region.gulf".split())

_Index = Mapping[str, tuple[tuple[tuple[str, ...], Place], ...]]


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge) -> _Index:
    """Names of places and countries by their first word, longest first."""
    names: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for country in knowledge.countries.values():
        place = Place(country.slug, country.name_ar, country.name_en, country.slug)
        for name in (country.name_ar, *country.aliases):
            _add(names, name, place)
    for entry in knowledge.places.values():
        if entry.id in _NOT_PLACES:
            continue
        place = Place(
            entry.slug, entry.name_ar, entry.name_en, entry.country.lower() if entry.country else None
        )
        for name in (entry.name_ar, *entry.aliases):
            _add(names, name, place)
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in names.items()}


def _add(names: dict[str, list[tuple[tuple[str, ...], Place]]], name: str, place: Place) -> None:
    words = words_of(fold(name))
    if words:
        names.setdefault(words[0], []).append((words, place))


def place_of(
    view: View, found: Candidate, limit: int, places: Sequence[tuple[int, Place]], words: EventWords
) -> Place | None:
    """The place of a trigger: the nearest after it and before ``limit``, else the nearest before it."""
    mine = {view.clauses[found.start], *told_in(view, found, words)}
    topics = words.cues["purpose"]
    topic = next(
        (k for k in range(found.end, limit) if view.fold(k) in topics and not _when(view, k, words)), limit
    )
    limit = min(limit, topic if "pair" not in found.trigger.guards else found.end)
    here = [(at, p) for at, p in places if view.clauses[at] in mine and _fits(view, found, at, p)]
    after = [(at, place) for at, place in here if found.start <= at < limit]
    before = [] if _only_a_cause(view, found, words) else [(at, p) for at, p in here if at < found.start]
    before = [(at, place) for at, place in before if not _of_the_speaker(view, found, at)]
    if after:
        return after[0][1]
    return before[-1][1] if before else None


def _fits(view: View, found: Candidate, at: int, place: Place) -> bool:
    if _named_by(view, found, at, place):
        return True
    governing = _governing(view, at, place, found)
    if governing in _IN:
        topics = _ALWAYS_TOPICS if FAMILY_OF[found.trigger.type] in _SPOKEN_OF else _TOPICS
        return not _of_a_topic(view, found, at, topics) and not _agreed_on(view, found, at)
    if found.trigger.type is EventType.WITHDRAWAL and governing == "من":
        return True
    if found.trigger.id == "summoning" and governing == "لدي" and place.slug != place.country:
        return True
    if found.trigger.type is EventType.DEPLOYMENT and governing in _TO:
        return True
    if found.trigger.type is EventType.VISIT:
        bare = governing == "" and found.verbal
        return governing in _TO or (
            bare and ("place" not in found.trigger.guards or _reached(view, found, at, place))
        )
    return governing in _ON and found.trigger.type in _STRIKES


def _when(view: View, k: int, words: EventWords) -> bool:
    """«وصل، بعد ظهر أمس، إلى …»: a time of the day."""
    return k in view.dated or view.has(k + 1, words.cues["daytimes"])


def _reached(view: View, found: Candidate, at: int, place: Place) -> bool:
    """«وصل الوزير طرابلس», «غادر صنعاء»: a town that stands as the object of coming and going."""
    reading, before = view.verbs[found.start], view.at.get(at - 1)
    if reading is None or reading.lemma not in _REACHING or place.slug == place.country:
        return False
    person = before is not None and before.kind is ActorKind.PERSON and before.end == at
    return person or at == found.end or at - 1 in view.dated or view.fold(at - 1) in _MARKS


def _named_by(view: View, found: Candidate, at: int, place: Place) -> bool:
    """«غزو العراق», «اتفاق موسكو المبرم», «استدعت أنقرة»: the place right after the word is its name."""
    kind, town = found.trigger.type, place.slug != place.country
    if at != found.end:
        return False
    if kind is EventType.INVASION:
        land = not found.verbal and not town and found.trigger.id != "invasion.intervene"
        return land and not view.fold(at + 1).startswith("ل")  # «غزو العراق للكويت»
    if kind is EventType.SUMMONING:
        phrase = view.at.get(at)
        return found.verbal and town and phrase is not None and phrase.country == place.country
    follows = view.fold(at + 1)
    alone = not follows.startswith("و") and follows != "مع"
    return kind is EventType.AGREEMENT and not found.verbal and town and alone


def _agreed_on(view: View, found: Candidate, at: int) -> bool:
    """Whether the place belongs to what is agreed on or proposed."""
    accord = FAMILY_OF[found.trigger.type] is Family.ACCORD or found.trigger.type is EventType.PROPOSAL
    return accord and at > found.start and any(view.fold(k) in _CONTENT for k in range(found.end, at))


def _only_a_cause(view: View, found: Candidate, words: EventWords) -> bool:
    """«أغارت على موقع شرق حلب على خلفية إطلاق صاروخ»: the place before is that of the verb."""
    return in_passing(view, found, words) or view.fold(found.carrier - 1) in _GIVING_CAUSE


def _of_the_speaker(view: View, found: Candidate, at: int) -> bool:
    """«أعرب في لندن عن أمله بإجراء مفاوضات»: where it was said."""
    begins = speech_of(view, found)
    return begins is not None and at < begins


def _of_a_topic(view: View, found: Candidate, at: int, topics: frozenset[str]) -> bool:
    """«بحثا الوضع في سوريا», «خلال زيارته قضايا التسوية في اليمن»: where the topic lies, not the event."""
    k = at - 1
    while k > found.end - 1 and view.fold(k) not in _IN:
        k -= 1
    start = found.end if at > found.start else view.clause_range(found.start)[0]
    near = range(max(start, k - 4), k)
    return any(b.word in topics for j in near if j not in view.at for b in readings(view.fold(j)))


def _governing(view: View, at: int, place: Place, found: Candidate) -> str:
    """The preposition before a place, nouns like محافظة and مواقع stepped over."""
    token = view.tokens[at].span
    attached = token.text[: place.span.start - token.start] if place.span else ""
    if attached.endswith("ب"):
        bound = any(view.has(k, _WITH_B) for k in range(max(0, at - 2), at))
        return "" if bound or (at and view.fold(at - 1) in _LIKENED) else "في"
    if view.fold(at) in _PARTS and place.slug != place.country:
        return "في"  # «جنوب سوريا» is the name of a place
    if attached.endswith("ل") or (view.fold(at).startswith("لل") and not _whole(view, at)):
        return "الي"
    for k in range(at - 1, max(-1, at - 5), -1):
        word = view.fold(k)
        if word in _MARKS:
            continue
        if found.start <= k < found.end:
            return ""
        if word in _IN | _TO | _ON or word in _BY_TYPE:
            return word
        if not view.tokens[k].is_word or view.verbs[k] is not None or k in view.at or word in ("مع", "بين"):
            return ""
    return ""


def _whole(view: View, at: int) -> bool:
    """The letter that looks like a particle belongs to the name (بيروت, لندن)."""
    phrase = view.at.get(at)
    return phrase is not None and not phrase.prefix


def places_in(view: View, text: str, knowledge: Knowledge) -> Iterator[tuple[int, Place]]:
    """Every place named in the sentence with the token it begins at."""
    index, lands = _index(knowledge), [land.lower() for land in article_lands(text, knowledge)]
    i = 0
    while i < len(view.tokens):
        hit = _place_at(view, i, index, lands)
        if hit is None:
            i += 1
            continue
        end, place, cut = hit
        span = Span.of(text, view.tokens[i].span.start + cut, view.tokens[end - 1].span.end)
        yield i, Place(place.slug, place.name_ar, place.name_en, place.country, span)
        i = end


def _place_at(view: View, i: int, index: _Index, lands: Sequence[str]) -> tuple[int, Place, int] | None:
    if not view.tokens[i].is_word or view.verbs[i] is not None or _in_a_name(view, i):
        return None
    if view.fold(i + 1) == "من" and view.has(i, SEVERAL_OF):
        return None  # «العديد من المواقع»
    for form in forms(view.fold(i)):
        bearers = index.get(form.word, ())
        for words, first in bearers:
            end = _matched(view, i, words)
            if end is not None:
                place = _bearer(first, [p for w, p in bearers if w == words], lands)
                cut = form.cut if view.tokens[i].span.text[: form.cut].isalpha() else 0
                return end, place, cut
    return None


def _in_a_name(view: View, i: int) -> bool:
    """«باراك» is no «ب» with a town: what stands in a person's name or title is no place."""
    phrase = view.at.get(i)
    adjective = i in view.nations and not view.fold(i).startswith("ال") and not view.fold(i).endswith("ا")
    if adjective and view.fold(i - 1) not in _IN | _TO | _ON | _BY_TYPE:
        return True  # «مواقع عسكرية سورية»
    return phrase is not None and (phrase.kind is ActorKind.PERSON or view.has(phrase.start, GOVERNMENTS))


def _bearer(first: Place, bearers: Sequence[Place], lands: Sequence[str]) -> Place:
    """Of several places of one name the one in the state that the article speaks of most."""
    if len(bearers) < 2:
        return first
    return next((place for land in lands for place in bearers if place.country == land), first)


def _matched(view: View, i: int, words: tuple[str, ...]) -> int | None:
    at = i
    for word in words[1:]:
        at += 1
        while view.fold(at) in _MARKS:
            at += 1
        if view.fold(at) != word:
            return None
    return at + 1
