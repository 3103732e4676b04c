"""Every error the project raises on purpose."""

from __future__ import annotations


class TasalsulError(Exception):
    """Base of all errors that are reported with a message instead of a traceback."""


class SettingsError(TasalsulError):
    """``name`` is the environment variable, ``reason`` what is wrong with its value."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class InputError(TasalsulError):
    """``file`` is the path as given (or ``-``), ``line`` counts from 1 where lines are records."""

    def __init__(self, file: str, reason: str, line: int | None = None) -> None:
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {reason}")
        self.file = file
        self.reason = reason
        self.line = line

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, int | None]]:
        return InputError, (self.file, self.reason, self.line)  # as it comes back from another process


class TableError(TasalsulError):
    """``table`` is the file's name beside the code, ``reason`` names the row or the key."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(f"{table}: {reason}")
        self.table = table
        self.reason = reason


class QueryError(TasalsulError):
    """``allowed`` are the values (or names) that would be accepted, or a description of their form."""

    def __init__(self, field: str, value: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{field}={value!r} is not allowed; allowed: {', '.join(allowed)}")
        self.field = field
        self.value = value
        self.allowed = allowed


class BackwardsError(QueryError):
    """``field`` is the end of the window, ``allowed`` the one value that bounds it from below."""


class TooManyError(QueryError):
    """More values of a repeated parameter than one view can hold; ``allowed`` is how many it can."""


class TooBroadError(QueryError):
    """An exact query over more records than can be compared letter by letter; ``allowed`` is how many can."""


class UnknownParameterError(QueryError):
    """``allowed`` are the names of the existing parameters."""


class NotFoundError(TasalsulError):
    """``kind`` is ``event``, ``article``, ``actor`` …; ``id`` is what was asked for."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"no {kind} has the id {id!r}")
        self.kind = kind
        self.id = id


class IndexStaleError(TasalsulError):
    """``version`` names the rules the index was built with, empty if it never was."""

    def __init__(self, version: str) -> None:
        super().__init__(f"the index is of version {version or 'none'}; `tasalsul reindex` rebuilds it")
        self.version = version
