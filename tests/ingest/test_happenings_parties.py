"""Who takes part in an event: named in its own clause by syntax, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.records import Event, Role
from tests.ingest.test_events import casts, read

SENTENCES = Path(__file__).with_name("happenings_sentences.txt")

SISI, MACRON, SAFADI = "abdel-fattah-el-sisi", "emmanuel-macron", "ayman-al-safadi"


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
    assert who in casts(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("شنت روسيا غارات جوية إسنادا للجيش السوري.", "airstrike", {"ru"}),
        ("سافر السيسي إلى باريس بعد إعلان ماكرون انسحابه من مالي.", "withdrawal", {MACRON}),
        ("قال السيسي في مقابلة: «أسقطنا طائرة مسيرة تركية».", "shootdown", {"eg", "tr"}),
    ],
)
def test_only_who_acts_or_is_acted_on(sentence: str, kind: str, who: set[str]) -> None:
    assert casts(sentence, kind) == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "ستجري الانتخابات الرئاسية في مصر في مارس المقبل، حسبما أعلنت الهيئة الوطنية للانتخابات.",
        "شهدت تركيا انتخابات محلية الأحد الماضي.",
    ],
)
def test_who_holds_an_election_does_not_stand_in_it(sentence: str) -> None:
    assert casts(sentence, "election") == [set()]


def test_the_speaker_takes_no_part_in_what_he_tells() -> None:
    text = "قال المتحدث باسم الكرملين دميتري بيسكوف: هناك محادثات بين مصر وفرنسا في باريس."
    assert casts(text, "talks") == [{"eg", "fr"}]


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        (
            "كان رئيس الوزراء العراقي حيدر العبادي، زار أنقرة الأربعاء الماضي وشكر تركيا.",
            "haider-al-abadi",
            "tr",
        ),
        ("أعرب ماكرون أثناء زيارة إلى مصر عن قلقه.", MACRON, "eg"),
        ("وصل السيسي إلى وارسو أمس وشكر بولندا.", SISI, "pl"),
    ],
)
def test_visitor_and_host(sentence: str, visitor: str, host: str) -> None:
    [visit] = [e for e in read(sentence).events if e.type == "visit"]
    assert {p.slug: p.role.value for p in visit.participants} == {visitor: "source", host: "place_owner"}


def told() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines() if "\t" in line)
    return [(sentence, wanted) for sentence, wanted in rows]


def is_as(event: Event, wanted: str) -> bool:
    """``type:who+who@date``; the owner of the place may be counted in or left out."""
    head, _, day = wanted.partition("@")
    kind, _, who = head.partition(":")
    everybody = {p.slug for p in event.participants}
    acting = {p.slug for p in event.participants if p.role is not Role.PLACE_OWNER}
    named = set(who.split("+")) in (everybody, acting)
    dated = not day or (event.date is not None and event.date.value.edtf == day)
    return kind in ("*", event.type) and named and dated


@pytest.mark.parametrize(("sentence", "wanted"), told())
def test_who_takes_part(sentence: str, wanted: str) -> None:
    events = read(sentence).events
    found = [(e.type.value, sorted(p.slug for p in e.participants), e.date) for e in events]
    assert all(any(is_as(e, one.strip()) for e in events) for one in wanted.split("|")), found


def test_sentences_are_many() -> None:
    assert len(told()) >= 140


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("قالت وزارة الدفاع الروسية إن قاذفات قصفت مواقع لتنظيم الدولة الإسلامية.", {"ru", "islamic-state"}),
        ("قال المرصد السوري لحقوق الإنسان إن طائرات قصفت مواقع لتنظيم الدولة الإسلامية.", {"islamic-state"}),
        ("قال ماكرون إن طائرات مجهولة قصفت مواقع لتنظيم الدولة الإسلامية.", {"islamic-state"}),
    ],
)
def test_only_an_army_tells_of_its_own_planes(sentence: str, who: set[str]) -> None:
    assert casts(sentence, "airstrike") == [who]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال سامح شكري إن الوضع صعب. ونفذت غارات على صنعاء ليلا.", "airstrike"),
        ("انتقدت مصر القرار. وشن لصوص هجوما على قاعدة عسكرية في سيناء.", "other"),
        ("وصف سامح شكري اللقاء بالمثمر. وسقطت طائرة مسيرة قرب العريش.", "other"),
        ("انتقد خبراء القرار. وتستمر جولته الخارجية حتى الجمعة.", "visit"),
    ],
)
def test_a_subject_of_its_own_keeps_the_one_before_out(text: str, kind: str) -> None:
    last = read(text).events[-1]
    assert (last.type, last.participants) == (kind, ())


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "استقبل السيسي وزير الخارجية الأميركي مايك بومبيو ووزير الدفاع الأميركي جيمس ماتيس. "
            "وهما يجريان زيارة للقاهرة.",
            "visit",
            {"mike-pompeo", "jim-mattis"},
        ),
        ("التقى السيسي ماكرون. وقال متحدث إن الجانبين اتفقا على خطة.", "agreement", {SISI, MACRON}),
    ],
)
def test_two_who_were_named_before(text: str, kind: str, who: set[str]) -> None:
    assert any(who <= named for named in casts(text, kind))
