"""What counts as a mention: sentences in the styles of many outlets, none of them from an article."""

from __future__ import annotations

import pytest

from app.domain.records import Candidate, Sign
from tests.support.reading import candidates


def _of(text: str, *signs: Sign) -> list[Candidate]:
    return [c for c in candidates(text) if c.sign in signs]


def _words(text: str, *signs: Sign) -> list[str]:
    return [c.span.text for c in _of(text, *signs)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال الجنرال إدوارد ستيرنبرغ إن القوات جاهزة.", "إدوارد ستيرنبرغ"),
        ("أوضح اللواء الركن هاشم البدراوي أن العملية انتهت.", "هاشم البدراوي"),
        ("وقال محمد العلي إن الطريق مفتوح.", "محمد العلي"),
        ("صرح المتحدث باسم الشرطة المحلية عادل الزهراني بأن الحادث عرضي.", "عادل الزهراني"),
        ("أكد رئيس لجنة الميزانية في المجلس البلدي نبيل القاسمي أن المشروع مؤجل.", "نبيل القاسمي"),
        ("وحضر الاجتماع عبد الرحمن بن ناصر العمري ممثلا عن الغرفة.", "عبد الرحمن بن ناصر العمري"),
        ("وقالت المحامية سلمى بن عيسى إن موكلها بريء.", "سلمى بن عيسى"),
        ("التقى الوفد أبو خالد الحوراني في منزله.", "أبو خالد الحوراني"),
        ("وقال ألكسندر كوروبكين للصحافيين إن الاتفاق وشيك.", "ألكسندر كوروبكين"),
        ("شارك في الندوة أحمد المرعي وسامر الخوري وهدى العتيبي.", "سامر الخوري"),
        ("أعلن الشيخ عبد الله آل مبارك استقالته.", "عبد الله آل مبارك"),
        ("وأضاف الدكتور يوسف مراد: لا خطر على السكان.", "يوسف مراد"),
        ("وأعلن رئيس اللجنة، الدكتور سامي العراقي، تأجيل الدورة.", "سامي العراقي"),
        ("وقال المندوب البريطاني لدى المنظمة بول هاريسون إن بلاده ستشارك.", "بول هاريسون"),
        ("ذكر السفير الياباني في العاصمة توشيو ياموراتا أن المشروع بدأ.", "توشيو ياموراتا"),
        ("وقال الناطق باسم المفوضية نادر البستاني إن العدد تضاعف.", "نادر البستاني"),
        ("وقال المندوب الأميركي لدى الهيئة، كيفن وارد، إن التصويت تأجل.", "كيفن وارد"),
        ("قال المدير سكوت بيكر إن العمل مستمر.", "سكوت بيكر"),
        ("قال المبعوث الأممي غيرالد كنوك إن العمل مستمر.", "غيرالد كنوك"),
        ("وقالت المتحدثة ميريديث بورك، أمس، إن العمل مستمر.", "ميريديث بورك"),
        ("قال المتحدث غاندولف بالأمس إن العمل مستمر.", "غاندولف"),
        ("قال المدير سامي النجار وزملاؤه إن العمل مستمر.", "سامي النجار"),
        ("وأوضح السفير الهولندي توم بوكر لصحيفة محلية أن العمل مستمر.", "توم بوكر"),
        ("قال وزير الدولة البريطاني لشؤون الدفاع أليكس تارن إن العمل مستمر.", "أليكس تارن"),
        ("وقالت المديرة أليساندرا فانوني، إن العمل مستمر.", "أليساندرا فانوني"),
    ],
)
def test_persons_of_no_table_are_found(text: str, name: str) -> None:
    assert name in _words(text, Sign.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "وقال مساء أمس إن الوضع هادئ.",
        "افتتح الوزير شارع جمال عبد الناصر بعد ترميمه.",
        "نقل الجرحى إلى مستشفى الملك فهد في المدينة.",
        "قتل ثلاثة مدنيين في قصف على بلدة قرب الحدود.",
        "ارتفعت أسعار النفط اليوم الخميس إلى أعلى مستوى في عام.",
        "على الدول الكبرى أن تتحمل مسؤولياتها إلى حين انتهاء الأزمة.",
        "وأدت العاصفة إلى انقطاع الكهرباء عن آلاف المنازل.",
        "كان الرجل جميل الصوت كريم الخلق.",
        "قال إن سلام المنطقة يبدأ من هنا.",
        "وقال المندوب البريطاني لدى المنظمة إن بلاده ستشارك.",
        "وقال الناطق باسم المفوضية إن العدد تضاعف.",
        "أخفق المجلس في نيل الثقة المطلوبة.",
        "ثم حكمت المحكمة عليه بالسجن.",
        "وقد يعرب المجلس عن قلقه، فيما يسري القرار غدا.",
        "دعم رياض الأطفال في المدينة.",
        "رسم الخط الأخضر الفاصل بينهما.",
        "قال وزير الدفاع دون تردد إن العمل مستمر.",
        "وقال مدير المركز متحدثا لوكالة محلية إن العمل مستمر.",
        "زار الوزير مدينة غرومفاد، ثم عاد.",
    ],
)
def test_ordinary_words_are_no_persons(text: str) -> None:
    assert _words(text, Sign.PERSON) == []


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("وبحث الأمر مع روسيا.", "روسيا"),
        ("وروسيا ترفض ذلك.", "روسيا"),
        ("قال لروسيا كلمته.", "روسيا"),
        ('اتفقت مع "إسرائيل" على ذلك.', "إسرائيل"),
        ("سلمت الأسلحة للجيش السوري.", "للجيش السوري"),
        ("نقلت (رويترز) الخبر.", "رويترز"),
        ("هاجم تنظيم «الدولة» البلدة.", "تنظيم «الدولة»"),
        ("ذكرت صحيفة «الشرق الأوسط» أمس.", "الشرق الأوسط"),
        ("أعلنت وزارة الصحة التونسية النتائج.", "وزارة الصحة التونسية"),
        ("أكدت السفارة الإيطالية في بيروت الخبر.", "السفارة الإيطالية في بيروت"),
        ("واعلن الجيش الاردني ان الحدود مغلقة.", "الجيش الاردني"),
    ],
)
def test_a_mention_leaves_particles_off_and_keeps_fused_ones(text: str, mention: str) -> None:
    assert mention in _words(text, Sign.TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "تشهد منطقة الشرق الأوسط أزمة جديدة.",
        "شارك الناس بحماس كبير في الاحتفال.",
        "كان وضع البلاد مالي صعبا.",
        "قطع كابل الكهرباء في الحي.",
        "سقط المطر بعد صباح مشمس.",
        "فتح الباب ودخل.",
    ],
)
def test_names_that_are_words_need_their_surroundings(text: str) -> None:
    assert [c for c in _of(text, Sign.TABLE) if c.sure and not c.place] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصل الوزير إلى موسكو.", True),
        ("عقد مؤتمرا صحافيا في لندن.", True),
        ("بعد محادثات فيينا الأخيرة.", True),
        ("غادر باريس صباحا.", True),
        ("ترى موسكو أن الحل ممكن.", False),
        ("التقارب بين أنقرة والقاهرة مستمر.", False),
        ("بدعم من طهران.", False),
        ("أبلغت واشنطن حلفاءها.", False),
        ("موقف دمشق معروف.", False),
    ],
)
def test_a_capital_is_a_party_or_a_place(text: str, place: bool) -> None:
    capitals = [c for c in _of(text, Sign.TABLE) if c.head == "capital"]
    assert [c.place for c in capitals][:1] == [place]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("قال وزير الدفاع الاميركي كلاما.", "us.secretary_of_defense"),
        ("صرح وزير دفاع الولايات المتحدة أمس.", "us.secretary_of_defense"),
        ("قالت المتحدثة باسم الخارجية الروسية كلاما.", "ru.mfa_spokesperson"),
        ('التقى رئيس وزراء "إسرائيل" الوفد.', "il.prime_minister"),
        ("لرئيس الوزراء الإسرائيلي رأي آخر.", "il.prime_minister"),
        ("رحب الأمين العام للأمم المتحدة بذلك.", "un.secretary_general"),
        ("أكد وزير الخارجية المغربي ذلك.", "ma.foreign_minister"),
        ("قال المبعوث الأممي الخاص إلى ليبيا كلاما.", "un.libya_envoy"),
    ],
)
def test_titles_are_read_in_any_spelling(text: str, office: str) -> None:
    assert [c.offices for c in _of(text, Sign.TITLE)] == [(office,)]


def test_a_dual_title_is_two_offices() -> None:
    found = _of("اتفق وزيرا خارجية فرنسا وإيطاليا على ذلك.", Sign.TITLE)
    assert [c.offices for c in found] == [("fr.foreign_minister",), ("it.foreign_minister",)]


def test_a_dual_body_is_two_bodies() -> None:
    found = _of("تدريب مشترك بين الجيشين المصري والأردني.", Sign.TABLE)
    assert [c.readings[0].slug for c in found] == ["egyptian-armed-forces", "jordanian-armed-forces"]


def test_a_dual_body_is_found_under_a_dual_title() -> None:
    found = _of("اجتمع قائدا الجيشين المصري والأردني أمس.", Sign.TABLE)
    assert [c.readings[0].slug for c in found] == ["egyptian-armed-forces", "jordanian-armed-forces"]


def test_a_title_before_a_name_is_part_of_its_phrase() -> None:
    (found,) = _of("قال وزير العدل اللبناني كريم الحداد إن القانون نافذ.", Sign.PERSON)
    assert found.span.text == "كريم الحداد"
    assert found.phrase.text == "وزير العدل اللبناني كريم الحداد"


def test_a_title_after_a_name_belongs_to_it() -> None:
    text = "وقال كريم الحداد، وزير العدل اللبناني، إن القانون نافذ."
    assert _words(text, Sign.TITLE) == []
    assert _of(text, Sign.PERSON)[0].country == "LB"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بحسب دراسة لمركز «مدار» للأبحاث.", "مركز «مدار»"),
        ("قالت شركة زونتكس إن أرباحها ارتفعت.", "شركة زونتكس"),
        ("طالب المجلس الوطني لحقوق الإنسان بالإفراج عنهم.", "المجلس الوطني لحقوق الإنسان"),
        ("أعلنت حركة «بداية» مشاركتها.", "حركة «بداية»"),
    ],
)
def test_bodies_of_no_table_are_found(text: str, name: str) -> None:
    assert name in _words(text, Sign.BODY)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال مصدر أمني لبناني إن الطريق مقطوع.", "مصدر أمني لبناني"),
        ("ونقلت عن مصدرين تركيين قولهما ذلك.", "مصدرين تركيين"),
        ("صرح ضابط في الجيش العراقي بذلك.", "ضابط في الجيش العراقي"),
        ("وأفادت مصادر مطلعة بأن اللقاء تأجل.", "مصادر مطلعة"),
        ("قال شهود عيان إن النيران اندلعت.", "شهود عيان"),
        ("ذكرت وسائل إعلام فرنسية أن الرئيس غادر.", "وسائل إعلام فرنسية"),
    ],
)
def test_unnamed_sources_are_found(text: str, source: str) -> None:
    assert source in _words(text, Sign.SOURCE)


def test_spans_are_the_words_of_the_text() -> None:
    text = "وَقالَ الرئيسُ الأميركيّ لـ(رويترز) إنّ فرنســا وإيران وللجيش التركي دورا."
    for found in candidates(text):
        assert text[found.span.start : found.span.end] == found.span.text
        assert found.phrase.contains(found.span)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("قال نيكولاى بوكدانوفسكي إن الأمر واضح.", "nikolai-bogdanovsky"),
        ("وأضاف سيرجى شويكو أن الخطة جاهزة.", "sergey-shoygu"),
        ("ونقلت بلومبريغ عن مصادر.", "bloomberg"),
        ("وقال نتيناهو إن اللقاء مفيد.", "benjamin-netanyahu"),
    ],
)
def test_spellings_of_no_table_mean_the_known_name(text: str, slug: str) -> None:
    assert slug in [c.readings[0].slug for c in _of(text, Sign.TABLE)]


@pytest.mark.parametrize("text", ["سجل اللاعب إسلام سليماني هدفين.", "قالت ديانا كارتر إن الكتاب صدر."])
def test_a_namesake_is_not_the_known_person(text: str) -> None:
    assert len(_words(text, Sign.PERSON)) == 1
    assert _words(text, Sign.TABLE) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت غرفة عمليات تحرير سرت والجفرة النصر.", "غرفة عمليات تحرير سرت والجفرة"),
        ("تقدمت قوة حماية بنغازي ومصراتة أمس.", "قوة حماية بنغازي ومصراتة"),
        ("تقدمت قوة حماية بنغازي والقائد أمس.", "قوة حماية بنغازي"),
        ("عقدت اللجنة العسكرية المشتركة جلسة.", "اللجنة العسكرية المشتركة"),
        ("قالت المفوضية القضائية العليا إنها مستعدة.", "المفوضية القضائية العليا"),
    ],
)
def test_a_body_of_several_places_or_adjectives_is_read_whole(text: str, name: str) -> None:
    assert name in _words(text, Sign.BODY)


@pytest.mark.parametrize(
    "text",
    [
        "عقدت اللجنة الجديدة المقبلة جلسة.",
        "انتهت الجلسة العلنية الأولى.",
        "شارك في إدارة الأزمة المالية الأخيرة.",
    ],
)
def test_passing_adjectives_make_no_body(text: str) -> None:
    assert _words(text, Sign.BODY) == []
