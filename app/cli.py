"""The command ``tasalsul``: ``serve`` and ``ingest``; the others are in ``cli_reading`` and ``cli_keeping``.

Exit codes: 0 all went well; 1 something could not be read or done, and is named on standard error;
2 the command itself was not understood. Slow imports are placed where they are used.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app import cli_keeping, cli_reading
from app.cli_options import (
    Day,
    Db,
    ExecutorAddress,
    Jobs,
    Jsonl,
    Meta,
    Nice,
    Outlet,
    OverridesFile,
    Paths,
    Url,
    give_way,
    one_address,
    reading_of,
)
from app.console import complain, database, listen, settings_for, tell
from app.errors import TasalsulError
from app.settings import SEEDS

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.ingest.curation.overrides import Overrides
    from app.ingest.read import Meter, Reading
    from app.ingest.storing.outcome import Outcome
    from app.ingest.workers import Pool

cli = typer.Typer(
    name="tasalsul",
    help="Reads Arabic news articles and shows who said and did what, when, as a timeline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
cli_reading.add_to(cli)
cli_keeping.add_to(cli)


def main() -> NoReturn:
    """Run the command; an error of the project becomes one line on standard error."""
    gc.set_threshold(100_000, 20, 50)  # big tables, few cycles: the usual 700 spends a quarter of all time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(prog_name="tasalsul")
    except TasalsulError as error:
        complain(error)
        sys.exit(1)
    sys.exit(0)


@cli.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on. [default: $TASALSUL_HOST or 127.0.0.1]")
    ] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port. [default: $PORT or 8000]")] = None,
    db: Db = None,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="Number of processes.")] = 1,
) -> None:
    """Serve the timeline to the browser.

    Brings the database up to date first, and reads the articles of seeds/ into an empty one.

    - `tasalsul serve`
    - `tasalsul serve --port 8080 --db news.sqlite3`
    - `TASALSUL_HOSTS=news.example.org tasalsul serve --workers 4`
    """
    settings = settings_for(db)
    host, port = host or settings.host, port or settings.port
    listener = listen(host, port)
    with database(settings) as engine:
        from app.ingest.storing.rows import is_empty

        if is_empty(engine):
            typer.echo("The database is empty: reading the articles of seeds/ …", err=True)
            _ingest(engine, [str(SEEDS)])
    from app import serving

    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Tasalsul is at http://{shown}:{port} (Ctrl+C to stop)", err=True)
    serving.serve(settings, listener, workers)


@cli.command()
def ingest(  # noqa: PLR0913, PLR0917 - typer makes an option of each
    paths: Paths,
    db: Db = None,
    jsonl: Jsonl = False,
    meta: Meta = None,
    outlet: Outlet = None,
    published: Day = None,
    url: Url = None,
    jobs: Jobs = 1,
    executor: ExecutorAddress = None,
    nice: Nice = 5,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Report what would be stored; write nothing.")
    ] = False,
    overrides: OverridesFile = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read even what the same rules have read before.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Write the outcome of each article, as JSON lines."),
    ] = None,
) -> None:
    """Read articles into the database.

    The same article again is not read and changes nothing; a changed one replaces its own records and no
    others. If interrupted, it leaves only whole articles behind; simply run it again.

    - `tasalsul ingest articles/`
    - `tasalsul ingest --jobs 4 --report report.jsonl archive.warc.gz`
    - `tasalsul ingest --dry-run saved-pages.zip`
    - `tasalsul ingest talks.txt --outlet elaph --published 2015-09-24`
    - `zcat feed.jsonl.gz | tasalsul ingest --jsonl -`
    """
    from app.ingest.curation.overrides import load_overrides
    from app.ingest.report import reporting
    from app.ingest.workers import pool

    one_address(url, paths, jsonl)
    how = reading_of(jsonl, meta, outlet, published, url)
    right = load_overrides(overrides)
    give_way(nice)
    with (
        database(settings_for(db)) as engine,
        pool(jobs, executor) as hands,
        reporting(report, paths) as note,
    ):
        failed = _ingest(engine, paths, how, hands, note, dry=dry_run, again=again, right=right)
    raise typer.Exit(1 if failed else 0)


def _ingest(
    engine: Engine,
    paths: list[str],
    how: Reading | None = None,
    hands: Pool | None = None,
    note: Callable[[Outcome], None] | None = None,
    *,
    dry: bool = False,
    again: bool = False,
    right: Overrides | None = None,
) -> bool:
    """Store every article under ``paths`` and tell what became of them; True if one failed."""
    from app.ingest.curation.overrides import Overrides
    from app.ingest.intake import intake
    from app.ingest.read import Meter, Reading, read_paths
    from app.ingest.storing.outcome import NOT_READ
    from app.progress import watched

    results, meter = Counter[str](), Meter.of(paths)
    right = right or Overrides()
    found = read_paths(paths, replace(how or Reading(), meter=meter))
    for outcome in intake(engine, watched(found, meter), hands, dry=dry, again=again, overrides=right):
        known = outcome.detail == NOT_READ
        results[f"{outcome.result.value} ({NOT_READ})" if known else outcome.result.value] += 1
        if note:
            note(outcome)
        if outcome.detail and not known and outcome.result.value != "duplicate":
            complain(f"{outcome.file}: {outcome.detail}")
    tell(results)
    _tell_passed(meter)
    if right and not dry:
        _tell_orphans(engine, right)
    return results["failed"] > 0


def _tell_passed(meter: Meter) -> None:
    """What was in the inputs and is no article, so that nobody misses it without knowing."""
    from app.ingest.containers.item import KNOWN

    if meter.passed:
        kinds = ", ".join(f"{count} {kind}" for kind, count in meter.passed.most_common())
        complain(f"files of other kinds, passed over: {kinds}")
    for file, names in meter.unread.items():
        given = ", ".join(f"{name[:40]!r} ({count})" for name, count in names.items())
        complain(f"{file}: fields that are not read: {given}; read are {', '.join(sorted(KNOWN))}")


def _tell_orphans(engine: Engine, right: Overrides) -> None:
    """Name corrections of nothing that is stored: its text has changed, or it was never there."""
    from app import db
    from app.ingest.storing.curations import orphans

    with db.reading(engine) as session:
        for entry in orphans(session, right):
            complain(f"{right.file}: {entry.name}: no article has such a record")
