"""A contestant: ``python -m tests.benchmarks.engine.read_tasalsul ARTICLES PASSES STAGES``.

``ARTICLES`` is a JSON file of {"name", "text", "published"}; ``STAGES`` is ``all`` or ``dates``. Prints
the seconds of processor time of each pass over all articles, and the values of the dates found, as JSON.
"""

from __future__ import annotations

import gc
import hashlib
import json
import sys
import time
from pathlib import Path

from app.domain.records import Draft
from app.domain.text import Metadata, RawArticle
from app.domain.time import DateMention, TimeKind
from app.ingest import clean, dates, morphology, pipeline, sentences
from app.knowledge.load import load_knowledge

#: Reads the tables and readies the rules, without a word of the articles that are timed.
WARM = "ذهب الطفل إلى المدرسة صباحا.\nوعاد إلى البيت مساء، ثم نام."


def read_all(raw: RawArticle) -> tuple[DateMention, ...]:
    return pipeline.extract(raw).dates


def read_dates(raw: RawArticle) -> tuple[DateMention, ...]:
    tables = load_knowledge()
    draft = Draft(clean.clean(raw, tables))
    for stage in (sentences.run, morphology.run, dates.run):
        draft = stage(draft, tables)
    return draft.dates


def main() -> None:
    gc.set_threshold(100_000, 20, 50)  # as the command does
    articles = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    read = {"all": read_all, "dates": read_dates}[sys.argv[3]]
    read(raw_article({"name": "warm", "text": WARM, "published": "2020-01-01"}))
    raws = [raw_article(a) for a in articles]
    passes, found = [], []
    for _ in range(int(sys.argv[2])):
        start = time.process_time()
        found = [read(raw) for raw in raws]
        passes.append(time.process_time() - start)
    values = [[d.value.edtf for d in row if d.kind is TimeKind.DATE and d.value] for row in found]
    json.dump({"passes": passes, "values": values}, sys.stdout)


def raw_article(a: dict[str, str]) -> RawArticle:
    digest = hashlib.sha256(a["text"].encode()).hexdigest()
    return RawArticle(a["name"], a["text"], digest, Metadata(published=a["published"]))


if __name__ == "__main__":
    main()
