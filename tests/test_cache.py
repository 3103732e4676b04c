"""What is kept between runs: never old, never torn, never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


class Maker:
    """Counts how often the table is derived."""

    def __init__(self, text: str = "كلمة\nأخرى") -> None:
        self.text, self.asked = text, 0

    def __call__(self) -> str:
        self.asked += 1
        return self.text


def test_a_table_is_made_once(folder: Path) -> None:
    make = Maker()
    assert [cache.kept("words", b"1", make) for _ in range(3)] == [make.text] * 3
    assert make.asked == 1
    assert len(list(folder.iterdir())) == 1


def test_another_source_makes_it_anew_and_removes_the_old(folder: Path) -> None:
    cache.kept("words", b"1", Maker("old"))
    cache.kept("names", b"1", Maker("names"))
    assert cache.kept("words", b"2", Maker("new")) == "new"
    assert {path.name.partition("-")[0] for path in folder.iterdir()} == {"words", "names"}
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("harm", [b"", b"torn", b"0" * 64 + b"\nwrong digest"])
def test_a_harmed_file_is_made_anew(folder: Path, harm: bytes) -> None:
    cache.kept("words", b"1", Maker("whole"))
    next(folder.iterdir()).write_bytes(harm)
    assert cache.kept("words", b"1", Maker("again")) == "again"
    assert cache.kept("words", b"1", Maker("never")) == "again"


def test_a_cut_file_is_made_anew(folder: Path) -> None:
    cache.kept("words", b"1", Maker("a" * 1000))
    path = next(folder.iterdir())
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.kept("words", b"1", Maker("again")) == "again"


def test_where_nothing_can_be_written_it_is_made_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "below"))
    make = Maker()
    assert [cache.kept("words", b"1", make) for _ in range(2)] == [make.text] * 2
    assert make.asked == 2


def test_none_is_kept_when_the_folder_is_set_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    assert cache.folder() is None
    assert cache.kept("words", b"1", Maker("made")) == "made"


def test_the_folder_follows_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "tasalsul"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert cache.folder() == tmp_path / "home" / ".cache" / "tasalsul"


def test_no_home_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    for name in (cache.VARIABLE, "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache.folder() is None
