"""What every format needs besides the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from app.pages.timeline.query import TimelineQuery
from app.pages.timeline.records import Record
from app.pages.timeline.voice import Voice


@dataclass(frozen=True, slots=True)
class Sheet:
    """``origin`` is scheme and host of this site, ``title`` names the view, ``updated`` is when an article
    was last read in, ``ending`` that of the file."""

    query: TimelineQuery
    voice: Voice
    origin: str
    title: str
    updated: datetime
    ending: str

    @property
    def lang(self) -> str:
        return self.voice.language.code

    @property
    def page(self) -> str:
        """Address of the view as a page."""
        return self.origin + self.voice.urls.timeline(self.query.pairs)

    @property
    def own(self) -> str:
        """Address of this very file."""
        return self.origin + self.voice.urls.export(f"timeline.{self.ending}", self.query.pairs)

    def permalink(self, record: Record) -> str:
        return self.origin + self.voice.urls.event(record.public_id)

    def actor(self, slug: str) -> str:
        return self.origin + self.voice.urls.actor(slug)

    def article(self, id: str) -> str:
        return self.origin + self.voice.urls.article(id)

    def state(self, record: Record) -> str:
        """An event's status, a statement's modality."""
        return self.voice.label("status" if record.kind == "event" else "modality", record.state)

    def changed(self, record: Record) -> datetime:
        """The day of first publication; where nobody knows it, when an article was last read in."""
        day = record.published
        return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else self.updated

    def told(self, record: Record) -> str:
        """The record in a few lines: its date in words and in the article's, its parties, who tells it."""
        voice = self.voice
        lines = [voice.when(record)]
        if record.date_text:
            lines[0] += f" («{record.date_text}»)"
        if record.content:
            lines.append(f"«{record.content}»")
        if record.parties:
            lines.append(voice.listed([voice.name(party) for party in record.parties]))
        if record.outlets:
            outlets = voice.listed([voice.name(outlet) for outlet in record.outlets])
            lines.append(f"{outlets} · {voice.sources(record.origins)}")
        return "\n".join(lines)
