"""The article of an annotation: its document, its outlet and its actors."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.records import (
    Actor,
    ActorKind,
    Mention,
    MentionHow,
)
from app.domain.text import (
    Basis,
    Discarded,
    Document,
    Metadata,
    Outlet,
    Paragraph,
    ParagraphKind,
    Published,
    Span,
)
from app.knowledge.load import load_knowledge
from app.knowledge.records import slugify
from app.languages.ar.normalise import fold
from tests.support.gold_text import Line, lines

ROOT = Path(__file__).parent.parent.parent


class AnnotatedArticle:
    """One annotation beside its text: what is body, and who is named in it."""

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        self.name = Path(self.data["file"]).name
        self.text = (ROOT / "seeds" / self.name).read_text("utf-8")
        self.sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        self.lines = lines(self.text)

    @cached_property
    def body(self) -> dict[int, Line]:
        """Body lines by number; a line that stands twice counts where it stands last."""
        found, below = {}, len(self.lines)
        for n, prefix in reversed(list(enumerate(self.data["paragraph_prefixes"], 1))):
            at = max(k for k in range(below) if self.lines[k].span.text.startswith(prefix))
            found[n], below = self.lines[at], at
        return dict(sorted(found.items()))

    @cached_property
    def document(self) -> Document:
        body = {line.span: n for n, line in self.body.items()}
        title = self._title()
        paragraphs, discarded = [], []
        for line in self.lines:
            span = line.span
            if span in body:
                paragraphs.append(Paragraph(body[span], span))
            elif span.text in self.data["headings"]:
                paragraphs.append(Paragraph(None, span, ParagraphKind.HEADING))
            elif span != title:
                discarded.append(Discarded(span, self._reason(span)))
        return Document(
            name=self.name,
            text=self.text,
            sha256=self.sha256,
            language="ar",
            meta=Metadata(published=self.data["published"], published_note=self.data["published_evidence"]),
            title=title,
            byline=None,
            outlet=self.outlet,
            published=Published(
                self.data["published"],
                Basis.STATED if "explicit line" in self.data["published_evidence"] else Basis.SUPPLIED,
                self.data["published_evidence"],
            ),
            paragraphs=tuple(paragraphs),
            discarded=tuple(discarded),
        )

    def _title(self) -> Span | None:
        wanted, first = fold(self.data["title"]), self.body[1].span.start
        found = [s for line in self.lines if (s := line.span).start < first and fold(s.text) == wanted]
        return found[-1] if found else None

    def _reason(self, span: Span) -> str:
        if span.start < self.body[1].span.start:
            again = any(span.text.startswith(s) for s in self.data["standfirst"])
            return "standfirst" if again else "navigation"
        return "related_links"

    @cached_property
    def outlet(self) -> Outlet:
        name = self.data["outlet"]
        inner = re.fullmatch(r"(.*?)\s*\((.*)\)", name)
        first, second = inner.groups() if inner else (name, name)
        row = load_knowledge().media_by_name(first) or load_knowledge().media_by_slug(slugify(second))
        if row is None and first.isascii():
            row = load_knowledge().media_by_domain(first.split()[0])
        if row is not None:
            return Outlet(row.slug, row.name_ar, row.name_en)
        return Outlet(slugify(second), first, second)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """By Arabic name: those annotated, then the speakers and media that are not among them."""
        found = {a["name_ar"]: self._actor(a) for a in self.data["actors"]}
        for s in self.data["statements"]:
            for name in (s["speaker"], *s["via"]):
                if name not in found:
                    found[name] = self._unlisted(name, s["speaker_named"] or name in s["via"])
        for e in self.data["events"]:
            for name in e["actors"]:
                found.setdefault(name, self._unlisted(name, True))
        return found

    def _actor(self, a: dict[str, Any]) -> Actor:
        kind = ActorKind(a["type"])
        slug = a["country"].lower() if kind is ActorKind.COUNTRY else slugify(a["name_en"])
        mentions = [
            Mention(slug, n, span, MentionHow.NAME if k == 0 else MentionHow.ALIAS)
            for n, line in self.body.items()
            for k, words in enumerate(a["mentions"])
            for span in line.words(words)
        ]
        kept = [m for m in mentions if not any(o is not m and o.span.contains(m.span) for o in mentions)]
        return Actor(
            slug, kind, a["name_ar"], a["name_en"], a["country"], a["wikidata"], mentions=tuple(kept)
        )

    def _unlisted(self, name: str, named: bool) -> Actor:
        medium = load_knowledge().media_by_name(name)
        if medium is not None:
            return Actor(medium.slug, ActorKind.MEDIA, medium.name_ar, medium.name_en, medium.country)
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        kind = ActorKind.ORGANISATION if named else ActorKind.SOURCE
        mentions = tuple(
            Mention(f"source-{digest}", n, span, MentionHow.DESCRIPTION)
            for n, line in self.body.items()
            for span in line.words(name)
        )
        return Actor(f"source-{digest}", kind, name, f"source {digest[:4]}", known=False, mentions=mentions)
