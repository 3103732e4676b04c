"""Why a date has its value: the article's own words, and what they were counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _

#: What an anchor begins with, and how the reason that names it is told.
_COUNTED: Final = {
    "publication": _("counted from the day of publication, %(date)s"),
    "speech": _("counted from the day of the statement, %(date)s"),
    "narrative": _("counted from the last day mentioned, %(date)s"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """``words`` are the article's, None where the date rests on its surroundings; ``why`` is ours."""

    words: str | None
    why: str | None


def reason(spoken: Language, dates: DateWords, words: str | None, anchor: str | None) -> Reason:
    """The reason for a date read from ``words``, counted from ``anchor`` (``publication 2015-09-24``)."""
    if words is None:
        return Reason(None, spoken.gettext("inferred from the surrounding text"))
    kind, _blank, value = (anchor or "").partition(" ")
    message = _COUNTED.get(kind)
    return Reason(words, spoken.gettext(message, date=dates.edtf(value)) if message else None)
