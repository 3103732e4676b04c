"""Finding expressions of time in a text: islands of words, the longest rule at each place, its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.domain.edtf import bounds
from app.domain.time import Relation, TimeKind
from app.ingest.temporal import guards, rules_calendar, rules_lengths, rules_periods, rules_relative
from app.ingest.temporal.context import NOWHERE, Context, Preference, Value
from app.ingest.temporal.rule import Groups, Rule, Site, codes
from app.ingest.temporal.unit import Unit
from app.ingest.temporal.units import Island, islands
from app.languages.ar.normalise import Folded

FROM_TO = Rule(
    "period.from_to",
    "",
    lambda g, ctx: NOWHERE,
    yes=(
        ("بين 28 أيلول و3 تشرين الأول 2015", "2015-12-01", "2015-09-28/2015-10-03"),
        ("من الثلاثاء إلى الخميس", "2015-09-25", "2015-09-22/2015-09-24"),
        ("من 24 ديسمبر 2021 حتى 3 يناير 2022", "2022-02-01", "2021-12-24/2022-01-03"),
    ),
    no=("تأجيل الانتخابات من 24 ديسمبر إلى 24 يناير", "قتلوا السبت والأحد"),
)
_JOINABLE = frozenset(
    ("calendar.day_month", "calendar.numeric", "calendar.weekday_day", "calendar.day_number", "relative.weekday",
     "relative.today", "relative.day")
)  # fmt: skip
RULES: tuple[Rule, ...] = rules_periods.RULES + rules_calendar.RULES + rules_relative.RULES + rules_lengths.RULES + (FROM_TO,)
_RELATIONS = {
    "SINCE": Relation.SINCE, "BY": Relation.BY, "UNTIL": Relation.UNTIL, "BEFORE": Relation.BEFORE,
    "AFTER": Relation.AFTER, "STARTING": Relation.SINCE,
}  # fmt: skip
_TATWEEL = "\u0640"
_MONTHISH = ("MONTH", "MONTHQ", "HMONTH", "SHAHR", "UNITDEF")
#: Any ordinary day: a rule that finds no sense even with an anchor has not matched.
_PROBE = date(2016, 6, 15)


def _preference(news: bool) -> Preference:
    return Preference.NEWS if news else Preference.ASSISTANT


@dataclass(frozen=True, slots=True)
class Found:
    """An expression read but not yet placed; offsets are those of the original text.

    ``value`` may be asked again with another context, which is how a publication day is inferred.
    """

    rule: Rule
    start: int
    end: int
    groups: Groups
    relation: Relation | None
    future: bool
    quoted: bool
    upto: Found | None = None
    inner: Rule | None = None

    @property
    def start_rule(self) -> Rule:
        """The rule that read the beginning of a joined stretch, else the rule itself."""
        return self.inner or self.rule

    def value(self, ctx: Context) -> Value:
        if self.upto is not None:
            return _stretch(self, self.upto, ctx)
        return self.rule.read(self.groups, replace(ctx, future=self.future)) or NOWHERE

    def kind(self, value: Value) -> TimeKind:
        return value.kind or self.rule.kind


def _stretch(first: Found, last: Found, ctx: Context) -> Value:
    """From one date to another; what the first leaves out (a year, a week) is that of the second."""
    end = last.value(ctx)
    if end.edtf is None or "/" in end.edtf or end.edtf.startswith("XXXX"):
        return NOWHERE
    near = ctx if ctx.anchor is None else replace(ctx, anchor=bounds(end.edtf)[1], preference=Preference.NEWS)
    begin = first.start_rule.read(first.groups, replace(near, future=False))
    if begin is None or begin.edtf is None or "/" in begin.edtf or begin.edtf >= end.edtf:
        return NOWHERE
    return Value(f"{begin.edtf}/{end.edtf}", conflict=begin.conflict or end.conflict, relative=end.relative)


def find(text: str, *, news: bool = True, quoted: Callable[[int], bool] | None = None) -> list[Found]:
    """Every expression of time, in order, without overlaps. ``quoted`` tells offsets inside quotations."""
    folded = Folded.of(text)
    out: list[Found] = []
    for island in islands(folded.text):
        out.extend(_in_island(island, folded, text, news, quoted))
    return out


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[Rule, ...]]:
    """Rules by the class they can begin with, found by trying each class in front."""
    out: dict[str, tuple[Rule, ...]] = {}
    for code in codes().values():
        out[code] = tuple(r for r in RULES if _may_begin(r, code))
    return out


def _may_begin(rule: Rule, code: str) -> bool:
    from re import _parser  # type: ignore[attr-defined]

    return code in _first_chars(_parser.parse(rule.regex.pattern))[0]


def _first_chars(parsed: object) -> tuple[set[str], bool]:
    """Characters a parsed pattern can begin with, and whether it can be empty."""
    out: set[str] = set()
    for op, av in parsed:  # type: ignore[attr-defined]
        chars, empty = _first_of(str(op), av)
        out |= chars
        if not empty:
            return out, False
    return out, True


def _first_of(op: str, av: object) -> tuple[set[str], bool]:
    if op == "LITERAL":
        return {chr(av)}, False  # type: ignore[call-overload]
    if op == "IN":
        return {chr(v) for k, v in av if str(k) == "LITERAL"}, False  # type: ignore[attr-defined]
    if op == "BRANCH":
        parts = [_first_chars(p) for p in av[1]]  # type: ignore[index]
        return set().union(*(p[0] for p in parts)), any(p[1] for p in parts)
    if op == "SUBPATTERN":
        return _first_chars(av[3])  # type: ignore[index]
    if op == "MAX_REPEAT":
        chars, empty = _first_chars(av[2])  # type: ignore[index]
        return chars, empty or av[0] == 0  # type: ignore[index]
    return set(), True


def _in_island(
    island: Island, folded: Folded, text: str, news: bool, quoted: Callable[[int], bool] | None
) -> Iterator[Found]:
    units = tuple(_split_pairs([_true_month(u, folded, text) for u in island.units]))
    yield from _joined(list(_matches(units, folded, text, news, quoted)), units, folded)


def _matches(
    units: tuple[Unit, ...], folded: Folded, text: str, news: bool, quoted: Callable[[int], bool] | None
) -> Iterator[tuple[Found, int, int]]:
    """Findings with the stretch of units each covers."""
    table, first = codes(), _by_first()
    shape = "".join(table[u.cls] for u in units)
    i = 0
    last_end = -1
    while i < len(units):
        hit, j = _longest(first[shape[i]], units, shape, i, folded, text, news, quoted, last_end)
        if hit is not None:
            yield hit, i, j
            last_end = j
        i = max(j, i + 1)


def _joined(hits: list[tuple[Found, int, int]], units: tuple[Unit, ...], folded: Folded) -> Iterator[Found]:
    """«من 28 أيلول إلى 3 تشرين الأول» is one stretch of time, not two days."""
    k = 0
    while k < len(hits):
        found, i, j = hits[k]
        if k + 1 < len(hits) and _joins(hits[k], hits[k + 1], units, folded):
            last = hits[k + 1][0]
            lead = i - 1 if i and units[i - 1].cls in ("BETWEEN", "OF") else i
            start = folded.offsets[units[lead].start]
            yield replace(found, rule=FROM_TO, inner=found.rule, start=start, end=last.end, upto=last, relation=None)
            k += 2
        else:
            yield found
            k += 1


def _joins(a: tuple[Found, int, int], b: tuple[Found, int, int], units: tuple[Unit, ...], folded: Folded) -> bool:
    """Two days or two months with «إلى», «حتى», a dash, or «بين … و» between them and nothing else."""
    link = [u.cls for u in units[a[2] : b[1]] if u.cls not in ("YAWM", "COMMA")]
    opened = units[a[1] - 1].cls if a[1] else ""
    linked = link in (["TO"], ["UNTIL"], ["AND", "UNTIL"], ["AND", "TO"], ["DASH"]) or (link == ["AND"] and opened == "BETWEEN")
    if not linked or a[0].rule.name not in _JOINABLE or b[0].rule.name not in _JOINABLE:
        return False
    if "DASH" in link and a[0].rule.name == "relative.weekday":
        return False
    return not guards.moved(folded.text, units[a[1]].start)


def _true_month(unit: Unit, folded: Folded, text: str) -> Unit:
    """«أب» is a father: August is written with a madda."""
    if unit.cls == "MONTHQ" and unit.value == 8 and text[folded.offsets[unit.start]] == "أ":
        return Unit("BROKEN", unit.start, unit.end, unit.value) if unit.end - unit.start == 2 else unit
    return unit


def _split_pairs(units: list[Unit]) -> Iterator[Unit]:
    """«19-20 نوفمبر»: before a month the pair is two days, elsewhere it may be a day and a month."""
    for k, unit in enumerate(units):
        beside = [*units[k + 1 : k + 4], *units[max(0, k - 1) : k]]
        if unit.cls == "PAIR" and "-" in str(unit.value) and any(u.cls in _MONTHISH for u in beside):
            a, b = str(unit.value).split("-")
            cut = unit.start + len(a)
            yield Unit("DAY", unit.start, cut, int(a))
            yield Unit("DASH", cut, cut + 1, "-")
            yield Unit("DAY", cut + 1, unit.end, int(b))
        else:
            yield unit


def _longest(
    rules: tuple[Rule, ...],
    units: tuple[Unit, ...],
    shape: str,
    i: int,
    folded: Folded,
    text: str,
    news: bool,
    quoted: Callable[[int], bool] | None,
    last_end: int,
) -> tuple[Found | None, int]:
    tries = [(m.end(), -k, rule, m) for k, rule in enumerate(rules) if (m := rule.regex.match(shape, i)) and m.end() > i]
    for end, _, rule, m in sorted(tries, key=lambda t: (t[0], t[1]), reverse=True):
        if rule.requests_only and news:
            continue
        start_at, stop_at = units[i].start, units[end - 1].end
        groups = Groups(units, m, i)
        a, b = folded.original(start_at, stop_at) if start_at < stop_at else (0, 0)
        if a >= b:
            continue
        while text[b : b + 1] == _TATWEEL:
            b += 1
        site = Site(
            folded.text, start_at, stop_at, units[i - 1] if i else None, units[end] if end < len(units) else None,
            groups, bool(quoted and quoted(a)), news, last_end == i - 1 and i > 0,
        )  # fmt: skip
        if not rule.guard(site):
            if rule.swallows:
                return None, end
            continue
        relation = _relation(units, i)
        future = _ahead(guards.tense(folded.text, start_at, stop_at), relation)
        if rule.read(groups, Context(_PROBE, future=future, preference=_preference(news))) is None:
            continue
        return Found(rule, a, b, groups, relation, future, site.quoted), end
    return None, i


def _ahead(tense: guards.Tense, relation: Relation | None) -> bool:
    """«حتى السبت», «بحلول السبت» look ahead unless a verb before them looks back."""
    return tense > 0 or (tense == 0 and relation in (Relation.BY, Relation.UNTIL))


def _relation(units: tuple[Unit, ...], i: int) -> Relation | None:
    k = i - 1
    while k >= 0 and units[k].cls in ("OF", "IN", "ABOUT", "YAWM"):
        k -= 1
    return _RELATIONS.get(units[k].cls) if k >= 0 else None
