"""The link preview of an event. Pure."""

from __future__ import annotations

from app.pages.event.records import Facts
from app.web.colours import colour
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.pictures import Name, Picture
from app.web.render import label, name_in


def picture(facts: Facts, spoken: Language, dates: DateWords) -> Picture:
    event, code = facts.event, spoken.code
    kicker = label(spoken, "type", event.type)
    if event.status != "occurred":
        kicker += f" · {label(spoken, 'status', event.status)}"
    sources = spoken.ngettext("%(n)s independent source", "%(n)s independent sources", event.origins)
    return Picture(
        rtl=spoken.direction == "rtl",
        site=spoken.gettext("Tasalsul"),
        kicker=kicker,
        title=(event.headline_ar if code == "ar" else event.headline_en) or event.headline_ar,
        words=f"{dates.edtf(event.edtf, weekday=True)} · {sources}",
        names=tuple(Name(name_in(code, each.actor), colour(each.actor.lane)) for each in facts.parties),
    )
