from __future__ import annotations

import pytest

from app.web.downloads import blocks, download


@pytest.mark.parametrize(
    ("pieces", "sent"),
    [
        ([], []),
        (["ab"], ["ab"]),
        (["a", "b", "c", "d", "e"], ["abc", "de"]),
        (["abcdef", "g"], ["abcdef", "g"]),
        (["", "ab", ""], ["ab"]),
    ],
)
def test_a_text_goes_out_in_blocks(pieces: list[str], sent: list[str]) -> None:
    assert [*blocks(pieces, 3)] == sent


def test_a_file_has_its_name() -> None:
    answer = download(["x"], "text/csv; charset=utf-8", "things.csv", disposition="inline")
    assert answer.headers["content-disposition"] == 'inline; filename="tasalsul-things.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
