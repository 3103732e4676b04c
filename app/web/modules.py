"""Bundles scripts: a module and everything it imports, as one file.

A page of nine modules would wait for nine responses. Only the syntax our own scripts use is understood: named
imports from a neighbouring file, and functions and constants exported where they are defined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_IMPORT: Final = re.compile(r'^import (?:\* as (\w+)|(\{[^}]*\})) from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def whole(entry: Path) -> str:
    """The script with every module before the first that imports it.

    Raises ValueError for an import or an export of another kind, and where modules import each other.
    """
    parts: dict[Path, str] = {}
    _gather(entry.resolve(), parts, ())
    return "".join(parts.values())


def _gather(file: Path, parts: dict[Path, str], above: tuple[Path, ...]) -> None:
    if file in above:
        raise ValueError(f"{file.name} imports itself by way of {above[-1].name}")
    if file in parts:
        return
    text = file.read_text("utf-8")
    for *_, path in _IMPORT.findall(text):
        _gather((file.parent / path).resolve(), parts, (*above, file))
    parts[file] = "".join(_wrapped(file, text))


def _wrapped(file: Path, text: str) -> Iterator[str]:
    """A module as a function called once, that returns what it exports."""
    names = _EXPORT.findall(text)
    body = _EXPORT.sub("", _IMPORT.sub(_taken, text))
    if left := _LEFT.search(body):
        raise ValueError(f"{file.name}: {left[0]}")
    yield f"const {_name(file.name)} = (() => {{\n{body}"
    yield f"return {{ {', '.join(names)} }};\n}})();\n"


def _taken(match: re.Match[str]) -> str:
    """What a module takes out of another."""
    everything, some, path = match.groups()
    return f"const {everything or some.replace(' as ', ': ')} = {_name(path)};\n"


def _name(path: str) -> str:
    return f"${Path(path).stem}"
