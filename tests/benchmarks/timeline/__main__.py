"""The timeline beside Datasette, vis-timeline, a bare page and a static one, in one run.

    python -m tests.benchmarks.timeline [--sizes 1e3,1e4,1e5] [--rounds 5] [--quick] [--write]
        [--stores FOLDER]

Databases come out of the generator through the project's own import; they are kept in the folder for
temporary files until something that decides their rows changes; ``--stores`` takes those of an earlier
run, ``FOLDER/1000000`` and so on, for as long as their schema is ours. Medians over rounds in which the
contestants take turns; ``--write`` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.engine.peers import UnavailableError
from tests.benchmarks.timeline import asking, browser, report, servers, stills
from tests.benchmarks.timeline.browser import Seen, Subject
from tests.benchmarks.timeline.report import Measured
from tests.benchmarks.timeline.servers import Server
from tests.benchmarks.timeline.stores import Store, build

#: With more events vis-timeline does not open within a minute.
MOST_FOR_VIS = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1e3,1e4,1e5", help="numbers of events, with commas between")
    parser.add_argument("--rounds", type=int, default=5, help="times that everything is asked for")
    parser.add_argument("--quick", action="store_true", help="no browser")
    parser.add_argument("--stores", type=Path, help="a folder with databases made before")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    asked = parser.parse_args()
    sizes = [int(float(size)) for size in asked.sizes.split(",")]
    measured = [measure(build(size, asked.stores), asked.rounds, quick=asked.quick) for size in sizes]
    text = report.tables(measured)
    sys.stdout.write(text)
    if asked.write:
        report.write(text)


def measure(store: Store, rounds: int, *, quick: bool) -> Measured:
    """Everything at one size."""
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        running = []
        for start in (servers.tasalsul, servers.floor, servers.datasette):
            try:
                running.append(stack.enter_context(start(store)))
            except UnavailableError as error:
                missing[start.__name__] = str(error)
        answers = asking.ask(running, store, rounds)
        seen = {} if quick else _seen(stack, store, running[0], rounds, missing)
        memory = {server.name: server.memory for server in running}
        cold = {server.name: server.cold for server in running}
    return Measured(store.size, store.seconds, answers, seen, memory, cold, missing)


def _seen(
    stack: ExitStack, store: Store, ours: Server, rounds: int, missing: dict[str, str]
) -> Mapping[str, Seen | None]:
    """Our page in the browser beside those that need no server."""
    folder = Path(stack.enter_context(TemporaryDirectory()))
    playwright = stack.enter_context(browser.chromium())
    address = f"http://127.0.0.1:{ours.port}/ar/"
    bars, marks, cards = browser.counts(playwright, address)
    stills.hand(store, folder, bars=bars, marks=marks, cards=cards)
    files = stack.enter_context(servers.still(folder))
    subjects = [
        Subject("Tasalsul", address, browser.OURS),
        Subject("by hand", f"http://127.0.0.1:{files.port}/hand.html", {}),
    ]
    if store.size <= MOST_FOR_VIS:
        try:
            stills.vis(store, folder)
            address = f"http://127.0.0.1:{files.port}/vis.html"
            subjects.append(Subject("vis-timeline", address, browser.VIS, browser.VIS_READY))
        except UnavailableError as error:
            missing["vis-timeline"] = str(error)
    return browser.look(playwright, subjects, rounds)


if __name__ == "__main__":
    main()
