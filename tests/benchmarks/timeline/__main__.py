"""The timeline beside Datasette, vis-timeline, a bare page and a static one, in one run.

    python -m tests.benchmarks.timeline [--sizes 1e3,1e4,1e5] [--quick] [--write]

Databases come out of the generator through the project's own import; they are kept in the folder for
temporary files until something that decides their rows changes. Medians over rounds in which the
contestants take turns; ``--write`` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack

from tests.benchmarks.engine.peers import UnavailableError
from tests.benchmarks.timeline import asking, report, servers
from tests.benchmarks.timeline.report import Measured
from tests.benchmarks.timeline.stores import build


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1e3,1e4,1e5", help="numbers of events, with commas between")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no browser")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    asked = parser.parse_args()
    measured = [measure(int(float(size)), quick=asked.quick) for size in asked.sizes.split(",")]
    text = report.tables(measured)
    sys.stdout.write(text)
    if asked.write:
        report.write(text)


def measure(size: int, *, quick: bool) -> Measured:
    """Everything at one size."""
    store = build(size)
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        running = []
        for start in (servers.tasalsul, servers.floor, servers.datasette):
            try:
                running.append(stack.enter_context(start(store)))
            except UnavailableError as error:
                missing[start.__name__] = str(error)
        answers = asking.ask(running, store, rounds=2 if quick else 5)
        memory = {server.name: server.memory for server in running}
        cold = {server.name: server.cold for server in running}
    return Measured(size, store.seconds, answers, memory, cold, missing)


if __name__ == "__main__":
    main()
