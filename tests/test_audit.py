"""``make audit`` gives no all-clear where nobody could be asked, and ``make check`` asks once a day."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.settings import ROOT

LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")
FINE = "echo 'No known vulnerabilities found'"
FAULTY = "echo 'Found 1 known vulnerability in 1 package'; exit 1"
PASSED_OVER = f"{FINE}; echo 'pip Dependency not found on PyPI and could not be audited: pip (1.0)'"
#: Known are all packages but one of the longer locks.
ONE_UNKNOWN = f'case "$*" in *dev.lock*) {PASSED_OVER} ;; *) {FINE} ;; esac'
OFFLINE = "echo 'requests.exceptions.ConnectionError: Max retries exceeded'; exit 1"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The script with its locks, and a folder for a tool that says what a test wants."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".cache/audit/bin").mkdir(parents=True)
    for name in (".ci/audit", *LOCKS):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def asked(folder: Path, says: str, *arguments: str) -> tuple[int, str]:
    tool = folder / ".cache/audit/bin/pip-audit"
    tool.write_text(f"#!/bin/sh\n{says}\n")
    tool.chmod(0o755)
    done = subprocess.run(
        [str(folder / ".ci/audit"), *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("says", "strict", "due"),
    [(FINE, 0, 0), (FAULTY, 1, 1), (PASSED_OVER, 2, 0), (ONE_UNKNOWN, 2, 0), (OFFLINE, 2, 0)],
)
def test_what_is_told_is_what_was_asked(copy: Path, says: str, strict: int, due: int) -> None:
    for code, arguments in ((strict, ()), (due, ("--if-due",))):
        (copy / ".cache/audit/asked").unlink(missing_ok=True)
        ended, told = asked(copy, says, *arguments)
        assert ended == code, told
        assert ("NOTHING WAS AUDITED" in told) is (says in {PASSED_OVER, OFFLINE})


def test_check_asks_once_a_day_and_for_each_change_of_the_locks(copy: Path) -> None:
    assert asked(copy, FINE, "--if-due")[0] == 0
    assert asked(copy, FAULTY, "--if-due")[0] == 0, "asked already"
    assert asked(copy, FAULTY)[0] == 1
    with (copy / LOCKS[1]).open("a") as lock:
        lock.write("# another\n")
    assert asked(copy, FAULTY, "--if-due")[0] == 1
