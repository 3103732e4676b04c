"""Whatever the text: the invariants of ``tests.support.invariants`` hold and ids do not move.

``make fuzz`` tries many more texts, others each time.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.ingest.contract import to_dict
from tests.support.invariants import check, read

SEEDS = [p.read_text("utf-8") for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
WORDS = sorted({w for text in SEEDS for w in text.split()})
#: A short run that never changes, or with ``make fuzz`` a long one that always does.
EXAMPLES = int(os.environ.get("TASALSUL_FUZZ", "0"))
SLOW = settings(
    max_examples=EXAMPLES or 40,
    derandomize=not EXAMPLES,
    phases=set(Phase) - (set() if EXAMPLES else {Phase.shrink, Phase.explain}),  # shrinking takes minutes
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_seeds(text: str) -> None:
    found = read(text)
    check(text, found)
    assert found == read(text)


@SLOW
@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.integers(0, 3000))
def test_cut_seeds(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    check(part, read(part))


@SLOW
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_shuffled_lines(text: str, order: random.Random) -> None:
    lines = text.splitlines()
    order.shuffle(lines)
    shuffled = "\n".join(lines)
    check(shuffled, read(shuffled, published=None))


@SLOW
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), max_size=12).map("\n".join))
def test_shuffled_words(text: str) -> None:
    check(text, read(text))


#: What breaks readers of Arabic: hidden and combining characters, presentation forms, every sort of mark.
ODD = st.one_of(
    st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
    st.characters(min_codepoint=0xFB50, max_codepoint=0xFDFF, categories=("L", "N", "S", "P")),
    st.characters(min_codepoint=0xFE70, max_codepoint=0xFEFF, categories=("L", "Cf")),
    st.sampled_from(" \n\t.،؛؟!?\"'“”„«»‹›()[]{}<>:-–—…/\\|*_0159٠١٥٩ab"),
    st.sampled_from(
        "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2028\u2066\u2069\ufeff"
    ),
    st.sampled_from("\x01\x0b\x0c\x1f\x7f\x85\u0640\u064e\u0651\u0670\U0001f600"),
)


@SLOW
@given(st.text(ODD, max_size=300))
def test_random_arabic(text: str) -> None:
    check(text, read(text))


@SLOW
@given(st.text(max_size=200).map(lambda t: t.replace("\r", "\n")))
def test_any_text(text: str) -> None:
    check(text, read(text))


@SLOW
@given(
    st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 6000), st.text(ODD, max_size=3)), max_size=30)
)
def test_mutated_seeds(text: str, changes: list[tuple[int, str]]) -> None:
    """Characters of an article changed for odd ones, or lost."""
    letters = list(text)
    for at, new in changes:
        letters[at % len(letters)] = new
    mutated = "".join(letters)
    check(mutated, read(mutated))


#: What rules look for, so that they meet in every order.
PIECES = (
    'قال إن|وأضاف أن|نفى|بحسب|نقلا عن|(رويترز)|قوله|مشيرا إلى|"|«|»|“|:|،|.|؟|-|(|)|\n|وزير الخارجية|الرئيس'
    "|المتحدث باسم|مصدر|ضابط|موسكو|إسرائيل|روسيا وتركيا|سيرغي لافروف|زخطار بنداق|الجيش الروسي|غارة|محادثات"
    "|التقى|اجتماع|مكالمة هاتفية|لم|قد|سوف|لن|يوم الاثنين|أمس|غدا|في 5 أكتوبر|تشرين الأول/أكتوبر|2015"
    "|بين 3 و7 مارس|منذ|حتى|الماضي|المقبل|الساعة 14:30|15 رمضان 1436|1/2/2016|في سوريا|هو|الذي|و|ثم|بعد أن"
    "|خلال|مع|ضد|على|من"
).split("|")


@SLOW
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join),
    st.sampled_from([None, "2015-10-08"]),
)
def test_what_rules_look_for_in_any_order(text: str, published: str | None) -> None:
    check(text, read(text, published))


@SLOW
@given(
    st.lists(
        st.sampled_from(
            [*PIECES, "Reuters", "said on Monday", "Владимир Путин", "北京", "تهران گفت", "\u202b"]
        )
    )
)
def test_mixed_scripts(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check(text, read(text, published=None))


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_reading_twice_changes_nothing(text: str) -> None:
    ids = [
        [r["id"] for r in (*d["statements"], *d["events"])] for d in (to_dict(read(text)) for _ in range(2))
    ]
    assert ids[0] == ids[1]


def test_a_changed_text_keeps_no_id_and_the_same_text_keeps_all() -> None:
    first, again, other = (to_dict(read(t)) for t in (SEEDS[0], SEEDS[0], SEEDS[0] + "\nسطر جديد"))
    ids = [{r["id"] for r in (*d["statements"], *d["events"])} for d in (first, again, other)]
    assert ids[0] == ids[1]
    assert not ids[0] & ids[2]
