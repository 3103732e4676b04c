"""Definite descriptions, and words that stand for a state."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import MentionHow, Sign
from app.ingest.naming.acting import takes_part
from app.ingest.naming.page import Find, Page
from app.ingest.naming.trie import forms
from app.languages.ar.bodies import load_bodies
from app.languages.ar.names import load_names

_POSSESSIVES = ("ها", "هم", "هما", "نا", "وه", "ؤه", "ئه")


def described_at(page: Page, at: int, stop: int) -> Find | None:
    """A description, a people or «بلاده» that begins at token ``at``."""
    return _described(page, at, stop) or _people(page, at) or _homeland(page, at)


def _described(page: Page, at: int, stop: int) -> Find | None:
    """«الصحيفة», «الصحيفة الإسرائيلية», «التنظيم المتطرف»."""
    form = next((f for f in forms(page.fold(at)) if f.word in load_bodies().descriptions), None)
    if form is None or page.any_of(at - 1, load_names().media_cues):
        return None
    nisba = page.nisba(at + 1) if at + 1 < stop else None
    end = at + 2 if nisba and nisba.definite else at + 1
    if end < stop and page.fold(end) in load_bodies().qualifiers:
        end += 1
    found = page.candidate((at, end), form, Sign.DESCRIPTION, MentionHow.DESCRIPTION)
    gender = load_bodies().descriptions[form.word].gender
    return [
        replace(found, head=form.word, gender=gender, number="s", country=nisba.code if nisba else None)
    ], end


def _homeland(page: Page, at: int) -> Find | None:
    """«بلاده»: a country by a pronoun."""
    form = next((f for f in forms(page.fold(at)) if f.word in load_names().homeland), None)
    if form is None:
        return None
    found = page.candidate((at, at + 1), form, Sign.DESCRIPTION, MentionHow.PRONOUN)
    return [replace(found, head="homeland", number="s", place=True)], at + 1


def _people(page: Page, at: int) -> Find | None:
    """«الإسرائيليون»: the people standing for the state, where it is no adjective."""
    nisba = page.nisba(at)
    if nisba is None or not nisba.definite or nisba.number != "p" or nisba.gender != "m":
        return None
    before = page.fold(at - 1) if at and page.same_sentence(at - 1, at) else ""
    article = any(w.startswith("ال") and len(w) > 3 for w in (before, before[1:]))
    if article or before.endswith(_POSSESSIVES):
        return None
    form = next(f for f in forms(page.fold(at)) if f.word.startswith("ال"))
    found = page.candidate((at, at + 1), form, Sign.TABLE, MentionHow.DESCRIPTION)
    place = not takes_part(page, at, at + 1, form)
    people = replace(found, head="people", country=nisba.code, number="p", gender="m", sure=False)
    return [replace(people, place=place)], at + 1
