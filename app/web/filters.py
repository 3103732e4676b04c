"""Query parameters: what each accepts, parsed strictly and written in one canonical order.

A page lists its parameters once, in that order. Parsing raises QueryError for an unknown name,
a value outside the vocabulary, or a second value where only one is allowed; empty values count as absent,
because an HTML form also sends the fields left empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.domain import edtf
from app.errors import QueryError, UnknownParameterError

_DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
#: The slug or id of a record.
SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,159}")
_CURSOR: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:\D+(\d{1,2})(?:\D+(\d{1,2}))?)?")
_DAY_FIRST: Final = re.compile(r"(?:(?:(\d{1,2})\D+)?(\d{1,2})\D+)(\d{4})")
TEXT_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class Parameter:
    """``accepts`` says whether a value will do; ``allowed`` names what would, for people, and ``schema``
    for programs (JSON Schema of one value)."""

    name: str
    allowed: tuple[str, ...]
    accepts: Callable[[str], bool]
    repeat: bool = False
    default: str | None = None
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})

    def check(self, value: str) -> str:
        if not self.accepts(value):
            raise QueryError(self.name, value, self.allowed)
        return value


def choice(
    name: str, values: Iterable[str], *, repeat: bool = False, default: str | None = None
) -> Parameter:
    """One of a closed vocabulary."""
    allowed = tuple(values)
    schema = {"type": "string", "enum": [str(value) for value in allowed]}
    return Parameter(name, allowed, frozenset(allowed).__contains__, repeat, default, schema)


def day(name: str) -> Parameter:
    """An EDTF level 0 year, month or day."""
    return Parameter(name, ("2015", "2015-09", "2015-09-21"), is_day, schema=_form(_DAY))


def slug(name: str, *, repeat: bool = False) -> Parameter:
    """The slug or id of a record, whether or not there is one."""
    return Parameter(name, ("a-z 0-9 . _ -",), is_slug, repeat, schema=_form(SLUG))


def words(name: str) -> Parameter:
    """Free text to look for."""
    schema = {"type": "string", "maxLength": TEXT_LIMIT}
    return Parameter(
        name,
        (f"1–{TEXT_LIMIT}",),
        lambda value: len(value) <= TEXT_LIMIT and value.isprintable(),
        schema=schema,
    )


def cursor(name: str) -> Parameter:
    """A place in a list, as the list itself has given it out."""
    return Parameter(name, ("…",), lambda value: bool(_CURSOR.fullmatch(value)), schema=_form(_CURSOR))


def number(name: str, low: int, high: int, default: int) -> Parameter:
    """A whole number in a range, both ends included."""

    def accepts(value: str) -> bool:
        return (
            value.isascii()
            and value.isdigit()
            and len(value) < 10
            and low <= int(value) <= high
            and value == str(int(value))
        )

    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Parameter(name, (f"{low}–{high}",), accepts, default=str(default), schema=schema)


def _form(pattern: re.Pattern[str]) -> dict[str, str]:
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}


def is_slug(value: str) -> bool:
    return bool(SLUG.fullmatch(value))


def is_day(value: str) -> bool:
    return bool(_DAY.fullmatch(value)) and edtf.is_valid(value)


def typed(pair: tuple[str, str]) -> tuple[str, str]:
    """A ``from`` or ``to`` as people type one, put into the form of an address; anything else as it is."""
    name, value = pair
    return (name, _typed_day(value)) if name in ("from", "to") else pair


def _typed_day(value: str) -> str:
    """``٢٠١٥/٩/٢١`` and ``21.9.2015`` → ``2015-09-21``; what is no date stays, to be refused by name."""
    plain = value.translate(_DIGITS).strip()
    if match := _YEAR_FIRST.fullmatch(plain):
        parts = match.groups()
    elif match := _DAY_FIRST.fullmatch(plain):
        parts = match.groups()[::-1]
    else:
        return value
    return "-".join(f"{int(part):02}" if len(part) < 4 else part for part in parts if part)


def read(parameters: Sequence[Parameter], given: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The checked values of every parameter given, sorted and without repetition."""
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, set[str]] = {}
    for name, raw in given:
        parameter = known.get(name)
        if parameter is None:
            raise UnknownParameterError(name, raw, tuple(known))
        value = raw.strip()
        if not value:
            continue
        values = found.setdefault(name, set())
        values.add(parameter.check(value))
        if len(values) > 1 and not parameter.repeat:
            raise QueryError(name, ", ".join(sorted(values)), parameter.allowed)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def canonical(
    parameters: Sequence[Parameter], values: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, str], ...]:
    """Pairs in the order of ``parameters``, without defaults: equal views have equal addresses."""
    return tuple(
        (parameter.name, value)
        for parameter in parameters
        for value in values.get(parameter.name, ())
        if value and value != parameter.default
    )
