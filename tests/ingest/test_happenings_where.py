"""The place of an event: where it happened, not where its topic lies."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("التقى السيسي ماكرون في باريس.", "Paris"),
        ("بحث السيسي مع ماكرون خلال لقاء الوضع في ليبيا.", None),
        ("أجرى السيسي محادثات مع ماكرون بشأن الأزمة في اليمن.", None),
        ("شنت روسيا غارات جوية على مواقع في خاركيف.", "Kharkiv"),
        ("أعلن ترامب انسحابه من اتفاق باريس للمناخ.", None),
        ("وقعت السودان وتركيا اتفاقا للتعاون أسوة بقطر.", None),
        ("قال متحدث إن إدارة الرئيس باراك أوباما أجرت محادثات مع ماكرون.", None),
    ],
)
def test_place_of_an_event(sentence: str, place: str | None) -> None:
    [event] = read(sentence).events
    assert (event.place.name_en if event.place else None) == place


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("شنت إسرائيل غارات على مواقع لتنظيم الدولة جنوب سوريا.", "airstrike", "Southern Syria"),
        ("شنت إسرائيل غارات على جنود من جنوب السودان.", "airstrike", None),
        ("شنت إسرائيل غارات على ثكنات سورية في درعا.", "airstrike", "Daraa"),
        ("شنت إسرائيل غارات على سوريا.\nواستهدفت الغارات مواقع في درعا.", "airstrike", "Daraa"),
        ("شنت إسرائيل غارات على درعا.\nواستهدفت الغارات مواقع في سوريا.", "airstrike", "Daraa"),
        ("نددت موسكو بالغارة التي شنتها إسرائيل في تدمر الجمعة.", "airstrike", "Palmyra"),
        ("تسبب غزو العراق في أزمة.", "invasion", "Iraq"),
        ("تسبب غزو العراق للكويت في أزمة.", "invasion", None),
        ("سحبت روسيا قواتها من سوريا الثلاثاء.", "withdrawal", "Syria"),
        ("سحب ترامب بلاده من اتفاق باريس للمناخ.", "withdrawal", None),
        ("استدعت الخارجية الإيرانية السفير البريطاني لدى طهران الثلاثاء.", "summoning", "Tehran"),
        ("استدعت أنقرة السفير الروسي الثلاثاء.", "summoning", "Ankara"),
        ("استدعت بغداد القائم بأعمالها لدى أنقرة.", "summoning", "Baghdad"),
        ("يأتي ذلك ضمن اتفاق موسكو المبرم بين بوتين وأردوغان في مارس الماضي.", "agreement", "Moscow"),
        ("أثنى على اتفاق موسكو وأنقرة في مارس الماضي.", "agreement", None),
        ("اتفق بوتين وأردوغان على خطة لإجلاء المدنيين من شرق حلب.", "agreement", None),
        ("اتفق بوتين وأردوغان في حلب على خطة لإجلاء المدنيين.", "agreement", "Aleppo"),
        ("وفي مقابلة في لندن أعرب كيري عن أمله بإجراء مفاوضات مع روسيا.", "talks", None),
        ("قطعت مصر علاقاتها بقطر الثلاثاء.", "severed_ties", None),
        ("طلب بينيت من وزرائه عدم التعليق على الوضع في أوكرانيا.", "other", None),
    ],
)
def test_place_by_what_it_is_to_the_event(sentence: str, kind: str, place: str | None) -> None:
    found = [e.place.name_en if e.place else None for e in read(sentence).events if e.type == kind]
    assert (found or [None])[0] == place
