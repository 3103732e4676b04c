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
