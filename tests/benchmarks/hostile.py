"""Hostile questions and filters to every page that takes them: each is answered or refused, none fails.

    python -m tests.benchmarks.hostile [--questions 10000] [--seed 1]

Questions are put together out of the operators of full-text engines, of SQL and of templates, of odd
letters and of words of the articles; filters out of names and values that may and may not be.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from starlette.testclient import TestClient

from tests.support import web

PIECES = (
    *('"', "'", "*", "-", "^", "(", ")", "{", "}", "[", "]", ":", "+", "|", "&", "!", "<->", "--", ";", "%"),
    *("_", "\\", "/", "~", "`", "$", "@", "#", "=", "<b>", "{{7*7}}", "${x}", "../", "\ue000", "\u200f"),
    *("\u202e", "\ufeff", "َ", "ـ", "«", "»", "“", "”", "🙂", "ﷺ", "Ⅷ", "ß", "İ", "١٢", "0x1", "1e309"),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(a b, 3)",
        "words:",
        "rowid:",
        "SELECT",
        "UNION",
        "DROP TABLE",
        "null",
    ),
    *("null", "روسيا", "بوتين", "وزير", "الدفاع", "Putin", "a", "و", "ا", " ", " ", " ", "x" * 70),
)
FILTERS = {
    "exact": ("1", "0", "x"), "kind": ("event", "passage", "actor", "poem"), "from": ("2015", "2015-13", "x"),
    "to": ("2016-02-30", "9999", "0000"), "actor": ("ru", "روسيا", "'", "a" * 200), "type": ("talks", "x"),
    "outlet": ("elaph", "", "%"), "after": ("1.2", "0", "-1", "9" * 19, "x"), "limit": ("1", "100", "1e3"),
    "colour": ("red",),
}  # fmt: skip
PATHS = ("/ar/search", "/en/search.json", "/ar/", "/en/timeline.json", "/ar/statements")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random = Random(asked.seed)
    answers: Counter[int] = Counter()
    slowest = (0.0, "")
    with TemporaryDirectory() as folder, web.asking(Path(folder)) as client:
        for _ in range(asked.questions):
            path, given = random.choice(PATHS), _given(random)
            started = time.perf_counter()
            status = _status(client, path, given)
            slowest = max(slowest, (time.perf_counter() - started, f"{path} {given}"))
            answers[status] += 1
            if status not in (200, 422):
                sys.stdout.write(f"{status}: {path} {given}\n")
    sys.stdout.write(f"{dict(answers)}; slowest {slowest[0]:.2f} s: {slowest[1]}\n")
    sys.exit(0 if answers.keys() <= {200, 422} else 1)


def _given(random: Random) -> list[tuple[str, str]]:
    question = "".join(random.choices(PIECES, k=random.randint(1, 9)))
    names = random.sample(sorted(FILTERS), k=random.choice((0, 0, 1, 2)))
    return [("q", question), *((name, random.choice(FILTERS[name])) for name in names)]


def _status(client: TestClient, path: str, given: list[tuple[str, str]]) -> int:
    """What is answered, canonical addresses followed; 500 for what fails."""
    try:
        return client.get(f"{path}?{urlencode(given)}", follow_redirects=True).status_code
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told and counted
        sys.stdout.write(f"{error!r}\n")
        return 500


if __name__ == "__main__":
    main()
