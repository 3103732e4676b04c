"""Groups without a name: «الثوار الليبيون», «فصائل مسلحة», «متظاهرون», «متمردو الطوارق».

A noun of ``groups.toml`` with the adjectives that agree with it, or with whom it belongs to. Such words count
where they act or are acted on (``naming.acting``); elsewhere they only refer to a group already met.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.records import Actor, Candidate, MentionHow, Sign
from app.ingest.naming.acting import takes_part
from app.ingest.naming.page import Find, Page
from app.ingest.naming.sources import nominative
from app.ingest.naming.tables import Table, actor_of, is_bare
from app.ingest.naming.trie import Form, forms
from app.knowledge.records import slugify
from app.languages.ar.groups import Attribute, GroupHead, load_groups
from app.languages.ar.offices import load_offices

_PEOPLE_ENDINGS = ("ون", "ين")
#: «متعددة الأطراف»
_SEVERAL_SIDED = frozenset({"متعدده", "متعدد", "ثنائيه", "ثلاثيه", "مترامي", "مترامية"})


@dataclass(frozen=True, slots=True)
class _Described:
    """Adjectives in the order of the text with the state they name, up to token ``end``."""

    end: int
    attributes: tuple[Attribute, ...] = ()
    code: str | None = None

    def also(self, end: int, attribute: Attribute, code: str | None = None) -> _Described:
        return replace(self, end=end, attributes=(*self.attributes, attribute), code=self.code or code)


def group_at(page: Page, at: int, stop: int) -> Find | None:
    """The group whose description begins at token ``at``."""
    words = load_groups()
    for form in forms(page.fold(at)):
        bare = form.word.removeprefix("ال")
        head = words.heads.get(bare)
        if head is None:
            continue
        definite = bare != form.word
        if head.family == "supporters":
            return _supporters(page, at, stop, form, head)
        told = _owned(page, at, stop, head, definite=definite) or _attributes(
            page, at, stop, head, definite=definite
        )
        if _is_other(page, at, told, stop, head):
            return None
        alone = head.alone or (definite and head.family == "politics" and not told.attributes)
        if not alone and all(a.vague for a in told.attributes):
            return None
        return [_candidate(page, (at, told.end), form, head, told, definite=definite)], told.end
    return None


def _supporters(page: Page, at: int, stop: int, form: Form, head: GroupHead) -> Find | None:
    """«أنصار الرئيس فلان», «مؤيدو الحزب»: by whom they support, whom the name of theirs does not make act."""
    start, offices = at + 1, load_offices()
    while start < min(stop, at + 4) and (
        page.fold(start) in offices.honorifics
        or (page.fold(start).removeprefix("ال"),) in offices.ranks
        or page.nisba(start)
    ):
        start += 1
    hit = page.name_at(start, stop) if start < stop else None
    if hit is None or hit.form.cut or hit.value[0].table not in (Table.PERSON, Table.BODY):
        return None
    whom = actor_of(hit.value[0], hit.code, page.knowledge)
    if whom is None or is_bare(hit.value[0], hit.code):
        return None
    told = _Described(at + 1).also(hit.end, Attribute(f"{whom.name_en}'s", quality=True), whom.country)
    inner = page.candidate((hit.start, hit.end), None, Sign.TABLE, MentionHow.ALIAS, (whom,))
    found = _candidate(page, (at, hit.end), form, head, told, definite=True)
    return [found, replace(inner, place=True)], hit.end


def _is_other(page: Page, at: int, told: _Described, stop: int, head: GroupHead) -> bool:
    """A body named after the noun («متمردي الحركة», «المسلحين الحوثيين»), those of once, an army."""
    if any(page.fold(k) in load_groups().former for k in range(at, told.end + 1)):
        return True
    if head.family == "forces" and (told.code or all(a.vague for a in told.attributes)):
        return True
    if page.fold(at - 1).removeprefix("ال").removeprefix("وال") in _SEVERAL_SIDED:
        return True
    next_ = told.end + (page.fold(told.end) in load_groups().numbers)
    next_ += page.fold(next_) == "من"
    hit = page.name_at(next_, stop) if next_ < stop else None
    named = hit is not None and not hit.form.cut and hit.value[0].table in (Table.BODY, Table.PERSON)
    return named or (told.end == at + 1 and _is_construct(page, at))


def _is_construct(page: Page, at: int) -> bool:
    """«مسلحو …»: whose they are must follow."""
    return page.fold(at).endswith(
        ("حو", "حي", "لو", "لي", "دو", "دي", "رو", "ري", "يو", "يي", "مو", "مي", "جو", "جي")
    )


def _owned(page: Page, at: int, stop: int, head: GroupHead, *, definite: bool) -> _Described | None:
    """«متمردي الطوارق», «انفصاليو دونيتسك», «السلطات في دونيتسك»: whose or where they are."""
    if at + 1 >= stop:
        return None
    owner = load_groups().owners.get(page.fold(at + 1)) if not definite else None
    if owner is None:
        return _placed(page, at, stop, head, definite=definite)
    found = _Described(at + 1).also(at + 2, Attribute(owner, quality=False))
    nisba = page.nisba(at + 2) if at + 2 < stop else None
    if nisba and nisba.definite:
        return found.also(at + 3, _national(page, nisba.code), nisba.code)
    return found


def _takes_place(page: Page, at: int, head: GroupHead) -> bool:
    """«انفصاليو …», «قوات جمهورية …»: the name of a place may follow."""
    if head.family == "forces":
        return page.fold(at + 1) in load_groups().republics
    return head.family in ("armed", "street") and _is_construct(page, at)


def _placed(page: Page, at: int, stop: int, head: GroupHead, *, definite: bool) -> _Described | None:
    """«انفصاليو إقليم كذا», «ثوار ليبيا»: the place or state they are of, right after the noun."""
    rules = head.family == "rulers"
    start = at + 1
    if definite:
        if not rules or page.fold(start) != "في":
            return None
        start += 1
    elif not (rules or _takes_place(page, at, head)):
        return None
    while start < stop and page.fold(start) in load_groups().regions:
        start += 1
    hit = page.name_at(start, stop) if start < stop else None
    entry = hit.value[0] if hit and not hit.form.cut else None
    if hit is None or entry is None or entry.table not in (Table.PLACE, Table.COUNTRY):
        return None
    if entry.table is Table.COUNTRY:
        return None if rules else _Described(at + 1).also(hit.end, _national(page, entry.id), entry.id)
    place = page.knowledge.places[entry.id]
    name = place.name_en.split(" (")[0]
    second = page.name_at(hit.end, stop) if hit.end < stop else None
    if second and second.form.prefix == "و" and second.value[0].table is Table.PLACE:
        other = page.knowledge.places[second.value[0].id].name_en.split(" (")[0]
        return _Described(at + 1).also(second.end, Attribute(f"{name} and {other}", quality=None))
    return _Described(at + 1).also(hit.end, Attribute(name, quality=None))


def _national(page: Page, code: str) -> Attribute:
    return Attribute(page.knowledge.countries[code].adjective_en, quality=None)


def _attributes(page: Page, at: int, stop: int, head: GroupHead, *, definite: bool) -> _Described:
    """The adjectives that agree with the noun in number and article."""
    words, found = load_groups(), _Described(at + 1)
    while found.end < stop:
        word = page.fold(found.end)
        phrase = words.phrases.get((word, page.fold(found.end + 1)))
        if phrase:
            found = found.also(found.end + 2, phrase)
            continue
        bare = word.removeprefix("ال")
        nisba = None if word.startswith("و") else page.nisba(found.end)
        attribute = _national(page, nisba.code) if nisba else words.attribute(bare)
        agreed = (bare != word) is definite and _agrees(bare, head)
        if attribute is None or not agreed:
            break
        found = found.also(found.end + 1, attribute, nisba.code if nisba else None)
    return found


def _agrees(word: str, head: GroupHead) -> bool:
    """Of people the sound masculine or a broken plural, of things the feminine singular."""
    if head.men:
        return word.endswith(_PEOPLE_ENDINGS) or not word.endswith(("ي", "ه", "ات"))
    return word.endswith("ه") or word == "اخري"


def _candidate(
    page: Page, at: tuple[int, int], form: Form, head: GroupHead, told: _Described, *, definite: bool
) -> Candidate:
    span = page.span(*at, form)
    name_en = english(head, told.attributes)
    local = told.code is None and not any(a.en[0].isupper() for a in told.attributes)
    article = f"-{hashlib.sha256(page.text.encode()).hexdigest()[:8]}" if local else ""
    name = "ال" + span.text[2:] if form.prefix.endswith("ل") and not form.cut else span.text
    if head.men and _is_construct(page, at[0]):
        first, _, rest = name.partition(" ")
        name = f"{first[:-1]}و {rest}"
    actor = Actor(
        slugify(name_en) + article, head.kind, nominative(name, "p"), name_en, told.code,
        known=False, gender="m" if head.men else "f", number="p" if head.men else "s",
    )  # fmt: skip
    found = page.candidate(at, form, Sign.GROUP, MentionHow.DESCRIPTION, (actor,))
    place = not takes_part(page, at[0], at[1], form)
    return replace(found, head=head.family, sure=bool(told.attributes) or not definite, place=place)


def english(head: GroupHead, attributes: Sequence[Attribute]) -> str:
    """Qualities, nationality, sorts, noun: "armed Libyan opposition groups"."""
    order = {True: 0, None: 1, False: 2}
    said = sorted(dict.fromkeys(attributes), key=lambda a: order[a.quality])
    return " ".join((*(a.en for a in said), head.en))
