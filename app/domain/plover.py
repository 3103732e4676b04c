"""PLOVER codes of our event types (PLOVER manual, CC BY-SA 4.0, openeventdata/PLOVER)."""

from __future__ import annotations

from app.domain.records import EventStatus, EventType

_CODES: dict[EventType, str | None] = {
    EventType.MEETING: "CONSULT",
    EventType.PHONE_CALL: "CONSULT",
    EventType.TALKS: "CONSULT",
    EventType.VISIT: "CONSULT",
    EventType.AGREEMENT: "AGREE",
    EventType.PROPOSAL: "AGREE",
    EventType.INVITATION: "AGREE",
    EventType.AIRSTRIKE: "ASSAULT",
    EventType.MISSILE_STRIKE: "ASSAULT",
    EventType.SHOOTDOWN: "ASSAULT",
    EventType.INVASION: "ASSAULT",
    EventType.AIRSPACE_VIOLATION: "MOBILIZE",
    EventType.DEPLOYMENT: "MOBILIZE",
    EventType.DIPLOMATIC_PROTEST: "ACCUSE",
    EventType.SUMMONING: "ACCUSE",
    EventType.ACCUSATION: "ACCUSE",
    EventType.WITHDRAWAL: "RETREAT",
    EventType.CEASEFIRE: "RETREAT",
    EventType.ARMS_SUPPLY: "AID",
    EventType.HUMANITARIAN_AID: "AID",
    EventType.EXERCISE: "COOPERATE",
    EventType.COORDINATION: "COOPERATE",
    EventType.SANCTION: "SANCTION",
    EventType.SEVERED_TIES: "SANCTION",
    EventType.THREAT: "THREATEN",
    # Statements, reports and elections are no events there.
    EventType.REPORT: None,
    EventType.ELECTION: None,
    EventType.DENIAL: None,
    EventType.OTHER: None,
}

#: What is only planned of these is, by the manual, an agreement to do it.
_FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def plover_code(kind: EventType, status: EventStatus = EventStatus.OCCURRED) -> str | None:
    """The PLOVER event of a type, None where PLOVER has none."""
    code = _CODES[kind]
    return "AGREE" if status is EventStatus.PLANNED and code in _FUTURE_IS_AGREE else code
