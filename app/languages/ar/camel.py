"""The door to camel-tools: its analyser without its downloads, its folder in the home, its slow start.

The analyser needs two modules of the package that do far more than it asks of them. ``data`` makes a
folder in the home directory, looks for a catalogue to download and loads an HTTP client, all for the
sake of databases by name. ``utils.charsets`` asks each of Unicode's 1,114,112 code points for its
category and loads a table of emoji, which takes longer than all the rest. Both have a stand-in here
while the analyser is imported, and only then: whoever imports them later gets the real ones.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import util
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

_DATA = "camel_tools.data"
_CHARSETS = "camel_tools.utils.charsets"
#: All punctuation, symbols, marks and numbers of Unicode. Of its letters the ideographs, Hangul and
#: Tangut are left out: the analyser asks for punctuation, symbols and the letters of Arabic.
COUNTED = (range(0x3400), range(0x4DC0, 0x4E00), range(0xA000, 0xAC00), range(0xF900, 0x17000),
           range(0x18D90, 0x20000), range(0xE0000, 0xE0200))  # fmt: skip


class NotADatabaseError(ValueError):
    """A file that is something else."""


def open_analyser(database: Path) -> Any:
    """camel-tools' analyser over a database file in its own format.

    Raises OSError where it cannot be read and NotADatabaseError where it is none.
    """
    with _standing_in({_DATA: _no_data, _CHARSETS: charsets}):
        databases = importlib.import_module("camel_tools.morphology.database")
        analysers = importlib.import_module("camel_tools.morphology.analyzer")
    try:
        tables = databases.MorphologyDB(str(database))
    except OSError:
        raise
    except Exception as error:  # it fails in as many ways as there are other files
        raise NotADatabaseError(f"no morphology database in the form of camel-tools ({error})") from error
    if not tables.stem_hash:
        raise NotADatabaseError("no morphology database in the form of camel-tools (it holds no stems)")
    return analysers.Analyzer(tables)


@contextmanager
def _standing_in(modules: Mapping[str, Callable[[], ModuleType]]) -> Iterator[None]:
    """Have these modules imported instead of the real ones, where the real ones are not there yet."""
    ours = {name: make() for name, make in modules.items() if name not in sys.modules}
    sys.modules.update(ours)
    try:
        yield
    finally:
        for name in ours:
            del sys.modules[name]


def _no_data() -> ModuleType:
    module = ModuleType(_DATA)
    vars(module)["CATALOGUE"] = None
    return module


def charsets() -> ModuleType:
    """camel-tools' module of character sets, run as it is but for its count, cut short, and emoji, none."""
    spec = util.find_spec(_CHARSETS)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"no module named {_CHARSETS!r}", name=_CHARSETS)
    module = util.module_from_spec(spec)
    vars(module)["range"] = _counted
    with _standing_in({"emoji": _no_emoji}):
        spec.loader.exec_module(module)
    return module


def _no_emoji() -> ModuleType:
    module = ModuleType("emoji")
    vars(module)["EMOJI_DATA"] = {}
    return module


def _counted(stop: int) -> Iterator[int]:
    return chain(*COUNTED) if stop == sys.maxunicode + 1 else iter(range(stop))
