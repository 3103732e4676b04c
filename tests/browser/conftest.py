"""A server of the five articles and a Chromium to look at it. No browser, no pass: nothing is skipped."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright

from app.main import create_app
from app.settings import Settings


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is run once more, and listed: see docs/decisions/0008."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def chromium() -> str:
    """Path of the browser: ``TASALSUL_CHROMIUM``, or the first of the usual names."""
    names = (os.environ.get("TASALSUL_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or pytest.fail("no Chromium found; see .ci/browser")


@pytest.fixture(scope="session")
def server(seeded: Settings) -> Iterator[str]:
    """Address of a running server, without a slash at its end."""
    listener = socket.create_server(("127.0.0.1", 0))
    service = uvicorn.Server(uvicorn.Config(create_app(seeded), log_level="warning"))
    thread = threading.Thread(target=service.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not service.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    service.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """An empty page, 1280 × 900, whose links may begin with ``/``.

    At its end the test fails if a script failed or anything was asked of another host.
    """
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    made, faults = context.new_page(), list[str]()
    made.on("pageerror", lambda error: faults.append(f"script failed: {error}"))
    made.on("request", lambda request: faults.extend(_foreign(request, server)))
    yield made
    context.close()
    assert not faults


def _foreign(request: Request, server: str) -> list[str]:
    """A complaint if a request goes to another host."""
    address = urlsplit(request.url)
    inside = address.scheme in {"data", "blob", "about"} or address.netloc == urlsplit(server).netloc
    return [] if inside else [f"asked another host: {request.url}"]
