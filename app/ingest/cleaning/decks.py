"""Steps for what stands between the title and the article: captions, copies run together, summaries."""

from __future__ import annotations

import re

from app.ingest.cleaning.blocks import Ending
from app.ingest.cleaning.page import Page, shared_words
from app.languages.ar.normalise import fold
from app.languages.ar.prose import prose_words, tells_past, tells_present

_LONGEST_CAPTION = 25
_LONGEST_SUMMARY = 50
_SHORTEST_COPY = 60
_LONGEST_DATELINE = 10
#: The verb of a summary stands within so many words.
_VERB_WITHIN = 10
#: So much of a summary's words the paragraph after it takes up again.
_TOLD_AGAIN = 0.25
#: A deck set apart shares more with the paragraphs that follow it.
_TAKEN_UP = 0.4
#: So many paragraphs without empty lines between them show that an empty line means something.
_CLOSE = 3
_STOP_WITHIN = re.compile(r"[.؟!]\s+\S")
_CREDIT = re.compile(r"\(([^()]{2,40})\)\s*$")
_NOT_LETTERS = re.compile(r"[\W_]+")
#: Whose post it is: «— الوزارة (@Ministry) 7 نوفمبر 2021».
_POSTED = re.compile(r"^[—–-]{1,2}\s*[^()]{1,60}\(@\w{1,30}\)")
_OF_POST = re.compile(r"pic\.twitter\.com|https?://t\.co/|(?:^|\s)#\w")
_LINES_OF_POST = 4


def captions(page: Page) -> None:
    """Lines without a full stop before the first paragraph that tell of a picture or credit it."""
    for i in page.body():
        if page.is_sure(i):
            return
        block = page.blocks[i]
        if block.ending is Ending.NONE and block.words <= _LONGEST_CAPTION and _is_caption(page, i):
            page.put("caption", i)


def _is_caption(page: Page, i: int) -> bool:
    """«صورة بثتها القناة لـ…», «… (التلفزيون السوري)»."""
    block = page.blocks[i]
    credit = _CREDIT.search(block.span.text)
    if credit is not None:
        kind = fold(credit[1]).split()[0]
        if kind in prose_words().media_kinds or page.names.medium(credit[1]) is not None:
            return True
    return block.key.split()[0] in prose_words().picture_words


def copies_run_on(page: Page) -> None:
    """A deck that is the beginning of the article with its paragraphs run together."""
    body = page.body()
    if len(body) < 3:
        return
    deck = _letters(page, body[0])
    text = "".join(_letters(page, i) for i in body[1:4])
    if len(deck) >= _SHORTEST_COPY and text.startswith(deck):
        page.put("standfirst", body[0])


def copies_before_a_dateline(page: Page) -> None:
    """A deck whose words the first paragraph has behind its dateline: «… (وكالة) -- …»."""
    body = page.body()
    if len(body) < 2:
        return
    deck, lead = page.blocks[body[0]].stem, page.blocks[body[1]].key
    before, found, _ = lead.partition(deck)
    names_agency = before.rstrip(" -–—:ـ").endswith(")")
    if found and names_agency and len(deck) >= _SHORTEST_COPY and len(before.split()) <= _LONGEST_DATELINE:
        page.put("standfirst", body[0])


def decks_apart(page: Page) -> None:
    """A paragraph between empty lines that those after it, set without any, tell once more."""
    body = page.body()
    close = body[2 : 2 + _CLOSE]
    if len(close) < _CLOSE or any(page.blocks[i].apart for i in close) or not page.blocks[body[1]].apart:
        return
    first, second = page.blocks[body[0]], page.blocks[body[1]]
    goes_on = second.key.startswith("و") and not tells_past(second.key.split()[0])
    if first.words > _LONGEST_SUMMARY or not first.apart or goes_on:
        return
    enough = _TOLD_AGAIN if is_in_present(first.key) else _TAKEN_UP
    if shared_words(page, [body[0]], body[1:4]) >= enough:
        page.put("standfirst", body[0])


def _letters(page: Page, i: int) -> str:
    return _NOT_LETTERS.sub("", page.blocks[i].key)


def summaries(page: Page) -> None:
    """A headline-like sentence in the present, told again by a lead that begins with its verb in the past.

    «البرلمان ينتخب فلانا رئيسا.» before «انتخب البرلمان فلانا …»: a paragraph that goes on would
    begin with و or another joint.
    """
    body = page.body()
    if len(body) < 3:
        return
    first, second = page.blocks[body[0]], page.blocks[body[1]]
    if first.words > _LONGEST_SUMMARY or _STOP_WITHIN.search(first.span.text):
        return
    told_again = shared_words(page, [body[0]], [body[1]]) >= _TOLD_AGAIN
    if told_again and is_in_present(first.key) and tells_past(second.key.split()[0]):
        page.put("standfirst", body[0])


def is_in_present(key: str) -> bool:
    """Whether the first verb of a line is in the present, as in headlines."""
    words = key.split()[:_VERB_WITHIN]
    if words and tells_past(words[0]):
        return False  # «توجه الرئيس» has the letters of «توجّه رسالة»
    verb = next((w for w in words if tells_present(w) or tells_past(w)), "")
    return tells_present(verb)


def posts(page: Page) -> None:
    """Posts of a network set into the page: their signature and the lines with links and tags above it."""
    for i, block in enumerate(page.blocks):
        if not page.is_open(i) or not _POSTED.match(block.span.text):
            continue
        page.put("social", i)
        for j in range(i - 1, max(-1, i - 1 - _LINES_OF_POST), -1):
            if not page.is_open(j) or not _OF_POST.search(page.blocks[j].span.text):
                break
            page.put("social", j)
