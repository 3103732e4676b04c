"""Whom mentions mean: names, titles by date, descriptions, counterparts, places that are only places."""

from __future__ import annotations

import pytest

from app.domain.records import Actor, ActorKind, MentionHow
from tests.support.reading import read


def _actors(text: str, published: str | None = None) -> dict[str, Actor]:
    return {a.slug: a for a in read(text, published).actors}


def _words(actor: Actor) -> list[str]:
    return [m.span.text for m in actor.mentions]


@pytest.mark.parametrize(
    ("published", "slug"),
    [
        ("2012-05-01", "nicolas-sarkozy"),
        ("2014-05-01", "francois-hollande"),
        ("2019-05-01", "emmanuel-macron"),
        ("2019", "emmanuel-macron"),
        (None, "president-of-france"),
        ("2010/2020", "president-of-france"),
    ],
)
def test_a_title_means_its_holder_of_the_day_or_the_office(published: str | None, slug: str) -> None:
    assert list(_actors("أكد الرئيس الفرنسي أن بلاده مستعدة للحوار.", published)) == [slug]


def test_a_title_means_whom_the_article_names_in_it() -> None:
    found = _actors(
        "قال الرئيس الفرنسي فرانسوا هولاند ذلك.\nوأضاف الرئيس الفرنسي أن الحل ممكن.", "2019-05-01"
    )
    hollande = found["francois-hollande"]
    assert [m.how for m in hollande.mentions] == [MentionHow.NAME, MentionHow.OFFICE]
    assert {m.office for m in hollande.mentions} == {"fr.president"}


def test_a_counterpart_is_the_same_office_of_another_country() -> None:
    found = _actors("بحث وزير الخارجية الألماني مع نظيره الإيراني الملف النووي.", "2016-03-01")
    assert list(found) == ["frank-walter-steinmeier", "mohammad-javad-zarif"]


def test_a_bare_rank_is_the_last_of_that_rank() -> None:
    text = "التقى وزير الخارجية الأردني أيمن الصفدي المبعوث الأممي غير بيدرسن.\nوأكد الوزير دعم الجهود."
    safadi = _actors(text, "2019-05-01")["ayman-al-safadi"]
    assert _words(safadi) == ["أيمن الصفدي", "الوزير"]
    assert safadi.mentions[1].how is MentionHow.DESCRIPTION


def test_descriptions_agree_in_kind_and_country() -> None:
    text = (
        "ذكرت صحيفة هآرتس ذلك، ونفته صحيفة الغارديان.\n"
        "وقالت الصحيفة الإسرائيلية إن الخبر صحيح.\nوأضافت الصحيفة أن الوزارة لم تعلق."
    )
    found = _actors(text)
    assert "الصحيفة الإسرائيلية" in _words(found["haaretz"])
    assert "الصحيفة" in _words(found["haaretz"])
    assert "الصحيفة" not in _words(found["the-guardian"])


def test_an_unnamed_source_is_spoken_of_again() -> None:
    found = _actors("قال ضابط في الجيش العراقي إن العملية بدأت.\nوأوضح الضابط أنها واسعة.")
    (source,) = (a for a in found.values() if a.kind is ActorKind.SOURCE)
    assert _words(source) == ["ضابط في الجيش العراقي", "الضابط"]
    assert source.affiliation == "iraqi-armed-forces"
    assert (source.gender, source.number, source.known) == ("m", "s", False)


def test_unnamed_sources_of_two_articles_are_two() -> None:
    one = {
        s for s, a in _actors("قال مصدر أمني لبناني إن الطريق مقطوع.").items() if a.kind is ActorKind.SOURCE
    }
    two = {
        s for s, a in _actors("قال مصدر أمني لبناني إن الجسر مقطوع.").items() if a.kind is ActorKind.SOURCE
    }
    assert one
    assert two
    assert not one & two


def test_a_surname_means_the_person_named_before() -> None:
    found = _actors("قال الجنرال ألبرت كرينشتاين إن القوات باقية.\nوشدد كرينشتاين على ذلك.")
    (person,) = found.values()
    assert _words(person) == ["ألبرت كرينشتاين", "كرينشتاين"]


def test_spellings_are_one_actor_and_are_kept() -> None:
    found = _actors("التقى بنيامين نتانياهو الوفد.\nوقال نتنياهو إن اللقاء مثمر.")
    assert _words(found["benjamin-netanyahu"]) == ["بنيامين نتانياهو", "نتنياهو"]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("عقد اللقاء في لندن أمس.", set()),
        ("وصلت الطائرة من قبرص.", set()),
        ("تعيش أسرته في الأردن منذ سنوات.", set()),
        ("شنت الطائرات غارات في العراق.\nويستمر القتال في العراق.", set()),
        ("شنت الطائرات غارات في العراق.\n" + "ويستمر القتال في العراق. " * 5, {"iq"}),
        ("سحبت الحكومة الكندية خبراءها من شمال مالي.", {"ca"}),
        ("وقعت الحادثة على الحدود مع النيجر.", set()),
        ("أغلق المعبر على الحدود بين تشاد والسودان.", set()),
        ("تدور المحادثات حول ليبيا.", set()),
        ("جرى التوقيع بين تشاد والسودان.", {"td", "sd"}),
        ("يسعى الفصيل للسيطرة على مالي والنيجر.", set()),
        ("وردت بلجيكا على إيطاليا.", {"be", "it"}),
        ("أحيت روسيا ذكرى النصر على ألمانيا النازية.", {"ru"}),
        ("افتتح المؤتمر في العاصمة النمساوية، فيينا، أمس.", set()),
        (
            "وأعلن المرصد السوري لحقوق الإنسان، ومقره بريطانيا، حصيلة جديدة.",
            {"syrian-observatory-for-human-rights"},
        ),
        ("اتهمت العراق جارته إيران.", {"iq", "ir"}),
        ("بعد عودة مئات العائلات من الأردن.", set()),
        ("طلبت المنظمة دعما من الأردن.", {"jo"}),
        ("ترى موسكو أن الحل ممكن.", {"ru"}),
        ("العلاقات بين الدوحة والرياض تتحسن.", {"qa", "sa"}),
        ("الطيران الروسي يواصل طلعاته.", {"russian-aerospace-forces"}),
        ("حث المسؤولين على الهدوء.", set()),
        ("رحب الأتراك بالقرار.", {"tr"}),
    ],
)
def test_a_place_that_is_only_a_place_is_no_actor(text: str, slugs: set[str]) -> None:
    named = {s for s, a in _actors(text).items() if a.kind is not ActorKind.SOURCE}
    assert named == slugs


def test_words_of_a_government_mean_its_country() -> None:
    found = _actors("رفضت الحكومة الإسبانية الطلب، فيما قالت السلطات الإسبانية إنه قيد الدرس.")
    assert list(found) == ["es"]


def test_ordinary_names_count_when_the_fuller_name_is_given() -> None:
    assert "al-qaeda" not in _actors("القاعدة المتبعة واضحة.")
    found = _actors("أعلن تنظيم القاعدة مسؤوليته، وقالت القاعدة إنها ستواصل.")
    assert _words(found["al-qaeda"]) == ["تنظيم القاعدة", "القاعدة"]


def test_ordinary_names_count_in_quotation_marks() -> None:
    assert list(_actors("وهددت «القاعدة» بالرد.")) == ["al-qaeda"]


def test_the_alliance_is_told_by_its_enemy() -> None:
    against = "قصف التحالف مواقع {}."
    assert "us-led-coalition" in _actors(against.format("تنظيم داعش"))
    assert "saudi-led-coalition-in-yemen" in _actors(against.format("الحوثيين"))
    assert _actors(against.format("البلدة")) == {}


def test_an_author_at_the_head_of_a_paragraph_is_no_actor() -> None:
    assert _actors("سامر الخوري: شهدت المدينة هدوءا أمس.") == {}


def test_mentions_are_in_order_and_belong_to_actors() -> None:
    draft = read("قال وزير الخارجية الروسي سيرغي لافروف إن بلاده، مثل إيران وتركيا، تدعم الحل.", "2018-01-01")
    assert list(draft.mentions) == sorted(draft.mentions, key=lambda m: (m.span.start, m.span.end, m.slug))
    assert {m.slug for m in draft.mentions} == {a.slug for a in draft.actors}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "بلا أعلام.",
        "Only English words here.",
        "«»\"\"''()",
        "و",
        "ال",
        "وزير",
        "قال",
        "محمد بن",
        "نائب " * 3000,
    ],
)
def test_odd_texts_give_no_actor_and_no_error(text: str) -> None:
    assert _actors(text) == {}


def test_a_bare_title_goes_back_to_whom_it_introduced() -> None:
    found = _actors("التقى وزير الخارجية رامي الحلواني الوفد.\nوأكد وزير الخارجية أن الحوار مستمر.")
    assert len(found) == 1
    assert _words(next(iter(found.values()))) == ["رامي الحلواني", "وزير الخارجية"]


def test_many_ministers_at_once_stand_for_their_states_unless_named() -> None:
    text = "اجتمع وزراء خارجية إيطاليا وإسبانيا في روما."
    assert list(_actors(text, "2016-05-01")) == ["it", "es"]
    named = f"{text}\nوقال باولو جنتيلوني إن الحوار مفيد."
    assert "paolo-gentiloni" in _actors(named, "2016-05-01")


def test_the_government_is_that_of_the_minister_who_spoke() -> None:
    found = _actors("قال وزير الخارجية اليمني خالد اليماني ذلك.\nوأوضح أن الحكومة مستعدة.")
    assert _words(found["ye"]) == ["الحكومة"]


def test_a_late_part_of_a_name_is_that_of_the_person_told() -> None:
    found = _actors("التقى وزير الدفاع السعودي خالد بن سلمان الوفد.\nوقال بن سلمان إن الحوار مستمر.")
    assert list(found) == ["khalid-bin-salman-bin-abdulaziz-al-saud"]


@pytest.mark.parametrize("text", ["قال المنظمون إن حفلا سيجري غدا.", "اللقاء سيجري مساء في الفندق."])
def test_a_verb_spelt_like_a_surname_is_no_person(text: str) -> None:
    assert not _actors(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("قال الرئيس التونسي إن تونس آمنة.\nوانتشر الجيش في الشوارع.", "tunisian-armed-forces"),
        ("رد الجيش الأردني على النار.\nوقال الجيش إنه لم يصب أحد.", "jordanian-armed-forces"),
        (
            "شهدت تونس أمس احتجاجات في أحياء تونس الشعبية.\nوأصدرت وزارة الصحة بيانا.",
            "tunisian-health-ministry",
        ),
        ("قصفت طائرات مواقع في سوريا.\nوتتحالف الميليشيات مع النظام منذ سنوات.", "syrian-government"),
        ("تسللت قوات تركية إلى البلدة.", "turkish-armed-forces"),
        ("أوقف جنود كنديون المهربين.", "canadian-armed-forces"),
        ("أعلنت الأسرة المالكة البلجيكية الحداد.", "belgian-royal-family"),
    ],
)
def test_a_body_without_its_state_is_that_of_the_article(text: str, slug: str) -> None:
    assert slug in _actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "أصلحت كندا وكندا النظام الصحي.",
        "اتفقت فرنسا وألمانيا وإيطاليا على تسليح الجيش.",
        "قالت تونس وتونس إن الشرطة المحلية انتشرت.",
        "وقع الانفجار أمام مبنى وزارة المالية التونسية.",
    ],
)
def test_a_body_that_is_none_or_nobody_s(text: str) -> None:
    kinds = {a.kind for a in _actors(text).values()}
    assert kinds <= {ActorKind.COUNTRY}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("استدعت الوزارة السفير الكندي أمس.\nوغادر السفير الكندي جون ستيوارت البلاد.", "john-stuart"),
        ("استدعت الوزارة سفير كندا.\nوقال السفير جون ستيوارت إنه متفائل.", "john-stuart"),
        ("قال وزير الدفاع إن الخطة جاهزة.\nوأضاف جيمس ماتيس أنها كلفت كثيرا.", "jim-mattis"),
    ],
)
def test_a_title_before_the_name_of_its_holder(text: str, slug: str) -> None:
    people = [
        s for s, a in _actors(text, "2018-04-01").items() if a.kind in (ActorKind.PERSON, ActorKind.OFFICE)
    ]
    assert people == [slug]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("اجتمع وزيرا الدفاع والخارجية التركيان أمس.", {"nurettin-canikli", "mevlut-cavusoglu"}),
        ("التقى الوفد وزيري الخارجية والدفاع الفرنسيين.", {"jean-yves-le-drian", "florence-parly"}),
    ],
)
def test_two_ministers_of_one_state(text: str, people: set[str]) -> None:
    assert set(_actors(text, "2017-12-11")) == people


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("نفت وسائل إعلام تركية الخبر.\nوبحسب وسائل الإعلام الرسمية التركية فإنه كاذب.", {"turkish-media"}),
        ("ذكرت وكالة الأنباء الأردنية الخبر.\nوأضافت الوكالة الأردنية أنه مؤكد.", {"jordan-news-agency"}),
        ("استدعت كندا السفير.\nثم قررت نقل السفارة الكندية إلى مدينة أخرى.", {"ca"}),
        ("أكدت السفارة الكندية أن موظفيها بخير.", {"canadian-embassy"}),
        ("قال عضو مجلس الأمن القومي إن القرار نهائي في كندا وكندا.", set()),
        ("اعتقل أحمد المرعي الملقب بأبي خالد الشرقي.\nوقال أبو خالد الشرقي إنه بريء.", {"ahmad-al-merhi"}),
        ("قصفت الطائرات مواقع المجموعة المرتبطة بالقاعدة.", {"al-qaeda"}),
        ("وضع القاعدة الأولى للبناء.", set()),
        ("نفت السفيرة الكندية مزاعم الرئيس.", set()),
        ("حصل صالح على 219 صوتا.", set()),
        ("أثنى على شويغو في كلمته.", {"sergey-shoygu"}),
        ("وقال المسؤول لبي بي سي إنه متفائل.", {"bbc"}),
        ("أعلنت الأممالمتحدة موقفها.", {"united-nations"}),
    ],
)
def test_one_actor_by_several_names_and_no_actor_by_mere_words(text: str, slugs: set[str]) -> None:
    found = {s for s, a in _actors(text).items() if a.kind is not ActorKind.SOURCE}
    kept = {s for s in found if not s.startswith(("ca", "canadian-ambassador")) or s in slugs}
    assert kept == slugs


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("القاهرة - سبوتنيك. هطلت الأمطار.", set()),
        ("ذكرت سبوتنيك. ثم صمتت.", {"sputnik"}),
        ("اكتفى تلفزيون لبنان بالخبر.\nونفى التلفزيون ذلك لاحقا.", {"tele-liban"}),
        ("ذكرت رويترز الخبر في كندا وكندا.\nونفى التلفزيون ذلك.", {"reuters", "canadian-television"}),
        ("طلب الرئيس للبرلمان جلسة.", set()),
        ("قال القيادي الحوثي سامر المرعي إنه باق.", {"samer-al-merhi"}),
        ("قال القيادي بحركة النهضة سامر زيتون لرويترز إنه باق.", {"ennahda", "samer-zaitoun", "reuters"}),
        ("انتقد خبراء بيغاسوس برنامج التجسس.", set()),
        ("عقدت اللجنة العسكرية المشتركة اجتماعا.", {"joint-military-committee"}),
        ("بحث المجتمعون في إدارة الشؤون العامة.", set()),
        ("طالب سالم المرعي نجل المدير بالعودة.", {"salem-al-merhi"}),
        ("أجرى لقاءين منفصلين في المدينة.", set()),
    ],
)
def test_names_at_the_edge_of_what_is_one(text: str, slugs: set[str]) -> None:
    found = {s for s, a in _actors(text).items() if a.kind is not ActorKind.SOURCE}
    assert found - {"ca"} == slugs


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("قال والي ديار بكر سالم المرعي إن الوضع هادئ.", "salem-al-merhi"),
        ("قالت مديرة مكتب هيومن رايتس ووتش في بيروت سلمى المرعي ذلك.", "salma-al-merhi"),
        ("قال الخبير القانوني سالم المرعي ذلك.", "salem-al-merhi"),
        ("قالت المحامية سامية عبو إن الملف قديم.", "samia-abu"),
    ],
)
def test_a_name_after_a_town_a_body_or_an_adjective(text: str, slug: str) -> None:
    people = [s for s, a in _actors(text).items() if a.kind is ActorKind.PERSON]
    assert people == [slug]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("قال خالد حفتر إن الوضع هادئ.\nوأكد حفتر أن الطريق مفتوح.", "khaled-haftar"),
        ("قال خليفة حفتر إن الوضع هادئ.\nوأكد حفتر أن الطريق مفتوح.", "khalifa-haftar"),
        ("التقى خالد حفتر الوفد.\nقال خليفة حفتر إن الوضع هادئ.\nوأكد حفتر ذلك.", "khalifa-haftar"),
        ("وأكد حفتر أن الطريق مفتوح.", "khalifa-haftar"),
    ],
)
def test_a_surname_is_whoever_the_article_gave_the_full_name(text: str, slug: str) -> None:
    assert _words(_actors(text)[slug])[-1] == "حفتر"


@pytest.mark.parametrize(
    ("verb", "slug"), [("وأضافت", "nadine-farshidi"), ("وأضاف", "samir-farshidi"), ("ونفى", "samir-farshidi")]
)
def test_of_one_family_the_one_who_fits_the_verb(verb: str, slug: str) -> None:
    text = f"قال سمير فرشيدي إن ابنته نادين فرشيدي، وهي طبيبة، سافرت.\n{verb} فرشيدي أن الرحلة طويلة."
    found = _actors(text)
    assert [s for s, a in found.items() if "فرشيدي" in _words(a)] == [slug]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("اعتقلت الشرطة الصحفي التركي الألماني دونيز يوسيل في المطار.", ["دونيز يوسيل"]),
        ("قال الكاتب الفلسطيني الأميركي رشيد الخالدي إن الوضع خطير.", ["رشيد الخالدي"]),
        ("قالت السياسية اليسارية سيلفا كارداغ إن المأدبة ألغيت.", ["سيلفا كارداغ"]),
        ("ورافقه مدير الاستخبارات موساد يوسي كوهين إلى المطار.", ["يوسي كوهين"]),
        ("قال سمير فرشيدي إن الموسم انتهى.", ["سمير فرشيدي"]),
        ("قال سمير قطب إن الموسم انتهى.", ["سمير قطب"]),
        ("والتقى أردوغان وتيلرسون في المطار.", ["أردوغان", "تيلرسون"]),
        ("بحث الطرفان الحل السياسي سنوات.", []),
        ("وصلت الصحفي التركي الألماني رسالة من محاميه.", []),
    ],
)
def test_persons_by_address_and_family(text: str, names: list[str]) -> None:
    people = [a for a in read(text).actors if a.kind is ActorKind.PERSON]
    assert [m.span.text for a in people for m in a.mentions] == names


@pytest.mark.parametrize(
    "text",
    [
        "أعلن وزير النقل سمير فرشيدي أن الخط مغلق.\nوذكّر بما قاله نجيب فرشيدي.\nوأضاف فرشيدي أنه باق.",
        "قال النائب سمير فرشيدي إن شقيقه نجيب فرشيدي سافر.\nوأكد فرشيدي أن العمل مستمر.",
    ],
)
def test_one_named_in_passing_does_not_take_the_surname(text: str) -> None:
    found = _actors(text)
    assert [s for s, a in found.items() if _words(a)[-1] == "فرشيدي"] == ["samir-farshidi"]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("استقبل وزير الدفاع اليمني رئيس الأركان العامة عادل منصور وفدا.", {"adel-mansour"}),
        ("استدعت الوزارة السفير الإسباني بالرباط خوليو مورينو.", {"julio-murinu"}),
        ("استدعت الوزارة السفير الإسباني في الرباط خوليو مورينو.", {"julio-murinu"}),
        ("انتخبه النواب كرئيس وزراء باكستان.", {"pk"}),
    ],
)
def test_titles_stacked_posted_and_only_to_be(text: str, slugs: set[str]) -> None:
    assert set(_actors(text, "2015-03-05")) == slugs


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("وقعت الحكومة الانتقالية التشادية اتفاقا.", {"td"}),
        ("أعلنت حكومة تصريف الأعمال اللبنانية موقفها.", {"lb"}),
        ("أعلن المجلس العسكري الحاكم في غينيا حل البرلمان.", {"guinean-military-council"}),
        ("قتل جنديان تركيان في انفجار.", {"turkish-armed-forces"}),
        ("فرقت قوات مكافحة الشغب السودانية المسيرة.", {"sudanese-riot-police"}),
        ("نفت الحكومة السورية ذلك.", {"syrian-government"}),
        ("هاجم النظام الإيراني منتقديه.", {"ir"}),
        ("قصفت إيران بلدة. وقال رجل إن النظام سقط.", {"ir"}),
        ("نفى جيش بوركينا فاسو ذلك.", {"burkinabe-armed-forces", "bf"}),
        ("استقبل القائد طبيباً روسياً.", set()),
    ],
)
def test_governments_and_forces_by_other_names(text: str, slugs: set[str]) -> None:
    assert {s for s in _actors(text) if not s.startswith("source-")} == slugs


def test_a_hashtag_is_read_as_its_words() -> None:
    plain = (
        "التقى الرئيس الروسي فلاديمير بوتين وزير النقل الأردني وليد الكمالي.\n"
        "وأشاد الكمالي بدور الأمم المتحدة."
    )
    tagged = (
        "التقى الرئيس #الروسي #فلاديمير_بوتين وزير النقل الأردني #وليد_الكمالي.\n"
        "وأشاد #الكمالي بدور #الأمم_المتحدة."
    )
    names = {slug: (a.name_ar, a.name_en, len(a.mentions)) for slug, a in _actors(plain).items()}
    assert {slug: (a.name_ar, a.name_en, len(a.mentions)) for slug, a in _actors(tagged).items()} == names
    assert _words(_actors(tagged)["vladimir-putin"]) == ["فلاديمير_بوتين"]


_RUSSIANS = "أعلنت وزارة الدفاع الروسية أن الطائرة عادت"
_TOLD = "\nوبحسب بيان الوزارة، المجال مفتوح."
_OF_RUSSIA, _OF_TURKEY = "russian-ministry-of-defence", "turkish-foreign-ministry"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (f"{_RUSSIANS} بعد اتصال بوزارة الخارجية التركية.{_TOLD}", _OF_RUSSIA),
        (f"{_RUSSIANS}. وشغل الضابط منصبا في وزارة الدفاع العراقية.{_TOLD}", _OF_RUSSIA),
        (f"{_RUSSIANS}.\nوقالت وزارة الخارجية التركية ذلك.{_TOLD}", _OF_TURKEY),
        (f"{_RUSSIANS}.\nواتصل الضابط بوزارة الخارجية التركية، بحسب بيان للوزارة.", _OF_TURKEY),
        (f"زار الضابط مقر وزارة الخارجية التركية.{_TOLD}", _OF_TURKEY),
    ],
)
def test_a_description_means_whoever_led_a_clause_before_one_named_in_passing(text: str, slug: str) -> None:
    assert {"الوزارة", "للوزارة"} & set(_words(_actors(text)[slug]))


@pytest.mark.parametrize("name", ["ماركو بارين", "يوهان نورين", "سامر العادلي"])
def test_a_foreign_family_name_may_look_like_a_plural(name: str) -> None:
    found = _actors(f"قال وزير الصناعة السويسري {name} إن المصنع جاهز.\nوأضاف أن العمل بدأ.")
    assert name in {a.name_ar for a in found.values()}
