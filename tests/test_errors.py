from __future__ import annotations

import pytest

from app.errors import InputError, NotFoundError, QueryError, SettingsError, TableError, TasalsulError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (SettingsError("PORT", "no port"), "PORT: no port"),
        (InputError("a.txt", "empty"), "a.txt: empty"),
        (InputError("a.jsonl", "not JSON", 3), "a.jsonl, line 3: not JSON"),
        (TableError("media.csv", "row 3"), "media.csv: row 3"),
        (QueryError("kind", "x", ("event", "all")), "kind='x' is not allowed; allowed: event, all"),
        (NotFoundError("event", "x"), "no event has the id 'x'"),
    ],
)
def test_error_is_a_sentence_for_the_user(error: TasalsulError, sentence: str) -> None:
    assert str(error) == sentence
