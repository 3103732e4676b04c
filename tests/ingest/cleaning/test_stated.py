from __future__ import annotations

import pytest

from app.ingest.cleaning.stated import day_in_address, is_date_words, stated_days


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأربعاء 3 أكتوبر 2018", "2018-10-03"),
        ("نشر يوم 18 سبتمبر 2015 - 16:41 يوليو,", "2015-09-18"),
        ("تاريخ النشر: ٦ كانون الأول ٢٠٢٤", "2024-12-06"),
        ("5 يوليو/ تموز 2020", "2020-07-05"),
        ("بيروت 15 سبتمبر / أيلول 2018", "2018-09-15"),
        ("12 من شهر شباط عام 2016", "2016-02-12"),
        ("أيار 9, 2017", "2017-05-09"),
        ("2019 أغسطس 23", "2019-08-23"),
        ("2018-10-03T09:12", "2018-10-03"),
        ("2018/10/03", "2018-10-03"),
        ("26/07/2018", "2018-07-26"),
        ("07-26-2018", "2018-07-26"),
        ("أحد, 01/12/2019 - 14:51", "2019-12-01"),
        ("6.11.2019", "2019-11-06"),
        ("في Friday 3 May, 2019", "2019-05-03"),
        ("Posted on Tue, 14 Aug 2018 09:30 GMT", "2018-08-14"),
        ("Published: August 14th, 2018", "2018-08-14"),
        ("14-Aug-2018", "2018-08-14"),
        ("Mardi 14 août 2018", "2018-08-14"),
        ("[ الثلاثاء, 14 أغسطس, 2018 - 06:21 مساءً ]", "2018-08-14"),
        ("الثلاثاء 3 ذو الحجة 1439 هـ - 14 أغسطس 2018 م", "2018-08-14"),
        ("الخميس 7/3/1429 هـ - الموافق 13/3/2008 م", "2008-03-13"),
    ],
)
def test_reads_a_full_day(line: str, day: str) -> None:
    assert [d.day.isoformat() for d in stated_days(line)] == [day]


@pytest.mark.parametrize(
    "line",
    [
        "الخميس 3 أكتوبر 2018",  # it was a Wednesday
        "06/07/2018",  # June or July
        "5 يوليو/ آب 2020",  # two months
        "15 - 7 (أ ف ب)",
        "سبتمبر 2015",
        "Wednesday, August 14, 2018",  # it was a Tuesday
        "May 2018",
        "mayor 5, 2018",
        "31 نيسان 2016",
        "1 يناير 1970",  # an empty field of a content system
        "7 رجب 1438",
        "12345-10-03",
    ],
)
def test_leaves_what_is_open_or_wrong(line: str) -> None:
    assert stated_days(line) == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/ar/world/2018/05/31/visit.html", "2018-05-31"),
        ("https://news.example/ar/20180604-visit-of-the-minister", "2018-06-04"),
        ("https://news.example/2018-6-4/visit", "2018-06-04"),
        ("https://news.example/visit-2018_06_04", "2018-06-04"),
        ("https://news.example/story/20181734", None),  # a number
        ("https://news.example/story/9920180604", None),
        ("https://news.example/2018/06/visit", None),
        ("https://news.example/2018/06/04/2018/06/05", None),
        ("https://news.example/visit?day=2018-06-04", None),  # of the request
        ("", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    found = day_in_address(url)
    assert (found and found.isoformat()) == day


def test_says_where_the_words_are() -> None:
    line = "نُشِر في: 4 أبريل 2018 م"
    (found,) = stated_days(line)
    assert line[found.start : found.end] == "4 أبريل 2018"


@pytest.mark.parametrize(
    ("words", "only_date"),
    [
        ("الإثنين, مارس 4, 2019", True),
        ("10:30 ص بتوقيت غرينتش", True),
        ("منذ 3 ساعات", True),
        ("Posted on Tue, 14 Aug 2018 09:30 GMT", True),
        ("الثلاثاء 3 ذو الحجة 1439 هـ - 14 أغسطس 2018 م", True),
        ("2018-08-14T10:00:00Z", True),
        ("3rd August 2018", True),
        ("Top 10 stories of 2018", False),
        ("يوم الاثنين", False),
        ("مقتل 3 مدنيين في آذار 2019", False),
    ],
)
def test_date_words(words: str, only_date: bool) -> None:
    assert is_date_words(words) is only_date
