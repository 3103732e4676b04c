"""Words with a pronoun that stand for a state or its forces."""

from __future__ import annotations

import pytest

from tests.ingest.test_events import read


def who(text: str, kind: str) -> list[set[str]]:
    return [{p.slug for p in e.participants} for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("قال الرئيس الإيراني حسن روحاني إن بلاده أجرت محادثات مع روسيا.", "talks", {"ir", "ru"}),
        ("أكدت تركيا أن طائراتها اعترضت قاذفات روسية فوق البحر.", "other", {"tr", "ru"}),
        ("قالت المستشارة الألمانية أنغيلا ميركل إن حكومتها وقعت اتفاقا مع تركيا.", "agreement", {"de", "tr"}),
    ],
)
def test_its_owner_is_meant(sentence: str, kind: str, parties: set[str]) -> None:
    assert parties in who(sentence, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلن الرئيس الأميركي دونالد ترامب انسحاب بلاده من الاتفاق.",
        "سحبت روسيا قواتها من سوريا.",
    ],
)
def test_what_is_ones_own_is_not_acted_on(sentence: str) -> None:
    [parties] = who(sentence, "withdrawal")
    assert len(parties) == 1
