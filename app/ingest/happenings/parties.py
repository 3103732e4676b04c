"""Who takes part: the subject, the object, مع and بين, of whose it is, and adjectives of nationality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.records import ActorKind, EventType, Participant, Role
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import Phrase, View, adjectival
from app.languages.ar.events import EventWords, load_event_words, readings

_WITH = frozenset({"مع"})
_BETWEEN = frozenset({"بين"})
_AGAINST = frozenset("علي ضد الي نحو باتجاه تجاه".split())
_PLACE = frozenset("في داخل فوق قرب خارج شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عبر لدي قباله".split())
_BY = frozenset("قبل جانب طرف".split())
_HEAD = frozenset("بقياده برئاسه برعايه بحضور بمشاركه بوساطه".split())
_NOT_BEFORE = (
    _PLACE
    | _AGAINST
    | _WITH
    | _BETWEEN
    | frozenset("من عن بعد قبل منذ خلال بحسب وبحسب حسب وفق وفقا ووفق ووفقا".split())
)
_ALL_OF = frozenset({"كل", "كلا"})
_RESUMING = frozenset(
    "منه منها فيه فيها عليه عليها عنه عنها به بها له لها اليه اليها معه معها خلاله خلالها".split()
)
_ENVOYS = frozenset(
    "ممثل ممثلون ممثلين ممثلو مسؤولون مسؤولين مسؤول وفد وفود مندوب مندوبون مبعوث مبعوثون خبراء دبلوماسيون دبلوماسيين وفدا ممثلا".split()
)
_TIMES = frozenset("وقت ختام مستهل اول يوم نهايه بدايه ساعه".split())
_HEADS = frozenset(
    "خارجيه دفاع وزاره حكومه دول دوله جماعه حركه تنظيم حزب مجلس سفاره شبكه وكاله صحيفه ميليشيا مليشيا قوي مسلحو".split()
)
_DURING = frozenset("في وفي خلال وخلال عقب وعقب بعد وبعد اثناء واثناء قبل قبيل لدي".split())
_PRONOUN_THAT = frozenset("انه انها انهم انهما".split())
_JOINING = frozenset("و رفقه برفقه".split())
_LOOSE = frozenset("في من كل ايضا كذلك قد هذه هذا تلك اليوم".split())
_DELEGATION = frozenset("وفد وفدا".split())
_SIDE = frozenset("جهه جانب ناحيه".split())
_COUNTERPART = frozenset(
    "نظيره نظيرها نظيرته ونظيره ونظيرها ونظيرته بنظيره بنظيرها بنظيرته لنظيره لنظيرته".split()
)
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


def cast_of(view: View, found: Candidate, limit: int, words: EventWords) -> Cast:
    """The participants that the clause of a trigger names before token ``limit``."""
    subject = _acting(view, found, words)
    attending = _attending(view, found, words)
    if attending and found.trigger.frame == "mutual":
        return Cast(both=_unique((*subject, *attending)))
    arguments = list(_arguments(view, found, limit, words, subject))
    pair = _pair_word(view, found, subject)
    if _receives(view, found, words) and found.trigger.frame == "directed":
        given = [a.phrase for a in arguments if a.preposition in ("من", "adj", "قبل")]
        return Cast(actors=_unique(given), targets=_unique([p for p in subject if p not in given]), pair=pair)
    if found.trigger.frame == "mutual":
        both = _unique((*subject, *(a.phrase for a in arguments if _meets(found, a))))
        if len(both) == 1:
            both = _unique((*both, *(_counterpart(view, found, both[0]) or _host(view, found))))
        return Cast(both=both, pair=pair)
    return _directed(view, found, subject, arguments, pair)


def _receives(view: View, found: Candidate, words: EventWords) -> bool:
    verb = found.start if found.verbal else found.light
    return verb is not None and view.has(verb, words.cues["receive"])


def _acting(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """Who the verb of the event is said of; nobody where the event itself is its subject."""
    if found.verbal:
        return _subject(view, found.start, found.key if "object" in found.trigger.guards else None)
    if found.light is None:
        return _of_governor(view, found, words)
    if found.light > found.start and view.clauses[found.light] not in view.antecedents:
        return ()
    if found.light > found.start and not _resumed(view, found.light):
        return ()
    if view.has(found.light, words.cues["self_light"]):
        between = range(found.light + 1, found.carrier)
        if not any(k in view.at for k in between):
            return ()
    return _subject(view, found.light)


def _attending(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """«حضر اللقاء فلان … وفلان», «اجتماع …، جمع بين مسؤولين …»: all who are named after the verb."""
    verb = found.light if found.light is not None and view.has(found.light, words.cues["attend"]) else None
    if verb is None and not found.verbal:
        clause = view.clauses[found.start]
        later = range(found.end, min(found.end + 20, len(view.tokens)))
        verb = next(
            (k for k in later if view.verbs[k] is not None and view.parents.get(view.clauses[k]) == clause),
            None,
        )
        if verb is None or not view.has(verb, words.cues["attend"]):
            return ()
    if verb is None:
        return ()
    _, end = view.clause_range(verb)
    topic = next((k for k in range(verb, end) if view.fold(k) in words.cues["purpose"]), end)
    named = [p for p in view.phrases if verb < p.start < topic and not p.adjective]
    people = [p for p in named if p.kind is ActorKind.PERSON]
    return tuple(people or [p for p in named if not _in_place(view, p)])


def _in_place(view: View, phrase: Phrase) -> bool:
    return view.fold(phrase.start - 1) in _PLACE or phrase.prefix[-1:] in ("ل", "ب", "ك")


def _host(view: View, found: Candidate) -> tuple[Phrase, ...]:
    """«وفي لقاء مع العاهل الأردني … وصف بوتين»: whoever the clause is about met the one named."""
    if found.verbal or found.light is not None or view.fold(found.carrier - 1) not in _DURING:
        return ()
    if found.governor is not None:
        return _subject(view, found.governor)
    _, end = view.clause_range(found.start)
    verb = next((k for k in range(found.end, end) if view.verbs[k] is not None), None)
    return _after(view, verb) if verb is not None else ()


def _counterpart(view: View, found: Candidate, known: Phrase) -> tuple[Phrase, ...]:
    """«لن تتعاون مع روسيا … لكنها تنوي عقد مناقشات»: with whom the clause before had to do."""
    outer = view.parents.get(view.clauses[found.start])
    for phrase in view.phrases:
        if view.clauses[phrase.start] == outer and phrase.slug != known.slug:
            k = phrase.start - 1
            while k >= 0 and view.fold(k) in _MARKS:
                k -= 1
            if view.fold(k) in _WITH:
                return (phrase,)
    return ()


def _directed(
    view: View, found: Candidate, subject: Sequence[Phrase], arguments: Sequence[Argument], pair: str | None
) -> Cast:
    """Adjectives and the genitive act; the object and what على, ضد, إلى govern is acted on."""
    actors, targets = list(subject), []
    owner = {"owner", "object"} & found.trigger.guards
    for argument in arguments:
        if argument.preposition in ("قبل", "adj") or (
            not found.verbal and not actors and argument.preposition in ("", "من")
        ):
            actors.append(argument.phrase)
        elif argument.preposition == "الي" and not actors and _modifies(view, found, argument.phrase.start):
            actors.append(argument.phrase)
        elif (
            argument.preposition in _AGAINST
            or argument.preposition == ""
            or (argument.preposition == "بين" and found.trigger.type is EventType.PROPOSAL)
        ):
            targets.append(argument.phrase)
    if owner and found.key is not None:
        targets = [*_owners(view, found, found.key), *targets]
    if "object" in found.trigger.guards and found.verbal:
        downed = [p for p in actors if view.has(p.start, found.trigger.needs)]
        actors, targets = [p for p in actors if p not in downed], [*downed, *targets]
    if owner and found.key is not None:
        near = [p for p in actors if p.adjective and found.key < p.start <= found.key + 4]
        actors, targets = [p for p in actors if p not in near], [*near, *targets]
    if "patient" in found.trigger.guards and not targets and not any(p.adjective for p in actors):
        actors, targets = [], actors
    kept = [t for t in targets if t.slug not in {a.slug for a in actors}]
    return Cast(actors=_unique(actors), targets=_unique(kept), pair=pair)


def _owners(view: View, found: Candidate, key: int) -> Iterator[Phrase]:
    """Whose the airspace, aircraft or ambassador is: adjective, genitive or pronoun after the word."""
    inside = view.at.get(key)
    if inside is not None:
        yield inside
        return
    for k in range(key + 1, min(key + 4, len(view.tokens))):
        nation = view.nations.get(k)
        if nation is not None:
            yield nation
            return
        following = view.starting(k)
        if following is not None:
            if not _attached(following):
                yield following
            return
        if not adjectival(view.fold(k)):
            break
    if any(b.suffix for b in readings(view.fold(key))):
        first, _ = view.clause_range(key)
        verb = next((k for k in range(first, key) if view.verbs[k] is not None), None)
        yield from _subject(view, verb) if verb is not None and verb != found.start else ()


def _meets(found: Candidate, argument: Argument) -> bool:
    if argument.preposition == "ب":
        return argument.phrase.start - found.end <= 1
    if argument.preposition == "من":
        return found.trigger.type is EventType.PHONE_CALL
    return argument.preposition in ("", "adj", "مع", "بين", "الي", "قبل")


def _unique(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    seen: dict[str, Phrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.slug, phrase)
    return tuple(seen.values())


def _subject(view: View, verb: int, barred: int | None = None) -> tuple[Phrase, ...]:
    """Who the finite verb is said of: before it, after it, or as in the clause before.

    ``barred`` is a token of the object, which is no subject.
    """
    reading = view.verbs[verb]
    if reading is not None and reading.person in ("1", "2"):
        return ()
    clause = view.clauses[verb]
    if clause in view.antecedents:
        if _resumed(view, verb):
            return _after(view, verb)
        return _antecedent(view, view.antecedents[clause])
    topic = _as_for(view, clause)
    if topic:
        return topic
    first, _ = view.clause_range(verb)
    if view.fold(first).lstrip("وفبل") in _PRONOUN_THAT and verb - first <= 3:
        return _inherited(view, verb)
    before = _before(view, verb)
    if before:
        return before
    if _common_subject(view, verb):
        return ()
    return _after(view, verb, barred) or _inherited(view, verb)


def _common_subject(view: View, verb: int) -> bool:
    """«أن المجلس كان قد اتهم روسيا»: a common noun heads the clause, so the name after is the object."""
    first, _ = view.clause_range(verb)
    if not view.fold(first).lstrip("وفبل").startswith("ان") or verb - first < 2 or verb - first > 9:
        return False
    head = view.fold(first + 1)
    return (
        head.startswith("ال")
        and first + 1 not in view.at
        and not any(view.verbs[k] is not None and not _auxiliary(view, k) for k in range(first, verb))
    )


def _resumed(view: View, verb: int) -> bool:
    """«الذي انسحبت منه واشنطن», «أطلقه الحوثيون»: the relative is not the subject of its verb."""
    reading = view.verbs[verb]
    if reading is not None and reading.suffix is not None:
        return True
    return view.fold(verb + 1) in _RESUMING


def _as_for(view: View, clause: int) -> tuple[Phrase, ...]:
    """«أما روسيا فتزود …»: the topic before is the subject."""
    parent = view.parents.get(clause)
    if parent is None:
        return ()
    head = next(k for k, c in enumerate(view.clauses) if c == parent)
    return _headed(view, head + 1, head + 4) if view.fold(head) in ("اما", "واما") else ()


def _antecedent(view: View, i: int) -> tuple[Phrase, ...]:
    """What a relative clause is said of; «طياريها الذين» are whose the outer clause is."""
    while i >= 0 and not view.tokens[i].is_word:
        i -= 1
    phrase = view.at.get(i)
    if phrase is not None:
        return (phrase,)
    if i >= 0 and any(b.suffix for b in readings(view.fold(i))):
        verb = next(
            (k for k in range(i, -1, -1) if view.verbs[k] and view.clauses[k] == view.clauses[i]), None
        )
        return _subject(view, verb) if verb is not None else ()
    return ()


def _before(view: View, verb: int) -> tuple[Phrase, ...]:
    """The subject of «إن روسيا وإسرائيل ستنسقان»: names at the head of the clause, no preposition before."""
    first, _ = view.clause_range(verb)
    k = first
    while k < verb and k not in view.at and k - first <= 4:
        if view.has(k, _ALL_OF) and view.fold(k + 1) == "من":
            k += 2
            continue
        if view.fold(k) in _NOT_BEFORE or (view.tokens[k].is_word and k - first > 2):
            return ()
        k += 1
    phrase = view.at.get(k)
    if phrase is None and (owner := _whose(view, first, verb)):
        return owner
    if phrase is None or k >= verb or phrase.prefix[-1:] in ("ل", "ب", "ك"):
        return ()
    if any(view.verbs[j] is not None and not _auxiliary(view, j) for j in range(first, verb)):
        return ()
    return tuple(_chain(view, phrase, verb))


def _whose(view: View, first: int, verb: int) -> tuple[Phrase, ...]:
    """«إن قواتها أسقطت»: forces with a pronoun act for whoever the outer clause is about."""
    for k in range(first, min(first + 3, verb)):
        if view.has(k, load_event_words().classes["agents"]) and any(
            b.suffix for b in readings(view.fold(k))
        ):
            return _inherited(view, verb)
    return ()


def _auxiliary(view: View, j: int) -> bool:
    verb = view.verbs[j]
    return verb is not None and verb.lemma in ("كان", "قام", "اصبح", "ظل", "بدا", "عاد")


def _chain(view: View, phrase: Phrase, limit: int) -> Iterator[Phrase]:
    """A phrase and those joined to it: «روسيا وإسرائيل», «كارتر ونظيره الروسي شويغو»."""
    yield phrase
    k, joined = phrase.end, False
    while k < limit:
        word = view.fold(k)
        following = view.starting(k)
        if following is None and (word in _MARKS or word in _JOINING or word == "،"):
            joined = joined or word in _JOINING or word == "("
            k += 1
        elif following is not None and (following.conjoined or joined or following.slug == phrase.slug):
            yield following
            phrase, k, joined = following, following.end, False
        elif following is not None and following.adjective:
            k = following.end
        elif (
            following is not None
            and phrase.agent
            and following.start == phrase.end
            and len(following.slug) == 2
        ):
            yield following
            phrase, k = following, following.end
        else:
            return


def _after(view: View, verb: int, barred: int | None = None) -> tuple[Phrase, ...]:
    """The subject that follows its verb: the first name that no preposition governs."""
    _, end = view.clause_range(verb)
    if barred is not None:
        end = min(end, view.at[barred].start if barred in view.at else barred)
    k = verb + 1
    while k < min(end, verb + 9):
        if view.clauses[k] != view.clauses[verb] or (k > verb + 1 and view.verbs[k] is not None):
            return ()
        word = view.fold(k)
        phrase = view.starting(k)
        if phrase and not phrase.adjective:
            if phrase.prefix[-1:] in ("ل", "ب", "ك") and not view.has(k - 1, _ENVOYS):
                return ()
            return _led(view, phrase, end) or tuple(_chain(view, phrase, end))
        if word == "من" and view.has(k - 1, _ENVOYS):
            k += 1
            continue
        if phrase or word in _AGAINST | _WITH | _BETWEEN | {"من", "عن", "ان"}:
            return (phrase,) if phrase else ()
        if phrase is None and not _bridges(view, k):
            return ()
        if word == "في" and not view.has(k + 1, _TIMES):
            return ()
        k += 1
    return ()


def _bridges(view: View, k: int) -> bool:
    """A word that may stand between a verb and the name of its subject: a title, forces, a day, a mark."""
    if not view.tokens[k].is_word or k in view.dated or view.fold(k) in _LOOSE:
        return True
    classes = load_event_words().classes
    if view.has(k, classes["agents"]) or view.has(k, classes["titles"]) or view.has(k, _ENVOYS):
        return True
    return view.has(k, _TIMES) or view.has(k, _HEADS) or adjectival(view.fold(k))


def _led(view: View, phrase: Phrase, end: int) -> tuple[Phrase, ...]:
    """«ترأس الوفد الروسي الجنرال …»: the person named after the delegation leads it."""
    following = view.starting(phrase.end)
    if view.has(phrase.start, _DELEGATION) and following and following.kind is ActorKind.PERSON:
        return (following,) if not following.prefix else ()
    return ()


def _inherited(view: View, verb: int) -> tuple[Phrase, ...]:
    """A clause without subject goes on with that of the clause before it («... واتفقا على»)."""
    parent = view.parents.get(view.clauses[verb])
    if parent is None:
        return ()
    earlier = next((k for k in range(verb) if view.clauses[k] == parent and view.verbs[k] is not None), None)
    if earlier is not None:
        return _subject(view, earlier)
    head = next(k for k, c in enumerate(view.clauses) if c == parent)
    return _headed(view, head, verb)


def _of_governor(view: View, found: Candidate, words: EventWords) -> tuple[Phrase, ...]:
    """With «تنوي عقد مناقشات» and «روسيا بصدد بدء محادثات» whoever intends takes part."""
    if "by_speaker" not in found.trigger.guards:
        if view.has(found.carrier, words.cues["existence"]):
            return ()
        if found.carrier == found.start and not _announced_act(view, found):
            return ()
    between = view.at.get(found.start - 1) or view.at.get(found.start - 2)
    if between is not None and found.carrier < between.start:
        return tuple(_chain(view, between, found.start))
    if found.governor is not None:
        return _subject(view, found.governor)
    first, _ = view.clause_range(found.start)
    return _headed(view, first, found.carrier)


def _announced_act(view: View, found: Candidate) -> bool:
    """«تمكنت القوات من اعتراض …», «أعلن الجيش إسقاط …»: a verbal noun right after, with its own object."""
    if found.governor is None or found.trigger.frame != "directed" or found.key is None:
        return False
    if not view.has(found.governor, load_event_words().cues["own_act"]):
        return False
    following = view.starting(found.end)
    if following is not None and not following.start <= found.key < following.end:
        return False
    masdar = any(a.pos == "verbal_noun" for a in view.tokens[found.start].analyses)
    return masdar and not (
        found.bare is not None and (found.bare.definite or found.bare.preposition in ("ل", "ك"))
    )


def _headed(view: View, first: int, limit: int) -> tuple[Phrase, ...]:
    """The names at the head of a clause without verb: «إن روسيا بصدد …»."""
    k = first
    while k < limit and k - first <= 2:
        if view.fold(k) in _NOT_BEFORE:
            return ()
        phrase = view.starting(k)
        if phrase:
            return tuple(_chain(view, phrase, limit)) if phrase.prefix[-1:] not in ("ل", "ب") else ()
        k += 1
    return ()


def _arguments(
    view: View, found: Candidate, limit: int, words: EventWords, used: Sequence[Phrase]
) -> Iterator[Argument]:
    """Actor phrases after the trigger in its clause, up to the next event or where its topic begins."""
    clause = view.clauses[found.end - 1]
    state = _State()
    k = found.end
    while k < limit:
        if view.clauses[k] != clause:
            if view.clauses[k] not in view.antecedents:
                return
            k += 1
            continue
        phrase = view.starting(k)
        if phrase is None or phrase in used:
            if phrase is None:
                _step(view, k, state, words)
            k = phrase.end if phrase else k + 1
            continue
        given = _attached(phrase) or state.preposition
        linked = phrase.conjoined or _after_and(view, k)
        if (linked and _adjoins(view, state.end, k)) or phrase.slug == state.last_slug:
            given = _attached(phrase) or state.last
        elif phrase.adjective and not state.preposition and not state.done and _modifies(view, found, k):
            given = "adj"
        elif state.done and not _attached(phrase) and not state.preposition:
            given = "?"
        if not state.topic or given == "مع":
            yield Argument(given, phrase)
        state.last, state.last_slug = given, phrase.slug
        state.preposition, state.done, state.end = "", given != "adj", phrase.end
        k = phrase.end


@dataclass(slots=True)
class _State:
    """Where the walk over the words after a trigger stands."""

    preposition: str = ""
    last: str = ""
    last_slug: str = ""
    topic: bool = False
    done: bool = False
    end: int = -1


def _adjoins(view: View, end: int, k: int) -> bool:
    """Nothing but marks, adjectives, «و» and «من جهة» between one phrase and the next."""
    return end >= 0 and all(
        not view.tokens[j].is_word
        or view.fold(j) in ("و", "من")
        or view.fold(j) in _SIDE
        or adjectival(view.fold(j))
        for j in range(end, k)
    )


def _after_and(view: View, k: int) -> bool:
    """«و"إسرائيل"»: the conjunction stands apart, before a quotation mark."""
    k -= 1
    while k >= 0 and view.fold(k) in _MARKS:
        k -= 1
    return view.fold(k) == "و"


def _attached(phrase: Phrase) -> str:
    last = phrase.prefix[-1:]
    return {"ل": "الي", "ب": "ب", "ك": "ك"}.get(last, "")


def _modifies(view: View, found: Candidate, k: int) -> bool:
    """Nothing but adjectives stands between the trigger noun and this adjective of nationality."""
    between = range(found.end, k)
    return not found.verbal and all(
        not view.tokens[j].is_word or j in view.at or adjectival(view.fold(j)) for j in between
    )


def _step(view: View, k: int, state: _State, words: EventWords) -> None:
    """Take in one word that is no actor: a preposition, the turn to the topic, or neither."""
    word = view.fold(k)
    if word == "من" and view.fold(k + 1) in _SIDE and view.starting(k + 2) is None:
        return
    if (word == "من" and view.has(k - 1, _ENVOYS)) or k in view.dated:
        state.preposition = "" if k in view.dated else state.preposition
        return
    if word in ("،", "؛", ","):
        state.preposition = ""
    if word in _BY and state.preposition == "من":
        state.preposition = "قبل"
    elif word in _WITH | _BETWEEN | _AGAINST | _PLACE or word in ("من", "عن"):
        state.preposition, state.done = word, False
        state.topic = state.topic and word not in _WITH
    elif word in _COUNTERPART:
        state.preposition, state.done = state.preposition or "مع", False
    elif word in words.cues["purpose"]:
        state.preposition, state.topic = word, True
    elif word[:1] == "ل" and any(a.pos in ("verbal_noun", "verb") for a in view.tokens[k].analyses):
        state.preposition, state.topic = word, True
    elif view.tokens[k].is_word and any(b.preposition in ("ل", "ك") for b in readings(word)[1:2]):
        state.preposition = "?"


def _pair_word(view: View, found: Candidate, subject: Sequence[Phrase]) -> str | None:
    """«الوزيران», «الطرفان», «بينهما», «اتفقا»: persons, sides or whoever met last."""
    first, end = view.clause_range(found.start)
    for k in (*range(found.end, min(end, found.end + 6)), *range(found.start - 1, first - 1, -1)):
        for bare in readings(view.fold(k)):
            if bare.word in _DUAL_PEOPLE and bare.definite:
                return "people"
            if bare.word in _DUAL_SIDES and bare.definite:
                return "sides"
            if bare.word in _BOTH:
                sides = any(b.word in _DUAL_SIDES for t in view.tokens for b in readings(t.fold))
                return "sides" if sides else "any"
    reading = view.verbs[found.start] if found.verbal else None
    dual = reading is not None and reading.number == "d" and len(subject) < 2
    return "any" if dual and found.trigger.frame == "mutual" else None


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
    if ActorKind.PERSON not in kinds or (ActorKind.COUNTRY not in kinds and len(cast.both) > 1):
        return cast
    raised = [
        replace(p, slug=p.country, kind=ActorKind.COUNTRY) if p.kind is ActorKind.PERSON and p.country else p
        for p in cast.both
    ]
    return replace(cast, both=_unique(raised))
