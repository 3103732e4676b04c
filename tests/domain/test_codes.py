from __future__ import annotations

import pytest

from app.domain.codes import CODES, FAMILY_OF, code_of
from app.domain.records import EventStatus, EventType

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_every_type_has_a_code_and_a_family() -> None:
    assert set(CODES) == set(FAMILY_OF) == set(EventType)


@pytest.mark.parametrize("type_", list(EventType))
def test_codes_are_of_the_current_manual(type_: EventType) -> None:
    code = code_of(type_)
    assert code.plover is None or code.plover in PLOVER
    assert (code.cameo is None) == (code.cameo_name is None)


def test_a_planned_meeting_is_an_intent_to_meet() -> None:
    planned = code_of(EventType.MEETING, EventStatus.PLANNED)
    assert (planned.plover, planned.cameo) == ("AGREE", "036")
    assert code_of(EventType.MEETING).plover == "CONSULT"


def test_a_planned_strike_keeps_its_code() -> None:
    assert code_of(EventType.AIRSTRIKE, EventStatus.PLANNED) == code_of(EventType.AIRSTRIKE)


def test_families() -> None:
    assert FAMILY_OF[EventType.TALKS] is FAMILY_OF[EventType.PHONE_CALL]
    assert FAMILY_OF[EventType.PROPOSAL] is FAMILY_OF[EventType.INVITATION]
    assert FAMILY_OF[EventType.MEETING] is not FAMILY_OF[EventType.AIRSTRIKE]
