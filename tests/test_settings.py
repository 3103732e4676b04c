from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import SettingsError
from app.settings import DEFAULT_DATABASE, MIGRATIONS, SEEDS, STATIC, TEMPLATES, Settings, database_url


def test_defaults_need_no_environment() -> None:
    assert Settings.from_environment({}) == Settings(f"sqlite:///{DEFAULT_DATABASE}", "127.0.0.1", 8000)
    assert Settings.from_environment({"PORT": "", "TASALSUL_DATABASE_URL": ""}) == Settings.from_environment(
        {}
    )


def test_environment_is_honoured() -> None:
    env = {"PORT": "8123", "TASALSUL_HOST": "::1", "TASALSUL_DATABASE_URL": "sqlite:////tmp/x.sqlite3"}
    assert Settings.from_environment(env) == Settings("sqlite:////tmp/x.sqlite3", "::1", 8123)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٨٠٠٠", "80 80"])
def test_bad_port_is_named(port: str) -> None:
    with pytest.raises(SettingsError, match="PORT"):
        Settings.from_environment({"PORT": port})


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("sqlite:///x.db", "sqlite:///x.db"),
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("news.sqlite3", f"sqlite:///{Path.cwd()}/news.sqlite3"),
    ],
)
def test_database_url(given: str, url: str) -> None:
    assert database_url(given) == url


def test_folders_of_the_checkout_are_there() -> None:
    assert all(folder.is_dir() for folder in (TEMPLATES, STATIC, MIGRATIONS, SEEDS))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TASALSUL_HOSTS", "a b"),
        ("TASALSUL_HOSTS", "http://example.org"),
        ("TASALSUL_HOSTS", " , "),
        ("TASALSUL_TIME_LIMIT", "0"),
        ("TASALSUL_LAG", "-1"),
        ("TASALSUL_KEPT", "much"),
        ("TASALSUL_TIME_LIMIT", "nan"),
        ("TASALSUL_TIME_LIMIT", "long"),
        ("TASALSUL_LOG", "xml"),
    ],
)
def test_settings_that_will_not_do_are_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environment({name: value})


def test_a_worker_is_told_the_same_settings() -> None:
    own = Settings("sqlite:////x.sqlite3", "::1", 81, ("*.example.org", "[::1]"), 2.5, "json")
    assert Settings.from_environment(own.as_environment()) == own
