"""Passive verbs, insofar as their vowels are written: «دُمّرت», «استُهدف»."""

from __future__ import annotations

from app.ingest.happenings.view import View

_DAMMA = "\u064f"
#: So many signs of a past verb, with what is attached before it, may stand before its first vowel.
_HEAD = 5


def passive(view: View, k: int) -> bool:
    """Whether token ``k`` is a past verb with a written «ُ» near its head."""
    verb = view.verbs[k]
    return verb is not None and verb.aspect == "p" and _DAMMA in view.tokens[k].span.text[:_HEAD]
