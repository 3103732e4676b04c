"""Pages that came as one long line: a given title before the text, furniture after its last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.ingest.cleaning.blocks import Block, block_at
from app.languages.ar.boilerplate import furniture, key
from app.languages.ar.normalise import Folded

_LONG = 60
#: Furniture inside a line is only believed in its last part: more would cut real sentences.
_EARLIEST_FURNITURE = 0.6
#: Groups whose section names are plain words of running text too.
_UNSAFE = frozenset({"navigation", "social", "media_widget", "caption", "timestamp", "source_line"})


@lru_cache(maxsize=1)
def _openers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each reason the phrases of two or more words that open such a list, after a sentence's end."""
    found = []
    for group in furniture():
        phrases = sorted((p for p in group.section if " " in p), key=len, reverse=True)
        if phrases and group.reason not in _UNSAFE:
            words = "|".join(map(re.escape, phrases))
            found.append((group.reason, re.compile(rf"[.؟!\"»)]\s*(?P<cut>(?:{words}))(?!\w)")))
    return tuple(found)


def split_lines(text: str, blocks: Sequence[Block], hint: str | None) -> tuple[list[Block], dict[int, str]]:
    """Blocks with long lines cut apart, and the labels that are certain by index."""
    parts: list[Block] = []
    labels: dict[int, str] = {}
    for block in blocks:
        for start, end, label in _split(block, hint if len(blocks) == 1 else None):
            if label:
                labels[len(parts)] = label
            parts.append(block_at(text, block.span.start + start, block.span.start + end))
    return parts, labels


Cut = tuple[int, int, str | None]


def _split(block: Block, hint: str | None) -> list[Cut]:
    """Title, marks after it, text and furniture of a line as offsets in it, with their labels."""
    line = block.span.text
    if block.words < _LONG:
        return [(0, len(line), None)]
    twin = Folded.of(line)
    start = _title_end(line, twin, hint)
    title = len(line[:start].rstrip(" -–|:."))
    cuts = [(m.start("cut"), reason) for reason, p in _openers() for m in p.finditer(twin.text.lower())]
    late = [c for c in cuts if c[0] > _EARLIEST_FURNITURE * len(twin.text)]
    at, reason = min(late, default=(len(twin.text), None))
    end = twin.offsets[at]
    parts: list[Cut] = [(0, title, "title"), (title, start, "page_machinery"), (start, end, None)]
    parts.append((end, len(line), reason))
    return [(*_trimmed(line, a, b), label) for a, b, label in parts if line[a:b].strip()]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    words = line[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _title_end(line: str, twin: Folded, hint: str | None) -> int:
    """Where the text starts after a supplied title that the line begins with, 0 if it does not."""
    wanted = key(hint or "")
    if len(wanted.split()) < 3 or not twin.text.lower().startswith(wanted):
        return 0
    end = twin.offsets[len(wanted)]
    gap = re.match(r"[\s\-–|:.]*", line[end:])
    return end + (gap.end() if gap else 0)
