from __future__ import annotations

from pathlib import Path

from app.pages.about.figures import QUALITY, holdings, parsed, quality

TEXT = """# Title

Figures of 2020-01-02. Words.

```sh
do it        # with a remark
```

| layer | F1 |
|---|---|
| dates | 1.000 |
| … both | 0.5 |

More.

| layer | old | new |
|---|---|---|
| dates | – | 0.90 |

| a third | x |
|---|---|
| y | z |
"""


def test_the_figures_are_those_of_the_document() -> None:
    found = parsed(TEXT)
    assert found is not None
    assert (found.day, found.command) == ("2020-01-02", "do it")
    first, second = found.tables
    assert (first.head, first.rows) == (("layer", "F1"), (("dates", "1.000"), ("… both", "0.5")))
    assert second.rows == (("dates", "–", "0.90"),)


def test_a_document_of_another_form_gives_none(tmp_path: Path) -> None:
    assert parsed("Nothing of the kind.") is None
    assert quality(tmp_path / "none.md") is None


def test_the_document_of_the_project_is_understood() -> None:
    assert QUALITY.is_file()
    found = quality()
    assert found is not None
    assert found.command
    assert all(len(row) == len(table.head) for table in found.tables for row in table.rows)


def test_facts_are_counted_from_their_tables() -> None:
    held = holdings()
    assert all(held.rows.values())
    assert 0 < held.verified < held.rows["holders"]
    assert held.sources
