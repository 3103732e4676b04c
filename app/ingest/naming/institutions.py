"""Bodies that every state has, as patterns of words: ``institutions.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.domain.records import ActorKind


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that every state has (الجيش {n}); ``kind`` None means that it stands for the state.

    ``bare`` are its names without the state; ``usual`` is the ISO code of the state most often meant;
    ``again`` says that they only mean a body named with its state.
    """

    suffix: str
    kind: ActorKind | None
    name_ar: str
    name_en: str
    patterns: tuple[str, ...]
    bare: tuple[str, ...] = ()
    usual: str | None = None
    again: bool = False


@lru_cache(maxsize=1)
def institutions() -> tuple[Institution, ...]:
    """The patterns of ``institutions.toml``, ministries of every portfolio included."""
    raw = _toml("institutions")
    listed = [
        Institution(
            row["suffix"],
            ActorKind(row["kind"]) if "kind" in row else None,
            row.get("name_ar", ""),
            row.get("name_en", ""),
            tuple(row["patterns"]),
            tuple(row.get("bare", ())),
            row.get("usual"),
            row.get("again", False),
        )
        for row in raw["institution"]
    ]
    return (*listed, *_ministries(raw["ministry"]))


_NO_MINISTRY = frozenset(
    {"prime", "republic", "parliament", "general staff", "state", "state for foreign affairs"}
)


def _ministries(row: dict[str, Any]) -> Iterator[Institution]:
    for portfolio, english in _toml("offices")["portfolios"].items():
        if english in _NO_MINISTRY:
            continue
        bare = portfolio.removeprefix("ال")
        patterns = [*row["patterns"], *([row["short_pattern"]] if portfolio in row["short"] else [])]
        yield Institution(
            row["suffix"].format(en=english.replace(" ", "_")),
            ActorKind(row["kind"]),
            row["name_ar"].replace("{p}", portfolio),
            row["name_en"].replace("{en}", english),
            tuple(p.replace("{p}", portfolio).replace("{q}", bare) for p in patterns),
            tuple(p.replace("{p}", portfolio) for p in row["bare"]),
        )


@lru_cache(maxsize=1)
def other_ids() -> Mapping[str, str]:
    return {str(k): str(v) for k, v in _toml("institutions")["ids"].items()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("app.languages.ar").joinpath(f"{name}.toml").read_text("utf-8"))
