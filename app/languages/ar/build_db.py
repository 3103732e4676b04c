"""Write the project's morphology database from ``verbs.tsv``.

``verbs.tsv`` gives the forms of a verb that cannot be derived from each other: the past (he, she),
the present (he), both passives, the active participle and the verbal noun. This script inflects
them for person, number, gender, clitics and object pronouns by listing stems, affixes and the
pairs that may stand together, in the ALMOR format that ``camel_tools.morphology`` reads.

    python -m app.languages.ar.build_db

All forms are written folded (see ``normalise``), as words are folded before they are looked up.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.languages.ar.affixes import PREFIX_STEM, PREFIX_SUFFIX, STEM_SUFFIX, prefixes, suffixes
from app.languages.ar.almor import FEATURES, entry
from app.languages.ar.almor import database as almor_text
from app.languages.ar.normalise import fold

HERE = Path(__file__).parent
SOURCE = HERE / "verbs.tsv"
TARGET = HERE / "morphology_db" / "news" / "morphology.db"

#: Weak letters as they are written once folded: ا, ي (also for ى) and و.
WEAK = "ايو"


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of the table, folded. An empty string is a form the verb does not have."""

    lemma: str
    past: str
    past_f: str
    present: str
    passive_past: str
    passive_present: str
    participle: str
    verbal_noun: str
    doubled: bool
    hollow: bool


def read_verbs(path: Path = SOURCE) -> tuple[Verb, ...]:
    """The table's rows; raises ValueError with the line number for a row without its stems."""
    verbs = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), start=2):
            if not (row["lemma"] and row["past_f"] and row["present"]):
                raise ValueError(f"{path.name}:{number}: lemma, past_f and present are needed")
            verbs.append(_verb(row))
    return tuple(verbs)


def _verb(row: dict[str, str]) -> Verb:
    lemma = fold(row["lemma"])
    return Verb(
        lemma=lemma,
        past=lemma,
        past_f=fold(row["past_f"]),
        present=fold(row["present"]),
        passive_past=fold(row["passive_past"]),
        passive_present=fold(row["passive_present"]),
        participle=fold(row["participle"]),
        verbal_noun=fold(row["verbal_noun"]),
        doubled=row["lemma"].endswith("\u0651"),
        hollow=len(lemma) >= 3 and lemma[-2] == "ا" and fold(row["present"])[-2] in WEAK,
    )


@dataclass(frozen=True, slots=True)
class Stem:
    form: str
    category: str
    features: str


def past_stems(past: str, past_f: str, doubled: bool, hollow: bool) -> Iterator[tuple[str, str]]:
    """(stem, category) pairs of the past: bare, before ت, و, ا, a consonant, and before an object."""
    base = past_f.removesuffix("ت")
    weak = past[-1] in WEAK and len(base) < len(past)
    root = base + ("و" if past.endswith("ا") and len(past) == 3 else "ي") if weak else base
    yield past, "P0"
    yield base, "Pt"
    yield base if not past.endswith("ي") or weak else past[:-1], "Pw"
    yield root if weak else past, "Pa"
    yield (root, "Pd") if weak else (_shortened(past, doubled, hollow), "Pc")
    yield base + "ا" if weak else past, "Pe"


def _shortened(stem: str, doubled: bool, hollow: bool) -> str:
    if doubled:
        return stem + stem[-1]
    return stem[:-2] + stem[-1] if hollow else stem


def present_stems(present: str, past: str, hollow: bool) -> Iterator[tuple[str, str]]:
    """(stem, category) pairs of the present, without the prefix letter of the person."""
    stem = present[1:]
    weak = stem[-1] in WEAK
    short = stem[:-1] if weak else stem[:-2] + stem[-1] if hollow else stem
    yield stem, "I0"
    yield stem[:-1] if weak else stem, "Iw"
    yield stem[:-1] + "ي" if stem.endswith("ا") else stem, "Ia"
    if short != stem and len(short) > 1:
        yield short, "Ij"
    if past.endswith("ي") and stem.endswith("ي"):
        yield stem[:-1] + "ا", "Ie"
    yield stem, "Ie"


def stems(verb: Verb) -> Iterator[Stem]:
    active = f"lex:{verb.lemma} pos:verb vox:a"
    passive = f"lex:{verb.lemma} pos:verb vox:p"
    for form, category in past_stems(verb.past, verb.past_f, verb.doubled, verb.hollow):
        yield Stem(form, category, f"{active} asp:p")
    for form, category in present_stems(verb.present, verb.past, verb.hollow):
        yield Stem(form, category, f"{active} asp:i")
    if verb.passive_past and verb.passive_past != verb.past:
        for category in ("P0", "Pt", "Pw", "Pa"):
            yield Stem(verb.passive_past, category, f"{passive} asp:p")
    if verb.passive_present and verb.passive_present != verb.present:
        for form, category in present_stems(verb.passive_present, verb.past, False):
            if category != "Ie":
                yield Stem(form, category, f"{passive} asp:i")
    yield from _nominals(verb)


def _nominals(verb: Verb) -> Iterator[Stem]:
    noun = verb.verbal_noun
    if noun:
        features = f"lex:{verb.lemma} pos:verbal_noun vox:-"
        yield Stem(noun, "N0", features)
        yield Stem(noun[:-1] + "ت" if noun.endswith("ه") else noun, "Ne", features)
    participle = verb.participle
    if participle:
        features = f"lex:{verb.lemma} pos:participle vox:a"
        yield Stem(participle, "A0", features)
        if participle.endswith("ي"):
            yield Stem(participle[:-1], "Ax", features)
            yield Stem(participle[:-1], "Aw", features)
        else:
            yield Stem(participle, "Aw", features)


_UNSET = dict.fromkeys(FEATURES[2:8], "-") | dict.fromkeys(FEATURES[8:], "0")


def _stem_line(stem: Stem) -> str:
    features = dict(pair.split(":", 1) for pair in stem.features.split())
    return entry(stem.form, stem.category, {"diac": stem.form, **_UNSET, **features})


def _table(pairs: dict[str, tuple[str, ...]]) -> list[str]:
    return [f"{left} {right}" for left, rights in pairs.items() for right in rights]


def database(verbs: Iterable[Verb]) -> str:
    """The whole database as text, in a stable order."""
    return almor_text(
        (f"{p.form}\t{p.category}\tdiac:{p.form} {p.features}" for p in prefixes()),
        (f"{s.form}\t{s.category}\tdiac:{s.form} {s.features}" for s in suffixes()),
        (_stem_line(stem) for verb in verbs for stem in stems(verb)),
        {"AB": _table(PREFIX_STEM), "BC": _table(STEM_SUFFIX), "AC": _table(PREFIX_SUFFIX)},
    )


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(database(read_verbs()), encoding="utf-8")


if __name__ == "__main__":
    main()
