from __future__ import annotations

import pytest

from app.domain.records import Actor, ActorKind, EventStatus, Participant, Role
from app.ingest.happenings.headline_names import LONGEST
from app.ingest.happenings.headlines import headlines
from app.knowledge.load import load_knowledge
from app.languages.ar.events import Trigger, load_event_words

ACTORS = {
    a.slug: a
    for a in (
        Actor("ru", ActorKind.COUNTRY, "روسيا", "Russia", "RU"),
        Actor("jo", ActorKind.COUNTRY, "الأردن", "Jordan", "JO"),
        Actor("army", ActorKind.MILITARY, "الجيش المصري", "Egyptian army", "EG"),
        Actor("minister", ActorKind.PERSON, "وزير من الوزراء", "A minister", "TN"),
    )
}
PATTERNS = [
    [("ru", Role.SOURCE)],
    [("ru", Role.SOURCE), ("jo", Role.TARGET)],
    [("minister", Role.SOURCE), ("army", Role.TARGET)],
    [("army", Role.TARGET)],
    [("ru", Role.PARTICIPANT), ("jo", Role.PARTICIPANT)],
    [(slug, Role.PARTICIPANT) for slug in ACTORS],
    [("minister", Role.PARTICIPANT)],
]


@pytest.mark.parametrize("trigger", load_event_words().triggers, ids=lambda t: t.id)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_type_names_its_parties_within_the_length(
    trigger: Trigger, pattern: list[tuple[str, Role]]
) -> None:
    parties = [Participant(slug, role) for slug, role in pattern]
    label = load_event_words().labels[trigger.type]
    for status in (EventStatus.OCCURRED, EventStatus.PLANNED):
        arabic, english = headlines(trigger, label, parties, None, ACTORS, load_knowledge(), status)
        assert 0 < len(arabic) <= LONGEST
        assert 0 < len(english) <= LONGEST
        assert "{" not in arabic + english
        assert "  " not in arabic + english
        assert len(arabic.split()) > 1
        assert len(english.split()) > 1
