"""The pinned scores of ``tests/gold``: reading them, and ``python -m tests.support.floors`` to raise them."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from app.ingest.evaluate import evaluate, total
from app.ingest.evaluation.scores import Score

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = GOLD / "floors.toml"


def digest() -> str:
    """Of all annotations, so that a floor is only compared with the items it was measured on."""
    files = sorted([*GOLD.glob("*.json"), *GOLD.glob("*.tsv")])
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def read_floors() -> tuple[str, dict[str, float]]:
    pinned = tomllib.loads(FLOORS.read_text("utf-8"))
    return pinned["digest"], pinned["f1"]


def measured() -> dict[str, Score]:
    return total(article.scores for article in evaluate([GOLD]).values())


def raised(scores: Mapping[str, Score], floors: Mapping[str, float]) -> dict[str, float]:
    """The higher of floor and score, layer by layer; scores are cut, not rounded, to three places."""
    return {layer: max(floors.get(layer, 0.0), int(s.f1 * 1000) / 1000) for layer, s in scores.items()}


def write(floors: Mapping[str, float]) -> None:
    rows = "".join(f'"{layer}" = {value:.3f}\n' for layer, value in floors.items())
    head = (
        "# Scores over the annotated seeds that must not fall; raised by `python -m tests.support.floors`.\n"
    )
    FLOORS.write_text(f'{head}digest = "{digest()}"\n\n[f1]\n{rows}', "utf-8")


def main() -> None:
    """Raise what has risen; with other annotations than before all floors are measured anew."""
    old_digest, old = read_floors() if FLOORS.exists() else ("", {})
    new = raised(measured(), old if old_digest == digest() else {})
    write(new)
    changes = [
        f"{layer}: {old.get(layer, 0):.3f} -> {v:.3f}" for layer, v in new.items() if v != old.get(layer)
    ]
    sys.stdout.write("\n".join(changes or ["nothing has risen"]) + "\n")


if __name__ == "__main__":
    main()
