"""«بحسب رويترز», «وفق ما نقلته الوكالة», «كما أعلن الجيش»: an act of saying, or a link of a chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.ingest.speech.acts import Said, Scene
from app.ingest.speech.attributed import first_word, source_at
from app.ingest.speech.content import Opening, find_opening, trimmed
from app.ingest.speech.cues import Cue, CueKind, is_complement, is_speech_verb
from app.ingest.speech.heads import Head, Phrase
from app.ingest.speech.page import Page
from app.ingest.speech.phrase import find_subject

_WHAT = ("ما", "لما")
#: Fewer words before an aside are no content.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Aside:
    """Where an aside begins and whom it names."""

    left: int
    source: Phrase


def as_left(page: Page, cue: Cue) -> int | None:
    """Where «كما», «حسبما», «وفق ما» before a verb begins, None for other verbs."""
    i = cue.at - 1
    if cue.kind not in (CueKind.VERB, CueKind.RELAY):
        return None
    if page.bare(i) == "كما" and cue.lemma in page.speech.lists["asking"]:
        return None  # «كما طلبت من السفير مغادرة البلاد»: as well, not as
    if page.fold(i) in page.speech.as_clauses or page.bare(i) in page.speech.as_clauses:
        return i
    return i - 1 if page.fold(i) in _WHAT and page.within(i - 1, "as_words") else None


#: «وهو ما تنفيه طهران», «الأمر الذي أكدته الوزارة»
_WHICH = frozenset({("وهو", "ما"), ("وهي", "ما"), ("هو", "ما"), ("الامر", "الذي"), ("الشيء", "الذي")})


def which_left(page: Page, cue: Cue) -> int | None:
    """Where «وهو ما» before a verb of answering begins, None for other verbs."""
    which = (page.fold(cue.at - 2), page.fold(cue.at - 1)) in _WHICH and cue.reading.suffix is not None
    return cue.at - 2 if which and cue.lemma in page.speech.lists["answering"] else None


def aside_of(page: Page, cue: Cue, end: int) -> Aside | None:
    """The aside a cue makes, None where it opens content of its own («كما أكد أن»)."""
    if cue.kind is CueKind.ACCORDING:
        source = None if page.fold(cue.end) in _WHAT else source_at(page, first_word(page, cue.end), end)
        return Aside(cue.at, source) if source else None
    left = as_left(page, cue)
    if left is None:
        return None
    opening = find_opening(page, cue, end)
    own = opening is not None and (opening.how != "phrase" or page.fold(left) == "كما")
    if own and not cue.reading.suffix:
        return None
    source = find_subject(page, cue.end, aside_end(page, cue.end, end), cue.reading)
    return Aside(left, source) if source is not None and source.head is not Head.UNKNOWN else None


def aside_end(page: Page, i: int, end: int) -> int:
    """The end of an aside that begins before ``i``: a stop, or a comma after its first words."""
    return next((j for j in range(i, end) if page.is_end(j) or (page.is_comma(j) and j > i + 6)), end)


def attaches(page: Page, aside: Aside, cues: Sequence[Cue], start: int, found: Sequence[Said]) -> bool:
    """Whether an aside adds a link to a saying of the sentence instead of being one itself."""
    if aside.left - start > 1 and not _opens_clause(page, aside.left):
        return bool(found)
    after = range(aside.source.end, aside.source.end + 4)
    told = any(c.kind is CueKind.VERB and c.at in after for c in cues) or _leads_to_saying(page, aside, cues)
    return told and aside.source.pin is not None and page.media(aside.source.pin)


def _leads_to_saying(page: Page, aside: Aside, cues: Sequence[Cue]) -> bool:
    """«وبحسب الوكالة، نقلا عن الموقع، أعلنت فلانة أن»: further links, and then who says it."""
    at = aside.source.end
    for cue in (c for c in cues if c.at >= at):
        if cue.at > at + 1 + (page.fold(at + 1) in ("-", "–")):
            return False
        if cue.kind is not CueKind.ACCORDING:
            return cue.kind is CueKind.VERB
        source = source_at(page, first_word(page, cue.end), len(page.tokens))
        if source is None:
            return False
        at = source.end
    return False


def with_asides(page: Page, found: Sequence[Said], asides: Sequence[Aside]) -> list[Said]:
    """Add the media of asides to the saying each stands in, follows or precedes."""
    out = list(found)
    for aside in asides:
        pin = aside.source.pin
        if pin is None or not page.media(pin) or not out:
            continue
        k = max((k for k, s in enumerate(out) if s.cue.at < aside.left), default=0)
        subject = out[k].subject
        if subject is None or subject.pin is None or subject.pin.actor.slug != pin.actor.slug:
            out[k] = replace(out[k], relays=(*out[k].relays, aside.source))
    return out


_CAME = frozenset({"جاء", "جاءت", "ياتي", "تاتي"})


def _only_leads_in(page: Page, cue: Cue, start: int) -> bool:
    """«جاء ذلك في بيان على لسان فلان»: by whose mouth it came, and nothing anybody said."""
    this = page.bare(start) in _CAME and page.fold(start + 1) in ("ذلك", "هذا", "هذه")
    return this and page.fold(cue.end - 1) == "لسان"


def read_according(scene: Scene) -> Said | None:
    """«بحسب دراسة …، حضر اللقاء …» before its content, «…، حسب وكالة رويترز» after it."""
    page, cue, start = scene.page, scene.cue, scene.start
    if page.fold(cue.end) in page.speech.lists["own_words"]:
        return _read_own_words(scene)
    aside = aside_of(page, cue, scene.end)
    if aside is None:
        return None
    if cue.at - start <= 1 and scene.end - aside.source.end <= 1:
        return _of_sentence_before(scene, aside)
    if cue.at - start <= 1 or _opens_clause(page, cue.at):
        near = range(aside.source.end, min(scene.end, aside.source.end + 15))
        at = next((i for i in near if page.is_comma(i) or _opens_main(page, i)), aside.source.end - 1)
        at -= _opens_main(page, at)
        if page.within(at + 1, "relatives"):
            return None  # «وفقا للناطق، الذي نقلت عنه الوكالة قوله»
        opening = Opening(cue.at, _past_complement(page, at + 1), "after")
        return scene.said(opening, "according.before", aside.source) if scene.end - at > 3 else None
    if any(s.mark > cue.at or (s.start <= cue.at and not s.backward) for s in scene.found):
        return None
    return _read_after(scene, aside)


def _read_after(scene: Scene, aside: Aside) -> Said | None:
    """«وقتل ثلاثة، بحسب الشرطة»: the words before the aside."""
    page, cue, start = scene.page, scene.cue, scene.start
    if _only_leads_in(page, cue, start):
        return None
    stop = trimmed(page, start, cue.at)
    if stop - start < _SHORTEST:
        return in_the_middle(scene, aside, "according.within")
    return scene.said_before(start, stop, cue.at, "according.after", aside.source)


def _opens_main(page: Page, i: int) -> bool:
    """«ووفقا للوزارة فإن …»: what was said begins, with or without a comma before it."""
    return page.fold(i).startswith("فان") and is_complement(page, i)


def _opens_clause(page: Page, at: int) -> bool:
    """«…، فبحسب الوزارة هناك …»: it gives the source of what follows."""
    return page.is_comma(at - 1) and page.fold(at)[0] == "ف"


def _of_sentence_before(scene: Scene, aside: Aside) -> Said | None:
    """«توفي المصاب في المستشفى. بحسب الشرطة.»: the source of a sentence in which nobody speaks."""
    page, stop = scene.page, trimmed(scene.page, 0, scene.start)
    first = scene.start - 1
    while first > 0 and page.same_sentence(first - 1, scene.start - 1):
        first -= 1
    if first < 0 or page.tokens[first].paragraph != page.tokens[scene.start].paragraph:
        return None
    spoken = any(is_speech_verb(page, i) for i in range(first, stop))
    if spoken or stop - first < _SHORTEST:
        return None
    return scene.said_before(first, stop, scene.cue.at, "according.after", aside.source)


def in_the_middle(scene: Scene, aside: Aside, rule: str) -> Said | None:
    """«وأصيب، وفق الشرطة، ثلاثة أشخاص»: the aside comes before there is content; it follows."""
    page, after = scene.page, range(aside.source.end, min(scene.end, aside.source.end + 8))
    comma = next((i for i in after if page.is_comma(i)), None)
    first = aside.left == scene.start and page.bare(aside.left) != "كما"  # «وبحسب ما قاله فلان، فإن …»
    led = page.is_comma(aside.left - 1) or first
    if comma is None or scene.end - comma < _SHORTEST + 2 or not led:
        return None
    start = _past_complement(page, comma + 1)
    return scene.said(Opening(aside.left, start, "after"), rule, aside.source)


def _read_own_words(scene: Scene) -> Said | None:
    """«وبحسب قوله، فإن …»: whoever spoke last, of the pronoun's gender, goes on."""
    page, cue = scene.page, scene.cue
    if cue.at - scene.start > 1 or not page.is_comma(cue.end + 1) or scene.end - cue.end < 4:
        return None
    gender = "f" if page.fold(cue.end).endswith("ها") else "m"
    spoken = replace(scene, cue=replace(cue, end=cue.end + 1, reading=replace(cue.reading, gender=gender)))
    return spoken.said(Opening(cue.at, _past_complement(page, cue.end + 2), "after"), "according.own_words")


def _past_complement(page: Page, at: int) -> int:
    """«بحسب الجيش، فإن القوات …»: the content after فإن."""
    return at + 1 if is_complement(page, at) else at
