"""What ingest runs did to records: read for any page that shows it, and described field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.languages.ar.spelled import spelled
from app.models import ActorRow, ChangeRow, IngestArticleRow, IngestRunRow
from app.web.dates_in_words import DateWords
from app.web.i18n import Language
from app.web.i18n import gettext_noop as _
from app.web.labels import VOCABULARIES
from app.web.named import Named, named

Fields = Mapping[str, Any]

#: What a run did to a record.
CHANGES: Final[Mapping[str, str]] = MappingProxyType(
    {"added": _("added"), "changed": _("changed"), "re-dated": _("re-dated"), "lost": _("lost")}
)
#: In the order in which they are told; the values of some are of a closed vocabulary.
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "type": _("Type"),
        "status": _("Status"),
        "participants": _("Participants"),
        "speaker": _("Speaker"),
        "verb": _("Verb"),
        "quote": _("Quotation"),
        "modality": _("Modality"),
        "date": _("Date"),
        "place": _("Place"),
        "content": _("Content"),
        "summary": _("Record"),
    }
)
#: Whose values are quoted from an article.
QUOTED: Final = frozenset({"content", "verb"})


@dataclass(frozen=True, slots=True)
class Step:
    """A change of one record in one run; ``record`` is ``event`` or ``statement``, ``article`` the public id
    of the article that it stands or stood in."""

    line: int
    run: int
    at: datetime
    change: str
    record: str
    id: str
    before: Fields | None
    after: Fields | None
    article: str | None = None

    @property
    def text(self) -> str:
        """The words of the record as they were last."""
        return str((self.after or self.before or {}).get("text", ""))


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article, and the run that read it first."""

    article: str
    run: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in words; None where it said nothing. Of a record that came or went one side is None."""

    field: str
    title: str
    before: str | None
    after: str | None

    @property
    def is_quoted(self) -> bool:
        return self.field in QUOTED


def steps(session: Session, where: sa.ColumnElement[bool]) -> tuple[Step, ...]:
    """The changes of which this is true, in order of time."""
    row, line, run = ChangeRow, IngestArticleRow, IngestRunRow
    wanted = (
        sa.select(row, line.run_id, run.started, line.article_public_id)
        .join(line, line.id == row.ingest_article_id)
        .join(run, run.id == line.run_id)
        .where(where)
        .order_by(row.id)
    )
    return tuple(
        Step(
            own.ingest_article_id, run_, at, own.change, own.record, own.public_id, own.before, own.after, of
        )
        for own, run_, at, of in session.execute(wanted)
    )


def of_records(session: Session, ids: Collection[str]) -> tuple[Step, ...]:
    """What became of these records (public ids of tellings and statements), in order of time."""
    return steps(session, ChangeRow.public_id.in_(ids))


def with_lost(session: Session, tellings: Collection[str]) -> set[str]:
    """These tellings (public ids) of one event, and those that it lost, one after the other."""
    found, fresh = set(tellings), set(tellings)
    while fresh:
        lost = sa.select(ChangeRow.public_id).where(ChangeRow.beside.in_(fresh), ChangeRow.change == "lost")
        fresh = set(session.scalars(lost)) - found
        found |= fresh
    return found


def arrivals(session: Session, articles: Collection[str]) -> tuple[Arrival, ...]:
    """The runs that read these articles (public ids) first, in order of time."""
    line, run = IngestArticleRow, IngestRunRow
    rows = session.execute(
        sa.select(sa.type_coerce(line.article_public_id, sa.String()), run.id, run.started)
        .join(run, run.id == line.run_id)
        .where(line.article_public_id.in_(articles), line.result == "added")
        .order_by(run.id)
    )
    found: dict[str, Arrival] = {}
    for article, number, at in rows:
        found.setdefault(article, Arrival(article, number, at))
    return tuple(found.values())


def names(session: Session, told: Iterable[Step]) -> dict[str, Named]:
    """The actors that these changes speak of, as far as they are still known, by slug."""
    slugs = {slug for step in told for said in (step.before, step.after) if said for slug in _slugs(said)}
    rows = session.scalars(sa.select(ActorRow).where(ActorRow.slug.in_(slugs)))
    return {row.slug: named(row) for row in rows}


def _slugs(said: Fields) -> Iterator[str]:
    if said.get("speaker"):
        yield said["speaker"]
    for slug, _role in said.get("participants", ()):
        yield slug


class Teller:
    """Tells changes in one language."""

    def __init__(self, spoken: Language, dates: DateWords, known: Mapping[str, Named]) -> None:
        self.spoken, self.dates, self.known = spoken, dates, known

    def differences(self, step: Step) -> tuple[Difference, ...]:
        """What differs; of a record that came or went all that it says."""
        return tuple(self._differences(step.before, step.after))

    def _differences(self, before: Fields | None, after: Fields | None) -> Iterator[Difference]:
        for field, title in FIELDS.items():
            old, new = (self._told(field, said.get(field)) if said else None for said in (before, after))
            if old != new and (old or new):
                yield Difference(field, self.spoken.gettext(title), old, new)

    def _told(self, field: str, value: Any) -> str | None:
        """A value in words."""
        if not value:
            return None
        if field in VOCABULARIES:
            return self._label(field, value)
        if field == "date":
            return self.dates.edtf(value)
        if field == "participants":
            return self._listed([self._name(slug) + self._role(role) for slug, role in value])
        if field == "place":
            return str(value["ar"] if self.spoken.code == "ar" else value["en"])
        if field == "speaker":
            return self._name(value)
        return spelled(value) if field == "verb" else str(value)

    def _name(self, slug: str) -> str:
        known = self.known.get(slug)
        if known is None:
            return slug
        return known.name_ar if self.spoken.code == "ar" else known.name_en or known.name_ar

    def _role(self, role: str) -> str:
        return "" if role == "participant" else f" ({self._label('role', role)})"

    def _label(self, vocabulary: str, value: str) -> str:
        message = VOCABULARIES[vocabulary].get(value)
        return self.spoken.gettext(message) if message else value

    def _listed(self, words: Sequence[str]) -> str:
        return ("، " if self.spoken.code == "ar" else ", ").join(words)
