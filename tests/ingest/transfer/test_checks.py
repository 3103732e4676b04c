"""Whatever is wrong with a line is told by its number and field, and nothing of it is stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from app.errors import InputError
from app.ingest.transfer.dump import dump
from app.ingest.transfer.load import load
from tests.support import stores

Lines = list[dict[str, Any]]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, database: str) -> bytes:
    engine = stores.filled(tmp_path_factory.mktemp("seeds"))
    return b"".join(dump(engine))


@pytest.fixture
def empty(tmp_path: Path, database: str) -> Engine:
    return stores.empty(tmp_path)


def refused(engine: Engine, data: bytes, folder: Path) -> InputError:
    file = folder / "given.jsonl"
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        list(load(engine, str(file), stores.clock))
    return caught.value


def put(name: str, value: Any) -> Callable[[Lines], object]:
    """Set a field of the first article (line 2) by its path."""

    def change(lines: Lines) -> None:
        target: Any = lines[1]
        *path, last = (int(p) if p.isdigit() else p for p in name.split("."))
        for part in path:
            target = target[part]
        target[last] = value

    return change


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("key", "", "key"),
        ("key", 7, "key"),
        ("text", "نص آخر", "sha256"),
        ("published_edtf", "2015-13-40", "published_edtf"),
        ("published_basis", "guessed", "published_basis"),
        ("paragraphs.0.kind", "verse", "paragraphs.0.kind"),
        ("paragraphs.0.end", 10**6, "paragraphs.0.end"),
        ("sentences.1.start", -1, "sentences.1.start"),
        ("outlet", "no-such-paper", "outlet"),
        ("surprise", 1, "surprise"),
        ("actors.0.known", "yes", "actors.0.known"),
        ("actors.1.slug", None, "actors.1.slug"),
        ("statements.0.speaker", "nobody", "statements.0.speaker"),
        ("statements.0.chain.0.actor", "nobody", "statements.0.chain.0.actor"),
        ("statements.0.evidence.0.end", 0, "statements.0.evidence.0.end"),
        ("statements.0.profile", {}, "statements.0.profile"),
        ("tellings.0.earliest", "yesterday", "tellings.0.earliest"),
        ("tellings.0.claimed_by", "nothing", "tellings.0.claimed_by"),
        ("tellings.0.profile.id", "another", "tellings.0.profile.id"),
        ("tellings.0.profile.type", "picnic", "tellings.0.profile"),
    ],
)
def test_a_bad_field_is_named(
    good: bytes, empty: Engine, tmp_path: Path, name: str, value: object, told: str
) -> None:
    lines = [json.loads(line) for line in good.splitlines()]
    put(name, value)(lines)
    data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    error = refused(empty, data, tmp_path)
    assert (error.line, error.reason.partition(": ")[0]) == (2, told)
    assert stores.contents(empty)["articles"] == []


def _renamed(raw: bytes, end: str) -> bytes:
    """A link with one end that no line tells of."""
    link = json.loads(raw)
    link[end]["id"] = "0" * 16
    return json.dumps(link).encode() + b"\n"


@pytest.mark.parametrize(
    ("change", "line", "told"),  # line 0 is the last
    [
        (lambda lines: lines[:0], None, "is empty"),
        (lambda lines: lines[1:], 1, "header"),
        (lambda lines: [lines[0], *lines], 2, "header"),
        (lambda lines: [lines[0].replace(b'"version":1', b'"version":2'), *lines[1:]], 1, "version"),
        (lambda lines: lines[:-1], None, "link lines"),
        (lambda lines: [*lines[:3], b"\n", *lines[3:]], 4, "JSON"),
        (lambda lines: [*lines[:2], lines[2][:200]], 3, "JSON"),
        (lambda lines: [*lines[:-1], _renamed(lines[-1], "source")], 0, "source"),
        (lambda lines: [*lines[:-1], _renamed(lines[-1], "target")], 0, "target"),
        (lambda lines: [lines[0], lines[-1], lines[1]], 3, "article after link"),
        (lambda lines: [*lines[:2], b"\xff\xfe" + lines[2]], 3, "JSON"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_where(
    good: bytes,
    empty: Engine,
    tmp_path: Path,
    change: Callable[[list[bytes]], list[bytes]],
    line: int | None,
    told: str,
) -> None:
    error = refused(empty, b"".join(change(good.splitlines(keepends=True))), tmp_path)
    assert error.line == (good.count(b"\n") if line == 0 else line)
    assert told in error.reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing.jsonl", None),
        ("plain.jsonl.gz", b'{"record":"header"}\n'),
        ("cut.jsonl.gz", b"\x1f\x8b\x08\0\0\0"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(
    empty: Engine, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=name):
        list(load(empty, str(tmp_path / name), stores.clock))
