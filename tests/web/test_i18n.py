from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from app.settings import ROOT
from app.web.i18n import LOCALES, language, preferred

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def arabic() -> Catalog:
    with (LOCALES / "ar.po").open("rb") as file:
        return read_po(file, locale="ar", abort_invalid=True)


def used() -> set[str]:
    """The (singular) msgids that templates and code ask for."""
    found = extract_from_dir(
        str(ROOT),
        method_map=[("app/**.py", "python"), ("templates/**.html", "jinja2")],
        options_map={"templates/**.html": {"silent": "false", "newstyle_gettext": "true"}},
        keywords=KEYWORDS,
    )
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def msgid(message_id: object) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]  # type: ignore[index]


def test_every_message_in_use_has_an_arabic_translation() -> None:
    translated = {msgid(entry.id) for entry in arabic() if entry.id and all(strings(entry.string))}
    assert used() - translated == set()


def test_no_translation_is_left_over() -> None:
    assert {msgid(entry.id) for entry in arabic() if entry.id} - used() == set()


def strings(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]


def test_translations_fill_in_the_same_values() -> None:
    for entry in arabic():
        if not entry.id:
            continue
        wanted = set(PLACEHOLDER.findall(msgid(entry.id)))
        for string in strings(entry.string):
            got = set(PLACEHOLDER.findall(string))
            # The forms for one and two may spell the number out, a decade names its century.
            assert got - wanted <= {"%(century)s"}, entry.id
            if isinstance(entry.string, str):
                assert wanted - got <= {"%(hundreds)s"}, entry.id


def test_arabic_has_six_plural_forms() -> None:
    for entry in arabic():
        if entry.pluralizable and entry.id:
            assert len(strings(entry.string)) == 6, entry.id


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "ar"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-FR, de;q=0.8", "ar"),
        ("fr, en;q=0.7, ar;q=0.8", "ar"),
        ("en, ar", "en"),
        ("ar;q=0, en;q=0.1", "en"),
        ("en;q=0", "ar"),
        ("en;q=nonsense, ar", "ar"),
        (";;;,,,", "ar"),
    ],
)
def test_the_language_is_the_one_ranked_highest(header: str, code: str) -> None:
    assert preferred(header) == code


def test_each_language_names_itself_and_knows_the_other() -> None:
    assert language("ar").direction == "rtl"
    assert language("en").direction == "ltr"
    assert language("ar").other.code == "en"
    assert language("en").other.name == "العربية"
