"""Who acts on whom in every construction: triggers of many frames crossed with ways to build a clause.

Each trigger is a verb in its forms and what follows it; each construction a sentence round them. A cell is
one sentence, so that a rule for one trigger or one word order cannot pass by luck.
"""

from __future__ import annotations

from itertools import islice, product

import pytest

from tests.ingest.test_events import read

#: type, past of a feminine subject, dual, verbal noun, what follows the verb.
TRIGGERS = (
    ("airstrike", "قصفت", "قصفتا", "قصف", "مواقع عسكرية سودانية"),
    ("severed_ties", "طردت", "طردتا", "طرد", "ثلاثة دبلوماسيين سودانيين"),
    ("sanction", "فرضت", "فرضتا", "فرض", "عقوبات على السودان"),
    ("arms_supply", "سلمت", "سلمتا", "تسليم", "السودان دفعة من الصواريخ"),
    ("humanitarian_aid", "أرسلت", "أرسلتا", "إرسال", "مساعدات إنسانية إلى السودان"),
    ("severed_ties", "قطعت", "قطعتا", "قطع", "العلاقات الدبلوماسية مع السودان"),
    ("agreement", "وقعت", "وقعتا", "توقيع", "اتفاقية دفاعية مع السودان"),
    ("talks", "أجرت", "أجرتا", "إجراء", "محادثات مع السودان"),
    ("exercise", "أجرت", "أجرتا", "إجراء", "مناورات عسكرية مشتركة مع السودان"),
    ("invasion", "غزت", "غزتا", "غزو", "السودان"),
    ("shootdown", "أسقطت", "أسقطتا", "إسقاط", "طائرة عسكرية سودانية"),
    ("invitation", "وجهت", "وجهتا", "توجيه", "دعوة إلى السودان لحضور القمة"),
)

#: the sentence, and who acts besides those who are acted on.
CONSTRUCTIONS = (
    ("{past} تركيا {rest} أمس.", {"tr"}),
    ("{past} تركيا، أمس الثلاثاء، {rest}، وفق مصادر رسمية.", {"tr"}),
    ("ذكرت مصادر مطلعة أن تركيا {past} {rest} الأسبوع الماضي.", {"tr"}),
    ("وكانت تركيا قد {past} {rest} في مارس الماضي.", {"tr"}),
    ("قالت الصحيفة إن تركيا وفرنسا {dual} {rest} أمس.", {"tr", "fr"}),
    ("{past} كل من تركيا وفرنسا والجزائر {rest} يوم الاثنين.", {"tr", "fr", "dz"}),
    ("{past} تركيا، وفرنسا، والجزائر، أمس، {rest}.", {"tr", "fr", "dz"}),
    ("{past} تركيا وحليفتها فرنسا {rest} أمس.", {"tr", "fr"}),
    ("{past} تركيا (التي ترأس الدورة الحالية) {rest} أمس.", {"tr"}),
    ("{past} تركيا، التي تستضيف مقر المنظمة، {rest} أمس.", {"tr"}),
    ("أعلنت ألمانيا أن تركيا {past} {rest} أمس.", {"tr"}),
    ("أعلنت تركيا، الثلاثاء، {noun} {rest}.", {"tr"}),
    ("قررت تركيا {noun} {rest}.", {"tr"}),
    ("قررت تركيا وفرنسا أمس {noun} {rest}.", {"tr", "fr"}),
    ("وجاء ذلك بعد {noun} تركيا {rest} الشهر الماضي.", {"tr"}),
    ("وأدان الأمين العام قيام تركيا ب{noun} {rest} أمس.", {"tr"}),
    ("أما تركيا فقد {past} {rest} أمس.", {"tr"}),
    ("نددت ألمانيا بالخطوة بعدما {past} تركيا {rest} أمس.", {"tr"}),
)

#: Three of every five cells: each construction meets triggers of all kinds, each trigger all constructions.
CELLS = tuple(islice(((t, c) for i, (t, c) in enumerate(product(TRIGGERS, CONSTRUCTIONS)) if i % 5 < 3), 130))


@pytest.mark.parametrize(("trigger", "construction"), CELLS)
def test_cell(trigger: tuple[str, ...], construction: tuple[str, set[str]]) -> None:
    kind, past, dual, noun, rest = trigger
    frame, acting = construction
    text = frame.format(past=past, dual=dual, noun=noun, rest=rest)
    cast = [{p.slug for p in e.participants} for e in read(text).events if e.type == kind]
    assert acting | {"sd"} in cast, text


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("أعلنت الهند أن فرنسا سحبت قواتها من لبنان أمس.", {"fr"}),
        ("نشرت باكستان قواتها على الحدود، حسبما أعلن وزير خارجية الأردن.", {"pk"}),
        ("قال الرئيس التركي رجب طيب أردوغان إنه سيسحب قواته من لبنان.", {"tr", "recep-tayyip-erdogan"}),
    ],
)
def test_whose_forces_they_are(sentence: str, who: set[str]) -> None:
    (event,) = [e for e in read(sentence).events if e.type in ("withdrawal", "deployment")]
    assert {p.slug for p in event.participants} <= who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("أعلنت تركيا قصف إسرائيل مواقع سورية.", {"il", "sy"}),
        ("أعلنت فرنسا إسقاط طائرة عسكرية مصرية.", {"fr", "eg"}),
        ("وجاء ذلك بعد غزو الهند باكستان.", {"in", "pk"}),
        ("وجاء ذلك بعد غزو الكويت.", {"kw"}),
        ("قرر لبنان قصف مواقع عسكرية ألمانية.", {"lb", "de"}),
    ],
)
def test_subject_and_object_of_a_verbal_noun(sentence: str, who: set[str]) -> None:
    acts = [{p.slug for p in e.participants} for e in read(sentence).events]
    assert who in acts


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلن التلفزيون الرسمي عن غارات استهدفت مطارا في حمص.",
        "كشف مصدر أمني عن ضربات استهدفت معسكرا في درنة.",
        "أعلن ناشط عن قصف طال حيا سكنيا في تعز.",
    ],
)
def test_who_brings_the_news_of_a_strike_has_no_part_in_it(sentence: str) -> None:
    (strike,) = read(sentence).events
    assert not strike.participants


SHOUKRY, LAVROV, MERKEL, TAMIM = "sameh-shoukry", "sergey-lavrov", "angela-merkel", "tamim-bin-hamad-al-thani"
#: A man, a woman and a third, with their titles; «{a}» and so on stand for them.
PEOPLE = {
    "a": "وزير الخارجية المصري سامح شكري",
    "b": "المستشارة الألمانية أنغيلا ميركل",
    "c": "أمير قطر الشيخ تميم بن حمد آل ثاني",
}


@pytest.mark.parametrize(
    ("frame", "who"),
    [
        ("التقى {a} كلا من {b} و{c}.", {SHOUKRY, MERKEL, TAMIM}),
        ("اجتمع {a} مع {b} ومع {c}.", {SHOUKRY, MERKEL, TAMIM}),
        ("وسوف يعقد {c} و{a} محادثات في جنيف.", {SHOUKRY, TAMIM}),
        ("وصلت {b} إلى جنيف للقاء {c}.", {MERKEL, TAMIM}),
        ("وقالت الوكالة إن {a} اجتمع على هامش القمة ب{c}.", {SHOUKRY, TAMIM}),
        ("زار {a} جنيف أمس، حيث التقى {c}.", {SHOUKRY, TAMIM}),
        ("وصل {a} إلى جنيف أمس والتقى فور وصوله {c}.", {SHOUKRY, TAMIM}),
        ("زار {a} جنيف أمس. والتقى هناك {c}.", {SHOUKRY, TAMIM}),
        ("زار {a} جنيف أمس. والتقى {c} نظيره الروسي سيرغي لافروف.", {LAVROV, TAMIM}),
        ("أرسلت {b} رسالة إلى {c}.", {MERKEL, TAMIM}),
        ("أرسل {a} رسالة لأمير قطر الشيخ تميم بن حمد آل ثاني بمناسبة العيد.", {SHOUKRY, TAMIM}),
        ("تلقى {a} رسالة من {b} نقلها إليه {c}.", {SHOUKRY, MERKEL, TAMIM}),
        ("أبلغ {a} {b} خلال اتصال هاتفي برفض بلاده للخطوة.", {SHOUKRY, MERKEL}),
        ("تعهدت {b} بالإفراج غدا الجمعة عن ثلاثة معتقلين.", {MERKEL}),
    ],
)
def test_persons_in_every_construction(frame: str, who: set[str]) -> None:
    text = frame.format(**PEOPLE)
    cast = [{p.slug for p in e.participants if p.role != "place_owner"} for e in read(text).events]
    assert who in cast, text


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("توصلت قطر ومصر خلال مشاورات في جنيف إلى اتفاق.", "talks", {"qa", "eg"}),
        ("توصلت قطر ومصر خلال مشاورات استضافتها تركيا إلى هدنة إنسانية.", "ceasefire", {"qa", "eg"}),
        (
            "وكانت قطر بالإضافة إلى كل من مصر والأردن قد فرضت عقوبات على إيران.",
            "sanction",
            {"qa", "eg", "jo", "ir"},
        ),
        ("فرضت قطر إلى جانب مصر عقوبات على إيران.", "sanction", {"qa", "eg", "ir"}),
        ("أكد سامح شكري خلال محادثات في جنيف دعم الحل السياسي.", "talks", set()),
    ],
)
def test_who_is_told_of_besides(sentence: str, kind: str, who: set[str]) -> None:
    cast = [{p.slug for p in e.participants} for e in read(sentence).events if e.type == kind]
    assert cast[:1] == [who] or (not who and not cast)


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        # a title after its name names no further party
        ("بحث سامح شكري، وزير الخارجية المصري، مع سيرغي لافروف سبل التعاون.", "talks", {SHOUKRY, LAVROV}),
        # who made it, by the clause that describes it; who only speaks of it takes no part
        ("قبلت أنغيلا ميركل الاستقالة التي تقدم بها سامح شكري.", "other", {SHOUKRY}),
        ("أعلن سامح شكري موقف بلاده على خلفية الاحتجاجات العنيفة في لبنان.", "other", set()),
        ("أعلن وزير الدفاع التركي خلوصي أكار فقدان جنديين في الهجوم.", "other", set()),
        # who decides
        ("وذلك ردا على قرار تركيا طرد ثلاثة دبلوماسيين ألمان.", "severed_ties", {"tr", "de"}),
        ("وجاء ذلك بعد قرار سابق من تركيا بطرد ثلاثة دبلوماسيين ألمان.", "severed_ties", {"tr", "de"}),
        # whom it is laid at, and who fell
        (
            "قتل ثلاثة جنود أتراك في هجوم نسب إلى حزب العمال الكردستاني.",
            "other",
            {"turkish-armed-forces", "kurdistan-workers-party"},
        ),
        ("قتل مقاتل من حزب الله وجرح آخرون، أمس، في قصف شنته إسرائيل.", "airstrike", {"il", "hezbollah"}),
        ("قتل ثلاثة جنود أتراك أثناء غارة إسرائيلية على حلب.", "airstrike", {"il"}),
        # passive by its vowels: whoever speaks does not act
        ("قال الرئيس الأوكراني فولوديمير زيلينسكي: «دُمّرت محطات الطاقة أمس».", "airstrike", set()),
        # the act of force is the subject of its verb
        ("غارة للطيران الإسرائيلي استهدفت مواقع لحزب الله.", "airstrike", {"israeli-air-force", "hezbollah"}),
        ("استهدف قصف إسرائيلي مواقع لحماس وموقعا لحزب الله.", "airstrike", {"il", "hamas", "hezbollah"}),
        ("أطاحت الثورة بالرئيس المصري حسني مبارك.", "other", {"hosni-mubarak"}),
        ("حمّلت تركيا إسرائيل مسؤولية غارات شنتها على حماس.", "airstrike", {"il", "hamas"}),
    ],
)
def test_who_acts_by_what_stands_round_a_noun(sentence: str, kind: str, who: set[str]) -> None:
    cast = [{p.slug for p in e.participants} for e in read(sentence).events if e.type == kind]
    assert who in cast or (not who and not any(cast)), cast


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        # its own relative clause tells whom the act of force hit; whose siege it was is acted on
        (
            "ذكرت الصحيفة أن الغارات الفرنسية التي طالت مواقع لداعش مستمرة.",
            "airstrike",
            {"fr", "islamic-state"},
        ),
        (
            "أعلن الجيش العراقي كسر الطوق الذي فرضه مسلحو داعش حول البلدة.",
            "other",
            {"iraqi-armed-forces", "islamic-state"},
        ),
        # whoever is backed by another is not that other
        ("قصفت تركيا مواقع لجماعات موالية لإيران.", "airstrike", {"tr"}),
        ("وكانت مروحية إسرائيلية قصفت نقطة لحزب الله.", "airstrike", {"il", "hezbollah"}),
        # a pronoun of the other gender, a body that pays no visits
        ("احتجت وزارة الخارجية الصينية على أنغيلا ميركل، على زيارتها إلى تايوان.", "visit", {MERKEL}),
        ("وطلب سامح شكري خلال كلمة له من الدبلوماسيين الإيرانيين المغادرة.", "severed_ties", {SHOUKRY, "ir"}),
        (
            "تناول سامح شكري الملف خلال اتصال هاتفي أجراه سامح شكري بنظيره الروسي سيرغي لافروف.",
            "phone_call",
            {SHOUKRY, LAVROV},
        ),
        # two who met are no party of what is held elsewhere, nor unnamed people those named before
        ("اجتمع شكري ولافروف قبل استفتاء تشهده القرم الأحد المقبل.", "election", set()),
        ("ولحزب الله كتلة كبيرة في المجلس حيث عقد الأعضاء اجتماعا مغلقا أمس.", "meeting", set()),
    ],
)
def test_who_is_meant_and_who_is_not(sentence: str, kind: str, who: set[str]) -> None:
    events = [e for e in read(sentence).events if e.type == kind]
    cast = [{p.slug for p in e.participants if p.role != "place_owner"} for e in events]
    assert who in cast or (not who and not any(cast)), cast


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("جددت الطائرات السعودية قصفها لتجمعات ومواقع حزب الله.", "airstrike", {"sa", "hezbollah"}),
        ("وتحدثت الصحيفة عن قيام جهات تركية بالتنصت على مسؤولين ألمان.", "other", {"tr", "de"}),
        ("فرضت فرنسا عقوبات بحق حزب الله.", "sanction", {"fr", "hezbollah"}),
        ("صدرت مذكرة توقيف من المحكمة الجنائية الدولية.", "other", {"international-criminal-court"}),
        ("وستقوم قطر مع مصر بإجلاء الجرحى من غزة.", "humanitarian_aid", {"qa", "eg"}),
        ("وستقوم قطر بتسليم لبنان دفعة من الصواريخ.", "arms_supply", {"qa", "lb"}),
    ],
)
def test_whose_object_and_who_besides(sentence: str, kind: str, who: set[str]) -> None:
    cast = [{p.slug for p in e.participants} for e in read(sentence).events if e.type == kind]
    assert who in cast, cast


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        # whom a decision or a call concerns may be named past the event that it is about
        (
            "قررت الخارجية التركية تعليق عدد من المحادثات والاتفاقيات مع مصر.",
            "other",
            {"turkish-foreign-ministry", "eg"},
        ),
        ("دعت فرنسا إلى عقد اجتماع عاجل لمجلس الأمن الدولي.", "proposal", {"fr", "un-security-council"}),
        # two who did something at talks that a third hosts
        ("توصلت قطر ومصر خلال مشاورات استضافتها تركيا إلى اتفاق.", "talks", {"qa", "eg", "tr"}),
        # whoever only stands in the adjunct takes no part
        ("اختفى الكاتب جمال خاشقجي عقب زيارته السفارة السعودية.", "other", {"jamal-khashoggi"}),
    ],
)
def test_named_past_the_next_event(sentence: str, kind: str, who: set[str]) -> None:
    cast = [{p.slug for p in e.participants} for e in read(sentence).events if e.type == kind]
    assert who in cast, cast


def test_a_verb_of_the_other_gender_is_not_said_of_whoever_was_named_last() -> None:
    text = "أعلنت بريطانيا أنها ستطرد دبلوماسيين روسا بسبب قضية سيرغي سكريبال، كما طلبت عقد جلسة لمجلس الأمن."
    (event,) = [e for e in read(text).events if e.type == "proposal"]
    assert "sergei-skripal" not in {p.slug for p in event.participants}
