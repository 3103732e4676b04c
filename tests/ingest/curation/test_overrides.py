"""A file of corrections is understood whole, or refused with the table and the key that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.records import EventStatus, EventType
from app.errors import InputError
from app.ingest.curation.overrides import load_overrides, read_overrides

GOOD = """
[actors."salim-h"]
same_as = "salim-hasan"
note_ar = "هو نفسه"
note_en = "the same man"

[actors."salim-hasan"]
aliases = ["سليم الحسن", "أبو خالد"]
apart = {"0123456789ab" = "salim-hasan-minister"}

[events."e1"]
date = 2015-10-06
type = "meeting"
status = "denied"
same_as = "e2"

[events."e3"]
not_same_as = ["e1", "e2"]

[statements."s1"]
hide = true
"""


def test_a_good_file_is_understood() -> None:
    found = read_overrides(GOOD.encode(), "o.toml")
    assert len(found.entries) == 5
    event = found.events["e1"].values
    assert event == {
        "date": "2015-10-06", "type": EventType.MEETING, "status": EventStatus.DENIED, "same_as": ("e2",)
    }  # fmt: skip
    assert found.actors["salim-h"].note_en == "the same man"
    assert found.whom("salim-h", "elsewhere") == "salim-hasan"
    assert found.whom("salim-h", "0123456789ab") == "salim-hasan-minister"
    assert found.whom("anybody", "elsewhere") == "anybody"
    assert found.called("ابو خالد") == "salim-hasan"
    assert found.called("خالد") is None
    assert found.tied("same_as") == {"e1": {"e2"}, "e2": {"e1"}}
    assert found.tied("not_same_as")["e1"] == {"e3"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[events]\ne1 = 3", '[events."e1"]: is not a table'),
        ("events = 3", "[events]: is not a table"),
        ("[event.e1]\nhide = true", "[event]: unknown, there are actors, events, statements"),
        ('[events.e1]\nday = "2015"', '[events."e1"] day: unknown, there are date, type'),
        ('[events.e1]\ndate = "october"', "[events.\"e1\"] date: 'october' is not a date"),
        ('[events.e1]\ntype = "meetng"', "[events.\"e1\"] type: 'meetng' is none of meeting, phone_call"),
        ("[events.e1]\nhide = false", '[events."e1"] hide: can only be true'),
        ('[events.e1]\nnote_en = "why"', '[events."e1"]: says nothing'),
        ("[events.e1]\nsame_as = []", '[events."e1"] same_as: is not a list of texts'),
        ('[statements.s1]\nspeaker = ""', '[statements."s1"] speaker: is not a text'),
        ('[actors.a]\napart = "b"', '[actors."a"] apart: is not of the form'),
        ('[actors.a]\nsame_as = "b"\n[actors.b]\nsame_as = "a"', "leads back to 'a'"),
        ("[events.e1", "not TOML"),
    ],
)
def test_what_is_wrong_is_named(text: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        read_overrides(text.encode(), "o.toml")
    assert error.value.file == "o.toml"
    assert told in error.value.reason


def test_other_corrections_bear_on_other_articles() -> None:
    found = read_overrides(GOOD.encode(), "o.toml")
    assert found.digest(["e1"]) == found.digest(["e1", "other"]) != found.digest(["s1"])
    assert found.digest(["other"]) == found.digest([]) != ""
    only = read_overrides(b'[events.e1]\ndate = "2015"', "o.toml")
    assert only.digest(["other"]) == ""
    assert only.digest(["e1"]) != read_overrides(b'[events.e1]\ndate = "2016"', "o.toml").digest(["e1"])


def test_the_file_of_the_folder_counts_unless_another_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not load_overrides(None)
    Path("overrides.toml").write_text(f"[events.e1]\ndate = {date(2015, 1, 1)}", "utf-8")
    Path("mine.toml").write_text("[events.e2]\nhide = true", "utf-8")
    assert list(load_overrides(None).events) == ["e1"]
    assert list(load_overrides(Path("mine.toml")).events) == ["e2"]
    with pytest.raises(InputError, match=r"away\.toml"):
        load_overrides(Path("away.toml"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_overrides(b"\xff\xfe", "o.toml")
