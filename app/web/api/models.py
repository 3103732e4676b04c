"""Response models that several lists share."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Model(BaseModel):
    """Immutable, and strict about names: what is not described is not sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Model):
    """An actor, an outlet or a place."""

    slug: str = Field(examples=["ru"])
    name_ar: str = Field(examples=["روسيا"])
    name_en: str = Field(examples=["Russia"])


class Medium(Model):
    """A medium that words came through; `cue` are the words of the article that say so."""

    slug: str = Field(examples=["reuters"])
    cue: str | None


class Words(Model):
    """A stretch of an article's text: code points, `end` excluded, and what stands there."""

    start: int
    end: int
    text: str


class Count(Model):
    """A value of a filter, and how many records it would leave, the other filters kept."""

    value: str
    count: int


class NamedCount(Named):
    """A named value of a filter, and how many records it would leave, the other filters kept."""

    count: int


class Listing(Model, Generic[T]):
    """A page of a list. `next` and `previous` are addresses, null at the ends."""

    total: int = Field(description="How many there are in the whole list, not on this page.")
    items: list[T]
    next: str | None = Field(description="Address of the next page.")
    previous: str | None = Field(description="Address of the page before.")


class Problem(BaseModel):
    """What went wrong (RFC 9457). The last three only where a parameter will not do."""

    status: int = Field(examples=[422])
    title: str = Field(examples=["Unprocessable Content"])
    detail: str | None = Field(None, description="A sentence about this very request.")
    field: str | None = Field(None, description="The parameter.", examples=["status"])
    value: str | None = Field(None, description="What was given.", examples=["done"])
    allowed: list[str] | None = Field(
        None, description="What may be given.", examples=[["occurred", "planned"]]
    )


class Index(Model):
    version: str
    openapi: str = Field(description="Address of this description.")
    lists: list[str] = Field(description="Addresses of all lists.")


class Correction(Model):
    """What people set right in a record: which keys of their file, and why."""

    record: str = Field(examples=["event"])
    id: str
    fields: list[str] = Field(examples=[["date"]])
    note_ar: str | None
    note_en: str | None
