"""The gender of an actor as a subject, and whether a verb form agrees with it."""

from __future__ import annotations

from app.domain.records import Actor, ActorKind
from app.domain.text import Analysis
from app.ingest.speech.page import MentionPin
from app.languages.ar.normalise import fold

_MASCULINE_COUNTRIES = frozenset({"iq", "lb", "jo", "sd", "ye", "ma", "so", "va"})
_FEMININE_PLURALS = frozenset({"الامم", "القوي", "قوي", "الدول", "الفصائل", "فصائل", "كتائب", "سرايا"})
_MASCULINE_MEDIA = ("موقع", "تلفزيون", "التلفزيون", "الموقع", "راديو", "مرصد", "برنامج", "مركز")


def gender_of(pin: MentionPin) -> str | None:
    """Grammatical gender of an actor as a subject, None where it cannot be told."""
    actor, head = pin.actor, fold(pin.mention.span.text.split()[0])
    if actor.kind is ActorKind.PERSON:
        return actor.gender[:1] if actor.gender else None
    if actor.kind is ActorKind.MEDIA:
        return "m" if head in _MASCULINE_MEDIA else "f"
    if head.endswith(("ه", "ات")) or head in _FEMININE_PLURALS:
        return "f"
    if actor.kind is ActorKind.COUNTRY:
        return _of_country(actor, head)
    same_noun = fold(actor.name_ar).startswith(head)
    return actor.gender[:1] if actor.gender and same_noun else None


def _of_country(actor: Actor, head: str) -> str | None:
    """Capitals are feminine, whatever their country is: «بغداد أعلنت», «العراق أعلن»."""
    own = fold(actor.name_ar).split()[0] == head
    if actor.slug in _MASCULINE_COUNTRIES:
        return "m" if own else None
    return "f"


def agrees(pin: MentionPin, reading: Analysis | None) -> bool:
    """Whether a mention can be the subject of a verb form, by gender as far as it is known."""
    if reading is None or reading.gender is None or reading.number == "p":
        return True
    gender = gender_of(pin)
    return gender is None or gender == reading.gender


_TWO = frozenset(
    """مصدران مسؤولان مسئولان دبلوماسيان وزيران رئيسان زعيمان جانبان طرفان بلدان شاهدان ضابطان متحدثان قياديان
    نائبان خبيران حركتان جماعتان دولتان شركتان حزبان فصيلان وكالتان""".split()
)


def is_plural(words: str) -> bool:
    """Whether the first of some folded words is plural or dual: «مسؤولون», «الجانبان»."""
    head = words.partition(" ")[0]
    two = head.removeprefix("ال") in _TWO
    return two or head.endswith(("ون", "ين", "اء")) or head in ("الاطراف", "القاده", "الدول", "شهود")
