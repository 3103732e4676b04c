from __future__ import annotations

import pytest

from app.domain.records import Actor, ActorKind, EventStatus, Participant, Place, Role
from app.ingest.happenings.headline_names import LONGEST, feminine, in_place_en, named_en, several
from app.ingest.happenings.headlines import Told, headlines
from app.knowledge.load import load_knowledge
from app.languages.ar.events import Trigger, load_event_words

S, T, P = Role.SOURCE, Role.TARGET, Role.PARTICIPANT
ACTORS = {
    a.slug: a
    for a in (
        Actor("ru", ActorKind.COUNTRY, "روسيا", "Russia", "RU"),
        Actor("jo", ActorKind.COUNTRY, "الأردن", "Jordan", "JO"),
        Actor("us", ActorKind.COUNTRY, "الولايات المتحدة", "United States", "US"),
        Actor("army", ActorKind.MILITARY, "الجيش المصري", "Egyptian army", "EG"),
        Actor("guards", ActorKind.MILITARY, "القوات البحرية", "Naval Forces", "EG"),
        Actor("minister", ActorKind.PERSON, "وزير من الوزراء", "A minister", "TN", gender="m"),
        Actor("rival", ActorKind.PERSON, "نائب من النواب", "A deputy", "TN"),
        Actor("attackers", ActorKind.ARMED_GROUP, "المهاجمون", "attackers", None, known=False),
        Actor("bloc", ActorKind.ORGANISATION, "كتلة طويلة الاسم جدا جدا", "Bloc of a Very Long Name Indeed"),
    )
}
TOWN = Place("tripoli-libya", "طرابلس", "Tripoli (Libya)", "ly")
PATTERNS = [
    [("ru", S)],
    [("ru", S), ("jo", T)],
    [("minister", S), ("army", T)],
    [("army", T)],
    [("ru", P), ("jo", P)],
    [(slug, P) for slug in ACTORS],
    [("minister", P)],
]


def written(
    trigger: str, parties: str, words: str = "", place: Place | None = None, status: str = "occurred"
) -> tuple[str, str]:
    """``parties`` as "ru>jo" (acts on) or "ru+jo" (together)."""
    entry = load_event_words().by_id[trigger]
    sources, _, targets = parties.partition(">")
    roles = [(slug, P) for slug in parties.split("+")] if ">" not in parties else []
    roles = roles or [(s, S) for s in sources.split(",") if s] + [(t, T) for t in targets.split(",") if t]
    told = Told(entry, [Participant(*r) for r in roles], place, words, EventStatus(status))
    return headlines(told, load_event_words().labels[entry.type], ACTORS, load_knowledge())


@pytest.mark.parametrize("trigger", load_event_words().triggers, ids=lambda t: t.id)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_type_names_its_parties_within_the_length(
    trigger: Trigger, pattern: list[tuple[str, Role]]
) -> None:
    parties = [Participant(slug, role) for slug, role in pattern]
    label = load_event_words().labels[trigger.type]
    for status in EventStatus:
        told = Told(trigger, parties, status=status)
        arabic, english = headlines(told, label, ACTORS, load_knowledge())
        assert 0 < len(arabic) <= LONGEST + len(" (نُفي حصولها)")
        assert 0 < len(english) <= LONGEST
        assert not set("{}[]ـ") & set(arabic + english)
        assert "  " not in arabic + english
        assert len(arabic.split()) > 1
        assert len(english.split()) > 1


@pytest.mark.parametrize(
    ("trigger", "parties", "words", "arabic", "english"),
    [
        # who is dismissed or arrested follows the noun; who did it follows that
        ("dismissal", "army>minister", "", "إقالة وزير من الوزراء من جانب الجيش المصري",
         "The Egyptian army dismisses A minister"),
        ("arrest", ">minister", "", "اعتقال وزير من الوزراء", "Arrest of A minister"),
        ("arrest", "guards>minister", "", "اعتقال وزير من الوزراء على يد القوات البحرية",
         "The Naval Forces arrest A minister"),
        ("release", "jo>minister", "", "إفراج الأردن عن وزير من الوزراء", "Jordan releases A minister"),
        # a state stands for nobody knows how many of its people
        ("killing.person", ">jo", "مقتل", "خسائر بشرية أردنية", "Jordanian casualties"),
        ("dismissal", ">jo", "", "إقالة تخص الأردن", "Dismissal concerning Jordan"),
        ("killing", ">army", "مقتل", "سقوط قتلى في صفوف الجيش المصري", "Deaths among the Egyptian army"),
        # the words of the trigger: no more than they say
        ("killing", ">army", "إصابة", "سقوط جرحى في صفوف الجيش المصري", "Injuries among the Egyptian army"),
        ("assassination", ">minister", "محاولة اغتيال", "محاولة اغتيال وزير من الوزراء",
         "Attempted assassination of A minister"),
        ("assassination", ">minister", "اغتيال", "اغتيال وزير من الوزراء", "Assassination of A minister"),
        ("airstrike.noun", "ru>army", "غارات", "غارات روسية على الجيش المصري",
         "Russian air strikes on the Egyptian army"),
        ("airstrike.noun", "ru>army", "الغارة", "غارة روسية على الجيش المصري",
         "Russian air strike on the Egyptian army"),
        ("airstrike.verb", "ru>army", "يقصف", "قصف روسي على الجيش المصري",
         "Russian bombardment of the Egyptian army"),
        ("sanction", "us>ru", "رفعت", "رفع عقوبات من جانب الولايات المتحدة عن روسيا",
         "The United States lifts sanctions on Russia"),
        ("sanction", "us>ru", "فرضت", "عقوبات أميركية على روسيا", "US sanctions on Russia"),
        ("expulsion", "jo>ru", "طرد", "الأردن يطرد دبلوماسيين تابعين لروسيا",
         "Jordan expels diplomats of Russia"),
        ("ground.move", "army>", "تراجعت", "تراجع ميداني للجيش المصري", "Retreat by the Egyptian army"),
        ("ground.move", "army>", "تقدمت", "تقدم ميداني للجيش المصري",
         "Military advance by the Egyptian army"),
        ("war", "ru>jo", "حرب", "حرب روسية على الأردن", "Russian war against Jordan"),
        ("shootdown.repel", "army>", "تصدت", "اعتراض أهداف جوية على يد الجيش المصري",
         "The Egyptian army intercepts air targets"),
        ("closure", "jo>army", "", "إغلاق الجيش المصري من جانب الأردن", "Jordan closes the Egyptian army"),
        ("closure", "jo>ru", "", "إغلاق من جانب الأردن يخص روسيا", "Jordanian closure concerning Russia"),
        ("dissolution", "minister>bloc", "", "حل كتلة طويلة الاسم جدا جدا من جانب وزير من الوزراء",
         "A minister dissolves the Bloc of a Very Long Name Indeed"),
        ("boycott.noun", "jo>ru", "", "مقاطعة الأردن لروسيا", "Jordan boycotts Russia"),
        # who acts on whom
        ("suffered", "jo>", "تعرض", "اعتداء على الأردن", "Assault on Jordan"),
        ("notification", "us>jo", "", "الولايات المتحدة تخطر الأردن", "The United States notifies Jordan"),
        ("battle", "army>guards", "معارك", "معارك بين الجيش المصري والقوات البحرية",
         "Fighting between the Egyptian army and the Naval Forces"),
        ("attack", "attackers>army", "هجوم", "هجوم على الجيش المصري", "Attack on the Egyptian army"),
        # a person whose gender nothing tells takes no verb
        ("threat", "rival>ru", "", "تهديد نائب من النواب لروسيا", "A deputy threatens Russia"),
        ("threat", "minister>ru", "", "وزير من الوزراء يهدد روسيا", "A minister threatens Russia"),
        # together
        ("talks", "ru+us", "", "محادثات روسية أميركية", "Talks between Russia and the United States"),
        ("agreement.noun", "army", "", "اتفاق من أطرافه الجيش المصري",
         "Agreement involving the Egyptian army"),
        ("coordination", "jo", "", "تنسيق مع الأردن", "Coordination with Jordan"),
    ],
)  # fmt: skip
def test_acts_are_worded_by_what_the_record_says(
    trigger: str, parties: str, words: str, arabic: str, english: str
) -> None:
    assert written(trigger, parties, words) == (arabic, english)


@pytest.mark.parametrize(
    ("status", "arabic", "english"),
    [
        ("occurred", "زيارة وزير من الوزراء إلى طرابلس", "A minister visits Tripoli, Libya"),
        ("planned", "زيارة مرتقبة لوزير من الوزراء إلى طرابلس", "A minister to visit Tripoli, Libya"),
        ("hypothetical", "زيارة محتملة لوزير من الوزراء إلى طرابلس",
         "Possible visit by A minister to Tripoli, Libya"),
        ("reported", "زيارة وزير من الوزراء إلى طرابلس", "Visit by A minister to Tripoli, Libya"),
        ("denied", "زيارة وزير من الوزراء إلى طرابلس (نُفي حصولها)",
         "Visit by A minister to Tripoli, Libya (denied)"),
    ],
)  # fmt: skip
def test_a_headline_is_no_surer_than_its_record(status: str, arabic: str, english: str) -> None:
    assert written("visit", "minister>", place=TOWN, status=status) == (arabic, english)


@pytest.mark.parametrize(
    ("kind", "arabic", "english", "shown", "plural"),
    [
        (ActorKind.MILITARY, "الجيش", "Northern Army", "the Northern Army", False),
        (ActorKind.MILITARY, "القوات", "Armed Forces of Somewhere", "the Armed Forces of Somewhere", True),
        (ActorKind.ARMED_GROUP, "الحركة", "Hamas", "Hamas", False),
        (ActorKind.ARMED_GROUP, "مسلحون", "gunmen", "gunmen", True),
        (ActorKind.ARMED_GROUP, "المتمردون", "rebels", "the rebels", True),
        (ActorKind.ORGANISATION, "الوزارة", "Ministry of Water (Yemen)", "the Ministry of Water", False),
        (ActorKind.ORGANISATION, "الحلف", "NATO", "NATO", False),
        (ActorKind.PERSON, "فلان", "Army Smith", "Army Smith", False),
        (ActorKind.COUNTRY, "هولندا", "Netherlands", "the Netherlands", False),
        (ActorKind.COUNTRY, "عمان", "Oman", "Oman", False),
    ],
)
def test_names_take_the_article_and_verb_they_ask_for(
    kind: ActorKind, arabic: str, english: str, shown: str, plural: bool
) -> None:
    actor = Actor("x", kind, arabic, english, known=False)
    assert named_en(actor) == shown
    assert several([actor]) is plural


@pytest.mark.parametrize(
    ("name", "country", "phrase"),
    [
        ("Moscow", "ru", "in Moscow"),
        ("Red Sea", None, "in the Red Sea"),
        ("Shayrat air base", "sy", "at Shayrat air base"),
        ("Northern Syria", "sy", "in northern Syria"),
        ("Eastern Ghouta", "sy", "in Eastern Ghouta"),
        ("Brest (Belarus)", "by", "in Brest, Belarus"),
        ("Ariha (Idlib)", "sy", "in Ariha"),
        ("East of the Euphrates", "sy", "east of the Euphrates"),
    ],
)
def test_places_take_their_preposition(name: str, country: str | None, phrase: str) -> None:
    assert in_place_en(Place("x", "مكان", name, country), load_knowledge()) == phrase


def test_a_name_of_both_genders_tells_none() -> None:
    actor = Actor("x", ActorKind.PERSON, "نضال الخطيب", "Nidal al-Khatib", gender="m")
    assert feminine(actor, frozenset()) is None
