from __future__ import annotations

import pytest

from app.errors import UnknownParameterError
from app.pages.api.query import parse


def test_nothing_may_be_asked() -> None:
    parse([])
    with pytest.raises(UnknownParameterError):
        parse([("q", "x")])
