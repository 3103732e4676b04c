"""Steps that find furniture: cue words, lists under headings, credits, copies, notices, teasers."""

from __future__ import annotations

import re

from app.ingest.cleaning.blocks import Block, Ending
from app.ingest.cleaning.credit_lines import is_credit
from app.ingest.cleaning.page import BYLINE, Page, shared_words
from app.ingest.cleaning.stated import is_date_words
from app.languages.ar.boilerplate import Furniture, furniture

_LONGEST_SECTION_NAME = 7
_MOST_LINKS_WITHIN = 10
_MOST_NOTICES = 2
_MOST_TEASERS = 20
_SHORTEST_COPY = 20
_MOST_COPIES = 20
_MOST_SECTIONS = 100
#: Shares of the content words that stand in the article: below the first a pair of headline and
#: sentence is suspect, below the second it is another story for sure.
_ON_SUBJECT, _OFF_SUBJECT = 0.3, 0.12
_AGENCY = r"(?:رويترز|ا ?ف ?ب|ا\.ف\.ب|ا ب|الاوروبيه|د ب ا|سانا|الاناضول|سبوتنيك|نوفوستي|تاس"
_AGENCY += r"|شينخوا|غيتي|وكالات|انترنت|ارشيف\w*|getty|reuters|afp|epa|ap|[\w ]*\.(?:com|net|org))"
#: Folded: «… (رويترز)», «… - أرشيفية».
_CAPTION_END = re.compile(rf"\((?:[^()]{{0,30}}\b)?{_AGENCY}[^()]{{0,20}}\)$|[-–—/|]\s*{_AGENCY}$")


def cues(page: Page) -> None:
    """Lines whose own words say what they are."""
    for i, block in enumerate(page.blocks):
        if not page.is_open(i):
            continue
        reason = next((g.reason for g in furniture() if g.takes(block.line)), None)
        if reason is None and block.arabic < 0.3:
            reason = "page_machinery"
        if reason is None and block.listing:
            reason = "navigation"
        page.labels[i] = reason


def _section(block: Block) -> Furniture | None:
    if block.words > _LONGEST_SECTION_NAME:
        return None
    return next((g for g in furniture() if g.opens_section(block.line)), None)


def sections(page: Page) -> None:
    """Lists under a heading of their own, up to where running text goes on, if it does."""
    i = seen = 0
    while i < len(page.blocks) and seen < _MOST_SECTIONS:
        group = _section(page.blocks[i])
        if group is None:
            i += 1
            continue
        seen += 1
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
    alike: dict[str, list[int]] = {}
    for i, block in enumerate(page.blocks):
        if page.is_open(i) and block.words >= 4:
            alike.setdefault(block.key[:_SHORTEST_COPY], []).append(i)
    copied: dict[int, list[int]] = {}
    for group in alike.values():
        for at, i in enumerate(group):
            later = group[at + 1 : at + 1 + _MOST_COPIES]
            copied[i] = [j for j in later if _is_copy(page.blocks[i], page.blocks[j])]
    unique = next((i for i in sorted(copied) if page.is_sure(i) and not copied[i]), len(page.blocks))
    for i in sorted(copied):
        if not page.is_open(i) or not page.running[i]:
            continue
        if i < unique and copied[i]:
            page.put("standfirst", i)
        else:
            words = page.blocks[i].stem
            page.put("repeated", *(j for j in copied[i] if page.blocks[j].stem == words))


def _is_copy(earlier: Block, later: Block) -> bool:
    """Word for word, or cut short with or without an ellipsis."""
    words = earlier.stem
    if len(words) < _SHORTEST_COPY or not later.key.startswith(words):
        return False
    return earlier.ending is Ending.CUT or not later.key[len(words) : len(words) + 1].isalnum()


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
        cue = group.edge_cue(block.line)
        if cue and sum(cue in page.blocks[i].key for i in page.body()) <= _MOST_NOTICES:
            return group.reason
    return None


def teasers(page: Page) -> None:
    """Other stories told in a sentence after the article: headline and sentence in turn, off the subject."""
    body = page.body()
    pairs: list[tuple[int, int]] = []
    shares: list[float] = []
    while len(body) > 2 and len(pairs) < _MOST_TEASERS:
        last = body.pop()
        head = last - 1
        if page.running[head] or not page.is_open(head) or page.blocks[head].words < 4:
            break
        cut = page.blocks[last].ending is Ending.CUT
        shares.append(0.0 if cut else shared_words(page, [head, last], body))
        if shares[-1] >= _ON_SUBJECT:
            break
        pairs.append((head, last))
    # One heading with a paragraph of its own is more often the article's: it must share next to nothing.
    if len(pairs) > 1 or (pairs and shares[0] < _OFF_SUBJECT):
        page.put("teaser", *(i for pair in pairs for i in pair))
