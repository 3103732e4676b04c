"""Saved pages as outlets build them: JSON-LD, microdata, meta elements, a clock element, RDFa, tables, the
state of scripts, nothing.

The markup follows what such sites send; the text is made up, the same in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.text import RawArticle
from app.ingest.pipeline import extract
from app.ingest.read import read_paths

SAVED = Path(__file__).parent / "saved"
TITLE = "وفد وزاري يصل إلى العاصمة لبحث اتفاق التجارة"
BODY = (
    "وصل وفد وزاري إلى العاصمة صباح اليوم لبحث اتفاق التجارة بين البلدين، وكان في استقباله عدد من المسؤولين.",
    "وقال رئيس الوفد للصحفيين إن المحادثات ستتناول الرسوم الجمركية وحركة الشاحنات عند المعبر الحدودي.",
    "وأضاف أن الجانبين اتفقا على تشكيل لجنة مشتركة تجتمع كل ثلاثة أشهر وترفع توصياتها إلى الحكومتين.",
    "ومن المقرر أن يغادر الوفد العاصمة مساء الغد بعد توقيع مذكرة تفاهم مع غرفة التجارة.",
)


@dataclass(frozen=True)
class Known:
    """``outlet`` is None where the page does not say who publishes it, ``byline`` where not who wrote it."""

    published: str | None
    outlet: str | None
    charset: str | None = None
    lead: str = ""
    byline: str | None = None


PAGES = {
    "agency.html": Known("2019-10-22", "رويترز", lead="المدينة (رويترز) - "),
    "amp.html": Known("2019-06-13", "فرانس 24"),
    "article-body.html": Known("2022-02-16", "المرصد", byline="هدى الشامي"),
    "aspnet-1256.html": Known("2009-04-22", None, "windows-1256"),
    "bare.html": Known("2012-04-03", None),
    "blog.html": Known("2014-05-17", "akhbar-aljiha.blogspot.com"),
    "blogspot.html": Known("2013-05-05", "awraq-alnahr.blogspot.com", byline="ماجد الفارس"),
    "dcterms.html": Known("2020-09-30", "الشرق الأوسط"),
    "drupal-rdfa.html": Known("2016-03-09", "مركز الحوض للدراسات", byline="رنا خليل"),
    "graph-json-ld.html": Known("2019-03-05", "بي بي سي"),
    "json-ld-list.html": Known("2018-11-20", "العربية"),
    "meta-only.html": Known("2021-02-10", "عنب بلدي", byline="فريق التحرير"),
    "microdata.html": Known("2017-06-01", "سكاي نيوز عربية"),
    "next-data.html": Known("2021-12-01", "الجزيرة"),
    "next-blocks.html": Known("2022-02-16", "المرصد", byline="هدى الشامي"),
    "next-shell.html": Known("2022-02-16", "المرصد", byline="هدى الشامي"),
    "tables-1256.html": Known(None, None, "windows-1256"),
    "time-element.html": Known("2016-08-14", "سانا"),
    "wordpress.html": Known("2020-11-18", "نهر نيوز", byline="سامر الحداد"),
}


def test_there_is_a_page_for_each() -> None:
    assert {path.name for path in SAVED.glob("*.html")} == PAGES.keys()


@pytest.mark.parametrize("name", PAGES)
def test_title_day_outlet_byline_and_body_are_read(name: str) -> None:
    (raw,) = read_paths([str(SAVED / name)])
    assert isinstance(raw, RawArticle)
    document, known = extract(raw).document, PAGES[name]
    assert document.title is not None
    assert document.title.text == TITLE
    assert document.published.edtf == known.published
    assert (document.outlet.name_ar if document.outlet else None) == known.outlet
    assert document.meta.charset == known.charset
    assert (document.byline.text if document.byline else document.meta.byline) == known.byline
    assert tuple(p.span.text for p in document.body) == (known.lead + BODY[0], *BODY[1:])
