"""Prefixes and suffixes of the verb database, and which of them may stand with which stems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CONJUNCTIONS = ("", "و", "ف")
OBJECTS = ("ه", "ها", "هم", "هن", "هما", "نا", "ني")
OWNERS = ("ه", "ها", "هم", "هن", "هما", "نا", "ي")


@dataclass(frozen=True, slots=True)
class Suffix:
    form: str
    category: str
    features: str


def suffixes() -> Iterator[Suffix]:
    """Endings of person, number and gender, each with the object or owner pronouns it may carry."""
    yield from _past_suffixes()
    yield from _present_suffixes()
    yield Suffix("", "SN0", "gen:- num:- enc0:0")
    yield from (Suffix(p, "SNe", f"enc0:{p}") for p in OWNERS)
    for form, features in (
        ("", "gen:m num:s"),
        ("ا", "gen:m num:s"),
        ("ه", "gen:f num:s"),
        ("ان", "gen:m num:d"),
        ("تين", "gen:f num:d"),
        ("تان", "gen:f num:d"),
        ("ات", "gen:f num:p"),
    ):
        yield Suffix(form, "SA0", f"{features} enc0:0")
    yield Suffix("", "SAx", "gen:m num:s enc0:0")
    yield Suffix("ين", "SAw", "gen:m num:p enc0:0")
    yield Suffix("ون", "SAw", "gen:m num:p enc0:0")


def _past_suffixes() -> Iterator[Suffix]:
    rows = (
        ("SP0", "", "per:3 gen:m num:s", False),
        ("SPe", "", "per:3 gen:m num:s", True),
        ("SPt", "ت", "per:3 gen:f num:s", False),
        ("SPt", "ت", "per:3 gen:f num:s", True),
        ("SPt", "تا", "per:3 gen:f num:d", False),
        ("SPw", "وا", "per:3 gen:m num:p", False),
        ("SPw", "و", "per:3 gen:m num:p", True),
        ("SPa", "ا", "per:3 gen:m num:d", False),
        ("SPc", "نا", "per:1 gen:m num:p", False),
        ("SPc", "نا", "per:1 gen:m num:p", True),
        ("SPc", "ت", "per:1 gen:m num:s", False),
        ("SPn", "ن", "per:3 gen:f num:p", False),
    )
    yield from _with_objects(rows)


def _present_suffixes() -> Iterator[Suffix]:
    rows = (
        ("SIy0", "", "gen:m num:s", False),
        ("SIye", "", "gen:m num:s", True),
        ("SIt0", "", "gen:f num:s", False),
        ("SIte", "", "gen:f num:s", True),
        ("SI10", "", "gen:m num:s", False),
        ("SI1e", "", "gen:m num:s", True),
        ("SIn0", "", "gen:m num:p", False),
        ("SIne", "", "gen:m num:p", True),
        ("SIw", "ون", "gen:m num:p", False),
        ("SIw", "وا", "gen:m num:p", False),
        ("SIw", "و", "gen:m num:p", True),
        ("SIay", "ان", "gen:m num:d", False),
        ("SIay", "ا", "gen:m num:d", False),
        ("SIat", "ان", "gen:f num:d", False),
        ("SIay", "ن", "gen:f num:p", False),
    )
    yield from _with_objects(rows)


def _with_objects(rows: Iterable[tuple[str, str, str, bool]]) -> Iterator[Suffix]:
    for category, form, features, takes_object in rows:
        if takes_object:
            yield from (Suffix(form + p, category, f"{features} enc0:{p}") for p in OBJECTS)
        else:
            yield Suffix(form, category, f"{features} enc0:0")


def prefixes() -> Iterator[Suffix]:
    """Conjunction, particle and person letter, joined; a prefix has the shape of a suffix row."""
    for conjunction in CONJUNCTIONS:
        outer = f"prc2:{conjunction or 0}"
        yield Suffix(conjunction, "PP", f"{outer} prc1:0 prc0:0 per:-")
        for particle in ("", "س", "ل"):
            inner = f"{outer} prc1:{particle or 0} prc0:0"
            for letter, category, person in (
                ("ي", "PIy", 3),
                ("ت", "PIt", 3),
                ("ا", "PI1", 1),
                ("ن", "PIn", 1),
            ):
                yield Suffix(conjunction + particle + letter, category, f"{inner} per:{person}")
        for particle in ("", "ب", "ل", "ك"):
            inner = f"{outer} prc1:{particle or 0}"
            yield Suffix(conjunction + particle, "PN", f"{inner} prc0:0 per:-")
            article = "لل" if particle == "ل" else particle + "ال"
            yield Suffix(conjunction + article, "PNd", f"{inner} prc0:ال per:-")


PREFIX_STEM = {
    "PP": ("P0", "Pt", "Pw", "Pa", "Pc", "Pd", "Pe"),
    "PIy": ("I0", "Iw", "Ia", "Ij", "Ie"),
    "PIt": ("I0", "Iw", "Ia", "Ij", "Ie"),
    "PI1": ("I0", "Ij", "Ie"),
    "PIn": ("I0", "Ij", "Ie"),
    "PN": ("N0", "Ne", "A0", "Ax", "Aw"),
    "PNd": ("N0", "A0", "Ax", "Aw"),
}
STEM_SUFFIX = {
    "P0": ("SP0",),
    "Pe": ("SPe",),
    "Pt": ("SPt",),
    "Pw": ("SPw",),
    "Pa": ("SPa",),
    "Pc": ("SPc", "SPn"),
    "Pd": ("SPc",),  # «أُدين» is no «أدّين»
    "I0": ("SIy0", "SIt0", "SI10", "SIn0"),
    "Ij": ("SIy0", "SIt0", "SI10", "SIn0"),
    "Ie": ("SIye", "SIte", "SI1e", "SIne"),
    "Iw": ("SIw",),
    "Ia": ("SIay", "SIat"),
    "N0": ("SN0",),
    "Ne": ("SNe",),
    "A0": ("SA0",),
    "Ax": ("SAx",),
    "Aw": ("SAw",),
}
PREFIX_SUFFIX = {
    "PP": ("SP0", "SPe", "SPt", "SPw", "SPa", "SPc", "SPn"),
    "PIy": ("SIy0", "SIye", "SIw", "SIay"),
    "PIt": ("SIt0", "SIte", "SIat"),
    "PI1": ("SI10", "SI1e"),
    "PIn": ("SIn0", "SIne"),
    "PN": ("SN0", "SNe", "SA0", "SAx", "SAw"),
    "PNd": ("SN0", "SA0", "SAx", "SAw"),
}
