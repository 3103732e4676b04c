from __future__ import annotations

from urllib.parse import unquote

import pytest

from app.pages.article.fragments import fragment

PAGE = "https://paper.example/a?id=1"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("قال الوزير", "قال الوزير"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("one two three four five six seven eight nine", "one two three four,six seven eight nine"),
        ("  spread\n over lines ", "spread over lines"),
    ],
)
def test_short_words_are_given_whole_and_long_ones_by_their_ends(words: str, told: str) -> None:
    assert unquote(fragment(PAGE, words)) == f"{PAGE}#:~:text={told}"


def test_signs_of_the_directive_are_never_taken_for_it() -> None:
    made = fragment(PAGE, "so-called, «x» & y")
    assert made.partition(":~:text=")[2] == "so%2Dcalled%2C%20%C2%ABx%C2%BB%20%26%20y"


def test_an_anchor_stays_and_no_words_leave_the_address_alone() -> None:
    assert fragment(f"{PAGE}#top", "words") == f"{PAGE}#top:~:text=words"
    assert fragment(PAGE, " \n") == PAGE
