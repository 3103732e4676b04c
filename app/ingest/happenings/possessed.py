"""Words with a pronoun that stand for a state or its forces: «بلاده», «حكومتها», «قواته»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.records import Actor, ActorKind
from app.domain.text import Token
from app.ingest.happenings.particles import FORCES, PREPOSITIONS, STATE_OF
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import armies_of
from app.languages.ar.events import Bare, load_event_words, readings

_ARMED = FORCES | load_event_words().classes["armed"] | load_event_words().classes["airforce"]


def pronoun_on(token: Token) -> str:
    """The pronoun attached to a noun; "" where its last letter is a feminine ending."""
    if token.span.text.endswith("ة"):
        return ""
    return next((b.suffix for b in readings(token.fold) if b.suffix), "")


def possessed_phrases(
    tokens: Sequence[Token],
    named: Sequence[Phrase],
    heard: Sequence[tuple[int, int, Phrase]],
    actors: Mapping[str, Actor],
) -> list[Phrase]:
    """A phrase for each such word: whose it is says the speaker, else whoever was named last before it."""
    inside = {i for p in named for i in range(p.start, p.end)}
    armies = armies_of(actors)
    found = []
    for i, token in enumerate(tokens):
        if i in inside or not pronoun_on(token):
            continue
        bare = next(
            (b for b in readings(token.fold) if b.suffix and b.word in STATE_OF | _ARMED | _FIGHTERS), None
        )
        theirs = _army(i, named, heard) if bare is not None and bare.word in _ENLISTED else None
        if bare is not None and bare.word in _FIGHTERS - _ENLISTED:
            theirs = _group(i, token, named, heard)
        if bare is not None and theirs is not None:
            found.append(
                replace(theirs, start=i, end=i + 1, prefix=_prefix(token, bare), agent=True, title=-1)
            )
            continue
        owner = _owner(i, token, named, heard) if bare and bare.word in STATE_OF | _ARMED else None
        if bare is None or owner is None or owner.country is None:
            continue
        if owner.kind not in _STATESMEN:
            continue
        forces = i > 0 and bare.word in STATE_OF and tokens[i - 1].fold in _ARMED  # «قوات بلاده»
        army = armies.get(owner.country) if bare.word in _ARMED or forces else None
        slug, kind = (army, ActorKind.MILITARY) if army else (owner.country, ActorKind.COUNTRY)
        prefix, armed = _prefix(token, bare), bare.word in _ARMED or forces
        found.append(Phrase(i - forces, i + 1, slug, kind, prefix, country=owner.country, agent=armed))
    return found


_STATESMEN = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.OFFICE, ActorKind.SOURCE})


_FIGHTERS = (
    FORCES
    | load_event_words().classes["armed"]
    | frozenset("مقاتلي مقاتلو مسلحي مسلحو عناصر افراد قاده كوادر قيادات".split())
)
#: «اثنين من جنوده»: whom only an army has.
_ENLISTED = frozenset("جنود ضباط".split())
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANISATION})


def _army(i: int, named: Sequence[Phrase], heard: Sequence[tuple[int, int, Phrase]]) -> Phrase | None:
    """«اتهم الجيش الحزب بخطف اثنين من جنوده»: the army named last before, or that which speaks."""
    speaking = next((p for start, end, p in reversed(heard) if start <= i < end), None)
    before = next((p for p in reversed(named) if p.end <= i and p.kind is ActorKind.MILITARY), None)
    return before or (speaking if speaking is not None and speaking.kind is ActorKind.MILITARY else None)


def _group(
    i: int, token: Token, named: Sequence[Phrase], heard: Sequence[tuple[int, int, Phrase]]
) -> Phrase | None:
    """«وقالت الحركة إن مقاتليها …»: the movement whose fighters they are, the last named or who speaks."""
    speaking = next((p for start, end, p in reversed(heard) if start <= i < end), None)
    before = next((p for p in reversed(named) if p.end <= i and not p.adjective), None)
    owner = before if before is not None and before.kind in _GROUPS else speaking
    enlists = owner is not None and owner is speaking and owner.kind is ActorKind.MILITARY
    if owner is None or (owner.kind not in _GROUPS and not enlists):
        return None
    return owner if owner.gender is None or (owner.gender == "f") == _female(token) else None


def latter_phrases(tokens: Sequence[Token], named: Sequence[Phrase]) -> list[Phrase]:
    """«بعد اعتراف الأخيرة»: whoever was named last before; «زيارته الأخيرة» only says which."""
    found = []
    for i, token in enumerate(tokens):
        if token.fold not in _LATTER or i == 0 or not _governs(tokens[i - 1]):
            continue
        gender = "f" if token.fold.endswith("ه") else "m"
        before = (p for p in reversed(named) if p.end < i and not p.adjective and p.kind in _NAMED)
        last = next((p for p in before if (p.gender or "m") == gender), None)
        if last is not None:
            prefix = "ل" if token.fold.startswith("لل") else ""
            found.append(replace(last, start=i, end=i + 1, prefix=prefix, title=-1))
    return found


_LATTER = frozenset({"الاخير", "الاخيره", "للاخير", "للاخيره"})
_NAMED = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})


def _governs(token: Token) -> bool:
    """A verb, a verbal noun without article, or a preposition: what follows is no adjective of it."""
    acts = any(a.pos in ("verb", "verbal_noun") and "ال" not in a.prefixes for a in token.analyses)
    return token.fold in PREPOSITIONS or (acts and not token.fold.startswith("ال"))


def _owner(
    i: int, token: Token, named: Sequence[Phrase], heard: Sequence[tuple[int, int, Phrase]]
) -> Phrase | None:
    before = [p for p in named if p.end <= i and not p.adjective]
    if before and before[-1].kind is ActorKind.PERSON and i - before[-1].end <= 2 and not _female(token):
        return before[-1]  # «إعلان فلان انسحاب بلاده»
    kinds = (ActorKind.COUNTRY,) if _female(token) else (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.SOURCE)
    speaking = [(start, speaker) for start, end, speaker in heard if start <= i < end]
    if speaking:
        start, speaker = speaking[-1]
        return _spoken_of(token, [p for p in before if p.start >= start]) or speaker
    nearest = next((p for p in reversed(before) if p.kind in kinds or (_female(token) and _woman(p))), None)
    ahead = (p for p in named if p.start > i and p.kind is ActorKind.PERSON and not p.prefix)
    return nearest or (next(ahead, None) if not before else None)  # «وعن زيارة بلاده، قال فلان»


def _spoken_of(token: Token, inside: Sequence[Phrase]) -> Phrase | None:
    """«قال فلان إن فرنسا سحبت قواتها», «… إن الأردن سحب قواته»: whoever heads what is said, if it agrees."""
    gender = "f" if _female(token) else "m"
    head = inside[0] if inside else None
    fits = head is not None and head.kind is ActorKind.COUNTRY and not head.prefix and head.gender == gender
    return head if fits else None


def _woman(phrase: Phrase) -> bool:
    return phrase.gender == "f" and phrase.kind in (ActorKind.PERSON, ActorKind.SOURCE)


def _female(token: Token) -> bool:
    return token.fold.endswith("ها")


def _prefix(token: Token, bare: Bare) -> str:
    return ("و" if token.fold.startswith("و") and not bare.word.startswith("و") else "") + bare.preposition
