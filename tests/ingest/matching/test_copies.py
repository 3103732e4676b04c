"""Copies of one wire are told from texts that only share a theme, a quotation or a sentence."""

from __future__ import annotations

from random import Random

import pytest

from app.ingest.matching import copies
from app.ingest.matching.copies import BANDS, LEAST, is_copy, keys, shared, shingles

WIRE = [
    "أعلنت وزارة النقل في العاصمة يوم الثلاثاء افتتاح خط جديد للقطارات يربط الميناء بالمدن الداخلية بعد"
    " خمس سنوات من الأعمال التي تأخرت مرتين بسبب نقص التمويل.",
    "وقال الوزير في كلمة أمام الصحفيين إن الخط سيخدم نحو مئتي ألف راكب في الشهر الأول وإن ثمن التذاكر"
    " سيبقى على حاله حتى نهاية العام المقبل.",
    "وتعهدت الشركة المشغلة بتسيير اثني عشر قطارا في اليوم في كل اتجاه، على أن يرتفع العدد إلى عشرين مع"
    " اكتمال المحطة الشرقية في الربيع.",
    "وكان البرلمان وافق قبل عامين على قرض من مصرف التنمية لتغطية نصف كلفة المشروع، بينما تحملت الخزانة"
    " النصف الآخر على ثلاث دفعات.",
    "ويرى خبراء في النقل أن المشروع يخفف الازدحام على الطريق الساحلي الذي يشهد حوادث متكررة في موسم"
    " السياحة كل صيف.",
]
#: Another reporter on the same opening the same day.
OTHER = [
    "دشن وزير النقل اليوم الثلاثاء سكة حديد طال انتظارها بين الميناء والداخل، في حفل حضره رئيس الوزراء"
    " وعدد من السفراء وممثلي المصارف.",
    "وتوقع المدير العام للشركة المشغلة أن تنقل القطارات عشرات الآلاف كل أسبوع، مشيرا إلى أن المحطة"
    " الشرقية ستفتح أبوابها في الربيع المقبل.",
    "وانتقدت كتل معارضة كلفة المشروع، ودعت إلى نشر عقود المقاولين الذين تولوا مد السكة في الجبال.",
    "وخرج سكان القرى القريبة لاستقبال أول قطار، وقال بعضهم إنهم كانوا يمضون ثلاث ساعات على الطريق.",
]


def respelt(text: str) -> str:
    """As an outlet spells that writes neither hamza nor the dots of a final ya and ta marbuta."""
    return text.translate(str.maketrans("أإآية", "اااىه"))


def edited(paragraphs: list[str], every: int) -> list[str]:
    """Every so-manieth word put otherwise by an editor."""
    words = [p.split() for p in paragraphs]
    return [
        " ".join(f"محرر{k}{n}" if (k + n) % every == 0 else w for n, w in enumerate(p))
        for k, p in enumerate(words)
    ]


@pytest.mark.parametrize(
    "copy",
    [
        ["القطار يصل إلى الداخل أخيرا", *WIRE],
        ["الوكالة العربية - خاص", *WIRE[:-1], "المصدر: وكالات"],
        WIRE[:3],
        [*WIRE[:2], *WIRE[3:]],
        [respelt(p) for p in WIRE],
        edited(WIRE, 15),
        ["افتتحت السلطات خطا جديدا للقطارات وسط ترحيب واسع من السكان.", *WIRE[1:]],
        [WIRE[0] + " " + WIRE[1], *WIRE[2:]],
        [*WIRE, *OTHER[2:]],
    ],
    ids=["head", "credit", "tail", "middle", "spelling", "words", "lead", "layout", "more"],
)
def test_a_copy_is_found_and_known(copy: list[str]) -> None:
    one, other = shingles(WIRE), shingles(copy)
    assert is_copy(one, other)
    assert is_copy(other, one)
    assert not set(keys(one)).isdisjoint(keys(other))


@pytest.mark.parametrize(
    "another",
    [
        OTHER,
        [WIRE[0], *OTHER],
        [*OTHER[:2], WIRE[4], *OTHER[2:]],
        ["قال الوزير: «" + " ".join(WIRE) + "»، في كلمته أمام الصحفيين.", *OTHER],
        edited(WIRE, 3),
        WIRE[:1],
        [],
    ],
    ids=["theme", "sentence", "background", "quotation", "retold", "short", "empty"],
)
def test_what_is_no_copy(another: list[str]) -> None:
    assert not is_copy(shingles(WIRE), shingles(another))
    assert not is_copy(shingles(another), shingles(WIRE))


def test_a_speech_quoted_by_two_reporters_is_not_theirs() -> None:
    speech = "«" + " ".join(WIRE).replace("،", " ") + "»"
    one = [OTHER[0], f"وقال رئيس الوزراء: {speech}", OTHER[1], OTHER[2]]
    two = [
        f"جاء في كلمة رئيس الوزراء أمام البرلمان {speech} قبل أن يغادر القاعة مسرعا",
        OTHER[3] + " " + WIRE[3],
    ]
    assert not is_copy(shingles(one), shingles(two))


def test_shares_are_of_each_text_by_itself() -> None:
    whole, cut = shingles(WIRE), shingles(WIRE[:2])
    assert shared(whole, cut) == (len(cut) / len(whole), 1.0)
    assert shared(cut, whole) == (1.0, len(cut) / len(whole))
    assert shared(whole, shingles(["كلام آخر"])) == (0.0, 0.0)


def test_a_text_too_short_to_judge_is_filed_nowhere() -> None:
    words = " ".join(f"كلمة{n}" for n in range(LEAST + 2))
    assert keys(shingles([words])) == ()
    assert keys(shingles([f"{words} وأخرى"]))


def test_keys_are_the_same_for_ever() -> None:
    """They stand in databases: another rule needs a migration that files all articles anew."""
    found = keys(shingles(WIRE))
    assert len(found) == 2 * BANDS
    assert found == keys(shingles([respelt(p) for p in WIRE]))
    assert sum(found) == -25391790647835454540
    assert all(-(2**63) <= key < 2**63 for key in found)


def test_copies_of_every_length_share_a_key_and_other_texts_do_not() -> None:
    """Of a hundred random texts, cut to a half or with every fourteenth word changed, 98 are found."""
    random = Random(6)
    vocabulary = [f"كلمه{n}" for n in range(3000)]
    missed = met = 0
    for _ in range(50):
        body = random.choices(vocabulary, k=random.randint(60, 900))
        runs = set(keys(shingles([" ".join(body)])))
        cut = body[: len(body) // 2 + 20]
        changed = [random.choice(vocabulary) if random.random() < 0.07 else w for w in body]
        missed += sum(runs.isdisjoint(keys(shingles([" ".join(copy)]))) for copy in (cut, changed))
        stranger = random.choices(vocabulary, k=len(body))
        met += not runs.isdisjoint(keys(shingles([" ".join(stranger)])))
    assert missed <= 2
    assert met == 0


@pytest.mark.parametrize("bits", [5, 64])
def test_the_least_by_exclusive_or_is_found_without_looking_at_all(bits: int) -> None:
    """By it texts are filed in the store, so it must stay what it is; numbers close together come too."""
    random = Random(bits)
    for size in (1, copies.FEW, copies.FEW + 1, 500):
        numbers, masks = ([random.getrandbits(bits) for _ in range(n)] for n in (size, 40))
        found = [copies._least(sorted(numbers), mask) for mask in masks]
        assert found == [min(mask ^ each for each in numbers) for mask in masks]
