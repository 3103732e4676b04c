"""Whether words for a group say who acts or is acted on, or merely mention it."""

from __future__ import annotations

from app.ingest.naming.page import Page
from app.ingest.naming.trie import Form
from app.languages.ar.events import load_event_words
from app.languages.ar.groups import load_groups

#: How many words may stand between a verb and its subject or object.
_REACH = 7
_THAT = frozenset({"ان", "لكن", "ولكن", "وان", "فان", "بان", "بينما", "فيما", "حيث"})


def takes_part(page: Page, first: int, end: int, form: Form) -> bool:
    """True for the subject or object of a verb, the doer or target of a deed, a side of «بين»."""
    before = page.before(first)
    if before >= 0 and _spoken_of(page, before):
        return False
    if form.prefix.endswith(("ب", "ك")):
        return False
    if form.prefix.endswith("ل"):
        return _deed_before(page, first)
    if (
        before >= 0
        and page.any_of(before, load_groups().aside)
        and not page.any_of(before, load_groups().party)
    ):
        return page.fold(before).endswith("من") and _counted(page, before)
    return _after_verb(page, first) or _deed_before(page, first) or _before_verb(page, first, end)


def _spoken_of(page: Page, before: int) -> bool:
    words = load_groups()
    titles = load_event_words().classes["titles"]
    return page.any_of(before, words.spoken_of) or page.any_of(before, titles)


def _counted(page: Page, before: int) -> bool:
    """«عدد من المتظاهرين»: so many of them take part as they would themselves."""
    number = page.before(before)
    counted = number >= 0 and any(
        page.any_of(number, frozenset({word, word + "ا", "ال" + word})) for word in load_groups().counts
    )
    return counted and (_after_verb(page, number) or _deed_before(page, number))


def _after_verb(page: Page, first: int) -> bool:
    """A verb before, and no preposition or end of the clause between."""
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if not page.same_sentence(k, first) or page.fold(k) in ("،", ":", ";", "؛", "."):
            return False
        if page.tokens[k].verb() is not None and not _is_deed(page, k):
            return True
        if page.any_of(k, load_groups().aside) and k < first - 1:
            return False
    return False


def _is_deed(page: Page, k: int) -> bool:
    return any(a.pos == "verbal_noun" for a in page.tokens[k].analyses[:1])


def _deed_before(page: Page, first: int) -> bool:
    """«هجوم المسلحين», «اشتباكات مع متظاهرين», «الدعم للثوار»: a noun that tells an event shortly before."""
    events = load_event_words()
    for k in range(first - 1, max(-1, first - 5), -1):
        if not page.same_sentence(k, first) or page.fold(k) in ("،", ":", ";", "؛", "."):
            return False
        if events.noun(page.fold(k)) is not None or _is_deed(page, k):
            return True
        if page.any_of(k, load_groups().aside):
            return False
    return False


def _before_verb(page: Page, first: int, end: int) -> bool:
    """«المتمردون سيطروا على …»: they head the clause and a verb in the plural or feminine follows."""
    before = page.before(first)
    opens = before < 0 or not page.tokens[first - 1].is_word or page.fold(before) in _THAT
    after = range(end, min(end + 4, len(page.tokens)))
    return opens and any(page.same_sentence(first, k) and page.tokens[k].verb() is not None for k in after)
