"""What an act was about, where its headline must say so: what was shot down, refused or stopped."""

from __future__ import annotations

from app.domain.records import EventType
from app.ingest.happenings.particles import BEFORE_NOUNS
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.languages.ar.events import readings

_THINGS = (
    ("صواريخ", ("صواريخ", "missiles")),
    ("صاروخ", ("صاروخ", "missile")),
    ("مسير", ("طائرة مسيّرة", "drone")),
    ("درون", ("طائرة مسيّرة", "drone")),
    ("مروحي", ("مروحية", "helicopter")),
    ("طائرات", ("طائرات", "aircraft")),
    ("مقاتلات", ("مقاتلات", "fighter jets")),
    ("طائر", ("طائرة", "aircraft")),
    ("مقاتل", ("مقاتلة", "fighter jet")),
)


def thing_of(view: View, found: Candidate, text: str) -> tuple[str, str] | None:
    """What was shot down, by its class word; or the words of what was refused or stopped."""
    if "thing" in found.trigger.guards:
        return _object(view, found, text)
    if found.trigger.type is not EventType.SHOOTDOWN or found.key is None:
        return None
    word = view.fold(found.key)
    return next((names for stem, names in _THINGS if stem in word), None)


def _object(view: View, found: Candidate, text: str) -> tuple[str, str] | None:
    """The verbal noun that follows, with the noun it governs: «تنفيذ هجوم»."""
    ahead = range(found.end, min(len(view.tokens), found.end + 7))
    masdars = (k for k in ahead if any(a.pos == "verbal_noun" for a in view.tokens[k].analyses))
    first = found.key or next((k for k in masdars if k not in view.at), None)
    if first is None or first in view.at or any(b.preposition for b in readings(view.fold(first))[:1]):
        return None
    after = first + 1
    joins = after < len(view.tokens) and view.tokens[after].is_word and view.verbs[after] is None
    last = after if joins and after not in view.at and view.fold(after) not in BEFORE_NOUNS else first
    return text[view.tokens[first].span.start : view.tokens[last].span.end], ""
