"""Steps that find furniture: cue words, lists under headings, credits, copies, notices, teasers."""

from __future__ import annotations

import re

from app.ingest.cleaning.blocks import Block, Ending
from app.ingest.cleaning.credit_lines import is_credit
from app.ingest.cleaning.page import BYLINE, Page, shared_words, stem
from app.ingest.cleaning.stated import is_date_words
from app.languages.ar.boilerplate import Furniture, furniture

_LONGEST_SECTION_NAME = 7
_MOST_LINKS_WITHIN = 10
_MOST_NOTICES = 2
_AGENCY = r"(?:رويترز|ا ?ف ?ب|ا\.ف\.ب|ا ب|الاوروبيه|د ب ا|سانا|الاناضول|سبوتنيك|نوفوستي|تاس"
_AGENCY += r"|شينخوا|غيتي|وكالات|انترنت|ارشيف\w*|getty|reuters|afp|epa|ap|[\w ]*\.(?:com|net|org))"
#: Folded: «… (رويترز)», «… - أرشيفية».
_CAPTION_END = re.compile(rf"\((?:[^()]{{0,30}}\b)?{_AGENCY}[^()]{{0,20}}\)$|[-–—/|]\s*{_AGENCY}$")


def cues(page: Page) -> None:
    """Lines whose own words say what they are."""
    for i, block in enumerate(page.blocks):
        if not page.is_open(i):
            continue
        reason = next((g.reason for g in furniture() if g.takes(block.span.text)), None)
        if reason is None and block.arabic < 0.3:
            reason = "page_machinery"
        if reason is None and block.listing:
            reason = "navigation"
        page.labels[i] = reason


def _section(block: Block) -> Furniture | None:
    if block.words > _LONGEST_SECTION_NAME:
        return None
    return next((g for g in furniture() if g.opens_section(block.span.text)), None)


def sections(page: Page) -> None:
    """Lists under a heading of their own, up to where running text goes on, if it does."""
    i = 0
    while i < len(page.blocks):
        group = _section(page.blocks[i])
        if group is None:
            i += 1
            continue
        end = _section_end(page, i, group)
        for j in range(i, end):
            if page.is_open(j) or j == i:
                page.put(group.reason, j)
        i = max(end, i + 1)


def _section_end(page: Page, start: int, group: Furniture) -> int:
    """The index after the last block of a list; the end of the page unless the article resumes."""
    count = len(page.blocks)
    resume = next((j for j in range(start + 1, count) if page.is_sure(j) and page.is_open(j)), count)
    if resume == count:
        return count
    before = sum(page.blocks[j].words for j in range(start) if page.is_sure(j) and page.is_open(j))
    open_ = [j for j in range(resume, count) if page.is_open(j) and not _section(page.blocks[j])]
    running = [j for j in open_ if page.is_sure(j)]
    last = max(j for j in open_ if page.running[j])
    later = [j for j in open_ if j <= last]
    after = sum(page.blocks[j].words for j in running)
    if before < 0.3 * after:
        # The article is still to come; the line before it may be its title.
        title = next((j for j in reversed(range(start + 1, resume)) if page.is_open(j)), None)
        return resume if title is None else title
    links = resume - start - 1
    goes_on = not group.final and 1 <= links <= _MOST_LINKS_WITHIN and len(running) >= 0.7 * len(later)
    return resume if goes_on else count


def credit_lines(page: Page) -> None:
    """Datelines, bylines and agency tags on a line of their own, and captions with their agency."""
    for i, block in enumerate(page.blocks):
        if not page.is_open(i) or page.running[i]:
            continue
        if is_date_words(block.span.text):
            page.put("timestamp", i)
        elif is_credit(block.span.text, page.names):
            page.put(BYLINE, i)
        elif page.names.is_person(block.span.text) or (block.words > 3 and _CAPTION_END.search(block.key)):
            page.put("caption", i)


def repetitions(page: Page) -> None:
    """Earlier copies at the head (the last is body) and later copies of what was told before."""
    open_ = [i for i in range(len(page.blocks)) if page.is_open(i) and page.blocks[i].words >= 4]
    copied = {i: [j for j in open_ if j > i and _is_copy(page.blocks[i], page.blocks[j])] for i in open_}
    unique = next((i for i in open_ if page.running[i] and not copied[i]), len(page.blocks))
    for i in open_:
        if not page.is_open(i):
            continue
        if i < unique and page.running[i] and copied[i]:
            page.put("standfirst", i)
        elif page.running[i]:
            same = [j for j in copied[i] if stem(page.blocks[i]) == stem(page.blocks[j])]
            page.put("repeated", *same)


def _is_copy(earlier: Block, later: Block) -> bool:
    """Word for word, or cut short with or without an ellipsis."""
    words = stem(earlier)
    if len(words) < 20 or not later.key.startswith(words):
        return False
    return earlier.ending is Ending.CUT or later.key[len(words) : len(words) + 1] in (
        "",
        " ",
        ".",
        "…",
        '"',
        "!",
    )


def edges(page: Page) -> None:
    """Notices of any length before the first and after the last paragraph."""
    for order in (page.body()[::-1], page.body()):
        for i in order:
            reason = _notice(page, page.blocks[i])
            if reason is None:
                break
            page.put(reason, i)


def _notice(page: Page, block: Block) -> str | None:
    """The reason of a notice; words that several paragraphs hold are the subject of the article."""
    for group in furniture():
        cue = group.edge_cue(block.span.text)
        if cue and sum(cue in page.blocks[i].key for i in page.body()) <= _MOST_NOTICES:
            return group.reason
    return None


def teasers(page: Page) -> None:
    """Other stories told in a sentence after the article: headline and sentence in turn, off the subject."""
    body = page.body()
    while len(body) > 2:
        last = body[-1]
        head = last - 1
        if page.running[head] or not page.is_open(head) or page.blocks[head].words < 4:
            return
        earlier = body[:-1]
        if page.blocks[last].ending is not Ending.CUT and shared_words(page, [head, last], earlier) >= 0.3:
            return
        page.put("teaser", head, last)
        body = page.body()
