"""Acts of saying expressed by finite verbs, by the shape of their content and the place of their subject."""

from __future__ import annotations

from dataclasses import replace

from app.domain.records import ActorKind
from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.addressees import follows_noun, is_addressee, is_described, was_told
from app.ingest.speech.agreement import agrees
from app.ingest.speech.anew import IN_IT
from app.ingest.speech.asides import as_left, aside_end, aside_of, in_the_middle, which_left
from app.ingest.speech.complete import complete
from app.ingest.speech.content import Opening, find_opening, trimmed
from app.ingest.speech.cues import Cue
from app.ingest.speech.ends import body_end, definite_end, indefinite_end, titled_end
from app.ingest.speech.guards import (
    is_deed,
    is_free_clause,
    is_sentence_of_court,
    is_speech,
)
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.judged import read_judgement
from app.ingest.speech.objects import read_object
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject
from app.ingest.speech.requests import read_request
from app.ingest.speech.sourced import STATED, read_document, read_sourced
from app.ingest.speech.subjects import in_turn, just_before, subject_before, teller, text_before

_WAS = frozenset({"كان", "كانت", "كانوا"})
#: A name has no more words.
_NAME = 3
#: Fewer words before «كما أعلن» are no content.
_SHORTEST = 3


def read_verb(scene: Scene) -> Said | None:
    """The saying of a finite verb, None where it says nothing or its words are look-alikes."""
    page, cue = scene.page, scene.cue
    if said := read_judgement(scene) or read_backward(scene):
        return said
    if is_sentence_of_court(scene):
        return None
    opening = find_opening(page, cue, scene.end)
    if opening is None:
        return read_request(scene) or (read_object(scene) if cue.verb.object else None)
    if cue.verb.in_document:
        return read_document(scene, opening)
    return read_sourced(scene, opening) or _read_own(scene, opening)


def _read_own(scene: Scene, opening: Opening) -> Said | None:
    """What the subject of the verb says."""
    page, cue, phrase = scene.page, scene.cue, opening.how == "phrase"
    if phrase and cue.reading.aspect != "p" and not cue.verb.present_phrase:
        return None
    if is_deed(scene, opening):
        return None
    subject = _subject(scene, opening)
    if subject is not None and subject.start >= cue.end and follows_noun(scene):
        subject = subject_before(page, scene.clause, cue.at, cue.reading)
        if subject is None:
            return None
    unknown = subject is not None and subject.head is Head.UNKNOWN
    if phrase and subject is not None and (cue.verb.object or subject.head is Head.TITLE):
        subject = _before_object(page, subject)
    if phrase and cue.verb.object and (unknown or _has_object(scene, opening, subject)):
        return read_object(scene)
    relative = None if page.fold(cue.end) in IN_IT else _relative_at(page, cue.at)
    if relative is not None and not _is_at_hand(cue, subject):
        related = _read_relative(scene, opening, relative) or _read_resumed(scene, opening, relative)
        if related is not None or subject is None:
            return related
    if page.fold(cue.end) in IN_IT and (unknown or subject is None):
        subject = teller(page, cue, scene.start)
    said = complete(scene, opening, subject) if is_speech(scene, opening, subject) else None
    return said if said is None or not cue.verb.media_only or _is_by_medium(page, said) else None


def _before_object(page: Page, subject: Phrase) -> Phrase:
    """The words for a speaker that nothing names, up to where an object may begin."""
    ends = {Head.TITLE: definite_end, Head.SOURCE: indefinite_end}
    end = ends.get(subject.head)
    return replace(subject, end=end(page, subject.start, subject.end)) if end else subject


def _is_by_medium(page: Page, said: Said) -> bool:
    """«علمت رويترز أن»: what others come to know is no saying."""
    phrase = said.subject or said.fallback
    return phrase is not None and phrase.pin is not None and page.media(phrase.pin)


def _subject(scene: Scene, opening: Opening) -> Phrase | None:
    """The subject next to the verb; unknown words are taken for one only after verbs without object."""
    page, cue = scene.page, scene.cue
    if (told := was_told(scene)) is not None:
        return told
    subject = just_before(page, cue, scene.start) or text_before(page, cue)
    subject = subject or find_subject(page, cue.end, opening.mark, cue.reading)
    if subject is None or _is_object(scene, opening, subject):
        return None
    if subject.head is Head.TITLE and cue.lemma in page.speech.lists["transitive"]:
        return replace(subject, end=titled_end(page, subject.start, subject.end))
    if subject.head is not Head.UNKNOWN:
        return subject
    if (own := in_turn(page, cue, opening.mark)) is not None:
        return own
    alone = subject.end - subject.start == 1 and page.fold(subject.start).endswith("ا")
    adverb = alone and cue.reading.gender != "f"  # «أضاف مبتسما»; but «قالت هوا»
    if adverb or cue.lemma in page.speech.lists["transitive"]:
        return None  # «أضاف مبتسما», «وصف الوضع بأنه»
    if any(page.is_comma(i) for i in range(cue.end, subject.start)):
        return None  # «أفاد في تصريحات، ترجمت مقتطفات منها، أن»
    subject = replace(subject, end=body_end(page, subject.start, subject.end))
    return replace(subject, head=Head.SOURCE) if _may_introduce(scene, opening, subject) else subject


def _is_object(scene: Scene, opening: Opening, subject: Phrase) -> bool:
    """Whom the verb addresses or describes, or a plural that is no nominative: «ووصف المنتقدين بأنهم»."""
    accusative = subject.head is Head.TITLE and scene.page.fold(subject.start).endswith("ين")
    return accusative or is_addressee(scene, opening, subject) or is_described(scene, opening, subject)


def _may_introduce(scene: Scene, opening: Opening, subject: Phrase) -> bool:
    """Whether unknown words right after a verb of saying name its subject: «قال موظفون في السفارة إن»."""
    page, cue, words = scene.page, scene.cue, subject.end - subject.start
    plain_verb = cue.lemma in page.speech.lists["saying"]
    if opening.how not in ("clause", "colon", "quote") or not (plain_verb or is_free_clause(scene, opening)):
        return False
    if page.fold(subject.start) in page.speech.lists["matters"] or subject.start in page.mentions:
        return False
    head = page.tokens[subject.start]
    named = plain_verb and subject.start == cue.end and words <= _NAME and not head.analyses
    if named and subject.end == opening.mark:
        return True  # «وقالت هوا إن»: a name nobody knows
    feminine = head.fold.endswith(("ه", "ات", "اء")) and words > 1
    either = head.fold.endswith("اء")  # «لواء», «خبراء»
    if not plain_verb and not either and feminine is not (cue.reading.gender == "f"):
        return False
    plain = not head.analyses and not page.within(subject.start, "breaks")
    return subject.start == cue.end and words <= 8 and plain and (feminine or cue.reading.gender != "f")


def _is_at_hand(cue: Cue, subject: Phrase | None) -> bool:
    """«الذي قال الوزير إنه»: a subject right after the verb; one further on is part of what it says."""
    return subject is not None and subject.head is not Head.UNKNOWN and subject.start - cue.end <= 1


def _relative_at(page: Page, at: int) -> int | None:
    """Where «الذي» or «الذي كان» before a verb stands."""
    i = at - 2 if page.fold(at - 1) in _WAS else at - 1
    return i if page.fold(i) in page.speech.lists["relatives"] else None


def _read_relative(scene: Scene, opening: Opening, at: int) -> Said | None:
    """«التقرير الذي قال إن», «فلان، الذي كان كشف عن عزمه»: the antecedent speaks.

    Things have only told what follows أن; «الذي تحدث عن السلام» says more of a person than of his words.
    """
    page, cue = scene.page, scene.cue
    comma = page.is_comma(at - 1)
    pin = page.mentioned.get(at - 1 if comma else at)
    if pin is None or not agrees(pin, cue.reading) or page.within(pin.start, "title_heads"):
        return None
    told = comma and opening.how == "phrase" and cue.reading.aspect == "p" and cue.lemma != "تحدث"
    accused = cue.verb.person and cue.reading.suffix is not None  # «مصر التي اتهمتها بـ»
    if opening.how not in STATED and not (told and pin.actor.kind is ActorKind.PERSON) and not accused:
        return None
    return complete(scene, opening, Phrase(pin.start, pin.end, Head.MENTION, pin), "verb.relative")


def _read_resumed(scene: Scene, opening: Opening, at: int) -> Said | None:
    """«أطلقت أنقرة عملية، التي تقول إنها دفاعية»: what the thing is, says the subject of the sentence."""
    page, cue = scene.page, scene.cue
    resumed = opening.how == "clause" and len(page.fold(opening.mark)) > 2
    if not resumed or page.is_comma(at - 1) or (cue.verb.past_only and cue.reading.aspect != "p"):
        return None
    before = subject_before(page, scene.clause, at, cue.reading)
    if before is None:
        return None
    said = scene.said(opening, "verb.relative.clause")
    return replace(said, fallback=before, same_speaker=True, clause=cue.at)


def _has_object(scene: Scene, opening: Opening, subject: Phrase | None) -> bool:
    """«أكد حرص بلاده على السلام»: a noun stands before the preposition that might open content."""
    start = subject.end if subject and subject.start >= scene.cue.end else scene.cue.end
    return find_subject(scene.page, start, opening.mark) is not None


def read_backward(scene: Scene) -> Said | None:
    """«"…"، قال فلان» and «…، كما أعلن الجيش»: the content stands before the verb."""
    page, cue = scene.page, scene.cue
    if as_left(page, cue) is not None:
        return _read_as_clause(scene)
    if (which := _read_which(scene)) is not None:
        return which
    before = cue.at - (page.fold(cue.at - 1) == "هكذا")  # «"…"، هكذا قال فلان»
    i = before - 2 if page.is_comma(before - 1) or page.fold(before - 1) == "-" else before - 1
    quote = page.closed.get(i + 1)
    if quote is None or quote.start < scene.start or not quote.spoken:
        return None
    if not cue.verb.quote or cue.reading.prefixes:
        return None
    opening = find_opening(page, cue, scene.end)
    if opening is not None and opening.how not in ("phrase", "comma"):
        return None
    subject = find_subject(page, cue.end, aside_end(page, cue.end, scene.end), cue.reading)
    if subject is None or (subject.head is Head.UNKNOWN and cue.lemma != "قال"):
        return None
    if subject.head is Head.UNKNOWN:
        subject = replace(subject, end=min(subject.end, subject.start + 3), head=Head.SOURCE)
    return scene.said_before(quote.start, quote.end, quote.end, "verb.after_quote", subject)


def _read_which(scene: Scene) -> Said | None:
    """«…، وهو ما تنفيه طهران», «…، الأمر الذي أكدته الوزارة»."""
    page, cue, left = scene.page, scene.cue, which_left(scene.page, scene.cue)
    if left is None:
        return None
    start = scene.clause if left - scene.clause > _SHORTEST + 1 else scene.start
    stop = trimmed(page, start, left)
    subject = find_subject(page, cue.end, aside_end(page, cue.end, scene.end), cue.reading)
    if subject is None or subject.head is Head.UNKNOWN or stop - start < _SHORTEST:
        return None
    return scene.said_before(start, stop, left, "verb.which", subject)


def _read_as_clause(scene: Scene) -> Said | None:
    """«وأسفر الهجوم عن قتلى، كما أعلن الجيش»; beside another saying it only adds a link to that."""
    page, left, aside = scene.page, as_left(scene.page, scene.cue), aside_of(scene.page, scene.cue, scene.end)
    if left is None or aside is None or any(s.start >= scene.start for s in scene.found):
        return None
    start = scene.clause
    stop = trimmed(page, start, left) if left > start else start
    if stop - start < _SHORTEST:
        return in_the_middle(scene, aside, "verb.as")
    return scene.said_before(start, stop, left, "verb.as", aside.source)
