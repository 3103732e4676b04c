"""Which tellings of an article are one event, and which are two."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


def told(text: str, kind: str) -> list[int]:
    return [e.paragraph for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "paragraphs"),
    [
        ("وصل سامح شكري إلى الخرطوم الثلاثاء.\nويغادر شكري إلى نيروبي بعد غد.", "visit", [1, 2]),
        (
            "وصل سامح شكري إلى الخرطوم الثلاثاء.\nورحب مسؤولون سودانيون بشكري لدى وصوله إلى الخرطوم.",
            "visit",
            [1],
        ),
        ("وصل سامح شكري إلى الخرطوم الثلاثاء.\nوقال شكري إن زيارته للسودان مثمرة.", "visit", [1]),
        (
            "قصفت القوات التركية مواقع في مدينة عفرين.\nوقصفت القوات التركية بلدة في إدلب.",
            "airstrike",
            [1, 2],
        ),
        ("قصفت القوات التركية مواقع في مدينة عفرين.\nوأوقع القصف قتلى في شمال سوريا.", "airstrike", [1]),
        (
            "هاتف شكري نظيره التركي تشاوش أوغلو.\nواجتمع شكري وتشاوش أوغلو في القاهرة الشهر الماضي.",
            "meeting",
            [2],
        ),
        (
            "توصلت واشنطن وحركة طالبان إلى اتفاق.\nووقعت كابول وطالبان اتفاقا لتبادل الأسرى.",
            "agreement",
            [1, 2],
        ),
        ("توصلت موسكو وأنقرة إلى اتفاق.\nووقع بوتين وأردوغان الاتفاق.", "agreement", [2]),
    ],
)
def test_one_event_or_two(text: str, kind: str, paragraphs: list[int]) -> None:
    assert told(text, kind) == paragraphs


def test_a_visit_is_told_where_a_verb_tells_it() -> None:
    text = "اختفى سامح شكري بعد زيارته للخرطوم.\nوسافر شكري إلى الخرطوم للقاء نظيره السوداني."
    assert told(text, "visit") == [2]


@pytest.mark.parametrize(
    ("text", "kind", "paragraphs"),
    [
        # «كان» steps back from what was told
        (
            "رفضت محكمة الاستئناف في أنقرة طعن الكاتب.\nوكانت المحكمة قد رفضت طعن ناشرين في القضية.",
            "other",
            [1, 2],
        ),
        (
            "شنت إسرائيل الأحد غارات على غزة.\nوكانت إسرائيل قد شنت غارات على غزة في أيار.",
            "airstrike",
            [1, 2],
        ),
        (
            "قصفت طائرات روسية مواقع للمعارضة.\nوقصفت الطائرات الروسية مواقع للمعارضة في سراقب.",
            "airstrike",
            [2],
        ),
        (
            "دان الوزير قصف روسيا مواقع للمعارضة.\nوكانت طائرات روسية قد قصفت مواقع للمعارضة في سراقب.",
            "airstrike",
            [2],
        ),
        # a movement is not the state it lives in
        ("أفرجت الحكومة اليمنية عن أسرى.\nوأفرجت جماعة الحوثي عن محتجزين.", "other", [1, 2]),
        ("أفرجت الحكومة اليمنية عن أسرى.\nوأفرجت الحكومة اليمنية عن محتجزين.", "other", [1]),
        ("هاجمت القوات السورية مدينة سراقب.\nوهاجم الجيش السوري مدينة سراقب.", "other", [1]),
    ],
)
def test_another_act_or_the_same(text: str, kind: str, paragraphs: list[int]) -> None:
    assert told(text, kind) == paragraphs


@pytest.mark.parametrize(
    ("later", "paragraphs"),
    [
        ("واندلعت اشتباكات عنيفة ليلا في حي الجامعة.", [1, 4]),
        ("وأوقعت الاشتباكات قتلى.", [1]),
        ("وقال شاهد إن حدتها تراجعت بعد اشتباكاتهم في المدينة.", [1]),
    ],
)
def test_an_indefinite_noun_some_way_below_brings_in_another(later: str, paragraphs: list[int]) -> None:
    between = "وقال شاهد إن السوق خلت من الناس.\nوأغلق التجار محالهم."
    text = f"اندلعت اشتباكات بين الجيش اليمني والحوثيين في تعز.\n{between}\n{later}"
    assert told(text, "other") == paragraphs


def test_what_the_strikes_hit_completes_the_attack_they_are() -> None:
    for noun, again in (("غارات", "الغارات"), ("هجوما", "الضربات")):
        told = read(
            f"شن سلاح الجو الإسرائيلي، مساء الأحد، {noun} على مواقع في سوريا،"
            f" في حين قال ناشطون إن {again} استهدفت مواقع لحزب الله."
        ).events
        assert [e.type for e in told] == ["airstrike"]
        assert {p.slug for p in told[0].participants} == {"israeli-air-force", "hezbollah"}


def test_strikes_of_others_are_no_part_of_the_attack() -> None:
    told = read(
        "شن سلاح الجو الإسرائيلي، مساء الأحد، غارات على مواقع في سوريا."
        "\nواستهدفت غارات أميركية مواقع لتنظيم الدولة في العراق."
    ).events
    assert all({p.slug for p in e.participants} & {"israeli-air-force", "us"} for e in told)
    assert not any({"israeli-air-force", "islamic-state"} <= {p.slug for p in e.participants} for e in told)


def test_what_aircraft_attack_is_not_invaded() -> None:
    told = read("نفذت طائرات روسية فجر الثلاثاء هجوما على مدينة إدلب.").events
    assert [e.type for e in told] == ["airstrike"]
