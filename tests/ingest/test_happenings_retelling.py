"""Acts between states that are told again without their doer."""

from __future__ import annotations

from tests.ingest.test_events import read

FIRST = "استدعت تركيا السفير الروسي احتجاجا على الغارات الثلاثاء."


def _summoned(text: str) -> list[list[str]]:
    return [[p.slug for p in e.participants] for e in read(text).events if e.type == "summoning"]


def test_who_summons_again_is_who_summoned_before() -> None:
    told = _summoned(
        FIRST + "\nوكان السفير الروسي قد استدعي السبت للمرة الأولى.\nوتم استدعاء السفير الروسي أيضا الأحد."
    )
    assert all("tr" in who for who in told)


def test_another_ambassador_is_not_summoned_by_the_same_state() -> None:
    told = _summoned(FIRST + "\nوتم استدعاء السفير الإيراني في باريس الأحد.")
    assert not any("tr" in who and "ir" in who for who in told)
