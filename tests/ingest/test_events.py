from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.domain.records import Event, EventStatus, EventType, Extraction, Role
from app.domain.text import Metadata, RawArticle
from app.ingest.pipeline import extract

SENTENCES = Path(__file__).with_name("event_sentences.txt")


def read(text: str, published: str | None = "2018-10-04") -> Extraction:
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    return extract(RawArticle("test.txt", text, fingerprint, Metadata(published=published)))


def casts(text: str, kind: str) -> list[set[str]]:
    """Who takes part in each event of a type."""
    return [{p.slug for p in e.participants} for e in read(text).events if e.type == kind]


def lines() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines() if "\t" in line)
    return [(sentence, wanted) for sentence, wanted in rows if not sentence.startswith("#")]


def fits(event: Event, wanted: str) -> bool:
    """``type:who+who@date!status``; ``*`` stands for any participants."""
    head, _, status = wanted.partition("!")
    head, _, day = head.partition("@")
    kind, _, who = head.partition(":")
    acting = {p.slug for p in event.participants if p.role is not Role.PLACE_OWNER}
    return (
        event.type == kind
        and (who == "*" or acting == set(who.split("+")))
        and (not day or (event.date is not None and event.date.value.edtf == day))
        and (not status or event.status == status)
    )


@pytest.mark.parametrize(("sentence", "wanted"), lines())
def test_sentence(sentence: str, wanted: str) -> None:
    events = read(sentence).events
    told = [(e.type.value, [p.slug for p in e.participants], e.date, e.status.value) for e in events]
    if wanted == "-":
        assert not told
    else:
        assert all(any(fits(e, one.strip()) for e in events) for one in wanted.split("|")), told


def test_sentences_are_many_and_of_both_kinds() -> None:
    wanted = [w for _, w in lines()]
    assert len(wanted) >= 120
    assert sum(w == "-" for w in wanted) >= 20


TALKS = """عقد وزير الخارجية المصري سامح شكري ونظيره السوداني الدرديري محمد أحمد محادثات في القاهرة الثلاثاء.
وقال شكري في تصريح صحفي إن المحادثات كانت مثمرة.
وجاءت المحادثات عقب اجتماع بين الرئيس المصري عبد الفتاح السيسي وعمر البشير، اتفقا خلاله على فتح المعابر.
"""


def test_tellings_of_one_event_are_one_record_at_the_fullest() -> None:
    talks = [e for e in read(TALKS).events if e.type is EventType.TALKS]
    assert [(e.paragraph, e.date.value.edtf if e.date else None) for e in talks] == [(1, "2018-10-02")]


def test_order_and_part_are_told() -> None:
    events = {e.type: e for e in read(TALKS).events}
    meeting, accord = events[EventType.MEETING], events[EventType.AGREEMENT]
    assert meeting.precedes == (events[EventType.TALKS].id,)
    assert accord.part_of == meeting.id
    assert {p.slug for p in accord.participants} == {p.slug for p in meeting.participants}


def test_the_publication_day_is_no_event_day() -> None:
    [event] = read("التقى الرئيس المصري عبد الفتاح السيسي نظيره السوداني عمر البشير في القاهرة.").events
    assert event.date is None


def test_the_day_of_speaking_is_not_the_day_of_what_is_told() -> None:
    text = "قال البنتاغون الأربعاء إن مقاتلات أميركية قصفت مواقع لحركة طالبان في أفغانستان."
    assert [e.date for e in read(text).events if e.type is EventType.AIRSTRIKE] == [None]


def test_a_paper_reports_and_a_party_confirms() -> None:
    paper = read("أفادت صحيفة هآرتس أن إسرائيل شنت غارات في سوريا.").events
    party = read("أعلنت وزارة الدفاع الروسية أن روسيا نشرت قوات في سوريا.").events
    assert [e.status for e in paper] == [EventStatus.REPORTED]
    assert [e.status for e in party] == [EventStatus.OCCURRED]
    assert paper[0].claimed_by
    assert party[0].claimed_by


def test_a_report_that_the_narrative_repeats_has_occurred() -> None:
    text = """أفادت صحيفة هآرتس أن فلاديمير بوتين أجرى مكالمة هاتفية مع بنيامين نتنياهو الثلاثاء.
وجاء الإعلان عقب مكالمة هاتفية بين فلاديمير بوتين وبنيامين نتنياهو."""
    [call] = [e for e in read(text).events if e.type is EventType.PHONE_CALL]
    assert call.status is EventStatus.OCCURRED


def test_headlines_are_made_from_the_record() -> None:
    [strike] = read("قصفت إسرائيل مواقع لحركة حماس في قطاع غزة.").events
    assert strike.headline_ar.startswith("قصف إسرائيلي على ")
    assert strike.headline_en.startswith("Israeli bombardment of Hamas")
    [call] = read("هاتف بنيامين نتنياهو الرئيس الروسي فلاديمير بوتين.").events
    assert call.headline_ar == "مكالمة هاتفية بين بنيامين نتنياهو وفلاديمير بوتين"


def test_of_acts_of_force_a_side_only_reports() -> None:
    """Both sides of a war tell their own story; the article does not vouch for either."""
    [raid] = read("أعلن الجيش الإسرائيلي أن إسرائيل شنت غارات في سوريا.").events
    assert raid.status is EventStatus.REPORTED


@pytest.mark.parametrize(
    ("sentence", "arabic", "english"),
    [
        (
            "استدعت تركيا السفير الروسي.",
            "تركيا تستدعي السفير الروسي",
            "Turkey summons the Russian ambassador",
        ),
        (
            "التقى وزير الخارجية الروسي سيرغي لافروف نظيره المصري سامح شكري في القاهرة.",
            "لقاء بين سيرغي لافروف وسامح شكري في القاهرة",
            "Sergey Lavrov and Sameh Shoukry meet in Cairo",
        ),
        (
            "من المقرر أن يلتقي سيرغي لافروف نظيره المصري سامح شكري.",
            "لقاء مرتقب بين سيرغي لافروف وسامح شكري",
            "Sergey Lavrov and Sameh Shoukry to meet",
        ),
        (
            "أسقطت الدفاعات الجوية السورية طائرة إسرائيلية.",
            "إسقاط طائرة إسرائيلية على يد الدفاع الجوي السوري",
            "The Syrian Air Defence Force shoots down Israeli aircraft",
        ),
        (
            "رفض الجيش الإسرائيلي تنفيذ هجوم.",
            "رفض الجيش الإسرائيلي تنفيذ هجوم",
            "The Israel Defense Forces refuse to carry out an attack",
        ),
        (
            "رفضت روسيا تمديد مهمة الأمم المتحدة.",
            "رفض روسيا بشأن الأمم المتحدة",
            "Russian refusal concerning the United Nations",
        ),
    ],
)
def test_headlines_read_like_news(sentence: str, arabic: str, english: str) -> None:
    assert [(e.headline_ar, e.headline_en) for e in read(sentence).events] == [(arabic, english)]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("سلمت روسيا سوريا منظومة إس-300.", "إمدادات سلاح روسية إلى سوريا"),
        ("اختتمت القاهرة وأثينا مناورات بحرية.", "مناورات عسكرية مصرية يونانية"),
        ("وصل سيرغي لافروف إلى الجزائر.", "زيارة سيرغي لافروف إلى الجزائر"),
    ],
)
def test_adjectives_agree_and_stand_in_their_place(sentence: str, headline: str) -> None:
    assert [e.headline_ar for e in read(sentence).events] == [headline]


def test_a_state_known_by_adjective_becomes_an_actor_without_mentions() -> None:
    found = read("نفذت مقاتلات فرنسية ضربات جوية على مواقع قرب تمبكتو.")
    [france] = [a for a in found.actors if a.slug == "fr"]
    assert france.mentions == ()
    assert [(p.slug, p.role) for p in found.events[0].participants] == [("fr", Role.SOURCE)]


def test_a_visit_names_the_owner_of_the_place() -> None:
    [visit] = read("وصل وزير الخارجية الروسي سيرغي لافروف إلى الجزائر الاثنين.").events
    assert {(p.slug, p.role) for p in visit.participants} == {
        ("sergey-lavrov", Role.SOURCE),
        ("dz", Role.PLACE_OWNER),
    }
    assert visit.place is not None
    assert visit.place.country == "dz"


def test_what_follows_after_is_a_fact_with_its_own_day() -> None:
    text = "قررت موسكو تزويد دمشق بصواريخ متطورة بعد إسقاط طائرة روسية قرب اللاذقية في 17 أيلول الماضي."
    events = {e.type: e for e in read(text).events}
    assert events[EventType.ARMS_SUPPLY].status is EventStatus.PLANNED
    assert events[EventType.ARMS_SUPPLY].date is None
    downed = events[EventType.SHOOTDOWN]
    assert (downed.status, downed.date and downed.date.value.edtf) == (EventStatus.OCCURRED, "2018-09-17")


def test_long_ago_is_background() -> None:
    [cut, *_] = read("قطعت الرياض علاقاتها مع طهران في 3 كانون الثاني 2016.").events
    assert cut.background


def test_records_keep_their_words_and_ids() -> None:
    first, second = read(TALKS), read(TALKS)
    assert [e.id for e in first.events] == [e.id for e in second.events]
    text = first.document.text
    for event in first.events:
        for span in (event.span, event.trigger):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text", ["محادثات", "غارات " * 400, "اجتماع بين " * 300, "و" * 50, "التقى \u202eبوتين\u202c", "«" * 200]
)
def test_odd_text_does_no_harm(text: str) -> None:
    for event in read(text).events:
        assert event.participants or event.date or event.place
