"""What a server remembers between questions has a bound, whatever is asked and however often.

Answers, sets of records and what is derived from them have bounds in bytes or in number, tested where they
are kept (``test_answers``, ``tests/index/test_read.py``); here are functions that remember what they said.
"""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper
from inspect import signature

from app.main import create_app
from app.settings import Settings

#: These take a language of the interface, a file or folder of the project, or the kind of database.
FEW = {
    "app.index.postings._within",
    "app.pages.about.codebook.prose",
    "app.web.i18n.language",
    "app.web.render.date_words",
    "app.web.render.environment",
    "app.web.urls.static_version",
}


def test_every_function_that_remembers_forgets_the_oldest(seeded: Settings) -> None:
    create_app(seeded)
    gc.unfreeze()  # what a server started in this process has frozen is not listed
    remembering = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    endless = {
        f"{each.__module__}.{each.__qualname__}"
        for each in remembering
        if each.__module__.startswith("app.")
        and each.cache_parameters()["maxsize"] is None
        and signature(each.__wrapped__).parameters
    }
    assert len(remembering) > 50
    assert endless == FEW
