"""Broken inputs of every kind, a thousand or more: each is stored or refused, nothing fails, nothing is lost.

    python -m tests.benchmarks.mutations [--files 1000] [--seed 1]

Texts, saved pages, feeds, tables, JSON lines, web archives and zipped folders are damaged as disks, editors
and hands damage them: bits turned, ends cut off, stretches doubled, swapped, taken out, filled with what
does not belong there. Among them stand articles that are whole. All go into one database by one run; every
file must have its outcome, every whole article must be stored as if it stood alone, the database must be
sound, and a second run must change nothing.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

import sqlalchemy as sa

from app import db
from app.index.check import differences
from app.ingest.intake import intake
from app.ingest.read import read_paths
from app.ingest.storing.outcome import Outcome, Result
from app.models import ArticleRow
from app.settings import ROOT, SEEDS

#: One whole article for so many broken inputs.
WHOLE: Final = 20
_STORED: Final = (Result.ADDED, Result.CHANGED)
_JUNK: Final = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b'"', b"&#x0;", b"&bomb;", b"]]>", b"\r", b"\n" * 40,
    "\u202e".encode(), "\ufdfa".encode(), "ﻻ".encode(), b"\xd9", b"{", b"}", b"\x1f\x8b", b"PK\x03\x04", b",",
    b"<script>", b"<!--", b"A" * 3000, "\u0640".encode() * 500, b"<table>" * 60, b"--",
    b"\x1b[2J", b"\xed\xa0\x80",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tried:
    """``results`` counts outcomes; ``lost`` names what should be in the database as it was and is not."""

    files: int
    results: Mapping[str, int]
    lost: tuple[str, ...]
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        tried = trial(Path(folder), asked.files, asked.seed)
    told = ", ".join(f"{n} {what}" for what, n in sorted(tried.results.items()))
    sys.stdout.write(f"{tried.files} damaged files in {tried.seconds:.0f} s: {told}\n")
    for what in tried.lost:
        sys.stdout.write(f"lost: {what}\n")
    sys.exit(1 if tried.lost else 0)


def trial(folder: Path, files: int, seed: int) -> Tried:
    """Write damaged files beside whole ones, bring all in twice, and look at what is there."""
    inputs = folder / "inputs"
    inputs.mkdir()
    whole = write_inputs(inputs, files, Random(seed))
    engine = db.make_engine(f"sqlite:///{folder / 'store.sqlite3'}")
    db.migrate(engine)
    started = time.perf_counter()
    first = list(intake(engine, read_paths([str(inputs)])))
    seconds = time.perf_counter() - started
    lost = [*_missing(inputs, first), *_unlike(engine, whole)]
    before = _prints(engine)
    second = intake(engine, read_paths([str(inputs)]))
    lost += [f"{o.file} is {o.result} by a second run" for o in second if o.result in _STORED]
    lost += [
        f"{key} is another after a second run"
        for key, print_ in before.items()
        if print_ != _prints(engine).get(key)
    ]
    with engine.connect() as connection:
        if connection.scalar(sa.text("PRAGMA integrity_check")) != "ok":
            lost.append("the database is damaged")
    with db.reading(engine) as session:
        lost += [f"index: {each}" for each in differences(session)]
    engine.dispose()
    return Tried(files, Counter(o.result.value for o in first), tuple(lost), seconds)


def write_inputs(folder: Path, files: int, random: Random) -> dict[str, str]:
    """Damaged files and whole ones; texts of the whole ones by file name."""
    kinds = {**_plain(), **_packed()}
    whole = {}
    for n in range(files):
        name, data = random.choice(sorted(kinds.items()))
        (folder / f"{n:05}-{name}").write_bytes(damaged(data, random))
        if n % WHOLE == 0:
            text = f"التقى الوزير رقم {n} نظيره في القاهرة يوم الثلاثاء وبحثا ملف المياه.\nخبر {n}\n"
            (folder / f"{n:05}-whole.txt").write_text(text, "utf-8")
            whole[f"{n:05}-whole.txt"] = text
    return whole


def _plain() -> dict[str, bytes]:
    """Files as they are: saved pages, laid-out texts, the seeds."""
    paths = [*(ROOT / "tests" / "ingest" / "saved").glob("*.html"), *SEEDS.glob("*.txt")]
    paths += (ROOT / "tests" / "ingest" / "pages").glob("*.txt")
    return {path.name: path.read_bytes() for path in paths}


def _packed() -> dict[str, bytes]:
    """The seeds in containers of every kind."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    cells = [text.replace('"', '""') for text in texts]
    items = "".join(
        f"<item><title>{n}</title><description><![CDATA[{t}]]></description></item>"
        for n, t in enumerate(texts)
    )
    lines = "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    page = f"<html><body><article><p>{texts[0]}</p></article></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
        "WARC-Date: 2020-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, text in enumerate(texts):
            archive.writestr(f"{n}.txt", text)
    return {
        "lines.jsonl": lines.encode(),
        "lines.jsonl.gz": gzip.compress(lines.encode(), mtime=0),
        "table.csv": ("id,text\n" + "".join(f'{n},"{t}"\n' for n, t in enumerate(cells))).encode(),
        "feed.rss": f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        "archive.warc": head.encode() + answer + b"\r\n\r\n",
        "folder.zip": zipped.getvalue(),
    }


def damaged(data: bytes, random: Random) -> bytes:
    """One to four injuries; more often than not a text stays one, as an editor would save it."""
    is_text = b"\0" not in data
    for _ in range(random.randint(1, 4)):
        data = random.choice(_INJURIES)(data, random)
    return data.decode("utf-8", "ignore").encode() if is_text and random.random() < 0.7 else data


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** random.uniform(0, 12)))


def _turned(data: bytes, random: Random) -> bytes:
    whole = bytearray(data)
    for _ in range(random.randint(1, 30) if data else 0):
        whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
    return bytes(whole)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _without(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:end] + data[start:end] * random.randint(1, 6) + data[end:]


def _swapped(data: bytes, random: Random) -> bytes:
    a, b, c = sorted(random.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _filled(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_JUNK) * random.randint(1, 3) + data[at:]


def _recoded(data: bytes, random: Random) -> bytes:
    charset = random.choice(("windows-1256", "iso-8859-6", "utf-16", "cp1252"))
    return data.decode("utf-8", "replace").encode(charset, "replace")


_INJURIES: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    _turned, _cut, _without, _doubled, _swapped, _filled, _recoded
)  # fmt: skip


def _missing(inputs: Path, outcomes: list[Outcome]) -> Iterator[str]:
    """Files of which nothing was said."""
    told = [o.file.removeprefix(f"{inputs}/") for o in outcomes]
    names = {name for each in told for name in (each, each.partition("#")[0], each.partition("/")[0])}
    for path in sorted(inputs.iterdir()):
        if path.name not in names:
            yield f"{path.name} has no outcome"


def _unlike(engine: sa.Engine, whole: Mapping[str, str]) -> Iterator[str]:
    """Whole articles that are not stored as they are."""
    with db.reading(engine) as session:
        rows = session.execute(sa.select(ArticleRow.file_name, ArticleRow.text))
        stored: dict[str, str] = {name: text for name, text in rows}  # noqa: C416 - rows are no pairs to mypy
    for name, text in whole.items():
        if stored.get(name) != text:
            yield f"{name} is not stored as it is"


def _prints(engine: sa.Engine) -> dict[str, str]:
    with db.reading(engine) as session:
        rows = session.execute(sa.select(ArticleRow.key, ArticleRow.fingerprint))
        return {key: print_ for key, print_ in rows}  # noqa: C416 - rows are no pairs to mypy


if __name__ == "__main__":
    main()
