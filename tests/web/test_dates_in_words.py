from __future__ import annotations

from datetime import date

import pytest

from app.web.dates_in_words import DateWords
from app.web.i18n import language

AR = DateWords(language("ar"))
EN = DateWords(language("en"))


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2017-03-05", "5 آذار/مارس 2017", "5 March 2017"),
        ("2017-03", "آذار/مارس 2017", "March 2017"),
        ("2017", "2017", "2017"),
        ("2017~", "نحو 2017", "about 2017"),
        ("2017-11?", "تشرين الثاني/نوفمبر 2017 (غير مؤكد)", "November 2017 (uncertain)"),
        ("2017-02-~15", "نحو 15 شباط/فبراير 2017", "about 15 February 2017"),
        ("2017-02-15%", "نحو 15 شباط/فبراير 2017 (غير مؤكد)", "about 15 February 2017 (uncertain)"),
        ("2017-06-XX", "حزيران/يونيو 2017", "June 2017"),
        ("../2017-05-01", "بحلول 1 أيار/مايو 2017", "by 1 May 2017"),
        ("/2017", "بحلول 2017", "by 2017"),
        ("2017-05-01/..", "منذ 1 أيار/مايو 2017", "since 1 May 2017"),
        ("2017-05-01/2017-05-03", "من 1 إلى 3 أيار/مايو 2017", "from 1 to 3 May 2017"),
        ("2017-05-30/2017-06-02", "من 30 أيار/مايو إلى 2 حزيران/يونيو 2017", "from 30 May to 2 June 2017"),
        ("2017-05/2017-06", "من أيار/مايو إلى حزيران/يونيو 2017", "from May to June 2017"),
        ("2016-12-30/2017-01-02", "من 30 كانون الأول/ديسمبر 2016 إلى 2 كانون الثاني/يناير 2017",
         "from 30 December 2016 to 2 January 2017"),
        ("2016~/2017", "من نحو 2016 إلى 2017", "from about 2016 to 2017"),
        ("198X", "ثمانينيات القرن العشرين", "the 1980s"),
        ("201X", "العقد الثاني من القرن الحادي والعشرين", "the 2010s"),
        ("19XX", "القرن العشرين", "the 20th century"),
        ("2017-21", "ربيع 2017", "spring 2017"),
        ("[2017-05-01,2017-05-02]", "1 أيار/مايو 2017 أو 2 أيار/مايو 2017", "1 May 2017 or 2 May 2017"),
        ("XXXX-05-02", "2 أيار/مايو (السنة غير مذكورة)", "2 May (year not stated)"),
        ("XXXX-05", "أيار/مايو (السنة غير مذكورة)", "May (year not stated)"),
        (None, "بلا تاريخ", "no date"),
        ("2017-13-45", "2017-13-45", "2017-13-45"),
        ("soon", "soon", "soon"),
    ],
)  # fmt: skip
def test_every_form_is_told_in_both_languages(value: str | None, arabic: str, english: str) -> None:
    assert AR.edtf(value) == arabic
    assert EN.edtf(value) == english


def test_a_weekday_stands_only_before_a_day_that_is_sure() -> None:
    assert EN.edtf("2017-03-05", weekday=True) == "Sunday 5 March 2017"
    assert AR.edtf("2017-03-05", weekday=True) == "الأحد 5 آذار/مارس 2017"
    assert EN.edtf("2017-03-05~", weekday=True) == "about 5 March 2017"
    assert EN.edtf("2017-03", weekday=True) == "March 2017"


def test_all_months_have_two_names_in_arabic_and_one_in_english() -> None:
    assert all(len(AR.month_names(n)) == 2 for n in range(1, 13))
    assert all(len(EN.month_names(n)) == 1 for n in range(1, 13))
    assert AR.day(date(2020, 1, 9)) == "9 كانون الثاني/يناير 2020"
