"""Who receives arms if the text names only the capital: «ستنقل 14 دبابة إلى كييف»."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind, EventType
from app.ingest.happenings.cast import Cast
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.states import capital_names
from app.ingest.happenings.triggers import Candidate
from app.ingest.happenings.view import View
from app.knowledge.load import Knowledge

#: So many words after the trigger the arms may reach their goal.
_WITHIN = 14


def received(view: View, found: Candidate, cast: Cast, limit: int, knowledge: Knowledge) -> Cast:
    """The state of the capital that arms reach is acted on, where nobody else is."""
    if found.trigger.type is not EventType.ARMS_SUPPLY or cast.targets:
        return cast
    names = capital_names(knowledge)
    for k in range(found.end, min(limit, found.end + _WITHIN)):
        word = view.fold(k)
        goal = word if view.fold(k - 1) == "الي" else word[1:] if word[:1] == "ل" else ""
        code = names.get(goal)
        if code and k not in view.at:
            return replace(cast, targets=(Phrase(k, k + 1, code, ActorKind.COUNTRY, country=code),))
    return cast
