"""When two names of one article are the same person or body."""

from __future__ import annotations

from app.domain.records import Actor
from app.languages.ar.normalise import fold


def same_person(one: Actor, other: Actor) -> bool:
    """Equal names, or one inside the other with the same last part («محمد علي العمري», «محمد العمري»)."""
    a, b = _parts(one.name_ar), _parts(other.name_ar)
    if a == b or "".join(a) == "".join(b):
        return True
    shorter, longer = sorted((a, b), key=len)
    return (
        len(shorter) > 1
        and shorter[0] == longer[0]
        and shorter[-1] == longer[-1]
        and set(shorter) <= set(longer)
    )


def same_body(one: Actor, other: Actor) -> bool:
    """Equal names, or one begins the other by two words («مركز مدار», «مركز مدار للدراسات»)."""
    a, b = _parts(one.name_ar), _parts(other.name_ar)
    shorter, longer = sorted((a, b), key=len)
    return a == b or (len(shorter) > 1 and longer[: len(shorter)] == shorter)


def _parts(name: str) -> list[str]:
    return [part for part in fold(name).split() if part]
