"""Annotations and the texts they describe, located in the text.

An annotation is one JSON file per article; its fields are described in ``tests/gold/README.md``.
Beside the files, ``temporal-expressions.tsv`` may list every expression of time of some texts.
"""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.text import Basis, Metadata, RawArticle, Span
from app.errors import InputError
from app.ingest.sidecar import load_sidecar
from app.languages.ar.normalise import Folded, fold

PROJECT_SEEDS = Path(__file__).parents[3] / "seeds"


@dataclass(frozen=True, slots=True)
class GoldActor:
    name_ar: str
    name_en: str
    kind: str
    wikidata: str | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """``window`` reaches from the start of the content to the next content or the paragraph's end."""

    speaker: str
    paragraph: int
    verb: str
    kind: str
    prefix: str
    window: Span | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """``anchor`` is the stretch from the start of the telling words, None where not found."""

    type: str
    label: str
    paragraph: int
    actors: tuple[str, ...]
    date: str | None
    status: str
    anchor: Span | None


@dataclass(frozen=True, slots=True)
class GoldDate:
    """``spans`` are all places where the words stand in their paragraph (0: outside the body)."""

    text: str
    value: str
    paragraph: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A row of the table of temporal expressions; ``span`` is in the whole text.

    ``calendar``: of the class of dates, so to be found; others with a value may be found.
    """

    expression: str
    value: str
    modifier: str
    kind: str
    calendar: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Gold:
    name: str
    raw: RawArticle
    published: str | None
    basis: Basis
    from_text: str | None
    paragraphs: tuple[Span, ...]
    actors: tuple[GoldActor, ...]
    statements: tuple[GoldStatement, ...]
    events: tuple[GoldEvent, ...]
    dates: tuple[GoldDate, ...]
    times: tuple[GoldTime, ...]

    def paragraph_at(self, offset: int) -> int:
        """The annotated paragraph that holds an offset, 0 where none does."""
        for n, span in enumerate(self.paragraphs, 1):
            if span.start <= offset < span.end:
                return n
        return 0


def gold_files(paths: list[Path]) -> list[Path]:
    """Annotation files among the given files and folders, in order of their names."""
    files = [f for p in paths for f in (sorted(p.glob("*.json")) if p.is_dir() else [p])]
    if not files:
        raise InputError(", ".join(map(str, paths)), "holds no annotation files")
    return files


def load_gold(path: Path) -> Gold:
    """Read one annotation with its text; InputError names what is missing or does not fit."""
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        text_path, meta, supplied = _source(path, data)
        text = text_path.read_text("utf-8").replace("\r\n", "\n")
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"annotation cannot be read: {error}") from error
    raw = RawArticle(text_path.name, text, hashlib.sha256(text.encode()).hexdigest(), meta)
    paragraphs = _paragraphs(str(path), text, data["paragraph_prefixes"])
    statements = tuple(_statement(s, paragraphs, text) for s in data["statements"])
    return Gold(
        name=path.stem,
        raw=raw,
        published=data["published"],
        basis=_basis(data, supplied=supplied),
        from_text=data.get("published_from_text"),
        paragraphs=paragraphs,
        actors=tuple(_actor(a) for a in data["actors"]),
        statements=_closed(statements),
        events=tuple(_event(e, paragraphs, text) for e in data["events"]),
        dates=tuple(_date(d, paragraphs, text) for d in data["dates"]),
        times=_times(path.with_name("temporal-expressions.tsv"), text_path.name, text),
    )


def _basis(data: dict[str, Any], *, supplied: bool) -> Basis:
    if supplied:
        return Basis.SUPPLIED
    if data["published"] is None:
        return Basis.UNKNOWN
    explicit = (data.get("published_evidence") or "").startswith(("explicit", "stated"))
    return Basis.STATED if explicit else Basis.INFERRED


def _source(path: Path, data: dict[str, Any]) -> tuple[Path, Metadata, bool]:
    """Where the text is, what is supplied with it, and whether its date is among that."""
    beside = path.parent / "articles" / f"{path.stem}.txt"
    if beside.exists():
        sidecar = json.loads(beside.with_suffix(".json").read_text("utf-8"))
        meta = Metadata(
            title=sidecar.get("title"),
            outlet=sidecar.get("outlet"),
            published=sidecar.get("published"),
            published_note=sidecar.get("published_how"),
            url=sidecar.get("url"),
        )
        return beside, meta, meta.published is not None
    name = Path(data["file"]).name
    folders = [path.parent.parent / "seeds", PROJECT_SEEDS]
    text_path = next((f / name for f in folders if (f / name).exists()), folders[-1] / name)
    table = next((f / "articles.toml" for f in folders if (f / "articles.toml").exists()), None)
    meta = load_sidecar(table).find(name) if table else _from_annotation(data)
    return text_path, meta, meta.published is not None


def _from_annotation(data: dict[str, Any]) -> Metadata:
    """Without a sidecar: the annotator's date is supplied unless the text states it."""
    stated = (data.get("published_evidence") or "").startswith("explicit")
    outlet = data["outlet"].partition(" (")[0]
    published = None if stated else data["published"]
    return Metadata(outlet=outlet, published=published, published_note=data.get("published_evidence"))


def find_words(text: str, words: str, start: int, end: int) -> Span | None:
    """The first place of some words in ``text[start:end]``, compared as folded."""
    twin = Folded.of(text[start:end])
    wanted = fold(words).strip()
    for length in (len(wanted), 30, 18):
        if length > len(wanted) or not wanted[:length].strip():
            continue
        at = twin.text.find(wanted[:length].strip())
        if at >= 0:
            first, last = twin.original(at, at + len(wanted[:length].strip()))
            return Span.of(text, start + first, start + last)
    return None


def _paragraphs(name: str, text: str, prefixes: list[str]) -> tuple[Span, ...]:
    """Each annotated paragraph as the rest of its line, or up to the next one on the same line."""
    found: list[Span] = []
    cursor = 0
    for prefix in prefixes:
        place = find_words(text, prefix, cursor, len(text))
        if place is None:
            raise InputError(name, f"an annotated paragraph is not in the text: {prefix}")
        found.append(place)
        cursor = place.end
    starts = [s.start for s in found]
    while len(starts) > 1 and (again := find_words(text, prefixes[0], starts[0] + 1, starts[1])):
        # A standfirst may repeat the first paragraph: the last copy is body.
        starts[0] = again.start
    spans = []
    for k, start in enumerate(starts):
        line_end = text.find("\n", start)
        end = min(x for x in (line_end, *starts[k + 1 : k + 2], len(text)) if x > start)
        spans.append(Span.of(text, start, start + len(text[start:end].rstrip())))
    return tuple(spans)


def _actor(a: dict[str, Any]) -> GoldActor:
    return GoldActor(a["name_ar"], a["name_en"], a["type"], a["wikidata"], tuple(a["mentions"]))


def _statement(s: dict[str, Any], paragraphs: tuple[Span, ...], text: str) -> GoldStatement:
    n = s["paragraph"]
    holder = paragraphs[n - 1] if 0 < n <= len(paragraphs) else None
    start = find_words(text, s["text_prefix"], holder.start, holder.end) if holder else None
    window = Span.of(text, start.start, holder.end) if start and holder else None
    return GoldStatement(s["speaker"], n, s["verb"], s["kind"], s["text_prefix"], window)


def _closed(statements: tuple[GoldStatement, ...]) -> tuple[GoldStatement, ...]:
    """End each window where the next content of its paragraph starts."""
    starts = sorted(s.window.start for s in statements if s.window)
    return tuple(replace(s, window=_until(s.window, starts)) if s.window else s for s in statements)


def _until(window: Span, starts: list[int]) -> Span:
    end = next((x for x in starts if window.start < x < window.end), window.end)
    return Span(window.start, end, window.text[: end - window.start])


def _event(e: dict[str, Any], paragraphs: tuple[Span, ...], text: str) -> GoldEvent:
    n = e["paragraph"]
    holder = paragraphs[n - 1] if 0 < n <= len(paragraphs) else None
    anchor = find_words(text, e["anchor_text"], holder.start, holder.end) if holder else None
    return GoldEvent(
        e["type"], e["label_en"], n, tuple(e["actors"]), e["date_edtf"], e["status"], anchor
    )  # fmt: skip


def _date(d: dict[str, Any], paragraphs: tuple[Span, ...], text: str) -> GoldDate:
    n = d["paragraph"]
    spans: list[Span] = []
    if 0 < n <= len(paragraphs):
        holder, cursor = paragraphs[n - 1], paragraphs[n - 1].start
        while (found := find_words(text, d["text"], cursor, holder.end)) is not None:
            spans.append(found)
            cursor = found.end
    return GoldDate(d["text"], d["value"], n, tuple(spans))


def _times(table: Path, name: str, text: str) -> tuple[GoldTime, ...]:
    """Rows of one text; offsets there count within the n-th non-empty line."""
    if not table.exists():
        return ()
    starts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(at)
        at += len(line) + 1
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter="\t") if r["article_file"] == name]
    return tuple(_time(r, starts[int(r["paragraph"]) - 1], text) for r in rows)


def _time(r: dict[str, str], line: int, text: str) -> GoldTime:
    start, end = line + int(r["start"]), line + int(r["end"])
    calendar = r["class"] == "date"
    span = Span.of(text, start, end)
    if fold(span.text) != fold(r["expression"]):
        raise InputError(r["article_file"], f"words are not at their place: {r['expression']}")
    return GoldTime(r["expression"], r["expected_value"], r["modifier"], r["class"], calendar, span)
