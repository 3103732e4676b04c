"""Ambassadors told by whose they are."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


@pytest.mark.parametrize(
    ("sentence", "envoy"),
    [
        ("استدعت تونس سفيرها في القاهرة للتشاور.", "سفير تونس لدى مصر"),
        ("استدعى الأردن سفيره لدى طهران للتشاور.", "سفير الأردن لدى إيران"),
        ("استدعى المغرب سفيرته في برلين للتشاور.", None),
        ("أعلنت الحكومة التركية سحب القائم بأعمالها في دمشق.", "القائم بأعمال سفارة تركيا لدى سوريا"),
    ],
)
def test_whose_envoy_and_where(sentence: str, envoy: str | None) -> None:
    names = {a.name_ar for a in read(sentence).actors}
    assert envoy in names or (envoy is None and any(name.startswith("سفيرة المغرب") for name in names))


@pytest.mark.parametrize(
    "sentence",
    ["استدعت تونس سفيره في القاهرة.", "رافقه سفيرها إلى المطار.", "تحدثت تونس عن مصيرها أمس."],
)
def test_a_pronoun_that_agrees_with_no_state_names_nobody(sentence: str) -> None:
    assert not any("سفير" in a.name_ar for a in read(sentence).actors)
