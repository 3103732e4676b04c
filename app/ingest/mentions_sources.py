"""Unnamed sources: «مصدر دبلوماسي روسي», «ضابط في الجيش الإسرائيلي», «وسائل إعلام عربية ومحلية»."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Span, Token
from app.ingest.mentions_tables import Table, actor_of, gazetteer
from app.ingest.mentions_titles import title_grammar
from app.ingest.mentions_trie import Form, forms
from app.ingest.nationality import Nisba, nisba_table
from app.knowledge.load import Knowledge
from app.knowledge.records import slugify
from app.languages.ar.normalise import fold
from app.languages.ar.sources import SourceHead, load_sources


def source_at(
    text: str, tokens: Sequence[Token], i: int, stop: int, knowledge: Knowledge
) -> Candidate | None:
    """The unnamed source whose description begins at token ``i``."""
    found = _head(tokens, i, stop)
    if found is None:
        return None
    form, head, at = found
    end, nisba, body = _description(tokens, at, stop, knowledge)
    if head.speaking and not _speaks(tokens, i, end, stop):
        return None
    if end == at and not head.media and not _speaks(tokens, i, end, stop):
        return None
    start = tokens[i].span.start + form.cut
    span = Span.of(text, start, tokens[end - 1].span.end)
    country = nisba.code if nisba else body.country if body else None
    actor = Actor(
        _slug(head, nisba, span, text, knowledge), ActorKind.MEDIA if head.media else ActorKind.SOURCE, span.text,
        _english(head, nisba, body, knowledge), country, known=False,
        affiliation=body.slug if body else (nisba.code.lower() if nisba else None), gender=head.gender,
        number=head.number,
    )  # fmt: skip
    return Candidate(
        tokens[i].paragraph, span, span, i, end, Sign.SOURCE, MentionHow.DESCRIPTION, (actor,), head=tokens[at - 1].fold,
        country=country, gender=head.gender, number=head.number,
    )  # fmt: skip


def _head(tokens: Sequence[Token], i: int, stop: int) -> tuple[Form, SourceHead, int] | None:
    heads = load_sources().heads
    for form in forms(tokens[i].fold):
        if i + 1 < stop and (form.word, tokens[i + 1].fold) in heads:
            return form, heads[form.word, tokens[i + 1].fold], i + 2
        if (form.word,) in heads:
            return form, heads[form.word,], i + 1
    return None


def _description(
    tokens: Sequence[Token], at: int, stop: int, knowledge: Knowledge
) -> tuple[int, Nisba | None, Actor | None]:
    """Where the description ends, its nationality, and the body it names."""
    words, adjectives = load_sources(), nisba_table(knowledge)
    nisba: Nisba | None = None
    while at < stop:
        plain = next((f.word for f in forms(tokens[at].fold) if f.prefix in ("", "و")), "")
        reading = adjectives.get(tokens[at].fold) or adjectives.get(tokens[at].fold.removeprefix("و"))
        if reading and not reading.definite:
            nisba = nisba or reading
        elif tokens[at].fold not in words.adjectives and tokens[at].fold.removeprefix("و") not in words.adjectives:
            break
        at += 1
        del plain
    body: Actor | None = None
    if at + 1 < stop and tokens[at].fold in words.prepositions:
        end, body = _affiliation(tokens, at + 1, stop, knowledge)
        if body:
            at = end
    return at, nisba, body


def _affiliation(tokens: Sequence[Token], at: int, stop: int, knowledge: Knowledge) -> tuple[int, Actor | None]:
    hit = gazetteer(knowledge).longest(tokens, at, stop)
    if hit and hit.form.prefix in ("", "ال"):
        for entry in hit.value:
            if entry.table in (Table.BODY, Table.MEDIUM, Table.COUNTRY, Table.CAPITAL):
                return hit.end, actor_of(entry, hit.code, knowledge)
    return at, None


_CUES = frozenset({"عن", "بحسب", "حسب", "وفق", "وفقا", "الي", "قالت", "قال", "ان", "لـ"})


def _speaks(tokens: Sequence[Token], first: int, end: int, stop: int) -> bool:
    """A verb of saying just before or after, or a word of attribution before."""
    before = tokens[first - 1] if first else None
    if before and (before.fold.removeprefix("و") in _CUES or before.verb()):
        return True
    if "ل" in next((f.prefix for f in forms(tokens[first].fold)), ""):
        return True
    return any(t.verb() is not None for t in tokens[end : min(end + 2, stop)])


def _slug(head: SourceHead, nisba: Nisba | None, span: Span, text: str, knowledge: Knowledge) -> str:
    """From the description and the article, so that no two articles share an unnamed source."""
    adjective = knowledge.countries[nisba.code].adjective_en if nisba else ""
    article = hashlib.sha256(text.encode()).hexdigest()[:8]
    words = hashlib.sha256(fold(span.text).encode()).hexdigest()[:4]
    return f"{slugify(f'{adjective} {head.en}')}-{article}-{words}"


def _english(head: SourceHead, nisba: Nisba | None, body: Actor | None, knowledge: Knowledge) -> str:
    adjective = f"{knowledge.countries[nisba.code].adjective_en} " if nisba else ""
    return f"{adjective}{head.en}" + (f" at {body.name_en}" if body else "")
