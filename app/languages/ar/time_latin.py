"""Names of months and weekdays in Latin letters, as publication lines of Arabic pages print them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from app.languages.ar.normalise import fold_text


@lru_cache(maxsize=1)
def latin_names() -> tuple[dict[str, int], dict[str, int]]:
    """Months (1-12) and weekdays (1-7) by folded name in small letters; ValueError for a gap in the table."""
    table = tomllib.loads(Path(__file__).with_name("time_latin.toml").read_text("utf-8"))
    months, weekdays = (_by_name(table.get(name, {})) for name in ("months", "weekdays"))
    if set(months.values()) != set(range(1, 13)) or set(weekdays.values()) != set(range(1, 8)):
        raise ValueError("time_latin.toml: a month or a weekday is missing or unknown")
    return months, weekdays


def _by_name(rows: dict[str, str]) -> dict[str, int]:
    return {fold_text(name): int(number) for number, names in rows.items() for name in names.split()}
