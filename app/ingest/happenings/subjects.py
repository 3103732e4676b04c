"""Who the subject of a finite verb is: before it, after it, as in the clause before, or what it describes."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind
from app.ingest.happenings.bridging import SEVERAL, arms_of, bridges, officials_of, past_goal, sent_arms
from app.ingest.happenings.dropped import differs, gone_on_with, names_nobody, such_people, unknown_people
from app.ingest.happenings.joining import OF_TWO, chain, headed, numbered, pair_ending
from app.ingest.happenings.particles import (
    ACCUSES,
    ALL_OF,
    ARMS,
    BEFORE_NOUNS,
    BELONGING,
    DELEGATION,
    ENVOYS,
    LOOSE,
    PRONOUN_THAT,
    RESUMING,
    SIDE,
    THAT_BARE,
    TIMES,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words


def subject_of(view: View, verb: int, barred: int | None = None) -> tuple[Phrase, ...]:
    """Who the finite verb is said of: before it, after it, or as in the clause before.

    ``barred`` is a token of the object, which is no subject.
    """
    reading = view.verbs[verb]
    if reading is not None and reading.person in ("1", "2"):
        return ()
    clause = view.clauses[verb]
    if sent_arms(view, verb):
        return subject_after(view, verb)
    if clause in view.antecedents:
        if resumed(view, verb):
            return subject_after(view, verb) or _outer(view, verb)
        return _antecedent(view, view.antecedents[clause])
    if topic := _as_for(view, clause):
        return topic
    first, _ = view.clause_range(verb)
    if view.fold(first).lstrip("وفبل") in PRONOUN_THAT and verb - first <= 3:
        return inherited(view, verb)
    if before := _before(view, verb) or _done_before(view, verb) or such_people(view, verb):
        return before
    return () if _common_subject(view, verb) else _after_or_known(view, verb, barred)


def _outer(view: View, verb: int) -> tuple[Phrase, ...]:
    """«قال فلان في مؤتمر عقده أمس»: the clause that the relative stands in has the same subject."""
    parent = view.parents[view.clauses[verb]]
    if view.fold(verb + 1).startswith("ال") and verb + 1 not in view.dated:
        return ()  # a subject that nobody knows: «فرضها الغرب»
    outer = next((k for k in range(verb - 1, -1, -1) if view.clauses[k] == parent and view.verbs[k]), None)
    if outer is not None and view.has(outer, ACCUSES):  # «حمّل فلان الجيش مسؤولية هجمات شنها …»
        accusers = subject_of(view, outer)
        after = [p for p in view.phrases if outer < p.start < verb and p not in accusers and not p.adjective]
        return tuple(after[:1]) if accusers else ()
    return subject_of(view, outer) if outer is not None else ()


def _after_or_known(view: View, verb: int, barred: int | None) -> tuple[Phrase, ...]:
    """The subject after the verb; who is known to speak; that of the clause or the sentences before."""
    after = subject_after(view, verb, barred)
    if after and not _follows_as_object(view, verb, after[0]):
        return after
    if not after and verb in view.speakers and not differs(view.speakers[verb], view.verbs[verb]):
        return (view.speakers[verb],)
    if not after and unknown_people(view, verb):
        return ()
    return inherited(view, verb) or gone_on_with(view, verb) or after


def _follows_as_object(view: View, verb: int, phrase: Phrase) -> bool:
    """«أن تلتقي الرئيس»: right after the verb stands somebody of the other gender."""
    return phrase.start == verb + 1 and differs(phrase, view.verbs[verb])


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


def resumed(view: View, verb: int) -> bool:
    """«الذي انسحبت منه واشنطن», «أطلقه الحوثيون»: the relative is not the subject of its verb."""
    reading = view.verbs[verb]
    if reading is not None and reading.suffix is not None:
        return True
    return view.fold(verb + 1) in RESUMING


def _as_for(view: View, clause: int) -> tuple[Phrase, ...]:
    """«أما روسيا فتزود …»: the topic before is the subject."""
    parent = view.parents.get(clause)
    if parent is None:
        return ()
    head = view.bounds[parent][0]
    return headed(view, head + 1, head + 4) if view.fold(head) in ("اما", "واما") else ()


def _antecedent(view: View, i: int) -> tuple[Phrase, ...]:
    """What a relative clause is said of; «طياريها الذين» are whose the outer clause is."""
    while i >= 0 and not view.tokens[i].is_word:
        i -= 1
    phrase = view.at.get(i)
    if phrase is not None:
        man = phrase.kind is ActorKind.PERSON and phrase.gender == "m"
        if view.fold(phrase.end) in OF_TWO:
            return pair_ending(view, phrase)
        return () if man and view.fold(phrase.end) == "التي" else (phrase,)
    if i >= 0 and pronoun_on(view.tokens[i]):
        verb = next(
            (k for k in range(i, -1, -1) if view.verbs[k] and view.clauses[k] == view.clauses[i]), None
        )
        return subject_of(view, verb) if verb is not None else ()
    return ()


def _before(view: View, verb: int) -> tuple[Phrase, ...]:
    """The subject of «إن روسيا وإسرائيل ستنسقان»: names at the head of the clause, no preposition before."""
    first, _ = view.clause_range(verb)
    auxiliary = next((j for j in range(first, verb) if _auxiliary(view, j)), None)
    if auxiliary is not None and (between := subject_after(view, auxiliary)):
        return between if between[-1].end <= verb else ()
    if theirs := _belonging(view, first, verb) or numbered(view, verb - 2):
        return theirs
    k = first
    while k < verb and k not in view.at and k - first <= 4:
        if view.has(k, ALL_OF) and view.fold(k + 1) == "من":
            k += 2
            continue
        if view.fold(k).removeprefix("و") in BEFORE_NOUNS or (view.tokens[k].is_word and k - first > 2):
            return ()
        k += 1
    phrase = view.at.get(k)
    if phrase is None and (owner := _whose(view, first, verb)):
        return owner
    if phrase is None or k >= verb or phrase.prefix[-1:] in ("ل", "ب", "ك"):
        return ()
    if any(view.verbs[j] is not None and not _auxiliary(view, j) for j in range(first, verb)):
        return ()
    if view.fold(verb - 1) in _AFTER_DATELINE:
        return ()
    return tuple(chain(view, phrase, verb))


def _done_before(view: View, verb: int) -> tuple[Phrase, ...]:
    """«سبق لفلان أن أعلن», «لا يمكن لقطر أن …»: whoever «ل» names before «أن»."""
    if view.fold(verb - 1) != "ان" or verb < 3:
        return ()
    doer = view.at.get(verb - 2)
    named = doer is not None and doer.prefix[-1:] == "ل" and view.fold(doer.start - 1).lstrip("وف") in _BEFORE
    return (doer,) if doer is not None and named else ()


_BEFORE = frozenset({"سبق", "تسني", "سيتسني"})


def _belonging(view: View, first: int, verb: int) -> tuple[Phrase, ...]:
    """«القوات البحرية التابعة للحرس احتجزت»: whose the forces at the head of the clause are."""
    owner = view.at.get(verb - 1)
    if owner is None or owner.prefix[-1:] != "ل" or not view.has(owner.start - 1, BELONGING):
        return ()
    agents = load_event_words().classes["agents"]
    return (owner,) if any(view.has(k, agents) for k in range(first, first + 3)) else ()


#: «الكويت / وكالات – استقبل …»: what stands before is where the news was written.
_AFTER_DATELINE = frozenset("–—-/:")


def _whose(view: View, first: int, verb: int) -> tuple[Phrase, ...]:
    """«إن قواتها أسقطت»: forces with a pronoun act for whoever the outer clause is about."""
    for k in range(first, min(first + 3, verb)):
        if view.has(k, _ONES_OWN) and pronoun_on(view.tokens[k]):
            return inherited(view, verb) or _of_the_speaker(view, k)
    return ()


def _of_the_speaker(view: View, k: int) -> tuple[Phrase, ...]:
    """«أعلنت الوزارة أن صواريخها …»: they act for the state of the ministry or the spokesman who tells it."""
    speaker = view.speaker_of(k)
    if speaker is None or speaker.country is None or speaker.kind is ActorKind.MEDIA:
        return ()
    armed = speaker.kind in (ActorKind.MILITARY, ActorKind.ARMED_GROUP)
    return (speaker if armed else replace(speaker, slug=speaker.country, kind=ActorKind.COUNTRY),)


#: Forces and arms that act for whoever has them.
_ONES_OWN = load_event_words().classes["agents"] | ARMS | load_event_words().classes["missiles"]


def _auxiliary(view: View, j: int) -> bool:
    verb = view.verbs[j]
    return verb is not None and verb.lemma in ("كان", "قام", "اصبح", "ظل", "بدا", "عاد")


def subject_after(view: View, verb: int, barred: int | None = None) -> tuple[Phrase, ...]:
    """The subject that follows its verb: the first name that no preposition governs."""
    if view.fold(verb).endswith("وا") and view.verbs[verb] is not None:
        return ()  # «وحاصروا القوات»: a plural verb has its subject before it
    return _named_after(view, verb, barred)


def _named_after(view: View, verb: int, barred: int | None) -> tuple[Phrase, ...]:
    _, end = view.clause_range(verb)
    if barred is not None:
        end = min(end, view.at[barred].start if barred in view.at else barred)
    k = verb + 1
    while k < min(end, verb + 9):
        if view.clauses[k] != view.clauses[verb] or (k > verb + 1 and view.verbs[k] is not None):
            return ()
        word = view.fold(k)
        if group := numbered(view, k):
            return group
        phrase = view.starting(k)
        if phrase and not phrase.adjective:
            if phrase.prefix[-1:] in ("ل", "ب", "ك") and not view.has(k - 1, ENVOYS | BELONGING):
                return (phrase,) if arms_of(view, verb, phrase) else ()
            return _led(view, phrase) or tuple(chain(view, phrase, end))
        if word == "من" and (view.has(k - 1, ENVOYS | SEVERAL) or view.has(k + 1, SIDE)):
            k += 1 if view.has(k - 1, ENVOYS | SEVERAL) else 2
            continue
        if phrase:
            return (phrase,)
        asked = word == "من" and k == verb + 1  # «طلبت من لبنان سحب …»
        if asked or not bridges(view, k) or (word == "في" and not view.has(k + 1, TIMES)):
            later = past_goal(view, k, end) if k == verb + 1 and word == "الي" else None
            return tuple(chain(view, later, end)) if later else officials_of(view, verb, k, end)
        k += 1
    return ()


def _led(view: View, phrase: Phrase) -> tuple[Phrase, ...]:
    """«ترأس الوفد الروسي الجنرال …»: the person named after the delegation leads it."""
    following = view.starting(phrase.end)
    if view.has(phrase.start, DELEGATION) and following and following.kind is ActorKind.PERSON:
        return (following,) if not following.prefix else ()
    return ()


def inherited(view: View, verb: int) -> tuple[Phrase, ...]:
    """A clause without subject goes on with that of the clause before it («... واتفقا على»)."""
    parent = view.parents.get(view.clauses[verb])
    first, _ = view.clause_range(verb)
    if parent is None or (_of_speech(view, first) and not _to_come(view, first, verb)):
        return ()
    if view.fold(first).lstrip("وفبل") in PRONOUN_THAT:
        speaker = next((p for start, _, p in view.heard if start in (first, first + 1)), None)
        if speaker is not None:  # «قالت الحركة إنها …», «أعلنت قطر وتركيا أنهما …»
            told = next((k for k in range(first - 1, -1, -1) if k in view.speakers), None)
            several = subject_of(view, told) if told is not None else ()
            return several if speaker.slug in {p.slug for p in several} else (speaker,)
    earlier = next((k for k in range(verb) if view.clauses[k] == parent and view.verbs[k] is not None), None)
    if earlier is not None:
        return _one_of(view, verb, subject_of(view, earlier))
    head = view.bounds[parent][0]
    if parent in view.parents and view.bounds[parent][1] - head == 1:  # «إلا أنه …»
        return inherited(view, head)
    return headed(view, head, verb)


def _one_of(view: View, verb: int, subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """«يلتقي فلان وفلان، ويشارك في …»: a verb in the singular after two persons goes on with the first."""
    reading = view.verbs[verb]
    single = reading is not None and reading.number == "s" and reading.person == "3"
    people = all(p.kind is ActorKind.PERSON for p in subject)
    return subject[:1] if single and people and len(subject) > 1 else subject


def _of_speech(view: View, first: int) -> bool:
    """What is said is not said of the speaker unless a pronoun says so («إنه», «أنها»)."""
    return view.fold(first - 1) == ":" or view.fold(first) in THAT_BARE


def _to_come(view: View, first: int, verb: int) -> bool:
    """«ومن المقرر أن يلتقي»: the clause says what is ahead of whoever was spoken of."""
    ahead = load_event_words().cues["intend"]
    near = (k for k in range(first - 1, max(-1, first - 4), -1) if view.fold(k) not in LOOSE)
    return verb - first == 1 and view.has(next(near, -1), ahead) and names_nobody(view, verb)
