"""Accounts that cannot both be true: which links say so, and why the two were paired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from app.domain.links import LinkKind
from app.models import LinkRow
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _

#: By the kind of the link and the reason that was noted.
REASONS: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("denial_of", "type"): _("The denial refers to an event of this kind."),
        ("denial_of", "principals"): _("Both name the same parties."),
        ("denial_of", "same_question"): _("Another speaker denies it in the same words."),
        ("differs", "number"): _("One event, and different numbers for the same thing."),
        ("differs", "account"): _("One event: reported here, and reported there as denied."),
        ("differs", "date"): _(
            "The same kind of event between the same parties, on days close to each other."
        ),
        ("differs", "evaluation"): _("Both took part in one event, and judge it in opposite ways:"),
        ("differs", "agreement"): _("one speaks of agreement, the other of disagreement."),
        ("differs", "success"): _("one speaks of success, the other of failure."),
        ("differs", "victory"): _("one speaks of victory, the other of defeat."),
        ("differs", "presence"): _("one says that somebody was there, the other that he stayed away."),
        ("differs", "end"): _("one says that it is over, the other that it goes on."),
    }
)


#: A denial in words.
_SPOKEN: Final = aliased(LinkRow)


def opposed(why: str | None = None) -> sa.ColumnElement[bool]:
    """Links between accounts that are opposed in this way, or in any.

    An article's own «X denied it» says nothing beside the words of the denial, where these are known.
    """
    in_words = sa.exists().where(
        _SPOKEN.kind == LinkKind.DENIAL_OF.value,
        _SPOKEN.to_telling_id == LinkRow.to_telling_id,
        _SPOKEN.from_statement_id.is_not(None),
    )
    denies = sa.and_(
        LinkRow.kind == LinkKind.DENIAL_OF.value,
        sa.or_(LinkRow.from_statement_id.is_not(None), sa.not_(in_words)),
    )
    differs = LinkRow.kind == LinkKind.DIFFERS.value
    if why is None:
        return sa.or_(denies, differs)
    return denies if why == "denial" else sa.and_(differs, LinkRow.reasons.contains(why))


def in_words(kind: str, reasons: Iterable[str], spoken: Language) -> tuple[str, ...]:
    """Why the two accounts were paired, a sentence a reason; a reason without words is left out."""
    known = (REASONS.get((kind, reason)) for reason in reasons)
    return tuple(spoken.gettext(message) for message in known if message)
