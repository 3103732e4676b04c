"""Who takes part in an event: named in its own clause by syntax, and nobody else."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read

SISI, MACRON, SAFADI = "abdel-fattah-el-sisi", "emmanuel-macron", "ayman-al-safadi"


def parties(text: str, kind: str) -> list[set[str]]:
    return [{p.slug for p in e.participants} for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        (
            "أجرى الرئيسان المصري عبد الفتاح السيسي، والفرنسي إيمانويل ماكرون، أمس، مباحثات في القاهرة.",
            "talks",
            {SISI, MACRON},
        ),
        (
            "سيلتقي سامح شكري الذي وصل من عمان، مع نظرائه الأردني أيمن الصفدي والفرنسي جان إيف لودريان.",
            "meeting",
            {"sameh-shoukry", SAFADI, "jean-yves-le-drian"},
        ),
        (
            "عقد السيسي اجتماعا مع ماكرون بحضور وزير الخارجية سامح شكري.",
            "meeting",
            {SISI, MACRON, "sameh-shoukry"},
        ),
        ("عقدت قطر وتركيا محادثات في جنيف برعاية روسية.", "talks", {"qa", "tr", "ru"}),
        ("استقبل السيسي في القاهرة الرئيس الفرنسي إيمانويل ماكرون.", "meeting", {SISI, MACRON}),
        ("انتقد مراقبون محادثات السيسي – ماكرون التي جرت في القاهرة أول أمس.", "talks", {SISI, MACRON}),
        (
            "أعلن سامح شكري أن اجتماعا سيعقد بين ممثلي تركيا وقطر والولايات المتحدة في الدوحة.",
            "meeting",
            {"tr", "qa", "us"},
        ),
        ("قال سامح شكري إن لقاء سيجري بين السيسي وماكرون لبحث أجندة المشاورات.", "meeting", {SISI, MACRON}),
        ("وحول لقائه الأخير مع ماكرون، قال السيسي إن النتائج جيدة.", "meeting", {SISI, MACRON}),
        (
            "أجرى أردوغان اتصالا هاتفيا مع نظيره المصري عبد الفتاح السيسي أكد خلاله دعم ليبيا والسودان.",
            "phone_call",
            {"recep-tayyip-erdogan", SISI},
        ),
    ],
)
def test_all_who_meet_are_named(sentence: str, kind: str, who: set[str]) -> None:
    assert who in parties(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("شنت روسيا غارات جوية دعما للجيش السوري.", "airstrike", {"ru"}),
        ("سافر السيسي إلى باريس بعد إعلان ماكرون انسحابه من مالي.", "withdrawal", {MACRON}),
        ("قال السيسي في مقابلة: «أسقطنا طائرة مسيرة تركية».", "shootdown", {"eg", "tr"}),
    ],
)
def test_only_who_acts_or_is_acted_on(sentence: str, kind: str, who: set[str]) -> None:
    assert parties(sentence, kind) == [who]


def test_the_speaker_takes_no_part_in_what_he_tells() -> None:
    text = "قال المتحدث باسم الكرملين دميتري بيسكوف: هناك محادثات بين مصر وفرنسا في باريس."
    assert parties(text, "talks") == [{"eg", "fr"}]


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        ("كان رئيس الوزراء العراقي حيدر العبادي، زار أنقرة الأربعاء الماضي وشكر تركيا.", "haider-al-abadi", "tr"),
        ("أعرب ماكرون أثناء زيارة إلى مصر عن قلقه.", MACRON, "eg"),
        ("وصل السيسي إلى وارسو أمس وشكر بولندا.", SISI, "pl"),
    ],
)
def test_visitor_and_host(sentence: str, visitor: str, host: str) -> None:
    [visit] = [e for e in read(sentence).events if e.type == "visit"]
    assert {p.slug: p.role.value for p in visit.participants} == {visitor: "source", host: "place_owner"}
