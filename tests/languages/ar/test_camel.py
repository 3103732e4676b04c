"""The stand-ins give the analyser what the real modules would, and are gone afterwards."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from app.languages.ar import camel
from app.settings import ROOT


def test_the_short_count_leaves_out_nothing_but_letters() -> None:
    ours, real = vars(camel.charsets()), vars(importlib.import_module("camel_tools.utils.charsets"))
    for name in (n for n in real if n.endswith("_CHARSET") and not n.startswith("EMOJI")):
        if "LETTER" not in name or not name.startswith("UNICODE"):
            assert ours[name] == real[name], name
    missing = real["UNICODE_LETTER_CHARSET"] - ours["UNICODE_LETTER_CHARSET"]
    assert min(missing) >= "\u3400"
    assert not {c for c in missing if "\ufb50" <= c <= "\ufeff"}  # the presentation forms of Arabic


@pytest.mark.parametrize("name", ["camel_tools.data", "camel_tools.utils.charsets", "emoji", "requests"])
def test_nothing_stands_in_for_a_module_once_the_analyser_is_there(name: str) -> None:
    program = (
        "import sys; from app.languages.ar.analyser import load_analyser; load_analyser();"
        f"sys.exit({name!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_a_module_that_is_there_already_stays() -> None:
    real = importlib.import_module("camel_tools.utils.charsets")
    camel.open_analyser(ROOT / "app" / "languages" / "ar" / "morphology_db" / "news" / "morphology.db")
    assert sys.modules["camel_tools.utils.charsets"] is real
