"""Verbs without a subject («وأجرى محادثات مع …»): whoever the preceding sentences were about."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind
from app.domain.text import Analysis
from app.ingest.happenings.particles import (
    HEADS,
    LOOSE,
    MANY,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    RESUMING,
    SOLDIERS,
    THAT,
)
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.view import View
from app.languages.ar.events import load_event_words, readings

#: Light verbs whose passive is written otherwise: «أجرت», but «أجريت».
_NEVER_PASSIVE = frozenset({"اجري"})
#: Words that lead to a verb and name nobody.
_LEADING = frozenset(
    "قد لقد كما ثم لم لن لا كان كانت سوف ان اذ حيث حين عندما بعدما فيما لكن بينما ايضا كذلك قبلها قبله بعدها"
    " عندها حينها وقتها عندئذ بعدئذ انذاك".split()
) | {""}


_DOWNING = load_event_words().by_id["shootdown.most"].verbs
_DEFENCES = load_event_words().by_id["shootdown.most"].needs


def gone_on_with(view: View, verb: int) -> tuple[Phrase, ...]:
    """The latest subject of the sentences before that agrees with a verb whose own is left out."""
    reading = view.verbs[verb]
    if reading is None or not view.past.subjects or view.speaker_of(verb) is not None or _below(view, verb):
        return ()
    if not (_begins(view, verb) and names_nobody(view, verb)):
        return ()
    fits = (p for subjects in view.past.subjects for p in subjects if agrees(p, reading))
    return tuple(p for p in (next(fits, None),) if p is not None)


def carried_over(view: View, verb: int) -> tuple[Phrase, ...]:
    """«… . والتقى الوزير فلانا»: the person whom the sentence before was about, if the verb heads its own."""
    reading = view.verbs[verb]
    if reading is None or verb != 0 or view.speaker_of(verb) is not None or not view.past.subjects:
        return ()
    people = (p for p in view.past.subjects[0][:1] if p.kind is ActorKind.PERSON and agrees(p, reading))
    return tuple(people)


def agrees(phrase: Phrase, reading: Analysis) -> bool:
    """Whether a single actor can be the subject of a verb form, by gender as far as it is known."""
    if reading.number in ("d", "p") or reading.person in ("1", "2"):
        return False
    gender = phrase.gender or ("m" if phrase.kind is ActorKind.PERSON else None)
    return gender is None or reading.gender is None or gender == reading.gender


def differs(phrase: Phrase, reading: Analysis | None) -> bool:
    """«تلتقي الرئيس», «زارت العراق»: a single person or state of the other gender is no subject."""
    named = phrase.kind in (ActorKind.PERSON, ActorKind.COUNTRY) and not (phrase.agent or phrase.envoys)
    if reading is None or reading.number != "s" or not named or phrase.adjective:
        return False
    return bool(phrase.gender and reading.gender) and phrase.gender != reading.gender


def _below(view: View, verb: int) -> bool:
    """A clause above has a verb of its own, whose subject is the nearer one, known or not."""
    above, clause = set(), view.clauses[verb]
    while (clause := view.parents.get(clause, -1)) >= 0:
        above.add(clause)
    return any(view.verbs[k] is not None and view.clauses[k] in above for k in range(verb))


def _begins(view: View, verb: int) -> bool:
    """Nothing before the verb in its clause can be its subject: particles, days, an adjunct."""
    first, _ = view.clause_range(verb)
    k = first
    while k < verb and (not view.tokens[k].is_word or k in view.dated or _leads(view.fold(k))):
        k += 1
    return k == verb or view.fold(k).removeprefix("و") in PREPOSITIONS


def _leads(word: str) -> bool:
    return word in _LEADING or (word[0] in "وف" and word[1:] in _LEADING)


def names_nobody(view: View, verb: int) -> bool:
    """What follows the verb can be no subject of it: a preposition, «أن», or an object by its form."""
    _, end = view.clause_range(verb)
    k = verb + 1
    while k < end and (k in view.dated or view.fold(k) in LOOSE | RESUMING):
        k += 1
    if _counted_object(view, verb, k):
        return True
    word = view.fold(k)
    if k >= end or not view.tokens[k].is_word or word in PREPOSITIONS | THAT:
        return True
    if (phrase := view.at.get(k)) is not None:
        return differs(phrase, view.verbs[verb])
    if view.verbs[k] is not None or word.startswith("ال"):
        return False
    return _is_object(view, verb, k)


def _counted_object(view: View, verb: int, k: int) -> bool:
    """«اعتقلت ثلاثة صحافيين»: men who are counted are no subject of a feminine verb."""
    reading, word = view.verbs[verb], view.fold(k)
    if reading is None or reading.gender != "f" or reading.number != "s":
        return False
    return (
        (word.isdigit() or word in NUMBERS)
        and view.fold(k + 1).endswith(("ين", "ا"))
        and k + 1 not in view.at
    )


def such_people(view: View, verb: int) -> tuple[Phrase, ...]:
    """«ضباط روس سلموا …»: a plural verb right after people without the article describes them."""
    nation = view.nations.get(verb - 1)
    if nation is None or not view.fold(verb).endswith("وا") or view.fold(nation.start).startswith("ال"):
        return ()
    people = view.has(nation.start - 1, MANY | PEOPLE | SOLDIERS) and not view.fold(
        nation.start - 1
    ).startswith("ال")
    return (replace(nation, adjective=False),) if people else ()


def unknown_people(view: View, verb: int) -> bool:
    """«حيث عقد النواب جلسة»: unnamed people right after a verb that meets nobody."""
    k, reading = verb + 1, view.verbs[verb]
    if view.has(verb, _DOWNING) and view.has(k, _DEFENCES):
        return True  # «اعترضت القبة الحديدية …»: whose it is, nobody says
    if reading is None or k >= len(view.tokens) or view.verbs[k] is not None or k in view.at:
        return False
    meets = (t.frame == "mutual" and not t.needs for t in load_event_words().by_verb.get(reading.lemma, ()))
    return not any(meets) and any(b.definite and b.word in MANY for b in readings(view.fold(k)))


def _is_object(view: View, verb: int, k: int) -> bool:
    """An accusative, a noun with a pronoun, or a noun that does not agree with the verb before it."""
    word, reading = view.fold(k), view.verbs[verb]
    if word.endswith(("ا", "ين")) or pronoun_on(view.tokens[k]) or (word[0] in "بل" and _particle(word)):
        return True
    feminine = word.endswith(("ه", "ات"))
    if feminine and (reading is None or reading.gender != "f"):
        return True
    if _begins_genitive(view, k) and not _human(view, k):
        return not (reading is not None and view.has(verb, load_event_words().cues["self_light"]))
    never_passive = reading is not None and reading.lemma in _NEVER_PASSIVE
    return never_passive and load_event_words().noun(word) is not None


def _begins_genitive(view: View, k: int) -> bool:
    """«غادر منصب الرئيس»: a noun that tells no event, before one with the article."""
    return view.fold(k + 1).startswith("ال") and load_event_words().noun(view.fold(k)) is None


def _human(view: View, k: int) -> bool:
    """Words for people and bodies, who may act themselves."""
    classes = load_event_words().classes
    people = (
        classes[name] for name in ("titles", "agents", "delegations", "groups", "armed", "company", "killed")
    )
    return any(view.has(k, words) for words in (*people, PEOPLE, HEADS))


def _particle(word: str) -> bool:
    return any(b.preposition for b in readings(word))
