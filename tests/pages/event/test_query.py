from __future__ import annotations

import pytest

from app.errors import QueryError
from app.pages.event.query import parse


def test_no_parameter_is_fine() -> None:
    parse([])


def test_any_parameter_is_refused() -> None:
    with pytest.raises(QueryError) as refused:
        parse([("marks", "all")])
    assert refused.value.field == "marks"
