from __future__ import annotations

from app.ingest.cleaning.blocks import blocks_of
from app.ingest.cleaning.oneline import split_lines

BODY = " ".join(["أعلنت الوزارة وصول أول دفعة من اللقاحات إلى المطار مساء الاثنين."] * 8)
TITLE = "وصول أول دفعة من اللقاحات"


def parts(text: str, hint: str | None = None) -> list[tuple[str, str | None]]:
    blocks, labels = split_lines(text, blocks_of(text), hint)
    assert all(text[b.span.start : b.span.end] == b.span.text for b in blocks)
    return [(b.span.text, labels.get(i)) for i, b in enumerate(blocks)]


def test_a_supplied_title_is_cut_off_the_head() -> None:
    assert parts(f"{TITLE} {BODY}", TITLE) == [(TITLE, "title"), (BODY, None)]
    assert parts(f"{TITLE} | {BODY}", TITLE) == [(TITLE, "title"), ("|", "page_machinery"), (BODY, None)]


def test_furniture_is_cut_off_the_tail() -> None:
    assert parts(f"{BODY} مقالات ذات صلة سباق الخيل ينطلق غدا") == [
        (BODY, None),
        ("مقالات ذات صلة سباق الخيل ينطلق غدا", "related_links"),
    ]


def test_furniture_words_early_or_within_a_sentence_cut_nothing() -> None:
    early = f"أعلن الوزير ذلك. مقالات ذات صلة {BODY}"
    within = f"{BODY} وقال إن مقالات ذات صلة نشرت أمس."
    assert parts(early) == [(early, None)]
    assert parts(within) == [(within, None)]


def test_short_lines_and_pages_of_many_lines_keep_their_title() -> None:
    short = f"{TITLE} أعلنت الوزارة ذلك. مقالات ذات صلة"
    assert parts(short, TITLE) == [(short, None)]
    assert parts(f"{TITLE} {BODY}\n{BODY}", TITLE)[0] == (f"{TITLE} {BODY}", None)
