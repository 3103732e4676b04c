"""Two workers behind one socket: told to stop, they finish what they are at; one that dies is replaced."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from app import serving
from app.settings import ROOT
from app.web import logs
from tests.support import stores, web


@pytest.fixture
def served(tmp_path: Path, free_port: int) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server of two workers over the five articles, and its address."""
    stores.filled(tmp_path).dispose()
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--workers", "2"]
    options = ["--port", str(free_port), "--db", str(tmp_path / "store.sqlite3")]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen([*command, *options], cwd=ROOT, stderr=log)
    try:
        address = f"http://127.0.0.1:{free_port}"
        until = time.monotonic() + 120
        while not answers(address):
            assert process.poll() is None, (tmp_path / "log").read_text("utf-8")
            assert time.monotonic() < until, "the workers did not start"
            time.sleep(0.2)
        yield process, address
    finally:
        process.kill()
        process.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _answers_told(address: str) -> float:
    with urllib.request.urlopen(f"{address}/metrics", timeout=20) as told:
        found = re.search(
            rb'tasalsul_requests_total\{[^}]*page="/\{lang\}/articles"[^}]*\} (\S+)', told.read()
        )
    return float(found[1]) if found else 0


def _settled(address: str, wanted: float) -> float:
    """An answer is counted after its end is sent, when its reader may already ask for the count."""
    for _ in range(50):
        if (told := _answers_told(address)) >= wanted:
            break
        time.sleep(0.1)
    return told


@pytest.mark.slow
def test_workers_share_a_socket_and_their_numbers(served: tuple[subprocess.Popen[bytes], str]) -> None:
    process, address = served
    for _ in range(20):
        with urllib.request.urlopen(f"{address}/en/articles", timeout=20) as page:
            assert page.status == 200
    assert _settled(address, 20) == 20, "whichever worker is asked, it tells of all"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) in {0, -signal.SIGTERM}
    assert not answers(address)


def test_no_answer_waits_for_a_receipt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever connects to the listener gets a socket that sends small pieces at once."""
    monkeypatch.setattr(uvicorn.Server, "run", lambda _self, sockets: None)
    monkeypatch.setattr(logs, "configure", lambda _log: None)
    monkeypatch.setattr(serving, "settle", lambda _web: None)  # freezes what this process holds, for good
    engine = stores.empty(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving.serve(web.settings_of(engine), listener, 1)
        with socket.create_connection(listener.getsockname()), listener.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
