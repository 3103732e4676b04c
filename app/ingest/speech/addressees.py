"""Who stands beside a verb of saying as its addressee, or as called upon or described, not as its subject."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.speech.acts import Scene
from app.ingest.speech.content import Opening
from app.ingest.speech.cues import Cue, is_complement
from app.ingest.speech.heads import Phrase
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.subjects import adjoins, subject_before

_HAD = frozenset({"قد"})


def is_addressee(scene: Scene, opening: Opening, subject: Phrase) -> bool:
    """«وطمأن المواطنين إلى أن», «واتهم موسكو بأنها»: the object of a verb whose subject is told elsewhere.

    A verb that cannot do without a person as its object and has one noun phrase after it has its object.
    """
    page, cue = scene.page, scene.cue
    if cue.reading.suffix is not None and cue.verb.person:
        return False  # «التي تتهمها أنقرة بـ»
    if subject.pin is None or subject.pin.actor.kind is ActorKind.SOURCE:
        return _is_called_upon(page, cue, subject)
    if not cue.verb.person or subject.end <= cue.at:
        return False
    if cue.lemma == "طمان" and page.fold(opening.mark) == "الي":
        return False  # «طمأن الوزير إلى أن»
    if (
        opening.how == "quote"
        or page.fold(opening.mark) == "عن"
        or any(i in page.opened for i in range(subject.end, opening.mark))
    ):
        return False  # «اتهم الوزير "مرتزقة" بـ»
    between = range(subject.end, opening.mark)
    if any(page.fold(i) == "من" and page.tokens[i + 1].verb() for i in between):
        return False  # «اتهم الوزير من سماهم مرتزقة بـ»
    return find_subject(page, subject.end, opening.mark) is None


def is_described(scene: Scene, opening: Opening, subject: Phrase) -> bool:
    """«ووصف تصريحات الوزير بأنها»: what somebody said is described by another."""
    page, cue = scene.page, scene.cue
    if cue.lemma not in page.speech.lists["transitive"] or subject.start != cue.end:
        return False
    words = page.within(subject.start, "documents_told")
    return words and find_subject(page, subject.end, opening.mark) is None


def _is_called_upon(page: Page, cue: Cue, subject: Phrase) -> bool:
    """«ودعا السكان إلى البقاء», «وحث المواطنين على»: people at large are called upon by somebody named."""
    lists = page.speech.lists
    if page.fold(subject.start).endswith("ين"):
        return cue.lemma in lists["addressing"]
    at_large = page.within(subject.start + (page.fold(subject.start) in lists["all_of"]), "called_upon")
    return at_large and (cue.verb.person or cue.lemma in lists["calling"])


def follows_noun(scene: Scene) -> bool:
    """«أن عضو اللجنة أبلغ الوزير بأن»: whom a verb of telling follows tells it, not who stands after it."""
    page, cue, before = scene.page, scene.cue, scene.cue.at - 1
    if not cue.verb.person or cue.reading.prefixes or before < scene.start or page.is_mark(before):
        return False
    if page.tokens[before].verb() is not None or before in page.dates:
        return False
    other = ("particles", "relatives", "adverbs", "subordinate", "prepositions", "adversatives")
    return not any(page.within(before, name) for name in other) and not is_complement(page, before)


def was_told(scene: Scene) -> Phrase | None:
    """«كان الوزير قد وصف الاتحاد بأنه»: who stands before قد is the subject, who follows its object."""
    page, cue, lists = scene.page, scene.cue, scene.page.speech.lists
    takes = cue.verb.person or cue.lemma in lists["transitive"] or cue.lemma in lists["addressing"]
    if not takes or page.fold(cue.at - 1) not in _HAD:
        return None
    before = subject_before(page, scene.clause, cue.at - 1, cue.reading)
    return before if before is not None and adjoins(page, before, cue.at) else None
