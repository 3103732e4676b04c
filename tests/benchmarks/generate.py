"""A corpus of any size in the import format: deterministic, invented, neutral.

    python -m tests.benchmarks.generate 1e4 corpus.jsonl.gz

400 actors of 24 lands under invented names (Zipf), 1.67 parties an event, eight events and three
statements an article of six paragraphs, dates of 2011 to 2022 in 60 bursts, some undated, of a month,
a range or about a day. Every article comes from a random generator of its own, so that the first n
events are the same however many follow; lines are streamed.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from random import Random

from app.ingest.transfer.files import write_lines
from tests.benchmarks.article import EVENTS, article
from tests.benchmarks.article import encoded as encode

SEED = "tasalsul"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", type=lambda text: int(float(text)), metavar="N")
    parser.add_argument("file", metavar="OUT.jsonl")
    asked = parser.parse_args()
    write_lines(asked.file, lines(asked.events))


def lines(events: int) -> Iterator[bytes]:
    """The export of a store with so many events."""
    articles = -(-events // EVENTS)
    corpus = hashlib.sha256(f"{SEED} {events}".encode()).hexdigest()[:16]
    yield encode(
        {
            "record": "header",
            "format": "tasalsul",
            "version": 1,
            "corpus": corpus,
            "articles": articles,
            "events": 0,
            "links": 0,
        }
    )
    for n in range(articles):
        yield encode(article(Random(f"{SEED} {n}"), n, min(EVENTS, events - n * EVENTS)))


if __name__ == "__main__":
    main()
