from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.records import Extraction
from app.domain.text import Basis, Published
from app.domain.time import DateSpan
from app.ingest import evaluate
from app.ingest.evaluation.gold import Gold, load_gold
from app.ingest.evaluation.layers import (
    ACTORS,
    BODY,
    CALENDAR,
    DATED,
    DATES,
    DIRECT,
    EVENTS,
    FROM_TEXT,
    PARTICIPANTS,
    PUBLISHED,
    SPANS,
    STATEMENTS,
    score_all,
)
from app.ingest.evaluation.scores import Score
from tests.support.gold import Annotation

PATHS = sorted((Path(__file__).parents[1] / "gold").glob("*.json"))
WHOLE = [BODY, PUBLISHED, FROM_TEXT, DATES, ACTORS, STATEMENTS, DIRECT, EVENTS, PARTICIPANTS, DATED, SPANS]


def score(gold: Gold, found: Extraction) -> dict[str, Score]:
    return score_all(gold, found, Published(gold.from_text, Basis.INFERRED))


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_what_the_annotator_wrote_scores_in_full(path: Path) -> None:
    scores = score(load_gold(path), Annotation(path).extraction())
    assert {layer: scores[layer].f1 for layer in WHOLE} == dict.fromkeys(WHOLE, 1.0)
    assert scores[CALENDAR].precision == 1.0


def without_the_last(x: Extraction) -> Extraction:
    return replace(
        x, statements=x.statements[:-1], events=x.events[:-1], actors=x.actors[:-1], dates=x.dates[:-1]
    )


def with_another_speaker(x: Extraction) -> Extraction:
    wrong = replace(x.statements[0].speaker, slug="nobody", name_ar="لا أحد", named=True)
    return replace(x, statements=(replace(x.statements[0], speaker=wrong, source=None), *x.statements[1:]))


def a_day_later(x: Extraction) -> Extraction:
    later = DateSpan("2031-01-01", date(2031, 1, 1), date(2031, 1, 1))
    return replace(x, dates=tuple(replace(d, value=later) if d.value else d for d in x.dates))


def with_a_deck_as_body(x: Extraction) -> Extraction:
    deck = replace(x.document.body[0], span=x.document.discarded[0].span)
    return replace(x, document=replace(x.document, paragraphs=(deck, *x.document.paragraphs)))


def with_a_false_actor(x: Extraction) -> Extraction:
    return replace(
        x, actors=(*x.actors, replace(x.actors[0], slug="x", name_ar="س", name_en="X", wikidata="Q0"))
    )


def with_undated_events(x: Extraction) -> Extraction:
    return replace(x, events=tuple(replace(e, date=None) for e in x.events))


def without_participants(x: Extraction) -> Extraction:
    return replace(x, events=tuple(replace(e, participants=()) for e in x.events))


@pytest.mark.parametrize(
    ("spoil", "layers"),
    [
        (without_the_last, [STATEMENTS, EVENTS, ACTORS, DATES]),
        (with_another_speaker, [STATEMENTS]),
        (a_day_later, [DATES, CALENDAR]),
        (with_a_deck_as_body, [BODY]),
        (with_a_false_actor, [ACTORS]),
        (with_undated_events, [DATED]),
        (without_participants, [PARTICIPANTS]),
    ],
)
def test_each_fault_lowers_its_layer(spoil: Callable[[Extraction], Extraction], layers: list[str]) -> None:
    gold, found = load_gold(PATHS[0]), Annotation(PATHS[0]).extraction()
    before, after = score(gold, found), score(gold, spoil(found))
    for layer in layers:
        assert after[layer].f1 < before[layer].f1, layer


@pytest.mark.parametrize(
    ("found", "f1"),
    [
        (Published("2015-10-08", Basis.SUPPLIED), 1.0),
        (Published("2015-10-08", Basis.STATED), 0.0),
        (Published(), 0.0),
    ],
)
def test_a_publication_date_needs_value_and_basis(found: Published, f1: float) -> None:
    extraction = Annotation(PATHS[0]).extraction()
    extraction = replace(extraction, document=replace(extraction.document, published=found))
    assert score(load_gold(PATHS[0]), extraction)[PUBLISHED].f1 == f1


def test_a_date_left_unknown_is_a_miss_but_no_false_find() -> None:
    gold, found = load_gold(PATHS[0]), Annotation(PATHS[0]).extraction()
    silent = score_all(gold, found, Published())[FROM_TEXT]
    wrong = score_all(gold, found, Published("2016-01-01", Basis.INFERRED))[FROM_TEXT]
    assert (silent.precision, silent.recall) == (1.0, 0.0)
    assert (wrong.precision, wrong.recall) == (0.0, 0.0)


def test_the_report_lists_misses_and_false_finds_on_demand() -> None:
    gold, found = load_gold(PATHS[0]), with_another_speaker(Annotation(PATHS[0]).extraction())
    results = {name: evaluate.Scored("outlet", score(gold, found)) for name in ("one", "two")}
    brief, full = (evaluate.report(results, verbose=v) for v in (False, True))
    assert "total of 2" in brief
    assert "لا أحد" not in brief
    assert "    + p2 لا أحد" in full
    assert "    - p2 رويترز" in full


def test_scores_are_summed_by_outlet() -> None:
    gold, found = load_gold(PATHS[0]), Annotation(PATHS[0]).extraction()
    good, bad = score(gold, found), score(gold, with_another_speaker(found))
    results = {
        "a": evaluate.Scored("one", good),
        "b": evaluate.Scored("two", bad),
        "c": evaluate.Scored("two", bad),
    }
    sums = evaluate.by_outlet(results)
    assert sums["one"][STATEMENTS].f1 == 1.0 > sums["two"][STATEMENTS].f1
    assert sums["two"][STATEMENTS].gold == 2 * bad[STATEMENTS].gold
    assert "F1 by outlet" in evaluate.report(results, verbose=False)


def test_json_has_articles_outlets_and_total_with_their_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(PATHS[:2], as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["articles", "outlets", "total"]
    assert list(told["articles"]) == [path.stem for path in PATHS[:2]]
    events = told["total"]["layers"][EVENTS]
    assert {"gold", "found", "hit", "precision", "recall", "f1", "missed", "false"} == set(events)
    assert events["gold"] == sum(a["layers"][EVENTS]["gold"] for a in told["articles"].values())
    assert len(events["missed"]) == events["gold"] - events["hit"]


def test_main_prints_scores(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(PATHS[:1]) == 0
    printed = capsys.readouterr().out
    assert PATHS[0].stem in printed
    assert BODY in printed
