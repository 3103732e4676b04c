"""The commands that keep a database: migrate, reindex, export, import, backup, copy, review."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli_options import Db
from app.console import database, settings_for, tell

if TYPE_CHECKING:
    from sqlalchemy import Engine


def add_to(cli: typer.Typer) -> None:
    """Hang the commands of this module under ``tasalsul``."""
    for command in (migrate, reindex, backup, copy, review):
        cli.command()(command)
    cli.command("export")(export_)
    cli.command("import")(import_)


def migrate(db: Db = None) -> None:
    """Create the tables of a new database, or bring those of an old one up to date.

    - `tasalsul migrate --db postgresql://localhost/tasalsul`
    """
    with database(settings_for(db)):
        pass


def reindex(db: Db = None) -> None:
    """Rebuild the index of the records, and print where it differed from them.

    Never needed in normal operation: the index is updated together with the records.

    - `tasalsul reindex --db news.sqlite3`
    """
    from app.index.upkeep import renew

    with database(settings_for(db)) as engine:
        for difference in renew(engine):
            typer.echo(difference)


def export_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Compressed if it ends in .gz; - is standard output.")
    ],
    db: Db = None,
) -> None:
    """Write the whole database as JSON lines: a header, articles, events that several report, links.

    Equal databases give equal bytes, and `tasalsul import` rebuilds the database from them.

    - `tasalsul export everything.jsonl.gz`
    - `tasalsul export - | jq 'select(.record == "article").title'`
    """
    from app.ingest.transfer.dump import dump
    from app.ingest.transfer.files import write_lines

    with database(settings_for(db)) as engine:
        write_lines(file, dump(engine))


def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Written by export, compressed or not; - is standard input.")
    ],
    db: Db = None,
) -> None:
    """Add the articles of an export to the database.

    The same article again changes nothing, so an interrupted import is simply run again.

    - `tasalsul import everything.jsonl.gz`
    - `tasalsul import everything.jsonl --db postgresql://localhost/tasalsul`
    """
    with database(settings_for(db)) as engine:
        _load(engine, file)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Replaced at the end, if the copy is sound.")],
    db: Db = None,
) -> None:
    """Write a copy of the whole database while it is in use.

    For SQLite it is a database file, of one moment and checked: to restore it, put it in place of the
    original while nothing is served, or name it with --db. For PostgreSQL it is an export, which
    `tasalsul import` restores.

    - `tasalsul backup backup.sqlite3`
    - `tasalsul backup --db postgresql://localhost/tasalsul backup.jsonl.gz`
    """
    from app.ingest.transfer.dump import dump
    from app.ingest.transfer.files import replacing, write_lines
    from app.models.connections import copied

    with database(settings_for(db)) as engine:
        with replacing(file) as part:
            is_file = copied(engine, part)
        if not is_file:
            write_lines(str(file), dump(engine))


def copy(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="URL, or path of an SQLite file.")],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="URL, or path of an SQLite file.")],
) -> None:
    """Copy the articles of one database into another of either kind, with all records; nothing is read again.

    If interrupted, run it again. The history of ingests is not copied.

    - `tasalsul copy data/tasalsul.sqlite3 postgresql://localhost/tasalsul`
    - `tasalsul copy postgresql://localhost/tasalsul to-mail.sqlite3`
    """
    from app.ingest.transfer.dump import dump
    from app.ingest.transfer.files import write_lines

    with TemporaryDirectory(prefix="tasalsul-") as folder:
        lines = str(Path(folder) / "all.jsonl.gz")
        with database(settings_for(source)) as engine:
            write_lines(lines, dump(engine))
        with database(settings_for(target)) as engine:
            _load(engine, lines)


def _load(engine: Engine, lines: str) -> None:
    from app.ingest.transfer.load import load
    from app.progress import counted

    outcomes = load(engine, lines, lambda: datetime.now(UTC))
    tell(Counter(o.result.value for o in counted(outcomes, "articles")))


def review(
    db: Db = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="KIND", help="dates, names or undated; can be repeated."),
    ] = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="At most this many of each kind.")] = 20,
) -> None:
    """List the records most worth checking, as tables to fill in and put into overrides.toml.

    These are days on which articles differ, names in no table, and events without a day, those in most
    articles first. Correct what is wrong, leave out the rest, and run ingest again.

    - `tasalsul review --only names > names.toml`
    """
    from app import db as store
    from app.ingest.curation.review import KINDS, doubts

    wrong = [kind for kind in kinds or () if kind not in KINDS]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r} is none of {', '.join(KINDS)}", param_hint="--only")
    with database(settings_for(db)) as engine, store.reading(engine) as session:
        for doubt in doubts(session, kinds or KINDS, most):
            typer.echo(doubt.as_toml())
