"""One wire is one origin, and so is one text, whoever each paper says it is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from app.domain.origins import independent


@pytest.mark.parametrize(
    ("told", "copies", "expected"),
    [
        ([("wire", "a"), ("wire", "b")], {}, [{"wire"}]),
        ([("a", "a"), ("b", "b")], {}, [{"a"}, {"b"}]),
        ([("a", "a"), ("b", "b")], {"a": {"b"}, "b": {"a"}}, [{"a", "b"}]),
        ([("a", "a"), ("b", "b"), ("c", "c")], {"a": {"b"}, "b": {"a", "c"}, "c": {"b"}}, [{"a", "b", "c"}]),
        ([("a", "a"), ("wire", "a"), ("wire", "b"), ("b", "b")], {}, [{"a"}, {"wire"}, {"b"}]),
        ([("a", "a"), ("wire", "c"), ("wire", "b")], {"a": {"b"}, "b": {"a"}}, [{"a", "wire"}]),
        (
            [("a", "a"), ("wire", "a"), ("wire", "b"), ("b", "b")],
            {"a": {"b"}, "b": {"a"}},
            [{"a", "b"}, {"wire"}],
        ),
        ([("a", "a"), ("wire", "a"), ("wire", "b")], {"a": {"b"}, "b": {"a"}}, [{"a"}, {"wire"}]),
        ([("a", "a"), ("b", "b")], {"a": {"elsewhere"}}, [{"a"}, {"b"}]),
        ([], {}, []),
    ],
)
def test_origins_that_count_as_one(
    told: Sequence[tuple[str, str]], copies: Mapping[str, set[str]], expected: list[set[str]]
) -> None:
    for order in (told, told[::-1]):
        found = independent(order, copies)
        assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
