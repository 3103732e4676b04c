"""How this page says things in one language: counts, dates, labels, addresses. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Protocol

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.render import label
from app.web.urls import Urls, quoted

#: A silence shorter than this many days is not drawn as a gap.
SILENCE = 45


class TwoNames(Protocol):
    """Anything named in both languages."""

    @property
    def name_ar(self) -> str: ...
    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Voice:
    """A language with its dates and addresses."""

    language: Language
    dates: DateWords
    urls: Urls

    def _(self, message: str, **values: object) -> str:
        return self.language.gettext(message, **values)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return _counted(self.language, one, many, n)

    @property
    def is_arabic(self) -> bool:
        return self.language.code == "ar"

    def label(self, vocabulary: str, value: str) -> str:
        return label(self.language, vocabulary, value)

    def name(self, thing: TwoNames) -> str:
        first, second = (thing.name_ar, thing.name_en) if self.is_arabic else (thing.name_en, thing.name_ar)
        return first or second

    def other_name(self, thing: TwoNames) -> str:
        """The name in the other language, empty where it is the same."""
        other = thing.name_en if self.is_arabic else thing.name_ar
        return other if other != self.name(thing) else ""

    def listed(self, names: list[str]) -> str:
        """Names one after another with the comma of the language."""
        return ("، " if self.is_arabic else ", ").join(names)

    def joined(self, parts: list[str]) -> str:
        """Parts of a sentence read aloud."""
        return ("، " if self.is_arabic else "; ").join(parts)

    def link(self, query: TimelineQuery, anchor: str = "") -> str:
        return self.urls.timeline(query.pairs) + anchor

    def opening(self, query: TimelineQuery, record: str) -> str:
        """The view with a record open."""
        return f"{_before_event(self.urls, query)}{quoted(record)}#panel"

    def within(self, query: TimelineQuery, since: str, to: str) -> str:
        """The view of another window, nothing open."""
        before, between, after = _around_window(self.urls, query)
        return f"{before}{since}{between}{to}{after}"

    def in_order(self, query: TimelineQuery, lanes: str) -> str:
        """The view with its lanes in this order, ``ru,il``."""
        before, after = _around_lanes(self.urls, query)
        return f"{before}{quoted(lanes)}{after}"

    def events(self, n: int) -> str:
        return self.ngettext("%(n)s event", "%(n)s events", n)

    def statements(self, n: int) -> str:
        return self.ngettext("%(n)s statement", "%(n)s statements", n)

    def records(self, n: int) -> str:
        return self.ngettext("%(n)s record", "%(n)s records", n)

    def sources(self, n: int) -> str:
        return self.ngettext("%(n)s independent source", "%(n)s independent sources", n)

    def silence(self, days: int) -> str:
        """How long nothing happened: whole years, else months, else days."""
        if days >= 350:
            return self.ngettext("%(n)s year", "%(n)s years", max(1, round(days / 365.25)))
        if days >= SILENCE:
            return self.ngettext("%(n)s month", "%(n)s months", max(1, round(days / 30.44)))
        return self.ngettext("%(n)s day", "%(n)s days", days)

    def headline(self, record: Record) -> str:
        """An event's headline; for a statement who spoke, in Arabic with the words themselves."""
        own = record.headline_ar if self.is_arabic else record.headline_en
        own = own or record.headline_ar or record.headline_en
        if record.kind == "event":
            return own
        if self.is_arabic and record.content:
            return f"{own}: {shortened(record.content, 90)}"
        if record.says_en and not self.is_arabic:
            return record.says_en
        if record.state == "denied":
            return self._("%(speaker)s denies", speaker=own)
        return self._("%(speaker)s says", speaker=own)

    def kind(self, record: Record) -> str:
        """«لقاء»، «تصريح»: what sort of record it is."""
        return self.label("type", record.type) if record.kind == "event" else self._("Statement")

    def when(self, record: Record, *, weekday: bool = False) -> str:
        return self.dates.edtf(record.edtf, weekday=weekday)

    def month(self, day: date) -> str:
        return self.dates.month(day.year, day.month)

    def aloud(self, record: Record) -> str:
        """The short sentence by which a mark is announced and explained on hover; it names nobody twice."""
        headline = self.headline(record)
        parts = [self.when(record), self.kind(record), headline]
        names = [name for party in record.parties if not _is_named(name := self.name(party), headline)]
        if record.kind == "event" and names:
            parts.append(self.listed(names))
        if record.kind == "event" and record.state != "occurred":
            parts.append(self.label("status", record.state))
        if record.date_text and record.certainty != "day":
            parts.append(f"«{record.date_text}»")
        return self.joined(parts)


@lru_cache(maxsize=4_096)
def _counted(language: Language, one: str, many: str, n: int) -> str:
    """A page counts hundreds of things, most of them few."""
    return language.ngettext(one, many, n)


#: Stands in an address for a value that is still to come.
_TO_COME: Final = "-"


@lru_cache(maxsize=64)
def _before_event(urls: Urls, query: TimelineQuery) -> str:
    """All of an address but the record that is open, which comes last: a page has hundreds that are alike."""
    return urls.timeline(query.with_(event=_TO_COME).pairs).removesuffix(_TO_COME)


@lru_cache(maxsize=64)
def _around_window(urls: Urls, query: TimelineQuery) -> list[str]:
    """The pieces of an address around the two ends of the window, which come first."""
    return urls.timeline(query.with_(since=_TO_COME, to=_TO_COME, event=None).pairs).split(_TO_COME, 2)


@lru_cache(maxsize=64)
def _around_lanes(urls: Urls, query: TimelineQuery) -> list[str]:
    """The pieces of an address around the order of the lanes."""
    before, mark, after = urls.timeline(query.with_(lanes=_TO_COME).pairs).rpartition(f"lanes={_TO_COME}")
    return [before + mark.removesuffix(_TO_COME), after]


def _is_named(name: str, text: str) -> bool:
    """Whether the text has the name whole, or there is none: «إيران» is in «وإيران», not in «إيرانية»."""
    if not name:
        return True
    _, found, after = text.partition(name)
    return bool(found) and not after[:1].isalpha()


def shortened(text: str, longest: int) -> str:
    """The text, or as many whole words of it as fit, with an ellipsis."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip("،,.؛: ") + "…"
