"""Words with a pronoun that stand for a state or its forces."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import casts


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("قال الرئيس الإيراني حسن روحاني إن بلاده أجرت محادثات مع روسيا.", "talks", {"ir", "ru"}),
        ("أكدت تركيا أن طائراتها اعترضت قاذفات روسية فوق البحر.", "other", {"tr", "ru"}),
        ("قالت المستشارة الألمانية أنغيلا ميركل إن حكومتها وقعت اتفاقا مع تركيا.", "agreement", {"de", "tr"}),
    ],
)
def test_its_owner_is_meant(sentence: str, kind: str, parties: set[str]) -> None:
    assert parties in casts(sentence, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلن الرئيس الأميركي دونالد ترامب انسحاب بلاده من الاتفاق.",
        "سحبت روسيا قواتها من سوريا.",
    ],
)
def test_what_is_ones_own_is_not_acted_on(sentence: str) -> None:
    [parties] = casts(sentence, "withdrawal")
    assert len(parties) == 1
