"""The command ``tasalsul``: serve, ingest, extract, evaluate, export, import, migrate, reindex.

Exit codes: 0 all went well; 1 something could not be read or done, and is named on standard error;
2 the command itself was not understood. Whatever is slow to import is imported where it is used.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app.console import complain, database, listen, settings_for, tell
from app.errors import InputError, TasalsulError
from app.settings import SEEDS

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.ingest.read import Reading

cli = typer.Typer(
    name="tasalsul",
    help="Reads Arabic news articles and shows who said and did what, when, as a timeline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Text, HTML or JSON lines files, folders of them, or - for standard input."
    ),
]
Db = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help="Database URL, or the path of an SQLite file. [default: $TASALSUL_DATABASE_URL]"
    ),
]
Jsonl = Annotated[
    bool,
    typer.Option("--jsonl", help='Inputs are JSON lines: {"id", "text" or "html", "title"?, "published"? …}'),
]
Meta = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="TOML file with what is known of each article. [default: articles.toml beside it]",
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Name or slug of the outlet, for every input.")
]
Day = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date: 2015-09-24, 2015-09 or 2015.")
]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address of the original, for a single input.")]


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
) -> None:
    """Show the timeline in the browser.

    Brings the database up to date first; into an empty one the articles of seeds/ are read.

    - `tasalsul serve`
    - `tasalsul serve --port 8080 --db news.sqlite3`
    """
    settings = settings_for(db)
    host, port = host or settings.host, port or settings.port
    listener = listen(host, port)
    with database(settings) as engine:
        from app.ingest.intake import is_empty

        if is_empty(engine):
            typer.echo("The database is empty: reading the articles of seeds/ …", err=True)
            _ingest(engine, [str(SEEDS)])
    import uvicorn

    from app.main import create_app

    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Tasalsul is at http://{shown}:{port} (Ctrl+C to stop)", err=True)
    uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning")).run(sockets=[listener])


@cli.command()
def ingest(
    paths: Paths,
    db: Db = None,
    jsonl: Jsonl = False,
    meta: Meta = None,
    outlet: Outlet = None,
    published: Day = None,
    url: Url = None,
) -> None:
    """Read articles into the database.

    The same article again changes nothing; a changed one replaces its records and no others.

    - `tasalsul ingest articles/`
    - `tasalsul ingest talks.txt --outlet elaph --published 2015-09-24`
    - `zcat feed.jsonl.gz | tasalsul ingest --jsonl -`
    """
    _one_address(url, paths, jsonl)
    how = _reading(jsonl, meta, outlet, published, url)
    with database(settings_for(db)) as engine:
        failed = _ingest(engine, paths, how)
    raise typer.Exit(1 if failed else 0)


@cli.command()
def extract(
    paths: Paths,
    jsonl: Jsonl = False,
    meta: Meta = None,
    outlet: Outlet = None,
    published: Day = None,
    url: Url = None,
) -> None:
    """Print what is found in articles, one JSON object a line; no database is touched.

    - `tasalsul extract talks.txt`
    - `tasalsul extract seeds/ > findings.jsonl`
    - `tasalsul extract --jsonl - < feed.jsonl`
    """
    from app.ingest.batch import readings
    from app.ingest.contract import to_json
    from app.ingest.pipeline import unread
    from app.ingest.read import read_paths
    from app.progress import watched

    _one_address(url, paths, jsonl)
    failed = False
    found = read_paths(paths, _reading(jsonl, meta, outlet, published, url))
    for reading in readings(watched(found, quiet=sys.stdout.isatty())):
        if isinstance(reading, InputError):
            failed = True
            complain(reading)
            continue
        if why := unread(reading.document):
            complain(f"{reading.document.name}: {why}")
        typer.echo(to_json(reading))
    raise typer.Exit(1 if failed else 0)


@cli.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Annotation files, or folders of them.")],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List what was missed (-) and found in vain (+).")
    ] = False,
) -> None:
    """Score what is found against annotations made by hand, layer by layer.

    - `tasalsul evaluate tests/gold`
    - `tasalsul evaluate -v tests/gold/my-article.json`
    """
    from app.ingest import evaluate as scoring

    raise typer.Exit(scoring.main(gold, verbose))


@cli.command("export")
def export_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Ends in .gz: compressed; -: standard output.")],
    db: Db = None,
) -> None:
    """Write the whole database as JSON lines: a header, articles, events told by several, links.

    Equal databases give equal bytes, and `tasalsul import` makes the database out of them again.

    - `tasalsul export everything.jsonl.gz`
    - `tasalsul export - | jq 'select(.record == "article").title'`
    """
    from app.ingest.transfer.dump import dump
    from app.ingest.transfer.files import write_lines

    with database(settings_for(db)) as engine:
        write_lines(file, dump(engine))


@cli.command("import")
def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Written by export; may be .gz, or - for standard input.")
    ],
    db: Db = None,
) -> None:
    """Put the articles of an export into the database, beside those that are there.

    The same article again changes nothing, so an import that was broken off is started again.

    - `tasalsul import everything.jsonl.gz`
    - `tasalsul import everything.jsonl --db postgresql://localhost/tasalsul`
    """
    from datetime import UTC, datetime

    from app.ingest.transfer.load import load
    from app.progress import counted

    with database(settings_for(db)) as engine:
        outcomes = load(engine, file, lambda: datetime.now(UTC))
        tell(Counter(o.result.value for o in counted(outcomes, "articles")))


@cli.command()
def migrate(db: Db = None) -> None:
    """Build the tables of a new database, or bring those of an old one up to date.

    - `tasalsul migrate --db postgresql://localhost/tasalsul`
    """
    with database(settings_for(db)):
        pass


@cli.command()
def reindex(db: Db = None) -> None:
    """Make the index of the records anew, and print what it said otherwise than they do.

    Never needed while all goes well: the index is kept with the records.
    """
    from app.index.upkeep import renew

    with database(settings_for(db)) as engine:
        for difference in renew(engine):
            typer.echo(difference)


def _reading(
    jsonl: bool, meta: Path | None, outlet: str | None, published: str | None, url: str | None
) -> Reading:
    from app.domain.text import Metadata
    from app.ingest.given_date import published_value
    from app.ingest.read import Reading
    from app.ingest.sidecar import load_sidecar

    try:
        day = None if published is None else published_value(published)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    return Reading(
        jsonl=jsonl,
        sidecar=None if meta is None else load_sidecar(meta),
        given=Metadata(outlet=outlet, published=day, url=url),
    )


def _ingest(engine: Engine, paths: list[str], how: Reading | None = None) -> bool:
    """Store every article under ``paths`` and tell what became of them; True if one failed."""
    from app.ingest.intake import intake
    from app.ingest.read import read_paths
    from app.progress import watched

    results = Counter[str]()
    for outcome in intake(engine, watched(read_paths(paths, how))):
        results[outcome.result.value] += 1
        if outcome.detail and outcome.result.value != "duplicate":
            complain(f"{outcome.file}: {outcome.detail}")
    tell(results)
    return results["failed"] > 0


def _one_address(url: str | None, paths: list[str], jsonl: bool) -> None:
    """An address is of one article: given for several, the last would replace the others."""
    if url is not None and (
        jsonl or len(paths) != 1 or Path(paths[0]).is_dir() or paths[0].endswith(".jsonl")
    ):
        raise typer.BadParameter("is of one article; several are given", param_hint="--url")
