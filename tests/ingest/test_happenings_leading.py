"""Heads of delegations and bearers of messages, told in a sentence of their own."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import casts


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "أنهت مصر وتركيا محادثات في القاهرة أمس.\nوترأس الوفد التركي مولود جاويش أوغلو، مستشار الرئيس "
            "رجب طيب أردوغان، فيما ترأس الجانب المصري سامح شكري.",
            "talks",
            {"eg", "tr", "mevlut-cavusoglu", "sameh-shoukry"},
        ),
        (
            "بعث أمير قطر الشيخ تميم بن حمد رسالة إلى الملك سلمان.\nوقام بتسليم الرسالة محمد جواد ظريف.",
            "other",
            {"tamim-bin-hamad-al-thani", "salman-of-saudi-arabia", "mohammad-javad-zarif"},
        ),
        (
            "عقدت تركيا ومصر محادثات أمس.\nوترأس جلسة البرلمان رئيس الوزراء حيدر العبادي.",
            "talks",
            {"tr", "eg"},
        ),
        ("عقدت تركيا ومصر محادثات أمس.\nوترأس الوفد العراقي إلى الدوحة حيدر العبادي.", "talks", {"tr", "eg"}),
        ("عقدت تركيا ومصر محادثات أمس.\nونقل حيدر العبادي رسائل إلى الدوحة.", "talks", {"tr", "eg"}),
    ],
)
def test_who_led_or_carried(text: str, kind: str, who: set[str]) -> None:
    assert who in casts(text, kind)
