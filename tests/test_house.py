"""Rules of the house that no other tool checks. Each names what breaks it and says why it is a rule."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import importlib.util
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import ROOT, SEEDS

APP = sorted((ROOT / "app").rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked(*patterns: str) -> list[Path]:
    """Files of the project, without what was vendored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    paths = (ROOT / path for path in listed.stdout.split("\0") if path and "/vendor/" not in path)
    return [path for path in paths if path.is_file()]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_under_300_lines() -> None:
    lines = {name(path): path.read_text("utf-8").count("\n") for path in APP}
    assert {file: n for file, n in lines.items() if n > 300} == {}


def test_functions_are_under_50_lines() -> None:
    long = [f"{name(p)}:{f.name}" for p in APP for f in functions(p) if (f.end_lineno or 0) - f.lineno >= 50]
    assert long == []


def test_only_db_commits() -> None:
    """One transaction, in one place: a commit elsewhere would break it in two."""
    commits = [name(path) for path in APP if re.search(r"\.commit\(", path.read_text("utf-8"))]
    assert commits == ["app/db.py"]


@pytest.mark.parametrize("layer", ["query.py", "view.py"])
def test_queries_and_views_are_pure(layer: str) -> None:
    impure = re.compile(
        r"^\s*(?:from|import) (?:sqlalchemy|app\.db|app\.models|httpx|requests|time)\b|\.(?:now|today)\(",
        re.MULTILINE,
    )
    pages = (ROOT / "app" / "pages").glob(f"*/{layer}")
    assert [name(path) for path in pages if impure.search(path.read_text("utf-8"))] == []


#: Packages with the parts of stages.
PARTS = ("cleaning", "temporal", "naming", "identity", "speech", "happenings")


def test_stages_and_their_parts_are_pure() -> None:
    """No database, clock or network between what was read and what is stored."""
    outside = {"read.py", "intake.py", "evaluate.py", "store.py"}
    impure = re.compile(
        r"^\s*(?:from|import) (?:sqlalchemy|app\.(?:db|models)|requests|urllib\.request)\b|\.(?:now|today)\(",
        re.MULTILINE,
    )
    ingest = ROOT / "app" / "ingest"
    stages = [p for p in ingest.glob("*.py") if p.name not in outside]
    parts = [p for name in PARTS for p in (ingest / name).rglob("*.py")]
    assert [name(path) for path in (*stages, *parts) if impure.search(path.read_text("utf-8"))] == []


def pinned(*locks: str) -> dict[str, str]:
    """Versions by package."""
    text = "\n".join((ROOT / lock).read_text("utf-8") for lock in locks)
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_are_hashed_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    blocks = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pinned(lock)) > 0
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^-", text, re.MULTILINE)


def test_no_torch_in_the_locks_and_none_here() -> None:
    heavy = {"torch", "transformers", "tensorflow", "scikit-learn", "numpy", "scipy", "pandas"}
    assert pinned(*LOCKS).keys() & heavy == set()
    assert importlib.util.find_spec("torch") is None


def test_what_is_installed_is_what_is_locked() -> None:
    elsewhere = re.compile(r"^([a-z0-9-]+)==\S+ ; .*(?:win32|emscripten|python_full_version)", re.MULTILINE)
    skipped = set(elsewhere.findall((ROOT / "requirements.lock").read_text("utf-8")))
    wanted = {
        package: version for package, version in pinned("requirements.lock").items() if package not in skipped
    }
    assert {package: importlib.metadata.version(package) for package in wanted} == wanted


def test_locks_hold_what_the_project_asks_for() -> None:
    asked = {re.split(r"[^\w-]", line)[0] for line in PYPROJECT["project"]["dependencies"]}
    (lean,) = PYPROJECT["tool"]["uv"]["dependency-metadata"]
    assert (asked | set(lean["requires-dist"])) - pinned("requirements.lock").keys() == set()


def test_seeds_are_as_they_were_found() -> None:
    digests = {
        path.name[:3]: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in SEEDS.glob("*.txt")
    }
    assert digests == {
        "000": "1f84c04fe04f724e",
        "001": "376cd442f631bfe0",
        "002": "addab2eaff8909cc",
        "003": "550cc3b0f88fa04f",
        "004": "55cc543d19048fec",
    }


def test_nothing_is_loaded_from_another_host() -> None:
    """Pages may link to other sites; they load nothing from them."""
    loads = re.compile(
        r"""src=["'](?:https?:)?//|<link[^>]+href=["'](?:https?:)?//|url\(["']?(?:https?:)?//|@import"""
    )
    files = tracked("templates", "static/css", "static/js")
    assert [name(path) for path in files if loads.search(path.read_text("utf-8"))] == []


def test_styles_are_logical() -> None:
    """Arabic and English are one style sheet, mirrored: no left, no right."""
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right)\b|[;{\s](?:left|right)\s*:|text-align:\s*(?:left|right)|float\s*:"
    )
    assert [name(path) for path in tracked("static/css") if physical.search(path.read_text("utf-8"))] == []


def test_no_path_of_a_machine_is_written_down() -> None:
    machine = re.compile(r"(?<![\w./-])/(?:" + "|".join(["home", "root", "work", "Users", "mnt"]) + r")/\w")
    files = tracked("*.py", "*.toml", "*.md", "*.html", "*.js", "Makefile", ".ci")
    assert [name(path) for path in files if machine.search(path.read_text("utf-8", errors="replace"))] == []


def test_links_in_the_documents_lead_somewhere() -> None:
    broken = [
        f"{name(path)}: {link}"
        for path in tracked("*.md")
        for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
        if not (path.parent / link).exists()
    ]
    assert broken == []


def test_make_tells_its_targets() -> None:
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "check", "format", "lock", "clean", "help"):
        assert f"make {target}" in told
