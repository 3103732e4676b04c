"""Steps that find the article: its title, its paragraphs and headings, and what is left around them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from app.ingest.cleaning.blocks import Block, Ending
from app.ingest.cleaning.decks import is_in_present
from app.ingest.cleaning.page import BODY, BYLINE, HEADING, TITLE, Page, shared_words
from app.languages.ar.boilerplate import bare

_LONGEST_HEADING = 12
_LONGEST_TITLE = 18
#: Of several lines before the body the title is the first that the first paragraphs take up, well
#: enough beside the one they take up most: decks repeat the text more closely than titles do.
_LEAD = 3
_MOST_HEADS = 60
_ENOUGH_TOLD = 0.6


def title(page: Page) -> None:
    """The headline before the body; its other copies and the browser's title are kept aside."""
    at = page.labels.index(TITLE) if TITLE in page.labels else _title_index(page)
    if at is None:
        return
    page.put(TITLE, at)
    words = page.blocks[at].stem
    for i, block in enumerate(page.blocks):
        if not page.is_open(i) or (page.running[i] and not block.key.startswith(words + " -")):
            continue
        if block.stem == words:
            page.put("repeated_title", i)
        elif len(words) >= 15 and block.key.startswith(words):
            page.put("browser_title" if i < at else "caption", i)


def _title_index(page: Page) -> int | None:
    if len(page.blocks) == 1:
        return None
    hinted = _hinted(page)
    if hinted is not None:
        return hinted
    body = page.body()
    first = _skip_titles_like_sentences(page, body)
    heads = [i for i in range(first) if page.labels[i] in (None, "standfirst") and page.blocks[i].words >= 2]
    heads = [i for i in heads if page.is_open(i)]
    heads = heads[-_MOST_HEADS:]
    if not heads or (not body and len(heads) == 1):
        return None
    for i in heads:
        # A browser title comes first and is longer: the headline proper is the later line.
        words = page.blocks[i].stem
        longer = (k for k in heads if k < i and page.blocks[k].stem != words)
        if len(words) >= 15 and any(page.blocks[k].key.startswith(words) for k in longer):
            return i
    long = [i for i in heads if page.blocks[i].words >= 4] or heads[:1]
    told = {i: _told(page, i, heads, body[:_LEAD]) for i in long}
    return next(i for i in long if told[i] >= _ENOUGH_TOLD * max(told.values()))


def _told(page: Page, i: int, heads: list[int], lead: list[int]) -> float:
    """How much of a line's words the first paragraphs take up; a line that stands twice counts more."""
    twice = sum(page.blocks[k].stem == page.blocks[i].stem for k in heads) > 1
    return shared_words(page, [i], lead) + 0.1 * twice


def _hinted(page: Page) -> int | None:
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
        and (wanted.startswith(page.blocks[i].stem) or page.blocks[i].key.startswith(wanted))
    ]
    return next((i for i in near if page.blocks[i].words <= 2 * len(wanted.split())), None)


def _skip_titles_like_sentences(page: Page, body: list[int]) -> int:
    """Index of the first body block, past a headline that ends («هل … ؟») or reads like a sentence."""
    if len(body) < 3:
        return body[0] if body else len(page.blocks)
    first, others = page.blocks[body[0]], [page.blocks[i].words for i in body[1:]]
    before = [i for i in range(body[0]) if page.is_open(i) and page.blocks[i].words >= 4]
    asks = first.span.text.rstrip("\"'»”").endswith(("؟", "?", "!")) and first.words <= 20
    short = first.words <= 14 and not first.prose and 2 * first.words <= median(others)
    unended = first.words <= _LONGEST_TITLE and page.stops and not page.is_sure(body[0])
    if not before and (asks or short or (unended and page.is_sure(body[1]))):
        page.running[body[0]] = False
        return body[1]
    return body[0]


def body(page: Page) -> None:
    """Running text is body, and so is what stands between: lists, and headings apart."""
    body = _without_tail(page, page.body()) or _fallback(page)
    page.put(BODY, *body)
    after = body[-1] + 1
    while after < len(page.blocks) and page.is_open(after) and _is_short_sentence(page.blocks[after]):
        page.put(BODY, after)
        after += 1
    for run in _gaps(page, body):
        lines = [i for i in run if page.is_open(i)]
        bullets = [i for i in lines if page.blocks[i].bullet and page.blocks[i].words >= 3]
        page.put(BODY, *bullets)
        page.put(BODY, *(i for i in lines if _is_short_sentence(page.blocks[i])))
        lines = [i for i in lines if page.is_open(i)]
        long = [i for i in lines if page.blocks[i].words > _LONGEST_HEADING and not _is_headline(page, i)]
        if len(lines) >= 3 and not long:
            page.put("related_links", *lines)
            continue
        page.put(BODY, *long)
        page.put(HEADING, *(i for i in lines if i not in long))


def _is_headline(page: Page, i: int) -> bool:
    """«الوزير يؤكد أن …» without a full stop where paragraphs have one: the link to another story."""
    block = page.blocks[i]
    told = is_in_present(block.key) and not block.prose
    return page.stops and block.ending is Ending.NONE and block.words <= _LONGEST_TITLE and told


def _is_short_sentence(block: Block) -> bool:
    """A few words with a full stop beside running text: «لا شيء.»."""
    return block.ending is Ending.FULL and not (block.question or block.exclaims) and block.arabic >= 0.5


def _without_tail(page: Page, body: list[int]) -> list[int]:
    """Of lines without a full stop after the last one with, only the next line may be body."""
    last = next((i for i in reversed(body) if page.is_sure(i)), None)
    return body if last is None else [i for i in body if i <= last + 1]


def _fallback(page: Page) -> list[int]:
    """A text without running lines: all that is left is body, short as it may be."""
    left = [i for i in range(len(page.blocks)) if page.is_open(i)]
    if left:
        return left
    taken = [i for i in range(len(page.blocks)) if page.labels[i] == TITLE]
    rest = [i for i in range(len(page.blocks)) if i not in taken] or taken
    longest = max(rest, key=lambda i: page.blocks[i].words)
    return [longest]


def _gaps(page: Page, body: list[int]) -> list[list[int]]:
    """Runs of open blocks between two paragraphs."""
    runs = []
    for a, b in pairwise(body):
        run = [i for i in range(a + 1, b) if page.is_open(i)]
        if run:
            runs.append(run)
    return runs


def rest(page: Page) -> None:
    """What stands before the body is a deck, a caption or a name of a section; after it, furniture."""
    body = [i for i, label in enumerate(page.labels) if label == BODY]
    title = next((i for i, label in enumerate(page.labels) if label == TITLE), -1)
    credit_lines = [i for i, label in enumerate(page.labels) if label == BYLINE]
    page.put("site_name", *(i for i in credit_lines if i < title))
    page.put("agency_tag", *(i for i in credit_lines if i > body[0]))
    page.put("dateline", *[i for i in credit_lines if title < i < body[0]][1:])
    for i, block in enumerate(page.blocks):
        if not page.is_open(i):
            continue
        if i > body[0]:
            page.put("furniture", i)
        elif i < title:
            page.put("navigation", i)
        else:
            page.put("standfirst" if block.words >= 4 else "furniture", i)
