"""The day of speaking: from the clause of the cue, else from what the same speaker said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import DatedWords, Statement
from app.domain.time import DateSpan
from app.ingest.speech.acts import Said
from app.ingest.speech.page import Page


def own_day(page: Page, said: Said) -> DatedWords | None:
    """The first date between the start of the cue's clause and its content."""
    reach = said.mark if said.mark > said.cue.at else said.cue.end
    if said.same_speaker:
        return None
    first = said.clause if _opens_sentence(page, said.clause) else said.cue.at
    for i in range(first, reach):
        pin = page.dates.get(i)
        if pin is None or pin.date.value is None or said.start <= i < said.end:
            continue
        return DatedWords(pin.date.value, pin.date.span.text, "said.clause")
    return None


def _opens_sentence(page: Page, i: int) -> bool:
    return i == 0 or not page.same_sentence(i - 1, i)


def with_discourse_days(
    statements: Sequence[Statement], bodies: Sequence[frozenset[str]]
) -> tuple[Statement, ...]:
    """Give undated statements the day of the same speaker's last dated one, else of the next.

    ``bodies`` are the slugs named in the words for each speaker: «المتحدث باسم البيت الأبيض» goes on
    with the day on which the White House spoke before.
    """
    forward = _carried(statements, bodies)
    return tuple(reversed(_carried(forward[::-1], [frozenset()] * len(forward))))


def _carried(statements: Sequence[Statement], bodies: Sequence[frozenset[str]]) -> list[Statement]:
    days: dict[str, DateSpan] = {}
    out = []
    for statement, named in zip(statements, bodies, strict=True):
        slug, said = statement.speaker.slug, statement.said
        if said is None and not statement.rule.startswith("noun"):
            body = next((days[b] for b in sorted(named) if b in days), None)
            if slug in days:
                said = DatedWords(days[slug], None, "said.same_speaker")
            elif body is not None:
                said = DatedWords(body, None, "said.same_body")
        if said is not None:
            days[slug] = said.value
        out.append(replace(statement, said=said))
    return out
