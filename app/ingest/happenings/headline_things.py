"""What an act was about, if its headline must say so: what was shot down, refused or stopped."""

from __future__ import annotations

from app.domain.records import EventType
from app.ingest.happenings.particles import BEFORE_NOUNS
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.wordings import load_wordings

#: By stem of the class word: one, two and several of them.
_THINGS = (
    (("صاروخ", "صواريخ"), ("صاروخ", "missile"), ("صاروخين", "two missiles"), ("صواريخ", "missiles")),
    (("مسير", "درون"), ("طائرة مسيّرة", "drone"), ("مسيّرتين", "two drones"), ("طائرات مسيّرة", "drones")),
    (("مروحي",), ("مروحية", "helicopter"), ("مروحيتين", "two helicopters"), ("مروحيات", "helicopters")),
    (("طائر",), ("طائرة", "aircraft"), ("طائرتين", "two aircraft"), ("طائرات", "aircraft")),
    (("مقاتل",), ("مقاتلة", "fighter jet"), ("مقاتلتين", "two fighter jets"), ("مقاتلات", "fighter jets")),
)
#: Triggers whose object is told in English by an infinitive; the others by a noun.
_TO_DO = frozenset({"refusal", "decision", "order.issue"})


def thing_of(view: View, found: Candidate, text: str) -> tuple[str, str] | None:
    """What was shot down, by its class word; or the words of what was refused or stopped."""
    if "thing" in found.trigger.guards:
        return _object(view, found, text)
    if found.trigger.type is not EventType.SHOOTDOWN or found.key is None:
        return None
    word = view.fold(found.key)
    kind = next((k for k in _THINGS if any(stem in word for stem in k[0])), None)
    if kind is None:
        return None
    if _counted(view, found.key) or word.endswith(("ات", "صواريخ")):
        return kind[3]
    return kind[2] if word.endswith(("ين", "ان")) else kind[1]


def _counted(view: View, at: int) -> bool:
    """«12 صاروخا», «عدة طائرات», «غالبية المسيرات»."""
    before = view.fold(at - 1) if at else ""
    return before.isdigit() or before.removeprefix("ب") in load_wordings().counting


def _object(view: View, found: Candidate, text: str) -> tuple[str, str] | None:
    """The verbal noun that follows, with what it governs: «تنفيذ هجوم», «سحب عدد من القوات»."""
    words = load_wordings()
    ahead = range(found.end, min(len(view.tokens), found.end + 7))
    first = next((k for k in ahead if k not in view.at and _bare(view, k) in words.masdars), None)
    if first is None:
        return None
    last = _governed(view, first)
    if last is None or _goes_on(view, last):
        return None
    arabic = text[view.tokens[first].span.start : view.tokens[last].span.end]
    infinitive, noun = words.masdars[_bare(view, first)]
    whole = "" if last == first else words.objects.get(_bare(view, last), "")
    if last != first and not whole:
        return arabic, ""
    start = f"to {infinitive}" if found.trigger.id in _TO_DO else f"of {noun}"
    of = " of " if start.startswith("of") and whole else " "
    return arabic, f"{start}{of}{whole}".strip()


def _governed(view: View, first: int) -> int | None:
    """The last word of what the verbal noun governs; itself where nothing is; None where that is cut off."""
    at = first + 1
    if not _noun_at(view, at):
        return first
    if _bare(view, at) in load_wordings().counting:
        at += 2 if view.fold(at + 1) == "من" else 1
        return at if _noun_at(view, at) else None
    return at


def _goes_on(view: View, last: int) -> bool:
    """Whether its last word, without article, governs one more that would be left out: «إعادة فتح المعبر»."""
    if view.fold(last).startswith("ال") or not last + 1 < len(view.tokens):
        return False
    return last + 1 in view.at or (_noun_at(view, last + 1) and view.fold(last + 1).startswith("ال"))


def _noun_at(view: View, at: int) -> bool:
    if not at < len(view.tokens) or not view.tokens[at].is_word or view.verbs[at] is not None:
        return False
    return at not in view.at and view.fold(at) not in BEFORE_NOUNS and not view.fold(at).startswith("وال")


def _bare(view: View, at: int) -> str:
    return view.fold(at).removeprefix("ال")
