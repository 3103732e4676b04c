"""A contestant in a Python of its own: ``python read_dateparser.py ARTICLES PASSES``.

``dateparser.search`` line by line, told that the language is Arabic and when the article appeared.
Prints the same object as ``read_tasalsul``.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any


def main() -> None:
    warnings.simplefilter("ignore")
    search_dates = importlib.import_module("dateparser.search").search_dates
    articles = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    search_dates("أمس", languages=["ar"])
    passes: list[float] = []
    values: list[list[str]] = []
    for _ in range(int(sys.argv[2])):
        start = time.process_time()
        values = [read(search_dates, article) for article in articles]
        passes.append(time.process_time() - start)
    json.dump({"passes": passes, "values": values}, sys.stdout)


def read(search_dates: Any, article: dict[str, str]) -> list[str]:
    base = datetime.fromisoformat(article["published"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found: list[str] = []
    for line in article["text"].splitlines():
        hits = search_dates(line, languages=["ar"], settings=settings) if line.strip() else None
        found += [day.date().isoformat() for _, day in hits or ()]
    return found


if __name__ == "__main__":
    main()
