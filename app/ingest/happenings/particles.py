"""The particles and other small words that the event rules lean on, by what they do.

They are data of the language (``[particles]`` of ``events.toml``); here they get names.
"""

from __future__ import annotations

from app.languages.ar.events import load_event_words

_WORDS = load_event_words().particles

MARKS = frozenset("\"'()[]-")
STOPS = frozenset("،؛,;:.!؟?…")
WITH = _WORDS["with"]
BETWEEN = _WORDS["between"]
TOWARDS = _WORDS["towards"]
PLACE = _WORDS["place"]
BY = _WORDS["by"]
BEFORE_NOUNS = _WORDS["before_nouns"]
ALL_OF = _WORDS["all_of"]
RESUMING = _WORDS["resuming"]
ENVOYS = _WORDS["envoys"]
TIMES = _WORDS["times"]
HEADS = _WORDS["heads"]
DURING = _WORDS["during"]
PRONOUN_THAT = _WORDS["pronoun_that"]
JOINING = _WORDS["joining"]
LOOSE = _WORDS["loose"]
DELEGATION = _WORDS["delegation"]
SIDE = _WORDS["side"]
COUNTERPART = _WORDS["counterpart"]
GROUP_PEOPLE = _WORDS["group_people"]
DUAL_PEOPLE = _WORDS["dual_people"]
DUAL_SIDES = _WORDS["dual_sides"]
BOTH = _WORDS["both"]
PREPOSITIONS = _WORDS["prepositions"]
THAT = _WORDS["that"]
THAT_BARE = _WORDS["that_bare"]
CONJUNCTIONS = _WORDS["conjunctions"]
RELATIVE = _WORDS["relative"]
NEVER_VERBS = _WORDS["never_verbs"]
ADJECTIVES = _WORDS["adjectives"]
