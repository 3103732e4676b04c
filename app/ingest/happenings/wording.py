"""Small questions about the words around an actor: numbers, a possessor's people, members of a group."""

from __future__ import annotations

from app.ingest.happenings.particles import ARMS, EXPLAINS, NUMBERS, PEOPLE
from app.ingest.happenings.view import View


def names_whom(view: View, k: int) -> bool:
    """«هما فلان وفلان», «هم الأردني فلان»: whoever was spoken of is named right after."""
    named = view.starting(k + 1) or (view.starting(k + 2) if k + 1 in view.nations else None)
    return view.fold(k) in EXPLAINS and named is not None


def stands_for_people(view: View, k: int) -> bool:
    """A word for whose people it names, with a short particle before it or not."""
    return view.has(k, PEOPLE) or view.fold(k)[1:] in PEOPLE


def counts(view: View, k: int) -> bool:
    """«300 سجين», «خمسة كوادر»: a number, whose noun follows."""
    word = view.fold(k)
    return word.isdigit() or word in NUMBERS or word.removeprefix("ال") in NUMBERS


def for_forces(view: View, j: int) -> bool:
    """«غارات لطائرات التحالف»: the arms of whoever is named next."""
    return view.fold(j)[0] == "ل" and view.fold(j)[1:].removeprefix("ل") in ARMS
