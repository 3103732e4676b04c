"""Articles of an export whose exact text other articles have too, in the database or in the same batch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ingest.storing.reprint import (
    Imprint,
    is_reprint,
    own_id,
    print_of,
    reprinted_saying,
    reprinted_telling,
)
from app.ingest.storing.standing import twins
from app.ingest.transfer.lines import ArticleLine
from app.models import ArticleRow


@dataclass(frozen=True, slots=True)
class Owner:
    """An article that has a text."""

    key: str
    file_name: str
    imprint: Imprint

    @classmethod
    def of(cls, line: ArticleLine) -> Owner:
        return cls(line["key"], line["file_name"], Imprint(line["outlet"], line["url"]))


@dataclass(slots=True)
class Held:
    """Who has a text. The records of one of them (its key is ``holder``) have the ids of the text: ``row`` in
    the store, or the article of the batch in the place ``arrival``."""

    owners: list[Owner] = field(default_factory=list)
    holder: str | None = None
    row: ArticleRow | None = None
    arrival: int | None = None

    def twin(self, line: ArticleLine, *, alone: bool) -> Owner | None:
        """The article that this one is told apart from by nothing; ``alone``: those of its own export are."""
        others = [owner for owner in self.owners if owner.key != line["key"]]
        if alone:
            return next((o for o in others if o.key == self.holder and not is_reprinted(line)), None)
        return next((o for o in others if not is_reprint(Owner.of(line).imprint, o.imprint)), None)

    def leave(self, key: str) -> None:
        """The article of this key is taken out of the store."""
        if self.holder == key:
            self.holder = self.row = None
        self.owners = [owner for owner in self.owners if owner.key != key]


def held_texts(session: Session, lines: Iterable[ArticleLine]) -> dict[str, Held]:
    """Who has each text of these lines in the store, by the plain hash of the text."""
    texts = {plain_hash(line) for line in lines}
    rows = session.scalars(sa.select(ArticleRow).where(ArticleRow.sha256.in_(texts))).all()
    found = {text: Held() for text in texts}
    for row in rows:
        owners = [Owner(a.key, a.file_name, imprint) for a, imprint in twins(session, row)]
        found[row.sha256] = Held(owners, row.key, row)
    return found


def plain_hash(line: ArticleLine) -> str:
    """The hash of the text, whichever of its articles this is."""
    return hashlib.sha256(line["text"].encode()).hexdigest()


def is_reprinted(line: ArticleLine) -> bool:
    """True for an article whose records have ids of their own, not those of the text."""
    return line["sha256"] != plain_hash(line)


def reprinted_line(line: ArticleLine) -> ArticleLine:
    """The same article with ids of its own."""
    key, print_ = line["key"], print_of(line["sha256"], line["key"])
    own = {part["id"] for part in (*line["statements"], *line["tellings"])}

    def renamed(part: Mapping[str, Any]) -> dict[str, Any]:
        claim = part.get("claimed_by")
        claimed = {"claimed_by": own_id(claim, key)} if claim else {}
        return {**part, "id": own_id(part["id"], key) if part["id"] in own else part["id"], **claimed}

    made: dict[str, Any] = {**line, "sha256": print_}
    for name, profile in (("statements", reprinted_saying), ("tellings", reprinted_telling)):
        parts: list[Any] = made[name]
        made[name] = [renamed(p) | {"profile": profile(p["profile"], key, print_)} for p in parts]
    if "curations" in line:
        made["curations"] = [renamed(part) for part in line["curations"]]
    return cast("ArticleLine", made)
