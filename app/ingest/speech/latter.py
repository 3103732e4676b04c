"""«الأخير», «الأخيرة»: whoever was named last, a person before a body."""

from __future__ import annotations

from app.domain.records import Actor, ActorKind
from app.ingest.speech.agreement import gender_of
from app.ingest.speech.page import Page

#: How many words back the last of two may stand.
_REACH = 80
_PARTIES = frozenset(
    {ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.ARMED_GROUP, ActorKind.MILITARY}
)


def last_named(page: Page, before: int) -> Actor | None:
    """The last person named before a token, in its paragraph or the one before; else the last body."""
    gender = "f" if page.fold(before).endswith("ه") else "m"
    body: Actor | None = None
    for i in range(before - 1, max(-1, before - _REACH), -1):
        if page.tokens[i].paragraph < page.tokens[before].paragraph - 1:
            break
        pin = page.mentions.get(i)
        if pin is None or gender_of(pin) not in (None, gender):
            continue
        if pin.actor.kind is ActorKind.PERSON:
            return pin.actor
        if body is None and pin.actor.kind in _PARTIES:
            body = pin.actor
    return body
