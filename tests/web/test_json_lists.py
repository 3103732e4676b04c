from __future__ import annotations

import json

import pytest

from app.web.json_lists import pieces


@pytest.mark.parametrize("records", [[], [{"a": "نص"}], [{"a": 1}, {"a": None}]])
def test_the_pieces_are_one_object(records: list[dict[str, object]]) -> None:
    text = "".join(pieces("things", [("q", "x")], records))
    assert json.loads(text) == {"query": [["q", "x"]], "things": records}
    assert "\\u" not in text
