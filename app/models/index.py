"""The record index: tables derived entirely from the records (docs/decisions/0007)."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base

#: 64 bits in every database; in SQLite the name under which a row is stored.
Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class IndexStateRow(Base):
    """A single row. ``generation`` grows with every transaction that changes the index, ``epoch``
    when all of it is made anew; ``version`` names the rules it was made by, empty before the first."""

    __tablename__ = "index_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(sa.String(16))
    epoch: Mapped[int]
    generation: Mapped[int] = mapped_column(Wide)


class IndexTermRow(Base):
    """A value of a facet (``actor``, ``ru``), and how many records have it."""

    __tablename__ = "index_terms"
    __table_args__ = (
        sa.UniqueConstraint("value", "facet"),
        sa.Index("ix_index_terms_facet_records", "facet", "records", "value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    facet: Mapped[str] = mapped_column(sa.String(16))
    value: Mapped[str] = mapped_column(sa.String(160))
    records: Mapped[int]


class IndexPostingRow(Base):
    """The keys of a term's records in one month, as a 64-bit roaring bitmap in its portable form.

    ``id`` is the term and the month in one number (``app.index.keys.posting_id``); ``generation``
    is that of the last change. A term that no record of the month has any more keeps an empty one.
    """

    __tablename__ = "index_postings"

    id: Mapped[int] = mapped_column(Wide, primary_key=True, autoincrement=False)
    keyset: Mapped[bytes]
    generation: Mapped[int] = mapped_column(Wide, index=True)


class IndexEntryRow(Base):
    """A record as the index knows it: its key, its terms, and what orders and bounds it.

    Exactly one of the two ids is set; they are no foreign keys, for an entry outlives its record
    until the index is brought up to date in the same transaction. Days are proleptic ordinals, 0
    where unknown; ``first`` and ``last`` bound the date as the window filter sees it. ``reach`` is
    how far they lie from ``day`` (``app.index.keys.reach``). ``terms`` are ids, four bytes each,
    lowest byte first, in ascending order. ``text`` is a hash of the words filed under the key: other
    words get another key.
    """

    __tablename__ = "index_entries"
    __table_args__ = (sa.Index("ix_index_entries_reach_day", "reach", "day", "first", "last"),)

    key: Mapped[int] = mapped_column(Wide, primary_key=True, autoincrement=False)
    event_id: Mapped[int | None] = mapped_column(unique=True)
    statement_id: Mapped[int | None] = mapped_column(unique=True)
    day: Mapped[int]
    first: Mapped[int | None]
    last: Mapped[int | None]
    reach: Mapped[int]
    published: Mapped[int]
    text: Mapped[int] = mapped_column(Wide)
    terms: Mapped[bytes]


class IndexMonthRow(Base):
    """The next key of a month; a key is never given out twice."""

    __tablename__ = "index_months"

    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    following: Mapped[int] = mapped_column(Wide)


class IndexArticleRow(Base):
    """An article as the index of passages knows it (``app.index.passages``).

    ``key`` is never given out twice: the row of an article that is no more stays, without its id,
    until the index is made anew.
    """

    __tablename__ = "index_articles"

    key: Mapped[int] = mapped_column(Wide, primary_key=True, autoincrement=False)
    article_id: Mapped[int | None] = mapped_column(unique=True)


class IndexWordRow(Base):
    """A folded word that stands, or stood, in some text: what a misspelt question is compared with."""

    __tablename__ = "index_vocabulary"

    word: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
