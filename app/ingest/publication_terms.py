"""Terms of office that an article presupposes: «وزير الخارجية الأميركي جون كيري»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.domain.records import Draft
from app.knowledge.load import Knowledge
from app.knowledge.records import Holder
from app.languages.ar.normalise import Folded, fold

_DAY = timedelta(days=1)
#: Terms without a source may be wrong by so much at either end.
_SLACK = timedelta(days=31)
#: Titles stand in the first paragraphs; a book pasted in is not searched to its end.
_READ = 200_000
_LONGEST_TITLE = 80
_LEAD_PARAGRAPHS = 3
_FORMER = ("السابق", "السابقه", "الاسبق", "الراحل", "سابقا", "المنتخب", "المكلف")
#: Before a title: another holds it («نائب وزير الخارجية»), or it is held no longer.
_OTHER = frozenset(
    """نائب نائبه نائبي مساعد مساعده مساعدي وكيل وكيله وكيلي مستشار مستشاره مستشاري مدير زوجه نجل نجله
    ابن ابنه شقيق سلف خلف خليفه المرشح مرشح مبعوث مبعوثه مكتب باسم""".split()
)
_COUNTERPART = re.compile(r"(?:^|\s)[وبلف]?(?:نظير(?:ه|ته|ها|تها|هما|يه|يها))\s+(?P<nisba>ال\w+)$")
_LAST_NISBA = re.compile(r"\s(?:ال\w+(?:ي|يه))$")


_Spell = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that name an office and who held it, in one or more spells ``[since, until)``.

    ``lead`` is True at the head of the article, where the news is: further down may stand history.
    """

    words: str
    lead: bool
    spells: tuple[_Spell, ...]

    @property
    def since(self) -> date:
        return min(since for since, _ in self.spells)

    @property
    def until(self) -> date | None:
        """The end of the last spell; None while in office."""
        ends = [until for _, until in self.spells]
        return None if None in ends else max(end for end in ends if end)

    def holds(self, day: date) -> bool:
        return any(since <= day and (until is None or day < until) for since, until in self.spells)


def served(draft: Draft, knowledge: Knowledge) -> tuple[Term, ...]:
    """Terms of those whose title stands right before or after their name, or who are called a counterpart."""
    body = "\n".join(p.span.text for p in draft.document.body)[:_READ]
    folded = Folded.of(body)
    found: dict[str, Term] = {}
    head = len("\n".join(p.span.text for p in draft.document.body[:_LEAD_PARAGRAPHS]))
    for start, end, person in _named(folded.text, knowledge):
        for a, b, spells in _terms(folded.text, (start, end), knowledge.careers[person], knowledge):
            first, last = folded.original(a, b)
            term = Term(body[first:last], first < head, tuple(spells))
            found.setdefault(term.words, term)
    return tuple(found.values())


def _named(text: str, knowledge: Knowledge) -> Iterator[tuple[int, int, str]]:
    """Full names of those who ever held an office, but not of «… السابق»."""
    for name, person in _names(knowledge):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[end : end + 1].isalnum() and not text[at - 1 : at].isalnum()
            if whole and not text[end : end + 12].lstrip(' ،"').startswith(_FORMER):
                yield at, end, person
            at = text.find(name, end)


def _terms(
    text: str, name: tuple[int, int], career: tuple[Holder, ...], knowledge: Knowledge
) -> Iterable[tuple[int, int, list[_Spell]]]:
    """Name and title as offsets, with the spells of every office that these words may mean."""
    before = text[max(0, name[0] - _LONGEST_TITLE) : name[0]].rstrip(' ،:"(')
    after = text[name[1] : name[1] + _LONGEST_TITLE].lstrip(' "')
    spells: dict[tuple[int, int], list[_Spell]] = {}
    for holder in career:
        office = knowledge.offices.get(holder.office)
        titles = _titles(office.titles) if office else ()
        if width := _title_before(before, titles):
            place = (text.rindex(before[-width:], 0, name[0]), name[1])
        elif width := _title_after(after, titles):
            place = (name[0], text.index(after[:width], name[1]) + width)
        else:
            continue
        spells.setdefault(place, []).append(_spell(holder))
    return ((*place, held) for place, held in spells.items())


def _title_before(before: str, titles: tuple[str, ...]) -> int:
    """How many characters before the name are one of the titles; 0 for none."""
    for title in titles:
        if before.endswith(title) and _is_own(before[: -len(title)]):
            return len(title)
    found = _COUNTERPART.search(before)
    if found and any(t.endswith(" " + found["nisba"]) for t in titles):
        return len(before[found.start() :].lstrip())
    return 0


def _title_after(after: str, titles: tuple[str, ...]) -> int:
    """«جون كيري، وزير الخارجية الأميركي،»: the title between commas."""
    if not after.startswith(("،", ",")):
        return 0
    said = after[1:].lstrip(' "')
    for title in titles:
        rest = said[len(title) :].lstrip()
        if said.startswith(title) and not rest[:1].isalnum():
            return len(after) - len(said) + len(title)
    return 0


def _is_own(before: str) -> bool:
    """Does a word begin here, and not go on from «نائب»?"""
    if before[-1:].isalnum() and (before[-1] not in "وفبلك" or before[-2:-1].isalnum()):
        return False
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return word not in _OTHER and word[1:] not in _OTHER


def _spell(holder: Holder) -> _Spell:
    if holder.verified:
        return holder.since, holder.until
    return holder.since - _SLACK, holder.until and holder.until + _SLACK


@lru_cache(maxsize=2048)
def _titles(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Folded, longest first; also without the country, which a paper leaves out of its own."""
    full = dict.fromkeys(fold(t) for t in titles)
    short = dict.fromkeys(_LAST_NISBA.sub("", t) for t in full if len(t.split()) >= 3)
    return tuple(sorted((*full, *(t for t in short if t not in full)), key=len, reverse=True))


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Names of two words or more, folded, with the id of their person."""
    return tuple(
        (fold(name), person.id)
        for person in knowledge.persons.values()
        if person.id in knowledge.careers
        for name in (person.name_ar, *person.aliases)
        if " " in name
    )
