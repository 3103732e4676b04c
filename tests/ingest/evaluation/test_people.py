from __future__ import annotations

import pytest

from app.domain.records import (
    Actor,
    ActorKind,
    Mention,
    MentionHow,
    Modality,
    QuoteKind,
    Speaker,
    Statement,
)
from app.domain.text import Span
from app.ingest.evaluation.gold import GoldActor
from app.ingest.evaluation.people import Cast, align, likeness, same_head


def gold(
    name: str, *mentions: str, kind: str = "person", en: str = "?", wikidata: str | None = None
) -> GoldActor:
    return GoldActor(name, en, kind, wikidata, mentions)


def ours(
    name: str,
    *mentions: str,
    kind: ActorKind = ActorKind.PERSON,
    how: MentionHow = MentionHow.NAME,
    en: str = "!",
    wikidata: str | None = None,
) -> Actor:
    spans = tuple(Mention(en, 1, Span(0, len(m), m), how) for m in mentions)
    return Actor(f"slug-{name}", kind, name, en, wikidata=wikidata, mentions=spans)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gold("فلان", wikidata="Q1"), ours("علان", wikidata="Q1")),
        (gold("أحمد الفلاني"), ours("احمد الفلاني")),
        (gold("فلان", en="Ahmad Fulani"), ours("علان", en="ahmad fulani")),
        (gold("فلان الفلاني", "الفلاني"), ours("علان", "الفلاني")),
        (gold("حزب السهل", kind="armed_group"), ours("حزب السهل الوطني", kind=ActorKind.ORGANISATION)),
        (gold("السفير في أنقرة", "السفير", kind="office"), ours("فلان", "السفير", how=MentionHow.OFFICE)),
    ],
)
def test_the_same_actor(one: GoldActor, other: Actor) -> None:
    assert likeness(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gold("فلان", wikidata="Q1"), ours("فلان", wikidata="Q2")),
        (gold("الوادي", kind="country"), ours("صحيفة", "الوادي", kind=ActorKind.MEDIA)),
        (gold("فلان", "هو"), ours("علان", "هو", how=MentionHow.PRONOUN)),
        (gold("الجيش", kind="military"), ours("الجيش الوطني", kind=ActorKind.MILITARY)),
        (gold("فلان الفلاني", "الرئيس"), ours("علان العلاني", "المدير")),
    ],
)
def test_different_actors(one: GoldActor, other: Actor) -> None:
    assert likeness(one, other) == 0


def test_a_canonical_name_beats_a_shared_mention() -> None:
    pairs = align([gold("فلان", "الوزير"), gold("علان")], [ours("علان", "الوزير"), ours("فلان")])
    assert pairs == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("مصدران روسيان (مقرب من الرئاسة)", "مصدرين روسيين", True),
        ("المسؤولون الأميركيون", "مسؤولون أمريكيون", True),
        ("مصدر ثالث", "ضابط في الجيش", False),
        ("تقارير", "تقارير صحفية", True),
    ],
)
def test_descriptions_are_compared_by_their_head(one: str, other: str, same: bool) -> None:
    assert same_head(one, other) is same


def said_by(speaker: Speaker) -> Statement:
    words = Span(0, 4, "كلام")
    kinds = (QuoteKind.INDIRECT, words, (), Modality.ASSERTED)
    return Statement("1", 1, words, speaker, None, words, "قال", *kinds, (), None, "r")


def test_speakers() -> None:
    cast = Cast([gold("فلان الفلاني", "الفلاني")], [ours("فلان الفلاني")])
    named = Speaker("slug-فلان الفلاني", "فلان الفلاني", "F", named=True)
    other = Speaker("slug-x", "علان العلاني", "A", named=True)
    source = Speaker("source-1", "مصدر عسكري", "a source", named=False)
    assert cast.speaks("فلان الفلاني", said_by(named))
    assert cast.speaks("الفلاني", said_by(named))
    assert not cast.speaks("فلان الفلاني", said_by(other))
    assert cast.speaks("مصدر رسمي", said_by(source))
    assert not cast.speaks("ضابط", said_by(source))
