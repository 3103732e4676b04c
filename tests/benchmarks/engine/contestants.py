"""One round of each tool over the same articles, in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from app.settings import ROOT
from tests.benchmarks.engine.peers import FOLDER, UnavailableError, dateparser_python, heideltime_command

HERE = Path(__file__).parent
PASSES = 5
#: HeidelTime starts for seconds; its rate is that of the words by which a long text exceeds a short one.
COPIES = 4

_TIMEX = re.compile(r'<TIMEX3 [^>]*type="(?:DATE|TIME)" value="(\d[^"]*)"')


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    published: str


@dataclass(frozen=True)
class Round:
    """Words per second of processor time, of a first reading and (None where not told apart) of later ones.

    ``start_up`` is processor time too, in seconds, ``peak_mb`` the resident memory.

    ``values`` are the dates found in each article, None where this round did not ask for them.
    """

    rate: float
    again: float | None
    start_up: float
    peak_mb: float
    values: list[list[str]] | None


@dataclass(frozen=True)
class _Ran:
    out: str
    seconds: float
    peak_mb: float


def tasalsul(articles: Sequence[Article], stages: str) -> Round:
    return _timed_inside(articles, [sys.executable, "-m", "tests.benchmarks.engine.read_tasalsul"], stages)


def dateparser(articles: Sequence[Article]) -> Round:
    return _timed_inside(articles, [str(dateparser_python()), str(HERE / "read_dateparser.py")])


def heideltime(articles: Sequence[Article], *, dates: bool) -> Round:
    """From the outside: two starts for the rate, and where asked one an article for its dates."""
    command = heideltime_command()
    whole = "\n\n".join(article.text for article in articles)
    short, long = (_heideltime(command, text, articles[0].published) for text in (whole, whole * COPIES))
    words = count_words(articles)
    rate = words * (COPIES - 1) / max(long.seconds - short.seconds, 1e-3)
    values = None
    if dates:
        values = [_TIMEX.findall(_heideltime(command, a.text, a.published).out) for a in articles]
    return Round(rate, None, max(short.seconds - words / rate, 0.0), short.peak_mb, values)


def count_words(articles: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _heideltime(command: list[str], text: str, published: str) -> _Ran:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "article.txt").write_text(text, "utf-8")
        return _run([*command, "-dct", published, "article.txt"], Path(folder))


def _timed_inside(articles: Sequence[Article], command: list[str], *more: str) -> Round:
    """For a contestant that reports the seconds of its passes itself."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.json"
        file.write_text(json.dumps([asdict(article) for article in articles]), "utf-8")
        ran = _run([*command, str(file), str(PASSES), *more], ROOT)
    told = json.loads(ran.out)
    first, *later = told["passes"]
    words = count_words(articles)
    return Round(
        words / first, words / median(later), ran.seconds - first - sum(later), ran.peak_mb, told["values"]
    )


def _environment() -> dict[str, str]:
    """Modules are compiled in the first round and found compiled afterwards, as at a user's."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {"PYTHONPYCACHEPREFIX": str(FOLDER / "bytecode")}


def _run(command: list[str], folder: Path) -> _Ran:
    """Run to the end; seconds of processor time and the peak of this one process.

    A machine that is busy with something else would spoil the clock's time, not the processor's.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=folder, env=_environment())
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        if process.returncode:
            said = err.read().decode(errors="replace").strip() or f"exit code {process.returncode}"
            raise UnavailableError(said.splitlines()[-1])
        scale = 1024 * 1024 if sys.platform == "darwin" else 1024
        seconds = used.ru_utime + used.ru_stime
        return _Ran(out.read().decode(errors="replace"), seconds, used.ru_maxrss / scale)
