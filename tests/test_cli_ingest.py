"""Articles brought in by the command: what is told of each, and what stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings import SEEDS
from tests.support.command import SEED, Run


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, str]:
    """A file for each kind of input that cannot be read, by the reason it is refused with."""
    contents = {"empty": b"", "not UTF-8": "نص".encode("cp1256"), "binary": b"%PDF-1.7\0\1"}
    for reason, data in contents.items():
        (tmp_path / f"{reason}.txt").write_bytes(data)
    return {"no such file": str(tmp_path / "missing.txt")} | {r: str(tmp_path / f"{r}.txt") for r in contents}


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_bad_input_is_named_on_standard_error_and_the_others_go_on(
    tasalsul: Run, bad: dict[str, str], command: str
) -> None:
    ran = tasalsul(command, *bad.values(), str(SEED))
    assert ran.code == 1
    for reason, file in bad.items():
        assert any(file in line and reason in line for line in ran.err.splitlines()), (reason, ran.err)
    if command == "extract":
        assert [json.loads(line)["file"] for line in ran.out.splitlines()] == [SEED.name]
    else:
        assert f"1 added, {len(bad)} failed" in ran.err


def test_what_was_passed_over_is_told(tasalsul: Run, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "picture.png").write_bytes(b"\x89PNG")
    line = {"text": "وصل الوفد إلى المدينة.", "date": "2019-03-04"}
    (given / "lines.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    ran = tasalsul("ingest", "--dry-run", str(given))
    assert ran.code == 0
    assert "passed over: 1 .png" in ran.err
    assert "lines.jsonl: fields that are not read: 'date' (1); read are byline, " in ran.err


def test_ingest_again_changes_nothing(tasalsul: Run) -> None:
    assert tasalsul("ingest", str(SEEDS)).err.strip() == "5 added"
    again = tasalsul("ingest", str(SEEDS))
    assert (again.code, again.err.strip()) == (0, "5 unchanged (not read again)")


def test_changed_file_replaces_its_records_only(tasalsul: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    for file in (one, other):
        file.write_text(SEED.read_text("utf-8") + f"\n{file.name}\n", "utf-8")
    assert tasalsul("ingest", str(one), str(other)).err.strip() == "2 added"
    with one.open("a", encoding="utf-8") as text:
        text.write("وقال الوزير إن المحادثات ستستمر غدا.\n")
    assert tasalsul("ingest", str(one), str(other)).err.strip() == "1 changed, 1 unchanged (not read again)"


def test_what_is_given_counts_for_a_bare_file(tasalsul: Run, tmp_path: Path) -> None:
    file = tmp_path / "bare.txt"
    file.write_text("وصل الوزير أمس إلى العاصمة وأجرى محادثات مع نظيره.\n", "utf-8")
    ran = tasalsul(
        "extract", str(file), "--published", "2015-09-24", "--outlet", "elaph", "--url", "https://x.org/1"
    )
    article = json.loads(ran.out)
    assert article["published"]["edtf"] == "2015-09-24"
    assert article["published"]["basis"] == "supplied"
    assert article["outlet"]["slug"] == "elaph"
    assert article["url"] == "https://x.org/1"


def test_ingest_reads_with_two_processes_and_reports(tasalsul: Run, tmp_path: Path) -> None:
    folder, report = tmp_path / "articles", tmp_path / "report.jsonl"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"\xff\xff")
    (folder / "good.txt").write_bytes(SEED.read_bytes())
    foretold = tasalsul("ingest", str(folder), "--dry-run", "--report", str(report))
    told = [json.loads(line)["result"] for line in report.read_text("utf-8").splitlines()]
    assert (foretold.code, told) == (1, ["failed", "added"])
    done = tasalsul("ingest", str(folder), "--jobs", "2", "--report", str(report))
    assert done.code == 1
    assert done.err == foretold.err
    assert "1 added, 1 failed" in done.err
    assert tasalsul("ingest", str(folder / "good.txt")).err.endswith("1 unchanged (not read again)\n")


def test_a_report_is_not_kept_among_what_is_read(tasalsul: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())
    ran = tasalsul("ingest", str(tmp_path), "--report", str(tmp_path / "r.jsonl"))
    assert ran.code == 1
    assert "among what is read" in ran.err
    assert not (tmp_path / "r.jsonl").exists()


def test_a_cluster_of_another_kind_is_named(tasalsul: Run) -> None:
    ran = tasalsul("ingest", str(SEED), "--executor", "spark://x:1")
    assert ran.code == 1
    assert "dask://host:port" in ran.err
