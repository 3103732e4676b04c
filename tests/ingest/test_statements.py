"""Statements: 160 sentences of many outlets' styles, then chains, days, modality and discourse."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from app.domain.records import ChainRole, Draft, Modality, QuoteKind, Statement
from app.domain.text import Document, Metadata, Outlet, Paragraph, Published, Span
from app.ingest import actors, dates, mentions, morphology, sentences, statements
from app.ingest.read import fingerprint
from app.knowledge.load import load_knowledge
from app.languages.ar.normalise import fold

SENTENCES = Path(__file__).with_name("statement_sentences.txt")
PUBLISHED = Published("2016-05-12")  # a Thursday
OUTLET = Outlet("the-paper", "الجريدة", "The Paper")


def read(*paragraphs: str, published: Published = PUBLISHED) -> Draft:
    """The paragraphs through all stages up to the statements; nothing is cleaned away."""
    tables = load_knowledge()
    text, rows, at = "\n".join(paragraphs), [], 0
    for n, paragraph in enumerate(paragraphs, start=1):
        rows.append(Paragraph(n, Span.of(text, at, at + len(paragraph))))
        at += len(paragraph) + 1
    document = Document(
        "a.txt", text, fingerprint(text), "ar", Metadata(), None, None, OUTLET, published, tuple(rows), ()
    )  # fmt: skip
    draft = Draft(document)
    for stage in (sentences, morphology, dates, mentions, actors, statements):
        draft = stage.run(draft, tables)
    return draft


def said(*paragraphs: str) -> tuple[Statement, ...]:
    return read(*paragraphs).statements


def cases() -> list[tuple[str, list[list[str]]]]:
    """Sentences of the file with the fields of the statements each makes."""
    found = []
    for block in SENTENCES.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        wanted = [[f.strip() for f in line[1:].split("|")] for line in lines if line.startswith(">")]
        text = "\n".join(line for line in lines if not line.startswith((">", "=")))
        if text:
            found.append((text, wanted))
    return found


CASES = cases()


def test_there_are_enough_sentences_of_either_kind() -> None:
    assert len(CASES) >= 150
    assert sum(not wanted for _, wanted in CASES) >= 50


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_sentence(text: str, wanted: list[list[str]]) -> None:
    found = said(*text.splitlines())
    assert [s.verb.text for s in found] == [verb for _, verb, _, _ in wanted]
    for statement, (speaker, _, content, kind) in zip(found, wanted, strict=True):
        words = f"{statement.speaker.name_ar} {statement.source.text if statement.source else ''}"
        assert fold(speaker) in fold(words)
        assert fold(statement.content.text).lstrip('"').startswith(fold(content).lstrip('"'))
        assert statement.quote is QuoteKind(kind)


@pytest.mark.parametrize("text", [text for text, wanted in CASES if wanted])
def test_spans_are_of_the_text_and_inside_the_whole(text: str) -> None:
    draft = read(*text.splitlines())
    for s in draft.statements:
        for span in (s.span, s.verb, s.content, *s.quoted, *([s.source] if s.source else [])):
            assert draft.document.text[span.start : span.end] == span.text
            assert s.span.contains(span)
        assert any(a.slug == s.speaker.slug for a in draft.actors)
        assert not s.content.contains(s.verb)


def test_ids_are_stable_and_differ() -> None:
    text = "قال نبيه بري إن الجلسة في موعدها. وأضاف أن النصاب مكتمل."
    first, again = said(text), said(text)
    assert [s.id for s in first] == [s.id for s in again]
    assert len({s.id for s in first}) == 2


def test_publisher_comes_first_then_the_relay() -> None:
    (only,) = said("ونقلت وكالة رويترز عن مسؤول تركي قوله إن المعبر أغلق.")
    assert [link.role for link in only.chain] == [ChainRole.PUBLISHER, ChainRole.RELAY]
    assert [link.slug for link in only.chain] == ["the-paper", "reuters"]
    assert only.chain[1].cue is not None


def test_a_medium_that_only_tells_what_another_said_is_a_relay() -> None:
    (only,) = said('وذكرت صحيفة "حرييت" أن أردوغان قال إن العملية لن تتوقف.')
    assert only.speaker.slug == "recep-tayyip-erdogan"
    assert len(only.chain) == 2


def test_a_medium_that_is_the_source_speaks() -> None:
    (only,) = said('قالت صحيفة "هآرتس" إن الحكومة منقسمة.')
    assert (only.speaker.slug, len(only.chain)) == ("haaretz", 1)


def test_continued_speech_comes_through_the_same_medium() -> None:
    first, second = said("وقال إبراهيم قالن لقناة الجزيرة إن أنقرة تريد السلام.", "وأضاف أن الباب مفتوح.")
    assert first.chain[1:] == second.chain[1:] != ()
    assert second.source is None
    assert second.speaker.inferred_by == "continued_speech"


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("قال نبيه بري، أمس الأربعاء، إن الجلسة في موعدها.", date(2016, 5, 11), "أمس الأربعاء"),
        ("وأمس الأربعاء، قال نبيه بري إن الجلسة في موعدها.", date(2016, 5, 11), "أمس الأربعاء"),
        ("وأعلن الجيش اللبناني اليوم أن الحدود هادئة.", date(2016, 5, 12), "اليوم"),
    ],
)
def test_day_of_speaking_is_read_in_the_clause(text: str, day: date, words: str) -> None:
    (only,) = said(text)
    assert only.said is not None
    assert (only.said.value.earliest, only.said.text) == (day, words)


def test_day_in_the_content_is_not_the_day_of_speaking() -> None:
    (only,) = said("قال نبيه بري إن الجلسة ستعقد يوم الاثنين المقبل.")
    assert only.said is None


def test_day_goes_on_with_the_speaker_and_to_nobody_else() -> None:
    text = "قال نبيه بري أمس إن الجلسة في موعدها. وأضاف أن النصاب مكتمل. وقال سعد الحريري إن كتلته ستحضر."
    first, second, third = said(text)
    assert first.said is not None
    assert second.said is not None
    assert second.said.value == first.said.value
    assert second.said.rule == "said.same_speaker"
    assert third.said is None


def test_a_spokesman_goes_on_with_the_day_of_his_body() -> None:
    first, second = said(
        "أعلن البيت الأبيض أمس الأربعاء أن الزيارة ألغيت.",
        "وقال المتحدث باسم البيت الأبيض جوش إرنست إن موعدا جديدا سيحدد.",
    )
    assert first.said is not None
    assert second.said is not None
    assert (second.said.value, second.said.rule) == (first.said.value, "said.same_body")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قال نبيه بري إن الجلسة في موعدها.", Modality.ASSERTED),
        ("نفى نبيه بري أن تكون الجلسة قد تأجلت.", Modality.DENIED),
        ("قال نبيه بري إن الكتلة لن تشارك.", Modality.DENIED),
        ("قال نبيه بري إن الجلسة قد تتأجل.", Modality.HEDGED),
        ("زعم التنظيم أن مقاتليه أسقطوا طائرة.", Modality.HEDGED),
        ("تعهد نبيه بري بأن تعقد الجلسة.", Modality.OFFERED),
        ("وطالب سعد الحريري بعقد جلسة عاجلة.", Modality.DEMANDED),
        ("توقع نبيه بري أن تعقد الجلسة قريبا.", Modality.EXPECTED),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    (only,) = said(text)
    assert only.modality is modality


def test_anonymous_sources_join_the_actors_once() -> None:
    draft = read("قالت أرملة القتيل إن زوجها كان طبيبا.", "وأضافت أن أحدا لم يتصل بها.")
    (slug,) = {s.speaker.slug for s in draft.statements}
    assert [a.slug for a in draft.actors].count(slug) == 1
    assert not draft.statements[0].speaker.named


def test_subjectless_verbs_agree_with_whom_they_take_up() -> None:
    text = (
        "قال سعد الحريري إن الأزمة طويلة.",
        "وقالت أنغيلا ميركل إن برلين ستساعد.",
        "وأضاف أن بيروت شاكرة.",
    )
    assert said(*text)[2].speaker.slug == said(text[0])[0].speaker.slug


def test_speech_inside_a_quotation_is_no_second_statement() -> None:
    found = said('وقال كولن باول إن الوزير "أكد أن المهمة انتهت وقال إن القوات ستعود".')
    assert len(found) == 1


def test_quotation_may_span_sentences() -> None:
    (only,) = said('وقال نبيه بري "النصاب مكتمل اليوم. سنبدأ بعد ساعة. لا عذر لأحد".')
    assert only.quote is QuoteKind.DIRECT
    assert only.content.text.startswith("النصاب")
    assert only.content.text.endswith("لأحد")


@pytest.mark.parametrize("unit", ['" ', 'قال الوزير "', '«"', "وقال مصدر إن القوات تقدمت "])
def test_reading_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Marks in a row and text without stops: four times the text, far less than sixteen times the time."""

    def seconds(times: int) -> float:
        started = process_time()
        said("قال الوزير: " + unit * times)
        return process_time() - started

    seconds(100)
    bound = 12 * max(seconds(750), 0.075)
    assert any(seconds(3000) < bound for _ in range(2))  # once more, should the machine have been busy
