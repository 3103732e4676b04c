"""What each block of a page is: a rule a step, each step labels what is still without a label.

Labels are ``title``, ``body``, ``heading``, ``byline``, or the reason a block is kept aside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from app.ingest.cleaning.blocks import Block, Ending, uses_full_stops
from app.ingest.cleaning.credit_lines import Names, is_credit
from app.ingest.cleaning.stated import is_date_words
from app.languages.ar.boilerplate import Furniture, bare, furniture

TITLE, BODY, HEADING, BYLINE = "title", "body", "heading", "byline"

_LONGEST_HEADING = 12
_LONGEST_SECTION_NAME = 7
_MOST_LINKS_WITHIN = 10
_AGENCY = r"(?:رويترز|ا ?ف ?ب|ا\.ف\.ب|ا ب|الاوروبيه|د ب ا|سانا|الاناضول|سبوتنيك|نوفوستي|تاس"
_AGENCY += r"|شينخوا|غيتي|وكالات|انترنت|ارشيف\w*|getty|reuters|afp|epa|ap|[\w ]*\.(?:com|net|org))"
#: Folded: «… (رويترز)», «… - أرشيفية».
_CAPTION_END = re.compile(rf"\((?:[^()]{{0,30}}\b)?{_AGENCY}[^()]{{0,20}}\)$|[-–—/|]\s*{_AGENCY}$")


@dataclass(slots=True)
class Layout:
    """Blocks with their labels so far (None: not yet decided)."""

    blocks: Sequence[Block]
    names: Names
    hint: str | None = None
    labels: list[str | None] = field(init=False)
    running: list[bool] = field(init=False)
    stops: bool = field(init=False)

    def __post_init__(self) -> None:
        self.stops = uses_full_stops(list(self.blocks))
        self.labels = [None] * len(self.blocks)
        self.running = [b.is_body(stops=self.stops) for b in self.blocks]

    def is_open(self, i: int) -> bool:
        return self.labels[i] is None

    def put(self, label: str, *indices: int) -> None:
        for i in indices:
            self.labels[i] = label

    def is_sure(self, i: int) -> bool:
        """Running text that also ends as this page's paragraphs do."""
        return self.running[i] and (not self.stops or self.blocks[i].ending in (Ending.FULL, Ending.OPEN))

    def body(self) -> list[int]:
        """Indices of running text that no rule has taken."""
        return [i for i, runs in enumerate(self.running) if runs and self.is_open(i)]


def lay_out(
    blocks: Sequence[Block], names: Names, hint: str | None = None, certain: Mapping[int, str] | None = None
) -> list[str]:
    """A label for each block, ``certain`` ones given; there is a body wherever there is text at all."""
    page = Layout(blocks, names, hint)
    for i, label in (certain or {}).items():
        page.put(label, i)
    for step in (_cues, _sections, _credits, _repetitions, _title, _edges, _teasers, _body, _rest):
        step(page)
    return [label or "furniture" for label in page.labels]


def _cues(page: Layout) -> None:
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


def _sections(page: Layout) -> None:
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


def _section_end(page: Layout, start: int, group: Furniture) -> int:
    """The index after the last block of a list; the end of the page unless the article resumes."""
    count = len(page.blocks)
    resume = next((j for j in range(start + 1, count) if page.is_sure(j) and page.is_open(j)), count)
    if resume == count:
        return count
    before = sum(page.blocks[j].words for j in range(start) if page.is_sure(j) and page.is_open(j))
    later = [j for j in range(resume, count) if page.is_open(j) and not _section(page.blocks[j])]
    running = [j for j in later if page.is_sure(j)]
    after = sum(page.blocks[j].words for j in running)
    if before < 0.3 * after:
        # The article is still to come; the line before it may be its title.
        title = next((j for j in reversed(range(start + 1, resume)) if page.is_open(j)), None)
        return resume if title is None else title
    links = resume - start - 1
    goes_on = not group.final and 1 <= links <= _MOST_LINKS_WITHIN and len(running) >= 0.7 * len(later)
    return resume if goes_on else count


def _credits(page: Layout) -> None:
    """Datelines, bylines and agency tags on a line of their own, and captions with their agency."""
    for i, block in enumerate(page.blocks):
        if not page.is_open(i) or page.running[i]:
            continue
        if is_date_words(block.span.text):
            page.put("timestamp", i)
        elif is_credit(block.span.text, page.names):
            page.put(BYLINE, i)
        elif block.words > 3 and _CAPTION_END.search(block.key):
            page.put("caption", i)


def _stem(block: Block) -> str:
    return re.sub(r"[\s.…!\"']+$", "", block.key)


def _repetitions(page: Layout) -> None:
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
            same = [j for j in copied[i] if _stem(page.blocks[i]) == _stem(page.blocks[j])]
            page.put("repeated", *same)


def _is_copy(earlier: Block, later: Block) -> bool:
    """Word for word, or cut short with or without an ellipsis."""
    stem = _stem(earlier)
    if len(stem) < 20 or not later.key.startswith(stem):
        return False
    return earlier.ending is Ending.CUT or later.key[len(stem) : len(stem) + 1] in (
        "",
        " ",
        ".",
        "…",
        '"',
        "!",
    )


def _title(page: Layout) -> None:
    """The headline before the body; its other copies and the browser's title are kept aside."""
    at = page.labels.index(TITLE) if TITLE in page.labels else _title_index(page)
    if at is None:
        return
    page.put(TITLE, at)
    stem = _stem(page.blocks[at])
    for i, block in enumerate(page.blocks):
        if not page.is_open(i) or (page.running[i] and not block.key.startswith(stem + " -")):
            continue
        if _stem(block) == stem:
            page.put("repeated_title", i)
        elif len(stem) >= 15 and block.key.startswith(stem):
            page.put("browser_title" if i < at else "caption", i)


def _title_index(page: Layout) -> int | None:
    if len(page.blocks) == 1:
        return None
    hinted = _hinted(page)
    if hinted is not None:
        return hinted
    body = page.body()
    first = _skip_titles_like_sentences(page, body)
    heads = [i for i in range(first) if page.labels[i] in (None, "standfirst") and page.blocks[i].words >= 2]
    heads = [i for i in heads if page.is_open(i)]
    if not heads:
        return None
    for i in heads:
        # A browser title comes first and is longer: the headline proper is the later line.
        stem = _stem(page.blocks[i])
        longer = (k for k in heads if k < i and _stem(page.blocks[k]) != stem)
        if len(stem) >= 15 and any(page.blocks[k].key.startswith(stem) for k in longer):
            return i
    return next((i for i in heads if page.blocks[i].words >= 4), heads[0])


def _hinted(page: Layout) -> int | None:
    """The line that is the supplied title, or the longest head line that holds or is held by it."""
    if not page.hint:
        return None
    wanted = bare(page.hint)
    exact = [i for i, b in enumerate(page.blocks) if bare(b.span.text) == wanted]
    if exact:
        return exact[0]
    body = page.body()
    first = body[1] if len(body) > 1 else len(page.blocks)
    near = [
        i
        for i in range(first)
        if page.blocks[i].words >= 4
        and (wanted.startswith(_stem(page.blocks[i])) or page.blocks[i].key.startswith(wanted))
    ]
    return next((i for i in near if page.blocks[i].words <= 2 * len(wanted.split())), None)


def _skip_titles_like_sentences(page: Layout, body: list[int]) -> int:
    """Index of the first body block, past a headline that ends like a sentence («هل … ؟»)."""
    if len(body) < 3:
        return body[0] if body else len(page.blocks)
    first, others = page.blocks[body[0]], [page.blocks[i].words for i in body[1:]]
    before = [i for i in range(body[0]) if page.is_open(i) and page.blocks[i].words >= 4]
    asks = first.span.text.rstrip("\"'»”").endswith(("؟", "?", "!")) and first.words <= 20
    short = first.words <= 14 and not first.prose and 2 * first.words <= median(others)
    if not before and (asks or short):
        page.running[body[0]] = False
        return body[1]
    return body[0]


def _edges(page: Layout) -> None:
    """Notices of any length before the first and after the last paragraph."""
    for order in (page.body()[::-1], page.body()):
        for i in order:
            text = page.blocks[i].span.text
            reason = next((g.reason for g in furniture() if g.takes_at_edge(text)), None)
            if reason is None:
                break
            page.put(reason, i)


def _teasers(page: Layout) -> None:
    """Other stories told in a sentence after the article: headline and sentence in turn, off the subject."""
    body = page.body()
    while len(body) > 2:
        last = body[-1]
        head = last - 1
        if page.running[head] or not page.is_open(head) or page.blocks[head].words < 4:
            return
        earlier = body[:-1]
        if page.blocks[last].ending is not Ending.CUT and _shared(page, [head, last], earlier) >= 0.3:
            return
        page.put("teaser", head, last)
        body = page.body()


def _shared(page: Layout, some: Sequence[int], others: Sequence[int]) -> float:
    """How much of the content words of some blocks stands in others."""
    words = _content(page, some)
    return len(words & _content(page, others)) / len(words) if words else 0.0


def _content(page: Layout, indices: Sequence[int]) -> set[str]:
    words = (w for i in indices for w in re.findall(r"\w{4,}", page.blocks[i].key))
    return {re.sub(r"^(?:[وفبل]?ال|لل)", "", w)[:5] for w in words}


def _body(page: Layout) -> None:
    """Running text is body, and so is what stands between: lists, and headings apart."""
    body = _without_tail(page, page.body()) or _fallback(page)
    page.put(BODY, *body)
    for run in _gaps(page, body):
        lines = [i for i in run if page.is_open(i)]
        bullets = [i for i in lines if page.blocks[i].bullet and page.blocks[i].words >= 3]
        page.put(BODY, *bullets)
        lines = [i for i in lines if i not in bullets]
        long = [i for i in lines if page.blocks[i].words > _LONGEST_HEADING]
        if len(lines) >= 3 and not long:
            page.put("related_links", *lines)
            continue
        page.put(BODY, *long)
        page.put(HEADING, *(i for i in lines if i not in long))


def _without_tail(page: Layout, body: list[int]) -> list[int]:
    """Of lines without a full stop after the last one with, only the next line may be body."""
    last = next((i for i in reversed(body) if page.is_sure(i)), None)
    return body if last is None else [i for i in body if i <= last + 1]


def _fallback(page: Layout) -> list[int]:
    """A text without running lines: all that is left is body, short as it may be."""
    left = [i for i in range(len(page.blocks)) if page.is_open(i)]
    if left:
        return left
    taken = [i for i in range(len(page.blocks)) if page.labels[i] == TITLE]
    rest = [i for i in range(len(page.blocks)) if i not in taken] or taken
    longest = max(rest, key=lambda i: page.blocks[i].words)
    return [longest]


def _gaps(page: Layout, body: list[int]) -> list[list[int]]:
    """Runs of open blocks between two paragraphs."""
    runs = []
    for a, b in pairwise(body):
        run = [i for i in range(a + 1, b) if page.is_open(i)]
        if run:
            runs.append(run)
    return runs


def _rest(page: Layout) -> None:
    """What stands before the body is a deck, a caption or a name of a section; after it, furniture."""
    body = [i for i, label in enumerate(page.labels) if label == BODY]
    title = next((i for i, label in enumerate(page.labels) if label == TITLE), -1)
    credit_lines = [i for i, label in enumerate(page.labels) if label == BYLINE]
    page.put("agency_tag", *(i for i in credit_lines if i > body[0]))
    page.put("dateline", *[i for i in credit_lines if i < body[0]][1:])
    for i, block in enumerate(page.blocks):
        if not page.is_open(i):
            continue
        if i > body[0]:
            page.put("furniture", i)
        elif i < title:
            page.put("navigation", i)
        else:
            page.put("standfirst" if block.words >= 4 else "furniture", i)
