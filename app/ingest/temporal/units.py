"""From text to islands: runs of neighbouring words that all may belong to an expression of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.ingest.temporal.guards import counted
from app.ingest.temporal.numbers import merge_numbers
from app.ingest.temporal.unit import Unit
from app.languages.ar.normalise import Folded
from app.languages.ar.time_words import Entry, time_words

_TOKEN = re.compile(
    r"(?P<ymd>(?<!\d)\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d))"
    r"|(?P<dmy>(?<!\d)\d{1,2}(?P<s2>[-/.])\d{1,2}(?P=s2)\d{4}(?!\d))"
    r"|(?P<xy>(?<!\d)\d{1,2}(?P<s3>[-/])\d{1,2}(?P=s3)\d{2}(?![\d./-]))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<ym>(?<!\d)\d{4}[-/.]\d{1,2}(?![\d/-]))"
    r"|(?P<my>(?<!\d)\d{1,2}[-/]\d{4}(?![\d/-]))"
    r"|(?P<pair>(?<![\d./-])\d{1,2}[-/.]\d{1,2}(?![\d/-]|\.\d))"
    r"|(?P<num>(?:(?<![^\W_])ال ?)?\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\w\s])"
)
_NUMERIC = {
    "ymd": "YMD",
    "dmy": "DMY",
    "xy": "XY",
    "time": "CLOCKTIME",
    "ym": "YM",
    "my": "MY",
    "pair": "PAIR",
}
_MARKS = {
    "/": "SLASH",
    "-": "DASH",
    "،": "COMMA",
    ",": "COMMA",
    "(": "LP",
    "[": "LP",
    ")": "RP",
    "]": "RP",
    ".": "DOT",
    ":": "COLON",
    "%": "PERCENT",
    "٪": "PERCENT",
    "|": "BAR",
}
_MONTHS = frozenset(("MONTH", "MONTHQ", "HMONTH", "SHAHR", "UNITDEF"))
#: Classes that cannot make an expression of time by themselves.
_GLUE = frozenset(
    """IN OF TO AND PFX SLASH DASH COMMA LP RP DOT COLON PERCENT BAR THIS THAT BEFORE AFTER EVERY UNTIL
    NAFS AL NUM CARD CARDDEF ORDI BETWEEN SINCE SAME FULL ABOUT ERA HALF THIRD QUARTER PREV NEXT
    BEFOREHAND FOLLOWING CUR LAST AKHIR EARLY MID LATE DURING STARTING DURWORD FEW FEWADJ BY BC BROKEN
    MONTHQ0""".split()
)
#: Reading as a date needs a real year; wider years only after «عام».
_YEARS = range(1000, 3000)


def islands(folded: str) -> Iterator[list[Unit]]:
    """Every run of neighbouring units that holds at least one real word of time.

    Offsets are those of the folded text. Linear in its length.
    """
    known = time_words().known
    run: list[Unit] = []
    resume = 0
    for m in _TOKEN.finditer(folded):
        if m.start() < resume:
            continue
        if m.lastgroup == "word":
            units, resume = _word(folded, m) if m.group() in known else ([], m.end())
        else:
            units = _number_or_mark(m)
        if units:
            run.extend(units)
            continue
        if run and _is_live(run):
            yield merge_numbers(run)
        run = []
    if run and _is_live(run):
        yield merge_numbers(run)


def _is_live(run: list[Unit]) -> bool:
    return any(u.cls not in _GLUE or (u.cls == "CARD" and int(u.value) >= 1000) for u in run)


def _word(folded: str, m: re.Match[str]) -> tuple[list[Unit], int]:
    """The units of one word or fixed phrase, and where reading goes on; none for other words."""
    words = time_words()
    word, end = m.group(), m.end()
    entry = words.single.get(word)
    if word in words.phrases:
        phrase, after = _phrase(folded, end, words.phrases[word])
        if phrase is not None:
            entry, end = phrase, after
    return (_units(entry, m.start(), end) if entry else []), end


def _phrase(folded: str, at: int, options: tuple[Entry, ...]) -> tuple[Entry | None, int]:
    """The longest phrase whose further words follow, one space between them."""
    for option in options:
        rest = "".join(f" {word}" for word in option.words[1:])
        end = at + len(rest)
        if folded.startswith(rest, at) and not folded[end : end + 1].isalnum():
            return option, end
    return None, at


def _units(entry: Entry, start: int, end: int) -> list[Unit]:
    """A word with its particles apart; «لل» is fused and stays with the word."""
    out: list[Unit] = []
    lead = entry.lead
    if lead[:1] == "و":
        out.append(Unit("AND", start, start + 1, "and"))
        start, lead = start + 1, lead[1:]
    if lead:
        width = 0 if entry.definite and lead.endswith("ل") else len(lead)
        out.append(Unit("PFX", start, start + width, lead))
        start += width
    return [*out, Unit(entry.cls, start, end, entry.value)]


def _number_or_mark(m: re.Match[str]) -> list[Unit]:
    """One unit; none for the end of a line and for marks that part expressions."""
    kind, text, start, end = m.lastgroup, m.group(), m.start(), m.end()
    text = text.removeprefix("ال").lstrip()  # «الـ11 من تموز»
    if kind == "line":
        return []
    if kind == "mark":
        return [Unit(_MARKS[text], start, end, text)] if text in _MARKS else []
    if kind == "num":
        if not text.isascii() or not text.isdigit():
            return [Unit("NUM", start, end, _decimal(text))]
        value = int(text[:12])
        cls = "DAY" if 1 <= value <= 31 and len(text) <= 2 else "YEAR" if value in _YEARS else "NUM"
        return [Unit(cls, start, end, value)]
    return [Unit(_NUMERIC[kind or ""], start, end, text)]


def _decimal(text: str) -> float | int:
    digits = text.replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return 0


def settled(run: list[Unit], folded: Folded, text: str) -> Iterator[Unit]:
    """The run with its doubtful units decided by what stands beside them and by the original letters."""
    for k, unit in enumerate(run):
        beside = [*run[k + 1 : k + 4], *run[max(0, k - 1) : k]]
        if unit.cls == "PAIR" and "-" in str(unit.value) and any(u.cls in _MONTHS for u in beside):
            yield from _two_days(unit)
        elif _is_no_date(unit, folded, text):
            yield Unit("BROKEN", unit.start, unit.end, unit.value)
        else:
            yield unit


def _two_days(pair: Unit) -> Iterator[Unit]:
    """«19-20 نوفمبر»: beside a month the pair is two days, elsewhere it may be a day and a month."""
    first, last = str(pair.value).split("-")
    cut = pair.start + len(first)
    yield Unit("DAY", pair.start, cut, int(first))
    yield Unit("DASH", cut, cut + 1, "-")
    yield Unit("DAY", cut + 1, pair.end, int(last))


def _is_no_date(unit: Unit, folded: Folded, text: str) -> bool:
    """«أب» is a father, August is written with a madda; «1200 قتيل» is no year."""
    if unit.cls == "YEAR":
        return counted(folded.text, unit.end)
    return unit.cls == "MONTHQ" and unit.end - unit.start == 2 and text[folded.offsets[unit.start]] == "أ"
