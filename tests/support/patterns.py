"""Every regular expression that the rules compile, as JSON: ``python -m tests.support.patterns``.

Run in a process of its own, so that each is seen being compiled: all modules of the rules are
imported and the articles of seeds/ read, for some expressions are made from tables on first use.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

HOME = str(Path(__file__).parents[2] / "app")


def main() -> None:
    seen: dict[tuple[str, int], str] = {}
    compiler: Any = importlib.import_module("re._compiler")
    compiled = compiler.compile

    def watched(pattern: Any, flags: int = 0) -> Any:
        if isinstance(pattern, str) and (caller := _caller(sys._getframe(1))):
            seen.setdefault((pattern, int(flags)), caller)
        return compiled(pattern, flags)

    compiler.compile = watched
    for name in ("app.languages", "app.ingest"):
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            importlib.import_module(module.name)
    reading = importlib.import_module("app.ingest.read")
    batch = importlib.import_module("app.ingest.batch")
    list(batch.readings(reading.read_paths([str(Path(HOME).with_name("seeds"))])))
    json.dump([(pattern, flags, where) for (pattern, flags), where in seen.items()], sys.stdout)


def _caller(frame: FrameType | None) -> str | None:
    """The module of the rules that asked for it, None where a library did for itself."""
    while frame is not None and (
        frame.f_code.co_filename == re.__file__ or "/re/" in frame.f_code.co_filename
    ):
        frame = frame.f_back
    name = frame.f_code.co_filename if frame else ""
    return name.removeprefix(HOME) if name.startswith(HOME) else None


if __name__ == "__main__":
    main()
