"""No regular expression of the rules backtracks without limit.

Two nets. One reads each expression as Python parsed it and refuses an unbounded repeat inside an
unbounded repeat, from which exponential time comes, unless it is possessive or known to be safe. The
other runs each over texts of what it looks for, so that there are many near misses, against the clock.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from re import _constants as ops
from re import _parser as parser
from typing import Any

import pytest

from app.settings import ROOT

#: Rounds of the outer repeat that can be told apart by their first character, so that no text is read twice.
SAFE = {
    "/ingest/morphology.py": "letters, signs and hidden characters are three classes without a common member",
    "/ingest/temporal/units.py": "each alternative begins with another class of characters",
}
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
UNBOUNDED = 1000


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int, str]]:
    """(expression, flags, module) of all that the rules compile."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.patterns"], cwd=ROOT, capture_output=True, check=True
    )
    found = [tuple(row) for row in json.loads(ran.stdout)]
    assert len(found) > 100
    return found


def unbounded(node: Any) -> bool:
    return node[0] in REPEATS and node[1][1] >= UNBOUNDED


def parts(node: Any) -> Iterator[Any]:
    """What stands inside a node; possessive repeats and atomic groups are never gone back into."""
    op, value = node
    if op in REPEATS:
        yield value[2]
    elif op is ops.SUBPATTERN:
        yield value[3]
    elif op is ops.BRANCH:
        yield from value[1]
    elif op in (ops.ASSERT, ops.ASSERT_NOT):
        yield value[1]


def repeats(sequence: Any) -> bool:
    return any(unbounded(node) or any(map(repeats, parts(node))) for node in sequence)


def nests(sequence: Any) -> bool:
    return any((unbounded(node) and repeats(node[1][2])) or any(map(nests, parts(node))) for node in sequence)


@pytest.mark.parametrize(
    ("expression", "bad"),
    [
        (r"(?:a+)+b", True),
        (r"(?:<!--.*?-->\s*)*<html", True),
        (r"(?:(?:ab)*c|d)*e", True),
        (r"(?:a{1,9})+b", False),
        (r"\w+\s*\w+", False),
        (r"(?:a++)+b", False),
        (r"(?:ab|cd)*e", False),
    ],
)
def test_the_net_itself(expression: str, *, bad: bool) -> None:
    assert nests(parser.parse(expression)) is bad


def test_no_repeat_stands_inside_a_repeat(patterns: list[tuple[str, int, str]]) -> None:
    nested = {where: p for p, flags, where in patterns if nests(parser.parse(p, flags))}
    assert {where: p for where, p in nested.items() if where not in SAFE} == {}
    assert set(SAFE) <= set(nested), "no longer needed"


def literals(sequence: Any) -> Iterator[str]:
    """Characters an expression asks for by name or, of a class, its first."""
    for node in sequence:
        op, value = node
        if op is ops.LITERAL:
            yield chr(value)
        elif op is ops.IN:
            named = (v if o is ops.LITERAL else v[0] for o, v in value if o in (ops.LITERAL, ops.RANGE))
            yield chr(next(named, ord("ا")))
        for part in parts(node):
            yield from literals(part)


def texts(expression: str, flags: int) -> Iterator[str]:
    """2,000 characters of each sort of near miss."""
    own = "".join(literals(parser.parse(expression, flags)))
    units = [
        "ا",
        " ",
        "1",
        '"',
        "(",
        "كلمة ",
        "1/",
        "12 ",
        "ا،",
        "قال ",
        "يناير ",
        "و",
        "ـ",
        "a ",
        "<!-- --> ",
    ]
    for unit in [*units, *(own[k : k + 12] for k in range(0, min(len(own), 240), 12)), own[:400]]:
        if unit:
            yield unit * (2000 // len(unit) + 1) + "\x00"


@pytest.mark.slow
def test_none_takes_long(patterns: list[tuple[str, int, str]]) -> None:
    slow = {}
    for expression, flags, where in patterns:
        pattern = re.compile(expression, flags)
        for text in texts(expression, flags):
            start = time.process_time()
            pattern.findall(text)
            if (taken := time.process_time() - start) > 0.5:
                slow[where, text[:20]] = taken
    assert slow == {}
