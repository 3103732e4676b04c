"""Outlet and publication date of a text, from what is supplied and what the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from app.domain.text import Basis, Outlet, Published, RawArticle
from app.ingest.cleaning.blocks import Block
from app.ingest.cleaning.credit_lines import Names, head_pieces, pieces
from app.ingest.cleaning.lead_days import lead_days
from app.ingest.cleaning.page import BODY, BYLINE, TITLE
from app.ingest.cleaning.stated import StatedDay, day_in_address, is_date_words, stated_days
from app.knowledge.load import Knowledge
from app.knowledge.records import Medium, slugify
from app.languages.ar.normalise import Folded
from app.languages.ar.prose import is_verb
from app.languages.ar.romanise import romanise

#: Notices in which an outlet speaks of itself.
_SELF_REFERENCE = frozenset(
    {"cookie_notice", "comments", "donation", "copyright", "newsletter", "account", "social"}
)
_MOST_NOTICES = 60
_PUBLISHED = (
    *("نشر", "النشر", "published", "posted", "بتاريخ", "كتب في", "صدر في", "اضيف", "publie"),
    *("تاريخ الخبر", "تاريخ المقال", "تاريخ التقرير"),
)
_UPDATED = ("تحديث", "التحديث", "تعديل", "updated", "modified", "mis a jour")
#: «في 12 ديسمبر 2021» alone on its line dates what stands there; today's date is shown without it.
_DATED = re.compile(r"\W*(?:في|فى|on|le)\s", re.IGNORECASE)
_MARKS = "|-–—·•:)]/"
_PICTURE = ("صوره", "ارشيف", "تصوير", "عدسه", "لقطه", "getty", "photo")
_CUE = re.compile("|".join(_PUBLISHED), re.IGNORECASE)


def outlet_of(
    raw: RawArticle, blocks: Sequence[Block], labels: Sequence[str], names: Names, knowledge: Knowledge
) -> Outlet | None:
    """Supplied name, else the address, the site's own name, the byline, a notice in which it names itself."""
    if raw.meta.outlet:
        return _supplied(raw.meta.outlet, names, knowledge)
    found = None
    if raw.meta.url:
        found = knowledge.media_by_domain(urlsplit(raw.meta.url).hostname or "")
    if found is None and raw.meta.site:
        return _supplied(_site(raw.meta.site, names), names, knowledge)
    found = found or _in_byline(blocks, labels, names) or _in_titles(blocks, labels, names)
    found = found or _in_notices(blocks, labels, names)
    return _outlet(found) if found else None


def _site(given: str, names: Names) -> str:
    """«عنب بلدي | آخر الأخبار»: the part that is an outlet's name, if one is."""
    parts = re.split(r"\s+[-–—|:]\s+", given)
    return next((part for part in parts if names.medium(part)), parts[0])


def _outlet(medium: Medium) -> Outlet:
    return Outlet(medium.slug, medium.name_ar, medium.name_en)


def _supplied(given: str, names: Names, knowledge: Knowledge) -> Outlet:
    """A slug or a name in either language; one that no table holds is taken as it is given."""
    bracketless = given.partition(" (")[0].strip()
    medium = (
        knowledge.media_by_slug(given)
        or knowledge.media_by_slug(slugify(bracketless))
        or names.medium(given)
        or names.medium(bracketless)
    )
    if medium:
        return _outlet(medium)
    latin = bracketless if bracketless.isascii() else romanise(bracketless)
    return Outlet(slugify(latin) or "outlet", bracketless, latin)


def _in_byline(blocks: Sequence[Block], labels: Sequence[str], names: Names) -> Medium | None:
    """«بلدي نيوز - وكالات», «دبي (CNN)--»: the first medium of a credit that is no agency."""
    credit = (BYLINE, "dateline", "site_name")
    found = [
        p
        for b, label in zip(blocks, labels, strict=True)
        if label in credit
        for p in pieces(b.span.text, names)
    ]
    if BODY in labels:
        found += head_pieces(blocks[labels.index(BODY)].span.text, names)
    return next((p.medium for p in found if p.medium and p.medium.category != "agency"), None)


def _in_titles(blocks: Sequence[Block], labels: Sequence[str], names: Names) -> Medium | None:
    """«عنوان الخبر - عنب بلدي»: the site's name at the end of the browser's title."""
    for block, label in zip(blocks, labels, strict=True):
        parts = re.split(r"\s[-–—|]\s", block.span.text) if label in (TITLE, "browser_title") else []
        medium = names.medium(parts[-1]) if len(parts) > 1 else None
        if medium and medium.category != "agency":
            return medium
    return None


def _in_notices(blocks: Sequence[Block], labels: Sequence[str], names: Names) -> Medium | None:
    """The one outlet that comments, privacy and donation notices name."""
    notices = [
        block.key
        for block, label in zip(blocks, labels, strict=True)
        if label in _SELF_REFERENCE or (block.words <= 6 and label == "related_links")
    ]
    media = (m for words in notices[:_MOST_NOTICES] for m in names.media_within(words))
    found = {m.slug: m for m in media if m.category != "agency"}
    return next(iter(found.values())) if len(found) == 1 else None


def published_of(raw: RawArticle, blocks: Sequence[Block], labels: Sequence[str], names: Names) -> Published:
    """Supplied beats stated on the page, which beats the address; what none tells may be inferred later."""
    if raw.meta.published:
        return Published(raw.meta.published, Basis.SUPPLIED, raw.meta.published_note)
    stated = sorted(_stated(blocks, labels, names), key=lambda c: c[0])
    best = [c for c in stated if c[0] == stated[0][0]]
    if best and len({edtf for _, edtf, _ in best}) == 1:
        _, edtf, evidence = best[0]
        return Published(edtf, Basis.STATED, evidence)
    day = day_in_address(raw.meta.url or "")
    return Published(day.isoformat(), Basis.STATED, raw.meta.url) if day else Published()


def _stated(blocks: Sequence[Block], labels: Sequence[str], names: Names) -> Iterator[tuple[int, str, str]]:
    """Rank (lower is better), day and words of every publication line.

    A bare date above the title is more often the day the page was fetched, one below the body the
    day of another story: there the line must say that it tells of publication.
    """
    body = [i for i, label in enumerate(labels) if label == BODY]
    first = body[0] if body else len(blocks)
    title = next((i for i, label in enumerate(labels) if label == TITLE), -1)
    closed = next(
        (i for i, label in enumerate(labels) if i > first and label in ("related_links", "comments")),
        len(blocks),
    )
    lead = lead_days([blocks[i].span.text for i in body])
    for i, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        text = block.span.text
        days = stated_days(text, lead) if label not in (BODY, TITLE) and i < closed else []
        if days:
            rank = _rank(block, within=title < i < first)
            if rank == 1 and not _is_set_off(block, label, days[0]):
                continue
            if rank is not None:
                day = _told_by_cue(text, days) if rank == 0 else days[0]
                yield rank, day.day.isoformat(), text[day.start : day.end]
    if body:
        yield from _in_dateline(blocks[first].span.text, names)


def _rank(block: Block, *, within: bool) -> int | None:
    words = f" {block.key} "
    if any(f" {w}" in words for w in _PUBLISHED):
        return 0
    if any(w in words for w in _UPDATED):
        return 3
    if _DATED.match(block.span.text) and is_date_words(block.span.text):
        return 1
    if not within:
        return None
    return 1 if is_date_words(block.span.text) or block.words <= 14 else None


def _is_set_off(block: Block, label: str, day: StatedDay) -> bool:
    """A date by itself, at an end of its line or behind a mark: not the day of a picture.

    «أ ش أ | 3 أكتوبر 2018», but not «دبابة قرب المدينة في 21 أكتوبر 2022 (رويترز)».
    """
    text = block.span.text
    if is_date_words(text) or label in (BYLINE, "dateline", "timestamp"):
        return True
    before = text[: day.start].rstrip()
    marked = not before or before[-1] in _MARKS or is_date_words(before + " 0")
    return marked and label != "caption" and not any(w in block.key for w in _PICTURE)


def _told_by_cue(text: str, days: Sequence[StatedDay]) -> StatedDay:
    """«آخر تحديث 5 مايو 2017، نشر في 4 مايو 2017»: the first day after the word of publishing."""
    folded = Folded.of(text)
    cue = _CUE.search(folded.text)
    at = folded.offsets[cue.start()] if cue else 0
    return next((d for d in days if d.start >= at), days[0])


_HEAD = 110
_MOST_WORDS_BEFORE = 4
#: A dash or colon after the date, then the text.
_TEXT_AFTER = re.compile(r"\s*+(?:\)\s*+)?[-–—:]++\s*+([\w\u064b-\u0652]+)")


def _in_dated_head(paragraph: str) -> Iterator[tuple[int, str, str]]:
    """«الصحيفة، الجمعة 23 أكتوبر 2020 - وقع …»: a name nobody knows and the day, before the first verb."""
    for day in stated_days(paragraph[:_HEAD])[:1]:
        before, after = paragraph[: day.start].rstrip(), _TEXT_AFTER.match(paragraph, day.end)
        apart = not before or before[-1] in "،,-–—|/("
        if after and is_verb(after[1]) and apart and len(before.split()) <= _MOST_WORDS_BEFORE:
            yield 2, day.day.isoformat(), paragraph[day.start : day.end]


def _in_dateline(paragraph: str, names: Names) -> Iterator[tuple[int, str, str]]:
    """«بيروت 15 سبتمبر 2018 (رويترز) -»: the day of the dispatch."""
    found = head_pieces(paragraph, names)
    if not found:
        yield from _in_dated_head(paragraph)
    else:
        head = paragraph[: found[-1].end]
        for day in stated_days(head)[:1]:
            yield 2, day.day.isoformat(), head[day.start : day.end]
