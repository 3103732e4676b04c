"""The codebook: every value of the closed vocabularies, every field, every family of rules, explained.

The explanations are data beside this file, checked on load: a value without one is an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from app.errors import TableError
from app.web.i18n import gettext_noop as _
from app.web.labels import VOCABULARIES

#: The groups in the order of the page. Those that are vocabularies hold each of its values.
GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "type": _("Types of event"),
        "status": _("Status of an event"),
        "role": _("Roles of participants"),
        "modality": _("Modality of a statement"),
        "quote": _("How words are given"),
        "certainty": _("How well the date is known"),
        "evidence": _("Who vouches for it"),
        "actor_kind": _("Kinds of actor"),
        "how": _("How an actor is mentioned"),
        "basis": _("How the publication date is known"),
        "field": _("Fields of records"),
    }
)
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "id": _("Identifier"),
        "headline": _("Headline"),
        "date": _("Date"),
        "place": _("Place"),
        "participants": _("Participants"),
        "telling": _("Telling"),
        "chain": _("Chain of attribution"),
        "origin": _("Origin"),
        "claimed_by": _("Claimed by"),
        "background": _("Background"),
        "speaker": _("Speaker"),
        "verb": _("Verb"),
        "content": _("Content"),
        "evidence_span": _("Evidence"),
        "rule": _("Rule"),
        "link": _("Link"),
    }
)
RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "statement": _("Statements are found by"),
        "speaker": _("Speakers are inferred by"),
        "date": _("Expressions of time are read by"),
        "chosen": _("The date of a record is chosen by"),
    }
)
_KEYS: Final = frozenset({"ar", "en", "example", "gloss"})


@dataclass(frozen=True, slots=True)
class Term:
    """An explained value; ``example`` is Arabic, ``gloss`` its English, both empty where none is needed."""

    id: str
    ar: str
    en: str
    example: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    ar: str
    en: str


@cache
def codebook() -> Mapping[str, tuple[Term, ...]]:
    """The terms of each group."""
    return _terms("codebook.toml", {group: _expected(group) for group in GROUPS})


@cache
def rules() -> Mapping[str, tuple[Term, ...]]:
    """The families of rules of each kind."""
    return _terms("rules.toml", dict.fromkeys(RULES))


@cache
def prose(name: str) -> tuple[Paragraph, ...]:
    """The paragraphs ``method`` or ``limits``."""
    return tuple(Paragraph(each["ar"], each["en"]) for each in _read("prose.toml")[name])


def _expected(group: str) -> Mapping[str, str]:
    return FIELDS if group == "field" else VOCABULARIES[group]


def _terms(file: str, expected: Mapping[str, Mapping[str, str] | None]) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    raw = _read(file)
    if raw.keys() != expected.keys():
        raise TableError(file, f"groups {sorted(raw.keys() ^ expected.keys())}")
    for group, values in expected.items():
        if values is not None and raw[group].keys() != values.keys():
            raise TableError(file, f"{group}: {sorted(raw[group].keys() ^ values.keys())}")
        found[group] = tuple(_term(file, id_, each) for id_, each in raw[group].items())
    return MappingProxyType(found)


def _term(file: str, id_: str, entry: Mapping[str, str]) -> Term:
    if not {"ar", "en"} <= entry.keys() <= _KEYS or not all(entry.values()):
        raise TableError(file, f"{id_}: needs ar and en, may have example and gloss")
    return Term(id_, **entry)


def _read(file: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath(file).read_text("utf-8"))
