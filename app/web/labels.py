"""Display names of the closed vocabularies: one English message per value, translated like any other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.web.i18n import gettext_noop as _

EVENT_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "meeting": _("Meeting"),
        "phone_call": _("Phone call"),
        "talks": _("Talks"),
        "agreement": _("Agreement"),
        "proposal": _("Proposal"),
        "invitation": _("Invitation"),
        "visit": _("Visit"),
        "airstrike": _("Air strike"),
        "missile_strike": _("Missile strike"),
        "shootdown": _("Shooting down"),
        "airspace_violation": _("Airspace violation"),
        "diplomatic_protest": _("Diplomatic protest"),
        "summoning": _("Summoning of an envoy"),
        "deployment": _("Deployment"),
        "withdrawal": _("Withdrawal"),
        "arms_supply": _("Arms supply"),
        "ceasefire": _("Ceasefire"),
        "exercise": _("Military exercise"),
        "sanction": _("Sanctions"),
        "accusation": _("Accusation"),
        "threat": _("Threat"),
        "report": _("Report"),
        "election": _("Election"),
        "invasion": _("Invasion"),
        "coordination": _("Coordination"),
        "severed_ties": _("Severed ties"),
        "humanitarian_aid": _("Humanitarian aid"),
        "denial": _("Denial"),
        "other": _("Other event"),
    }
)

STATUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "occurred": _("occurred"),
        "planned": _("planned"),
        "ongoing": _("ongoing"),
        "hypothetical": _("hypothetical"),
        "reported": _("reported"),
        "denied": _("denied"),
    }
)

MODALITIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "asserted": _("asserted"),
        "denied": _("denial"),
        "hedged": _("hedged"),
        "offered": _("offer"),
        "demanded": _("demand"),
        "expected": _("expectation"),
    }
)

QUOTES: Final[Mapping[str, str]] = MappingProxyType(
    {"direct": _("direct speech"), "indirect": _("indirect speech"), "mixed": _("partly direct speech")}
)

KINDS: Final[Mapping[str, str]] = MappingProxyType({"event": _("Events"), "statement": _("Statements")})

CERTAINTIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "day": _("to the day"),
        "month": _("to the month"),
        "year": _("to the year"),
        "approximate": _("approximate"),
        "undated": _("undated"),
    }
)

EVIDENCE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "named": _("a named person"),
        "institution": _("an institution"),
        "anonymous": _("an unnamed source"),
        "reports": _("unattributed reports"),
    }
)

ACTOR_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": _("person"),
        "country": _("country"),
        "organisation": _("organisation"),
        "armed_group": _("armed group"),
        "media": _("media outlet"),
        "military": _("armed forces"),
        "office": _("office"),
        "source": _("unnamed source"),
    }
)

BASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "supplied": _("given with the file"),
        "stated": _("stated in the text"),
        "inferred": _("inferred from the text"),
        "unknown": _("not known"),
    }
)

ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "source": _("acts"),
        "target": _("is acted on"),
        "participant": _("takes part"),
        "place_owner": _("on its territory"),
    }
)

DISCARDED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "account": _("account form"),
        "agency_tag": _("agency tag"),
        "browser_title": _("browser title"),
        "caption": _("picture caption"),
        "comments": _("comments"),
        "cookie_notice": _("cookie notice"),
        "copyright": _("copyright line"),
        "dateline": _("dateline"),
        "donation": _("appeal for support"),
        "furniture": _("page furniture"),
        "media_widget": _("media player"),
        "navigation": _("navigation"),
        "newsletter": _("newsletter sign-up"),
        "page_machinery": _("page machinery"),
        "privacy": _("privacy notice"),
        "related_links": _("related links"),
        "repeated": _("repeated text"),
        "repeated_title": _("repeated title"),
        "site_name": _("site name"),
        "social": _("sharing links"),
        "source_line": _("source line"),
        "standfirst": _("standfirst"),
        "tags": _("tags"),
        "teaser": _("teaser of another story"),
        "timestamp": _("time stamp"),
    }
)

HOWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": _("name"),
        "alias": _("other name"),
        "office": _("title"),
        "description": _("description"),
        "pronoun": _("pronoun"),
    }
)

VOCABULARIES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "type": EVENT_TYPES,
        "status": STATUSES,
        "modality": MODALITIES,
        "quote": QUOTES,
        "kind": KINDS,
        "certainty": CERTAINTIES,
        "evidence": EVIDENCE,
        "actor_kind": ACTOR_KINDS,
        "basis": BASES,
        "role": ROLES,
        "discarded": DISCARDED,
        "how": HOWS,
    }
)
