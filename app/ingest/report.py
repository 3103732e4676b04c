"""Writes the outcome of each article of an ingest to a file for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import InputError
from app.ingest.storing.outcome import Outcome


@contextmanager
def reporting(path: Path | None, inputs: Iterable[str] = ()) -> Iterator[Callable[[Outcome], None] | None]:
    """Writes a JSON object a line, each as soon as its article is done; InputError where it cannot.

    Among the ``inputs`` it cannot be: it would be read as it grows.
    """
    if path is None:
        yield None
        return
    for given in inputs:
        if path.resolve().is_relative_to(Path(given).resolve()):
            raise InputError(str(path), f"a report cannot be kept among what is read ({given})")
    try:
        stream = path.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    with stream:

        def note(outcome: Outcome) -> None:
            stream.write(json.dumps(as_record(outcome), ensure_ascii=False) + "\n")
            stream.flush()

        yield note


def as_record(outcome: Outcome) -> dict[str, str | int | None]:
    """``article`` is its public id; the numbers are of statements and tellings of events."""
    return {
        "file": outcome.file,
        "result": outcome.result.value,
        "article": outcome.article,
        "added": outcome.count("added"),
        "changed": outcome.count("changed"),
        "redated": outcome.count("re-dated"),
        "lost": outcome.count("lost"),
        "detail": outcome.detail,
    }
