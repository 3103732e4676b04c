"""Forces named after whom they serve: «قوات حفتر», «القوات الموالية للحكومة كذا», «ميليشيات تابعة لحزب كذا».

The noun of a force, adjectives, a word of allegiance, and the name of a person, a body or a state.
The tables give the force where they list it by the noun and the last word of the name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.ingest.naming.acting import takes_part
from app.ingest.naming.page import Find, Page
from app.ingest.naming.tables import Entry, Table, actor_of, agreement
from app.ingest.naming.trie import MARKS, Form, Hit, forms, words_of
from app.knowledge.records import slugify
from app.languages.ar.groups import load_groups
from app.languages.ar.normalise import fold
from app.languages.ar.offices import load_offices

_SERVED = (Table.PERSON, Table.BODY, Table.COUNTRY, Table.CAPITAL)
#: Families of ``groups.toml`` whose nouns may serve somebody.
_ARMED = ("armed", "militias")
_NO_FORCE = (ActorKind.MILITARY, ActorKind.ARMED_GROUP)


@dataclass(frozen=True, slots=True)
class ForceWords:
    """The lists of ``forces.toml`` and the armed groups of ``groups.toml``.

    Nouns with kind and English, adjectives, words of allegiance; ``named`` are the nouns that take
    whom they serve without such a word.
    """

    nouns: Mapping[str, tuple[ActorKind, str]]
    adjectives: frozenset[str]
    allegiance: frozenset[str]
    command: frozenset[str]
    unions: frozenset[str]
    own: frozenset[str]
    named: frozenset[str]


@lru_cache(maxsize=1)
def force_words() -> ForceWords:
    """Raises KeyError when a list is missing, ValueError for an unknown kind."""
    raw = tomllib.loads(files("app.languages.ar").joinpath("forces.toml").read_text("utf-8"))
    groups = {w: (h.kind, h.en) for w, h in load_groups().heads.items() if h.family in _ARMED}
    return ForceWords(
        groups | {fold(word): (ActorKind(row[0]), row[1]) for word, row in raw["nouns"].items()},
        *(
            frozenset(map(fold, raw[name]))
            for name in ("adjectives", "allegiance", "command", "unions", "own", "nouns")
        ),
    )


def force_at(page: Page, at: int, stop: int) -> Find | None:
    """The force whose name begins at token ``at``, with the person it is named after."""
    words = force_words()
    for form in forms(page.fold(at)):
        bare = form.word.removeprefix("ال")
        if bare not in words.nouns:
            continue
        definite = bare != form.word
        after, sworn = _allegiance(page, at + 1, stop)
        if ((definite or bare not in words.named) and not sworn) or page.any_of(at - 1, words.unions):
            return None
        hit = _served(page, after, stop, sworn=sworn)
        return _found(page, at, form, bare, hit, sworn=sworn) if hit else None
    return None


def _allegiance(page: Page, at: int, stop: int) -> tuple[int, bool]:
    """Past adjectives and «الموالية», «التابعة», «بقيادة»; whether one of them was there."""
    words, sworn = force_words(), False
    while at < stop:
        word = page.fold(at)
        bare = word.removeprefix("ال")
        if bare in words.allegiance or word in words.command:
            sworn = True
        elif not (_describes(page, at, bare) and not sworn) and word not in ("التي", "الذين"):
            break
        at += 1
    return at, sworn


def _describes(page: Page, at: int, bare: str) -> bool:
    """An adjective of a force: «مسلحة», «انفصالية», «سورية»."""
    listed = bare in force_words().adjectives or load_groups().attribute(bare) is not None
    return listed or page.nisba(at) is not None


def _served(page: Page, at: int, stop: int, *, sworn: bool) -> Hit[tuple[Entry, ...]] | None:
    """The name after ranks, forms of address and marks."""
    offices, start = load_offices(), at
    titles = offices.honorifics | offices.modifiers
    while at < min(stop, start + 6):
        word = page.fold(at)
        bare = "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ل")
        leading = (word in ("من", "ل", "مع", "قبل") and sworn) or word in MARKS or {word, bare} & titles
        if not leading and not (at > start and (page.nisba(at) or word in offices.former)):
            break
        at += 1
    hit = page.name_at(at, stop) if at < stop else None
    if hit is None or (hit.form.prefix not in ("", "ل") or (hit.form.prefix and not sworn)):
        return None
    return hit if hit.value[0].table in _SERVED and hit.value[0].sure else None


def _found(
    page: Page, at: int, form: Form, noun: str, hit: Hit[tuple[Entry, ...]], *, sworn: bool
) -> Find | None:
    entry = hit.value[0]
    served = actor_of(entry, hit.code, page.knowledge)
    land = entry.table in (Table.COUNTRY, Table.CAPITAL)
    if served is None or served.kind in _NO_FORCE or (land and not sworn):
        return None
    inner = _candidate_of(page, hit, served)
    end = hit.end + (page.fold(hit.end) in MARKS and page.fold(hit.start - 1) in MARKS)
    if land and force_words().nouns[noun][0] is ActorKind.MILITARY and _belongs(page, at, hit.start):
        return [inner], end
    force = (None if land else _listed(page, noun, served)) or _named(
        page, noun, _shown(page, at, form), served
    )
    if land:
        body = page.candidate((at, end), form, Sign.GROUP, MentionHow.DESCRIPTION, (force,))
        family = load_groups().heads[noun].family if noun in load_groups().heads else "forces"
        return [replace(body, head=family, place=not takes_part(page, at, end, form)), inner], end
    return [page.candidate((at, end), form, Sign.TABLE, MentionHow.ALIAS, (force,)), inner], end


def _belongs(page: Page, at: int, stop: int) -> bool:
    """«القوات التابعة لفرنسا» are its own, «الموالية لفرنسا» are not."""
    return any(page.fold(k).removeprefix("ال") in force_words().own for k in range(at, stop))


def _candidate_of(page: Page, hit: Hit[tuple[Entry, ...]], served: Actor) -> Candidate:
    """Whom the force serves: a person is met in its name, a body or a state only mentioned there."""
    form = hit.form if hit.form.cut else None
    found = page.candidate((hit.start, hit.end), form, Sign.TABLE, MentionHow.ALIAS, (served,))
    return replace(found, place=served.kind not in (ActorKind.PERSON, ActorKind.COUNTRY))


def _listed(page: Page, noun: str, served: Actor) -> Actor | None:
    """«قوات المشير خليفة حفتر» by the short name that the tables have for it: «قوات حفتر»."""
    words = words_of(fold(served.name_ar))
    for name in (words, words[-1:]):
        found = page.names.find(((noun if noun.startswith("ميلي") else "قوات"), *name))
        if found:
            return actor_of(found[0][0], found[1], page.knowledge)
    return None


def _shown(page: Page, at: int, form: Form) -> str:
    """The noun as the text writes it, without its article, in the nominative."""
    noun = page.span(at, at + 1, form).text.removeprefix("لل").removeprefix("ال")
    return noun.removesuffix("ين") + "ون" if noun.endswith("ين") else noun


def _named(page: Page, word: str, noun: str, served: Actor) -> Actor:
    kind, english = force_words().nouns[word]
    if served.kind is ActorKind.COUNTRY:
        country = page.knowledge.countries[served.country or ""]
        name_ar, name_en = (
            f"{noun} {_loyal(noun)} ل{_joined(served.name_ar)}",
            f"pro-{country.adjective_en} {english}",
        )
    elif served.kind is ActorKind.PERSON:
        name_ar, name_en = f"{noun} {served.name_ar}", f"{served.name_en}'s {english}"
    else:
        name_ar, name_en = f"{noun} {served.name_ar}", f"{served.name_en} {english}"
    gender, number = agreement(noun)
    return Actor(
        slugify(name_en), kind, name_ar, name_en, served.country, known=False, gender=gender, number=number
    )


def _loyal(noun: str) -> str:
    return "موالون" if noun.endswith(("ون", "ين")) else "موالية"


def _joined(name: str) -> str:
    """A name as it stands after ل: «الصين» loses its alif."""
    return "ل" + name[2:] if name.startswith("ال") else name
