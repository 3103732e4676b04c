"""Sentences in the manner of many newsrooms, each with all its dates; and what must hold for any text."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.edtf import bounds
from app.domain.records import Draft
from app.domain.text import Basis, Document, Metadata, Paragraph, Published, Sentence, Span
from app.domain.time import DateMention, TimeKind
from app.ingest import dates
from app.knowledge.load import load_knowledge

NEWS = Path(__file__).parent / "news.tsv"
_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآىة ًّـ\u200f\u200e،.؟:-/()«»"\n0123456789٠١٢٣٤٥٦٧٨٩'
_WORDS = """
يوم أمس أول الأحد الاثنين الخميس الجمعة من في بين إلى حتى منذ قبل بعد بحلول و تشرين الأول الثاني
كانون أكتوبر مارس نيسان / ( ) - ،  الشهر العام الأسبوع الماضي المقبل الجاري 5 15 31 99 2015 2254
الخامس والعشرين ثلاثة أيام عامين ساعة منتصف أواخر النصف القرن  ثمانينات صيف كل هـ 18/9/2015 15-7
16:41 رمضان شهر اليوم التالي""".split()


def draft(text: str, published: str | None) -> Draft:
    """A document of one paragraph that is one sentence."""
    span = Span.of(text, 0, len(text))
    known = Published(published, Basis.SUPPLIED) if published else Published()
    document = Document("t", text, "0", "ar", Metadata(), None, None, None, known, (Paragraph(1, span),), ())
    return Draft(document, sentences=(Sentence(1, 1, span),))


def mentions(text: str, published: str | None) -> tuple[DateMention, ...]:
    return dates.run(draft(text, published), load_knowledge()).dates


def _rows() -> list[dict[str, str]]:
    with NEWS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda r: r["sentence"][:40])
def test_news_sentence(row: dict[str, str]) -> None:
    """All dates and nothing but the dates."""
    wanted = [tuple(d.rsplit("=", 1)) for d in (row["dates"] or "").split("|") if d]
    got = [
        (m.span.text, m.value.edtf if m.value else "")
        for m in mentions(row["sentence"], row["published"])
        if m.kind is TimeKind.DATE
    ]
    assert got == wanted


def test_there_are_sentences_enough() -> None:
    assert len(_rows()) >= 150


def _holds(text: str, found: tuple[DateMention, ...]) -> None:
    last = 0
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.start >= last
        last = mention.span.end
        if mention.value is not None:
            first, end = bounds(mention.value.edtf)
            assert (first, end) == (mention.value.earliest, mention.value.latest)
            assert first is None or end is None or first <= end
            assert mention.kind is TimeKind.DATE


@settings(max_examples=300, deadline=None)
@given(st.text(_LETTERS, min_size=1, max_size=200), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_any_letters_hold(text: str, published: date) -> None:
    _holds(text, mentions(text, published.isoformat()))


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25),
    st.sampled_from([None, "2015-09-24", "2016-02-29"]),
)
def test_any_words_of_time_hold(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    _holds(text, mentions(text, published))


def test_without_publication_day_nothing_is_guessed() -> None:
    text = "قال الوزير أمس الأحد إن القمة ستعقد يوم الخميس في 5 أكتوبر بعد توقف منذ عام 2014."
    got = [(m.span.text, m.value.edtf if m.value else None) for m in mentions(text, None)]
    assert got == [("أمس الأحد", None), ("يوم الخميس في 5 أكتوبر", "XXXX-10-05"), ("عام 2014", "2014")]


def test_prepositions_bound_the_window() -> None:
    found = mentions("تنتهي المهلة بحلول 5 أكتوبر 2015 وهي سارية منذ مارس 2015.", "2015-09-24")
    assert [m.window.edtf if m.window else None for m in found] == ["../2015-10-05", "2015-03/.."]


def test_weekday_that_disagrees_is_flagged() -> None:
    (found,) = mentions("وقع الحادث يوم الجمعة 5 أكتوبر 2015.", "2015-10-09")
    assert found.conflict
    assert found.value is not None
    assert found.value.edtf == "2015-10-05"


def test_adversarial_input_takes_little_time() -> None:
    for text in ("كانون " * 10_000, "بين 4 و " * 5_000, "1/" * 10_000, "(" * 10_000, "من الأحد إلى " * 3_000):
        assert len(mentions(text, "2015-10-09")) <= len(text)
