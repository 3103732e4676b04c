"""The command as a user meets it: what it prints where, and its exit code."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import uvicorn

from app import console
from app.settings import ROOT, SEEDS, Settings
from tests.support.command import SEED, Run


@pytest.mark.parametrize(
    "command",
    [
        "serve",
        "ingest",
        "extract",
        "explain",
        "evaluate",
        "export",
        "import",
        "migrate",
        "backup",
        "copy",
        "review",
        "reindex",
    ],
)
def test_every_command_has_help_with_an_example(tasalsul: Run, command: str) -> None:
    ran = tasalsul(command, "--help")
    assert ran.code == 0
    assert f"tasalsul {command}" in ran.out.split("Usage:", 1)[1].split("\n", 1)[1]


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    heavy = ["sqlalchemy", "fastapi", "camel_tools", "trafilatura", "alembic"]
    code = f"import sys, app.cli; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=20).returncode == 0


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


def test_output_that_nobody_reads_on_is_no_fault_of_the_database(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path / 'news.sqlite3'}")
    with pytest.raises(BrokenPipeError), console.database(settings):
        raise BrokenPipeError


def test_file_that_is_no_database_is_named(tasalsul: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database" * 100, "utf-8")
    ran = tasalsul("migrate", "--db", str(tmp_path / "notes.txt"))
    assert ran.code == 1
    assert "notes.txt" in ran.err


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
