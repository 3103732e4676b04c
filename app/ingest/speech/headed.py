"""«لافروف: لن نسمح بذلك»: a name and a colon at the start of a sentence, without a verb of saying."""

from __future__ import annotations

from app.domain.records import ActorKind, MentionHow
from app.domain.text import Analysis
from app.ingest.speech.acts import Said
from app.ingest.speech.cues import Cue, CueKind, is_speech_verb
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.page import Page
from app.languages.ar.speech import SpeechVerb

#: What a colon after a name says.
_SAID = SpeechVerb("قال", quote=True)
_READING = Analysis("قال", "particle")
_KINDS = frozenset(
    {ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.ARMED_GROUP, ActorKind.SOURCE}
)
#: Speech has no fewer words, and its verb stands within so many; a list or a caption has none.
_SHORTEST, _VERB_WITHIN = 4, 6
_BULLETS = frozenset("-–—•*")


def _is_clause(page: Page, start: int, end: int) -> bool:
    """Whether a verb stands near, or the first word opens a sentence of somebody's own."""
    within = range(start, min(end, start + _VERB_WITHIN))
    near = any(r.pos == "verb" for i in within for r in page.tokens[i].analyses)
    return near or page.within(start, "negations") or page.within(start, "own_openers")


def read_headed(page: Page, start: int, end: int) -> Said | None:
    """The saying of whoever is named before the colon; None for datelines, lists and lone words."""
    first = start + 1 if page.fold(start) in _BULLETS else start
    pin = page.titled.get(first) or page.mentions.get(first)
    if pin is None or page.fold(pin.end) != ":" or pin.actor.kind not in _KINDS or pin.prefix:
        return None
    content = pin.end + 1
    described = pin.mention.how is MentionHow.DESCRIPTION and pin.actor.kind is not ActorKind.SOURCE
    if end - content < _SHORTEST or described:
        return None
    if is_speech_verb(page, content) or not (content in page.opened or _is_clause(page, content, end)):
        return None
    cue = Cue(CueKind.VERB, pin.end, content, _SAID, _READING)
    subject = Phrase(first, pin.end, Head.MENTION, pin)
    return Said(
        cue, content, content + 1, "colon", pin.end, "name.colon", (pin.end, content), subject, clause=start
    )
