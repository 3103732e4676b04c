from __future__ import annotations

import pytest

from app.ingest.quotes import pair_marks


def outers(text: str) -> list[str]:
    """The stretches in quotation marks; «~» follows one that is not closed."""
    return [
        text[p.open :] + "~" if p.close is None else text[p.open : p.close + 1]
        for p in pair_marks(text).pairs
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('قال "نعم" ثم "لا".', ['"نعم"', '"لا"']),
        ("إذاعة “الوادي“، أن الأمر “حسم”.", ["“الوادي“", "“حسم”"]),
        ("صحيفة ”الوادي“ قالت", ["”الوادي“"]),
        ("قال «إن صحيفة «الوادي» أخطأت».", ["«إن صحيفة «الوادي» أخطأت»", "«الوادي»"]),
        ('قال "إن صحيفة "الوادي" أخطأت".', ['"إن صحيفة "الوادي" أخطأت"', '"الوادي"']),
        ('قال «إن صحيفة "الوادي" أخطأت».', ['«إن صحيفة "الوادي" أخطأت»', '"الوادي"']),
        ('و"الخطيرة" ولـ"الوادي" وبـ“المهمة”', ['"الخطيرة"', '"الوادي"', "“المهمة”"]),
        ("على الجسر “ نُسف بالمتفجرات”.", ["“ نُسف بالمتفجرات”"]),
        ('قال: " لن نقبل ".', ['" لن نقبل "']),
        ('(“الوادي”)، ("السهل")', ["“الوادي”", '"السهل"']),
        ('"أولا" و"ثانيا" و"ثالثا"', ['"أولا"', '"ثانيا"', '"ثالثا"']),
        ("صحيفة 'الوادي' قالت", ["'الوادي'"]),
        ("O'Brien's report", []),
        ("", []),
        ('""', ['""~']),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert outers(text) == found


@pytest.mark.parametrize(
    ("text", "found", "strays"),
    [
        ('قال: "لن نقبل', ['"لن نقبل~'], 0),
        ('حتى النهاية"، وتابع "نعم"', ['"نعم"'], 1),
        ("حتى النهاية».", [], 1),
    ],
)
def test_missing_marks(text: str, found: list[str], strays: int) -> None:
    assert outers(text) == found
    assert len(pair_marks(text).strays) == strays


def test_a_new_opening_ends_one_that_was_never_closed() -> None:
    first, second = pair_marks('قال "لن نقبل. وأضاف "سنرى".').pairs
    assert first.close is None
    assert second.close is not None
