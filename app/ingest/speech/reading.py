"""One sentence read for acts of saying: each cue with its subject, its content and its relays."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.records import ActorKind
from app.domain.text import Analysis
from app.ingest.speech.content import Opening, content_end, find_opening, starts_anew, trimmed
from app.ingest.speech.cues import Cue, CueKind, find_cues, is_complement, is_relayed
from app.ingest.speech.page import MentionPin, Page
from app.ingest.speech.phrase import Head, Phrase, agrees, definite_end, find_subject


@dataclass(frozen=True, slots=True)
class Said:
    """A cue with what was found around it. ``start`` … ``end`` is the content, in tokens.

    ``subject`` is None where the verb has none of its own; ``fallback`` is a phrase of the same
    sentence that may stand for it. ``outer`` is the cue this one stands in the content of.
    """

    cue: Cue
    start: int
    end: int
    how: str
    mark: int
    rule: str
    verb: tuple[int, int]
    subject: Phrase | None = None
    fallback: Phrase | None = None
    relays: tuple[Phrase, ...] = ()
    clause: int = 0
    same_speaker: bool = False
    outer: int | None = None
    prefix_only: bool = field(default=False)


def read_sentence(page: Page, start: int, end: int) -> list[Said]:
    """Every act of saying in a sentence, in order, with no content claimed twice."""
    cues = find_cues(page, start, end)
    if not cues:
        return []
    found: list[Said] = []
    asides: list[Aside] = []
    for cue in cues:
        aside = _aside(page, cue, end)
        if aside is not None and _attaches(page, aside, cues, start, found):
            asides.append(aside)
            continue
        if any(s.start == cue.at for s in found) and cue.kind is CueKind.PARTICIPLE:
            continue
        said = _READERS[cue.kind](page, cue, start, end, found)
        if said is not None and not any(s.start == said.start for s in found):
            found.append(said)
    return _through(page, _bounded(page, found, cues, end), asides)


@dataclass(frozen=True, slots=True)
class Aside:
    """«بحسب رويترز», «وفق ما نقلته الوكالة»: where it begins, and whom it names."""

    left: int
    source: Phrase
    initial: bool = False


def _aside(page: Page, cue: Cue, end: int) -> Aside | None:
    if cue.kind is CueKind.ACCORDING:
        if page.fold(cue.end) in ("ما", "لما"):
            return None
        source = _according_source(page, _after_cue(page, cue), end)
        return Aside(cue.at, source) if source else None
    left = as_left(page, cue)
    if left is None:
        return None
    opening = find_opening(page, cue, end)
    if (
        opening is not None
        and (opening.how != "phrase" or page.fold(left) == "كما")
        and not cue.reading.suffix
    ):
        return None
    source = find_subject(page, cue.end, _aside_end(page, cue.end, end), cue.reading)
    return Aside(left, source) if source is not None and source.head is not Head.UNKNOWN else None


def as_left(page: Page, cue: Cue) -> int | None:
    """Where «كما», «حسبما», «وفق ما» before a verb begins, None for other verbs."""
    words, i = page.speech.lists["as_words"], cue.at - 1
    if cue.kind not in (CueKind.VERB, CueKind.RELAY):
        return None
    if page.fold(i) in page.speech.as_clauses or page.bare(i) in page.speech.as_clauses:
        return i
    told = page.fold(i) in ("ما", "لما") and (page.fold(i - 1) in words or page.bare(i - 1) in words)
    return i - 1 if told else None


def _after_cue(page: Page, cue: Cue) -> int:
    at = cue.end
    while page.fold(at) in ("ل", "عن", '"', "(", "'"):
        at += 1
    return at


def _attaches(page: Page, aside: Aside, cues: list[Cue], start: int, found: list[Said]) -> bool:
    """Whether an aside adds a link to a saying of the sentence instead of being one itself."""
    if aside.left - start <= 1:
        later = [c for c in cues if c.kind is CueKind.VERB and c.at > aside.source.end]
        told = [c for c in later if c.at - aside.source.end <= 2]
        return bool(told) and aside.source.pin is not None and page.media(aside.source.pin)
    return bool(found)


def _through(page: Page, found: list[Said], asides: list[Aside]) -> list[Said]:
    """Add the media of asides to the saying each stands in, follows or precedes."""
    out = list(found)
    for aside in asides:
        if aside.source.pin is None or not page.media(aside.source.pin) or not out:
            continue
        k = max((k for k, s in enumerate(out) if s.cue.at < aside.left), default=0)
        subject = out[k].subject
        if subject is None or subject.pin is None or subject.pin.actor.slug != aside.source.pin.actor.slug:
            out[k] = replace(out[k], relays=(*out[k].relays, aside.source))
    return out


def _clause_start(page: Page, at: int, start: int, found: list[Said]) -> int:
    """Where the clause of a cue may begin: the sentence, or after the last content's opening."""
    return max([start, *(s.start for s in found if s.start <= at)])


def _read_verb(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    if said := _read_backward(page, cue, start, end, found):
        return said
    opening = find_opening(page, cue, end)
    if opening is None:
        return _read_object(page, cue, start, end, found) if cue.verb.object else None
    if (quoting := _quoting(page, cue, opening)) is not None:
        return _said_quoting(page, cue, opening, start, found, quoting)
    if opening.how == "phrase" and cue.reading.aspect != "p" and cue.lemma != "تحدث":
        return None
    subject = _just_before(page, cue, start) or find_subject(page, cue.end, opening.mark, cue.reading)
    if subject is not None and subject.head is Head.UNKNOWN and cue.lemma in _TRANSITIVE:
        subject = None
    if opening.how == "phrase" and cue.verb.object and subject is not None and subject.head is Head.UNKNOWN:
        return _read_object(page, cue, start, end, found)
    if subject is None and page.fold(cue.at - 1) in page.speech.lists["relatives"]:
        return _read_relative(page, cue, opening, start, found)
    if subject is not None and subject.head is Head.UNKNOWN and _may_introduce(page, cue, opening, subject):
        subject = replace(subject, head=Head.SOURCE)
    if not _acceptable(page, cue, opening, subject):
        return None
    rule = f"verb.{opening.how}"
    return _said(page, cue, opening, start, found, subject, rule)


def _said(
    page: Page, cue: Cue, opening: Opening, start: int, found: list[Said], subject: Phrase | None, rule: str
) -> Said:
    clause = _clause_start(page, cue.at, start, found)
    before = None
    if subject is None and (not cue.reading.prefixes or cue.at > start):
        before = subject_before(page, clause, cue.at, cue.reading)
        if before is not None and not cue.reading.prefixes and _adjoins(page, before.end, cue.at):
            subject, before, rule = before, None, rule.replace("verb.", "verb.svo.")
    if subject is None and before is None:
        subject = _at_once(page, cue, opening.mark)
    return Said(
        cue=cue,
        start=opening.start,
        end=opening.start + 1,
        how=opening.how,
        mark=opening.mark,
        rule=rule,
        verb=(cue.at, cue.end),
        subject=subject,
        fallback=before,
        relays=_relays(page, cue, opening.mark, subject),
        clause=clause,
    )


#: Verbs that take no object before أن, so that an unknown noun after them is their subject.
_SAYING = frozenset({"قال", "اضاف", "صرح", "ذكر", "افاد", "اوضح", "روي", "تابع"})


def _may_introduce(page: Page, cue: Cue, opening: Opening, subject: Phrase) -> bool:
    """Whether unknown words right after a verb of saying name its subject: «قال موظفون في السفارة إن»."""
    if cue.lemma not in _SAYING or opening.how not in ("clause", "colon") or subject.start != cue.end:
        return False
    head = page.tokens[subject.start]
    feminine = head.fold.endswith(("ه", "ات", "اء"))
    fits = (feminine and subject.end - subject.start > 1) or cue.reading.gender != "f"
    return (
        fits
        and subject.end - subject.start <= 8
        and not head.analyses
        and not page.within(subject.start, "breaks")
    )


#: Verbs whose object may stand right after them where they have no subject of their own.
_TRANSITIVE = frozenset({"وصف", "اتهم", "ابلغ", "اخبر", "انتقد", "ادان", "اعتبر"})


def _just_before(page: Page, cue: Cue, start: int) -> Phrase | None:
    """«موسكو أبلغت تل أبيب بأن»: the mention the verb follows at once, which it agrees with."""
    if cue.reading.prefixes:
        return None
    for pin in (page.mentions[i] for i in range(max(start, cue.at - 8), cue.at) if i in page.mentions):
        if (
            pin.end == cue.at
            and is_free(page, pin)
            and agrees(pin, cue.reading)
            and not page.within(cue.at - 1, "relatives")
        ):
            return Phrase(pin.start, pin.end, Head.MENTION, pin)
    return None


def _at_once(page: Page, cue: Cue, mark: int) -> Phrase | None:
    """The mention right after the verb, even one whose gender is on record as another."""
    pin = page.mentions.get(cue.end)
    if pin is None or pin.end > mark or page.attached(pin):
        return None
    return find_subject(page, cue.end, mark)


def _read_relative(page: Page, cue: Cue, opening: Opening, start: int, found: list[Said]) -> Said | None:
    """«التقرير الذي قال إن»: the antecedent speaks; a relative clause without أن tells no act of saying."""
    if opening.how not in ("clause", "quote", "colon"):
        return None
    pin = next((p for p in page.mentions.values() if p.end == cue.at - 1 and p.start >= start), None)
    if pin is None or not agrees(pin, cue.reading):
        return None
    return _said(
        page, cue, opening, start, found, Phrase(pin.start, pin.end, Head.MENTION, pin), "verb.relative"
    )


def _quoting(page: Page, cue: Cue, opening: Opening) -> int | None:
    """Where «نقلا» stands between the verb of a medium and the content."""
    words = page.speech.quoting
    return next(
        (i for i in range(cue.end, opening.mark) if page.fold(i) in words and page.fold(i + 1) == "عن"), None
    )


def _said_quoting(
    page: Page, cue: Cue, opening: Opening, start: int, found: list[Said], quoting: int
) -> Said | None:
    """«أفادت الوكالة نقلا عن مصدر بأن»: the source speaks, the subject of the verb relays."""
    source = find_subject(page, quoting + 2, opening.mark)
    medium = find_subject(page, cue.end, quoting, cue.reading)
    if source is None:
        return None
    said = _said(page, cue, opening, start, found, source, "verb.quoting")
    return replace(said, relays=(medium,) if medium and medium.pin else ())


def _adjoins(page: Page, end: int, at: int) -> bool:
    """Whether only adverbs, dates, brackets and commas stand between a subject and its verb."""
    return find_subject(page, end, at) is None and at - end < 25


def subject_before(page: Page, start: int, at: int, reading: Analysis) -> Phrase | None:
    """The subject that stands before a verb: the first free mention or source that agrees with it."""
    i = start
    while i < at:
        pin = page.mentions.get(i)
        if pin is not None and is_free(page, pin) and agrees(pin, reading):
            return find_subject(page, i, at, reading) or Phrase(i, pin.end, Head.MENTION, pin)
        if pin is None and _is_source(page, i) and _heads_clause(page, i, start):
            return find_subject(page, i, at, reading)
        i = pin.end if pin else i + 1
    return None


def nearest_before(page: Page, start: int, at: int) -> Phrase | None:
    """The last free mention before a word: whose doing «بالإعلان عن» or «بعد إعرابه» is."""
    for i in range(at - 1, start - 1, -1):
        pin = page.mentions.get(i)
        if pin is not None and is_free(page, pin):
            return find_subject(page, i, at) or Phrase(i, pin.end, Head.MENTION, pin)
    return None


_PARTICLES = frozenset(
    {
        "لكن",
        "ولكن",
        "كان",
        "كانت",
        "وكان",
        "وكانت",
        "كما",
        "حيث",
        "و",
        "قد",
        "وقد",
        "فقد",
        "لقد",
        "ان",
        "وان",
        "بان",
        "اما",
        "واما",
        "بل",
        "اذ",
        "اذا",
        "ثم",
        "بينما",
        "فيما",
        "وفيما",
        "حين",
        "ليس",
        "يوم",
    }
)


def is_free(page: Page, pin: MentionPin) -> bool:
    """Neither after a preposition nor the genitive of a noun: «اقتراح بوتين» is not Putin."""
    if page.oblique(pin):
        return False
    i = pin.start - 1
    word = page.fold(i)
    if (
        i < 0
        or page.tokens[i].sentence != page.tokens[pin.start].sentence
        or page.is_mark(i)
        or "و" in pin.prefix
    ):
        return True
    if word in _PARTICLES or word.startswith("ال") or page.tokens[i].verb():
        return True
    lists = page.speech.lists
    known = any(page.within(i, name) for name in ("relatives", "adverbs", "negations", "breaks"))
    return known or word in lists["person_heads"] or word in lists["name_heads"] or i in page.dates


def _heads_clause(page: Page, i: int, start: int) -> bool:
    before = page.fold(i - 1)
    return i == start or before in _PARTICLES or page.is_mark(i - 1) or bool(page.tokens[i - 1].verb())


def _is_source(page: Page, i: int) -> bool:
    word = page.fold(i)
    heads = page.speech.lists["source_heads"]
    return word in heads or (word.endswith("ا") and word[:-1] in heads)


#: Verbs that take their content with a preposition only, so that a definite noun after them is the subject.
_INTRANSITIVE = frozenset(
    {"ندد", "رحب", "اشاد", "اعرب", "عبر", "تحدث", "شدد", "اصر", "اشار", "لفت", "المح", "نوه", "اشتكي", "شكا"}
    | {"تعهد", "خلص", "افصح", "اعترف", "اقر"}
)


def _is_human(subject: Phrase | None) -> bool:
    """People may hold an opinion aloud; what a state believes is a standing attitude."""
    if subject is None:
        return False
    if subject.pin is None:
        return subject.head in (Head.SOURCE, Head.TITLE)
    return subject.pin.actor.kind in (ActorKind.PERSON, ActorKind.SOURCE)


def _acceptable(page: Page, cue: Cue, opening: Opening, subject: Phrase | None) -> bool:
    """Guards against look-alikes: weak verbs, and things that cannot speak as subjects."""
    if any(page.fold(i) in page.speech.lists["gestures"] for i in range(cue.end, opening.mark)):
        return False
    if cue.verb.weak and opening.mark > cue.end and (subject is None or subject.head is Head.UNKNOWN):
        return False
    if opening.how == "phrase" and subject is not None and subject.head is Head.UNKNOWN:
        definite = page.fold(subject.start).startswith("ال") and subject.end - subject.start <= 4
        return definite and cue.lemma in _INTRANSITIVE and subject.start == cue.end
    if cue.lemma in ("اظهر", "اثبت") and (subject is None or subject.pin is None):
        return False
    if cue.verb.past_only and cue.reading.aspect != "p" and not _is_human(subject):
        return False
    return not (subject is not None and subject.head is Head.UNKNOWN and subject.end - subject.start > 12)


def _read_object(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    """Content as a noun phrase: «نفى المتحدث وجود لقاءات», «أكد أهمية الحوار»."""
    if page.fold(cue.at - 1) in page.speech.lists["relatives"] or cue.reading.suffix:
        return None
    stop = _object_end(page, cue, end)
    subject = find_subject(page, cue.end, stop, cue.reading)
    if subject is not None and (subject.head is Head.UNKNOWN or subject.start > cue.end + 8):
        subject = None
    if subject is None and cue.at - start > 1 and not _has_subject_before(page, cue, start):
        return None
    if subject is not None and subject.head is Head.TITLE:
        subject = replace(subject, end=definite_end(page, subject.start, subject.end))
    thing = find_subject(page, subject.end if subject else cue.end, stop)
    if thing is None or stop - thing.start < 2 or page.within(thing.start, "relatives"):
        return None
    readings = page.tokens[thing.start].analyses
    if any(r.pos == "verb" for r in readings) and not any(r.pos == "verbal_noun" for r in readings):
        return None
    opening = Opening(thing.start, thing.start, "object")
    return _said(page, cue, opening, start, found, subject, "verb.object")


def _has_subject_before(page: Page, cue: Cue, start: int) -> bool:
    """«وكانت الوزارة أعلنت إحباط …»."""
    before = None if cue.reading.prefixes else subject_before(page, start, cue.at, cue.reading)
    return before is not None and _adjoins(page, before.end, cue.at)


def _object_end(page: Page, cue: Cue, end: int) -> int:
    """The end of the sentence or the next coordinated saying."""
    for i in range(cue.end + 1, end):
        if page.is_end(i) or starts_anew(page, i, cue):
            return i
    return end


def _read_backward(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    """«"…"، قال فلان» and «…، كما أعلن الجيش»: the content stands before the verb."""
    left = as_left(page, cue)
    i = cue.at - 1
    if page.is_comma(i) or page.fold(i) == "-":
        i -= 1
    quote = next((q for q in page.opened.values() if q.end == i + 1 and q.start >= start), None)
    if left is not None:
        aside = _aside(page, cue, end)
        return _as_clause(page, cue, left, start, found, aside.source) if aside else None
    if quote is None:
        return None
    opening = find_opening(page, cue, end)
    if opening is not None and opening.how not in ("phrase", "comma"):
        return None
    subject = find_subject(page, cue.end, _aside_end(page, cue.end, end), cue.reading)
    if subject is None or subject.head is Head.UNKNOWN:
        return None
    if quote is not None and page.quoted[quote.start] and cue.verb.quote and not cue.reading.prefixes:
        opening = Opening(quote.end, quote.start, "quote")
        said = _said(page, cue, opening, start, found, subject, "verb.after_quote")
        return replace(said, end=quote.end, prefix_only=True)
    return None


def _as_clause(page: Page, cue: Cue, at: int, start: int, found: list[Said], subject: Phrase) -> Said | None:
    begin = _clause_start(page, at, start, found)
    stop = trimmed(page, begin, at) if at > begin else begin
    if stop - begin < 3 or any(s.start >= start for s in found):
        return None
    said = _said(page, cue, Opening(at, begin, "before"), start, found, subject, "verb.as")
    return replace(said, end=stop, prefix_only=True)


def _aside_end(page: Page, i: int, end: int) -> int:
    return next((j for j in range(i, end) if page.is_end(j) or (page.is_comma(j) and j > i + 6)), end)


def _read_participle(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    opening = find_opening(page, cue, end)
    if opening is None:
        if not cue.verb.object or page.fold(cue.at).endswith("ه"):
            return None
        stop = _object_end(page, cue, end)
        if stop - cue.end < 2 or page.within(cue.end, "prepositions") or page.is_mark(cue.end):
            return None
        opening = Opening(cue.end, cue.end, "object")
    feminine_adjective = (
        page.fold(cue.at).endswith("ه") and not page.is_comma(cue.at - 1) and opening.mark > cue.end + 1
    )
    if opening.mark > cue.end + 14 or feminine_adjective:
        return None
    fallback = subject_before(page, start, cue.at, cue.reading)
    return Said(
        cue=cue,
        start=opening.start,
        end=opening.start + 1,
        how=opening.how,
        mark=opening.mark,
        rule=f"participle.{opening.how}",
        verb=(cue.at, cue.end),
        fallback=fallback,
        relays=_relays(page, cue, opening.mark, None),
        clause=cue.at,
        same_speaker=True,
    )


def _read_relay(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    """«نقلت رويترز عن مصدر قوله إن», «نسبت … إلى … قولها», «نُقل عن … أن»."""
    if as_left(page, cue) is not None:
        return _read_backward(page, cue, start, end, found)
    word = page.speech.relay[cue.lemma]
    link = next((i for i in range(cue.end, min(end, cue.end + 25)) if page.fold(i) == word), None)
    if link is None:
        return None
    told = next((i for i in range(link + 1, min(end, link + 40)) if is_relayed(page, i)), None)
    opening = find_opening(page, replace(cue, end=(told or link) + 1), end)
    if opening is None or opening.how not in ("clause", "quote", "colon"):
        return None
    source = find_subject(page, link + 1, told or opening.mark)
    if source is None:
        return None
    if source.head is Head.UNKNOWN and source.end - source.start <= 8:
        source = replace(source, head=Head.SOURCE)
    medium = find_subject(page, cue.end, link, cue.reading)
    return Said(
        cue=cue,
        start=opening.start,
        end=opening.start + 1,
        how=opening.how,
        mark=opening.mark,
        rule="relay.passive" if medium is None and cue.reading.voice == "p" else "relay",
        verb=(told, told + 1) if told else (cue.at, cue.end),
        subject=source,
        relays=(medium,) if medium is not None and medium.pin is not None else (),
        clause=_clause_start(page, cue.at, start, found),
    )


def _read_noun(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    """«نفي النظام وجود لقاءات», «إعلانها أن», «الإعلان عن», «إعرابه عن القلق»."""
    definite = "ال" in cue.reading.prefixes
    if is_relayed(page, cue.at) and any(s.verb[0] == cue.at for s in found):
        return None
    opening = _noun_opening(page, cue, end)
    if opening is None:
        return None
    subject = None if cue.reading.suffix or definite else find_subject(page, cue.end, opening.mark)
    if not cue.reading.suffix and not definite and (subject is None or subject.pin is None):
        return None
    fallback = nearest_before(page, start, cue.at) if subject is None else None
    return Said(
        cue=cue,
        start=opening.start,
        end=opening.start + 1,
        how=opening.how,
        mark=opening.mark,
        rule=f"noun.{opening.how}",
        verb=(cue.at, cue.end),
        subject=subject,
        fallback=fallback,
        clause=cue.at,
        same_speaker=subject is None,
    )


def _noun_opening(page: Page, cue: Cue, end: int) -> Opening | None:
    """Right after the noun, its pronoun, or the phrase that owns it."""
    owner = None if cue.reading.suffix else page.mentions.get(cue.end)
    at = owner.end if owner else cue.end
    if is_complement(page, at):
        return Opening(at, at + 1, "clause")
    if page.fold(at) in cue.verb.after and page.fold(at) == "عن":
        return Opening(at, at + 1, "phrase")
    if page.fold(at) == ":" and cue.reading.suffix:
        return Opening(at, at + 1, "colon")
    denial = cue.lemma in ("نفي", "انكر")
    if (
        denial
        and (owner or cue.reading.suffix)
        and at < end
        and not page.is_mark(at)
        and not page.within(at, "prepositions")
    ):
        return Opening(at, at, "object")
    return None


def _read_according(page: Page, cue: Cue, start: int, end: int, found: list[Said]) -> Said | None:
    """«بحسب دراسة …، حضر اللقاء …» before its content, «…، حسب وكالة رويترز» after it."""
    if page.fold(cue.end) in ("ما", "لما"):
        return None
    source = _according_source(page, _after_cue(page, cue), end)
    if source is None:
        return None
    initial = cue.at - start <= 1 or (page.is_comma(cue.at - 1) and cue.at - start <= 3)
    if initial:
        comma = next(
            (i for i in range(source.end, min(end, source.end + 15)) if page.is_comma(i)), source.end - 1
        )
        opening = Opening(cue.at, comma + 1, "after")
        if end - opening.start < 3:
            return None
        return _plain(cue, opening, source, "according.before", start)
    if any(s.mark > cue.at for s in found) or any(s.start <= cue.at and not s.prefix_only for s in found):
        return None
    begin = start
    stop = trimmed(page, begin, cue.at)
    if stop - begin < 3 or page.fold(begin + 1) in ("ذلك", "هذا"):
        return None
    said = _plain(cue, Opening(cue.at, begin, "before"), source, "according.after", start)
    return replace(said, end=stop, prefix_only=True)


def _plain(cue: Cue, opening: Opening, source: Phrase, rule: str, start: int) -> Said:
    return Said(
        cue=cue,
        start=opening.start,
        end=opening.start + 1,
        how=opening.how,
        mark=opening.mark,
        rule=rule,
        verb=(cue.at, cue.end),
        subject=source,
        clause=start,
    )


def _according_source(page: Page, at: int, end: int) -> Phrase | None:
    """The source of «وفق …»: an actor, an anonymous source, or a document of an actor."""
    stop = next(
        (i for i in range(at, end) if page.is_comma(i) or page.is_end(i) or is_complement(page, i)), end
    )
    pin = page.mentions.get(at)
    head = page.fold(at).removeprefix("ل")
    lists = page.speech.lists
    if pin is not None and head not in lists["document_heads"]:
        source = find_subject(page, at, stop)
        return source if source and source.pin else Phrase(at, pin.end, Head.MENTION, pin)
    if head in lists["document_heads"] or head in lists["medium_heads"] or head in lists["person_heads"]:
        inner = next((page.mentions[i] for i in range(at + 1, stop) if i in page.mentions), pin)
        if inner is not None:
            return Phrase(at, inner.end, Head.MENTION, inner)
    if head in lists["source_heads"] and head not in lists["quantities"]:
        return Phrase(at, _before_verb(page, at, stop), Head.SOURCE)
    return None


def _before_verb(page: Page, at: int, stop: int) -> int:
    """The end of a source at the verb of the clause that follows it without a comma."""
    return next((i for i in range(at + 1, stop) if page.tokens[i].verb() and i not in page.mentions), stop)


_READERS = {
    CueKind.VERB: _read_verb,
    CueKind.PARTICIPLE: _read_participle,
    CueKind.RELAY: _read_relay,
    CueKind.NOUN: _read_noun,
    CueKind.ACCORDING: _read_according,
}


_TELLING = frozenset({"ابلغ", "اخبر", "اعلم", "اطلع", "صرح"})


def _relays(page: Page, cue: Cue, mark: int, subject: Phrase | None) -> tuple[Phrase, ...]:
    """Media spoken to or quoted between verb and content: «لـ(رويترز)», «أبلغ مصدر بلومبيرغ»."""
    relays = []
    for i in range(cue.end, mark):
        pin = page.mentions.get(i)
        if pin is None or not page.media(pin) or (subject and subject.start <= i < subject.end):
            continue
        before = next((j for j in range(i - 1, cue.end, -1) if not page.within(j, "medium_heads")), cue.at)
        carried = any(r.pos == "verb" and r.suffix for r in page.tokens[before].analyses)
        if not (page.oblique(pin) or carried or cue.lemma in _TELLING):
            continue
        relays.append(Phrase(i, pin.end, Head.MENTION, pin))
    return tuple(relays)


def _bounded(page: Page, found: list[Said], cues: list[Cue], end: int) -> list[Said]:
    """Give each content its end, and each nested cue the one it stands in."""
    out = []
    for k, said in enumerate(found):
        if said.prefix_only:
            out.append(said)
            continue
        stop = end
        for cue in cues:
            if cue.at > said.start and _breaks(page, cue, said, found):
                left = as_left(page, cue)
                stop = cue.at if left is None else left
                break
        finish = content_end(page, Opening(said.mark, said.start, said.how), end, stop)
        out.append(replace(said, end=max(finish, said.start + 1)))
    placed = [replace(s, outer=_outer(out, k)) for k, s in enumerate(out)]
    return _without_told_acts(page, placed)


def _without_told_acts(page: Page, found: list[Said]) -> list[Said]:
    """Drop what is an act told inside somebody's content, not speech: «قال إن موسكو أبلغت تل أبيب بالضربة»."""
    kept = [k for k, s in enumerate(found) if not _is_told_act(page, found, s)]
    renumbered = {k: n for n, k in enumerate(kept)}
    return [
        replace(found[k], outer=renumbered.get(found[k].outer) if found[k].outer is not None else None)
        for k in kept
    ]


def _is_told_act(page: Page, found: list[Said], said: Said) -> bool:
    if said.outer is None or said.cue.kind is not CueKind.VERB or said.how not in ("phrase", "object"):
        return False
    host = found[said.outer].subject
    return not (host is not None and host.pin is not None and page.media(host.pin))


def _outer(found: list[Said], k: int) -> int | None:
    """The nearest earlier saying whose content holds this cue."""
    at = found[k].cue.at
    return next((j for j in range(k - 1, -1, -1) if found[j].start <= at < found[j].end), None)


def _breaks(page: Page, cue: Cue, said: Said, found: list[Said]) -> bool:
    """Whether a later cue ends the content of ``said``: a coordinated, not an inner, saying."""
    own = next((s for s in found if s.cue is cue), None)
    if cue.kind is CueKind.ACCORDING:
        return page.is_comma(cue.at - 1) or _aside(page, cue, len(page.tokens)) is not None
    left = as_left(page, cue)
    if left is not None and own is None:
        return page.is_comma(left - 1) or page.fold(cue.at - 1) in ("ما", "لما") or page.fold(left) == "حسبما"
    if own is None or own is said:
        return False
    if cue.kind is CueKind.PARTICIPLE:
        return True
    if cue.kind in (CueKind.VERB, CueKind.RELAY):
        if cue.at - said.start <= 3 and not page.is_comma(cue.at - 1):
            return False
        told = said.subject is not None and said.subject.pin is not None and page.media(said.subject.pin)
        return (
            cue.reading.prefixes[:1] in (("و",), ("ف",))
            or page.fold(cue.at - 1) in ("كما", "ثم", "و", "فيما", "بينما", "حين", "حيث")
            or (page.is_comma(cue.at - 1) and not told)
        )
    return False
