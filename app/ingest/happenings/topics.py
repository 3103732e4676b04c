"""What an article is about so far: subjects of earlier sentences, for verbs that name none.

«زار الوزير فلان القاهرة. وأجرى محادثات مع …»: the second sentence continues with the subject of the first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from app.domain.records import ActorKind
from app.ingest.happenings.joining import chain
from app.ingest.happenings.pairs import side_by_side
from app.ingest.happenings.phrases import Phrase
from app.ingest.happenings.subjects import subject_of
from app.ingest.happenings.view import Past, View

#: So many sentences back a verb without subject may reach.
MEMORY = 3
#: Only so many verbs of a sentence are asked for their subject: the work stays linear.
LOOKED_AT = 8


@dataclass(slots=True)
class Topics:
    """The subjects of the last sentences, latest sentence first, each with its main subject first.

    ``groups`` holds the last that were named in one list, by their number («الدول الأربع»).
    """

    told: deque[tuple[Phrase, ...]] = field(default_factory=lambda: deque(maxlen=MEMORY))
    groups: dict[int, tuple[Phrase, ...]] = field(default_factory=dict)
    sides: tuple[Phrase, ...] = ()

    @property
    def past(self) -> Past:
        """What a sentence may look back at."""
        return Past(tuple(self.told), dict(self.groups), self.sides)

    def hear(self, view: View) -> None:
        """Remember whom a sentence is about; one about nobody leaves the memory as it is."""
        for phrase in view.phrases:
            group = tuple(_listed(view, phrase))
            if len(group) > 2:
                self.groups[len(group)] = group
        self.sides = side_by_side(view, len(view.tokens)) or self.sides
        subjects = tuple(_subjects(view))
        if subjects:
            self.told.appendleft(subjects)


def _subjects(view: View) -> list[Phrase]:
    """Single subjects of the finite verbs outside relative clauses, each once."""
    found: dict[str, Phrase] = {}
    own = (k for k, v in enumerate(view.verbs) if v is not None and view.clauses[k] not in view.antecedents)
    for k in islice(own, LOOKED_AT):
        for phrase in subject_of(view, k)[:1]:
            if phrase.kind not in (ActorKind.SOURCE, ActorKind.MEDIA):
                found.setdefault(phrase.slug, replace(phrase, gender=phrase.gender or _gender(view, phrase)))
    return list(found.values())


def _listed(view: View, first: Phrase) -> Iterator[Phrase]:
    """All of one kind in a list that begins with a phrase: «السعودية ومصر والإمارات»."""
    if first.conjoined:
        return
    seen: set[str] = set()
    for phrase in chain(view, first, len(view.tokens)):
        if phrase.kind is first.kind and phrase.kind in _COUNTED and phrase.slug not in seen:
            seen.add(phrase.slug)
            yield phrase


_COUNTED = frozenset({ActorKind.COUNTRY, ActorKind.PERSON})


def _gender(view: View, phrase: Phrase) -> str:
    """By the noun that a phrase begins with, where nothing is known of its actor."""
    feminine = phrase.kind is not ActorKind.PERSON and view.fold(phrase.start).endswith(("ه", "ات"))
    return "f" if feminine else "m"
