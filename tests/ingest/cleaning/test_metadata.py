from __future__ import annotations

import pytest

from app.domain.text import Basis, Document, Metadata, RawArticle
from app.ingest.clean import clean
from app.knowledge.load import load_knowledge

BODY = "أعلنت الوزارة بدء المرحلة الثانية من الاتفاق في المدينة.\nوقالت إن العمل سيستمر حتى نهاية الشهر."


def read(text: str, meta: Metadata | None = None) -> Document:
    return clean(RawArticle("a.txt", text, "0", meta or Metadata()), load_knowledge())


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ("elaph", "elaph"),
        ("إيلاف", "elaph"),
        ("Enab Baladi", "enab-baladi"),
        ("رويترز (Reuters)", "reuters"),
        ("The Daily Example", "the-daily-example"),
    ],
)
def test_a_supplied_outlet_is_found_by_slug_and_by_name(given: str, slug: str) -> None:
    outlet = read(BODY, Metadata(outlet=given)).outlet
    assert outlet is not None
    assert outlet.slug == slug


def test_an_unlisted_outlet_gets_a_latin_slug() -> None:
    outlet = read(BODY, Metadata(outlet="صدى الوادي")).outlet
    assert outlet is not None
    assert outlet.name_ar == "صدى الوادي"
    assert outlet.slug.isascii()
    assert outlet.slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (f"عنوان الخبر في المدينة\nبلدي نيوز - وكالات\n{BODY}", "baladi-news"),
        (f"عنوان الخبر في المدينة\n{BODY}\nادعم عنب بلدي\nاضغط هنا للمساهمة", "enab-baladi"),
        (f"عنوان الخبر في المدينة\n{BODY}\nالتعليقات\nالتعليقات لا تعبر عن رأي إيلاف", "elaph"),
        (f"عنوان الخبر في المدينة\nموسكو - رويترز\n{BODY}", None),
        (f"عنوان الخبر في المدينة\n{BODY}", None),
    ],
)
def test_an_outlet_is_read_from_byline_or_notices(text: str, slug: str | None) -> None:
    outlet = read(text).outlet
    assert (outlet.slug if outlet else None) == slug


def test_a_supplied_date_beats_a_stated_one() -> None:
    text = f"عنوان الخبر في المدينة\nنشر في: 4 أبريل 2018\n{BODY}"
    supplied = read(text, Metadata(published="2018-04-05", published_note="feed")).published
    assert (supplied.edtf, supplied.basis, supplied.evidence) == ("2018-04-05", Basis.SUPPLIED, "feed")
    stated = read(text).published
    assert (stated.edtf, stated.basis, stated.evidence) == ("2018-04-04", Basis.STATED, "4 أبريل 2018")


def test_the_address_dates_what_the_page_does_not() -> None:
    meta = Metadata(url="https://news.example/2018/04/05/story")
    bare = read(f"عنوان الخبر في المدينة\n{BODY}", meta).published
    assert (bare.edtf, bare.basis, bare.evidence) == ("2018-04-05", Basis.STATED, meta.url)
    assert read(f"عنوان الخبر في المدينة\n4 أبريل 2018\n{BODY}", meta).published.edtf == "2018-04-04"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"عنوان الخبر في المدينة\nالأربعاء 3 أكتوبر 2018\n{BODY}", "2018-10-03"),
        (f"عنوان الخبر في المدينة\nآخر تحديث: 5 أكتوبر 2018\nنشر: 3 أكتوبر 2018\n{BODY}", "2018-10-03"),
        (f"عنوان الخبر في المدينة\nبيروت 15 سبتمبر 2018 (رويترز) - {BODY}", "2018-09-15"),
        (f"في Monday 4 March, 2019\nعنوان الخبر في المدينة\n{BODY}", "2019-03-04"),
        (f"Published: March 4, 2019 10:11 am\nعنوان الخبر في المدينة\n{BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\n04.03.2019\n{BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\nنشرة الجنوب، الاثنين 4 مارس 2019 - {BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\nالاثنين 4 مارس 2019: {BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\nوقع الطرفان، الاثنين 4 مارس 2019 - بعد تأخير - اتفاقا.\n{BODY}", None),
        (f"عنوان الخبر في المدينة\nتحديث: 5 مارس 2019 نشر: 4 مارس 2019\n{BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\n06/07/2018 3:00 PM\n{BODY}", None),  # June or July
        (f"عنوان الخبر في المدينة\nدورية قرب المعبر في 21 أكتوبر 2016 (رويترز)\n{BODY}", None),
        (f"عنوان الخبر في المدينة\nصورة من الأرشيف - 21 أكتوبر 2016\n{BODY}", None),
        (f"عنوان الخبر في المدينة\nدمشق - سانا | 4 مارس 2019\n{BODY}", "2019-03-04"),
        (f"عنوان الخبر في المدينة\n4 مارس 2019 · 5 دقائق للقراءة\n{BODY}", "2019-03-04"),
        (f"04-03-2019 10:37 AM بتوقيت بيروت\nعنوان الخبر في المدينة\n{BODY}", None),  # the page's clock
        (f"عنوان الخبر في المدينة\n1 يناير 1970\n03:12 ص\n{BODY}", None),  # an empty field
        (f"الإثنين, مارس 4, 2019\nعنوان الخبر في المدينة\n{BODY}", None),  # the day of the visit
        (f"عنوان الخبر في المدينة\n{BODY}\nمقالات ذات صلة\nنشر في 3 أكتوبر 2018", None),  # another story
        (f"عنوان الخبر في المدينة\n1 آذار 2018\n2 آذار 2018\n{BODY}", None),  # two at odds
        (f"عنوان الخبر في المدينة\n{BODY}\nوقع الهجوم في 3 أكتوبر 2018 قرب الميناء.", None),
    ],
)
def test_a_date_is_stated_only_by_a_line_of_publication(text: str, edtf: str | None) -> None:
    assert read(text).published.edtf == edtf


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "ar"),
        ("The ministry said so.", "en"),
        ("وزارت گفت که چنین است و پیشنهاد را می‌پذیرد", "fa"),
        ("123", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).language == language
