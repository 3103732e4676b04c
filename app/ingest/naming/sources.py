"""Unnamed sources: «مصدر دبلوماسي روسي», «ضابط في الجيش الإسرائيلي», «وسائل إعلام عربية ومحلية»."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import Actor, ActorKind, Candidate, MentionHow, Sign
from app.domain.text import Span, Token
from app.ingest.naming.closeness import closeness
from app.ingest.naming.english import adjective_of, singular
from app.ingest.naming.institutions import institutions
from app.ingest.naming.page import Page
from app.ingest.naming.tables import Table, actor_of, institution_actor, is_bare
from app.ingest.naming.trie import Form, forms
from app.ingest.nationality import Nisba
from app.knowledge.load import Knowledge
from app.knowledge.records import slugify
from app.languages.ar.normalise import fold
from app.languages.ar.sources import SourceHead, load_sources


def source_at(page: Page, i: int, stop: int) -> Candidate | None:
    """The unnamed source whose description begins at token ``i``."""
    tokens, knowledge = page.tokens, page.knowledge
    found = _head(tokens, i, stop)
    if found is None:
        return None
    form, head, at = found
    definite = tokens[i].fold.startswith("ال") and head.number == "s"
    end, nisba, body = _description(page, at, stop)
    if definite or ((head.speaking or end == at) and not _speaks(tokens, i, end)):
        return None
    near = next((c for k in range(at + 1, end + 1) if (c := closeness(page, k, stop))), None)
    span = page.span(i, near.end if near else end, form)
    if head.media and end == at and not _cited(tokens, i, end):
        return None
    press = head.media and nisba and body is None
    actor = _press(nisba.code, knowledge) if press and nisba else Actor(
        _slug(head, nisba, span, page), ActorKind.MEDIA if head.media else ActorKind.SOURCE,
        nominative(_unowned(span.text, head, page.text), head.number),
        _english(_adjectives(page, at, near.adjective), head, None, knowledge) + f" {near.english}"
        if near and near.english else _english(_adjectives(page, at, end), head, body, knowledge),
        nisba.code if nisba else body.country if body else None,
        known=False,
        affiliation=body.slug if body else (nisba.code.lower() if nisba else None), gender=head.gender,
        number=head.number,
    )  # fmt: skip
    result = page.candidate(
        (i, near.end if near else end), form, Sign.SOURCE, MentionHow.DESCRIPTION, (actor,)
    )
    return replace(result, head=form.word)


def _press(code: str, knowledge: Knowledge) -> Actor:
    """«وسائل إعلام تركية», «صحف تركية رسمية»: the media of a state, one actor whatever they are called."""
    media = next(row for row in institutions() if row.suffix == "media")
    return institution_actor(media, code, knowledge)


def _cited(tokens: Sequence[Token], first: int, end: int) -> bool:
    """«بحسب وسائل إعلام», «وسائل إعلام ذكرت»: not whom one speaks to."""
    before = tokens[first - 1].fold.removeprefix("و") if first else ""
    return before in _CUES or any(t.verb() is not None for t in tokens[end : end + 1])


def nominative(words: str, number: str) -> str:
    """«مصدرًا رسميًا», «مصدرين روسيين» as they stand in a list: without the endings of other cases."""
    words = re.sub(r"(?:\u064b\u0627|\u0627\u064b)(?=\s|$)", "", words)
    if number == "s":
        first = words.partition(" ")[0]
        bare = first.endswith("ا") and (fold(first[:-1]),) in load_sources().heads
        return re.sub(r"(?<=\w\w)ا(?=\s|$)", "", words) if bare else words
    return re.sub(r"(?<=\w\w)ين(?=\s|$)", "ان" if number == "d" else "ون", words)


def _unowned(words: str, head: SourceHead, text: str) -> str:
    """«مراسله في بيروت» without the pronoun, which only a text that writes ة tells from an ending."""
    first, space, rest = words.partition(" ")
    owned = head.gender == "f" and head.number == "s" and first.endswith("ه") and "ة" in text
    return f"{first[:-1]}{space}{rest}" if owned else words


def _adjectives(page: Page, at: int, end: int) -> list[str]:
    """The folded words of a description up to its preposition."""
    prepositions = load_sources().prepositions
    words = [page.fold(k) for k in range(at, end)]
    ends = next(
        (i for i, word in enumerate(words) if word in prepositions or word.startswith("بال")), len(words)
    )
    return [word.removeprefix("و") if word.startswith("وال") else word for word in words[:ends]]


def _head(tokens: Sequence[Token], i: int, stop: int) -> tuple[Form, SourceHead, int] | None:
    heads = load_sources().heads
    for form in forms(tokens[i].fold):
        word = form.word.removeprefix("ال")
        if i + 1 < stop and (word, tokens[i + 1].fold) in heads:
            return form, heads[word, tokens[i + 1].fold], i + 2
        if (word,) in heads:
            return form, heads[word,], i + 1
    return None


def _description(page: Page, at: int, stop: int) -> tuple[int, Nisba | None, Actor | None]:
    """Where the description ends, its nationality, and the body it names."""
    words = load_sources()
    nisba: Nisba | None = None
    while at < stop:
        word = page.fold(at)
        bare = {word, word.removeprefix("و"), word.removeprefix("ال"), word.removeprefix("وال")}
        reading = page.nisba(at)
        if reading is None and not (bare | {singular(word)}) & words.adjectives:
            break
        nisba = nisba or reading
        at += 1
    if at + 1 < stop and page.fold(at) in words.prepositions:
        end, body = _affiliation(page, at + 1, stop)
        return (end, nisba, body) if body else (at, nisba, None)
    hit = page.name_at(at, stop) if at < stop and page.fold(at).startswith("ب") else None
    if hit and hit.form.prefix == "ب" and hit.value[0].table is Table.BODY:
        return hit.end, nisba, actor_of(hit.value[0], hit.code, page.knowledge)
    return at, nisba, None


def _affiliation(page: Page, at: int, stop: int) -> tuple[int, Actor | None]:
    hit = page.name_at(at, stop)
    if hit and not hit.form.cut:
        for entry in hit.value:
            if entry.table in _AFFILIATIONS and not is_bare(entry, hit.code):
                return hit.end, actor_of(entry, hit.code, page.knowledge)
    return at, None


_AFFILIATIONS = (Table.BODY, Table.MEDIUM, Table.COUNTRY, Table.CAPITAL)
_CUES = frozenset(
    {"عن", "عنه", "عنها", "عنهم", "عنهما", "بحسب", "حسب", "وفق", "وفقا", "الي", "قالت", "قال", "ان", "لـ"}
)


def _speaks(tokens: Sequence[Token], first: int, end: int) -> bool:
    """A verb of saying just before or after, or a word of attribution before."""
    before = tokens[first - 1] if first else None
    if before and (before.fold.removeprefix("و") in _CUES or before.verb()):
        return True
    if "ل" in next((f.prefix for f in forms(tokens[first].fold)), ""):
        return True
    return any(t.verb() is not None for t in tokens[end : end + 2])


def _slug(head: SourceHead, nisba: Nisba | None, span: Span, page: Page) -> str:
    """From the description and the article, so that no two articles share an unnamed source."""
    adjective = page.knowledge.countries[nisba.code].adjective_en if nisba else ""
    article = hashlib.sha256(page.text.encode()).hexdigest()[:8]
    words = hashlib.sha256(fold(span.text).encode()).hexdigest()[:4]
    return f"{slugify(f'{adjective} {head.en}')}-{article}-{words}"


def _english(words: Sequence[str], head: SourceHead, body: Actor | None, knowledge: Knowledge) -> str:
    """«مصدران روسيان» gives "two Russian sources"; ``words`` are the folded adjectives."""
    adjectives = [a for word in words if (a := adjective_of(word, knowledge))]
    count, _, noun = head.en.rpartition("two ")
    phrase = " ".join((*([count + "two"] if "two " in head.en else []), *reversed(adjectives), noun))
    if body is None:
        return phrase
    article = "the " if body.kind in (ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.MILITARY) else ""
    return f"{phrase} at {'' if body.name_en.lower().startswith('the ') else article}{body.name_en}"
