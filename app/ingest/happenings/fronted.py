"""What precedes its verb without acting, what accompanies it, and who only brings the news."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import ActorKind, EventType
from app.ingest.happenings.arguments import owners_between
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.possessed import pronoun_on
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.ingest.happenings.walking import Argument
from app.languages.ar.events import load_event_words

_MOVES = frozenset("وصل دخل توجه اتجه ابحر تحرك عبر غادر خرج انتشر تمركز تموضع".split())
_BROUGHT = frozenset({EventType.DEPLOYMENT, EventType.ARMS_SUPPLY, EventType.WITHDRAWAL})


def comes_itself(view: View, found: Candidate, argument: Argument) -> bool:
    """«وصلت حاملة طائرات أميركية», «شحنة أسلحة روسية»: whose what arrives is, by a verb without object."""
    reading = view.verbs[found.start]
    moves = reading is not None and reading.lemma in _MOVES and found.trigger.type in _BROUGHT
    return moves and argument.head is not None and argument.head == found.key and not argument.place


def hit_before(view: View, found: Candidate) -> list[Phrase]:
    """«إن مواقع للجيش استهدفت بصواريخ»: what stands before the verb and cannot act is what was hit."""
    if not found.verbal or FAMILY_OF[found.trigger.type] is not Family.STRIKE:
        return []
    first, _ = view.clause_range(found.start)
    words = load_event_words()
    still = words.classes["sites"] | words.classes["outposts"] | words.classes["homes"]
    for k in range(first, min(first + 3, found.start)):
        if k not in view.at and view.has(k, still):
            return owners_between(view, found, k, found.start, words)
    return []


def his_own(view: View, target: Phrase, actors: Sequence[Phrase]) -> bool:
    """«أعلن الرئيس انسحاب بلاده»: what a pronoun gives to whoever acts is not acted on."""
    short = target.end - target.start == 1 or target.agent
    owned = short and bool(pronoun_on(view.tokens[target.end - 1]))
    return owned and any(a.country == target.country for a in actors)


def object_before(view: View, found: Candidate) -> bool:
    """«إن طائرة تركية أسقطت»: what the verb acts on stands before it."""
    reading = view.verbs[found.start]
    fronted = found.key is not None and found.key < found.start and "object" in found.trigger.guards
    return fronted and reading is not None and not reading.suffix


def bystander(phrase: Phrase, found: Candidate) -> bool:
    """«أعلن التلفزيون عن غارات»: whoever only brings the news of an act of force has no part in it."""
    brings_news = phrase.kind in (ActorKind.SOURCE, ActorKind.MEDIA)
    return brings_news and FAMILY_OF[found.trigger.type] is Family.STRIKE
