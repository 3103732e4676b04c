from __future__ import annotations

from app.domain.records import EventType
from app.languages.ar.events import load_event_words
from app.languages.ar.normalise import fold
from app.languages.ar.wordings import load_wordings


def test_every_wording_speaks_of_triggers_that_there_are() -> None:
    known = set(load_event_words().by_id) | {t.value for t in EventType}
    named = {name for rule in load_wordings().rules for name in rule.ids}
    assert named <= known


def test_stems_and_lists_are_folded() -> None:
    words = load_wordings()
    stems = {stem for rule in words.rules for stem in (*rule.told, *rule.never)}
    assert {stem for stem in stems | words.counting | words.unisex if fold(stem) != stem} == set()


def test_verbs_have_a_singular_and_a_plural() -> None:
    for rule in load_wordings().rules:
        for key in ("verb", "verb_en", "alone_en"):
            assert key not in rule.changes or rule.changes[key].count("/") == 1


def test_the_first_rule_that_fits_speaks() -> None:
    words = load_wordings()
    assert words.changes("killing", "other", "جرح")["ar"] == "سقوط جرحى"
    assert "ar" not in words.changes("killing", "other", "مقتل")
    assert words.changes("no.such.trigger", "no_such_type", "") == {}
