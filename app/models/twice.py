"""Actors in the parts that two of them have in one question, made once.

To make an alias costs more than to ask many a question: wherever a table stands twice, the second is a
constant.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import aliased

from app.models.actor import ActorRow

#: Whoever publishes an article, whoever speaks.
OUTLET: Final = aliased(ActorRow)
SPEAKER: Final = aliased(ActorRow)
