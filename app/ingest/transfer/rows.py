"""Validated lines as rows of the tables; pure, row numbers of others are passed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.links import Saying, Telling
from app.domain.records import Role
from app.domain.time import DateSpan
from app.ingest.storing.profiles import saying_from_json, telling_from_json
from app.ingest.storing.rows import Values, certainty, day_bounds, public_id, sort_day
from app.ingest.transfer.lines import (
    ArticleLine,
    ChainPart,
    DatedPart,
    EventLine,
    EvidencePart,
    StatementPart,
    Stretch,
    TellingPart,
)

Numbers = Mapping[str, int]

_ROLES = {role: n for n, role in enumerate(Role)}
_DATED = ("edtf", "earliest", "latest", "date_text", "date_rule")
_PLACED = ("place_slug", "place_ar", "place_en", "place_country")
_SHOWN = ("type", "status", "headline_ar", "headline_en", "background", *_PLACED)
_ARTICLE = (
    "key", "sha256", "fingerprint", "rules_version", "file_name", "given_id", "language", "title", "byline",
    "url", "published_edtf", "published_basis", "published_evidence", "text",
)  # fmt: skip
#: The columns that an actor's row and its appearances share.
DESCRIBED = ("kind", "name_ar", "name_en", "country", "wikidata", "known", "affiliation", "gender", "number")
_STATEMENT = ("speaker_named", "inferred_by", "verb", "lemma", "quote", "modality", "content")
_RECORD = ("paragraph", "sentence", "evidence_kind", "rule", "profile", *_DATED)
_EVENT = (*_SHOWN, *_DATED, "certainty", "evidence_kind", "tellings_count", "origins_count")


@dataclass(frozen=True, slots=True)
class Profiles:
    """What matching compares of an article's records, in the order of its line."""

    sayings: tuple[Saying, ...]
    tellings: tuple[Telling, ...]


def profiles(line: ArticleLine) -> Profiles:
    """Raises ValueError that names the record whose profile is none or belongs to another."""
    sayings = (_profile("statements", n, s, saying_from_json) for n, s in enumerate(line["statements"]))
    tellings = (_profile("tellings", n, t, telling_from_json) for n, t in enumerate(line["tellings"]))
    return Profiles(tuple(sayings), tuple(tellings))


def _profile(field: str, n: int, part: Any, read: Any) -> Any:
    where = f"{field}.{n}.profile"
    try:
        found = read(part["profile"])
    except KeyError as error:
        raise ValueError(f"{where}: {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{where}: {error}") from error
    if found.id != part["id"]:
        raise ValueError(f"{where}.id: is not that of the record")
    return found


def article(line: ArticleLine, outlet_id: int | None) -> Values:
    first, last = day_bounds(line["published_edtf"])
    at = line["title_at"]
    return {
        **_picked(line, _ARTICLE),
        "public_id": public_id(line["key"]),
        "title_start": at["start"] if at else None,
        "title_end": at["end"] if at else None,
        "published_earliest": first,
        "published_latest": last,
        "outlet_id": outlet_id,
    }


def description(actor: Mapping[str, Any]) -> Values:
    """The columns that an actor's row and its appearances share."""
    return _picked(actor, DESCRIBED)


def words(at: Stretch, text: str) -> Values:
    """The columns of a stretch with its words."""
    return {"start": at["start"], "end": at["end"], "text": text[at["start"] : at["end"]]}


def statement(part: StatementPart, text: str, article_id: int, speaker_id: int) -> Values:
    own = {"article_id": article_id, "speaker_id": speaker_id, "public_id": part["id"]}
    return own | _record(part, text) | _picked(part, _STATEMENT)


def telling(part: TellingPart, text: str, article_id: int, event_id: int, claim: int | None) -> Values:
    own = {"article_id": article_id, "event_id": event_id, "claimed_by_id": claim, "public_id": part["id"]}
    return own | _record(part, text) | _picked(part, _SHOWN) | {"origin": part["origin"]}


def _record(part: StatementPart | TellingPart, text: str) -> Values:
    return _picked(part, _RECORD) | words(part, text) | {"sort_day": day_of(part)}


def event_told_once(part: TellingPart) -> Values:
    """The event of a single telling: all it holds is chosen from that one."""
    dated = _picked(part, _DATED) if part["edtf"] is not None else dict.fromkeys(_DATED)
    return {
        "public_id": part["id"],
        **_picked(part, _SHOWN),
        **(_picked(part, _PLACED) if part["place_slug"] else dict.fromkeys(_PLACED)),
        **dated,
        "sort_day": day_of(part),
        "certainty": certainty(span_of(part)),
        "evidence_kind": part["evidence_kind"],
        "tellings_count": 1,
        "origins_count": 1,
    }


def event(line: EventLine) -> Values:
    return {"public_id": line["id"], **_picked(line, _EVENT), "sort_day": day_of(line)}


def parties(part: TellingPart, actor_ids: Numbers) -> list[Values]:
    """An event's participants as its one telling has them: each actor once, in the role that says most."""
    roles: dict[str, Role] = {}
    for party in part["participants"]:
        roles[party["actor"]] = min(
            roles.get(party["actor"], party["role"]), party["role"], key=_ROLES.__getitem__
        )
    return [
        {"actor_id": actor_ids[slug], "role": role, "position": n, "sort_day": day_of(part)}
        for n, (slug, role) in enumerate(roles.items())
    ]


def evidence(parts: list[EvidencePart], text: str) -> Iterator[Values]:
    return ({"role": part["role"], **words(part, text)} for part in parts)


def chain(parts: list[ChainPart], text: str, actor_ids: Numbers) -> Iterator[Values]:
    for position, part in enumerate(parts):
        cue = part["cue"]
        yield {
            "position": position,
            "role": part["role"],
            "actor_id": actor_ids[part["actor"]],
            "cue_start": cue["start"] if cue else None,
            "cue_end": cue["end"] if cue else None,
            "cue_text": text[cue["start"] : cue["end"]] if cue else None,
        }


def span_of(part: DatedPart) -> DateSpan | None:
    return None if part["edtf"] is None else DateSpan(part["edtf"], part["earliest"], part["latest"])


def day_of(part: DatedPart) -> int | None:
    return _sort_day(part["edtf"], part["earliest"], part["latest"])


@lru_cache(maxsize=20_000)
def _sort_day(edtf: str | None, earliest: date | None, latest: date | None) -> int | None:
    return None if edtf is None else sort_day(DateSpan(edtf, earliest, latest))


def _picked(part: Mapping[str, Any], names: tuple[str, ...]) -> Values:
    return {name: part[name] for name in names}
