"""A whole list as one JSON object, written piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def pieces(
    name: str, pairs: Iterable[tuple[str, str]], records: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """The parameters as given under ``query``, then the records under ``name`` in the order of the page."""
    yield f'{{"query": {json.dumps(list(pairs), ensure_ascii=False)}, {json.dumps(name)}: ['
    for n, record in enumerate(records):
        yield ("," if n else "") + "\n" + json.dumps(record, ensure_ascii=False)
    yield "\n]}\n"
