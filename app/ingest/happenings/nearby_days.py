"""Days that other clauses of the sentence give an event, and days counted from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.edtf import date_span
from app.domain.records import DatedWords, EventType
from app.domain.time import DateMention, DateSpan
from app.ingest.happenings.clauses import AND_INDEED
from app.ingest.happenings.foreign_days import MEASURES, first_since
from app.ingest.happenings.particles import STOPS
from app.ingest.happenings.targets import deaths_before
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.temporal.context import Context
from app.ingest.temporal.find import find
from app.languages.ar.events import EventWords

Dated = Sequence[tuple[int, DateMention]]

#: So many words after its noun a relative clause may begin.
_RELATIVE_REACH = 16
#: … and a plan for it may be told: «زيارة لأنقرة كانت مقررة الأربعاء».
_PLAN_REACH = 14
_PLANNED = frozenset(
    "مقررا مقرر مقرره المقرر المقرره مزمعا مزمعه المزمع المزمعه مفترضا مفترضه المفترض مرتقبا مرتقبه".split()
)
#: «منذ اندلاع النزاع عام 2011»: since then.
_BEGINNINGS = frozenset("بدايه بدء اندلاع انطلاق نشوب قيام اندلعت بدات انطلقت تفجر".split())
_SINCE_REACH = 8
#: Clauses that tell what happened meanwhile …
_MEANWHILE = frozenset("عندما حينما فيما بينما حين لما".split())
#: … or before, which falls into a month or year as well.
_AFTER_THAT = frozenset({"بعدما"})
_MONTH = timedelta(days=27)
#: «بعد ثلاثة أيام فقط من لقائه».
_COUNTED_REACH = 7


def told_in(view: View, found: Candidate, words: EventWords) -> Iterator[int]:
    """«محادثات فلان وفلان التي جرت قبل أيام»: the relative clause that carries the event.

    One that describes what is acted on («رفع الحظر الذي فرضته قبل عام») does not.
    """
    if found.verbal:
        return
    for clause, antecedent in view.antecedents.items():
        if (
            view.parents[clause] != view.clauses[found.start]
            or not found.start <= antecedent <= found.end + _RELATIVE_REACH
            or (found.trigger.frame == "directed" and found.end <= antecedent == found.key)
        ):
            continue
        first, end = view.bounds[clause]
        verb = next((k for k in range(first, end) if view.verbs[k] is not None), None)
        if verb is not None and view.has(verb, words.cues["self_light"] | words.cues["light"]):
            between = range(found.end, max(found.end, antecedent + 1))
            if not any(words.noun(view.fold(k)) is not None for k in between if k not in view.at):
                yield clause


def nearby(view: View, found: Candidate, dated: Dated, words: EventWords) -> DatedWords | None:
    """A day for an event whose own clause has none."""
    begun = [m for at, m in dated if _begins_it(view, found, at, words)]
    if begun:
        lasting = found.trigger.type is not EventType.VISIT
        return _since(begun[0]) if lasting else worded(begun[0], "begun")
    plan = next((m for at, m in dated if _planned_for(view, found, at, words)), None)
    if plan is not None:
        return worded(plan, "planned")
    tied = found.verbal or found.light is not None or deaths_before(view, found) is not None
    return _outer(view, found, dated) if tied else None


def worded(mention: DateMention, rule: str) -> DatedWords | None:
    window = mention.window
    if window is None:
        return None
    return DatedWords(window, mention.span.text, f"{rule}:{mention.rule}")


def _outer(view: View, found: Candidate, dated: Dated) -> DatedWords | None:
    """The day of the clause that this one goes on from or stands beside."""
    clause = view.clauses[found.start]
    if _described(view, found):
        return None
    while _coordinate(view, clause):
        clause = view.parents[clause]
        if clause in view.antecedents:  # «في العملية التي أطلقها الجيش في نيسان وتم الاتفاق على …»
            clause = view.parents[clause]
        outer = _before(view, found, dated, clause)
        if outer:
            return worded(outer[-1], "sentence")
    if clause not in view.parents or clause in view.antecedents:
        return None
    parent, opener = view.parents[clause], view.fold(view.bounds[clause][0])
    outer = [] if _says(view, parent) or _goes_on(view, found) else _before(view, found, dated, parent)
    after = opener in _AFTER_THAT or (opener == "ان" and view.fold(view.bounds[clause][0] - 1) == "بعد")
    if outer and (opener in _MEANWHILE or (after and _long(outer[-1]))):
        return worded(outer[-1], "meanwhile")
    return None


def _described(view: View, found: Candidate) -> bool:
    """«تخفيف العقوبات التي فرضها الغرب»: its own relative clause tells it, and no clause before."""
    return not found.verbal and found.light is not None and view.clauses[found.light] in view.antecedents


def _before(view: View, found: Candidate, dated: Dated, clause: int) -> list[DateMention]:
    return [m for at, m in dated if view.clauses[at] == clause and at < found.start]


def _goes_on(view: View, found: Candidate) -> bool:
    """«اتفقا الاثنين، فيما تعزز موسكو دعمها»: what is told in the present has no day."""
    reading = view.verbs[found.start if found.verbal else found.light or 0]
    return reading is not None and reading.aspect != "p"


def _says(view: View, clause: int) -> bool:
    """«قال الأحد … فيما شنت روسيا غارات»: the day of speaking is that of nothing else."""
    first, end = view.bounds[clause]
    return any(first <= k < end for k in view.speakers)


def _long(mention: DateMention) -> bool:
    value = mention.value
    if value is None or value.earliest is None or value.latest is None:
        return False
    return value.latest - value.earliest >= _MONTH


def _coordinate(view: View, clause: int) -> bool:
    """A clause that و or ف and its verb open goes on with the day of the clause before."""
    if clause not in view.parents or clause in view.antecedents:
        return False
    first, end = view.bounds[clause]
    return view.verbs[first] is not None or (view.fold(first) in AND_INDEED and first + 1 < end)


def _begins_it(view: View, found: Candidate, at: int, words: EventWords) -> bool:
    """«زيارة ...، بدأها منتصف الشهر»: a clause after the noun that says when it began."""
    first, _ = view.clause_range(at)
    if first <= found.start:
        return False
    verb = next((k for k in range(first, at) if view.verbs[k] is not None), None)
    if verb is None or found.verbal:
        return False
    reading = view.verbs[verb]
    begins = view.has(verb, words.cues["begin"])
    relative = view.clauses[at] in view.antecedents and at - found.end <= 12
    return begins and reading is not None and (relative or view.fold(verb).endswith(("ها", "ه")))


def _since(mention: DateMention) -> DatedWords | None:
    """«الذي بدأ عام 2015»: open towards the present."""
    value = mention.value
    if value is None or "/" in value.edtf:
        return worded(mention, "begun")
    return DatedWords(
        DateSpan(f"{value.edtf}/..", value.earliest, None), mention.span.text, f"begun:{mention.rule}"
    )


def _planned_for(view: View, found: Candidate, at: int, words: EventWords) -> bool:
    """«ألغى زيارة لأنقرة كانت مقررة الأربعاء»: the day for which it was planned."""
    if found.verbal or not found.end < at <= found.end + _PLAN_REACH:
        return False
    between = [k for k in range(found.end, at) if k not in view.at]
    plan = next((k for k in between if view.fold(k) in _PLANNED), None)
    if plan is None or any(view.fold(k) in STOPS for k in range(plan, at)):
        return False
    return not any(words.noun(view.fold(k)) is not None for k in between)


def since_beginning(view: View, found: Candidate, dated: Dated, words: EventWords) -> DatedWords | None:
    """«شنت مئات الغارات منذ اندلاع النزاع عام 2011»: from then on."""
    for at, mention in dated:
        value, reach = mention.value, range(max(found.end, at - _SINCE_REACH), at)
        begun = (k for k in reach if view.fold(k) == "منذ" and view.has(k + 1, _BEGINNINGS))
        if next(begun, None) is None or first_since(view, found, at, words):
            continue
        if value is not None and "/" not in value.edtf:
            span = DateSpan(f"{value.edtf}/..", value.earliest, None)
            return DatedWords(span, mention.span.text, f"since:{mention.rule}")
    return None


def counted_back(view: View, found: Candidate, dated: Dated) -> DatedWords | None:
    """«قال الثلاثاء … بعد ثلاثة أيام من لقائه»: about so many days before the day of the verb."""
    if found.verbal or view.fold(found.carrier - 1) not in ("من", "علي"):
        return None
    reach = range(found.carrier - 2, max(-1, found.carrier - 2 - _COUNTED_REACH), -1)
    after = next((k for k in reach if view.fold(k).removeprefix("و") == "بعد"), None)
    if after is None or not any(view.has(k, MEASURES) for k in range(after + 1, found.carrier - 1)):
        return None
    days = [m.value.earliest for at, m in dated if at < after and m.value and m.value.is_day]
    length = " ".join(view.tokens[k].span.text for k in range(after + 1, found.carrier - 1))
    counted = next(iter(find(f"قبل {length}")), None)
    if not days or counted is None or days[-1] is None:
        return None
    edtf = counted.value(Context(days[-1])).edtf
    if edtf is None:
        return None
    return DatedWords(date_span(edtf if edtf.endswith("~") else f"{edtf}~"), None, "counted")
