"""Who takes part: the subject, the object, مع and بين, of whose it is, and adjectives of nationality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.records import ActorKind, Participant, Role
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import Phrase, View
from app.languages.ar.events import EventWords, readings

_WITH = frozenset({"مع"})
_BETWEEN = frozenset({"بين"})
_AGAINST = frozenset("علي ضد الي نحو باتجاه تجاه".split())
_PLACE = frozenset("في داخل فوق قرب خارج شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عبر لدي قباله".split())
_BY = frozenset("قبل جانب طرف".split())
_HEAD = frozenset("بقياده برئاسه برعايه بحضور بمشاركه بوساطه".split())
_MARKS = frozenset("\"'()[]-")
_DUAL_PEOPLE = frozenset("وزيران وزيرين رئيسان رئيسين زعيمان زعيمين رجلان رجلين مسؤولان مسؤولين".split())
_DUAL_SIDES = frozenset("طرفان طرفين جانبان جانبين بلدان بلدين دولتان دولتين جيشان جيشين جاران جارين".split())
_BOTH = frozenset("بينهما معهما كلاهما كليهما".split())


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor phrase with the preposition that governs it; empty where there is none."""

    preposition: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part, by side: ``actors`` act, ``targets`` are acted on, ``both`` meet as equals."""

    actors: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    both: tuple[Phrase, ...] = ()
    pair: str | None = None

    @property
    def everyone(self) -> tuple[Phrase, ...]:
        return (*self.actors, *self.both, *self.targets)


def cast_of(view: View, found: Candidate, words: EventWords) -> Cast:
    """The participants that the clause of a trigger names."""
    verb = found.start if found.verbal else found.light
    subject = _subject(view, verb, words) if verb is not None else _of_governor(view, found, words)
    used = {id(p) for p in subject}
    start = found.end if not found.verbal or not subject else found.end
    arguments = [a for a in _arguments(view, start, found, words) if id(a.phrase) not in used]
    pair = _pair_word(view, found)
    if found.trigger.frame == "mutual":
        return Cast(both=_unique((*subject, *(a.phrase for a in arguments if _meets(a)))), pair=pair)
    return _directed(view, found, subject, arguments, pair)


def _directed(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], pair: str | None
) -> Cast:
    actors, targets = list(subject), []
    for argument in arguments:
        if argument.preposition in _PLACE or argument.preposition in ("عن", "بين"):
            continue
        if argument.preposition == "من":
            if not actors and not found.verbal:
                actors.append(argument.phrase)
        elif (
            argument.preposition in ("قبل", "جانب")
            or argument.preposition in ("مع",)
            or (argument.preposition in ("", "adj") and not found.verbal and not actors)
        ):
            actors.append(argument.phrase)
        elif argument.preposition == "adj" and not found.verbal and found.light is None:
            actors.append(argument.phrase) if len(actors) < 2 and argument.phrase.conjoined else None
        else:
            targets.append(argument.phrase)
    return Cast(actors=_unique(actors), targets=_unique(targets), pair=pair)


def _meets(argument: Argument) -> bool:
    return argument.preposition not in _PLACE and argument.preposition not in ("علي", "عن", "ضد", "من")


def _unique(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    seen: dict[str, Phrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.slug, phrase)
    return tuple(seen.values())


def _subject(view: View, verb: int, words: EventWords) -> tuple[Phrase, ...]:
    """Who the finite verb is said of: before it, after it, or as in the clause before."""
    clause = view.clauses[verb]
    if clause in view.antecedents:
        return _ending_at(view, view.antecedents[clause])
    before = _before(view, verb)
    if before:
        return before
    after = _after(view, verb)
    if after:
        return after
    return _inherited(view, verb, words)


def _ending_at(view: View, i: int) -> tuple[Phrase, ...]:
    """The phrases that end at or just before token ``i``: the antecedent of a relative."""
    while i >= 0 and (not view.tokens[i].is_word):
        i -= 1
    phrase = view.at.get(i)
    return (phrase,) if phrase else ()


def _before(view: View, verb: int) -> tuple[Phrase, ...]:
    """The subject of «إن روسيا وإسرائيل ستنسقان»: names at the head of the clause, no preposition before."""
    first, _ = view.clause_range(verb)
    k = first
    while k < verb and (not view.tokens[k].is_word or k not in view.at) and k - first <= 2:
        if view.fold(k) in _PLACE | _AGAINST | _WITH | {"من", "عن", "بين", "بعد", "قبل", "منذ", "خلال"}:
            return ()
        k += 1
    phrase = view.starting(k)
    if phrase is None or k >= verb or phrase.prefix[-1:] in ("ل", "ب", "ك"):
        return ()
    if any(view.verbs[j] is not None and not _auxiliary(view, j) for j in range(first, verb)):
        return ()
    return tuple(_chain(view, phrase, verb))


def _auxiliary(view: View, j: int) -> bool:
    verb = view.verbs[j]
    return verb is not None and verb.lemma in ("كان", "قام", "اصبح", "ظل", "بدا", "عاد")


def _chain(view: View, phrase: Phrase, limit: int) -> Iterator[Phrase]:
    """A phrase and those joined to it: «روسيا وإسرائيل», «كارتر ونظيره الروسي شويغو»."""
    yield phrase
    k = phrase.end
    while k < limit:
        if view.fold(k) in _MARKS or view.fold(k) == "،":
            k += 1
            continue
        following = view.starting(k)
        if following and (following.conjoined or following.slug == phrase.slug or view.fold(k - 1) == "و"):
            yield following
            phrase, k = following, following.end
        elif view.fold(k).startswith("ونظير"):
            k += 1
            while k < limit and (following := view.at.get(k)) is not None and following.adjective:
                k += 1
            following = view.at.get(k)
            if following:
                yield following
            return
        elif following and following.adjective:
            k = following.end
        else:
            return


def _after(view: View, verb: int) -> tuple[Phrase, ...]:
    """The subject that follows its verb: the first name that no preposition governs."""
    k = verb + 1
    clause = view.clauses[verb]
    while k < len(view.tokens) and view.clauses[k] == clause and k - verb <= 8:
        if k > verb + 1 and view.verbs[k] is not None:
            return ()
        word = view.fold(k)
        phrase = view.starting(k)
        if phrase and not phrase.adjective:
            if phrase.prefix[-1:] in ("ل", "ب", "ك"):
                return ()
            end = max(j for j, c in enumerate(view.clauses) if c == clause) + 1
            return tuple(_chain(view, phrase, end))
        if phrase and phrase.adjective:
            return (phrase,)
        if word in _AGAINST | _WITH | _BETWEEN | {"من", "عن", "في"}:
            return ()
        k += 1
    return ()


def _inherited(view: View, verb: int, words: EventWords) -> tuple[Phrase, ...]:
    """A clause without subject goes on with that of the clause before it («... واتفقا على»)."""
    clause = view.clauses[verb]
    parent = view.parents.get(clause)
    if parent is None:
        return ()
    earlier = [
        k for k, c in enumerate(view.clauses) if c == parent and view.verbs[k] is not None and k < verb
    ]
    if not earlier:
        return ()
    return _subject(view, earlier[0], words)


def _of_governor(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """With «تنوي عقد مناقشات» and «أعرب عن أمله بإجراء» whoever intends takes part."""
    if found.governor is None or found.carrier == found.start:
        return ()
    return _subject(view, found.governor, words)


def _arguments(view: View, start: int, found: Candidate, words: EventWords) -> Iterator[Argument]:
    """Actor phrases after the trigger in its clause, up to where the clause turns to its topic."""
    clause = view.clauses[found.end - 1]
    preposition, topic, k = "", False, start
    while k < len(view.tokens):
        if view.clauses[k] != clause:
            if view.clauses[k] not in view.antecedents:
                return
            k += 1
            continue
        phrase = view.starting(k)
        if phrase is None:
            preposition, topic = _governing(view, k, preposition, topic, words)
            k += 1
            continue
        given = _attached(phrase) or preposition
        if phrase.adjective:
            noun_here = k == found.end or _only_adjectives(view, found.end, k)
            given = "adj" if noun_here and not preposition else given
        if not topic or given == "مع":
            yield Argument(given, phrase)
        if not phrase.adjective and preposition not in ("بين",):
            following = view.starting(phrase.end)
            if not (following and following.conjoined) and view.fold(phrase.end) != "،":
                preposition = "?" if given else "!"
        k = phrase.end


def _attached(phrase: Phrase) -> str:
    last = phrase.prefix[-1:]
    return {"ل": "الي", "ب": "ب", "ك": "ك"}.get(last, "")


def _only_adjectives(view: View, start: int, end: int) -> bool:
    """Nothing but indefinite or definite adjectives stands between: no noun takes the nationality."""
    return all(not view.tokens[k].is_word or k in view.at or _adjectival(view, k) for k in range(start, end))


def _adjectival(view: View, k: int) -> bool:
    return any(b.word.endswith(("ي", "يه")) or b.word in _ADJECTIVES for b in readings(view.fold(k)))


_ADJECTIVES = frozenset(
    "مشترك مشتركه متكرر متكرره رفيع رفيعه مستوي المستوي مفاجئ مفاجئه طارئ طارئه جديد جديده اخير اخيره".split()
)


def _governing(view: View, k: int, preposition: str, topic: bool, words: EventWords) -> tuple[str, bool]:
    word = view.fold(k)
    if word in _WITH | _BETWEEN | _AGAINST | _PLACE or word in ("من", "عن"):
        return word, topic and word not in _WITH
    if word in _BY and preposition == "من":
        return "قبل", topic
    if word in ("ونظيره", "نظيره", "نظيرها", "ونظيرها", "بنظيره", "لنظيره", "ونظيرته", "نظيرته"):
        return preposition or "مع", topic
    if word in words.cues["purpose"]:
        return word, True
    if word[:1] == "ل" and any(a.pos in ("verbal_noun", "verb") for a in view.tokens[k].analyses):
        return word, True
    return preposition, topic


def _pair_word(view: View, found: Candidate) -> str | None:
    """«الوزيران», «الطرفان», «بينهما» in the clause: persons, sides or whoever met last."""
    first, end = view.clause_range(found.start)
    for k in range(first, end):
        for bare in readings(view.fold(k)):
            if bare.word in _DUAL_PEOPLE and bare.definite:
                return "people"
            if bare.word in _DUAL_SIDES and bare.definite:
                return "sides"
            if bare.word in _BOTH:
                return "any"
    return None


def participants(cast: Cast, mutual: bool) -> tuple[Participant, ...]:
    """Roles for the record; one actor stands once, under the first role it has."""
    if mutual:
        roles = [(p, Role.PARTICIPANT) for p in cast.everyone]
    else:
        roles = [(p, Role.SOURCE) for p in (*cast.actors, *cast.both)] + [
            (p, Role.TARGET) for p in cast.targets
        ]
    found: dict[str, Participant] = {}
    for phrase, role in roles:
        found.setdefault(phrase.slug, Participant(phrase.slug, role))
    return tuple(found.values())


def states_if_mixed(cast: Cast) -> Cast:
    """Talks of a minister with a state are talks of the states."""
    kinds = {p.kind for p in cast.both}
    if ActorKind.COUNTRY not in kinds or ActorKind.PERSON not in kinds:
        return cast
    raised = [
        replace(p, slug=p.country, kind=ActorKind.COUNTRY) if p.kind is ActorKind.PERSON and p.country else p
        for p in cast.both
    ]
    return replace(cast, both=_unique(raised))
