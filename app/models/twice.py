"""Aliases of the actors table for the two parts actors play in one query, created once.

Creating an alias costs more than many queries do: wherever a table occurs twice, the second is a
constant.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import aliased

from app.models.actor import ActorRow

#: Whoever publishes an article, whoever speaks.
OUTLET: Final = aliased(ActorRow)
SPEAKER: Final = aliased(ActorRow)
