from __future__ import annotations

import pytest

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.view_lanes import rows
from app.pages.timeline.view_marks import marks_of
from tests.support.timeline import EN, party, record

QUERY = TimelineQuery()


def test_statements_of_a_lane_and_day_share_a_bubble_but_denials_keep_theirs() -> None:
    said = [record(n, "2017-03-05", party("ru", "source"), kind="statement") for n in range(3)]
    denied = [
        record(n, "2017-03-05", party("ru", "source"), kind="statement", state="denied") for n in (7, 8)
    ]
    told = [*said, *denied]
    marks = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert sorted((mark.shape, mark.count) for mark in marks) == [
        ("denied-statement", 1),
        ("denied-statement", 1),
        ("statement", 3),
    ]
    (bubble,) = (mark for mark in marks if mark.count == 3)
    assert bubble.href == "/en/?from=2017-03-05&to=2017-03-05&actor=ru&kind=statement"
    assert [mark.gathers for mark in marks] == [mark.count > 1 for mark in marks]


@pytest.mark.parametrize(
    ("state", "shape", "dashed"),
    [
        ("occurred", "event", False),
        ("planned", "hollow", True),
        ("hypothetical", "hollow", True),
        ("denied", "denied", False),
    ],
)
def test_shapes_tell_what_happened_from_what_did_not(state: str, shape: str, dashed: bool) -> None:
    told = [record(1, "2017-03-05", party("ru"), party("tr"), state=state)]
    (mark,) = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert (mark.shape, mark.dashed) == (shape, dashed)
    assert "2017" in mark.title


@pytest.mark.parametrize(
    ("edtf", "width", "soft"),
    [
        ("2017-03-05", "day", False),
        ("../2017-03-05", "day", False),
        ("2017-03-~05", "day", True),
        ("2017-03", "span", False),
        ("2017", "span", False),
        ("2017-03~", "span", True),
        ("2017-03-04/2017-03-07", "span", False),
        ("2017/..", "span", False),
    ],
)
def test_a_day_is_a_bead_and_anything_longer_a_bar(edtf: str, width: str, soft: bool) -> None:
    told = [record(1, edtf, party("ru"))]
    (mark,) = marks_of(told, rows(told, QUERY, {}, EN), QUERY, EN)
    assert (mark.width, mark.soft) == (width, soft)
