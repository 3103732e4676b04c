"""The Arabic headline: a noun with its parties, a verb only where one side acts on another outright."""

from __future__ import annotations

from app.domain.codes import FAMILY_OF, Family
from app.domain.records import Actor, EventStatus, EventType
from app.ingest.happenings.headline_names import adjective_ar, attached, dual, feminine, joined_ar
from app.ingest.happenings.headline_story import HELD_WITH, Story, are_states
from app.languages.ar.events import load_event_words
from app.languages.ar.wordings import load_wordings

#: Told with what they befell before who did it, whoever that is.
_ON_PATIENT = frozenset({EventType.SHOOTDOWN, EventType.AIRSPACE_VIOLATION})


def arabic(story: Story) -> str:
    return _placed(story, _told(story)) + _denied(story)


def _told(story: Story) -> str:
    wording = story.wording
    if story.both:
        return _mutual(story)
    if wording.verb and len(story.sources) == 1 and story.targets and story.finite:
        told = _verbal(story)
        if told:
            return told
    if story.casualties:
        return _lost(story)
    if story.of_patient or story.type in _ON_PATIENT:
        return _agented(story, _patient(story))
    if story.between:
        return f"{_noun(story)} بين {_names(story, story.everyone)}"
    if not story.targets or story.object_told:
        return _headed(story)
    return f"{_headed(story)} {attached(_to(story), _owned(story))}"


def _names(story: Story, actors: tuple[Actor, ...]) -> str:
    if story.type is EventType.SUMMONING and actors == story.targets:
        return _ambassadors(story)
    return joined_ar(actors, story.most) if actors else ""


def _ambassadors(story: Story) -> str:
    """Whoever is summoned; the ambassadors of states where only these are named."""
    names = joined_ar(story.targets, story.most) if story.targets else ""
    if not story.targets or not are_states(story.targets) or "recall" in story.trigger.id:
        return names
    return f"{'سفير' if len(story.targets) == 1 else 'سفراء'} {names}"


def _patient(story: Story) -> str:
    """The noun with who or what it befell, before who did it."""
    if story.type is EventType.SHOOTDOWN:
        return f"{_noun(story)} {_shot(story)}"
    names = _names(story, story.targets)
    if _mark(story) and names:
        return f"{_noun(story)} {attached('لـ', names)}"
    return _noun(story, inside=names) if "[]" in story.wording.ar else f"{_noun(story)} {names}".strip()


# ---------------------------------------------------------------- the noun
def _noun(story: Story, adjectives: str = "", inside: str = "") -> str:
    """«محادثات روسية أميركية مرتقبة», «نقل السفارة المرتقب», «تولي الوزير المنصب»."""
    noun = " ".join(story.wording.ar.replace("{}", adjectives).replace("[]", inside).split())
    mark = _mark(story)
    definite = len(noun.split()) > 1 and noun.split()[-1].startswith("ال")
    return f"{noun} {'ال' if definite else ''}{mark}" if mark else noun


def _mark(story: Story) -> str:
    words = load_wordings()
    mark = {EventStatus.PLANNED: words.planned, EventStatus.HYPOTHETICAL: words.possible}.get(story.status)
    return mark + ("ة" if story.gender == "f" else "") if mark else ""


def _denied(story: Story) -> str:
    if story.status is not EventStatus.DENIED or story.type is EventType.DENIAL:
        return ""
    return f" (نُفي {'حصولها' if story.gender == 'f' else 'حصوله'})"


def _to(story: Story) -> str:
    """What joins whoever is acted on; of a patient nobody else is known to act on."""
    if story.wording.patient:
        return "تخص" if story.gender == "f" else "يخص"
    if not story.sources and ("patient" in story.trigger.guards or story.wording.to == "لـ"):
        return "لـ" if _mark(story) else ""
    return story.wording.to or ("لـ" if story.sources else "")


def _owned(story: Story) -> str:
    """«أهداف أميركية», «طائرات للجيش» where it is not the state itself that is acted on."""
    names = _names(story, story.targets)
    if not story.wording.owned:
        return names
    adjective = adjective_ar(story.targets[0], "f", story.knowledge) if len(story.targets) == 1 else None
    return f"{story.wording.owned} {adjective or attached('لـ', names)}"


# ---------------------------------------------------------------- the forms
def _mutual(story: Story) -> str:
    gender = story.wording.nisba or story.gender
    adjectives = [adjective_ar(a, gender, story.knowledge) for a in story.both]
    if len(story.both) == 2 and all(adjectives) and "{}" in story.wording.ar:
        return _noun(story, f"{adjectives[0]} {adjectives[1]}")
    names, noun = _names(story, story.both), _noun(story)
    if len(story.both) > 1:
        return f"{noun} {'بين' if story.wording.between else 'من جانب'} {names}"
    if story.type is EventType.PHONE_CALL:
        return f"{noun} {attached('لـ', names)}"
    if story.type in HELD_WITH:
        return f"{noun} مع {names}"
    if FAMILY_OF[story.type] is Family.CONTACT or story.type is EventType.EXERCISE:
        return f"{noun} بمشاركة {names}"
    return f"{noun} من {'أطرافها' if story.gender == 'f' else 'أطرافه'} {names}"


def _shot(story: Story) -> str:
    """«طائرة روسية», «صاروخين إسرائيليين», «صواريخ للجيش»."""
    thing = story.thing[0] if story.thing else "أهداف جوية"
    two = thing.endswith("ين") and story.thing is not None
    gender = "f" if not story.thing or thing.endswith(("ة", "ات", "يخ", "تين")) else "m"
    one = len(story.targets) == 1
    adjective = adjective_ar(story.targets[0], gender, story.knowledge) if one else None
    adjective = dual(adjective) if adjective and two else adjective
    whose = adjective or (attached("لـ", _names(story, story.targets)) if story.targets else "")
    return f"{thing} {whose}".strip()


def _verbal(story: Story) -> str | None:
    """None where the gender of the subject is not known."""
    [actor] = story.sources
    masculine, _, other = story.wording.verb.partition("/")
    woman = feminine(actor, load_event_words().masculine)
    if woman is None:
        return None
    verb = f"{'س' if story.planned else ''}{other if woman else masculine}"
    return f"{actor.name_ar} {attached(verb, _names(story, story.targets))}"


def _lost(story: Story) -> str:
    """«خسائر بشرية بريطانية», «سقوط قتلى في صفوف الجيش»."""
    adjective = adjective_ar(story.targets[0], "f", story.knowledge) if len(story.targets) == 1 else None
    if adjective:
        return _agented(story, f"خسائر بشرية {adjective}")
    return _agented(story, f"{_noun(story)} في صفوف {_names(story, story.targets)}")


def _agented(story: Story, text: str) -> str:
    return f"{text} {story.wording.agent} {_names(story, story.sources)}" if story.sources else text


def _headed(story: Story) -> str:
    """The noun with who acts: by adjective, joined, or with a preposition where words stand between."""
    wording, sources = story.wording, story.sources
    gender = wording.nisba or story.gender
    adjective = adjective_ar(sources[0], gender, story.knowledge) if len(sources) == 1 else None
    if not sources or (adjective and "{}" in wording.ar and not wording.victim):
        return _noun(story, adjective or "")
    names = _officials(story) if story.of_officials else _names(story, sources)
    if story.object_told and story.thing:
        return f"{_noun(story)} {names} {story.thing[0]}"
    if "[]" in wording.ar and not _mark(story):
        return _noun(story, inside=names)
    return f"{_noun(story)} {attached(_link(story), names)}"


def _link(story: Story) -> str:
    """What joins the noun and who acts; nothing where the two are one phrase."""
    wording, marked = story.wording, bool(_mark(story))
    if wording.victim:
        return wording.to
    if wording.patient or (wording.verb and not story.targets):
        return "من جانب"
    if wording.between or story.type is EventType.ELECTION:
        return "بمشاركة"
    if wording.to == "لـ" and not marked:
        return "" if story.targets or (story.place and wording.at == "لـ") else "من جانب"
    apart = marked or story.of_officials or "{}" in wording.ar or _closed(wording.ar)
    return wording.link if apart else ""


#: Two words that stay one noun before a third: «نقل سفارة باراغواي», «دخول قوات الجيش».
_OPEN = ("نقل سفارة", "دخول قوات", "توقف تقدم")


def _closed(label: str) -> bool:
    """Whether a name cannot follow at once."""
    return " " in label and label not in _OPEN


def _officials(story: Story) -> str:
    """«مسؤولين مصريين», «مسؤولين من فرنسا وألمانيا»."""
    adjective = adjective_ar(story.sources[0], "m", story.knowledge) if len(story.sources) == 1 else None
    return f"مسؤولين {f'{adjective}ين' if adjective else f'من {_names(story, story.sources)}'}"


def _placed(story: Story, text: str) -> str:
    place = story.place
    if place is None or place.name_ar.removeprefix("ال") in text:
        return text
    toward = story.type is EventType.VISIT and not story.targets
    return f"{text} {attached('إلى' if toward else story.wording.at, place.name_ar)}"
