"""The format of camel-tools' morphological databases, which ours and the converted one are written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

FEATURES = ("diac", "lex", "pos", "asp", "per", "gen", "num", "vox", "prc2", "prc1", "prc0", "enc0")


def entry(form: str, category: str, features: Mapping[str, str]) -> str:
    """A line of the prefixes, suffixes or stems."""
    return f"{form}\t{category}\t" + " ".join(f"{name}:{value}" for name, value in features.items())


def database(
    prefixes: Iterable[str],
    suffixes: Iterable[str],
    stems: Iterable[str],
    tables: Mapping[str, Iterable[str]],
) -> str:
    """The whole database as text; ``tables`` are the pairs of categories that go together, by AB, BC and AC.

    A line that comes again is left out.
    """
    lines = [
        "###DEFINES###",
        *(f"DEFINE {name} {name}:*open*" for name in FEATURES),
        "###DEFAULTS###",
        *(_defaults(pos) for pos in ("verb", "digit", "punc", "latin")),
        "###ORDER###",
        "ORDER " + " ".join(FEATURES),
        "###TOKENIZATIONS###",
        "###STEMBACKOFF###",
        "###PREFIXES###",
        *dict.fromkeys(prefixes),
        "###SUFFIXES###",
        *dict.fromkeys(suffixes),
        "###STEMS###",
        *dict.fromkeys(stems),
    ]
    for name, pairs in tables.items():
        lines += [f"###TABLE {name}###", *dict.fromkeys(pairs)]
    return "\n".join(lines) + "\n"


def _defaults(pos: str) -> str:
    return f"DEFAULT pos:{pos} " + " ".join(f"{name}:-" for name in FEATURES if name != "pos")
