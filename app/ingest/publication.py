"""The publication day, solved from the text where none is given: a day only if no other is possible.

Every day of a bounded stretch is tried as the day of publication, and a day is dropped when some
words would then be wrong: «أمس الأحد» rules out all days but Mondays, «الاثنين 18 من كانون الثاني» all
years in which that is no Monday, a title before a name all days outside the term of office. One
day left is the answer; several are told as a window in the evidence and not used as a date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from app.domain.edtf import bounds
from app.domain.records import Draft
from app.domain.text import Basis, Published
from app.ingest import dates
from app.ingest.temporal.context import Context
from app.ingest.temporal.find import find
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import Folded, fold

_DAY = timedelta(days=1)
#: News gives a weekday with day and month to what happened within the week …
_NEWS_REACH = timedelta(days=6)
#: … and announces at most this far ahead without saying so.
_AHEAD = timedelta(days=60)
#: A dated weekday further down may be older news, but without year never older than this.
_OLDER_REACH = timedelta(days=180)
#: Without a later bound the article is held to be of the year after the last month it names; a bare
#: year bounds nothing, for «منذ 2011» is said ten years on, and any weekday fits one year in seven.
_AFTER_NAMED = timedelta(days=365)
_LEAD_PARAGRAPHS = 2
#: Titles stand in the first paragraphs; a book pasted in is not searched to its end.
_READ_FOR_TERMS = 200_000
_FORMER = ("السابق", "السابقه", "الاسبق", "الراحل", "سابقا")


@dataclass(frozen=True, slots=True)
class Window:
    """The days left, and the words that left them.

    ``bounded`` is False when nothing bounds the years. ``tied`` is True where one day is both told and
    counted: «اليوم الثلاثاء 3 آذار», or «أمس الاثنين» beside «الاثنين 18 كانون الثاني».
    """

    days: tuple[date, ...]
    words: tuple[str, ...]
    bounded: bool = True
    tied: bool = False


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Infer the day where none is supplied or stated, and read the dates again from it."""
    if draft.document.published.edtf is not None:
        return draft
    published = infer(draft, knowledge)
    dated = replace(draft, document=replace(draft.document, published=published))
    return dates.run(dated, knowledge) if published.edtf else dated


def infer(draft: Draft, knowledge: Knowledge) -> Published:
    """A day with basis inferred, or unknown with the window as evidence where there is one."""
    window = candidates(draft, knowledge)
    words = " · ".join(f"«{w}»" for w in window.words)
    if len(window.days) == 1 and window.tied:
        return Published(window.days[0].isoformat(), Basis.INFERRED, words)
    if window.bounded and window.days and window.words:
        return Published(
            None, Basis.UNKNOWN, f"{window.days[0].isoformat()}/{window.days[-1].isoformat()}: {words}"
        )
    return Published()


def candidates(draft: Draft, knowledge: Knowledge) -> Window:
    """Every day on which no words of the article would be wrong."""
    found = [r for r in dates.readings(draft) if not r.found.quoted]
    terms = tuple(_terms(draft, knowledge))
    first, last, bounding = _bounds(found, terms)
    weekly = [c for r in found if (c := _weekly(r))]
    checks = [k for r in found if (k := _check(r))]
    words = tuple(dict.fromkeys([*(c.words for c in weekly), *(c.words for c in checks), *bounding]))
    if first is None or last is None or not (weekly or checks):
        return Window((), words, bounded=False)
    weekdays = [w for w in range(1, 8) if all(w in c.weekdays for c in weekly)]
    days = (first + k * _DAY for k in range((last - first).days + 1))
    kept = [d for d in days if d.isoweekday() in weekdays and all(c.allows(d) for c in checks)]
    kept = [d for d in kept if all(t.holds(d) for t in terms)]
    return Window(tuple(kept), words, tied=len(kept) == 1 and _tied(kept[0], weekly, checks))


def _tied(day: date, weekly: list[_Weekly], checks: list[_Check]) -> bool:
    told = {c.reading.found.value(Context(day)).edtf for c in checks}
    counted = {w.reading.found.value(Context(day)).edtf for w in weekly}
    return bool(told & counted) or any(c.reading.found.groups.has("rel") for c in checks)


@dataclass(frozen=True, slots=True)
class _Weekly:
    """Words that hold only if published on one of these weekdays."""

    reading: dates.Reading
    words: str
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Check:
    """Words whose date must lie near the day of publication."""

    reading: dates.Reading
    words: str
    lead: bool

    def allows(self, day: date) -> bool:
        value = self.reading.found.value(Context(day))
        if value.conflict or value.edtf is None:
            return False
        told = bounds(value.edtf)[0]
        groups = self.reading.found.groups
        if told is None:
            return False
        if groups.has("rel"):
            return True
        if groups.has("step"):
            return _step_holds(groups.number("step") or 0, told, day)
        if told > day:
            return self.reading.found.future and told - day <= _AHEAD
        return day - told <= (_NEWS_REACH if self.lead else _OLDER_REACH)


def _step_holds(step: int, told: date, day: date) -> bool:
    """«الجاري» is the month of publication, «الماضي» an earlier and «المقبل» a later one."""
    months = (told.year - day.year) * 12 + told.month - day.month
    return months == 0 if step == 0 else -12 <= months < 0 or told < day if step < 0 else told > day


def _weekly(reading: dates.Reading) -> _Weekly | None:
    """«أمس الأحد» and its like, tried on the seven days of any one week."""
    groups = reading.found.groups
    if not (groups.has("rel") and groups.has("weekday")) or groups.has("month"):
        return None
    week = [date(2015, 6, 1) + k * _DAY for k in range(7)]
    fitting = frozenset(d.isoweekday() for d in week if not reading.found.value(Context(d)).conflict)
    return _Weekly(reading, reading.span.text, fitting)


def _check(reading: dates.Reading) -> _Check | None:
    """A day and month without year, told with its weekday, with «الجاري», or with «أمس»."""
    groups = reading.found.groups
    if (
        reading.found.rule.name != "calendar.day_month"
        or groups.has("year")
        or groups.has("yearmod")
        or groups.has("this")
    ):
        return None
    if groups.cls("month") == "HMONTH" or not any(groups.has(k) for k in ("weekday", "step", "rel")):
        return None
    return _Check(reading, reading.span.text, reading.paragraph <= _LEAD_PARAGRAPHS)


@dataclass(frozen=True, slots=True)
class _Term:
    """Words that name an office and who held it, in one or more spells ``[since, until)``."""

    words: str
    spells: tuple[tuple[date, date | None], ...]

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


def _bounds(
    found: list[dates.Reading], terms: tuple[_Term, ...]
) -> tuple[date | None, date | None, list[str]]:
    """First and last possible day, from dates with a year that lie behind and from terms of office."""
    named = [(span, r.span.text) for r in found if (span := _past_date(r))]
    firsts = [(t.since, t.words) for t in terms] + [(first, words) for (first, _), words in named]
    if not firsts:
        return None, None, []
    first = max(firsts)
    lasts = [(t.until - _DAY, t.words) for t in terms if t.until] or _after(named)
    last = min(lasts, default=None)
    words = [first[1]] + ([last[1]] if last and last[1] else [])
    return first[0], last[0] if last else None, words


def _after(named: list[tuple[tuple[date, date], str]]) -> list[tuple[date, str]]:
    """A year after the last date named, if that is a month or a day."""
    (first, last), _ = max(named, default=((date.min, date.max), ""))
    return [(last + _AFTER_NAMED, "")] if (last - first).days <= 31 else []


def _past_date(reading: dates.Reading) -> tuple[date, date] | None:
    """First and last day of a date said with its year, unless the words look ahead."""
    groups, found = reading.found.groups, reading.found
    if not (groups.has("year") or found.rule.name == "calendar.numeric") or found.future:
        return None
    if found.relation is not None and found.relation.value in ("by", "until", "before"):
        return None
    value = found.value(Context()).edtf
    first, last = bounds(value) if value else (None, None)
    return (first, last) if first and last and first.year >= 1900 else None


def _terms(draft: Draft, knowledge: Knowledge) -> Iterable[_Term]:
    """Terms of those whose title stands right before their name: «وزير الدفاع الأمريكي آشتون كارتر»."""
    body = "\n".join(p.span.text for p in draft.document.body)[:_READ_FOR_TERMS]
    folded = Folded.of(body)
    text = folded.text
    for name, person in _names(knowledge):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not text[end : end + 1].isalnum() and not text[end : end + 12].lstrip(" ،").startswith(
                _FORMER
            ):
                yield from _served(folded, body, (at, end), person, knowledge)
            at = text.find(name, end)


def _served(
    folded: Folded, body: str, name: tuple[int, int], person: str, knowledge: Knowledge
) -> Iterable[_Term]:
    before = folded.text[max(0, name[0] - 80) : name[0]].rstrip(" ،:")
    spells: dict[str, list[tuple[date, date | None]]] = {}
    for holder in knowledge.careers.get(person, ()):
        office = knowledge.offices.get(holder.office)
        title = next((t for t in _titles(office.titles) if before.endswith(t)), None) if office else None
        if title:
            spells.setdefault(title, []).append((holder.since, holder.until))
    for title, held in spells.items():
        a, b = folded.original(folded.text.rindex(title, 0, name[0]), name[1])
        yield _Term(body[a:b], tuple(held))


@lru_cache(maxsize=2048)
def _titles(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(t) for t in titles)


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


def parse_date_line(text: str) -> date | None:
    """The one full date of a publication line («نشر يوم 18 سبتمبر 2015 - 16:41»); None for none or for two.

    A date whose weekday disagrees is not believed.
    """
    days = set()
    for found in find(text):
        if found.rule.name not in (
            "calendar.day_month",
            "calendar.numeric",
            "calendar.numeric_spaced",
            "calendar.month_day",
        ):
            continue
        value = found.value(Context())
        if value.edtf is None or value.conflict or "X" in value.edtf:
            continue
        first, last = bounds(value.edtf)
        if first is not None and first == last:
            days.add(first)
    return days.pop() if len(days) == 1 else None
