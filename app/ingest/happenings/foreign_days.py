"""Days in the clause of an event that belong to something else."""

from __future__ import annotations

from datetime import timedelta

from app.domain.records import EventType
from app.domain.time import DateMention
from app.ingest.happenings.cues import reacted_to
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.targets import deaths_before
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import EventWords

_AFTER = frozenset("بعد عقب قبل قبيل غداه عشيه اثر منذ".split())
#: «قال الجمعة عقب جلسة …», «سيطرت الأحد إثر انسحاب …»: on the same day.
_UPON = frozenset("عقب اثر فور لدي".split())
MEASURES = frozenset(
    """ساعه ساعات ساعتين دقائق يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر عام عامين اعوام
    سنه سنوات""".split()
)
#: In a rough stretch of days what came before lies as well: «توترت في الأيام الأخيرة بعد اعتقال …».
_WEEK = timedelta(days=7)
#: After these comes what is spoken of.
_ABOUT = frozenset("حول بشان حيال ازاء تجاه بخصوص بصدد".split())
#: What is carried out, kept or broken, or whose outcome is told, was there before.
_OF_WHAT_WAS = frozenset(
    """تنفيذ تطبيق خرق خروقات خروق انتهاك انتهاكات احترام نقض الغاء تثبيت تفعيل مراقبه تمديد تجديد بنود مخرجات
    نتائج نتيجه حصيله تداعيات تبعات انعكاسات ذكري تفاصيل ملابسات التزام الالتزام""".split()
)
_STANDING = frozenset({EventType.AGREEMENT, EventType.CEASEFIRE, EventType.ELECTION, EventType.SANCTION})
#: Who says these of an act tells what has just been done.
_ANNOUNCING = frozenset("اعلن افاد كشف ذكر بث نشر تبني اكد قال نقل اورد ادعي زعم علم ابلغ اخطر".split())
#: «…، ومن المتوقع أن …»: a plan follows that has its own day.
_EXPECTED = frozenset("المتوقع المقرر المنتظر المرتقب المزمع المفترض المؤمل المحتمل المرجح".split())
#: «…، حسبما أفادت القناة، اليوم، …»: who told it, and when.
_AS = frozenset("حسبما وفقما مثلما كما".split())
_ACCORDING = frozenset("حسب بحسب وفق وفقا طبقا".split())
_SOURCE_REACH = 10
_COMMAS = frozenset("،,")
#: «…، آخرها في 23 تشرين الأول».
_LAST = frozenset("اخرها واخرها اخره اخرهم احدثها واحدثها اولها".split())
#: «الاتفاق الموقع (مع فلان) عام 2015»; without those that are also a rank, a seat or a town.
_SIGNED = frozenset(
    """الموقع الموقعه المبرم المبرمه الموقعين الصادر الصادره المنعقد المنعقده المفروض المفروضه المقدمه
    المتخذ المتخذه المستمر المستمره المتواصل المتواصله الدائر الدائره القائمه المندلع
    المندلعه الممتد الممتده المنشور المنشوره المقره""".split()
)
_SIGNED_REACH = 6
#: «قدم ترشحه للانتخابات المقررة في …».
_SCHEDULED = frozenset("المقرر المقرره المزمع المزمعه المرتقب المرتقبه".split())
#: «منذ اندلاع النزاع عام 2011».
_SINCE_REACH = 8
#: So many words after the name of an event its own day may stand.
_OBJECT_REACH = 5
_OF_YEAR = frozenset("لعام لسنه للعام".split())
#: So many words may stand between an event and its year.
_OWN_YEAR = 3


def foreign(view: View, found: Candidate, at: int, mention: DateMention, words: EventWords) -> bool:
    """Whether the day that begins at token ``at`` of the clause is not the day of this event."""
    return (
        _of_what_came_before(view, found, at, mention)
        or _of_what_is_about_it(view, found, at)
        or _of_a_plan(view, found, at)
        or _of_the_source(view, found, at)
        or _of_a_name(view, found, at)
        or first_since(view, found, at, words)
        or _of_the_last(view, found, at)
        or _of_what_was_signed(view, found, at)
        or _of_the_object(view, found, at, mention, words)
    )


def in_passing(view: View, found: Candidate, words: EventWords) -> bool:
    """«انقطعت الاتصالات في نيسان احتجاجا على تدخل»: the day before belongs to the verb."""
    if found.verbal or found.light is not None:
        return False
    before = range(max(0, found.carrier - 2), found.carrier)
    if deaths_before(view, found) is not None:  # «مقتل جنود أمس جراء قصف»: one act
        return False
    return reacted_to(view, found, words) or any(view.fold(k) in words.cues["because"] for k in before)


def _of_what_came_before(view: View, found: Candidate, at: int, mention: DateMention) -> bool:
    """«سافر الأربعاء … بعد ساعات من إعلانه»: the day is of the verb, not of what went before it."""
    if found.verbal or at > found.start or found.light is not None or _rough(mention):
        return False
    upon = view.fold(found.carrier - 1) in _UPON
    own = upon or bool(found.bare and found.bare.suffix)  # «قال الاثنين بعد لقائه …»: on the same day
    between = [k for k in range(at + 1, found.carrier) if k not in view.dated]
    after = [k for k in between if view.fold(k).removeprefix("و") in _AFTER]
    counted = (view.has(j, MEASURES) for k in after for j in range(k + 1, min(k + 4, found.carrier)))
    return bool(after) and (not own or any(counted))


def _rough(mention: DateMention) -> bool:
    value = mention.value
    if value is None or value.earliest is None or value.latest is None:
        return False
    return "~" in value.edtf and value.latest - value.earliest > _WEEK


def _of_what_is_about_it(view: View, found: Candidate, at: int) -> bool:
    """«سئل أمس حول استدعاء السفير», «أعلنت اليوم نتائج الانتخابات»: the event is only what it is about."""
    if found.verbal or at > found.start:
        return False
    near = range(max(at, found.carrier - 2), found.start)
    if found.trigger.type in _STANDING and any(view.has(k, _OF_WHAT_WAS) for k in near):
        return True
    if found.light is not None:
        return False
    if any(view.fold(k) in _ABOUT for k in range(max(at, found.carrier - 4), found.carrier)):
        return True
    return _only_spoken_of(view, found, at)


def speech_of(view: View, found: Candidate) -> int | None:
    """The first token of what is said, innermost, where the event stands in speech."""
    return next((start for start, end, _ in reversed(view.heard) if start <= found.start < end), None)


def _only_spoken_of(view: View, found: Candidate, at: int) -> bool:
    """«أعرب أمس عن قلقه من انسحاب فلان»: the day of whoever speaks of it, unless he announces it."""
    begins = speech_of(view, found)
    if begins is None or at >= begins:
        return False
    verb = next((view.verbs[k] for k in range(begins - 1, -1, -1) if k in view.speakers), None)
    return verb is None or verb.lemma not in _ANNOUNCING


def _of_a_plan(view: View, found: Candidate, at: int) -> bool:
    """«بدأت الاحتجاجات ومن المتوقع أن … الجمعة»."""
    between = range(found.end, at)
    return any(view.fold(k) == "ومن" and view.fold(k + 1) in _EXPECTED for k in between)


def _of_the_source(view: View, found: Candidate, at: int) -> bool:
    """«تتركز المباحثات، حسبما أفادت القناة، اليوم، على …»: the day of those who told it."""
    teller = found.start if found.verbal else found.light if found.light is not None else found.governor
    reading = view.verbs[teller] if teller is not None else None
    if reading is not None and reading.aspect == "p":
        return False  # «قتل جنديان، حسبما أفادت القناة اليوم»: news is told on its day
    for k in range(at - 1, max(found.end, at - _SOURCE_REACH) - 1, -1):
        word = view.fold(k)
        if word in _COMMAS and k < at - 1:
            return False
        told = word in _AS or (word in _ACCORDING and view.fold(k + 1) in ("ما", "لما"))
        if told:
            return any(view.verbs[j] is not None for j in range(k + 1, min(k + 4, at)))
    return False


def _of_the_object(view: View, found: Candidate, at: int, mention: DateMention, words: EventWords) -> bool:
    """«أدانتهم بتدبير الانقلاب في تموز 2016»: a day with its year, of what is named last."""
    if not found.verbal or at < found.end or mention.anchor is not None:
        return False
    last = next((k for k in range(at - 1, found.end, -1) if _names_event(view, k, words)), None)
    if last is None or at - last > _OBJECT_REACH:
        return False
    if any(view.fold(k) in _COMMAS or view.verbs[k] is not None for k in range(last, at)):
        return False
    bare = words.noun(view.fold(last))
    return bare is not None and _led(view, last)


def _names_event(view: View, k: int, words: EventWords) -> bool:
    return k not in view.at and k not in view.dated and words.noun(view.fold(k)) is not None


def _led(view: View, k: int) -> bool:
    """What «ب», «ل», «على», «عن» or a noun after them brings in: «على محتوى لقائه»."""
    reach = range(k, max(-1, k - 3), -1)
    return any(view.fold(j).startswith(("ب", "ل")) or view.fold(j - 1) in ("علي", "عن") for j in reach)


def first_since(view: View, found: Candidate, at: int, words: EventWords) -> bool:
    """«غارة هي الأولى من نوعها منذ الأحد»: the day of the one before."""
    since = next(
        (k for k in range(at - 1, max(found.end, at - _SINCE_REACH) - 1, -1) if _since(view, k)), None
    )
    if since is None:
        return False
    before = range(max(found.end, since - 4), since)
    return any(view.has(k, words.cues["superlative"]) for k in before)


def _of_the_last(view: View, found: Candidate, at: int) -> bool:
    """«جولات عدة، آخرها في جنيف الشهر الماضي»: the day of the last of several others."""
    return any(view.fold(k) in _LAST for k in range(found.end, at))


def _of_what_was_signed(view: View, found: Candidate, at: int) -> bool:
    """«انسحب من الاتفاق الموقع عام …»: the day of what was concluded or is to come, not of what is done."""
    if at < found.end or found.trigger.type is EventType.AGREEMENT:
        return False
    own = next((k for k in range(found.end, at) if not adjectival(view.fold(k))), at)
    near = range(max(found.end + 1 if found.verbal else own + 1, at - _SIGNED_REACH), at)
    told = found.verbal or found.light is not None
    return any(
        view.fold(k) in _SIGNED or (told and k > found.end and view.fold(k) in _SCHEDULED) for k in near
    )


def _since(view: View, k: int) -> bool:
    return view.fold(k) == "منذ"


def _of_a_name(view: View, found: Candidate, at: int) -> bool:
    """«تفاهمات … تثبيت اتفاق فك الاشتباك لعام 1974»: the year belongs to the noun right before it."""
    return view.fold(at) in _OF_YEAR and at - found.end > _OWN_YEAR
