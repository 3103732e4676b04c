"""The day of speaking: from the clause of the cue, else from what the same speaker said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.records import DatedWords, Statement
from app.ingest.speech.acts import Said
from app.ingest.speech.page import Page


def own_day(page: Page, said: Said) -> DatedWords | None:
    """The first date between the start of the cue's clause and its content."""
    reach = said.mark if said.mark > said.cue.at else said.cue.end
    if said.same_speaker:
        return None
    for i in range(said.clause, reach):
        pin = page.dates.get(i)
        if pin is None or pin.date.value is None or said.start <= i < said.end:
            continue
        return DatedWords(pin.date.value, pin.date.span.text, "said.clause")
    return None


def with_discourse_days(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give undated statements the day of the same speaker's last dated one, else of the next."""
    forward = _carried(statements)
    return tuple(reversed(_carried(reversed(forward))))


def _carried(statements: Iterable[Statement]) -> list[Statement]:
    days: dict[str, DatedWords] = {}
    out = []
    for statement in statements:
        slug, said = statement.speaker.slug, statement.said
        if said is not None:
            days[slug] = DatedWords(said.value, None, "said.same_speaker")
        out.append(statement if said or slug not in days else replace(statement, said=days[slug]))
    return out
