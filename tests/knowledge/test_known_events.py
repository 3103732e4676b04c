"""Well-known events: each told apart by its act, its parties and its words."""

from __future__ import annotations

from app.domain.records import EventType
from app.knowledge.known_events import KnownEvent, load_known_events
from app.knowledge.load import load_knowledge
from app.languages.ar.events import load_event_words


def _known(name: str) -> KnownEvent:
    return next(k for k in load_known_events() if k.id == name)


def test_acts_and_parties_exist() -> None:
    acts = {t.value for t in EventType} | {t.id for t in load_event_words().triggers}
    knowledge = load_knowledge()
    slugs = {o.slug for o in knowledge.organisations.values()} | {p.slug for p in knowledge.persons.values()}
    for known in load_known_events():
        assert known.acts <= acts, known.id
        for slug in set().union(*known.parties):
            assert knowledge.country(slug) or slug in slugs, (known.id, slug)


def test_the_latest_comes_first() -> None:
    days = [k.day for k in load_known_events()]
    assert days == sorted(days, reverse=True)


def test_act_parties_and_words_must_all_agree() -> None:
    known = _known("us-leaves-nuclear-agreement")
    act, us = frozenset({"withdrawal"}), frozenset({"us"})
    assert known.told_by(act, us, "انسحاب الولايات المتحده من الاتفاق النووي")
    assert not known.told_by(frozenset({"agreement"}), us, "الاتفاق النووي")
    assert not known.told_by(act, frozenset({"ir"}), "انسحاب ايران من الاتفاق النووي")
    assert not known.told_by(act, us, "انسحاب القوات الاميركيه من سوريا")


def test_every_group_of_parties_must_be_met() -> None:
    known = _known("severed-ties-with-qatar")
    act, words = frozenset({"severed_ties"}), "قطع العلاقات مع قطر"
    assert known.told_by(act, frozenset({"bh", "qa"}), words)
    assert not known.told_by(act, frozenset({"jo", "qa"}), words)
