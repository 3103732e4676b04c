from __future__ import annotations

import pytest

from app.domain.records import Actor
from app.languages.ar.groups import load_groups
from tests.support.invariants import read


def _groups(text: str) -> dict[str, Actor]:
    """The nameless groups of a text by their English."""
    return {a.name_en: a for a in read(text).actors if not a.known and a.kind != "source"}


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("استولى متمردون تشاديون على بلدة حدودية.", "Chadian rebels"),
        ("قصف الثوار الليبيون المطار.", "Libyan rebels"),
        ("اختطف مسلحون مجهولون مهندسا فرنسيا.", "unidentified gunmen"),
        ("هاجم قراصنة نيجيريون ناقلة نفط.", "Nigerian pirates"),
        ("أسقطت فصائل سورية معارضة مروحية عسكرية.", "Syrian opposition factions"),
        ("وقعت فرنسا والحركات المسلحة اتفاق سلام.", "armed movements"),
        ("انسحبت القوات الكردية من المدينة.", "Kurdish forces"),
        ("هاجم متمردو الطوارق ثكنة عسكرية.", "Tuareg rebels"),
        ("قتل الجيش المصري خمسة إرهابيين في سيناء.", "terrorists"),
        ("اندلعت اشتباكات بين متظاهرين ومستوطنين.", "protesters"),
        ("عقدت الأحزاب السياسية التونسية اجتماعا طارئا.", "Tunisian political parties"),
        ("قال المتمردون إنهم أطلقوا سراح الرهائن.", "rebels"),
        ("أحرق محتجون غاضبون السفارة الأمريكية.", "angry protesters"),
        ("أطلق انفصاليو دونيتسك ولوغانسك سراح الأسرى.", "Donetsk and Luhansk separatists"),
        ("هاجمت جماعة مسلحة معسكرا للجيش.", "armed group"),
        ("أعلنت السلطات الانفصالية وقف إطلاق النار.", "separatist authorities"),
        ("انسحبت قوات جمهورية قره باغ من البلدة.", "Nagorno-Karabakh forces"),
        ("اقتحم مؤيدو الرئيس دونالد ترامب المبنى.", "Donald Trump's supporters"),
        ("اتفق الفرقاء الليبيون على تشكيل حكومة.", "Libyan rivals"),
        ("استهدف قصف تركي مقاتلين أكرادا.", "Kurdish fighters"),
    ],
)
def test_a_group_without_a_name_acts(text: str, english: str) -> None:
    assert english in _groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "تحدث التقرير عن أوضاع المتظاهرين في السجون.",  # spoken of
        "ترأس زعيم المتمردين وفدا إلى القاهرة.",  # their leader acts
        "طالبت الوزارة بدعم القوى العاملة.",
        "عبر المتمردون السابقون النهر.",  # of once
        "وصلت القوات الأجنبية إلى القرية.",  # whose?
        "أجرى البلدان محادثات متعددة الأطراف.",
        "قصفت الطائرات الجماعات الإرهابية.",
        "هاجم مقاتلو حزب الله موقعا عسكريا.",  # the party acts
        "كان له تأثير القوى الخفية.",
        "أعلنت السلطات المحلية حظر التجول.",
        "شكلت الحكومة مجموعة عمل.",
        "اعتقل الجيش مقاتلين اثنين من حركة الشباب.",
        "اقتحم مؤيدو القرار المبنى.",
    ],
)
def test_no_group_that_is_only_spoken_of(text: str) -> None:
    assert not _groups(text)


def test_the_group_has_its_state_kind_and_name_in_the_nominative() -> None:
    [group] = _groups("خطفت مروحيات فرنسية مسلحين ماليين وقتلت مسلحين ماليين.").values()
    assert (group.slug, group.country, group.name_ar) == ("malian-gunmen", "ML", "مسلحون ماليون")


def test_a_group_of_no_state_is_that_of_its_article() -> None:
    one, other = (_groups(t)["gunmen"].slug for t in ("هاجم مسلحون القرية.", "هاجم مسلحون البلدة."))
    assert one != other


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("هاجم مسلحون أكراد ثكنة تركية. وقتل المسلحون جنديين.", 1),
        ("سيطرت القوات الكردية على البلدة. ثم انسحب المقاتلون الأكراد منها.", 1),
        ("أطلق متظاهرون عراقيون النار. وهاجم المحتجون السفارة.", 1),
        ("هاجمت مجموعة مسلحة دورية. ثم قصفت المجموعة المتمردة بلدة.", 1),
        ("هاجم مسلحون أكراد ثكنة. وقصف متمردون عراقيون بلدة.", 2),
    ],
)
def test_told_again_it_is_the_same_group(text: str, count: int) -> None:
    assert len(_groups(text)) == count


def test_the_one_armed_group_of_an_article_is_meant_by_a_bare_noun() -> None:
    found = read("قصف الحوثيون المطار. ثم انسحب المتمردون من المدينة.").actors
    assert [a.slug for a in found if a.kind == "armed_group"] == ["houthis"]


@pytest.mark.parametrize(
    ("word", "english"),
    [("مجهولين", "unidentified"), ("اسلاميون", "Islamist"), ("كرديه", "Kurdish"), ("اكراد", "Kurdish")],
)
def test_adjectives_are_read_in_any_form(word: str, english: str) -> None:
    found = load_groups().attribute(word)
    assert found is not None
    assert found.en == english


@pytest.mark.parametrize("word", ["جديده", "كبيره", "ماضيه", "طويلون"])
def test_other_adjectives_describe_no_group(word: str) -> None:
    assert load_groups().attribute(word) is None
