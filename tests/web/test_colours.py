from __future__ import annotations

from app.settings import STATIC
from app.web.colours import _COLOURS, colour


def test_the_main_states_have_a_colour_each() -> None:
    assert [colour(state) for state in ("ru", "il", "us", "tr", "sy", "ir")] == [1, 2, 3, 4, 5, 6]


def test_whoever_has_none_is_grey() -> None:
    assert colour(None) == colour("") == colour("xx") == 0


def test_every_colour_is_defined_for_light_and_dark() -> None:
    tokens = (STATIC / "css" / "tokens.css").read_text()
    for number in {0, *_COLOURS.values()}:
        assert f"--lane-{number}: light-dark(" in tokens
        assert f'[data-colour="{number}"]' in tokens
