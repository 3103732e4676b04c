"""The two interface languages: gettext catalogues, direction, choice by ``Accept-Language``.

The catalogues are the ``.po`` files in ``locales/``; msgids are English. They are read at
start-up and never compiled to a file, so what stands in the repository is what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

LOCALES: Final = Path(__file__).with_name("locales")
CODES: Final = ("ar", "en")
DEFAULT: Final = "ar"


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogues where it is not yet translated."""
    return message


@dataclass(frozen=True, slots=True)
class Language:
    """An interface language; ``code`` is its part of the path, ``name`` its own name for itself."""

    code: str
    name: str
    direction: str
    translations: Translations

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, ``%(name)s`` filled in from ``values``."""
        text = str(self.translations.ugettext(message))
        return text % values if values else text

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """The plural form for ``n``; ``%(n)s`` is filled in with thousands separated."""
        text = str(self.translations.ungettext(one, many, n))
        return text % {"n": f"{n:,}", **values}

    @property
    def other(self) -> Language:
        """The other of the two languages."""
        return language("en" if self.code == "ar" else "ar")


_NAMES: Final = {"ar": ("العربية", "rtl"), "en": ("English", "ltr")}


@cache
def language(code: str) -> Language:
    """The language with this code; raises KeyError for any but ``CODES``."""
    name, direction = _NAMES[code]
    return Language(code, name, direction, _catalogue(LOCALES / f"{code}.po"))


def _catalogue(path: Path) -> Translations:
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def preferred(accept_language: str) -> str:
    """The code the header ranks highest (RFC 9110, 12.5.4), or the default when it names neither."""
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept_language.split(",")):
        tag, _, quality = part.strip().partition(";")
        code = tag.strip().lower().partition("-")[0]
        if code in CODES:
            ranked.append((-_quality(quality), place, code))
    best = min(ranked, default=None)
    return best[2] if best and best[0] < 0 else DEFAULT


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
