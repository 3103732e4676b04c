"""Texts made to hurt: they break nothing, and reading twice as much takes about twice as long.

A unit is repeated until it fills the size asked for. In ``make test`` sizes are small for most units
and 10,000 repetitions for the worst; ``make fuzz`` repeats all of them 10,000 times.
"""

from __future__ import annotations

import os
import random
import time

import pytest

from app.settings import SEEDS
from tests.support.invariants import check, read

FUZZ = bool(os.environ.get("TASALSUL_FUZZ"))
NEWS = "قال وزير الخارجية الروسي سيرغي لافروف يوم الاثنين إن موسكو تنسق مع إسرائيل في سوريا"

UNITS = {
    "quotation marks": '"',
    "angled marks": "«",
    "marks in pairs": '" " ',
    "quoted words": '"كلمة" ',
    "marks that do not match": '"قال «نعم” ',
    "brackets": "(",
    "bracketed words": "(كلمة ",
    "square brackets": "[",
    "commas": "،",
    "stops": ".",
    "stops apart": ". ",
    "questions": "؟ ",
    "dashes": "- كلمة ",
    "all marks": '"،«؟!(».',
    "months": "يناير ",
    "months in pairs": "أكتوبر/ تشرين الأول ",
    "dates": "5 يناير 2015 و",
    "weekdays": "الاثنين ",
    "digits": "1",
    "numbers": "12 ",
    "dates in digits": "1/2/",
    "numbers with dashes": "15-7-",
    "clock": "10:30:",
    "numbers in words": "خمسة وعشرون ",
    "ordinals": "الخامس من ",
    "ranges": "من 5 إلى ",
    "between": "بين ",
    "since": "منذ ",
    "last year": "العام الماضي ",
    "given names": "فلاديمير ",
    "names": "سيرغي لافروف ",
    "names with parts": "محمد عبد الله ",
    "unknown names": "الرئيس زخطار ",
    "titles": "وزير ",
    "offices": "وزير الخارجية ",
    "states": "روسيا وإسرائيل وتركيا ",
    "states joined": "روسيا و",
    "adjectives": "الروسي الإسرائيلي ",
    "pronouns": "هو ",
    "says": "قال ",
    "says that": "قال إن ",
    "that": "أن ",
    "goes on": "وأضاف أن ",
    "says colon": "قال: ",
    "according to": "بحسب ",
    "quoting": "نقلا عن ",
    "agencies": "(رويترز) ",
    "datelines": "موسكو (رويترز) - ",
    "meetings": "التقى بوتين نتنياهو ",
    "strikes": "غارة إسرائيلية ",
    "clauses": f"{NEWS} ",
    "clauses with commas": f"{NEWS}، ",
    "sentences": f"{NEWS}. ",
    "short lines": "خبر عاجل\n",
    "long word": "ا",
    "and": "و",
    "to": "ل",
    "tatweel": "ـ",
    "vowel signs": "قَ",
    "direction marks": "\u200fكلمة\u200e ",
    "presentation forms": "ﻗﺎﻝ ",
    "latin": "Putin said ",
    "chinese": "新闻",
    "emoji": "😀",
    "tags": "<p>",
    "addresses": "http://a.b/c ",
}
#: What the contract names, and what once took a time that grew with the square.
WORST = ("quotation marks", "months", "unknown names", "brackets", "stops apart", "to")
GROWING = ("meetings", "strikes", "says that", "clauses", "sentences")


def of_size(unit: str, characters: int) -> str:
    return unit * (characters // len(unit) + 1)


def seconds(text: str) -> float:
    """Processor time of the quicker of two readings."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read(text)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("name", UNITS)
def test_many_of_one_kind(name: str) -> None:
    text = UNITS[name] * 10_000 if FUZZ else of_size(UNITS[name], 1_500)
    check(text, read(text))


@pytest.mark.slow
@pytest.mark.parametrize("name", WORST)
def test_ten_thousand(name: str) -> None:
    text = UNITS[name] * 10_000
    start = time.process_time()
    found = read(text)
    assert time.process_time() - start < 20
    check(text, found)


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS if FUZZ else GROWING)
def test_twice_as_much_takes_about_twice_as_long(name: str) -> None:
    size = 40_000 if FUZZ else 5_000
    short, long = seconds(of_size(UNITS[name], size)), seconds(of_size(UNITS[name], 2 * size))
    assert long < 3 * short + 0.3, f"{short:.2f} s, then {long:.2f} s"


def invented(characters: int, between: str) -> str:
    """The words of the five articles in lines of their own order, so that hardly two are alike."""
    dice = random.Random(20151008)
    lines = [
        line.split() for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8").split("\n")
    ]
    lines = [line for line in lines if len(line) > 8]
    words = [word for line in lines for word in line]
    made: list[str] = []
    size = 0
    while size < characters:
        line = dice.choice(lines).copy()
        for _ in range(len(line) // 5):
            line[dice.randrange(len(line))] = dice.choice(words)
        made.append(" ".join(line))
        size += len(made[-1]) + 1
    return between.join(made)


@pytest.mark.slow
@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "one line"])
def test_a_long_article(between: str) -> None:
    """One megabyte in ``make fuzz``: about as many words a second as in a short one."""
    text = invented(550_000 if FUZZ else 30_000, between)
    start = time.process_time()
    found = read(text)
    taken = time.process_time() - start
    assert len(text.split()) / taken > 800
    check(text, found)


def test_a_paragraph_of_twelve_thousand_characters() -> None:
    text = invented(12_000, "، و").replace(".", "،")
    check(text, read(text))
