"""The publication day, inferred from the text where none is given: a day only if no other is possible.

Every day within the bounds is tried as the day of publication, and dropped when some words would then
be wrong: «أمس الأحد» excludes all days but Mondays, «الاثنين 18 من كانون الثاني» all years in which that
is no Monday, a title before a name all days outside the term of office. A single day left is the answer;
several are recorded as a window in the evidence, with their number and the words that left them,
and are not used as a date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.edtf import bounds
from app.domain.records import Draft
from app.domain.text import Basis, Published, Span
from app.ingest import dates
from app.ingest.publication_terms import Term, served
from app.ingest.temporal.context import Context
from app.knowledge.load import Knowledge
from app.languages.ar.prose import tells_past

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
#: Between bounds further apart no window is shown.
_WIDEST = 4 * 366
_COMMAS = ("،", ",")
#: Weekdays alone lie no further back in a report of the day itself.
_RECENT_DAYS = 2


@dataclass(frozen=True, slots=True)
class Window:
    """The days left, and the words that left them.

    ``bounded`` is False when nothing sure bounds the years: then the days, if any, are those between
    terms of office named further down, where history may stand, and good for showing only.
    ``tied`` is True where one day is both told and counted: «اليوم الثلاثاء 3 آذار», or «أمس
    الاثنين» beside «الاثنين 18 كانون الثاني». ``news`` is the day the report speaks from without
    counting: it appeared then or soon after.
    """

    days: tuple[date, ...]
    words: tuple[str, ...]
    bounded: bool = True
    tied: bool = False
    news: date | None = None


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Infer the day where none is supplied or stated, and read the dates again from it."""
    if draft.document.published.edtf is not None:
        return draft
    window = candidates(draft, knowledge)
    published = _published(window)
    dated = replace(draft, document=replace(draft.document, published=published))
    if published.edtf and window.news is None:
        return dates.run(dated, knowledge)
    return replace(dated, dates=dates.agreed(dates.readings(draft), window.days)) if window.bounded else dated


def _published(window: Window) -> Published:
    words = " · ".join(f"«{w}»" for w in window.words)
    if len(window.days) == 1 and window.tied:
        return Published(window.days[0].isoformat(), Basis.INFERRED, words)
    if window.news is not None:
        return Published(f"{window.news.isoformat()}~", Basis.INFERRED, words)
    if window.days and window.words:
        first, last = window.days[0].isoformat(), window.days[-1].isoformat()
        count = len(window.days)
        left = f"{count} days" if count > 1 else "1 day"
        return Published(None, Basis.UNKNOWN, f"{first}/{last} ({left}): {words}")
    return Published()


def candidates(draft: Draft, knowledge: Knowledge) -> Window:
    """Every day on which no words of the article would be wrong."""
    text = draft.document.text
    found = [r for r in dates.readings(draft) if not (r.found.quoted or _that_day(r.span, text))]
    terms = served(draft, knowledge)
    solved = _solved(found, terms)
    told = None if solved.tied or solved.news else _dated_lead(found, terms, draft)
    return _since(*told) if told else solved


def _that_day(span: Span, text: str) -> bool:
    """«في ذلك اليوم، الاثنين 14 شباط»: a day of the story, not of the paper."""
    before = text[max(0, span.start - 10) : span.start].split()
    return bool(before) and before[-1] in ("ذلك", "ذاك", "نفس")


def _since(day: date, words: str) -> Window:
    """The week from the day of the news on."""
    days = tuple(day + k * _DAY for k in range(_NEWS_REACH.days + 1))
    return Window(days, (words,), news=day)


def _solved(found: list[dates.Reading], terms: tuple[Term, ...]) -> Window:
    first, last, bounding = _bounds(found, tuple(t for t in terms if t.lead))
    sure = first is not None and last is not None
    if not sure:
        first, last, bounding = _bounds(found, terms)
    weekly = [c for r in found if (c := _weekly(r))]
    checks = [k for r in found if (k := _check(r))]
    words = tuple(dict.fromkeys([*(c.words for c in weekly), *(c.words for c in checks), *bounding]))
    if first is None or last is None or ((last - first).days > _WIDEST and not (weekly or checks)):
        return Window((), words, bounded=False)
    weekdays = [w for w in range(1, 8) if all(w in c.weekdays for c in weekly)]
    days = (first + k * _DAY for k in range((last - first).days + 1))
    kept = [d for d in days if d.isoweekday() in weekdays and all(c.allows(d) for c in checks)]
    kept = [d for d in kept if all(t.holds(d) for t in terms)]
    bounded = sure and bool(weekly or checks)
    tied = bounded and len(kept) == 1 and _tied(kept[0], weekly, checks)
    news = _day_of_news(found, checks, kept) if bounded and not tied else None
    return Window(tuple(kept), words, bounded, tied, news)


def _dated_lead(found: list[dates.Reading], terms: tuple[Term, ...], draft: Draft) -> tuple[date, str] | None:
    """The day of «الاثنين 28 أكتوبر 2019» in the first paragraph, if nothing later is told.

    An old story is told with its date as well: somebody named at the head must have held his office
    on that day and hold it no longer, so that the article names him as of then; or the day stands
    between commas in a first sentence that opens with its verb, as news agencies put it.
    """
    named = [(span, r) for r in found if (span := _past_date(r))]
    head = {
        first: r.span
        for (first, last), r in named
        if first == last and r.paragraph == 1 and r.found.groups.has("weekday")
    }
    counted = any(r.found.groups.has("rel") for r in found)
    if counted or len(head) != 1 or any(first not in head and first > min(head) for (first, _), _ in named):
        return None
    ((day, said),) = head.items()
    in_office = [t for t in terms if t.lead and t.until is not None]
    if not all(t.holds(day) for t in in_office):
        return None
    return (day, said.text) if in_office or _as_agencies_do(said, draft) else None


def _as_agencies_do(span: Span, draft: Draft) -> bool:
    """«تحادث الوزيران، الخميس 6-7-2017، هاتفيا»: a verb of the past opens, commas enclose the day."""
    text, lead = draft.document.text, draft.document.body[0].span
    opening = lead.text.split(maxsplit=1)[0]
    if not lead.contains(span) or "." in text[lead.start : span.start]:
        return False
    between = text[: span.start].rstrip().endswith(_COMMAS) and text[span.end :].lstrip().startswith(_COMMAS)
    return between and tells_past(opening)


def _day_of_news(found: list[dates.Reading], checks: list[_Check], kept: list[date]) -> date | None:
    """The day of «الأربعاء 1 يوليو» at the head, where the text goes on with «الأربعاء» alone.

    A paper of the next day says «أمس», and names no weekday that lies further back than it must.
    """
    lead = [c for c in checks if c.lead and c.reading.found.groups.has("weekday")]
    if not kept or kept[-1] - kept[0] > _NEWS_REACH or not lead:
        return None
    told = {c.reading.found.value(Context(kept[0])).edtf for c in lead}
    bare = [r.found for r in found if r.found.rule.name == "relative.weekday" and not r.found.future]
    days = {f.groups.number("weekday") or 0 for f in bare if not f.groups.has("step")}
    back = [(kept[0].isoweekday() - d) % 7 for d in days]
    counted = any(r.found.rule.name == "relative.day" for r in found)
    if counted or told != {kept[0].isoformat()} or 0 not in back or max(back) > _RECENT_DAYS:
        return None
    return kept[0]


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
    """A day and month without year, told with its weekday or «الجاري», or with «أمس» and any year."""
    groups = reading.found.groups
    if (
        reading.found.rule.name != "calendar.day_month"
        or (groups.has("year") and not groups.has("rel"))
        or groups.has("yearmod")
        or groups.has("this")
    ):
        return None
    if groups.cls("month") == "HMONTH" or not any(groups.has(k) for k in ("weekday", "step", "rel")):
        return None
    return _Check(reading, reading.span.text, reading.paragraph <= _LEAD_PARAGRAPHS)


def _bounds(
    found: list[dates.Reading], terms: tuple[Term, ...]
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
