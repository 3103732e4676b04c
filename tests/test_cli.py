"""The command as a user meets it: what it prints where, and its exit code."""

from __future__ import annotations

import hashlib
import json
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from app import cli
from app.settings import ROOT, SEEDS

SEED = next(SEEDS.glob("*.txt"))


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def tasalsul(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in this process, on a database of the test's own."""
    monkeypatch.setenv("TASALSUL_DATABASE_URL", str(tmp_path / "own.sqlite3"))

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["tasalsul", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, str]:
    """A file for each kind of input that cannot be read, by the reason it is refused with."""
    contents = {"empty": b"", "not UTF-8": "نص".encode("cp1256"), "binary": b"%PDF-1.7\0\1"}
    for reason, data in contents.items():
        (tmp_path / f"{reason}.txt").write_bytes(data)
    return {"no such file": str(tmp_path / "missing.txt")} | {r: str(tmp_path / f"{r}.txt") for r in contents}


@pytest.mark.parametrize(
    "command", ["serve", "ingest", "extract", "explain", "evaluate", "export", "import", "migrate", "backup", "copy"]
)
def test_every_command_has_help_with_an_example(tasalsul: Run, command: str) -> None:
    ran = tasalsul(command, "--help")
    assert ran.code == 0
    assert f"tasalsul {command}" in ran.out.split("Usage:", 1)[1].split("\n", 1)[1]


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    heavy = ["sqlalchemy", "fastapi", "camel_tools", "trafilatura", "alembic"]
    code = f"import sys, app.cli; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=20).returncode == 0


def test_morph_tells_which_analyser_reads(tasalsul: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tasalsul("morph", "show").out.startswith("news (")
    monkeypatch.setenv("TASALSUL_MORPHOLOGY", "nowhere.db")
    for command in (["morph", "show"], ["extract", str(SEED)]):
        ran = tasalsul(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "TASALSUL_MORPHOLOGY" in ran.err
        assert "nowhere.db" in ran.err


def test_explain_writes_a_page_or_to_the_terminal(tasalsul: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert tasalsul("explain", "--html", str(page), str(SEED)).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    shown = tasalsul("explain", str(SEED))
    assert SEED.name in shown.out
    assert tasalsul("explain", "--html", str(tmp_path / "no" / "page.html"), str(SEED)).code == 1


def test_another_language_is_said_and_left_unread(tasalsul: Run, tmp_path: Path) -> None:
    text = tmp_path / "persian.txt"
    text.write_text("وزیر خارجه روسیه گفت که مسکو میزبان گفتگوها خواهد بود و ایران نیز می‌آید.", "utf-8")
    ran = tasalsul("extract", str(text))
    found = json.loads(ran.out)
    assert ran.code == 0
    assert "persian.txt: not in Arabic" in ran.err
    assert (found["language"], found["actors"], found["events"]) == ("fa", [], [])


def test_extract_prints_one_object_a_line_and_touches_no_database(tasalsul: Run, tmp_path: Path) -> None:
    ran = tasalsul("extract", str(SEEDS))
    articles = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [a["file"] for a in articles] == sorted(path.name for path in SEEDS.glob("*.txt"))
    for article in articles:
        text = (SEEDS / article["file"]).read_text("utf-8")
        assert article["sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert all(text[p["start"] : p["end"]] == p["text"] for p in article["paragraphs"])
    assert list(tmp_path.glob("*.sqlite3*")) == []


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


def test_ingest_again_changes_nothing(tasalsul: Run) -> None:
    assert tasalsul("ingest", str(SEEDS)).err.strip() == "5 added"
    again = tasalsul("ingest", str(SEEDS))
    assert (again.code, again.err.strip()) == (0, "5 unchanged")


def test_changed_file_replaces_its_records_only(tasalsul: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    for file in (one, other):
        file.write_text(SEED.read_text("utf-8") + f"\n{file.name}\n", "utf-8")
    assert tasalsul("ingest", str(one), str(other)).err.strip() == "2 added"
    with one.open("a", encoding="utf-8") as text:
        text.write("وقال الوزير إن المحادثات ستستمر غدا.\n")
    assert tasalsul("ingest", str(one), str(other)).err.strip() == "1 changed, 1 unchanged"


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


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ingest",), "PATH"),
        (("extract", str(SEED), "--published", "gestern"), "gestern"),
        (("extract", str(SEEDS), "--url", "https://x.org"), "--url"),
        (("serve", "--port", "99999"), "65535"),
        (("nothing",), "nothing"),
    ],
)
def test_misunderstood_command_ends_with_2(tasalsul: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = tasalsul(*arguments)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://user:secret@localhost/x", "mysql"),
        ("://user:secret@x", "--db"),
        ("nosuch://x", "nosuch"),
        ("postgresql://user:secret@127.0.0.1:1/x", "127.0.0.1:1"),
    ],
)
def test_database_that_cannot_be_opened_is_named_without_its_password(
    tasalsul: Run, url: str, words: str
) -> None:
    ran = tasalsul("migrate", "--db", url)
    assert ran.code == 1
    assert words in ran.err
    assert "secret" not in ran.err
    assert "Traceback" not in ran.err


def test_file_that_is_no_database_is_named(tasalsul: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database" * 100, "utf-8")
    ran = tasalsul("migrate", "--db", str(tmp_path / "notes.txt"))
    assert ran.code == 1
    assert "notes.txt" in ran.err


def test_missing_sidecar_ends_with_1(tasalsul: Run) -> None:
    ran = tasalsul("extract", str(SEED), "--meta", "nowhere.toml")
    assert (ran.code, ran.out) == (1, "")
    assert "nowhere.toml" in ran.err


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Addresses that were listened on; nobody is answered."""
    addresses: list[tuple[str, int]] = []

    def run(_server: uvicorn.Server, sockets: list[socket.socket]) -> None:
        for listener in sockets:
            addresses.append(listener.getsockname()[:2])
            listener.close()

    monkeypatch.setattr(uvicorn.Server, "run", run)
    return addresses


def test_serve_reads_the_seeds_into_an_empty_database_once(
    tasalsul: Run, monkeypatch: pytest.MonkeyPatch, served: list[tuple[str, int]], free_port: int
) -> None:
    monkeypatch.setenv("PORT", str(free_port))
    first, second = tasalsul("serve"), tasalsul("serve", "--host", "localhost", "--port", str(free_port))
    assert "5 added" in first.err
    assert f"http://127.0.0.1:{free_port}" in first.err
    assert "added" not in second.err
    assert f"http://localhost:{free_port}" in second.err
    assert served == [("127.0.0.1", free_port)] * 2


def test_port_that_is_taken_is_named(tasalsul: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = tasalsul("serve", "--port", port)
    assert ran.code == 1
    assert f"port {port}" in ran.err
    assert list(tmp_path.glob("*.sqlite3*")) == []


def test_bad_port_in_the_environment_is_named(tasalsul: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "http")
    ran = tasalsul("serve")
    assert ran.code == 1
    assert "PORT" in ran.err


def test_evaluate_scores_an_annotation(tasalsul: Run) -> None:
    ran = tasalsul("evaluate", str(next((ROOT / "tests" / "gold").glob("000*.json"))))
    assert ran.code == 0
    assert "statements" in ran.out


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.mark.slow
def test_served_pages_answer_until_interrupted(tmp_path: Path, free_port: int) -> None:
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(free_port)]
    process = subprocess.Popen([*command, "--db", str(tmp_path / "own.sqlite3")], cwd=ROOT)
    address = f"http://127.0.0.1:{free_port}/health"
    try:
        until = time.monotonic() + 60
        while not answers(address):
            assert time.monotonic() < until
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in {0, 130}
    finally:
        process.kill()
        process.wait()


def test_export_and_import_carry_the_database_over(tasalsul: Run, tmp_path: Path) -> None:
    tasalsul("ingest", str(SEED))
    file, other = str(tmp_path / "all.jsonl.gz"), str(tmp_path / "other.sqlite3")
    assert tasalsul("export", file).code == 0
    assert tasalsul("import", file, "--db", other).err.splitlines()[-1] == "1 added"
    assert tasalsul("import", file, "--db", other).err.splitlines()[-1] == "1 unchanged"
    again = str(tmp_path / "again.jsonl.gz")
    assert tasalsul("export", again, "--db", other).code == 0
    assert Path(again).read_bytes() == Path(file).read_bytes()


def test_import_names_line_and_field(tasalsul: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"record": "header", "format": "other"}\n', "utf-8")
    ran = tasalsul("import", str(file))
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith(f"tasalsul: {file}, line 1: format: ")


def test_export_to_nowhere_is_said(tasalsul: Run, tmp_path: Path) -> None:
    ran = tasalsul("export", str(tmp_path / "no-such-folder" / "all.jsonl"))
    assert (ran.code, "Traceback" in ran.err) == (1, False)
    assert "no-such-folder" in ran.err


def test_reindex_tells_what_the_index_said_otherwise(tasalsul: Run, tmp_path: Path) -> None:
    assert tasalsul("ingest", str(SEED)).code == 0
    ran = tasalsul("reindex")
    assert (ran.code, ran.out) == (0, "")
    with sqlite3.connect(tmp_path / "own.sqlite3") as store:
        store.execute("UPDATE events SET place_slug = 'elsewhere' WHERE id = 1")
    store.close()
    ran = tasalsul("reindex")
    assert "elsewhere" in ran.out
    assert tasalsul("reindex").out == ""


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
    assert tasalsul("ingest", str(folder / "good.txt")).err.endswith("1 unchanged\n")


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
