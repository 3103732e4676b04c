from __future__ import annotations

import pytest

from app.domain.records import Modality
from app.languages.ar.analyser import load_analyser
from app.languages.ar.normalise import fold
from app.languages.ar.speech import _group, load_speech

speech = load_speech()


def test_every_verb_of_saying_is_in_the_database() -> None:
    analyse = load_analyser()
    missing = [
        lemma
        for lemma in (*speech.verbs, *speech.relay)
        if not any(a.lemma == lemma and a.pos == "verb" for a in analyse(lemma))
    ]
    assert missing == []


def test_all_words_are_folded() -> None:
    words = [
        *speech.verbs,
        *speech.hedges,
        *speech.negators,
        *(w for ws in speech.lists.values() for w in ws),
    ]
    assert [w for w in words if w != fold(w)] == []


@pytest.mark.parametrize(
    ("lemma", "modality"),
    [
        ("قال", Modality.ASSERTED),
        ("نفى", Modality.DENIED),
        ("زعم", Modality.HEDGED),
        ("تعهد", Modality.OFFERED),
        ("طالب", Modality.DEMANDED),
        ("توقع", Modality.EXPECTED),
    ],
)
def test_modality_of_verbs(lemma: str, modality: Modality) -> None:
    assert speech.verbs[fold(lemma)].modality is modality


def test_verbs_spelt_alike_share_their_frames() -> None:
    both = speech.verbs["ذكر"]  # ذكر «mention» and ذكّر «remind»
    assert both.quote
    assert "ب" in both.after


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        _group({"lemmas": ["قال"], "colour": "blue"})


def test_an_unknown_modality_is_refused() -> None:
    with pytest.raises(ValueError, match="shouted"):
        _group({"lemmas": ["قال"], "modality": "shouted"})
