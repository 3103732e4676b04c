"""What looks like an act of saying and is not: gestures, verdicts, weak verbs, standing attitudes."""

from __future__ import annotations

from app.domain.records import ActorKind
from app.ingest.speech.acts import Scene
from app.ingest.speech.content import Opening
from app.ingest.speech.cues import is_complement, is_speech_verb
from app.ingest.speech.heads import Head, Phrase

#: A court stands within so many words of what it finds somebody guilty of.
_NEAR_COURT = 10


def is_deed(scene: Scene, opening: Opening) -> bool:
    """Whether a noun phrase after the verb tells what was done, not what was said."""
    if opening.how != "phrase":
        return False
    needed = _has_what_it_needs(scene, opening)
    return not needed or _is_recognition(scene, opening) or _is_waving(scene, opening)


def _has_what_it_needs(scene: Scene, opening: Opening) -> bool:
    """«توجه برسالة»: of verbs that say something only with certain nouns, the noun; else a deed."""
    needs = scene.cue.verb.needs
    words = (
        scene.page.bare(i).removeprefix("ب").removeprefix("ال") for i in (opening.start, opening.start + 1)
    )
    return not needs or "ب" in needs or any(word.startswith(needs) for word in words)


def _is_waving(scene: Scene, opening: Opening) -> bool:
    """«لوحوا بالأعلام», «لوح بيده»: held up, not threatened with."""
    waved = scene.page.fold(opening.start).removeprefix("ب").removeprefix("ال")
    return scene.cue.lemma == "لوح" and waved in scene.page.speech.lists["waved"]


def _is_recognition(scene: Scene, opening: Opening) -> bool:
    """«اعترف بإسرائيل», «تعترف بالحكومة»: to hold somebody for lawful, not to own something in words."""
    page, cue, at = scene.page, scene.cue, opening.start
    if cue.lemma not in page.speech.lists["recognising"]:
        return False
    of = page.fold(at).removeprefix("ب")
    if at in page.mentions or (at + 1 in page.mentions and of == ""):
        return True
    return any(of in page.speech.lists[name] for name in ("institution_heads", "person_heads", "statehood"))


def is_sentence_of_court(scene: Scene) -> bool:
    """«أدانت المحكمة المتهمين "بالتآمر"»: found guilty of it, not condemned in words."""
    page, cue = scene.page, scene.cue
    if cue.lemma not in page.speech.lists["convicting"]:
        return False
    around = range(max(scene.clause, cue.at - _NEAR_COURT), min(scene.end, cue.end + 2))
    quote = next((i for i in range(cue.end, min(scene.end, cue.end + _NEAR_COURT)) if i in page.opened), None)
    charged = quote is not None and page.fold(quote + 1).startswith("ب")
    return charged or any(page.within(i, "courts") for i in around)


def is_speech(scene: Scene, opening: Opening, subject: Phrase | None) -> bool:
    """Guards against look-alikes: gestures, weak verbs, standing attitudes, things that cannot speak."""
    cue, lists = scene.cue, scene.page.speech.lists
    page = scene.page
    unknown = subject is not None and subject.head is Head.UNKNOWN
    if _is_of_other_words(scene, opening) or (cue.verb.weak and _is_weak(scene, opening, subject)):
        return False
    if _is_vote(scene, opening, subject):
        return False
    if cue.verb.named_only and (subject is None or subject.pin is None):
        return False
    if cue.verb.past_only and cue.reading.aspect != "p" and not _is_human(subject):
        return False
    if subject is None or not unknown:
        return True
    if opening.how == "phrase":
        definite = page.fold(subject.start).startswith("ال") and subject.end - subject.start <= 4
        return definite and cue.lemma in lists["intransitive"] and subject.start == cue.end
    return subject.end - subject.start <= 12


def _is_vote(scene: Scene, opening: Opening, subject: Phrase | None) -> bool:
    """«أقر البرلمان قانونا ينص على أن», «أقر المجلس الموازنة»: passed, not owned in words."""
    page, at_once = scene.page, subject is None or opening.mark <= subject.end + 1
    passed = scene.cue.lemma == "اقر" and subject is not None and not at_once
    return passed and subject is not None and page.within(subject.start, "chambers")


def _is_of_other_words(scene: Scene, opening: Opening) -> bool:
    """«وهو ما تراه لندن، إذ قال وزيرها إن», «أشار بيده إلى الباب»."""
    page, cue, lists = scene.page, scene.cue, scene.page.speech.lists
    told = cue.verb.person or cue.lemma in lists["judging"]
    of = page.fold(opening.mark) == "من"  # «لما قاله مسؤول من أن»
    stated = opening.how == "clause" or (opening.how in ("quote", "colon") and cue.verb.continues)
    has_object = cue.reading.suffix is not None and not told and stated and not of
    return has_object or any(page.fold(i) in lists["gestures"] for i in range(cue.end, opening.mark))


def _is_weak(scene: Scene, opening: Opening, subject: Phrase | None) -> bool:
    """«بين», «زاد» without أن at once or a known speaker, or before the verb that أن belongs to."""
    between = range(scene.cue.end, opening.mark)
    if any(is_speech_verb(scene.page, i) for i in between):
        return True  # «وبخصوص الخلاف بين الشاهد والاتحاد، قال … إن»
    if subject is not None and subject.pin is None and scene.page.fold(subject.start).endswith("ين"):
        return True  # «اللجنة بين البلدين»
    return bool(between) and (subject is None or subject.head is Head.UNKNOWN)


def is_free_clause(scene: Scene, opening: Opening) -> bool:
    """«أكدت قوة …، أن»: أن without preposition or و, so that the noun after the verb is no object of it."""
    mark, lemma, lists = scene.page.fold(opening.mark), scene.cue.lemma, scene.page.speech.lists
    told = lemma in lists["transitive"] or lemma in lists["addressing"] or scene.cue.verb.person
    return (
        opening.how == "clause"
        and is_complement(scene.page, opening.mark)
        and mark[0] not in "وفب"
        and not told
    )


def _is_human(subject: Phrase | None) -> bool:
    """People may hold an opinion aloud; what a state believes is a standing attitude."""
    if subject is None or subject.pin is None:
        return subject is not None and subject.head in (Head.SOURCE, Head.TITLE)
    return subject.pin.actor.kind in (ActorKind.PERSON, ActorKind.SOURCE)
