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
