from __future__ import annotations

import time

import pytest

from app.domain.records import Draft
from app.domain.text import Document, Metadata, Paragraph, Published, Span, Token
from app.ingest import morphology, sentences
from app.knowledge.load import load_knowledge
from app.languages.ar.analyser import load_analyser


def tokens(*paragraphs: str) -> tuple[Token, ...]:
    tables = load_knowledge()
    text, rows, at = "\n".join(paragraphs), [], 0
    for n, paragraph in enumerate(paragraphs, start=1):
        rows.append(Paragraph(n, Span.of(text, at, at + len(paragraph))))
        at += len(paragraph) + 1
    document = Document(
        "a.txt", text, "0", "ar", Metadata(), None, None, None, Published(), tuple(rows), ()
    )  # fmt: skip
    found = morphology.run(sentences.run(Draft(document), tables), tables).tokens
    assert all(text[t.span.start : t.span.end] == t.span.text for t in found)
    assert [t.i for t in found] == list(range(len(found)))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقال، إن «البلدين» اتفقا.", ["وقال", "،", "إن", "«", "البلدين", "»", "اتفقا", "."]),
        ("إس-300 (S-300)", ["إس", "-", "300", "(", "S", "-", "300", ")"]),
        ("أكتوبر/ تشرين الأول", ["أكتوبر", "/", "تشرين", "الأول"]),
        ("مسار موازٍ", ["مسار", "موازٍ"]),
        ("أن تُستخدم", ["أن", "تُستخدم"]),
        ("لـ(رويترز)", ["لـ", "(", "رويترز", ")"]),
        ("محـمـد", ["محـمـد"]),
        ("ـ بيروت ـ أعلنت", ["بيروت", "أعلنت"]),
        ("\u200fوقال\u200f نعم", ["وقال", "نعم"]),
        ("٢٠١٥ و2016", ["٢٠١٥", "و2016"]),
        ("انتظر...", ["انتظر", ".", ".", "."]),
        ("زار #أحمد_الكمالي بيروت", ["زار", "أحمد", "الكمالي", "بيروت"]),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    assert [t.span.text for t in tokens(text)] == words


def test_places_count_from_one() -> None:
    found = tokens("وصل الوفد. ثم غادر.", "وعاد.")
    assert [(t.paragraph, t.sentence) for t in found if t.span.text in ("وصل", "غادر", "وعاد")] == [
        (1, 1),
        (1, 2),
        (2, 1),
    ]


def test_verbs_are_read_with_and_without_hamza() -> None:
    one, other = tokens("أعلنت")[0].verb(), tokens("اعلنت")[0].verb()
    assert one is not None
    assert one == other


@pytest.mark.parametrize("sign", ["\ufe70", "\ufe76", "\ufe7e", "\u0640"])
def test_a_sign_of_which_nothing_is_left_is_no_token(sign: str) -> None:
    found = tokens(f"وصل {sign} الوفد {sign}.")
    assert [t.fold for t in found] == ["وصل", "الوفد", "."]


def test_repeated_words_are_fast() -> None:
    line = "وقالت الوزارة في بيان إن الوفد وصل إلى العاصمة وأجرى محادثات مع نظيره التركي أمس. " * 400
    analyse, words = load_analyser(), line.split()
    assert all(analyse(word) is not None for word in words[:20])
    start = time.perf_counter()
    for word in words:
        analyse(word)
    assert len(words) / (time.perf_counter() - start) > 50_000
