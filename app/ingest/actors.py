"""Actors: the candidates of an article combined, with each description resolved to the actor it means."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import Draft
from app.ingest.identity.resolve import Resolver
from app.knowledge.load import Knowledge
from app.languages.ar.normalise import untagged


def run(draft: Draft, knowledge: Knowledge) -> Draft:
    """Fill ``draft.mentions`` and ``draft.actors`` from the candidates."""
    actors = tuple(replace(a, name_ar=untagged(a.name_ar)) for a in Resolver(draft, knowledge).actors())
    mentions = tuple(
        sorted(
            (m for actor in actors for m in actor.mentions), key=lambda m: (m.span.start, m.span.end, m.slug)
        )
    )
    return replace(draft, mentions=mentions, actors=actors)
