"""Scores of actors and statements."""

from __future__ import annotations

from app.domain.records import Actor, ActorKind, Extraction, QuoteKind, Statement
from app.ingest.evaluation.gold import Gold, GoldStatement
from app.ingest.evaluation.pairing import overlap, pair
from app.ingest.evaluation.people import Cast
from app.ingest.evaluation.scores import Score, cut


def actors(cast: Cast) -> Score:
    """Unnamed sources are judged with their statements: annotations list few of them as actors."""
    counted = [
        j for j, a in enumerate(cast.ours) if a.kind is not ActorKind.SOURCE or j in cast.pairs.values()
    ]
    missed = [
        f"{g.name_ar} ({g.kind}): {cut(' · '.join(dict.fromkeys(g.mentions)))}"
        for i, g in enumerate(cast.gold)
        if i not in cast.pairs
    ]
    false = [_found(cast.ours[j]) for j in counted if j not in cast.pairs.values()]
    return Score.of(len(cast.gold), len(counted), missed, false)


def _found(actor: Actor) -> str:
    places = (f"p{m.paragraph} «{m.span.text}» {m.how.value}" for m in actor.mentions[:2])
    return f"{actor.name_ar} ({actor.slug}): {', '.join(places) or 'no mention'}"


def pair_statements(gold: Gold, ours: Extraction, cast: Cast) -> dict[int, int]:
    return pair(gold.statements, ours.statements, lambda g, s: _statement_likeness(gold, g, s, cast))


def _statement_likeness(gold: Gold, wanted: GoldStatement, ours: Statement, cast: Cast) -> float:
    """Paragraph, speaker, and contents that share half of the shorter one."""
    return _telling_likeness(gold, wanted, ours) if cast.speaks(wanted.speaker, ours) else 0.0


def _telling_likeness(gold: Gold, wanted: GoldStatement, ours: Statement) -> float:
    """The same, whoever is said to speak."""
    if gold.paragraph_at(ours.content.start) != wanted.paragraph:
        return 0.0
    shared = overlap(wanted.window, ours.content) if wanted.window else 0.5
    return shared + 0.1 * (ours.quote.value == wanted.kind) if shared >= 0.5 else 0.0


def _gold_statement(s: GoldStatement) -> str:
    return f"p{s.paragraph} {s.speaker} | {s.verb} ({s.kind}) | {cut(s.prefix)}"


def _our_statement(s: Statement) -> str:
    words = (
        f"p{s.paragraph} {s.speaker.name_ar}",
        f"{s.verb.text} ({s.quote})",
        cut(s.content.text),
        s.rule,
    )
    return " | ".join(words)


def statement_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    taken = set(pairs.values())
    return Score.of(
        len(gold.statements),
        len(ours.statements),
        [_gold_statement(s) for i, s in enumerate(gold.statements) if i not in pairs],
        [_our_statement(s) for j, s in enumerate(ours.statements) if j not in taken],
    )


def cue_score(gold: Gold, ours: Extraction) -> Score:
    """Acts of saying found at all, whoever speaks: one minus the precision is the rate of false cues."""
    pairs = pair(gold.statements, ours.statements, lambda g, s: _telling_likeness(gold, g, s))
    return statement_score(gold, ours, pairs)


def direct_score(gold: Gold, ours: Extraction, pairs: dict[int, int]) -> Score:
    """The same hits, counted over what is direct on either side."""
    wanted = [i for i, s in enumerate(gold.statements) if s.kind == QuoteKind.DIRECT]
    found = [j for j, s in enumerate(ours.statements) if s.quote is QuoteKind.DIRECT]
    taken = set(pairs.values())
    return Score.of(
        len(wanted),
        len(found),
        [_gold_statement(gold.statements[i]) for i in wanted if i not in pairs],
        [_our_statement(ours.statements[j]) for j in found if j not in taken],
    )
