"""The day of speaking: from the clause of the cue, else from what the same speaker said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import DatedWords, Statement
from app.domain.time import DateSpan
from app.ingest.speech.acts import Said
from app.ingest.speech.cues import CueKind
from app.ingest.speech.page import Page

#: How many paragraphs back a day told later may still be that of the same words.
_NEAR = 1


def own_day(page: Page, said: Said) -> DatedWords | None:
    """The first date between the start of the cue's clause and its content."""
    reach = said.mark if said.mark > said.cue.at else _past_subject(said)
    if said.same_speaker:
        return None
    first = said.clause if _opens_sentence(page, said.clause) else said.cue.at
    for i in range(first, reach):
        pin = page.dates.get(i)
        if pin is None or pin.date.value is None or said.start <= i < said.end:
            continue
        if i < said.cue.at and "و" in said.cue.reading.prefixes:
            continue  # «تغير الموقف قبل أسبوعين، وقال»: the day of another deed
        return DatedWords(pin.date.value, pin.date.span.text, "said.clause")
    return None


def _past_subject(said: Said) -> int:
    """«كما أعلن الأحد المتحدث», «كما أعلن المتحدث في 3 مايو»: past the subject after the verb."""
    subject, end = said.subject, said.cue.end
    if subject is None or not said.backward or said.cue.kind is not CueKind.VERB:
        return end
    return subject.end + 2 if subject.start >= end else end


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
    return tuple(reversed(_carried(forward[::-1], [frozenset()] * len(forward), _NEAR)))


def _carried(
    statements: Sequence[Statement], bodies: Sequence[frozenset[str]], reach: int | None = None
) -> list[Statement]:
    """``reach`` is how many paragraphs a day is carried, None for all."""
    days: dict[str, DateSpan] = {}
    told: dict[str, int] = {}
    out = []
    for statement, named in zip(statements, bodies, strict=True):
        slug, said = statement.speaker.slug, statement.said
        far = reach is not None and abs(told.get(slug, 0) - statement.paragraph) > reach
        if said is None and not far and not statement.rule.startswith("noun"):
            body = next((days[b] for b in sorted(named) if b in days), None)
            if slug in days:
                said = DatedWords(days[slug], None, "said.same_speaker")
            elif body is not None:
                said = DatedWords(body, None, "said.same_body")
        if said is not None:
            days[slug], told[slug] = said.value, statement.paragraph
        out.append(replace(statement, said=said))
    return out
