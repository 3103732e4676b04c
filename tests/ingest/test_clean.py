from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.text import Document, Metadata, ParagraphKind, RawArticle
from app.ingest.clean import clean
from app.knowledge.load import load_knowledge

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def read(text: str, meta: Metadata | None = None) -> Document:
    return clean(RawArticle("a.txt", text, "0", meta or Metadata()), load_knowledge())


def labels(document: Document) -> dict[str, str]:
    """The label of every stretch, by its words."""
    found = {p.span.text: "body" if p.n else "heading" for p in document.paragraphs}
    found |= {d.span.text: f"- {d.reason}" for d in document.discarded}
    if document.title:
        found[document.title.text] = "title"
    if document.byline:
        found[document.byline.text] = "byline"
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_pages_in_the_manner_of_many_outlets(page: Path) -> None:
    rows = [row.split("\t", 1) for row in page.read_text("utf-8").splitlines() if row]
    document = read("\n\n".join(line for _, line in rows))
    starts = {p.span.start: "body" if p.n else "heading" for p in document.paragraphs}
    starts |= {d.span.start: "-" for d in document.discarded}
    starts |= {s.start: label for s, label in ((document.title, "title"), (document.byline, "byline")) if s}
    at, read_as = 0, []
    for _, line in rows:
        read_as.append((starts.get(at), line))
        at += len(line) + 2
    assert read_as == [(label, line) for label, line in rows]


def test_there_are_pages() -> None:
    assert len(PAGES) >= 15


PARAGRAPHS = (
    "أعلنت وزارة الصحة وصول أول دفعة من اللقاحات إلى المطار مساء الاثنين.",
    "وقال الوزير إن التوزيع سيبدأ خلال أسبوع في المدن الكبرى.",
    "وأضاف أن دفعة ثانية ستصل الشهر المقبل.",
)
TITLE = "وصول أول دفعة من اللقاحات إلى البلاد"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("تابعونا على تويتر", "social"),
        ("كلمات مفتاحية: لقاح، صحة", "tags"),
        ("جميع الحقوق محفوظة", "copyright"),
        ("المصدر: وكالات", "source_line"),
        ("Getty Images", "caption"),
        ("Read our newsletter", "page_machinery"),
        ("رويترز", "agency_tag"),
        ("عامل ينقل صناديق اللقاح في المطار (رويترز)", "caption"),
        ("لقاح جديد في الأسواق قريبا", "furniture"),
    ],
)
def test_reasons_after_the_body(line: str, reason: str) -> None:
    document = read("\n".join((TITLE, *PARAGRAPHS, line)))
    assert labels(document)[line] == f"- {reason}"
    assert [p.span.text for p in document.body] == list(PARAGRAPHS)


def test_paragraphs_are_numbered_and_headings_are_not() -> None:
    document = read("\n".join((TITLE, PARAGRAPHS[0], "خطة التوزيع", *PARAGRAPHS[1:])))
    assert [(p.n, p.kind) for p in document.paragraphs] == [
        (1, ParagraphKind.BODY),
        (None, ParagraphKind.HEADING),
        (2, ParagraphKind.BODY),
        (3, ParagraphKind.BODY),
    ]


def test_of_a_repeated_lead_the_last_copy_is_body() -> None:
    text = "\n".join((TITLE, PARAGRAPHS[0], "4 أبريل 2018", *PARAGRAPHS))
    document = read(text)
    assert [p.span.text for p in document.body] == list(PARAGRAPHS)
    assert document.body[0].span.start == text.rindex(PARAGRAPHS[0])
    assert [d.reason for d in document.discarded] == ["standfirst", "timestamp"]


def test_a_lead_cut_short_is_a_standfirst() -> None:
    document = read("\n".join((TITLE, PARAGRAPHS[0][:40] + "…", *PARAGRAPHS)))
    assert [p.span.text for p in document.body] == list(PARAGRAPHS)


def test_a_supplied_title_decides() -> None:
    text = "\n".join(("لقاحات في كل مكان من البلاد", TITLE, *PARAGRAPHS))
    document = read(text, Metadata(title=TITLE))
    assert document.title is not None
    assert document.title.text == TITLE


def test_a_page_of_one_line_is_body_without_a_title() -> None:
    document = read(" ".join(PARAGRAPHS))
    assert document.title is None
    assert [p.span.text for p in document.paragraphs] == [" ".join(PARAGRAPHS)]


def test_title_and_furniture_are_cut_off_a_page_of_one_line() -> None:
    body = " ".join(PARAGRAPHS * 3)
    document = read(f"{TITLE} - {body} مقالات ذات صلة سباق الخيل ينطلق غدا", Metadata(title=TITLE))
    assert document.title is not None
    assert document.title.text == TITLE
    assert [p.span.text for p in document.body] == [body]
    assert [d.reason for d in document.discarded][-1] == "related_links"


def test_furniture_words_inside_a_long_line_cut_no_sentence() -> None:
    body = " ".join((PARAGRAPHS[0], "مقالات ذات صلة نشرت أمس أثارت جدلا.", *PARAGRAPHS * 4))
    assert [p.span.text for p in read(body).body] == [body]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200f\n"])
def test_a_text_without_words_has_no_body(text: str) -> None:
    document = read(text)
    assert document.title is None
    assert len(document.paragraphs) <= 1


@pytest.mark.parametrize("text", ["خبر", "أخبار\nمشاركة", "Navigation\nHome", "عنوان قصير\nعنوان آخر", "123"])
def test_any_text_has_a_body(text: str) -> None:
    assert read(text).body


@pytest.mark.parametrize("cue", ["تاريخ النشر", "تاريخ الخبر", "تاريخ المقال"])
def test_a_line_below_the_body_dates_the_page_when_it_says_so(cue: str) -> None:
    page = "بدأ المبعوث جولة جديدة من اللقاءات في العاصمة.\n\nوأعرب عن أمله في التوصل إلى اتفاق.\n\n"
    assert read(f"{page}{cue}: 2019-03-11 10:20").published.edtf == "2019-03-11"
    assert read(f"{page}زيارات الصفحة 2019-03-11 10:20").published.edtf is None
