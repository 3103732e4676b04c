"""Event types in the codes of the field: PLOVER (event, mode, context) and CAMEO.

PLOVER is the Political Language Ontology for Verifiable Event Records of the Open Event Data
Alliance, CC BY-SA 4.0; the conversions follow its CAMEO2PLOVER table. Names of CAMEO codes are
those of the public code list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.records import EventStatus, EventType


class Family(StrEnum):
    """Types between which careful readers waver: a hit on the family is a hit."""

    CONTACT = "contact"
    ACCORD = "accord"
    OFFER = "offer"
    STRIKE = "strike"
    AIRSPACE = "airspace"
    PROTEST = "protest"
    FORCE = "force"
    SUPPLY = "supply"
    AID = "aid"
    BREAK = "break"
    THREAT = "threat"
    ACCOUNT = "account"
    ELECTION = "election"
    OTHER = "other"


_FAMILIES = {
    Family.CONTACT: (EventType.MEETING, EventType.TALKS, EventType.PHONE_CALL, EventType.VISIT),
    Family.ACCORD: (EventType.AGREEMENT, EventType.COORDINATION, EventType.CEASEFIRE),
    Family.OFFER: (EventType.PROPOSAL, EventType.INVITATION),
    Family.STRIKE: (EventType.AIRSTRIKE, EventType.MISSILE_STRIKE, EventType.SHOOTDOWN, EventType.INVASION),
    Family.AIRSPACE: (EventType.AIRSPACE_VIOLATION,),
    Family.PROTEST: (EventType.DIPLOMATIC_PROTEST, EventType.SUMMONING, EventType.ACCUSATION),
    Family.FORCE: (EventType.DEPLOYMENT, EventType.WITHDRAWAL, EventType.EXERCISE),
    Family.SUPPLY: (EventType.ARMS_SUPPLY,),
    Family.AID: (EventType.HUMANITARIAN_AID,),
    Family.BREAK: (EventType.SEVERED_TIES, EventType.SANCTION),
    Family.THREAT: (EventType.THREAT,),
    Family.ACCOUNT: (EventType.REPORT, EventType.DENIAL),
    Family.ELECTION: (EventType.ELECTION,),
    Family.OTHER: (EventType.OTHER,),
}
FAMILY_OF = MappingProxyType({t: family for family, types in _FAMILIES.items() for t in types})


@dataclass(frozen=True, slots=True)
class EventCode:
    """PLOVER's event, mode and context (None where it has none) and CAMEO's code with its name."""

    plover: str | None
    mode: str | None
    context: str | None
    cameo: str | None
    cameo_name: str | None


_MEET = "Express intent to meet or negotiate"
_COOPERATE = "Express intent to cooperate, not specified below"

CODES = MappingProxyType(
    {
        EventType.MEETING: EventCode("CONSULT", None, "diplomatic", "040", "Consult, not specified below"),
        EventType.PHONE_CALL: EventCode("CONSULT", "phone", "diplomatic", "041", "Discuss by telephone"),
        EventType.TALKS: EventCode("CONSULT", None, "diplomatic", "046", "Engage in negotiation"),
        EventType.VISIT: EventCode("CONSULT", "visit", "diplomatic", "042", "Make a visit"),
        EventType.AGREEMENT: EventCode("SUPPORT", None, "diplomatic", "057", "Sign formal agreement"),
        EventType.PROPOSAL: EventCode("AGREE", None, "diplomatic", "030", _COOPERATE),
        EventType.INVITATION: EventCode("AGREE", None, "diplomatic", "036", _MEET),
        EventType.AIRSTRIKE: EventCode("ASSAULT", "aerial", "military", "195", "Employ aerial weapons"),
        EventType.MISSILE_STRIKE: EventCode(
            "ASSAULT",
            "heavy-weapons",
            "military",
            "190",
            "Use conventional military force, not specified below",
        ),
        EventType.SHOOTDOWN: EventCode(
            "ASSAULT",
            "heavy-weapons",
            "military",
            "190",
            "Use conventional military force, not specified below",
        ),
        EventType.INVASION: EventCode(
            "ASSAULT",
            "heavy-weapons",
            "military",
            "190",
            "Use conventional military force, not specified below",
        ),
        EventType.AIRSPACE_VIOLATION: EventCode("MOBILIZE", "weapons", "military", "128", "Defy norms, law"),
        EventType.DIPLOMATIC_PROTEST: EventCode(
            "ACCUSE", "disapprove", "diplomatic", "111", "Criticize or denounce"
        ),
        EventType.SUMMONING: EventCode("ACCUSE", "disapprove", "diplomatic", "114", "Complain officially"),
        EventType.ACCUSATION: EventCode("ACCUSE", "allege", "military", "112", "Accuse, not specified below"),
        EventType.THREAT: EventCode(
            "THREATEN", "violence", "military", "138", "Threaten with military force"
        ),
        EventType.DEPLOYMENT: EventCode(
            "MOBILIZE", "troops", "military", "154", "Mobilize or increase armed forces"
        ),
        EventType.WITHDRAWAL: EventCode(
            "RETREAT", "withdraw", "military", "0874", "Retreat or surrender militarily"
        ),
        EventType.CEASEFIRE: EventCode(
            "RETREAT", "ceasefire", "military", "0871", "Declare truce, ceasefire"
        ),
        EventType.ARMS_SUPPLY: EventCode("AID", "military", "military", "072", "Provide military aid"),
        EventType.HUMANITARIAN_AID: EventCode("AID", "humanitarian", None, "073", "Provide humanitarian aid"),
        EventType.EXERCISE: EventCode("COOPERATE", None, "military", "062", "Cooperate militarily"),
        EventType.COORDINATION: EventCode("COOPERATE", None, "military", "062", "Cooperate militarily"),
        EventType.SANCTION: EventCode(
            "SANCTION", None, "diplomatic", "163", "Impose embargo, boycott, or sanctions"
        ),
        EventType.SEVERED_TIES: EventCode(
            "SANCTION", "discontinue", "diplomatic", "161", "Reduce or break diplomatic relations"
        ),
        EventType.REPORT: EventCode(None, None, None, "010", "Make statement, not specified below"),
        EventType.DENIAL: EventCode(None, None, None, "016", "Deny responsibility"),
        EventType.ELECTION: EventCode(None, None, "election", None, None),
        EventType.OTHER: EventCode(None, None, None, None, None),
    }
)

_INTENT = MappingProxyType(
    {
        EventType.MEETING: EventCode("AGREE", None, "diplomatic", "036", _MEET),
        EventType.PHONE_CALL: EventCode("AGREE", None, "diplomatic", "036", _MEET),
        EventType.TALKS: EventCode("AGREE", None, "diplomatic", "036", _MEET),
        EventType.VISIT: EventCode("AGREE", None, "diplomatic", "036", _MEET),
        EventType.COORDINATION: EventCode(
            "AGREE", None, "military", "0312", "Express intent to cooperate militarily"
        ),
        EventType.EXERCISE: EventCode(
            "AGREE", None, "military", "0312", "Express intent to cooperate militarily"
        ),
    }
)


def code_of(type_: EventType, status: EventStatus = EventStatus.OCCURRED) -> EventCode:
    """The codes of a type; contacts and cooperation that are only planned count as AGREE."""
    if status is EventStatus.PLANNED and type_ in _INTENT:
        return _INTENT[type_]
    return CODES[type_]
