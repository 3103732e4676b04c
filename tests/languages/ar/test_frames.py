"""Frames name places that the rules know, for triggers that exist."""

from __future__ import annotations

import pytest

from app.languages.ar.events import load_event_words
from app.languages.ar.frames import Frame, load_frames

TRIGGERS = {t.id: t for t in load_event_words().triggers}


@pytest.mark.parametrize(
    ("trigger", "places"),
    [
        ("airstrike.noun", {"علي", "ضد"}),
        ("arms_supply", {"الي"}),
        ("request", {"من"}),
        ("release", {"عن"}),
    ],
)
def test_a_trigger_has_the_frame_of_its_own_or_of_its_type(trigger: str, places: set[str]) -> None:
    assert places <= load_frames().of(TRIGGERS[trigger]).target


def test_what_meets_as_equals_needs_no_frame() -> None:
    assert load_frames().of(TRIGGERS["meeting"]) == Frame()


def test_only_acts_that_befall_somebody_are_undergone() -> None:
    frames = load_frames()
    assert "استهداف" in frames.of(TRIGGERS["airstrike.target"]).undergone
    assert "غارات" not in frames.of(TRIGGERS["airstrike.noun"]).undergone
