"""CSV files meant for spreadsheets: RFC 4180, Arabic intact, no cell read as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

#: Begins a file, so that a spreadsheet takes it for UTF-8.
BOM: Final = "\ufeff"
#: What a spreadsheet would take for the beginning of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def line(cells: Iterable[object]) -> str:
    """The cells as one line with its end; None is an empty cell."""
    written = io.StringIO()
    csv.writer(written).writerow(["" if cell is None else _safe(str(cell)) for cell in cells])
    return written.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
