"""Looking around a match: names that look like dates, counts that look like years, tense."""

from __future__ import annotations

import re
from enum import IntEnum

from app.ingest.temporal.rule import Site
from app.languages.ar.normalise import fold

_PLAIN = ("", "و", "ف", "ب", "ل", "ك")


def _words(text: str) -> frozenset[str]:
    base = [fold(w) for w in text.split()]
    return frozenset(p + w for w in base for p in _PLAIN) | frozenset("لل" + w[2:] for w in base if w[:2] == "ال")


#: Before a day and month without year: «حرب أكتوبر», «قوى 14 آذار», «مدينة السادس من أكتوبر».
_EPONYMS = _words(
    "حرب حروب ثورة ثورتي انتفاضة قوى تحالف فريق تيار حركة مدينة جسر شارع ميدان ساحة هجمات أحداث نكسة انقلاب حراك بيان "
    "جامعة كلية مستشفى مطار صحيفة منتخب نادي نادى ملعب استاد ذكرى معركة معارك اعتصام كتيبة لواء كتائب مجموعة جماعة محور "
    "شركة سيارة سيارات رينو مفاعل عملية طوفان عيد نصر انتصار عبور جيل شهداء شهيد أبطال مشروع كوبري سد متحف مسرح قاعة حديقة حي"
)
#: Before a weekday that is part of a name: prayer, market, newspaper.
_WEEKDAY_NAMES = _words("صلاة صلاتي خطبة خطبتي سوق جمعة كتلة كلا كلتا هذين هذان أحد جيش عبد آل منتدى نادي نادى فيلم مدينة")
#: Before «اليوم» in the names of media, or where it means a day in general.
_TODAY_NAMES = _words(
    "روسيا المصري السعودية فلسطين سوريا ليبيا العراق لبنان اليمن مصر الجزائر تونس المغرب رأي القدس صحيفة جريدة موقع قناة وكالة "
    "العرب الأردن الخليج البحرين الكويت إسرائيل تركيا إيران شبكة عالم العالم خلال طوال طيلة حتى إلى الى في فى هذا ذلك ذاك نفس "
    "مدار بحلول إلي كل منتصف نهاية بداية مصراوي"
)
_TODAY_MEANS_NOW = _words("عالم العالم")
_TODAY_AFTER = _words(
    "العالمي الدولي الوطني القومي الواحد التالي نفسه ذاته الذي المفتوح الدراسي الأخير الموعود السابق المذكور الأوروبي الإعلامي "
    "الإخباري الموالي اللاحق الختامي الافتتاحي العاشر كله كاملا الأسود الكبير الدولى العربي الاسود"
)
#: After «العام»: it is "general", not "year".
_GENERAL_BEFORE = _words(
    "الأمين الأمينة المدير المديرة المدعي النائب القائد المفتش المراقب المنسق المفوض الحاكم القنصل المشرف السكرتير المحامي المتعهد"
)
#: After a number: it counts things.
_COUNTED = frozenset(
    fold(w)
    for w in (
        "شخص شخصا متر مترا كلم كيلومتر كيلومترا دولار دولارا يورو قتيل قتيلا جريح جريحا جندي جنديا مقاتل مقاتلا عنصر عنصرا لاجئ لاجئا "
        "مدني مدنيا طن طنا قرية مدينة منزل منزلا موقع موقعا صاروخ صاروخا طائرة غارة مرة نازح نازحا طفل طفلا ميل ميلا درجة كغ كيلوغرام "
        "لتر برميل برميلا ريال درهم دينار ليرة جنيه وحدة عائلة أسرة حالة إصابة نقطة بالمئة بالمائة هكتار دونم عسكري عسكريا امرأة رجل رجلا "
        "ساعة دقيقة صفحة سجين سجينا معتقل معتقلا أسير أسيرا طالب طالبا موظف موظفا مليون مليار ألف آلاف متظاهر متظاهرا شركة مواطن مواطنا"
    ).split()
)
_NUMBERED = _words(
    "رقم القرار قرار القرارين المادة مادة القانون قانون الفقرة فقرة المرسوم مرسوم طراز موديل القناة الغرفة الرحلة الطريق الفوج اللواء طريق"
)

_MOVING = _words("تأجيل أجل أجلت إرجاء أرجأ أرجأت تغيير نقل تقديم تعديل تأجلت تأجل أرجئت يؤجل تؤجل تحويل ترحيل")

#: Words that look ahead, and verbs of report that look back.
_AHEAD = frozenset(
    fold(w)
    for w in (
        "سوف المقرر المزمع المتوقع يتوقع تتوقع المرتقب المنتظر ينتظر يعتزم تعتزم ينوي تنوي لن مقررة مقرر مقررا مرتقبة مرتقب مرتقبا متوقعة "
        "يستعد تستعد بحلول موعد موعدا تمهيدا استعدادا عشية اعتبارا ابتداء يفترض يجتمع تجتمع يلتقي تلتقي يعقد تعقد ينعقد تنعقد يبدأ تبدأ ينطلق "
        "تنطلق يتوجه تتوجه يصل تصل يستضيف تستضيف يستأنف تستأنف يصوت يصوتون يدلي يزور تزور يحل تحل ينتهي تنتهي يدخل يستمر تستمر تقام يقام تجرى تجري"
    ).split()
)
_BACK = frozenset(
    fold(w)
    for w in (
        "قال قالت قالوا أعلن أعلنت أعلنوا أكد أكدت أضاف أضافت صرح صرحت ذكر ذكرت أفاد أفادت أوضح أوضحت أشار أشارت كشف كشفت نقلت نقل أبلغ "
        "أبلغت دعا دعت طالب طالبت اتهم اتهمت حذر حذرت نفى نفت شدد شددت عقد عقدت التقى التقت زار زارت وصل وصلت بدأ بدأت انتهى انتهت وقع وقعت "
        "قتل قتلت أصيب استهدف استهدفت شن شنت اتفق اتفقا اتفقت كان كانت اعتبر اعتبرت بحث بحثت شهد شهدت شهدا جرى جرت دخل دخلت أجرى أجرت سقط "
        "سقطت استقبل تلقى ناقش اجتمع غادر غادرت أطلق أطلقت نشر نشرت اندلعت اندلع أعرب أعربت أصدر أصدرت قرر قررت انعقد انعقدت استضافت لقي"
    ).split()
)
_SEEN = re.compile(r"^[وف]?س[يتنا]\w{2,}$")
#: Words in س + ي, ت, ن, ا that are no future: year, car, politics, hour …
_NOT_FUTURE = re.compile(
    r"^[وف]?(?:سياس|سيار|سيد|سيطر|سيرغ|سيرجي|سيناء|سينا|سيول|سيدن|سيبير|سيرة|سيره|سيف|سيم|سيل|سيئ|سيا|سيارت|سته|ستين|ستون|ستار|"
    r"ستراتيج|ستيف|ستوكهولم|ستوف|ستات|سنه|سنوات|سنوي|سنين|سنغاف|سنجار|سند|سنا|سني|سنتين|سنتان|سنت|ساع|سابق|سام|سار|ساح|سائق|سائل|سائر|"
    r"ساحل|ساد|ساب|سالم|ساند|سان|سارع|سارت|ساهم|ساخن|سافر|ساكن|ساعد|ساو|ساق|ساس|ساره|ساحه|ستارت|ستور|سيتي|سينما|سياق|سيوف|سيناريو)"
)
_BOUNDARY = re.compile(r"[.!؟?\n]")
_LOOK_BACK = 14


def eponym(site: Site) -> bool:
    """True where the word before makes the date a name."""
    words = site.words_before(1)
    return bool(words) and words[0] in _EPONYMS


def weekday_name(site: Site) -> bool:
    words = site.words_before(1)
    return bool(words) and words[0] in _WEEKDAY_NAMES


def today_loosely(site: Site) -> bool:
    """«اليوم» as a name of a medium, as "nowadays" or as a day in general."""
    before, after = site.words_before(1), site.words_after(1)
    return bool((before and before[0] in _TODAY_NAMES) or (after and after[0] in _TODAY_AFTER))


def general_not_year(site: Site) -> bool:
    words = site.words_before(1)
    return bool(words) and words[0] in _GENERAL_BEFORE


def counts_things(site: Site) -> bool:
    words = site.words_after(1)
    return bool(words) and words[0] in _COUNTED


def numbered(site: Site) -> bool:
    return any(w in _NUMBERED for w in site.words_before(2))


class Tense(IntEnum):
    """Which way the words before a date look."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


def tense(text: str, start: int, end: int) -> Tense:
    """Does the clause before (or the word right after) speak of what is to come? The nearest cue decides."""
    head = text[max(0, start - 12 * _LOOK_BACK) : start]
    cut = [m.end() for m in _BOUNDARY.finditer(head)]
    words = re.findall(r"[^\W\d_]+", head[cut[-1] if cut else 0 :])[-_LOOK_BACK:]
    after = re.findall(r"[^\W\d_]+", text[end : end + 24])[:1]
    if after and _is_future(after[0]):
        return Tense.AHEAD
    for word in reversed(words):
        if _is_future(word):
            return Tense.AHEAD
        bare = word[1:] if word[:1] in ("و", "ف") else word
        if word in _BACK or bare in _BACK:
            return Tense.BACK
    return Tense.OPEN


def _is_future(word: str) -> bool:
    bare = word[1:] if word[:1] in ("و", "ف") else word
    if word in _AHEAD or bare in _AHEAD:
        return True
    return bool(_SEEN.match(word)) and not _NOT_FUTURE.match(word)


def moved(text: str, start: int) -> bool:
    """A date moved from one day to another: «تأجيل الجلسة من الأحد إلى الاثنين» is no stretch of time."""
    words = re.findall(r"[^\W\d_]+", text[max(0, start - 70) : start])[-6:]
    return any(w in _MOVING for w in words)
