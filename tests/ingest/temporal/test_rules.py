"""Every rule against its own examples: what it must read, and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.edtf import is_valid
from app.ingest.temporal.context import Context, Preference
from app.ingest.temporal.find import RULES, find
from app.ingest.temporal.rule import Rule

YES = [(rule, *example) for rule in RULES for example in rule.yes]
NO = [(rule, text) for rule in RULES for text in rule.no]


def _preference(rule: Rule) -> Preference:
    return Preference.ASSISTANT if rule.requests_only else Preference.NEWS


@pytest.mark.parametrize(("rule", "text", "day", "edtf"), YES, ids=[f"{r.name}-{t[:24]}" for r, t, *_ in YES])
def test_rule_reads_its_example(rule: Rule, text: str, day: str, edtf: str) -> None:
    context = Context(date.fromisoformat(day), preference=_preference(rule))
    found = {f.rule.name: f.value(context).edtf or "" for f in find(text, news=not rule.requests_only)}
    assert found.get(rule.name) == edtf


@pytest.mark.parametrize(("rule", "text"), NO, ids=[f"{r.name}-{t[:24]}" for r, t in NO])
def test_rule_leaves_its_counterexample(rule: Rule, text: str) -> None:
    assert rule.name not in {f.rule.name for f in find(text, news=not rule.requests_only)}


def test_rule_names_are_unique() -> None:
    assert len({r.name for r in RULES}) == len(RULES)


def test_examples_give_valid_values() -> None:
    assert all(is_valid(edtf) for *_, edtf in YES if edtf)
