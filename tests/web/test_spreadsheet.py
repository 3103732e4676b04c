from __future__ import annotations

import csv
import io

import pytest

from app.web.spreadsheet import line


def test_a_line_reads_back_as_its_cells() -> None:
    cells = ["قال: «نعم»", 'with "quotes", commas', "two\nlines", ""]
    assert next(csv.reader(io.StringIO(line(cells), newline=""))) == cells


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-1", "@name", "\tx", "\rx"])
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert next(csv.reader(io.StringIO(line([cell]), newline="")))[0].startswith("'")


def test_nothing_is_an_empty_cell_and_a_number_stays() -> None:
    assert line([None, 3, True]) == ",3,True\r\n"
