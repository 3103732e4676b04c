"""Groups without a name, definite descriptions, and words that stand for a state."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Actor, ActorKind, MentionHow, Sign
from app.ingest.mentions_english import described
from app.ingest.mentions_page import Find, Page
from app.ingest.mentions_trie import forms
from app.knowledge.records import slugify
from app.languages.ar.bodies import load_bodies
from app.languages.ar.names import load_names
from app.languages.ar.sources import load_sources

_POSSESSIVES = ("ها", "هم", "هما", "نا", "وه", "ؤه", "ئه")


def described_at(page: Page, at: int, stop: int) -> Find | None:
    """A group, a description, a people or «بلاده» that begins at token ``at``."""
    return _group(page, at, stop) or _described(page, at, stop) or _people(page, at) or _homeland(page, at)


def _group(page: Page, at: int, stop: int) -> Find | None:
    """«ميليشيات متعددة الجنسيات»: an unnamed group that the text describes."""
    form = next((f for f in forms(page.fold(at)) if f.word in load_bodies().groups), None)
    if form is None or form.prefix.endswith("ل"):
        return None
    end, nisba = at + 1, None
    adjectives = load_sources().adjectives
    while end < stop and (page.fold(end) in adjectives | load_bodies().group_words or page.nisba(end)):
        nisba = nisba or page.nisba(end)
        end += 1
    if end == at + 1:
        return None
    span = page.span(at, end, form)
    name_en = described(page, at, end, form)
    actor = Actor(
        slugify(name_en), ActorKind.ARMED_GROUP, span.text, name_en, nisba.code if nisba else None,
        known=False, gender="f", number="s",
    )  # fmt: skip
    return [page.candidate((at, end), form, Sign.BODY, MentionHow.DESCRIPTION, (actor,))], end


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
    if any(w.startswith("ال") and w != "الي" for w in (before, before[1:])) or before.endswith(_POSSESSIVES):
        return None
    form = next(f for f in forms(page.fold(at)) if f.word.startswith("ال"))
    found = page.candidate((at, at + 1), form, Sign.TABLE, MentionHow.DESCRIPTION)
    return [replace(found, head="people", country=nisba.code, number="p", gender="m", sure=False)], at + 1
