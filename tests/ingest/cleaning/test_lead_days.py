"""Weekdays at the head of a report against the two readings of a date in figures."""

from __future__ import annotations

import pytest

from app.ingest.cleaning.lead_days import lead_days
from app.ingest.cleaning.stated import stated_days

# 6 July 2018 was a Friday, 7 June a Thursday.
LINE = "06/07/2018 15:00"


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        (["أعلنت الوزارة اليوم الجمعة فتح المعبر."], "2018-07-06"),
        (["أعلنت الوزارة أمس الخميس فتح المعبر."], "2018-07-06"),
        (["أعلنت الوزارة اليوم الخميس فتح المعبر."], "2018-06-07"),
        (["وصل الوفد إلى العاصمة.", "والتقى الوزير أول أمس الثلاثاء."], "2018-06-07"),
        (["وصل الوفد الجمعة إلى العاصمة."], "2018-07-06"),
        (["وصل الوفد الخميس إلى العاصمة."], None),  # fits both
        (["وصل الوفد الأربعاء إلى العاصمة."], None),  # a bare weekday is too little for the rarer order
        (["وصل الوفد اليوم الأحد إلى العاصمة."], None),  # fits neither
        (["وصل الوفد أمس الخميس، وعاد اليوم الخميس."], None),  # at odds
        (["سيصل الوفد الجمعة المقبل."], None),
        ([], None),
    ],
)
def test_figures_are_settled_by_the_lead(lead: list[str], day: str | None) -> None:
    assert [d.day.isoformat() for d in stated_days(LINE, lead_days(lead))] == ([day] if day else [])


def test_a_single_reading_needs_no_lead() -> None:
    assert [d.day.isoformat() for d in stated_days("26/07/2018")] == ["2018-07-26"]
    assert stated_days("الخميس 06/07/2018")[0].day.isoformat() == "2018-06-07"
