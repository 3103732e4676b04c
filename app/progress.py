"""Progress of long tasks, on standard error if it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from app.errors import InputError

if TYPE_CHECKING:
    from app.ingest.read import Found, Meter

_Thing = TypeVar("_Thing")


class _Rate(ProgressColumn):
    """Articles a second since the start."""

    def render(self, task: Task) -> Text:
        seconds, count = task.elapsed or 0.0, task.fields["count"]
        return Text(f"{count / seconds:.1f}/s" if seconds and count else "")


def watched(found: Iterable[Found], meter: Meter | None = None, *, quiet: bool = False) -> Iterator[Found]:
    """The same, one by one, with a bar by ``meter``, count, rate, time left and the name at hand."""
    if quiet or not sys.stderr.isatty():
        yield from found
        return
    bar = [BarColumn(), TimeRemainingColumn()] if meter and meter.total else []
    columns = (
        SpinnerColumn(),
        *bar,
        TextColumn("{task.fields[count]}"),
        _Rate(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading …", total=meter.total if meter and meter.total else None, count=0)
        for count, one in enumerate(found, 1):
            progress.update(task, description=one.file if isinstance(one, InputError) else one.name)
            yield one
            progress.update(task, count=count, completed=meter.done + meter.at if meter else None)


def counted(things: Iterable[_Thing], noun: str) -> Iterator[_Thing]:
    """The same, one by one, with a spinner and a count of the ``noun``."""
    if not sys.stderr.isatty():
        yield from things
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(noun, total=None)
        for thing in things:
            yield thing
            progress.advance(task)
