"""Finds expressions of time in a text: islands of words, and the longest rule at each position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.time import Relation
from app.ingest.temporal import (
    guards,
    rules_calendar,
    rules_clock,
    rules_feasts,
    rules_lengths,
    rules_numeric,
    rules_offsets,
    rules_parts,
    rules_ranges,
    rules_runs,
    rules_weekdays,
    rules_years,
)
from app.ingest.temporal.context import Context, Preference
from app.ingest.temporal.found import Found
from app.ingest.temporal.joining import DAYS, FROM_TO, PROBE, Hit, joined
from app.ingest.temporal.rule import Groups, Rule, Site, codes
from app.ingest.temporal.unit import Unit
from app.ingest.temporal.units import islands, settled
from app.languages.ar.normalise import Folded

#: In this order: of two rules that read the same words the earlier wins.
RULES: tuple[Rule, ...] = (
    *rules_ranges.RULES,
    *rules_parts.RULES,
    *rules_years.RULES,
    *rules_feasts.RULES,
    *rules_calendar.RULES,
    *rules_numeric.RULES,
    *rules_weekdays.RULES,
    *rules_runs.RULES,
    *rules_offsets.RULES,
    *rules_clock.RULES,
    *rules_lengths.RULES,
    FROM_TO,
    DAYS,
)
_RELATIONS = {
    "SINCE": Relation.SINCE,
    "STARTING": Relation.SINCE,
    "BY": Relation.BY,
    "UNTIL": Relation.UNTIL,
    "BEFORE": Relation.BEFORE,
    "AFTER": Relation.AFTER,
}
#: Longer islands seldom come again.
_USUAL = 16
_TATWEEL = "\u0640"


def find(text: str, *, news: bool = True, quoted: Callable[[int], bool] | None = None) -> list[Found]:
    """Every expression of time, in order, without overlaps.

    ``quoted`` tells which offsets lie inside quotations; ``news=False`` is for short requests.
    """
    folded = Folded.of(text)
    out: list[Found] = []
    for run in islands(folded.text):
        units = tuple(settled(run, folded, text))
        out.extend(joined(list(_Island(text, folded, units, news, quoted).hits()), units, folded))
    return out


@dataclass(frozen=True, slots=True)
class _Island:
    text: str
    folded: Folded
    units: tuple[Unit, ...]
    news: bool
    quoted: Callable[[int], bool] | None

    def hits(self) -> Iterator[Hit]:
        """From left to right, the longest rule at each place."""
        table = codes()
        shape = "".join(table[u.cls] for u in self.units)
        i = last = 0
        while i < len(self.units):
            found, end = self._longest(shape, i, last)
            if found is not None:
                yield Hit(found, i, end)
                last = end
            i = max(end, i + 1)

    def _longest(self, shape: str, i: int, last: int) -> tuple[Found | None, int]:
        for rule, m in _matches(shape, i) if len(shape) <= _USUAL else _all_matches(shape, i):
            site = self._site(m, i, last)
            if site is None or (rule.requests_only and self.news):
                continue
            if not rule.guard(site):
                if rule.swallows:
                    return None, m.end()
                continue
            found = self._read(rule, site, i)
            if found is not None:
                return found, m.end()
        return None, i

    def _site(self, m: re.Match[str], i: int, last: int) -> Site | None:
        units, end = self.units, m.end()
        start_at, stop_at = units[i].start, units[end - 1].end
        if start_at >= stop_at:
            return None
        return Site(
            text=self.folded.text,
            start=start_at,
            end=stop_at,
            before=units[i - 1] if i else None,
            after=units[end] if end < len(units) else None,
            groups=Groups(units, m, i),
            quoted=bool(self.quoted and self.quoted(self.folded.offsets[start_at])),
            news=self.news,
            follows_date=0 < last == i - 1,
        )

    def _read(self, rule: Rule, site: Site, i: int) -> Found | None:
        relation = _relation(self.units, i)
        since = "منذ" in site.words_before(2)  # «يزور القاهرة منذ الأربعاء»; not «اعتبارا من الأربعاء»
        future = not since and _ahead(guards.tense(site.text, site.start, site.end), relation, rule)
        preference = Preference.NEWS if self.news else Preference.ASSISTANT
        if rule.read(site.groups, Context(PROBE, future=future, preference=preference)) is None:
            return None
        start, end = self.folded.original(site.start, site.end)
        while self.text[end : end + 1] == _TATWEEL:
            end += 1
        past = not future and guards.happened(site)
        return Found(rule, start, end, site.groups, relation, future, site.quoted, past=past)


def _all_matches(shape: str, i: int) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """What every rule reads at a place, the longest first."""
    matches = [(rule, m) for rule in RULES if (m := rule.regex.match(shape, i)) and m.end() > i]
    return tuple(sorted(matches, key=lambda pair: -pair[1].end()))


@lru_cache(maxsize=8192)
def _matches(shape: str, i: int) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """The same, kept: few shapes of islands make up most of a text."""
    return _all_matches(shape, i)


def _ahead(tense: guards.Tense, relation: Relation | None, rule: Rule) -> bool:
    """«حتى السبت», «بحلول السبت» look ahead unless a verb before them looks back."""
    bare = rule.name == "relative.weekday" and relation in (Relation.BY, Relation.UNTIL)
    return tense > 0 or (tense == 0 and bare)


def _relation(units: tuple[Unit, ...], i: int) -> Relation | None:
    """The preposition before, over «في», «من», «نحو» and «يوم»."""
    k = i - 1
    while k >= 0 and units[k].cls in ("OF", "IN", "ABOUT", "YAWM"):
        k -= 1
    return _RELATIONS.get(units[k].cls) if k >= 0 else None
