"""Progress of long work, on standard error, where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from app.errors import InputError

if TYPE_CHECKING:
    from app.ingest.read import Found

_Thing = TypeVar("_Thing")


def watched(found: Iterable[Found], *, quiet: bool = False) -> Iterator[Found]:
    """The same, one by one, with a spinner, a count and the name of the one at hand."""
    if quiet or not sys.stderr.isatty():
        yield from found
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} · {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading …", total=None)
        for one in found:
            progress.update(task, description=one.file if isinstance(one, InputError) else one.name)
            yield one
            progress.advance(task)


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
