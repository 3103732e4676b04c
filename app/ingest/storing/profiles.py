"""Converts what matching compares to JSON and back; it is stored beside each telling and statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from app.domain.links import Principal, Saying, Telling
from app.domain.records import EventStatus, EventType, Role
from app.domain.time import DateSpan

Json = dict[str, Any]

#: What people set right, in a profile only where they did.
_CURATED = ("curated", "joined", "apart")


def telling_to_json(telling: Telling) -> Json:
    plain: Json = _plain(asdict(telling))
    return {name: value for name, value in plain.items() if value or name not in _CURATED}


def saying_to_json(saying: Saying) -> Json:
    plain: Json = _plain(asdict(saying))
    return plain


def telling_from_json(data: Mapping[str, Any]) -> Telling:
    fields = dict(data)
    fields |= {
        "type": EventType(data["type"]),
        "status": EventStatus(data["status"]),
        "principals": tuple(Principal(**p | {"role": Role(p["role"])}) for p in data["principals"]),
        "precedes": tuple(data["precedes"]),
        "figures": tuple((unit, number) for unit, number in data["figures"]),
    }
    fields |= {name: _span(data[name]) for name in ("date", "window", "published")}
    fields |= {name: tuple(data[name]) for name in _CURATED if name in data}
    return Telling(**fields)


def saying_from_json(data: Mapping[str, Any]) -> Saying:
    fields = dict(data)
    fields |= {
        "words": tuple(data["words"]),
        "topics": frozenset(EventType(t) for t in data["topics"]),
        "about": frozenset(data["about"]),
        "judges": frozenset(data.get("judges", ())),
    }
    fields |= {name: _span(data[name]) for name in ("said", "published")}
    return Saying(**fields)


def _span(data: Mapping[str, Any] | None) -> DateSpan | None:
    if data is None:
        return None
    return DateSpan(data["edtf"], _day(data["earliest"]), _day(data["latest"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    """Dates as ISO text, tuples as lists, sets as sorted lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(_plain(v) for v in value)
    return value
