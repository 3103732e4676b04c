"""One article's fault is told and stops no other."""

from __future__ import annotations

from app.domain.records import Extraction
from app.errors import InputError
from app.ingest.batch import readings
from tests.support.articles import article


def test_a_rules_fault_is_told_and_the_others_go_on(failing_rules: None) -> None:
    first, second, third = readings([article("bad"), InputError("x", "empty"), article("good")])
    assert isinstance(first, InputError)
    assert first.file == "bad"
    assert "a rule's fault" in first.reason
    assert isinstance(second, InputError)
    assert isinstance(third, Extraction)
