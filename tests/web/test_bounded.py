"""What a server remembers between questions has a bound, whatever is asked and however often.

Answers, sets of records and what is derived from them have bounds in bytes or in number, tested where they are
kept (``test_answers``, ``tests/index/test_read.py``); here are the functions that remember what they said.
"""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

from app.main import create_app
from app.settings import Settings

#: These take no argument, a language of the interface, or a folder of the project.
FEW = {
    "app.web.i18n.language",
    "app.web.render.date_words",
    "app.web.render.environment",
    "app.web.urls.static_version",
    "app.web.verbs_in_english._verbs",
    "app.web.verbs_in_english._phrases",
    "app.languages.ar.spelled._spellings",
}


def test_every_function_that_remembers_forgets_the_oldest(seeded: Settings) -> None:
    create_app(seeded)
    remembering = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    endless = {
        f"{each.__module__}.{each.__qualname__}"
        for each in remembering
        if each.__module__.startswith("app.") and each.cache_parameters()["maxsize"] is None
    }
    assert len(remembering) > 50
    assert endless <= FEW
