from __future__ import annotations

import pytest

from app.languages.ar import boilerplate
from app.languages.ar.boilerplate import Furniture, Line, bare, furniture

YES = [(g, line) for g in furniture() for line in g.yes]
NO = [(g, line) for g in furniture() for line in g.no]


def taken(group: Furniture, words: str) -> bool:
    line = Line.of(words)
    return group.takes(line) or group.opens_section(line) or bool(group.edge_cue(line))


@pytest.mark.parametrize(("group", "line"), YES, ids=lambda v: v if isinstance(v, str) else v.reason)
def test_takes_its_examples(group: Furniture, line: str) -> None:
    assert taken(group, line)


@pytest.mark.parametrize(("group", "line"), NO, ids=lambda v: v if isinstance(v, str) else v.reason)
def test_no_group_takes_a_counterexample(group: Furniture, line: str) -> None:
    assert not taken(group, line)
    read = Line.of(line)
    assert [g.reason for g in furniture() if g.takes(read) or g.opens_section(read)] == []


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("التعليقات (3):", "التعليقات"),
        ("  «مقالات ذات صلة» ", "مقالات ذات صله"),
        ("إقرأ   أيضاً…", "اقرا ايضا"),
        ("12:30", ""),
    ],
)
def test_bare_leaves_marks_and_numbers_off(line: str, key: str) -> None:
    assert bare(line) == key


@pytest.mark.parametrize(
    ("line", "is_taken"),
    [("camera iconجنود", True), ("شارك هذا المقال", True), ("شاركت هذا الصباح قوات كثيرة", False)],
)
def test_words_are_whole_but_scripts_may_run_together(line: str, is_taken: bool) -> None:
    assert any(g.takes(Line.of(line)) for g in furniture()) is is_taken


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        ({"yes": ["x"], "no": ["y"], "begins": ["z"]}, "unknown keys"),
        ({"yes": ["x"], "no": ["y"], "starts": []}, "no empty list"),
        ({"starts": ["x"]}, "needs examples"),
    ],
)
def test_a_bad_group_is_refused(lists: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        boilerplate._group("spoilt", lists)
