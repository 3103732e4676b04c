"""Options and arguments that several commands share, and how they are interpreted."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.ingest.read import Reading

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Texts, pages, JSON lines, tables, feeds, web archives; folders or .zip of them; - for stdin.",
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
        help="TOML file with metadata for each article. [default: articles.toml beside it]",
    ),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Name or slug of the outlet, for every input.")
]
Day = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date: 2015-09-24, 2015-09 or 2015.")
]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address of the original, for a single input.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, max=64, metavar="N", help="Number of reading processes.")
]
Nice = Annotated[
    int,
    typer.Option(
        "--nice", min=0, max=19, metavar="N", help="How far to give way to other programs, as in nice(1)."
    ),
]
ExecutorAddress = Annotated[
    str | None,
    typer.Option("--executor", metavar="URL", help="Read on a Dask cluster instead: dask://host:port."),
]

OverridesFile = Annotated[
    Path | None,
    typer.Option(
        "--overrides",
        metavar="FILE",
        help="Corrections. [default: overrides.toml in the current folder, if any]",
    ),
]


def reading_of(
    jsonl: bool, meta: Path | None, outlet: str | None, published: str | None, url: str | None
) -> Reading:
    """How to read inputs, from the options above."""
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


def give_way(nice: int) -> None:
    """Lower this process's priority, in favour of a server for example; never raise it."""
    if hasattr(os, "setpriority"):
        own = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(own, nice))


def one_address(url: str | None, paths: list[str], jsonl: bool) -> None:
    """An address belongs to one article: given for several, each would replace the one before."""
    from app.ingest.read import holds_many

    if url is not None and (jsonl or len(paths) != 1 or Path(paths[0]).is_dir() or holds_many(paths[0])):
        raise typer.BadParameter("belongs to one article, but several are given", param_hint="--url")
