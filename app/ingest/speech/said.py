"""The day of speaking: from the clause of the cue, else from what the same speaker said before."""

from __future__ import annotations

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
    """Give undated statements the day of the same speaker's nearest dated one, earlier before later."""
    out = list(statements)
    for k, statement in enumerate(out):
        if statement.said is not None:
            continue
        slug = statement.speaker.slug
        order = [*range(k - 1, -1, -1), *range(k + 1, len(out))]
        day = next((out[j].said for j in order if out[j].speaker.slug == slug and out[j].said), None)
        if day is not None:
            out[k] = replace(statement, said=DatedWords(day.value, None, "said.same_speaker"))
    return tuple(out)
