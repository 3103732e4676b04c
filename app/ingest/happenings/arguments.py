"""The actors named around a trigger, each with the slot it fills, and who sponsors or attends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.chunks import walked
from app.ingest.happenings.joining import chain, numbered, serial_from
from app.ingest.happenings.particles import (
    ALL_OF,
    ALONG_WITH,
    DELEGATIONS,
    DURING,
    ENVOYS,
    LOOSE,
    MANY,
    SPONSORS,
    STOPS,
    TAKING_PART,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.states import adjectival
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.walking import Argument
from app.languages.ar.events import EventWords, load_event_words
from app.languages.ar.frames import load_frames


def arguments_of(
    view: View, found: Candidate, limit: int, words: EventWords, used: Sequence[Phrase]
) -> Iterator[Argument]:
    """Actor phrases after the trigger in its clause, up to the next event or where its topic begins."""
    clauses = {view.clauses[found.end - 1]}
    if found.light is not None and found.light >= found.end:
        clauses.add(view.clauses[found.light])
    inside = view.at.get(found.end - 1)  # «انتشار القوات التركية»: its last word begins who acts
    first = inside.start if inside is not None and found.start < inside.start else found.end
    yield from walked(view, found, (first, _reach(view, found, limit)), clauses, words, used)


def owners_between(view: View, found: Candidate, start: int, end: int, words: EventWords) -> list[Phrase]:
    """Who is named by, or owns, the first noun without preposition in tokens ``[start, end)``."""
    clauses = {view.clauses[start]} if start < len(view.tokens) else set()
    walk = walked(view, found, (start, end), clauses, words, ())
    return [a.phrase for a in walk if (a.place if a.head is not None else a.preposition) == ""]


def met_between(view: View, found: Candidate, start: int, end: int, words: EventWords) -> list[Phrase]:
    """Who stands alone, with «مع» or «بين», in tokens ``[start, end)``."""
    walk = walked(view, found, (start, end), {view.clauses[start]}, words, ())
    return [a.phrase for a in walk if a.head is None and a.preposition in ("", "مع", "بين")]


def _reach(view: View, found: Candidate, limit: int) -> int:
    """Where the arguments end: at the next event, unless that is told aside or joined to this one.

    «سيلتقي فلان، الذي وصل …، مع فلان», «التقى فور وصوله فلانا», «المحادثات والاتفاقيات مع قطر»; nor does
    the verb of its own that tells it («ضربات أصابت أهدافا لفلان»).
    """
    limit = _told_of_it(view, found, limit)
    if limit >= len(view.tokens):
        return limit
    end = view.clause_range(found.start)[1]
    if load_frames().of(found.trigger).through:
        return end
    if found.light == limit:
        return view.clause_range(limit)[1]
    if not found.verbal and _about_it(view, found, limit):
        return end
    if not found.verbal:
        return min(end, limit + JOINED) if _joined(view, found, limit) else limit
    inner = view.clauses[limit]
    if limit == found.end and view.fold(limit).startswith("ال"):
        return end  # «أطاحت الثورة بالرئيس»: the event named next is its subject
    aside = inner in view.antecedents and view.parents[inner] == view.clauses[found.start]
    adjunct = view.fold(limit - 1).removeprefix("و") in DURING
    apart = view.fold(limit - 2) == "،" and bool(pronoun_on(view.tokens[limit]))
    adjunct = adjunct and (apart or _coming(view, limit))  # «كلف فلان، فور انتخابه، فلانا»
    return end if aside or (adjunct and inner == view.clauses[found.start]) else limit


def _told_of_it(view: View, found: Candidate, limit: int) -> int:
    """«وعقب الهجوم، حذر السفير …»: past the verb of the clause that a named act opens nobody is its party."""
    if found.verbal or found.trigger.frame != "directed" or found.governor is not None:
        return limit
    first, _ = view.clause_range(found.start)
    verbs = (k for k in range(found.end, limit) if view.verbs[k] is not None and k not in view.dated)
    verb = next((k for k in verbs if view.clauses[k] == view.clauses[found.start]), limit)
    fronted = found.carrier - first <= 1 and view.fold(first).removeprefix("و") in FRONTS
    return verb if fronted and verb != found.light else limit


def _coming(view: View, k: int) -> bool:
    """«التقى فور وصوله فلانا», but «وصل بعد لقائه فلانا»."""
    words = load_event_words()
    bare = words.noun(view.fold(k))
    if bare is None or not pronoun_on(view.tokens[k]):
        return False
    return any(t.type is EventType.VISIT for _, t in words.by_noun[bare.word])


def _about_it(view: View, found: Candidate, k: int) -> bool:
    """«محادثات تبادل الأسرى بين …»: the event named next is what this one is about."""
    genitive = k == found.end and view.verbs[k] is None and not view.fold(k).startswith(("و", "ب", "ل"))
    return genitive and found.trigger.frame == "mutual" and not found.definite


def _joined(view: View, found: Candidate, k: int) -> bool:
    """Only adjectives stand between a noun and the next, which «و» joins to it."""
    between = range(found.end, k)
    apart = view.verbs[k] is not None or view.clauses[k] != view.clauses[found.start]
    return not apart and view.fold(k)[0] == "و" and all(adjectival(view.fold(j)) for j in between)


#: So many words after the noun that «و» joins to another may name who takes part in both.
JOINED = 7


def sponsors_of(view: View, found: Candidate) -> Iterator[Phrase]:
    """«برعاية أممية», «بحضور وزير الخارجية فلان»: who has a hand in a meeting or is there too."""
    clause = view.clauses[found.start]
    for k in range(found.end, min(found.end + 40, len(view.tokens))):
        here = view.clauses[k]
        if here != clause and view.parents.get(here) != clause:
            return
        word = view.fold(k).removeprefix("و")
        if word in TAKING_PART or (word in SPONSORS and FAMILY_OF[found.trigger.type] is Family.CONTACT):
            yield from _named_at(view, k + 1)


def askers_of(view: View, found: Candidate) -> Iterator[Phrase]:
    """«… بطلب من قطر», «بناء على طلب الجانب المصري»: at whose request it is done."""
    for k in range(found.end, min(found.end + 30, len(view.tokens))):
        if view.clauses[k] != view.clauses[found.start] or view.fold(k) in STOPS - _COMMAS:
            return
        asked = view.fold(k) in _ASKED or (
            view.fold(k).removeprefix("ل") in _REQUESTS
            and any(view.fold(j) in _ON_REQUEST for j in (k - 1, k - 2))
        )
        if asked:
            begins = k + 2 if view.fold(k + 1) == "من" else k + 1
            bare = begins not in view.at and view.fold(begins).startswith("ال") and begins + 1 in view.nations
            yield from _named_at(view, begins + bare)  # «الجانب المصري», «السلطات المصرية»
            return


#: Before what happened, at the head of a clause about something else.
FRONTS = frozenset("بعد عقب اثر قبل خلال غداه منذ فور قبيل بعيد".split())
_ASKED = frozenset({"بطلب"})
_REQUESTS = frozenset({"طلب", "رغبه"})
_ON_REQUEST = frozenset({"بناء", "استجابه", "تلبيه", "نزولا"})
_COMMAS = frozenset("،,")


def _named_at(view: View, k: int) -> Iterator[Phrase]:
    """The phrase that begins at a token with those joined to it, or the state of an adjective there."""
    while view.has(k, ALL_OF | LOOSE | DELEGATIONS | MANY | ENVOYS) or (
        view.fold(k) == "من" and k not in view.at
    ):
        k += 1
    yield from numbered(view, k)
    phrase = view.starting(k) or view.nations.get(k)
    if phrase is not None and serial_from(view, phrase):
        yield from chain(view, phrase, len(view.tokens))
        return
    while phrase is not None:
        yield phrase
        k = phrase.end
        phrase = view.starting(k) or view.nations.get(k)
        if phrase is not None and not view.fold(k).startswith("و"):
            return


def companions(view: View, found: Candidate) -> Iterator[Phrase]:
    """«وصل الوزير برفقة فلان وفلان», «يرافقه فلان»: who comes along on a visit."""
    clause = view.clauses[found.start]
    for k in range(found.end, min(found.end + 40, len(view.tokens))):
        if view.clauses[k] != clause and view.parents.get(view.clauses[k]) != clause:
            return
        named = view.starting(k + 1)
        if view.fold(k) in ALONG_WITH and named is not None:
            yield from (p for p in chain(view, named, len(view.tokens)) if p.kind is ActorKind.PERSON)
