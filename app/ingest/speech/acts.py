"""What is known about an act of saying while its sentence is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.ingest.speech.content import Opening
from app.ingest.speech.cues import Cue, CueKind
from app.ingest.speech.heads import Phrase
from app.ingest.speech.page import Page


@dataclass(frozen=True, slots=True)
class Said:
    """A cue with what was found around it; all numbers are tokens.

    ``start`` … ``end`` is the content, ``mark`` where the words before it end, ``verb`` the words
    shown as the cue. ``subject`` is None where the cue has none of its own; ``fallback`` is a
    phrase of the same sentence that may stand for it. ``outer`` is the number of the saying in
    whose content this one stands. ``backward`` says that the content stands before the cue.
    """

    cue: Cue
    start: int
    end: int
    how: str
    mark: int
    rule: str
    verb: tuple[int, int]
    subject: Phrase | None = None
    fallback: Phrase | None = None
    relays: tuple[Phrase, ...] = ()
    clause: int = 0
    same_speaker: bool = False
    outer: int | None = None
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A cue in its sentence (``start`` … ``end``) with the sayings found before it."""

    page: Page
    cue: Cue
    start: int
    end: int
    found: Sequence[Said]

    @property
    def clause(self) -> int:
        """Where the clause of the cue may begin: the sentence, or the content it stands in."""
        return max([self.start, *(s.start for s in self.found if s.start <= self.cue.at)])

    def said(self, opening: Opening, rule: str, subject: Phrase | None = None) -> Said:
        """A saying whose content begins at ``opening`` and whose end is yet to be found."""
        negated = self.cue.kind is CueKind.VERB and self.page.within(self.cue.at - 1, "negations")
        return Said(
            cue=self.cue,
            start=opening.start,
            end=opening.start + 1,
            how=opening.how,
            mark=opening.mark,
            rule=rule,
            verb=(self.cue.at - negated, self.cue.end),
            subject=subject,
            clause=self.clause,
        )

    def said_before(self, start: int, end: int, mark: int, rule: str, subject: Phrase) -> Said:
        """A saying whose content stands before its cue."""
        said = self.said(Opening(mark, start, "before"), rule, subject)
        return replace(said, end=end, backward=True)
