"""Every act of saying annotated in the seeds is found, with the lemma of its word."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ingest import pipeline
from app.ingest.evaluation.gold import Gold, gold_files, load_gold
from app.ingest.evaluation.people import Cast
from app.ingest.evaluation.score_statements import cue_score, pair_statements
from app.knowledge.load import load_knowledge
from app.languages.ar.analyser import load_analyser
from app.languages.ar.normalise import fold
from app.languages.ar.speech import load_speech

SEEDS = [load_gold(path) for path in gold_files([Path(__file__).parents[1] / "gold"])]
#: So many annotated acts of saying stand in the seeds.
ANNOTATED = 62


def readings(words: str) -> set[str]:
    """Lemmas the words of a cue may have; «بحسب» and its like are told of as «وفق»."""
    analyse, speech = load_analyser(), load_speech()
    lemmas = {reading.lemma for word in words.split() for reading in analyse(word)}
    return lemmas | ({"وفق"} if speech.according & set(map(fold, words.split())) else set())


def test_the_seeds_hold_enough_of_them() -> None:
    assert sum(len(gold.statements) for gold in SEEDS) == ANNOTATED


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.name)
def test_every_reporting_verb_is_found_with_its_lemma(gold: Gold) -> None:
    ours = pipeline.extract(gold.raw, load_knowledge())
    pairs = pair_statements(gold, ours, Cast(gold.actors, ours.actors))
    found = {i: ours.statements[j].lemma for i, j in pairs.items()}
    wrong = [
        (s.verb, found.get(i)) for i, s in enumerate(gold.statements) if found.get(i) not in readings(s.verb)
    ]
    assert not wrong


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.name)
def test_no_more_than_one_cue_in_twenty_is_false(gold: Gold) -> None:
    """Whoever is said to speak: `tasalsul evaluate` reports the same as «speech cues»."""
    cues = cue_score(gold, pipeline.extract(gold.raw, load_knowledge()))
    assert 1 - cues.precision <= 0.05, cues.false
