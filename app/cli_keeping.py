"""The commands that keep a database: backup, copy, review."""

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
    for command in (backup, copy, review):
        cli.command()(command)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Replaced at the end, if all went well.")],
    db: Db = None,
) -> None:
    """Write a copy of the whole database while it is in use.

    Of an SQLite database it is another, of one moment and checked: to restore it, put it in the place of the
    first while nobody serves it, or name it with --db. Of PostgreSQL it is an export: `tasalsul import`
    restores it.

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
    """Put the articles of one database into another of any kind, with all records; nothing is read anew.

    Broken off, it is started again. The history of ingests stays where it was.

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
        typer.Option("--only", metavar="KIND", help="dates, names or undated; may be given again."),
    ] = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many of each kind.")] = 20,
) -> None:
    """List what is most worth a look, as tables to fill in and put into overrides.toml.

    Days on which articles differ, names that no table holds, events without a day; those first that
    most articles have. Correct what is wrong, leave out the rest, and run ingest again.

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
